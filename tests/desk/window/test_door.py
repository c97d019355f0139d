"""A desk that cannot be opened says so in a window, by keyboard alone, and makes nothing new."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QPushButton

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.window import app
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.door import Door
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.desk.window.pages.problem import ProblemPage
from kiosk.desk.window.widgets import FolderField
from kiosk.tour.patience import wait_until
from tests.desk.receptionist import NOW, WORDS, Clock, release_buttons

Choose = Callable[[Path | None], None]


@pytest.fixture
def needs() -> DeskWindowEnvironment:
    return DeskWindowEnvironment(lambda: NOW, lambda: WORDS, Clock(), tuple, "d" * 32)


@pytest.fixture
def remembered() -> list[Path]:
    return []


@pytest.fixture
def door(
    qapp: QApplication, tmp_path: Path, needs: DeskWindowEnvironment, remembered: list[Path]
) -> Iterator[Door]:
    made = Door(needs, tmp_path / "usual", remembered.append)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Return how to say which folder the next dialog gives."""

    def next_one(folder: Path | None) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder or ""))

    return next_one


def _shown(door: Door) -> QMainWindow:
    assert door.window is not None
    assert door.window.isVisible()
    return door.window


def _problem(door: Door) -> str:
    page = _shown(door).centralWidget()
    assert isinstance(page, ProblemPage)
    return page.problem.text()


def _press(door: Door, letter: str) -> None:
    window = _shown(door)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
    release_buttons()


