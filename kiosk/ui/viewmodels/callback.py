"""Ask us to call you: from the red-flag notice to the sealed request."""

import dataclasses
import datetime
import logging
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.callbacks import CallbackRequest, Consent
from kiosk.core.errors import KioskError
from kiosk.core.events import Event
from kiosk.core.phone import Phone, PhoneVerdict, check_phone, format_as_typed
from kiosk.core.visit import CallbackDraft, CallbackStep, Screen
from kiosk.store.intake import Intake
from kiosk.store.settings import Settings
from kiosk.ui.jobs import Jobs
from kiosk.ui.session import Session
from kiosk.ui.words import Words

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)

_BEFORE = {
    CallbackStep.PRIVACY: CallbackStep.NOTICE,
    CallbackStep.PHONE: CallbackStep.PRIVACY,
    CallbackStep.CHECK: CallbackStep.PHONE,
}
_AFTER = {CallbackStep.NOTICE: CallbackStep.PRIVACY, CallbackStep.PRIVACY: CallbackStep.PHONE}


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
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
        session: Session,
        settings: Settings,
        words: Words,
        intake: Intake,
        jobs: Jobs,
        origin: Origin,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._words = words
        self._intake = intake
        self._jobs = jobs
        self._origin = origin
        self._was_open = False
        session.changed.connect(self._on_visit_changed)

    @property
    def _draft(self) -> CallbackDraft:
        return self._session.visit.callback or CallbackDraft()

    @property
    def _country(self) -> str:
        return self._settings.file.country

    @property
    def _phone(self) -> Phone:
        return check_phone(self._draft.typed, self._country)

    def _on_visit_changed(self) -> None:
        is_open = self._session.visit.callback is not None
        if is_open and not self._was_open:
            self._jobs.run(self._intake.trouble, self._on_trouble_known)
        self._was_open = is_open
        self.changed.emit()

    def _on_trouble_known(self, trouble: object) -> None:
        if trouble is None:
            return
        _log.error("%s %s", Event.FORM_CLOSED, trouble)
        if self._session.visit.callback is not None:
            self._go(CallbackStep.DESK)

    def _go(self, step: CallbackStep) -> None:
        self._session.apply(lambda visit: visits.at_callback_step(visit, step))

    def _get_step(self) -> str:
        return self._draft.step

    def _get_shown(self) -> str:
        return format_as_typed(self._draft.typed, self._country) if self._draft.typed else ""

    def _get_grouped(self) -> str:
        return self._phone.grouped if self._draft.typed else ""

    def _get_refusal(self) -> str:
        return self._phone.verdict if self._draft.is_refused else ""

    def _get_is_odd(self) -> bool:
        return bool(self._draft.typed) and self._phone.verdict is PhoneVerdict.ODD

    def _get_consent(self) -> str:
        return self._words.sentence("callback.consent.call", clinic=self._settings.file.clinic.name)

    def _get_clinic_phone(self) -> str:
        return self._settings.file.clinic.phone

    def _get_call_days(self) -> int:
        return self._settings.file.clinic.call_back_within_days

    def _get_delete_days(self) -> int:
        return self._settings.file.callback.delete_after_days

    @Slot()
    def next(self) -> None:
        """Go on; from the number only if it can be called."""
        if self._draft.step is CallbackStep.PHONE:
            self._session.apply(lambda visit: visits.confirm_phone(visit, self._country))
        elif self._draft.step in _AFTER:
            self._go(_AFTER[self._draft.step])

    @Slot()
    def back(self) -> None:
        """Go to the step before, keeping what was typed; before the first to all causes."""
        if self._draft.step in _BEFORE:
            self._go(_BEFORE[self._draft.step])
        else:
            self.stop()

    @Slot()
    def stop(self) -> None:
        """Leave the form; what was typed is forgotten."""
        self._session.apply(lambda visit: visits.go(visit, Screen.HOME))

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a key of the number pad: a digit, "+" or "delete"."""
        self._session.apply(lambda visit: visits.press_key(visit, key))

    @Slot()
    def send(self) -> None:
        """Seal the request and keep it; only then say thank you."""
        if self._draft.step is not CallbackStep.CHECK:
            return
        request = self._request()
        self._go(CallbackStep.SENDING)
        intake, request_id = self._intake, request.id
        self._jobs.run(lambda: intake.take(request), lambda outcome: self._on_taken(outcome, request_id))

    def _on_taken(self, outcome: object, request_id: str) -> None:
        is_kept = not isinstance(outcome, KioskError)
        if is_kept:
            _log.info("%s", Event.REQUEST_KEPT)
        else:
            _log.error("%s %s", Event.REQUEST_FAILED, outcome)
        if self._draft.step is CallbackStep.SENDING:
            self._go(CallbackStep.DONE if is_kept else CallbackStep.DESK)
        if is_kept:
            self.kept.emit(request_id)

    def _request(self) -> CallbackRequest:
        now = self._origin.now()
        zone = now.strftime("%z")
        return CallbackRequest(
            id=self._origin.new_id(),
            kiosk=self._settings.file.kiosk_name,
            seq=0,
            created=now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            zone=f"{zone[:3]}:{zone[3:5]}",
            language=self._session.visit.language,
            name="",
            phone=self._phone.e164,
            phone_as_typed=self._get_shown(),
            energy_window="",
            spoken_language="",
            interpreter=False,
            phone_hard=(),
            helper_name="",
            consents=(Consent("call", self._get_consent(), given=True),),
            config_version=self._settings.version,
            audit_head=None,
        )

    step = Property(str, _get_step, notify=changed)
    shown = Property(str, _get_shown, notify=changed)
    grouped = Property(str, _get_grouped, notify=changed)
    refusal = Property(str, _get_refusal, notify=changed)
    isOdd = Property(bool, _get_is_odd, notify=changed)  # noqa: N815  # QML's name
    consent = Property(str, _get_consent, notify=changed)
    clinicPhone = Property(str, _get_clinic_phone, constant=True)  # noqa: N815
    callDays = Property(int, _get_call_days, constant=True)  # noqa: N815
    deleteDays = Property(int, _get_delete_days, constant=True)  # noqa: N815
