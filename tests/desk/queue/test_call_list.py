"""What the desk keeps and what became of it: sealed, merged from several people, rebuilt from files."""

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import PADDED_TO, CallbackRequest
from kiosk.core.errors import KeyFileError, SealError, SettingsError, SpoolError
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, CallState
from kiosk.desk.queue.export_jobs import Job, save_job
from kiosk.desk.queue.opening import open_envelope
from kiosk.store.seal import seal
from tests.desk.taking import take_in
from tests.numbered import request_id
from tests.read_errors import FOR_EVER, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def _take(clinic: "Clinic", office: DeskFolder, *requests: CallbackRequest) -> CallList:
    for request in requests:
        clinic.intake.take(request)
    take_in(office, clinic.key, clinic.spool.root)
    return read_board(office, clinic.key, NOW)


def _record(number: int, state: CallState, at: str = "2026-11-23T18:00:00Z", note: str = "") -> CallRecord:
    return CallRecord(request_id(number), state.value, note, "ana", at)


def test_what_was_recorded_is_there_after_a_restart(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    assert (case.state, case.attempts, case.is_listed) == (CallState.NEW, 0, False)
    case = record_call(office, case, _record(1, CallState.NO_ANSWER, "2026-11-23T18:00:00Z"))
    case = record_call(office, case, _record(1, CallState.VOICEMAIL, "2026-11-23T18:05:00Z"))
    case = record_call(office, case, _record(1, CallState.REACHED, "2026-11-23T18:10:00Z", "Call Tuesday"))
    [again] = read_board(office, clinic.key, NOW).cases
    assert again.records == case.records
    assert (again.state, again.attempts) == (CallState.REACHED, 2)
    assert (again.records[-1].note, again.records[-1].by) == ("Call Tuesday", "ana")


@pytest.mark.parametrize("characters", [0, 1, 500])
def test_a_record_does_not_tell_by_its_size_how_long_its_note_is(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, characters: int
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    record_call(office, case, _record(1, CallState.REACHED, note="n" * characters))
    [sealed] = office.calls.waiting()
    assert len(open_envelope(sealed, clinic.key)) == PADDED_TO


def test_nothing_that_was_recorded_can_be_read_without_a_key(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    record_call(office, case, _record(1, CallState.CLOSED, note="a private note"))
    stored = b"".join(path.read_bytes() for path in office.root.rglob("*") if path.is_file())
    assert b"private" not in stored
    assert b"closed" not in stored
    assert "private" not in f"{_record(1, CallState.CLOSED, note='a private note')!r}"


def test_a_list_without_its_records_is_rebuilt_from_the_envelopes(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    record_call(office, case, _record(1, CallState.CLOSED))
    office.calls.discard(*office.calls.waiting())
    [rebuilt] = read_board(office, clinic.key, NOW).cases
    assert rebuilt.entry.request == case.entry.request
    assert rebuilt.state is CallState.NEW


@pytest.mark.parametrize("plain", [None, b"no json", b"[]", b'{"version":2}', b'{"version":1,"note":1}'])
def test_a_record_that_cannot_be_used_costs_only_itself(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, plain: bytes | None
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    record_call(office, case, _record(1, CallState.NO_ANSWER))
    day = datetime.date(2026, 11, 23)
    if plain is None:
        path = office.calls.add(b"torn", "a" * 32, day)
        path.write_bytes(b"worn")
    else:
        office.calls.add(seal(plain, office.recipients()), "a" * 32, day)
    board = read_board(office, clinic.key, NOW)
    assert board.cases[0].state is CallState.NO_ANSWER
    assert "1 recorded call in" in board.warnings[0]


def test_gaps_strangers_doubts_and_interrupted_lists_are_plain_warnings(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    clinic.spool.reserve_sequence()
    _take(clinic, office, request_of(1, kiosk="annex"))
    office.save_settings(DeskSettings(kiosks=("lobby",)))
    (office.spool.new / "holiday.jpg").write_bytes(b"x")
    save_job(office.spool, Job(1, "intent", "/", "list.csv", "", (), {}))
    warnings = read_board(office, clinic.key, NOW).warnings
    assert [warning.split("(")[0].strip() for warning in warnings] == [
        "The list /list.csv was interrupted; the next list settles it.",
        "annex#2 may be forged",
        "Missing from kiosk annex: 1",
        f"holiday.jpg in {office.spool.new} is not a request.",
    ]


def test_finished_requests_leave_after_the_days_that_were_promised_and_stay_away(
    clinic: "Clinic", office: DeskFolder, request_of: Requests
) -> None:
    board = _take(clinic, office, request_of(1), request_of(2), request_of(3))
    first, second, third = board.cases
    record_call(office, first, _record(1, CallState.CLOSED, "2026-11-15T18:00:00Z"))
    record_call(office, second, _record(2, CallState.CLOSED, "2026-11-17T18:00:00Z"))
    record_call(office, third, _record(3, CallState.NO_ANSWER, "2026-11-15T18:00:00Z"))
    board = read_board(office, clinic.key, NOW)
    for hours in (0, 19):
        assert forget_finished(office, board, NOW - DAY + datetime.timedelta(hours=hours)) == board
    left = forget_finished(office, board, NOW)
    assert [case.entry.number for case in left.cases] == ["lobby#2", "lobby#3"]
    again = read_board(office, clinic.key, NOW)
    assert [case.entry.number for case in again.cases] == ["lobby#2", "lobby#3"]
    assert again.warnings == ()
    assert len(office.calls.waiting()) == 2
    assert forget_finished(office, again, NOW) == again
    clinic.spool.return_to_waiting(*(envelope.path.name for envelope in clinic.spool.delivered()))
    assert take_in(office, clinic.key, clinic.spool.root).known == 3


@pytest.mark.parametrize("unread", ["calls", "spool"])
def test_nothing_is_deleted_for_good_while_a_file_cannot_be_read(
    clinic: "Clinic", office: DeskFolder, request_of: Requests, unread: str
) -> None:
    [case] = _take(clinic, office, request_of(1)).cases
    case = record_call(office, case, _record(1, CallState.REACHED, "2026-11-10T18:00:00Z"))
    before = set(office.calls.new.iterdir())
    record_call(office, case, _record(1, CallState.NEW, "2026-11-11T18:00:00Z", "reached the wrong person"))
    [reopened] = set(office.calls.new.iterdir()) - before
    other = office.spool.add(seal(b"other", office.recipients()), "b" * 32, datetime.date(2026, 11, 23))
    refused = reopened if unread == "calls" else other
    with refused_reads(FOR_EVER, of=lambda path: path == refused):
        board = read_board(office, clinic.key, NOW)
        assert not board.is_complete
        what = "1 recorded call" if unread == "calls" else "1 sealed file"
        assert any(re.search(f"^{what} .*cannot be read now", warning) for warning in board.warnings)
        for now in (NOW - DAY, NOW):
            assert forget_finished(office, board, now) == board
    assert read_board(office, clinic.key, NOW).cases[0].state is CallState.NEW


@pytest.mark.parametrize("content", ["[1]", "{", '[["a", "lobby", "x"]]'])
def test_a_damaged_memory_of_deleted_requests_is_one_sentence(office: DeskFolder, content: str) -> None:
    (office.spool.state / "forgotten.json").write_text(content, encoding="utf-8")
    with pytest.raises(SpoolError, match="keep a copy of it for IT"):
        office.forgotten()


def test_a_disk_that_refuses_is_one_sentence(office: DeskFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.spool.state / "forgotten.json").mkdir()
    with pytest.raises(SpoolError, match="it is a folder"):
        office.forgotten()

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.desk.access.desk_folder.write_durably", refuse)
    with pytest.raises(SpoolError, match="cannot be used"):
        office.remember_forgotten({"a": ("lobby", 1)})
    with pytest.raises(KeyFileError, match="No space left on device"):
        office.save_settings(DeskSettings())


def test_settings_come_back_as_they_were_and_mistakes_are_named(office: DeskFolder) -> None:
    assert office.settings() == DeskSettings()
    settings = DeskSettings(
        3,
        14,
        90,
        ("lobby", "annex"),
        open_weekdays=("monday", "sunday"),
        closed_days=(datetime.date(2026, 12, 25),),
    )
    office.save_settings(settings)
    assert office.settings() == settings
    text = office.settings_file.read_text(encoding="utf-8")
    assert json.dumps(["lobby", "annex"]) in text
    for folder in ("/mnt/Anfragen für Łódź \U0001f4c1", 'C:\\new "share"'):
        office.remember_requests_folder(Path(folder))
        assert office.settings().requests_folder == folder
    office.remember_requests_folder(Path("/\udcff"))
    assert office.settings().requests_folder == folder
    office.settings_file.write_text(text.replace("= 90", "= 1"), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"desk\.toml:5: must be from 10 to 900, such as 600, not "):
        office.settings()


def test_a_holiday_that_is_none_is_named_with_its_line_and_what_to_write(office: DeskFolder) -> None:
    office.settings_file.write_text('kiosks = []\nclosed_days = ["2026-12-25"]\n', encoding="utf-8")
    told = r"desk\.toml:2: entry 1: must be a date without quotation marks, such as 2026-11-28, not text"
    with pytest.raises(SettingsError, match=told):
        office.settings()


def test_a_list_of_holidays_that_ends_soon_is_told(clinic: "Clinic", office: DeskFolder) -> None:
    for day, is_told in ((datetime.date(2026, 12, 25), False), (datetime.date(2026, 12, 1), True)):
        office.save_settings(DeskSettings(closed_days=(datetime.date(2026, 9, 7), day)))
        told = [w for w in read_board(office, clinic.key, NOW).warnings if w.startswith("No holiday after ")]
        assert bool(told) == is_told, day
    assert told[0].startswith(
        "No holiday after 2026-12-01 is known here: add the next ones to closed_days in "
    )
    assert str(office.settings_file) in told[0]


def test_a_desk_is_set_up_once_somebody_has_a_key(office: DeskFolder) -> None:
    assert office.people() == ("ana",)
    assert office.is_set_up
    assert not office.is_demonstration
    office.key_file("ana").unlink()
    assert not office.is_set_up


def test_settings_of_a_windows_editor_are_read_and_utf_16_is_named(office: DeskFolder) -> None:
    office.settings_file.write_bytes(
        b"\xef\xbb\xbf\r\nlock_after_seconds = 60  # without a key press or a click\r\nmost_attempts = 5\r\n"
    )
    assert office.settings() == DeskSettings(most_attempts=5)
    office.settings_file.write_text("most_attempts = 5\n", encoding="utf-16")
    with pytest.raises(SettingsError, match=r"desk\.toml: the file is UTF-16 text"):
        office.settings()


def test_recipients_in_utf_16_are_named_and_name_nobody(office: DeskFolder) -> None:
    office.recipients_file.write_text("# ana\n", encoding="utf-16")
    assert office.people() == ("ana",)
    with pytest.raises(SealError, match="is UTF-16 text"):
        office.recipients()
