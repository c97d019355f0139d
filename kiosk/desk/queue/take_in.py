"""From a stick, a shared folder or a kiosk's own spool into the desk's folder, with receipts."""

import contextlib
import dataclasses
import datetime
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.core.audit import AuditEvent
from kiosk.core.callback.request import CallbackRequest, Withdrawal
from kiosk.core.errors import KioskError, NoAnswer, SpoolError, StickError, UnreadEnvelope, UnsealError
from kiosk.core.staff_words import mark, tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import desk_log, take_logs
from kiosk.desk.queue.numbers import kept_outcomes
from kiosk.desk.queue.opening import open_envelope, read_content
from kiosk.store.answering import Step, while_it_answers
from kiosk.store.envelope import Envelope
from kiosk.store.seal import seal
from kiosk.store.spool import Spool
from kiosk.store.stick import FOLDER, carried, carried_logs, give_receipt, own_log, refuse_link

_MAY_COME_AGAIN: Final = mark(
    "Nothing new is lost. But a request that was finished and deleted here may have come in as a new one: "
    "look at its date before you call."
)


@dataclasses.dataclass(frozen=True, slots=True)
class TakenIn:
    """Counts of the requests in a folder after it was read.

    found: all of them; taken: new at this desk; known: at this desk before; without_receipt: taken, but the
    folder does not show it; new_kiosks: names seen for the first time; warnings: one sentence each.
    """

    found: int
    taken: int
    known: int
    without_receipt: int
    new_kiosks: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What staff have to know."""
        new = tr_count(
            self.taken, "{count} new request is at this desk", "{count} new requests are at this desk"
        )
        known = tr_count(self.known, "{count} was here already", "{count} were here already")
        told = [tr("Done: {new}, {known}.", new=new, known=known)]
        missing = self.found - self.taken - self.known
        if missing:
            told.append(
                tr_count(
                    self.found,
                    "Not taken in: {missing} of {count} request. Left as found:",
                    "Not taken in: {missing} of {count} requests. Left as found:",
                    missing=missing,
                )
            )
        told += self.warnings
        if self.without_receipt:
            told.append(
                tr_count(
                    self.without_receipt,
                    "That is so for {count} request that is at this desk. Nothing is lost: leave them there "
                    "and open that folder once more, now or another day; this desk knows them.",
                    "That is so for {count} requests that are at this desk. Nothing is lost: leave them "
                    "there and open that folder once more, now or another day; this desk knows them.",
                )
            )
        if self.new_kiosks:
            told.append(
                tr(
                    "This desk has not met a kiosk with the name {names}. Is it yours? If nobody knows it, "
                    "ask IT before you call.",
                    names=", ".join(self.new_kiosks),
                )
            )
        return tuple(told)


@dataclasses.dataclass(frozen=True, slots=True)
class _Source:
    envelopes: tuple[Envelope, ...]
    settle: Callable[[Envelope, str | None], None]
    logs: Mapping[str, bytes]


@dataclasses.dataclass(slots=True)
class _Kept:
    """What is on this desk's disk so far."""

    taken: int = 0
    unread: int = 0
    to_settle: list[tuple[Envelope, str | None]] = dataclasses.field(default_factory=list)
    kiosks: dict[str, None] = dataclasses.field(default_factory=dict)
    warnings: list[str] = dataclasses.field(default_factory=list)


def take_in(
    office: DeskFolder,
    key: StaffKey,
    folder: Path,
    today: datetime.date,
    on_taken: Callable[[int, int], None] = lambda _done, _all: None,
) -> TakenIn:
    """Copy every request in a folder to this desk, sealed again to its people; then settle it in the folder.

    A request is settled (by a receipt, or by moving it in the kiosk's own spool) only when it was opened and
    is on this desk's disk. Requests the desk has already are settled again and not kept twice. A file that
    cannot be opened, and a folder that takes no receipts, are warnings; the folder can be opened again. One
    that hangs is given up; what is at this desk by then stays.
    today: the date of what was made by a kiosk whose clock was not set; on_taken: called with how many of how
    many requests were looked at.
    Raises StickError, SpoolError, SettingsError or SealError, and then nothing was taken in.
    """
    office.prepare()
    _look_at(folder)
    source = while_it_answers(lambda _step: _source(folder))
    met = office.settings().kiosks
    kept = _keep(office, key, source.envelopes, today, on_taken)
    refused = _settle(source, kept.to_settle)
    if kept.unread:
        kept.warnings.append(
            tr_count(
                kept.unread,
                "{count} request in {folder} cannot be read now: open it once more.",
                "{count} requests in {folder} cannot be read now: open it once more.",
                folder=folder,
            )
        )
    kept.warnings += take_logs(office, source.logs)
    return TakenIn(
        found=len(source.envelopes),
        taken=kept.taken,
        known=len(kept.to_settle) - kept.taken,
        without_receipt=len(refused),
        new_kiosks=tuple(kiosk for kiosk in kept.kiosks if kiosk not in met),
        warnings=(*kept.warnings, *refused[:1]),
    )


