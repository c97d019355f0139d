"""Every task of the day has a command: what it does, what it prints, and its JSON, as the README says."""

import datetime
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.core.callback.request import CallbackRequest, to_wire
from kiosk.core.staff_words import Catalog, speak
from kiosk.desk import __main__ as program
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.keys import NewKey
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.queue.claims import Claims
from kiosk.store.seal import seal
from tests.desk.receptionist import NOW, fill

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
Capture = pytest.CaptureFixture[str]


class Terminal:
    """Types commands on a desk's folder."""

    def __init__(self, office: DeskFolder, capture: Capture) -> None:
        self._office = office
        self._capture = capture

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Return the exit code, the output and the errors."""
        code = main([*arguments, "--office", str(self._office.root)])
        return code, *self._capture.readouterr()

    def json(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        """Return the JSON document of a command."""
        ended, shown, _ = self.run(*arguments, "--json")
        assert ended == code
        found = json.loads(shown)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def terminal(office: DeskFolder, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal at the desk of ana, whose key has no passphrase."""
    monkeypatch.setattr(program, "_now", lambda: NOW)
    return Terminal(office, capsys)


@pytest.fixture
def filled(clinic: "Clinic", terminal: Terminal, stick: Path, request_of: Requests) -> Terminal:
    """Return the terminal with three requests at the desk, of which the last one is late."""
    fill(clinic, stick, request_of(1), request_of(2), request_of(3, created="2026-11-19T15:00:00Z"))
    assert terminal.json("take-in", str(stick), "--trust")["taken"] == 3
    return terminal


@pytest.fixture
def two(office: DeskFolder, clinic: "Clinic") -> DeskFolder:
    """Return the desk with ben at it, too."""
    text = office.recipients_file.read_text(encoding="utf-8")
    office.recipients_file.write_text(f"{text}# ben\n{clinic.key.recipient}\n", encoding="utf-8")
    shutil.copy(clinic.key_file, office.key_file("ben"))
    return office


def _forge(office: DeskFolder, request: CallbackRequest) -> None:
    office.spool.add(seal(to_wire(request), office.recipients()), request.id, NOW.date())


def test_requests_are_taken_in_and_a_kiosk_is_the_clinics_only_when_somebody_says_so(
    clinic: "Clinic", office: DeskFolder, terminal: Terminal, stick: Path, request_of: Requests
) -> None:
    fill(clinic, stick, request_of(1))
    code, shown, _ = terminal.run("take-in", str(stick))
    assert code == 0
    assert "Done: 1 new request is at this desk, 0 were here already." in shown
    assert "has not met a kiosk with the name lobby. Is it yours?" in shown
    assert office.settings().kiosks == ()
    fill(clinic, stick, request_of(2))
    assert terminal.json("take-in", str(stick), "--trust") == {
        "found": 1,
        "taken": 1,
        "known": 0,
        "without_receipt": 0,
        "new_kiosks": [],
        "warnings": [],
    }
    assert office.settings().kiosks == ("lobby",)


def test_a_folder_without_requests_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    code, shown, errors = terminal.run("take-in", str(tmp_path / "nothing"))
    assert (code, shown, errors.count("\n")) == (1, "", 1)


def test_calls_show_what_became_of_each(filled: Terminal) -> None:
    assert filled.run("record", "lobby#1", "no-answer", "--note", "rang twice")[0] == 0
    found = filled.json("calls")
    assert found["warnings"] == []
    by_number = {call["number"]: call for call in found["calls"]}
    assert [call["number"] for call in found["calls"]] == ["lobby#3", "lobby#1", "lobby#2"]
    first = by_number["lobby#1"]
    assert {name: first[name] for name in ("phone", "name", "best_time", "language", "warning")} == {
        "phone": "+1 415-555-2601",
        "name": "Visitor 1",
        "best_time": "morning",
        "language": "English",
        "warning": "",
    }
    again = datetime.datetime(2026, 11, 24, 19, tzinfo=datetime.UTC).astimezone()
    told = {
        "state": "no answer",
        "turn": "later",
        "call_by": "2026-11-25",
        "late": False,
        "attempts": 1,
        "call_again": again.isoformat(timespec="minutes"),
        "last_by": "ana",
        "last_at": "2026-11-24T15:00:00Z",
        "last_note": "rang twice",
        "listed": False,
    }
    assert {name: first[name] for name in told} == told
    late = by_number["lobby#3"]
    assert (late["late"], late["turn"], late["state"], late["last_by"]) == (True, "now", "new", None)
    _, shown, errors = filled.run("calls")
    assert "no answer" in shown
    assert "by Mon 2026-11-23" in shown
    assert errors == ""


