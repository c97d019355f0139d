"""The stick with requests is found among what is plugged in."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStorageInfo, Qt
from pytestqt.qtbot import QtBot

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import StickError
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.window.pages import open_requests
from kiosk.desk.window.pages.open_requests import OpenPage
from kiosk.store.stick import FOLDER
from kiosk.store.volumes import Volume
from tests.desk.receptionist import Open, Receptionist, fill, open_folder

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic


class _Volume:
    def __init__(self, root: Path, *, is_ready: bool = True) -> None:
        self._root, self._is_ready = root, is_ready

    def rootPath(self) -> str:  # noqa: N802  # Qt's name
        return str(self._root)

    def isReady(self) -> bool:  # noqa: N802  # Qt's name
        return self._is_ready


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Qt say what is mounted, as on every system but Linux."""
    monkeypatch.setattr(open_requests, "sys", SimpleNamespace(platform="win32"))


@pytest.fixture
def volumes(monkeypatch: pytest.MonkeyPatch) -> list[_Volume]:
    """Return what is mounted."""
    mounted: list[_Volume] = []
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", lambda: mounted)
    return mounted


@pytest.fixture
def page(qtbot: QtBot) -> OpenPage:
    made = OpenPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shared(
    clinic: "Clinic", stick: Path, desk: Receptionist, request_of: Callable[..., CallbackRequest]
) -> Path:
    """Return a folder that is no stick, from which the desk took a request."""
    fill(clinic, stick, request_of(1))
    open_folder(desk, stick)
    return stick


def _stick(folder: Path, name: str) -> _Volume:
    (folder / name / FOLDER).mkdir(parents=True)
    return _Volume(folder / name)


def test_a_stick_that_is_put_in_later_is_offered_and_so_is_the_next_one(
    page: OpenPage, volumes: list[_Volume], tmp_path: Path
) -> None:
    page.offer("/share/requests")
    page.enter()
    assert page.timer.isActive()
    assert page.folder.line.text() == "/share/requests"
    assert page._found.text() == "No stick was found."
    for name in ("second", "first"):
        volumes.insert(0, _stick(tmp_path, name))
        page.look()
        assert page.folder.line.text() == str(tmp_path / name)
    assert page._found.text().endswith(f"{tmp_path / 'first'}, {tmp_path / 'second'}")
    assert page.is_stick(tmp_path / "first" / FOLDER)
    assert not page.is_stick(tmp_path)
    volumes.clear()
    page.look()
    assert page.folder.line.text() == "/share/requests"
    page.hide()
    assert not page.timer.isActive()


def test_a_stick_that_is_put_in_later_takes_nothing_from_what_is_typed(
    page: OpenPage, volumes: list[_Volume], tmp_path: Path
) -> None:
    page.enter()
    page.folder.line.setText("/typed")
    volumes.append(_stick(tmp_path, "stick"))
    page.look()
    assert page.folder.line.text() == "/typed"
    assert str(tmp_path / "stick") in page._found.text()


def test_a_shared_folder_is_offered_again_after_a_restart_and_a_stick_is_not(
    shared: Path, office: DeskFolder, at_desk: Open, volumes: list[_Volume]
) -> None:
    assert office.settings().requests_folder == str(shared)
    again = at_desk(office).press(Qt.Key.Key_Return).alt("r")
    assert again.window.opening.folder.line.text() == str(shared)
    volumes.append(_stick(office.root, "USB DISK"))
    again.window.opening.look()
    again.press(Qt.Key.Key_Return)
    assert "Done: 0 new requests are" in again.told
    assert office.settings().requests_folder == str(shared)


def test_the_one_stick_that_holds_requests_is_offered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stick", "not-ready"):
        (tmp_path / name / FOLDER).mkdir(parents=True)
    volumes = [
        _Volume(tmp_path),
        _Volume(tmp_path / "not-ready", is_ready=False),
        _Volume(tmp_path / "stick"),
    ]
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", lambda: volumes)
    page = OpenPage()
    qtbot.addWidget(page)
    page.enter()
    assert page._found.text() == f"Found a stick with requests: {tmp_path / 'stick'}"
    assert page.folder.line.text() == str(tmp_path / "stick")


def test_on_linux_only_sticks_are_asked_and_no_share_that_may_hang(
    page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang() -> list[_Volume]:
        raise AssertionError("Qt asks every mounted disk how large it is")

    def refuse() -> tuple[Volume, ...]:
        raise StickError("The sticks cannot be listed.")

    (tmp_path / "stick" / FOLDER).mkdir(parents=True)
    sticks = (Volume("empty", tmp_path), Volume("stick", tmp_path / "stick"))
    monkeypatch.setattr(open_requests, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setattr(QStorageInfo, "mountedVolumes", hang)
    monkeypatch.setattr(open_requests, "removable_volumes", lambda: sticks)
    page.enter()
    assert page.folder.line.text() == str(tmp_path / "stick")
    assert page.is_stick(tmp_path / "stick" / FOLDER)
    monkeypatch.setattr(open_requests, "removable_volumes", refuse)
    page.look()
    assert page._found.text() == "No stick was found."
