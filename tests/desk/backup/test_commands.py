"""Back up, restore, and all is as before: the commands as IT types or schedules them."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.desk import __main__ as program
from kiosk.desk.__main__ import main
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.check_code import check_code
from tests.desk.receptionist import NOW

Capture = pytest.CaptureFixture[str]
MADE = f"kiosk-desk-{NOW.astimezone():%Y-%m-%d-%H%M%S}.zip"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_now", lambda: NOW)


def _json(capture: Capture, office: Path, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
    assert main([*map(str, arguments), "--office", str(office), "--json"]) == code
    found = json.loads(capture.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_calls_numbers_and_notes_are_the_same_after_a_round_trip(
    busy: DeskFolder, backups: Path, tmp_path: Path, passphrase: str, capsys: Capture
) -> None:
    words = tmp_path / "words.txt"
    words.write_text(f"{passphrase}\n", encoding="utf-8")
    shown = [
        (*command, "--passphrase-file", words) for command in (("calls",), ("numbers",), ("notes", "show"))
    ]
    before = [_json(capsys, busy.root, *command) for command in shown]
    made = _json(capsys, busy.root, "backup", backups)
    busy.root.rename(tmp_path / "kept until the restored desk works")
    restored = _json(capsys, busy.root, "restore", made["file"])
    assert [_json(capsys, busy.root, *command) for command in shown] == before
    assert len(before[0]["calls"]) == 40
    assert len([call for call in before[0]["calls"] if call["last_note"] == "rang twice"]) == 10
    assert restored["files"] == made["files"]


def test_the_documents_say_where_what_and_what_not(
    busy: DeskFolder, backups: Path, tmp_path: Path, capsys: Capture
) -> None:
    [exported] = busy.lists.iterdir()
    file = backups / MADE
    assert _json(capsys, busy.root, "backup", backups) == {
        "file": str(file),
        "made": "2026-11-24T15:00:00Z",
        "files": 56,
        "bytes": file.stat().st_size,
        "left_out": [f"lists/{exported.name}"],
    }
    restored = _json(capsys, tmp_path / "restored", "restore", file)
    assert len(restored.pop("done")) == 4
    assert restored == {
        "office": str(tmp_path / "restored"),
        "made": "2026-11-24T15:00:00Z",
        "files": 56,
        "people": ["front-desk"],
        "check_code": list(check_code(busy.recipients())),
    }


def test_what_people_read_names_what_is_left_out_and_what_is_lost(
    locked: DeskFolder, backups: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["backup", str(backups), "--office", str(locked.root)]) == 0
    made, opens = capsys.readouterr().out.splitlines()
    assert made == f"Done: 2 files of this desk are in {backups / MADE}."
    assert "or with the recovery key, which is not in it" in opens
    for number in range(5):
        (locked.root / f"{number}.csv").write_bytes(b"x")
    assert main(["backup", str(backups / "second.zip"), "--office", str(locked.root)]) == 0
    assert "Not in it: 0.csv, 1.csv, 2.csv, 2 more. A backup holds no list" in capsys.readouterr().out
    assert main(["restore", str(backups / MADE), "--office", str(tmp_path / "restored")]) == 0
    done, lost, people, code = capsys.readouterr().out.splitlines()
    time = f"{NOW.astimezone():%Y-%m-%d %H:%M}"
    assert done == f"Done: the desk as it was on {time} is in {tmp_path / 'restored'} (2 files)."
    assert lost.startswith("Calls and notes recorded since are lost.")
    assert people.startswith("front-desk can open it with the words of that day: whoever was removed since")
    assert code.startswith(f"Check code: {' '.join(check_code(locked.recipients()))}. Where the kiosk shows")


def test_what_cannot_be_done_is_one_sentence_and_ends_with_1(
    locked: DeskFolder, backups: Path, tmp_path: Path, capsys: Capture
) -> None:
    gone = backups / "gone"
    assert _json(capsys, locked.root, "backup", gone, code=1)["error"].startswith(f"{gone} is no folder that")
    assert _json(capsys, tmp_path / "new", "restore", gone, code=1)["error"].startswith(f"{gone} cannot be")
    assert main(["backup", "--office", str(locked.root)]) == 2


def test_without_a_folder_it_is_the_usual_desk(
    locked: DeskFolder, backups: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    made = _json(capsys, locked.root, "backup", backups)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert main(["restore", made["file"]]) == 0
    assert DeskFolder(tmp_path / "kiosk-desk").people() == ("front-desk",)
