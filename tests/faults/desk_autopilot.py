"""The real desk window, and somebody who takes in, records and lists, and tells what it called done."""

import itertools
import secrets
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.store.volumes import Volume
from tests.desk.receptionist import NOW, WORDS, Clock, Receptionist, name_of
from tests.faults.flows import Place

TAKEN, RECORDED, LISTED, RESTS = "taken in", "recorded", "listed", "rests"


def work(folder: Path, life: str, told: Connection) -> None:
    """Work at a desk until killed, in a process of its own.

    folder: a Place; life: a word that no other life at this desk has; told: hears of each thing that is done.
    """
    application = QApplication([])
    place, clock = Place(folder), Clock()
    needs = DeskWindowEnvironment(
        lambda: NOW, lambda: WORDS, clock, tuple[Volume, ...], secrets.token_hex(16)
    )
    window = DeskWindow(place.office, needs, begins=False)
    for done in _day(Receptionist(window, clock), clock, place, life):
        told.send(done)
    while True:
        application.processEvents()
        time.sleep(0.01)


def _day(desk: Receptionist, clock: Clock, place: Place, life: str) -> Iterator[str]:
    desk.press(Qt.Key.Key_Return)
    _press(desk, clock, "Open requests")
    desk.window.opening.folder.line.setText(str(place.stick))
    _press(desk, clock, "Open")
    assert desk.told.startswith("Done: "), desk.told
    yield TAKEN
    for number in itertools.count(1):
        case = desk.window.work.case
        if case is None or number > 2:  # as many as a life has time for
            break
        desk.window.work.panel.note.setPlainText(f"{life} {number}")
        _press(desk, clock, "No answer")
        assert "is recorded as" in desk.told, desk.told
        yield f"{RECORDED} {life} {number}"
    _press(desk, clock, "Make a list")
    _press(desk, clock, "Make the list")
    assert desk.told.startswith("Done: "), desk.told
    yield LISTED
    yield RESTS


def _press(desk: Receptionist, clock: Clock, name: str) -> None:
    clock.seconds += 1
    buttons = desk.window.findChildren(QAbstractButton)
    found = [each for each in buttons if each.isVisible() and name_of(each).startswith(name)]
    assert len(found) == 1, f"{name}: {[name_of(each) for each in buttons if each.isVisible()]}"
    found[0].click()
    desk.wait()
