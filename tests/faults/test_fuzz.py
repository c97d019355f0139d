"""Whatever stands in a file, nothing but our own errors comes of it: each format, from a sound one."""

import contextlib
import functools
import os
import random
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.files import read_language
from kiosk.content.folders import REVIEWS_FILE, folders_of
from kiosk.content.pictures import picture_claim, picture_complaint
from kiosk.core.callback.names import clean_name
from kiosk.core.callback.phone import caution_of, check_phone, format_as_typed
from kiosk.core.callback.request import Withdrawal, from_wire, to_wire
from kiosk.core.errors import KioskError
from kiosk.core.uptime import Uptime
from kiosk.desk.access.names import person_name
from kiosk.desk.access.places import chosen_office
from kiosk.desk.access.unseal import generate_key_file, is_protected, read_key_file, work_factor
from kiosk.desk.backup.archive import unpack
from kiosk.desk.export.csv_list import read_csv, write_csv
from kiosk.desk.export.formats import FORMATS
from kiosk.desk.export.rows import CallList as Listed
from kiosk.desk.export.rows import Line
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.queue.calls import read_call_book
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.export_jobs import read_records
from kiosk.desk.queue.hand_over import read_notes
from kiosk.desk.queue.numbers import kept_outcomes, weeks
from kiosk.desk.queue.turns import USUAL_RULES, Overview
from kiosk.desk.queue.wrong_clock import long_silence
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.recipients import parse_recipients
from kiosk.store.recipients_door import usable
from kiosk.store.retention import purge_exported
from kiosk.store.seal import seal
from kiosk.store.settings.settings import load_settings
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import StaffPin
from kiosk.store.stick import FOLDER, carried, copy_to, take_receipts
from tests.desk.conftest import make_request
from tests.faults.mutations import mutated
from tests.faults.whole_clinic import NOW, WholeClinic, make_clinic
from tests.numbered import request_id, secret_of

A_FEW: Final = 25
MANY: Final = 950
_OF_TEXTS: Final = ("card", "reviews")
"""A language is read for each of these; fewer are tried."""
Reads = Callable[[WholeClinic, bytes], object]
"""Gives some bytes to what reads them in a clinic."""


def _text(read: Callable[[str], object]) -> Reads:
    return lambda _clinic, data: read(data.decode("utf-8", "surrogateescape"))


def _in_file(name: str, read: Callable[[WholeClinic], object]) -> Reads:
    """Write the bytes over a file of the clinic first."""

    def give(clinic: WholeClinic, data: bytes) -> object:
        (clinic.root / name).write_bytes(data)
        return read(clinic)

    return give


def _sealed(of: Callable[[WholeClinic], Spool], read: Callable[[WholeClinic], object]) -> Reads:
    """Seal the bytes as the only ones of their kind."""

    def give(clinic: WholeClinic, data: bytes) -> object:
        spool = of(clinic)
        spool.discard(*spool.waiting(), *spool.delivered())
        spool.add(seal(data, clinic.office.recipients()), request_id(1), NOW.date())
        return read(clinic)

    return give


def _show(clinic: WholeClinic) -> None:
    """Show the list of calls, and write it in each form."""
    board = read_board(clinic.office, clinic.key, NOW)
    Overview(USUAL_RULES).of(board.cases, NOW)
    long_silence([case.last_at for case in board.cases], NOW)
    lines = tuple(Line(case.entry, "", case.records) for case in board.cases)
    for form in FORMATS.values():
        form.write(Listed(lines, NOW, "ana", 1, "all", USUAL_RULES))


def _odd_names(clinic: WholeClinic, data: bytes) -> None:
    folder = clinic.stick / FOLDER
    name = data.replace(b"/", b"").replace(b"\0", b"")[:200]
    with contextlib.suppress(OSError):  # what no disk takes stands on none
        Path(os.fsdecode(bytes(folder) + b"/" + (name or b"a"))).write_bytes(b"x")
    take_receipts(clinic.spool, clinic.stick)
    copy_to(clinic.spool, clinic.stick)
    carried(clinic.stick)
    for path in folder.iterdir():
        if path.read_bytes() == b"x":
            path.unlink()


def _receipt(clinic: WholeClinic, data: bytes) -> int:
    envelope = min(clinic.spool.collected.iterdir())
    (clinic.share / FOLDER / f"{envelope.name}.receipt").write_bytes(data)
    taken = take_receipts(clinic.spool, clinic.share)
    if taken:  # so that there is one for the next
        (clinic.spool.exported / envelope.name).rename(envelope)
    return taken