def note_taken_in(office: DeskFolder, found: TakenIn, by: str, now: datetime.datetime) -> None:
    """Keep in the audit log that somebody took requests in; now: aware."""
    receipts = found.taken + found.known - found.without_receipt
    desk_log(office).add(
        AuditEvent.TAKEN_IN, now, by=by, new=found.taken, known=found.known, receipts=receipts
    )


def _keep(
    office: DeskFolder,
    key: StaffKey,
    envelopes: tuple[Envelope, ...],
    today: datetime.date,
    on_taken: Callable[[int, int], None],
) -> _Kept:
    """Put on this desk's disk what is not there yet, until that disk refuses."""
    recipients = office.recipients()
    kept = _Kept()
    known = _contents_by_id(office, key, {envelope.request_id for envelope in envelopes})
    forgotten, lost = office.forgotten_or_why()
    # What left the desk left its numbers: these know it too, should that file be lost.
    gone = {*forgotten, *(outcome.id for outcome in kept_outcomes(office, key))}
    kept.warnings += [f"{reason} {tr(_MAY_COME_AGAIN)}" for reason in lost]
    for count, envelope in enumerate(envelopes, start=1):
        try:
            plain = _open(envelope, key)
            content = read_content(plain, envelope)
        except UnreadEnvelope:
            kept.unread += 1
        except NoAnswer:
            kept.unread += len(envelopes) - count + 1
            break
        except UnsealError as error:
            kept.warnings.append(
                tr("{file} was not taken in: {error}", file=envelope.short_name, error=error)
            )
        else:
            same_id = known.setdefault(envelope.request_id, [])
            if content not in same_id and content.about not in gone:
                day = envelope.day if content.is_dated else today
                try:
                    office.spool.add(seal(plain, recipients), envelope.request_id, day)
                except SpoolError as error:
                    kept.warnings.append(str(error))
                    break
                same_id.append(content)
                kept.kiosks[content.kiosk] = None
                kept.taken += 1
            kept.to_settle.append((envelope, content.receipt))
        on_taken(count, len(envelopes))
    return kept


def _open(envelope: Envelope, key: StaffKey) -> bytes:
    return while_it_answers(lambda _step: open_envelope(envelope, key))


def _settle(source: _Source, to_settle: list[tuple[Envelope, str | None]]) -> list[str]:
    """Try each while the folder answers, and return why it was refused, one sentence for each that was."""
    refused: list[str] = []
    looked_at = 0

    def settle(step: Step) -> None:
        nonlocal looked_at
        for number, (envelope, receipt) in enumerate(to_settle, start=1):
            try:
                source.settle(envelope, receipt)
            except KioskError as error:
                refused.append(str(error))
            looked_at = number
            step(number, len(to_settle))

    try:
        while_it_answers(settle)
    except NoAnswer as error:
        return [*refused, *[str(error)] * (len(to_settle) - looked_at)]
    return refused


def _look_at(folder: Path) -> None:
    """Raise StickError for a dead server or a broken stick; what is not there is told elsewhere."""
    try:
        while_it_answers(lambda _step: os.listdir(folder))  # noqa: PTH208  # at once, not when it is iterated
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _unopened(folder, error) from None


def _unopened(folder: Path, error: OSError) -> StickError:
    return StickError(
        tr(
            "{folder} cannot be opened ({reason}): put the stick in again, or connect the shared folder, "
            "then open it once more.",
            folder=folder,
            reason=error.strerror,
        )
    )


def _is_spool(folder: Path) -> bool:
    """Whether a folder is a kiosk's spool itself, and leads nowhere else. Raises StickError."""
    try:
        is_spool = (folder / "new").is_dir() and (folder / "state").is_dir()
        for each in Spool(folder).folders if is_spool else ():
            refuse_link(each, folder)
    except OSError as error:
        raise _unopened(folder, error) from None
    return is_spool


def _source(folder: Path) -> _Source:
    if _is_spool(folder):
        spool = Spool(folder)

        def deliver(envelope: Envelope, _receipt: str | None) -> None:
            spool.deliver(envelope.path.name)

        spool.create_folders()
        return _Source((*spool.waiting(), *spool.on_the_way()), deliver, own_log(spool))
    target = folder.parent if folder.name == FOLDER else folder
    return _Source(carried(target), give_receipt, carried_logs(target))


def _contents_by_id(
    office: DeskFolder, key: StaffKey, ids: set[str]
) -> dict[str, list[CallbackRequest | Withdrawal]]:
    """Return what the desk has of these requests; one that cannot be opened here counts as none."""
    found: dict[str, list[CallbackRequest | Withdrawal]] = {}
    for envelope in (*office.spool.waiting(), *office.spool.delivered()):
        if envelope.request_id in ids:
            with contextlib.suppress(UnsealError):
                content = read_content(open_envelope(envelope, key), envelope)
                found.setdefault(envelope.request_id, []).append(content)
    return found
