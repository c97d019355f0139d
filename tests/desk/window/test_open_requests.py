"""The stick with requests is found among what is plugged in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStorageInfo
from pytestqt.qtbot import QtBot

from kiosk.desk.window.pages.open_requests import OpenPage
from kiosk.store.stick import FOLDER


class _Volume:
    def __init__(self, root: Path, *, is_ready: bool = True) -> None:
        self._root, self._is_ready = root, is_ready

    def rootPath(self) -> str:  # noqa: N802  # Qt's name
        return str(self._root)

    def isReady(self) -> bool:  # noqa: N802  # Qt's name
        return self._is_ready


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