def _csv(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    rows = [tuple(text[start : start + 9] for start in range(0, 54, 9))]
    assert read_csv(write_csv(rows)) == rows
    with contextlib.suppress(ValueError):  # as it says
        read_csv(data)


def _own_card(clinic: WholeClinic) -> None:
    reading = read_language(folders_of(clinic.settings), "en")
    reading.reviewed(NOW.date())


WIRE: Final = to_wire(make_request(1))
TAKEN_BACK: Final = to_wire(Withdrawal.of(secret_of(1), "lobby", 1, "2026-11-23T17:00:00Z"))
OFFICE: Final = "office/spool/"
PICTURE: Final = "kiosk/own/pictures/injury-healthy.svg"
REVIEWS: Final = (
    b'[[start-here]]\nname = "Dr. A"\nrole = "neurologist"\ndate = 2026-11-01\ncontent_digest = "00"\n'
)


@functools.cache
def _key_file() -> bytes:
    return generate_key_file("today")[0]


def _of(name: str) -> Callable[[WholeClinic], bytes]:
    return lambda clinic: min(clinic.root.glob(name)).read_bytes()


def _opened(name: str) -> Callable[[WholeClinic], bytes]:
    return lambda clinic: clinic.key.open(_of(name)(clinic)).rstrip()


FORMATS_OF_FILES: Final[Mapping[str, tuple[Callable[[WholeClinic], bytes], Reads]]] = {
    "wire": (lambda _: WIRE.rstrip(), lambda _, data: from_wire(data)),
    "withdrawal": (lambda _: TAKEN_BACK.rstrip(), lambda _, data: from_wire(data)),
    "age": (
        lambda clinic: seal(WIRE, clinic.office.recipients()),
        lambda clinic, data: clinic.key.open(data),
    ),
    "request at the desk": (lambda _: WIRE.rstrip(), _sealed(lambda clinic: clinic.office.spool, _show)),
    "withdrawal at the desk": (
        lambda _: TAKEN_BACK.rstrip(),
        _sealed(lambda clinic: clinic.office.spool, _show),
    ),
    "call": (
        _opened("office/calls/new/*.age"),
        _sealed(lambda clinic: clinic.office.calls, _show),
    ),
    "call book": (
        _opened("office/calls/new/*.age"),
        _sealed(
            lambda clinic: clinic.office.calls, lambda clinic: read_call_book(clinic.office.calls, clinic.key)
        ),
    ),
    "note": (
        _opened("office/notes/new/*.age"),
        _sealed(
            lambda clinic: clinic.office.notes,
            lambda clinic: [note.told for _, note in read_notes(clinic.office, clinic.key).notes],
        ),
    ),
    "numbers": (
        _opened("office/numbers/new/*.age"),
        _sealed(
            lambda clinic: clinic.office.numbers,
            lambda clinic: [week.cells for week in weeks((), kept_outcomes(clinic.office, clinic.key))],
        ),
    ),
    "name": (lambda _: "José María Ng".encode(), _text(clean_name)),
    "person": (lambda _: "Ana-María 2".encode(), _text(person_name)),
    "phone": (
        lambda _: b"+1 (415) 555-2671",
        _text(lambda text: (check_phone(text, "US", "911"), format_as_typed(text, "US"), caution_of(text))),
    ),
    "receipt": (_of("share/call-requests/*.receipt"), _receipt),
    "name on a stick": (
        lambda _: b"20261123-03d8147c4f54893787f4e75df1e3d6d3-0dcb9ba4457e19cfd1ec1931f507b1e6.age.receipt",
        _odd_names,
    ),
    "CSV": (lambda _: write_csv([("a", "=1+1", "b\nc"), ("+1", '"', ",")]), lambda _, data: _csv(data)),
    "key": (
        lambda _: _key_file(),
        lambda _, data: (is_protected(data), work_factor(data), read_key_file(data, str)),
    ),
    "recipients": (
        lambda clinic: clinic.office.recipients_file.read_bytes(),
        lambda _, data: (usable(data), parse_recipients(data, "recipients.txt", demonstration_allowed=True)),
    ),
    "kiosk.toml": (
        _of("kiosk/kiosk.toml"),
        _in_file("kiosk/kiosk.toml", lambda clinic: load_settings(clinic.root / "kiosk/kiosk.toml", {})),
    ),
    "desk.toml": (
        _of("office/desk.toml"),
        _in_file("office/desk.toml", lambda clinic: clinic.office.settings().promise.last_day(NOW.date())),
    ),
    "card": (_of("kiosk/own/en/cards/*"), _in_file("kiosk/own/en/cards/4-injury.toml", _own_card)),
    "reviews": (lambda _: REVIEWS, _in_file(f"kiosk/own/en/{REVIEWS_FILE}", _own_card)),
    "picture": (
        _of(PICTURE),
        _in_file(
            PICTURE,
            lambda clinic: [read(clinic.root / PICTURE) for read in (picture_claim, picture_complaint)],
        ),
    ),
    "sequence": (
        lambda _: b"41 41\n",
        _in_file("kiosk/spool/state/sequence", lambda clinic: clinic.spool.reserve_sequence()),
    ),
    "kiosk-id": (
        _of("kiosk/spool/state/kiosk-id"),
        _in_file("kiosk/spool/state/kiosk-id", lambda clinic: kiosk_id_of(clinic.spool)),
    ),
    "retention.json": (
        _of("kiosk/spool/state/retention.json"),
        _in_file(
            "kiosk/spool/state/retention.json",
            lambda clinic: purge_exported(clinic.spool, 9 * 3600.0, 7),
        ),
    ),
    "pin-guesses": (
        _of("kiosk/spool/state/pin-guesses"),
        _in_file(
            "kiosk/spool/state/pin-guesses",
            lambda clinic: StaffPin(
                clinic.settings.staff_pin, clinic.spool, lambda: Uptime("boot", 9000.0), Uptime("boot", 0.0)
            ).wait(),
        ),
    ),
    "forgotten.json": (
        _of(f"{OFFICE}state/forgotten.json"),
        _in_file(f"{OFFICE}state/forgotten.json", lambda clinic: clinic.office.forgotten_or_why()),
    ),
    "due.json": (
        _of(f"{OFFICE}state/due.json"),
        _in_file(f"{OFFICE}state/due.json", lambda clinic: clinic.office.due()),
    ),
    "job": (
        _of(f"{OFFICE}jobs/0001.json"),
        _in_file(f"{OFFICE}jobs/0001.json", lambda clinic: read_records(clinic.office.spool).warnings),
    ),
    "claim": (
        _of("office/claims/*"),
        _in_file(
            f"office/claims/{'c' * 32}.json",
            lambda clinic: Claims(clinic.office, "b" * 32, lambda: 0.0).others(),
        ),
    ),
    "folder.txt": (
        _of("config/folder.txt"),
        _in_file("config/folder.txt", lambda c: chosen_office(c.root / "config")),
    ),
    "backup": (_of("kiosk-desk.zip"), lambda _, data: unpack(data, "a.zip")),
}


@pytest.fixture(scope="module")
def whole_clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeClinic]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: None)
        yield make_clinic(tmp_path_factory.mktemp("whole") / "clinic")


