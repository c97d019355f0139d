"""Two people at their desks: both without a mouse, or both with no key but to write words."""

import abc
import dataclasses
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from kiosk.tour.patience import wait_until
from tests.desk.receptionist import Clock, name_of

W = TypeVar("W", bound=QWidget)
_LISTS_OF_FILES: Final = {"listView", "treeView"}
_LEFT: Final = Qt.MouseButton.LeftButton


@dataclasses.dataclass
class Step:
    """What a part of the day took: key presses or clicks, seconds for hands that need none themselves."""

    what: str
    touches: int = 0
    seconds: float = 0.0


class Hands(abc.ABC):
    """Finds what is visible by its name or its words alone, and counts what is done but for letters of words.

    Every touch comes a second after the one before, as in a clock that the test turns on.
    """

    def __init__(self, window: Callable[[], QWidget | None], clock: Clock) -> None:
        """Sit down at a desk; window: what is on its screen now."""
        self._window = window
        self._clock = clock
        self.steps: list[Step] = []

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Count what is done from here on as one step, in front of this desk."""
        self.sit_down()
        self.steps.append(Step(what))
        begun = time.monotonic()
        yield
        self.steps[-1].seconds = time.monotonic() - begun

    def sit_down(self) -> None:
        """Have this window in front, as window managers do for whoever turns to it or closes its dialog."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    @property
    def window(self) -> QWidget:
        """What is on the screen: the window, or the dialog above it."""
        above = QApplication.activeModalWidget()
        window = above if isinstance(above, QFileDialog) else self._window()
        assert window is not None
        return window

    @property
    def told(self) -> str:
        """The message on the screen, "" for none."""
        return "".join(label.text() for label in self._seen(QLabel) if name_of(label) == "Message")

    @property
    def words(self) -> str:
        """All that labels on the screen say."""
        return "\n".join(label.text() for label in self._seen(QLabel))

    @property
    def rows(self) -> list[list[str]]:
        """The calls to make, as they are shown."""
        [table] = self._seen(QTableView)
        model = table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    @property
    def open_row(self) -> list[str]:
        """The call to make that is open, of empty cells when none is."""
        [table] = self._seen(QTableView)
        index = table.currentIndex()
        return self.rows[index.row()] if index.isValid() else [""] * table.model().columnCount()

    def has(self, name: str) -> bool:
        """Whether there is a button that can be pressed now and whose name begins so."""
        return any(name_of(each).startswith(name) for each in self._seen(QAbstractButton) if each.isEnabled())

    @abc.abstractmethod
    def press(self, name: str) -> None:
        """Press the button whose name begins so."""

    @abc.abstractmethod
    def go_to(self, field: QWidget) -> None:
        """Give a field the focus."""

    @abc.abstractmethod
    def choose(self, name: str, wanted: str) -> None:
        """Choose what begins so in a list that folds out."""

    @abc.abstractmethod
    def go_to_row(self, row: int) -> None:
        """Open a row of the calls to make."""

    @abc.abstractmethod
    def find(self, dialog: QFileDialog, place: str, name: str) -> None:
        """Choose a file or a folder of this name, in a folder that the dialog may have to be led to."""

    def write(self, name: str, text: str) -> None:
        """Write into the empty field of this name."""
        field = self.field(name)
        self.go_to(field)
        held = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        assert held == "", f"{name} holds {held}"
        self.spell(text)

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """Return the field of this name."""
        if any(_is_called(each, name) for each in self._seen(QLineEdit)):
            return self._named(QLineEdit, name)
        return self._named(QPlainTextEdit, name)

    def spell(self, text: str) -> None:
        """Type letters where the focus is; those that are on no plain key come from an input method."""
        for part in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text):
            if part.isascii():
                QTest.keyClicks(self._focus, part)
            else:
                event = QInputMethodEvent()
                event.setCommitString(part)
                QApplication.sendEvent(self._focus, event)

    def press_and_find(self, name: str, place: str, file: str) -> None:
        """Press a button that opens a dialog, and choose a file or folder there."""
        timer = QTimer(interval=20)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and dialog.isActiveWindow() and QApplication.focusWidget():
                timer.stop()
                try:
                    self.find(dialog, place, file)
                finally:
                    dialog.close()

        timer.timeout.connect(look)
        timer.start()
        self.press(name)
        assert not timer.isActive(), "no dialog came"
        self.sit_down()

    def settle(self) -> None:
        """Wait until nothing runs."""
        QApplication.processEvents()
        assert wait_until(lambda: not self._seen(QProgressBar)), "the desk is busy for ever"

    @property
    def _focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus: the keyboard is lost"
        return widget

    def _touch(self) -> None:
        self._clock.seconds += 1
        self.steps[-1].touches += 1

    def _seen(self, kind: type[W]) -> list[W]:
        return [each for each in self.window.findChildren(kind) if each.isVisible()]

    def _named(self, kind: type[W], name: str) -> W:
        found = [each for each in self._seen(kind) if _is_called(each, name) and each.isEnabled()]
        assert len(found) == 1, f"{name}: {len(found)}, among {[name_of(each) for each in self._seen(kind)]}"
        return found[0]

    def _button(self, name: str) -> QAbstractButton:
        seen = [each for each in self._seen(QAbstractButton) if each.isEnabled()]
        found = [each for each in seen if name_of(each).startswith(name)]
        assert len(found) == 1, f"{name}: {len(found)}, among {[name_of(each) for each in seen]}"
        return found[0]