def test_a_share_that_is_not_mounted_is_not_there_and_comes_back(
    door: Door, office: DeskFolder, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    door.open(share)
    assert "share is not there: plug in its disk or connect the shared folder" in _problem(door)
    _press(door, "t")
    assert "is not there" in _problem(door)
    assert not share.exists()
    office.root.rename(share)
    _press(door, "t")
    window = _shown(door)
    assert isinstance(window, DeskWindow)
    assert window.pages.currentWidget() is window.unlock


def test_another_folder_can_be_chosen_and_is_remembered(
    door: Door, office: DeskFolder, tmp_path: Path, remembered: list[Path], choose: Choose
) -> None:
    door.open(tmp_path / "nowhere")
    choose(None)
    _press(door, "f")
    assert "is not there" in _problem(door)
    choose(tmp_path)
    _press(door, "f")
    assert "holds other files and no desk" in _problem(door) or "recipients.txt" in _problem(door)
    assert remembered == []
    choose(office.root)
    _press(door, "f")
    assert isinstance(_shown(door), DeskWindow)
    assert remembered == [office.root]


def test_set_up_leads_to_the_desk_that_is_there_already(
    door: Door, office: DeskFolder, tmp_path: Path, remembered: list[Path], choose: Choose
) -> None:
    door.open(tmp_path / "usual")
    window = _shown(door)
    assert isinstance(window, DeskWindow)
    assert window.pages.currentWidget() is window.set_up
    choose(office.root)
    _press(door, "f")
    window = _shown(door)
    assert isinstance(window, DeskWindow)
    assert window.pages.currentWidget() is window.unlock
    assert remembered == [office.root]
    assert not (tmp_path / "usual").exists()


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (
            "desk.toml",
            "delete_after_days = 7\nlock_after_seconds = 5\n",
            r"desk.toml:2: must be from 10 to 900",
        ),
        ("desk.toml", "lock_after_seconds = \n", "desk.toml:1"),
        (
            "recipients.txt",
            "# ana\nage1mistyped\n",
            "line 2, is not a public key that begins with age1: correct",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_what_to_do(
    door: Door, office: DeskFolder, file: str, text: str, told: str
) -> None:
    path = office.root / file
    before = path.read_bytes() if path.exists() else b""
    path.write_text(text, encoding="utf-8")
    door.open(office.root)
    assert told in _problem(door)
    assert path.read_text(encoding="utf-8") == text
    path.write_bytes(before)
    _press(door, "t")
    assert isinstance(_shown(door), DeskWindow)


def test_a_folder_that_cannot_be_read_is_named(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "locked").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    door.open(tmp_path / "locked")
    assert "locked cannot be read (Permission denied): check its disk and your permissions" in _problem(door)


def test_every_control_has_a_name_and_the_problem_can_be_closed(door: Door, tmp_path: Path) -> None:
    door.open(tmp_path / "nowhere")
    window = _shown(door)
    buttons = window.findChildren(QPushButton)
    assert [each.accessibleName() for each in buttons] == ["Try again", "Choose another folder...", "Close"]
    assert window.focusWidget() is buttons[0]
    assert buttons[0].accessibleDescription() == _problem(door)
    _press(door, "c")
    assert not window.isVisible()


def test_the_program_opens_what_was_chosen_before_or_the_usual_folder(
    qapp: QApplication, tmp_path: Path, needs: DeskWindowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(app, "enlarge", lambda _application: None)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr(Door, "open", lambda _door, root: opened.append(root))
    assert app.open_window(None, needs) == 0
    (tmp_path / ".config" / "kiosk-desk").mkdir(parents=True)
    (tmp_path / ".config" / "kiosk-desk" / "folder.txt").write_text(
        f"{tmp_path / 'share'}\n", encoding="utf-8"
    )
    app.open_window(None, needs)
    app.open_window(tmp_path / "named", needs)
    assert opened == [tmp_path / "kiosk-desk", tmp_path / "share", tmp_path / "named"]


def test_a_program_that_has_no_language_from_its_environment_takes_the_desktops(
    qapp: QApplication, tmp_path: Path, needs: DeskWindowEnvironment, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(app, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(app, "enlarge", lambda _application: None)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("es_MX"))
    monkeypatch.setattr(Door, "open", lambda door, _root: spoken.append(door._environment.language))
    app.open_window(tmp_path, needs)
    app.open_window(tmp_path, dataclasses.replace(needs, language="en_US.UTF-8"))
    assert spoken == ["es_MX", "en_US.UTF-8"]


def _beginnings(patch: pytest.MonkeyPatch) -> list[str]:
    """Return where dialogs begin from now on; nothing is chosen in them."""
    begun: list[str] = []

    def folder(_above: object, _title: str, begins: str) -> str:
        begun.append(begins)
        return ""

    patch.setattr(QFileDialog, "getExistingDirectory", folder)
    patch.setattr(QFileDialog, "getOpenFileName", lambda *args: (folder(*args), ""))
    return begun


def test_the_dialog_begins_in_the_nearest_folder_that_is_there(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = _beginnings(monkeypatch)
    folders = [tmp_path, tmp_path / "home", tmp_path / "home" / "kiosk-desk"]
    door.open(folders[-1])
    for count, folder in enumerate(folders, start=1):
        folder.mkdir(exist_ok=True)
        _press(door, "f")
        assert wait_until(lambda: len(begun) == count)  # noqa: B023  # called at once
    assert begun == [str(folder) for folder in folders]


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("{there}/gone/deeper", "{there}"),
        (" {there} ", "{there}"),
        ("", ""),
        ("gone", ""),
        ("~no-such-user/x", ""),
    ],
)
def test_a_folder_that_was_typed_leads_the_dialog_as_near_as_it_can(
    qapp: QApplication,  # noqa: ARG001  # comes first
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    begun: str,
) -> None:
    seen = _beginnings(monkeypatch)
    field = FolderField("&Folder:", "Choose the folder")
    field.line.setText(typed.format(there=tmp_path))
    field.findChildren(QPushButton)[0].click()
    assert seen == [begun.format(there=tmp_path)]
    field.deleteLater()


def test_the_recovery_key_is_looked_for_as_near_its_stick_as_can_be(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = _beginnings(monkeypatch)
    door.open(tmp_path / "usual")
    window = _shown(door)
    assert isinstance(window, DeskWindow)
    window.set_up.stick.line.setText(str(tmp_path / "stick that was taken out"))
    window.set_up._load()
    window.lost.begin(("ana",), "ana", str(tmp_path / "stick that was taken out"))
    window.lost._load()
    assert seen == [str(tmp_path)] * 2
