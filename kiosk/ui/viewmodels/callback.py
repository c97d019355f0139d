"""Ask us to call you: from the red-flag notice to the sealed request."""

import logging
from typing import assert_never

from PySide6.QtCore import Property, QDate, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import callback_steps as steps
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.core.visit import Screen
from kiosk.store.intake import Intake
from kiosk.store.settings.settings import Settings
from kiosk.ui.callback.outbox import Outbox, RequestEnvironment
from kiosk.ui.callback.promised import NO_DAY
from kiosk.ui.callback.snapshot import CallbackSnapshot, derive_callback
from kiosk.ui.enums import number_of
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the composition root")
class CallbackViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The form; what was typed lives in the visit and nowhere else."""

    stepChanged = Signal()
    partChanged = Signal()
    headingChanged = Signal()
    iconChanged = Signal()
    blocksChanged = Signal()
    hintChanged = Signal()
    warnsChanged = Signal()
    footnoteChanged = Signal()
    forwardLabelChanged = Signal()
    phoneChanged = Signal()
    phoneAloudChanged = Signal()
    nameChanged = Signal()
    nameAloudChanged = Signal()
    isWaitingChanged = Signal()
    isEndingChanged = Signal()
    clearsItselfChanged = Signal()
    canTakeBackChanged = Signal()
    progressChanged = Signal()
    stayLabelChanged = Signal()
    leaveLabelChanged = Signal()
    isClosedChanged = Signal()
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
        self._outbox = Outbox(visit_holder, settings, translations, intake, jobs, environment, self.kept.emit)
        self._is_closed = False
        self._shown = CallbackSnapshot()
        visit_holder.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_callback(
            self._visit_holder.visit.callback,
            self._settings,
            self._translations.sentence,
            is_closed=self._is_closed,
            call_by=self._call_by() if self._visit_holder.visit.callback is not None else "",
        )
        announce_changes(self, before, self._shown)

    def _call_by(self) -> str:
        """Write the day to call by as the visitor's language does, when it has to be named and is known."""
        file, now = self._settings.file, self._environment.now()
        if not self._intake.is_clock_set(now):
            return NO_DAY
        day = file.clinic.promise.day_to_name(now.date())
        if day is None:
            return ""
        locale = QLocale(f"{self._translations.language}_{file.country}")
        return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)

    @property
    def _draft(self) -> CallbackDraft:
        return self._visit_holder.visit.callback or CallbackDraft()

    @Slot()
    def open(self) -> None:
        """Open the form, and find out whether it can be used today."""
        secret, now = self._environment.new_secret(), self._environment.now()
        self._visit_holder.apply(lambda visit: steps.open_callback(visit, secret))
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
        self._refresh()

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

    @Slot()
    def next(self) -> None:
        """Go on from an answer that can be used."""
        file = self._settings.file
        self._visit_holder.apply(lambda visit: steps.next_step(visit, file.country, file.emergency_number))

    @Slot()
    def back(self) -> None:
        """Go to the step before, keeping what was entered; before the first to all causes."""
        self._visit_holder.apply(steps.previous_step)

    @Slot()
    def stop(self) -> None:
        """Leave the form; if anything was entered, ask first."""
        self._visit_holder.apply(lambda visit: visits.leave(visit, Screen.HOME))

    @Slot(str)
    def press(self, key: str) -> None:
        """Type a key of the number pad or of the letters."""
        self._visit_holder.apply(lambda visit: steps.press_key(visit, key))

    @Slot()
    def send(self) -> None:
        """Seal the request and keep it; only then say thank you."""
        self._outbox.send()

    @Slot()
    def takeBack(self) -> None:  # QML's name
        """Ask whether to take the request back that was just kept."""
        self._visit_holder.apply(steps.ask_to_take_back)

    @Slot()
    def keepOn(self) -> None:  # QML's name
        """Answer that the form is to go on, or the request to stay."""
        self._visit_holder.apply(steps.keep_on)

    @Slot()
    def giveUp(self) -> None:  # QML's name
        """Answer that the form is to stop, or the request to be taken back."""
        if self._draft.can_be_taken_back:
            self._outbox.take_back()
        else:
            self._visit_holder.apply(steps.give_up)

    @Property(int, notify=stepChanged)
    def step(self) -> int:
        return number_of(self._shown.step)

    @Property(int, notify=partChanged)
    def part(self) -> int:
        return number_of(self._shown.part)

    @Property(str, notify=progressChanged)
    def progress(self) -> str:
        return self._shown.progress

    @Property(str, notify=headingChanged)
    def heading(self) -> str:
        return self._shown.heading

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        return self._shown.icon

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(str, notify=hintChanged)
    def hint(self) -> str:
        return self._shown.hint

    @Property(bool, notify=warnsChanged)
    def warns(self) -> bool:
        return self._shown.warns

    @Property(str, notify=footnoteChanged)
    def footnote(self) -> str:
        return self._shown.footnote

    @Property(str, notify=forwardLabelChanged)
    def forwardLabel(self) -> str:
        return self._shown.forward_label

    @Property(str, notify=stayLabelChanged)
    def stayLabel(self) -> str:
        return self._shown.stay_label

    @Property(str, notify=leaveLabelChanged)
    def leaveLabel(self) -> str:
        return self._shown.leave_label

    @Property(str, notify=phoneChanged)
    def phone(self) -> str:
        return self._shown.phone

    @Property(str, notify=phoneAloudChanged)
    def phoneAloud(self) -> str:
        return self._shown.phone_aloud

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        return self._shown.name

    @Property(str, notify=nameAloudChanged)
    def nameAloud(self) -> str:
        return self._shown.name_aloud

    @Property(bool, notify=isWaitingChanged)
    def isWaiting(self) -> bool:
        return self._shown.is_waiting

    @Property(bool, notify=isEndingChanged)
    def isEnding(self) -> bool:
        return self._shown.is_ending

    @Property(bool, notify=clearsItselfChanged)
    def clearsItself(self) -> bool:
        return self._shown.clears_itself

    @Property(bool, notify=canTakeBackChanged)
    def canTakeBack(self) -> bool:
        return self._shown.can_take_back

    @Property(bool, notify=isClosedChanged)
    def isClosed(self) -> bool:
        return self._shown.is_closed
