"""The way in for staff: hold the top left corner. It needs nothing of the visitor's screens."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.events import Event
from kiosk.store.settings.settings import qml_folder
from kiosk.ui.appearance import Appearance
from kiosk.ui.touch.page_mark import turn_page
from kiosk.ui.translations import Translations

if TYPE_CHECKING:
    from kiosk.ui.staff.services import StaffEnvironment
    from kiosk.ui.staff.view_model import StaffViewModel

CORNER_MILLIMETRES: Final = 20
"""Side of the corner that staff hold. Chosen: the least target of a visitor's finger
(`kiosk.tour.inspection`)."""
HOLD_SECONDS: Final = 3
"""Seconds that the corner is held. Chosen; not measured."""

_BEGINS: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_MOVES: Final = (QEvent.Type.MouseMove, QEvent.Type.TouchUpdate)
_ENDS: Final = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)

_log = logging.getLogger(__name__)


class StaffEntrance(QObject):
    """Watches one window; shows the staff's screen in it, made by an engine of its own.

    told: the staff's screen says something that it did not say before.
    """

    told = Signal()

    def __init__(
        self,
        window: QQuickWindow,
        translations: Translations,
        appearance: Appearance,
        tools: Callable[[], "StaffEnvironment"],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._translations = translations
        self._appearance = appearance
        self._tools = tools
        self._engine: QQmlEngine | None = None
        self._screen: QObject | None = None
        self.staff: StaffViewModel | None = None
        self._hold = QTimer(self, interval=HOLD_SECONDS * 1000, singleShot=True)
        self._hold.timeout.connect(self.open)
        window.installEventFilter(self)

    def refit(self, appearance: Appearance) -> None:
        """Measure on another glass, and show staff's screen in its size."""
        self._appearance = appearance
        if self._engine is not None:
            appearance.scale(self._engine)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow a finger that stays in the corner; nothing is taken from the visitor's screens."""
        if isinstance(event, QMouseEvent | QTouchEvent):
            is_there = all(self._is_corner(point.scenePosition()) for point in event.points())
            if event.type() in _BEGINS and is_there:
                self._hold.start()
            elif event.type() in _ENDS or (event.type() in _MOVES and not is_there):
                self._hold.stop()
        return False

    def _is_corner(self, place: QPointF) -> bool:
        return max(place.x(), place.y()) <= CORNER_MILLIMETRES * self._appearance.pixels_per_millimetre

    @Slot()
    def open(self) -> None:
        """Show the staff's screen over everything else."""
        # Imported here: staff come rarely, and what checks their PIN takes a while to load.
        from kiosk.ui.staff.view_model import StaffViewModel  # noqa: PLC0415

        if self.staff is not None:
            return
        engine = QQmlEngine(self)
        engine.addImportPath(str(qml_folder()))
        self._appearance.apply_to(engine)
        staff = StaffViewModel(self._tools(), self._translations, engine)
        component = QQmlComponent(engine, "Kiosk.Staff", "StaffScreen")
        screen = component.createWithInitialProperties({"parent": self._window.contentItem(), "staff": staff})
        if not component.isReady():
            _log.error("%s %s", Event.STAFF_DOOR_STUCK, component.errorString())
            staff.wait()
            engine.deleteLater()
            return
        # Without an owner, the engine would collect it.
        screen.setParent(self)
        self._engine, self._screen, self.staff = engine, screen, staff
        self._cover(is_covered=True)
        for said in (staff.messageChanged, staff.statusChanged, staff.linesChanged, staff.secondsLeftChanged):
            said.connect(self.told)
        # Queued: the slot that closes the screen runs inside it.
        staff.closed.connect(lambda: QTimer.singleShot(0, self.close))

    def close(self) -> None:
        """Take the staff's screen away."""
        if self.staff is None or self._screen is None or self._engine is None:
            return
        self.staff.wait()
        self._cover(is_covered=False)
        self._screen.setProperty("parent", None)
        self._screen.deleteLater()
        self._engine.deleteLater()
        self._engine, self._screen, self.staff = None, None, None

    def _cover(self, *, is_covered: bool) -> None:
        self._window.setProperty("isCovered", is_covered)
        turn_page()
