"""Keeps the window over all of the first screen, whatever screens and window managers do."""

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.pyside.qt_application import fill_screen, is_filled_by_compositor

LOOK_MILLISECONDS: Final = 500
"""From one look to the next: not all that hides a window tells of it."""
HIDDEN_LOOKS: Final = 2
"""Looks in a row that find nothing of the window on the glass, before it is put there again."""


class FullScreen(QObject):
    """Shows a window on the whole of the first screen until `stop`.

    After every signal of Qt about screens and the window, and twice a second, it looks whether all is right.
    refit: called once the screen has another size.
    """

    def __init__(self, window: QQuickWindow, refit: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._refit = refit
        self._hidden = 0
        screen = QGuiApplication.primaryScreen()
        self._glass = _glass(screen)
        self._cover(screen.geometry())
        self._looks = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looks.timeout.connect(self.look)
        self._looks.start()
        # One look for all that a single change tells of, once Qt has done its own part.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.look)
        application = cast("QGuiApplication", QGuiApplication.instance())
        for changed in (
            application.screenAdded,
            application.screenRemoved,
            application.primaryScreenChanged,
            window.screenChanged,
            window.windowStateChanged,
            window.visibleChanged,
            window.widthChanged,
            window.heightChanged,
        ):
            changed.connect(self._look_soon)

    @Slot()
    def _look_soon(self) -> None:
        if self._looks.isActive():
            self._soon.start()

    @Slot()
    def look(self) -> None:
        """Put right what is not: screen, place, size, state, and whether anything is seen at all."""
        screen = QGuiApplication.primaryScreen()
        if screen is None or screen.geometry().isEmpty():
            return  # until there is one again
        self._hidden = 0 if self._window.isExposed() else self._hidden + 1
        is_hidden = self._hidden >= HIDDEN_LOOKS and _is_on_x11()
        if is_hidden:
            # A window manager that shows the desktop may say nothing of it: only a new window comes up again.
            self._hidden = 0
            self._window.hide()
        if self._window.screen() is not screen:
            self._window.setScreen(screen)
        if is_hidden or not _fills(self._window, screen):
            self._cover(screen.geometry())
        glass, self._glass = self._glass, _glass(screen)
        if glass != self._glass:
            self._refit()

    def _cover(self, place: QRect) -> None:
        fill_screen(self._window, place)
        if _is_on_x11():
            self._window.raise_()
            self._window.requestActivate()

    def stop(self) -> None:
        """Let the window go."""
        self._looks.stop()
        self._soon.stop()


def _fills(window: QWindow, screen: QScreen) -> bool:
    if is_filled_by_compositor():
        return window.isVisible()
    return window.visibility() == QWindow.Visibility.FullScreen and window.geometry() == screen.geometry()


def _is_on_x11() -> bool:
    """Whether other windows can lie above; elsewhere a screen that is off shows nothing of any window."""
    return QGuiApplication.platformName() == "xcb"


def _glass(screen: QScreen) -> tuple[int, int, float]:
    return (*screen.size().toTuple(), screen.physicalDotsPerInch())
