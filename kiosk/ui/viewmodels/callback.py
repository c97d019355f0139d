"""Ask us to call you: from the red-flag notice to the sealed request."""

import dataclasses
import datetime
import logging
from collections.abc import Callable
from typing import Final, assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import callback_steps as steps
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback.names import clean_name
from kiosk.core.callback.phone import Phone, PhoneVerdict, check_phone, format_as_typed
from kiosk.core.callback.request import CallbackRequest, Consent, Withdrawal
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.core.visit import Screen
from kiosk.store.intake import Intake
from kiosk.store.settings.settings import Settings
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_WIRE_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class RequestEnvironment:
    """Where a request's id and time come from; now is aware, in the kiosk's zone."""

    new_id: Callable[[], str]
    now: Callable[[], datetime.datetime]


@QmlElement
@QmlUncreatable("made by the composition root")
class CallbackViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The form; what was typed lives in the visit and nowhere else."""

    changed = Signal()
    kept = Signal(str)
    """A request (its id) is sealed and on disk, and the screen says so."""

    def __init__(  # noqa: PLR0913  # the form is where the rooms meet
        self,
        *,
        visit_holder: VisitHolder,
        settings: Settings,
        translations: Translations,
        intake: Intake,
        jobs: Jobs,
        environment: RequestEnvironment,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._settings = settings
        self._translations = translations
        self._intake = intake
        self._jobs = jobs
        self._environment = environment
        self._is_closed = False
        visit_holder.changed.connect(self.changed)

    @property
    def _draft(self) -> CallbackDraft:
        return self._visit_holder.visit.callback or CallbackDraft()

    @property
    def _country(self) -> str:
        return self._settings.file.country

    @property
    def _phone(self) -> Phone:
        return check_phone(self._draft.typed, self._country)

    @Slot()
    def open(self) -> None:
        """Open the form, and find out whether it can be used today."""
        request_id, now = self._environment.new_id(), self._environment.now()
        self._visit_holder.apply(lambda visit: steps.open_callback(visit, request_id))
        self._jobs.run(lambda: self._intake.closed_reason(now), self._on_closed_reason_known)

    @Slot()
    def lookWhetherOpen(self) -> None:  # QML's name
        """Find out whether the form can be used; nothing is logged, so the journal learns no outcome."""
        now = self._environment.now()
        self._jobs.run(lambda: self._intake.closed_reason(now), self._on_looked)

    def _on_looked(self, looked: Result[str | None]) -> None:
        match looked:
            case Ok(None):
                self._is_closed = False
            case Ok(_) | Err(_):
                self._is_closed = True
            case _ as never:
                assert_never(never)
        self.changed.emit()

    def _get_is_closed(self) -> bool:
        return self._is_closed

    def _on_closed_reason_known(self, looked: Result[str | None]) -> None:
        match looked:
            case Ok(None):
                pass
            case Ok(reason) | Err(reason):
                _log.error("%s %s", Event.FORM_CLOSED, reason)
                if self._visit_holder.visit.callback is not None:
                    self._go(CallbackStep.DESK)
            case _ as never:
                assert_never(never)

    def _go(self, step: CallbackStep) -> None:
        self._visit_holder.apply(lambda visit: steps.at_step(visit, step))

    def _get_step(self) -> str:
        return self._draft.step

    def _get_shown(self) -> str:
        return format_as_typed(self._draft.typed, self._country) if self._draft.typed else ""

    def _get_name(self) -> str:
        return self._draft.helper if self._draft.step is CallbackStep.HELPER else self._draft.name

    def _get_refusal(self) -> str:
        if not self._draft.is_refused:
            return ""
        return self._phone.verdict if self._draft.step is CallbackStep.PHONE else "missing"

    def _get_is_odd(self) -> bool:
        return bool(self._draft.typed) and self._phone.verdict is PhoneVerdict.ODD

    def _get_is_changing(self) -> bool:
        return self._draft.is_changing

    def _get_consent(self) -> str:
        return self._agreement("call")

    def _agreement(self, kind: str) -> str:
        sentences = {
            "call": self._translations.sentence("callback.consent.call", **self._settings.placeholders),
            "voicemail": self._translations.sentence(
                "callback.consent.voicemail", **self._settings.placeholders
            ),
            "text": self._translations.sentence("callback.consent.text", **self._settings.placeholders),
        }
        return sentences[kind]

    def _get_clinic_phone(self) -> str:
        return self._settings.file.clinic.phone

    def _get_can_take_back(self) -> bool:
        return self._draft.step is CallbackStep.DONE and self._draft.seq > 0

    def _get_caller_number(self) -> str:
        return self._settings.file.clinic.caller_number or self._settings.file.clinic.phone

    def _get_call_days(self) -> int:
        return self._settings.file.clinic.call_back_within_days

    def _get_delete_days(self) -> int:
        return self._settings.file.callback.delete_after_days

    @Slot()
    def next(self) -> None:
        """Go on from an answer that can be used."""
        self._visit_holder.apply(lambda visit: steps.next_step(visit, self._country))

    @Slot()
    def back(self) -> None:
        """Go to the step before, keeping what was entered; before the first to all causes."""
        self._visit_holder.apply(steps.previous_step)

    @Slot()
    def stop(self) -> None:
        """Leave the form; what was entered is forgotten."""
        self._visit_holder.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a key of the number pad or of the letters."""
        self._visit_holder.apply(lambda visit: steps.press_key(visit, key))

    @Slot()
    def send(self) -> None:
        """Seal the request and keep it; only then say thank you."""
        if self._draft.step is not CallbackStep.CHECK:
            return
        request = self._request()
        self._go(CallbackStep.SENDING)
        intake, request_id = self._intake, request.id
        self._jobs.run(lambda: intake.take(request), lambda taken: self._on_taken(taken, request_id))

    def _on_taken(self, taken: Result[int], request_id: str) -> None:
        is_on_screen = self._draft.step is CallbackStep.SENDING and self._draft.id == request_id
        match taken:
            case Ok(seq):
                _log.info("%s", Event.REQUEST_KEPT)
                if is_on_screen:
                    self._visit_holder.apply(lambda visit: steps.thank(visit, seq))
                self.kept.emit(request_id)
            case Err(sentence):
                _log.error("%s %s", Event.REQUEST_FAILED, sentence)
                if is_on_screen:
                    self._go(CallbackStep.DESK)
            case _ as never:
                assert_never(never)

    @Slot()
    def takeBack(self) -> None:  # QML's name
        """Take the request back that was just kept."""
        draft = self._draft
        if not self._get_can_take_back():
            return
        created = self._environment.now().astimezone(datetime.UTC).strftime(_WIRE_TIME)
        withdrawal = Withdrawal(draft.id, self._settings.file.kiosk_name, draft.seq, created)
        self._go(CallbackStep.TAKING_BACK)
        intake = self._intake
        self._jobs.run(
            lambda: intake.withdraw(withdrawal),
            lambda withdrawn: self._on_withdrawn(withdrawn, withdrawal.id),
        )

    def _on_withdrawn(self, withdrawn: Result[None], request_id: str) -> None:
        match withdrawn:
            case Ok():
                _log.info("%s", Event.REQUEST_TAKEN_BACK)
                step = CallbackStep.UNDONE
            case Err(sentence):
                _log.error("%s %s", Event.TAKE_BACK_FAILED, sentence)
                step = CallbackStep.NOT_UNDONE
            case _ as never:
                assert_never(never)
        if self._draft.step is CallbackStep.TAKING_BACK and self._draft.id == request_id:
            self._go(step)

    def _request(self) -> CallbackRequest:
        now, draft = self._environment.now(), self._draft
        zone = now.strftime("%z")
        agreed = {"call": True, "voicemail": draft.voicemail, "text": draft.text}
        return CallbackRequest(
            id=draft.id,
            kiosk=self._settings.file.kiosk_name,
            seq=0,
            created=now.astimezone(datetime.UTC).strftime(_WIRE_TIME),
            zone=f"{zone[:3]}:{zone[3:5]}",
            language=self._visit_holder.visit.language,
            name=clean_name(draft.name),
            phone=self._phone.e164,
            phone_as_typed=self._get_shown(),
            energy_window=draft.window,
            spoken_language=draft.spoken,
            interpreter=bool(draft.interpreter),
            phone_hard=draft.phone_hard,
            helper_name=clean_name(draft.helper),
            consents=tuple(
                Consent(kind, self._agreement(kind), given=agreed[kind])
                for kind in ("call", "voicemail", "text")
            ),
            config_version=self._settings.version,
            audit_head=None,
        )

    step = Property(str, _get_step, notify=changed)
    shown = Property(str, _get_shown, notify=changed)
    name = Property(str, _get_name, notify=changed)
    refusal = Property(str, _get_refusal, notify=changed)
    isOdd = Property(bool, _get_is_odd, notify=changed)  # QML's name
    isChanging = Property(bool, _get_is_changing, notify=changed)
    isClosed = Property(bool, _get_is_closed, notify=changed)
    canTakeBack = Property(bool, _get_can_take_back, notify=changed)
    consent = Property(str, _get_consent, notify=changed)
    clinicPhone = Property(str, _get_clinic_phone, constant=True)
    callerNumber = Property(str, _get_caller_number, constant=True)
    callDays = Property(int, _get_call_days, constant=True)
    deleteDays = Property(int, _get_delete_days, constant=True)
