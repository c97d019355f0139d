"""The commands as staff type them: what they print and how they end."""

import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from xkcdpass import xkcd_password

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk import __main__ as program
from kiosk.desk import cli
from kiosk.desk import terminal as desk_terminal
from kiosk.desk.__main__ import main
from kiosk.desk.access.keys import NewKey

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
Capture = pytest.CaptureFixture[str]


def _raise(error: BaseException) -> Callable[..., Any]:
    def call(*_args: object, **_kwargs: object) -> Any:
        raise error

    return call


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)


def test_list_shows_every_waiting_request(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    clinic.intake.take(request_of(1, phone="+14155552671", interpreter=True, helper_name="Luis"))
    clinic.intake.take(request_of(2, phone="+442079460018", phone_hard=("text_first",)))
    assert main(["list", *clinic.opening()]) == 0
    shown = capsys.readouterr()
    for part in ("lobby#1", "09:01 -05:00", "+1 415-555-2671", "Visitor 1", "interpreter", "helper: Luis"):
        assert part in shown.out
    assert "+44 20 7946 0018" in shown.out
    assert shown.out.count("interpreter") == 1
    assert shown.err == ""


def test_an_export_wants_to_know_where_to(clinic: "Clinic", capsys: Capture) -> None:
    assert main(["export", *clinic.opening()]) == 2
    assert "--out" in capsys.readouterr().err


def test_list_shows_who_asked_twice(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number, phone="+14155552671"))
    assert main(["list", *clinic.opening()]) == 0
    assert "same number as lobby#2" in capsys.readouterr().out


def test_list_says_when_nothing_waits(clinic: "Clinic", capsys: Capture) -> None:
    assert main(["list", *clinic.opening()]) == 0
    assert capsys.readouterr().out == "There is nothing to list.\n"


