"""Sealing a request, and taking it back: what the form shows follows what is on the disk."""

import dataclasses
import datetime
import logging
from collections.abc import Callable
from typing import assert_never

from kiosk.core import callback_steps as steps
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.ops.machine import machine_of
from kiosk.store.intake import Intake
from kiosk.store.machine import Machine
from kiosk.store.settings.settings import Settings
from kiosk.store.spool import Spool
from kiosk.ui.callback.request import request_of, withdrawal_of
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class RequestEnvironment:
    """Where a request's secret and time come from; now is aware, in the kiosk's zone.

    machine_of: what tells whether that time is believed.
    """

    new_secret: Callable[[], str]
    now: Callable[[], datetime.datetime]
    machine_of: Callable[[Spool], Machine] = machine_of


@dataclasses.dataclass(frozen=True, slots=True)
class Outbox:
    """Hands requests and withdrawals to the spool; on_kept is told the id of each request that is kept."""

    visit_holder: VisitHolder
    settings: Settings
    translations: Translations
    intake: Intake
    jobs: Jobs
    environment: RequestEnvironment
    on_kept: Callable[[str], None]

    def send(self) -> None:
        """Seal the request on screen and keep it; only then say thank you."""
        if not self._shows(CallbackStep.CHECK) or self._draft.asks_first:
            return
        now = self.environment.now()
        request = request_of(
            self._draft,
            self.settings,
            self.visit_holder.visit.language,
            now,
            self.translations.sentence,
            is_clock_set=self.intake.is_clock_set(now),
        )
        self._go(CallbackStep.SENDING)
        intake, request_id = self.intake, request.id
        self.jobs.run(lambda: intake.take(request), lambda taken: self._on_taken(taken, request_id))

    def _on_taken(self, taken: Result[int], request_id: str) -> None:
        is_on_screen = self._shows(CallbackStep.SENDING) and self._draft.id == request_id
        match taken:
            case Ok(seq):
                _log.info("%s", Event.REQUEST_KEPT)
                if is_on_screen:
                    self.visit_holder.apply(lambda visit: steps.thank(visit, seq))
                self.on_kept(request_id)
            case Err(sentence):
                _log.error("%s %s", Event.REQUEST_FAILED, sentence)
                if is_on_screen:
                    self._go(CallbackStep.DESK)
            case _ as never:
                assert_never(never)

    def take_back(self) -> None:
        """Take the request back that was just kept, once that was asked."""
        draft = self._draft
        if not draft.can_be_taken_back or not draft.asks_first:
            return
        now = self.environment.now()
        is_clock_set = self.intake.is_clock_set(now)
        withdrawal = withdrawal_of(draft, self.settings, now, is_clock_set=is_clock_set)
        self._go(CallbackStep.TAKING_BACK)
        intake = self.intake
        self.jobs.run(
            lambda: intake.withdraw(withdrawal),
            lambda withdrawn: self._on_withdrawn(withdrawn, withdrawal.about),
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
        if self._shows(CallbackStep.TAKING_BACK) and self._draft.id == request_id:
            self._go(step)

    @property
    def _draft(self) -> CallbackDraft:
        return self.visit_holder.visit.callback or CallbackDraft()

    def _shows(self, step: CallbackStep) -> bool:
        return self._draft.step is step

    def _go(self, step: CallbackStep) -> None:
        self.visit_holder.apply(lambda visit: steps.at_step(visit, step))
