"""From a confirmed request to a sealed file on the disk, or one sentence why not."""

import dataclasses
import datetime
import math
from pathlib import Path

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.core.counted import counted
from kiosk.core.errors import KioskError, SealError
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.recipients import Recipients, load_recipients, refuse_if_written_by_others
from kiosk.store.seal import seal
from kiosk.store.settings.settings import Settings, is_frozen
from kiosk.store.spool import Spool

TEN_MINUTES = datetime.timedelta(minutes=10)
A_DAY = datetime.timedelta(days=1)
"""The two spans over which the limits on requests count."""


@dataclasses.dataclass(frozen=True, slots=True)
class IntakeLimits:
    """When the form closes: too many requests, or calls that are not made in time.

    promise: to visitors, None where nothing was promised.
    """

    in_10_minutes: float = math.inf
    a_day: float = math.inf
    promise: Promise | None = None


class Intake:
    """Takes requests into one spool, sealed to the keys in one recipients file."""

    def __init__(
        self,
        spool: Spool,
        recipients_file: Path,
        *,
        demonstration_allowed: bool,
        limits: IntakeLimits = IntakeLimits(),
        only_administrators: bool = False,
    ) -> None:
        """Take a spool whose folders are there; the recipients file is read again for every request.

        only_administrators: nobody else may have written that file, or nothing is sealed.
        """
        self._spool = spool
        self._recipients_file = recipients_file
        self._demonstration_allowed = demonstration_allowed
        self._limits = limits
        self._only_administrators = only_administrators

    def closed_reason(self, now: datetime.datetime) -> str | None:
        """Say in one sentence why no request can be taken now, or None; writes a small file to find out."""
        try:
            self.recipients()
            self._spool.probe()
            kiosk_id_of(self._spool)
            return self._limit_reached(now) or self._promise_broken(now)
        except KioskError as error:
            return str(error)

    def _limit_reached(self, now: datetime.datetime) -> str | None:
        kept = self._spool.kept_at()
        for limit, span, words in (
            (self._limits.in_10_minutes, TEN_MINUTES, "10 minutes"),
            (self._limits.a_day, A_DAY, "24 hours"),
        ):
            count = sum(now - span < moment <= now for moment in kept)
            if count >= limit:
                return f"{counted(count, 'request')} came within {words}; the settings allow {limit:.0f}."
        return None

    def _promise_broken(self, now: datetime.datetime) -> str | None:
        promise = self._limits.promise
        waiting = [envelope.day for envelope in self._spool.waiting()]
        if promise is None or not waiting or not promise.is_broken(min(waiting), now.date()):
            return None
        return (
            f"A request of {min(waiting).isoformat()} was not collected within the "
            f"{promise.working_days} working days promised: export the requests, then the form opens again."
        )

    def take(self, request: CallbackRequest) -> int:
        """Keep a request whose seq is 0, numbered and sealed; it is on the disk when this returns its number.

        A request that is kept already stays one, and 0 is returned.
        Raises SealError or SpoolError; then it is not kept.
        """
        if self._spool.holds(request.id):
            return 0
        recipients = self.recipients()
        kiosk_id = kiosk_id_of(self._spool)
        numbered = dataclasses.replace(request, seq=self._spool.reserve_sequence(), kiosk_id=kiosk_id)
        self._spool.add(*_sealed(numbered, recipients))
        return numbered.seq

    def withdraw(self, withdrawal: Withdrawal) -> None:
        """Keep a sealed withdrawal, then delete the request if it still waits here.

        A request that was collected meanwhile is cancelled at the desk when the withdrawal gets there.
        Raises SealError or SpoolError; then the request may still be there.
        """
        asked = [envelope for envelope in self._spool.waiting() if envelope.request_id == withdrawal.about]
        self._spool.add(*_sealed(withdrawal, self.recipients()))
        self._spool.discard(*asked)

    def recipients(self) -> Recipients:
        """Read who can open what is taken here. Raises SealError."""
        if self._only_administrators:
            refuse_if_written_by_others(self._recipients_file)
        return load_recipients(self._recipients_file, demonstration_allowed=self._demonstration_allowed)


def intake_of(settings: Settings, spool: Spool) -> Intake:
    """Return the intake that a kiosk's settings ask for."""
    return Intake(
        spool,
        settings.recipients,
        demonstration_allowed=settings.file.demonstration and not is_frozen(),
        limits=IntakeLimits(
            settings.file.callback.most_in_10_minutes,
            settings.file.callback.most_a_day,
            settings.file.clinic.promise,
        ),
        only_administrators=settings.is_installed,
    )


def _sealed(
    content: CallbackRequest | Withdrawal, recipients: Recipients
) -> tuple[bytes, str, datetime.date]:
    try:
        plain = to_wire(content)
        day = datetime.date.fromisoformat(content.created[:10])
    except ValueError:
        raise SealError("The request could not be written down: its text or its date is not valid.") from None
    return seal(plain, recipients), content.id, day