def test_list_names_what_is_odd_on_stderr(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    clinic.intake.take(request_of(1))
    clinic.intake.take(request_of(2))
    damaged = clinic.spool.waiting()[0].path
    damaged.write_bytes(b"torn")
    assert main(["list", *clinic.opening()]) == 0
    warnings = capsys.readouterr().err.splitlines()
    assert warnings[0].startswith(f"Warning: {damaged.name[:17]}... is damaged")
    assert warnings[1].startswith("Warning: Missing from kiosk lobby: 1")
    assert damaged.exists()


def test_visitors_words_never_steer_the_terminal(
    clinic: "Clinic", request_of: Requests, capsys: Capture
) -> None:
    name = "[red]A[/red] :smile: \x1b[31m\u202e\u2028"
    clinic.intake.take(request_of(1, name=name))
    assert main(["list", *clinic.opening()]) == 0
    shown = capsys.readouterr().out
    assert "[red]A[/red] :smile: \ufffd[31m\ufffd\ufffd" in shown
    assert "\x1b" not in shown


def test_list_as_json_is_one_document(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    clinic.intake.take(request_of(1, phone="+14155552671", spoken_language="English"))
    clinic.intake.take(request_of(3, phone="+14155552671", spoken_language=""))
    (clinic.spool.new / "holiday.jpg").write_bytes(b"x")
    assert main(["list", "--json", *clinic.opening()]) == 0
    shown = capsys.readouterr()
    document = json.loads(shown.out)
    assert [request["number"] for request in document["requests"]] == ["lobby#1", "lobby#2"]
    assert document["requests"][0]["phone"] == "+1 415-555-2671"
    assert document["requests"][0]["warning"] == "same number as lobby#2"
    assert [request["language"] for request in document["requests"]] == ["English", "English"]
    assert len(document["warnings"]) == 1
    assert shown.err == ""


def test_list_tells_of_an_interrupted_export(
    clinic: "Clinic", request_of: Requests, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.intake.take(request_of(1))
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.desk.export.run.finish_job", _raise(KeyboardInterrupt()))
        assert main(["export", *clinic.opening(), "--out", str(clinic.lists)]) == 1
    assert capsys.readouterr().err == "Stopped: run the same command again to go on.\n"
    assert main(["list", *clinic.opening()]) == 0
    assert "was interrupted; the next list settles it" in capsys.readouterr().err


def test_export_says_how_many_and_where(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    clinic.intake.take(request_of(1))
    arguments = ["export", *clinic.opening(), "--format", "csv", "--out", str(clinic.lists)]
    assert main(arguments) == 0
    file = next(clinic.lists.iterdir())
    assert capsys.readouterr() == (f"1 exported to {file}\n", "")
    assert main(arguments) == 0
    assert capsys.readouterr() == ("There is nothing to list; no list was written.\n", "")


def test_export_as_json_is_one_document(clinic: "Clinic", request_of: Requests, capsys: Capture) -> None:
    clinic.intake.take(request_of(1))
    arguments = ["export", "--json", *clinic.opening(), "--out", str(clinic.lists)]
    assert main(arguments) == 0
    file = next(clinic.lists.iterdir())
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "exported": 1, "warnings": []}
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out) == {"file": None, "exported": 0, "warnings": []}


def test_export_again_by_day_or_all_and_in_another_format(
    clinic: "Clinic", request_of: Requests, capsys: Capture
) -> None:
    clinic.intake.take(request_of(1))
    arguments = ["export", *clinic.opening(), "--out", str(clinic.lists)]
    assert main(arguments) == 0
    assert main([*arguments, "--choose", "2026-11-22"]) == 0
    assert main([*arguments, "--choose", "2026-11-23", "--format", "print"]) == 0
    assert main([*arguments, "--choose", "all", "--format", "xlsx"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("1 exported to") == 3
    assert shown.count("There is nothing to list") == 1
    assert sorted(path.name.split("job")[1][4:] for path in clinic.lists.iterdir()) == [
        "-again.html",
        "-again.xlsx",
        ".csv",
    ]
    assert main([*arguments, "--choose", "yesterday"]) == 2


def test_a_failure_is_one_sentence_and_with_json_an_error_too(clinic: "Clinic", capsys: Capture) -> None:
    arguments = ["list", "--spool", str(clinic.folder), "--key", str(clinic.key_file)]
    assert main(arguments) == 1
    plain = capsys.readouterr()
    assert plain.err.startswith("There is no spool in ")
    assert plain.out == ""
    assert main([*arguments, "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"error": plain.err.rstrip("\n")}


def test_a_disk_that_refuses_is_one_sentence(
    clinic: "Clinic", capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_terminal, "load_key", _raise(PermissionError(13, "Permission denied")))
    assert main(["list", *clinic.opening()]) == 1
    assert capsys.readouterr().err == "The disk refused (Permission denied): check it and try again.\n"


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["list"], ["key"], ["export", "--spool", "a", "--key", "b", "--format", "pdf"]],
)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 2
    assert "usage: kiosk-desk" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "office"),
    [
        ([], None),
        (["window"], None),
        (["--office", "here"], Path("here")),
        (["window", "--office", "here"], Path("here")),
        (["--office", "here", "window"], Path("here")),
    ],
)
def test_without_a_command_the_window_opens(
    arguments: list[str], office: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []

    def open_window(root: Path | None, _needs: object) -> int:
        opened.append(root)
        return 0

    monkeypatch.setattr("kiosk.desk.window.app.open_window", open_window)
    assert main(arguments) == 0
    assert opened == [office]


def test_a_machine_installed_as_a_kiosk_is_refused(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "DEFAULT_FILE", tmp_path)
    assert main(["window"]) == 1
    assert "This machine is a kiosk" in capsys.readouterr().err


def test_help_tells_the_exit_codes(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    assert "Exit codes: 0 done; 1 failed" in capsys.readouterr().out


def test_a_protected_key_is_opened_by_a_passphrase_file(
    clinic: "Clinic", staff_key: NewKey, passphrase: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "passphrase.txt"
    arguments = ["list", "--spool", str(clinic.spool.root), "--key", str(staff_key.file)]
    file.write_text(f"{passphrase}\n", encoding="utf-8")
    assert main([*arguments, "--passphrase-file", str(file)]) == 0
    file.write_text("the wrong passphrase\n", encoding="utf-8")
    assert main([*arguments, "--passphrase-file", str(file)]) == 1
    assert capsys.readouterr().err == "That is not the passphrase of this key file: try again.\n"


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("typed", [str, lambda passphrase: f" {passphrase.title().replace(' ', '  ')} "])
def test_a_passphrase_is_asked_for_without_echo_and_taken_in_any_case_and_spacing(
    clinic: "Clinic",
    staff_key: NewKey,
    passphrase: str,
    typed: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return typed(passphrase)

    monkeypatch.setattr(getpass, "getpass", ask)
    assert main(["list", "--spool", str(clinic.spool.root), "--key", str(staff_key.file)]) == 0
    assert questions == ["Passphrase for front-desk.key: "]


def test_without_a_terminal_no_passphrase_is_asked_for(
    clinic: "Clinic", staff_key: NewKey, capsys: Capture
) -> None:
    assert main(["list", "--spool", str(clinic.spool.root), "--key", str(staff_key.file)]) == 1
    assert "needs a terminal to ask for the passphrase" in capsys.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_an_ended_input_is_one_sentence(
    clinic: "Clinic", staff_key: NewKey, capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(getpass, "getpass", _raise(EOFError()))
    monkeypatch.setattr("builtins.input", _raise(EOFError()))
    assert main(["list", "--spool", str(clinic.spool.root), "--key", str(staff_key.file)]) == 1
    assert capsys.readouterr().err == "No passphrase was given: run the command again.\n"
    assert main(["key", "new", "--name", "a", "--out", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "No answer was given: run the command again.\n"


@pytest.mark.usefixtures("terminal")
def test_a_new_key_is_made_from_the_six_words_shown(
    tmp_path: Path, quick_keys: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "congress raft planner storewide distance camping"
    monkeypatch.setattr(program, "_generate_words", lambda: words)
    monkeypatch.setattr("builtins.input", lambda _question: "")
    monkeypatch.setattr(getpass, "getpass", lambda _question: words)
    assert main(["key", "new", "--name", "front-desk", "--out", str(tmp_path / "keys")]) == 0
    shown = capsys.readouterr().out
    assert words in shown
    assert f"Key file:   {tmp_path / 'keys' / 'front-desk.key'}" in shown
    assert "Public key: age1" in shown
    assert quick_keys == [words]


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize(("name", "slug"), [("Maria López", "maria-lopez"), ("王小明", "person")])
def test_a_new_key_is_for_somebody_of_any_name(tmp_path: Path, capsys: Capture, name: str, slug: str) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text("long enough to be taken\n", encoding="utf-8")
    assert main(["key", "new", "--name", name, "--out", str(tmp_path), "--passphrase-file", str(file)]) == 0
    [key] = tmp_path.glob(f"{slug}-????????.key")
    assert f"Key file:   {key}" in capsys.readouterr().out
    assert (tmp_path / "recipients.txt").read_text(encoding="utf-8").startswith(f"# {name}\nage1")


def test_a_new_key_takes_its_passphrase_from_a_file_but_not_a_short_one(
    tmp_path: Path, quick_keys: list[str], capsys: Capture
) -> None:
    file = tmp_path / "passphrase.txt"
    arguments = ["key", "new", "--name", "a", "--out", str(tmp_path), "--passphrase-file", str(file)]
    file.write_text("too short\n", encoding="utf-8")
    assert main(arguments) == 1
    assert "at least 16 characters" in capsys.readouterr().err
    assert not (tmp_path / "a.key").exists()
    file.write_text("long enough to be taken\n", encoding="utf-8")
    assert main([*arguments, "--demonstration"]) == 0
    assert quick_keys == ["long enough to be taken"]
    assert (
        (tmp_path / "recipients.txt")
        .read_text(encoding="utf-8")
        .startswith("# demonstration: nobody will call\n")
    )


def test_a_recovery_key_is_to_be_printed_and_locked_away(tmp_path: Path, capsys: Capture) -> None:
    assert main(["key", "recovery", "--out", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "It opened a test envelope." in shown
    assert "print it, lock the paper away" in shown
    assert "AGE-SECRET-KEY" not in shown


@pytest.mark.usefixtures("quick_keys")
def test_a_demonstration_is_set_up_once(tmp_path: Path, capsys: Capture) -> None:
    arguments = ["demonstration", "--out", str(tmp_path / "demo")]
    assert main(arguments) == 0
    assert "Nobody will call." in capsys.readouterr().out
    assert main(arguments) == 0
    assert "complete already; nothing was changed" in capsys.readouterr().out


def test_generated_passphrases_are_drawn_from_the_words_that_give_77_bits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn_from: list[list[str]] = []
    monkeypatch.setattr(xkcd_password, "generate_xkcdpassword", lambda words, **_: drawn_from.append(words))
    program._generate_words()
    assert len(set(drawn_from[0])) == 7772


def test_generated_passphrases_are_six_words_and_never_the_same() -> None:
    made = {program._generate_words() for _ in range(20)}
    assert len(made) == 20
    assert all(len(words.split(" ")) == 6 and len(words) >= 16 for words in made)