def _is_called(widget: QWidget, name: str) -> bool:
    """Whether a widget has a name; that of a list that folds out is hidden by what is chosen, on Linux."""
    return name in {name_of(widget), widget.accessibleName()}


class Keys(Hands):
    """Every touch is a key press."""

    def press(self, name: str) -> None:
        """Press the letter that is underlined, with Alt."""
        pressed = self._button(name)
        self._alt(pressed.text())
        assert wait_until(lambda: not isValid(pressed) or not pressed.isDown())
        self.settle()

    def go_to(self, field: QWidget) -> None:
        """Press the letter of the field's label, unless the field has the focus already."""
        if not field.hasFocus():
            [caption] = [each for each in self._seen(QLabel) if each.buddy() is field]
            self._alt(caption.text())
        assert field.hasFocus()

    def choose(self, name: str, wanted: str) -> None:
        """Go down, from the top."""
        box = self._named(QComboBox, name)
        self.go_to(box)
        while not box.currentText().startswith(wanted):
            before = box.currentIndex()
            self._key(Qt.Key.Key_Down)
            assert box.currentIndex() > before, f"{wanted} is not in {name}"

    def go_to_row(self, row: int) -> None:
        """Go up or down."""
        [table] = self._seen(QTableView)
        self.go_to(table)
        while (at := table.currentIndex().row()) != row:
            self._key(Qt.Key.Key_Down if at < row else Qt.Key.Key_Up)

    def find(self, dialog: QFileDialog, place: str, name: str) -> None:
        """Type the whole path over what is offered."""
        field = dialog.findChild(QLineEdit)
        assert field is not None
        assert field.hasFocus()
        if field.selectedText() != field.text():
            self._touch()
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.spell(f"{place}/{name}")
        self._key(Qt.Key.Key_Return)

    def _alt(self, text: str) -> None:
        found = re.search(r"&(\w)", text)
        assert found is not None, f"{text} has no letter to press"
        self._touch()
        QTest.keyClick(self._focus, Qt.Key(ord(found[1].upper())), Qt.KeyboardModifier.AltModifier)

    def _key(self, key: Qt.Key) -> None:
        self._touch()
        QTest.keyClick(self._focus, key)
        QApplication.processEvents()


class Mouse(Hands):
    """Every touch is a click; a keyboard only writes words into the field that was clicked."""

    def press(self, name: str) -> None:
        """Click the button."""
        pressed = self._button(name)
        self._click(pressed, QPoint(min(12, pressed.width() // 2), pressed.height() // 2))
        self.settle()

    def go_to(self, field: QWidget) -> None:
        """Click the field, unless it has the focus already."""
        if not field.hasFocus():
            self._click(field)
        assert field.hasFocus()

    def choose(self, name: str, wanted: str) -> None:
        """Fold the list out and click."""
        box = self._named(QComboBox, name)
        if box.currentText().startswith(wanted):
            return
        self._click(box)
        QTest.qWait(
            2 * QApplication.doubleClickInterval()
        )  # a list that has just folded out takes no click yet
        self._item(box.view(), wanted)
        assert box.currentText().startswith(wanted)

    def go_to_row(self, row: int) -> None:
        """Click the row."""
        [table] = self._seen(QTableView)
        self._click(table.viewport(), table.visualRect(table.model().index(row, 0)).center())

    def find(self, dialog: QFileDialog, place: str, name: str) -> None:
        """Click the way up to the folder, the name in the list of files, and Open or Choose."""
        while dialog.directory().absolutePath() != place:
            self.press("Parent Directory")
        [files] = [each for each in self._seen(QAbstractItemView) if each.objectName() in _LISTS_OF_FILES]
        self._item(files, name)
        self.press("Open" if self.has("Open") else "Choose")

    def _item(self, view: QAbstractItemView, wanted: str) -> None:
        def places() -> list[QPoint]:
            model, root = view.model(), view.rootIndex()
            rows = (model.index(row, 0, root) for row in range(model.rowCount(root)))
            return [view.visualRect(at).center() for at in rows if str(at.data()).startswith(wanted)]

        assert wait_until(lambda: bool(places())), f"{wanted} is not in the list"
        self._click(view.viewport(), places()[0])

    def _click(self, widget: QWidget, at: QPoint | None = None) -> None:
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()
        place = widget.rect().center() if at is None else at
        assert widget.visibleRegion().contains(place), f"{name_of(widget)} cannot be seen there"
        self._touch()
        QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)
        QApplication.processEvents()
