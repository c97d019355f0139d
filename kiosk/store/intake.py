"""From a confirmed request to a sealed file on the disk, or one sentence why not."""

import dataclasses
import datetime
from pathlib import Path

from kiosk.core.callbacks import CallbackRequest, to_wire
from kiosk.core.errors import KioskError, SealError
from kiosk.store.recipients import load_recipients
from kiosk.store.seal import seal
from kiosk.store.spool import Spool


class Intake:
    """Takes requests into one spool, sealed to the keys in one recipients file."""

    def __init__(self, spool: Spool, recipients_file: Path, *, demonstration_allowed: bool) -> None:
        """Take a prepared spool; the recipients file is read anew for every request."""
        self._spool = spool
        self._recipients_file = recipients_file
        self._demonstration_allowed = demonstration_allowed

    def trouble(self) -> str | None:
        """Say in one sentence why no request can be taken now, or None; writes a small file to find out."""
        try:
            load_recipients(self._recipients_file, demonstration_allowed=self._demonstration_allowed)
            self._spool.probe()
        except KioskError as error:
            return str(error)
        return None

    def take(self, request: CallbackRequest) -> None:
        """Keep a request whose seq is 0, numbered and sealed; it is on the disk when this returns.

        Raises SealError or SpoolError; the request is then not kept.
        """
        recipients = load_recipients(self._recipients_file, demonstration_allowed=self._demonstration_allowed)
        numbered = dataclasses.replace(request, seq=self._spool.reserve_sequence())
        try:
            plain = to_wire(numbered)
            day = datetime.date.fromisoformat(request.created[:10])
        except ValueError:
            raise SealError(
                "The request could not be written down: its text or its date is not valid."
            ) from None
        self._spool.add(seal(plain, recipients), request.id, day)
