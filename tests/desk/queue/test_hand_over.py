"""Hand-over notes: sealed, read by everybody who can open the desk, gone when they are put away."""

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.core.errors import WrongKey
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.people import add_person
from kiosk.desk.queue.hand_over import HandOverNote, keep_note, put_away, read_notes
from kiosk.store.seal import seal

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

NOW = datetime.datetime(2026, 11, 24, 15, tzinfo=datetime.UTC)


def _texts(office: DeskFolder, clinic: "Clinic") -> list[str]:
    return [note.text for _, note in read_notes(office, clinic.key).notes]


def test_notes_come_in_their_order_and_only_those_that_were_shown_are_put_away(
    clinic: "Clinic", office: DeskFolder
) -> None:
    keep_note(office, " second \n", "ana", NOW)
    keep_note(office, "first", "ben", NOW - datetime.timedelta(hours=1))
    shown = read_notes(office, clinic.key)
    assert [note.told for _, note in shown.notes] == [
        "ben, 2026-11-24 14:00: first",
        "ana, 2026-11-24 15:00: second",
    ]
    keep_note(office, "third", "ben", NOW + datetime.timedelta(hours=1))
    put_away(office, shown)
    put_away(office, shown)
    assert _texts(office, clinic) == ["third"]


def test_no_note_can_be_read_without_a_key_or_told_by_its_size(clinic: "Clinic", office: DeskFolder) -> None:
    for text in ("Call Zoraida", "a" * 2001):
        keep_note(office, text, "ana", NOW)
    assert sorted(map(len, _texts(office, clinic))) == [12, 2000]
    keep_note(office, "b", "ana", NOW)
    sizes = {len(clinic.key.open(envelope.path.read_bytes())) for envelope in office.notes.waiting()}
    assert sizes == {1024, 3072}
    assert not any(b"Zoraida" in path.read_bytes() for path in office.root.rglob("*") if path.is_file())
    stranger = read_key_file(generate_key_file("")[0], str)
    assert read_notes(office, stranger).notes == ()
    assert read_notes(office, stranger).warning == "3 hand-over notes cannot be opened now."
    assert repr(HandOverNote("secret", "ana", "2026-11-24T15:00:00Z")).count("secret") == 0


@pytest.mark.parametrize("plain", [b"\xff", b"[]", b'{"version": 9}', b'{"version": 1, "text": 1}'])
def test_a_note_that_cannot_be_used_costs_only_itself(
    clinic: "Clinic", office: DeskFolder, plain: bytes
) -> None:
    keep_note(office, "good", "ana", NOW)
    office.notes.add(seal(plain, office.recipients()), "1" * 32, NOW.date())
    assert _texts(office, clinic) == ["good"]
    assert read_notes(office, clinic.key).warning == "1 hand-over note cannot be opened now."


@pytest.mark.usefixtures("quick_keys")
def test_whoever_comes_later_reads_what_was_handed_over_before(clinic: "Clinic", office: DeskFolder) -> None:
    keep_note(office, "Mind the door", "ana", NOW)
    made = add_person(office, clinic.key, "ben", NOW, str)
    ben = read_key_file(made.file.read_bytes(), str)
    assert [note.text for _, note in read_notes(office, ben).notes] == ["Mind the door"]
    [envelope] = office.notes.waiting()
    with pytest.raises(WrongKey):
        read_key_file(generate_key_file("")[0], str).open(envelope.path.read_bytes())