def _tried(clinic: WholeClinic, name: str, count: int) -> list[str]:
    sample, read = FORMATS_OF_FILES[name]
    sound = sample(clinic)
    chance = random.Random(zlib.crc32(name.encode()))  # noqa: S311  # faults, not secrets
    found: dict[str, str] = {}
    for data in (sound, *(mutated(sound, chance) for _ in range(count))):
        try:
            read(clinic, data)
        except KioskError:
            continue
        except Exception as error:  # noqa: BLE001  # whatever comes is told with what it came of
            found.setdefault(f"{type(error).__name__}: {error}"[:80], repr(data[:300]))
    print(f"{name}: {count} inputs")
    return [f"{error} of {data}" for error, data in found.items()]


def _many(name: str) -> int:
    return 300 if name in _OF_TEXTS else MANY


@pytest.mark.parametrize("name", FORMATS_OF_FILES)
def test_a_few_of_each_format(whole_clinic: WholeClinic, tmp_path: Path, name: str) -> None:
    assert _tried(whole_clinic.copied_to(tmp_path / "clinic"), name, A_FEW) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS_OF_FILES)
def test_many_of_each_format(whole_clinic: WholeClinic, tmp_path: Path, name: str) -> None:
    assert _tried(whole_clinic.copied_to(tmp_path / "clinic"), name, _many(name)) == []


def test_all_together_are_as_many_as_the_first_report_had() -> None:
    assert sum(map(_many, FORMATS_OF_FILES)) >= 28_000