def test_a_desk_without_requests_says_so(terminal: Terminal) -> None:
    assert terminal.run("calls") == (0, "There is no request at this desk.\n", "")
    assert terminal.run("numbers") == (0, "There is no request yet to count.\n", "")
    assert terminal.json("numbers") == {"weeks": []}


def test_a_request_without_a_date_has_no_day_to_call(
    office: DeskFolder, terminal: Terminal, request_of: Requests
) -> None:
    _forge(office, request_of(1, seq=1, created="2026-13-45T15:00:00Z"))
    [call] = terminal.json("calls")["calls"]
    assert call["call_by"] is None
    assert "no such time" in call["warning"]
    assert "no such time" in terminal.run("calls")[2]


def test_a_call_is_recorded_as_the_window_does_it(
    clinic: "Clinic", office: DeskFolder, filled: Terminal
) -> None:
    recorded = filled.json("record", "lobby#2", "reached", "--again", "2026-11-25T16:00:00+00:00")["recorded"]
    assert (recorded["number"], recorded["state"], recorded["turn"]) == ("lobby#2", "reached", "later")
    code, shown, _ = filled.run("record", "lobby#2", "closed", "--note", " done ")
    assert (code, shown) == (0, "lobby#2 is recorded as closed.\n")
    [case] = [case for case in read_board(office, clinic.key, NOW).cases if case.records]
    assert [(record.state, record.note, record.by, record.again_at) for record in case.records] == [
        ("reached", "", "ana", "2026-11-25T16:00:00Z"),
        ("closed", "done", "ana", None),
    ]
    assert case.records[1].follows == (case.records[0].id,)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lobby#9", "closed"], "There is no request lobby#9 at this desk: see kiosk-desk calls."),
        (["lobby#1", "closed", "--again", "2026-11-25T16:00"], "Not recorded: nobody calls again after"),
        (["lobby#1", "reached", "--again", "2026-11-23T16:00"], "Not recorded: choose a time to call again"),
    ],
)
def test_what_cannot_be_recorded_is_one_sentence(filled: Terminal, arguments: list[str], told: str) -> None:
    assert told in filled.json("record", *arguments, code=1)["error"]
    assert {call["state"] for call in filled.json("calls")["calls"]} == {"new"}


@pytest.mark.parametrize("arguments", [["busy"], ["reached", "--again", "soon"]])
def test_a_state_or_time_that_is_none_is_wrong_usage(terminal: Terminal, arguments: list[str]) -> None:
    code, _, errors = terminal.run("record", "lobby#1", *arguments)
    assert code == 2
    assert "choose from 'new', 'no-answer'" in errors or "give a time such as 2026-11-25T16:00" in errors


def test_nothing_is_recorded_of_two_requests_with_one_number(
    office: DeskFolder, filled: Terminal, request_of: Requests
) -> None:
    _forge(office, request_of(9, seq=1))
    error = filled.json("record", "lobby#1", "closed", code=1)["error"]
    assert error == "Several requests say that they are lobby#1: record the call in the window."


def test_a_case_that_a_colleague_has_open_is_recorded_only_on_demand(
    office: DeskFolder, filled: Terminal
) -> None:
    about = filled.json("calls")["calls"][0]["id"]
    Claims(office, f"{7:032x}", lambda: 0.0).exchange(about, "ben")
    error = filled.json("record", "lobby#3", "closed", code=1)["error"]
    assert error == "Not recorded: ben has lobby#3 open now; wait, or add --anyway."
    assert filled.json("record", "lobby#3", "closed", "--anyway")["recorded"]["state"] == "closed"


def test_numbers_are_numbers(filled: Terminal) -> None:
    filled.run("record", "lobby#3", "reached")
    weeks = filled.json("numbers")["weeks"]
    assert [week["week_from"] for week in weeks] == ["2026-11-23", "2026-11-16", None]
    assert weeks[1] == {
        "week_from": "2026-11-16",
        "requests": 1,
        "to_call": 1,
        "first_call_after_minutes": 5 * 24 * 60,
        "reached_after_minutes": 5 * 24 * 60,
        "reached_at_try": [1, 0, 0],
        "reached_later": 0,
        "never_reached": 0,
        "no_call": 0,
        "open": 0,
        "late": 1,
    }
    assert weeks[0]["first_call_after_minutes"] is None
    assert weeks[0]["open"] == 2
    shown = filled.run("numbers")[1]
    assert "1 (100%)" in shown
    assert "5.0 days" in shown


def test_a_finished_request_leaves_the_desk_here_too(
    filled: Terminal, office: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.run("record", "lobby#3", "reached")
    for days in (8, 9, 10):
        monkeypatch.setattr(program, "_now", lambda days=days: NOW + datetime.timedelta(days=days))
        filled.json("calls")
    assert {call["number"] for call in filled.json("calls")["calls"]} == {"lobby#1", "lobby#2"}
    assert len(office.numbers.waiting()) == 1


@pytest.mark.usefixtures("quick_keys")
def test_somebody_comes_and_goes(office: DeskFolder, filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("long enough to be taken\n", encoding="utf-8")
    before = filled.json("people", "show")
    assert before["people"] == ["ana"]
    assert len(before["check_code"]) == 6
    added = filled.json("people", "add", "Ben Núñez", "--new-passphrase-file", str(file))
    assert added["people"] == ["ana", "Ben Núñez"]
    assert added["done"] == [
        f"Ben Núñez can open this desk. The kiosk needs the new {office.recipients_file}."
    ]
    assert added["check_code"] != before["check_code"]
    assert len(filled.json("calls", "--name", "Ben Núñez")["calls"]) == 3
    error = filled.json("people", "remove", "ana", "--name", "ana", code=1)["error"]
    assert error == "You cannot remove yourself: ask a colleague to do it."
    error = filled.json("people", "remove", "cleo", "--name", "ana", code=1)["error"]
    assert error == "cleo cannot open this desk: see kiosk-desk people show."
    code, shown, _ = filled.run("people", "remove", "Ben Núñez", "--name", "ana")
    assert code == 0
    assert shown.splitlines()[0].startswith("Ben Núñez can no longer open anything this desk keeps")
    assert shown.splitlines()[-2:] == [
        "Can open this desk: ana",
        f"Check code: {' '.join(before['check_code'])}",
    ]


@pytest.mark.usefixtures("quick_keys")
def test_somebody_new_chooses_their_words_at_the_terminal(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, staff_key: NewKey
) -> None:
    monkeypatch.setattr("kiosk.desk.daily.choose_passphrase", lambda _dialogue: str(staff_key.file))
    assert terminal.json("people", "add", "ben")["people"] == ["ana", "ben"]


def test_a_note_is_left_read_and_put_away(filled: Terminal) -> None:
    assert filled.run("notes", "add", "  ") == (1, "", "Not kept: write a note first.\n")
    assert filled.run("notes", "add", "Mr. Lee calls back at four.") == (0, "The note is kept.\n", "")
    filled.run("record", "lobby#1", "reached")
    note = {"text": "Mr. Lee calls back at four.", "by": "ana", "at": "2026-11-24T15:00:00Z"}
    today = "1 record today: 1 reached"
    assert filled.json("notes", "show") == {"today": today, "notes": [note], "warnings": []}
    shown = filled.run("notes", "show")[1]
    assert shown.startswith(f"{today}.\nana, 2026-11-24 ")
    assert shown.endswith(": Mr. Lee calls back at four.\n")
    assert filled.json("notes", "put-away") == {"done": ["Put away for everybody: 1."]}
    assert filled.json("notes", "show")["notes"] == []


def test_a_note_that_cannot_be_opened_is_a_warning(office: DeskFolder, filled: Terminal) -> None:
    filled.run("notes", "add", "a note")
    office.notes.waiting()[0].path.write_bytes(b"torn")
    told = "1 hand-over note cannot be opened now."
    assert filled.json("notes", "show")["warnings"] == [told]
    assert filled.run("notes", "show")[2] == f"Warning: {told}\n"


@pytest.mark.usefixtures("two")
def test_of_several_people_one_says_who_they_are(terminal: Terminal) -> None:
    assert terminal.json("calls", code=1)["error"] == "Say with --name who you are: ana, ben."
    assert terminal.json("calls", "--name", "cleo", code=1)["error"].startswith("Say with --name")
    assert terminal.json("calls", "--name", "ben")["calls"] == []


def test_a_folder_without_a_desk_is_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--office", str(tmp_path / "none"), "calls"]) == 1
    told = f"There is no desk in {tmp_path / 'none'}: set it up in the window, or name its folder"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("way", ["chosen", "usual"])
def test_without_a_folder_it_is_the_one_that_the_window_opens(
    office: DeskFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, way: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setenv("APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME", str(tmp_path))
    if way == "chosen":
        (tmp_path / "kiosk-desk").mkdir()
        (tmp_path / "kiosk-desk" / "folder.txt").write_text(f"{office.root}\n", encoding="utf-8")
    else:
        shutil.copytree(office.root, tmp_path / "home" / "kiosk-desk")
    assert main(["people", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["people"] == ["ana"]


@pytest.fixture
def spanish(office: DeskFolder) -> Iterator[None]:
    """Let the desk speak Spanish."""
    office.save_settings(DeskSettings(language="es"))
    yield
    speak(Catalog())


@pytest.mark.usefixtures("spanish")
def test_commands_speak_the_language_of_the_desk_and_their_json_english(
    filled: Terminal, office: DeskFolder, capsys: Capture
) -> None:
    assert filled.run("record", "lobby#1", "no-answer")[1] == "lobby#1 está anotada así: sin respuesta.\n"
    assert filled.run("record", "lobby#9", "no-answer") == (
        1,
        "",
        "No hay ninguna solicitud lobby#9 en esta recepción: vea kiosk-desk calls.\n",
    )
    shown = filled.run("calls")[1]
    assert [
        word for word in ("Estado", "Horario", "mañanas", "sin respuesta", "Inglés") if word not in shown
    ] == []
    assert {call["state"] for call in filled.json("calls")["calls"]} == {"no answer", "new"}
    key = str(office.key_file("ana"))
    assert main(["list", "--spool", str(office.spool.root), "--key", key]) == 0
    assert "3 en espera" in capsys.readouterr().out


def test_a_computer_speaks_for_a_desk_that_says_nothing(
    terminal: Terminal, office: DeskFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not LANGUAGE: the C library would go on in it, whatever is set back.
    monkeypatch.delenv("LANGUAGE")
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    assert terminal.run("calls")[1] == "No hay ninguna solicitud en esta recepción.\n"
    office.settings_file.write_text("language = 1\n", encoding="utf-8")
    code, _, told = terminal.run("calls")
    assert (code, "desk.toml:1: tiene que ser uno de estos: auto, en, es; no un número" in told) == (1, True)
    speak(Catalog())


def test_a_desks_own_spool_is_exported_after_take_in_wherever_the_command_is_typed(
    office: DeskFolder, filled: Terminal, clinic: "Clinic", capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.run("record", "lobby#3", "closed")
    monkeypatch.chdir(office.spool.root)
    arguments = ["--key", str(clinic.key_file), "--out", str(clinic.lists)]
    assert main(["export", "--spool", ".", *arguments]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("2 exported to ")
    assert "1 finished request is not in the list." in shown.err
    assert main(["export", "--spool", "..", *arguments]) == 1
    assert capsys.readouterr().err == (
        "There is no spool in ..: give the folder the kiosk writes its requests to, or the folder spool in "
        "the desk's own, which is there once requests were taken in.\n"
    )
