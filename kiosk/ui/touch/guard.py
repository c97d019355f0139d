"""One gesture does one thing: the echo of a trembling hand and a touch meant for the page before do none."""

import dataclasses
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QEventPoint, QInputEvent, QKeyEvent, QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.core.pages import page_of
from kiosk.core.touches import KEY_GAP_SECONDS, NEW_PAGE_SECONDS, Gesture, is_echo
from kiosk.ui.appearance import Appearance
from kiosk.ui.touch.controls import control_at
from kiosk.ui.touch.keys import ACTING, MOVING
from kiosk.ui.touch.page_mark import PAGE_TURNED
from kiosk.ui.touch.pointers import MOUSE, POINTERS, begins, cancel_touch, ends, name_of
from kiosk.ui.viewmodels.visit import VisitViewModel
from kiosk.ui.visit_holder import VisitHolder

FRAME_SECONDS: Final = 2.0
"""A page that was not drawn after this long is taken as drawn: a screen that is off draws nothing."""

_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class TouchGuard(QObject):
    """Sees every touch and key before the screens do, and keeps from them what is not meant for them.

    A gesture is a finger (or the mouse) from press to release; a dead one reaches no screen. Dead are: the
    echo of the gesture before, one that begins before a new page was seen, and all that are under way when
    a page turns or another finger has touched a control. While "Are you still there?" is asked, a gesture
    anywhere answers it when it ends. drawn: a new page is on the glass; picked: with one switch, whatever was
    pressed, which then reaches no screen.
    """

    drawn = Signal()
    picked = Signal()

    def __init__(  # noqa: PLR0913  # it stands between the window and all it shows
        self,
        window: QQuickWindow,
        visit_holder: VisitHolder,
        visit: VisitViewModel,
        *,
        appearance: Appearance,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        """Clock: seconds, never going back; it times pages, the events' own time stamps the gestures."""
        super().__init__(parent)
        self._window = window
        self._visit_holder = visit_holder
        self._visit = visit
        self._pixels_per_millimetre = appearance.pixels_per_millimetre
        self._clock = clock
        self._page = page_of(visit_holder.visit)
        self._turned_at = -FRAME_SECONDS
        self._is_drawn = True
        self._pressed: dict[int, Gesture] = {}
        self._dead: set[int] = set()
        self._dead_keys: set[int] = set()
        self._before: Gesture | None = None
        self._has_begun_here = False
        self._key_before: tuple[int, Gesture] | None = None
        self._touch_device: QPointingDevice | None = None
        self._is_passing = False
        visit_holder.changed.connect(self._on_visit_changed)
        visit.isWarnedChanged.connect(self.turn_page)
        window.installEventFilter(self)
        self.turn_page()  # the one on the glass
        window.update()

    def refit(self, appearance: Appearance) -> None:
        """Measure on another glass, which is another page too."""
        self._pixels_per_millimetre = appearance.pixels_per_millimetre
        self.turn_page()

    def _on_visit_changed(self) -> None:
        page = page_of(self._visit_holder.visit)
        if page != self._page:
            self._page = page
            self.turn_page()

    @property
    def _is_asked(self) -> bool:
        """Whether "Are you still there?" is on the glass; the staff's screen covers it."""
        return self._visit.is_warned and not self._window.property("isCovered")

    @property
    def is_one_switch(self) -> bool:
        """Whether a press picks what is lit, wherever it is made."""
        wants_it = self._visit_holder.visit.comfort.has_one_switch
        return wants_it and not self._window.property("isCovered") and not self._visit.is_warned

    @property
    def is_drawn(self) -> bool:
        """Whether the page is on the glass."""
        return self._is_drawn

    def turn_page(self) -> None:
        """Begin the dead time of a new page; what is under way does nothing on it."""
        self._turned_at = self._clock()
        self._dead |= set(self._pressed)
        self._has_begun_here = False
        if self._is_drawn:
            self._is_drawn = False
            self._window.frameSwapped.connect(self._on_drawn)
        # Later: a page may turn while Qt is handing out the very event that turned it.
        QTimer.singleShot(0, self, self._let_go)

    @Slot()
    def _on_drawn(self) -> None:
        # Drawn in a thread of its own, a page may tell of more than one frame before it is heard.
        if self._is_drawn:
            return
        self._window.frameSwapped.disconnect(self._on_drawn)
        self._is_drawn = True
        self._turned_at = self._clock()
        self.drawn.emit()

    @property
    def is_settling(self) -> bool:
        """Whether a press would come too soon after a page turned."""
        return self._clock() - self._turned_at < (NEW_PAGE_SECONDS if self._is_drawn else FRAME_SECONDS)

    def _let_go(self) -> None:
        """Take what is under way from the controls that hold it: they would wait for its end."""
        self._is_passing = True
        if self._touch_device is not None and self._dead & set(self._pressed) - {MOUSE}:
            cancel_touch(self._window, self._touch_device)
        if MOUSE in self._dead and (holder := self._window.mouseGrabberItem()):
            holder.ungrabMouse()
        self._is_passing = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Drop what does not count as a touch, and report every sign that a visitor is there."""
        kind = event.type()
        if self._is_passing:
            return False
        if kind == PAGE_TURNED:
            self.turn_page()
            return True
        if kind in POINTERS and isinstance(event, QMouseEvent | QTouchEvent):
            return self._on_pointer(event)
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if kind == QEvent.Type.TouchCancel:
            self._pressed.clear()
            self._dead.clear()
        elif isinstance(event, QInputEvent) and not self._is_asked:
            self._visit.note_activity()
        return False

    def _on_pointer(self, event: QMouseEvent | QTouchEvent) -> bool:
        is_asked = self._is_asked
        if not is_asked:
            self._visit.note_activity()
        if isinstance(event, QTouchEvent):
            self._touch_device = event.pointingDevice()
        at = self._time_of(event)
        points = event.points()
        for point in points:
            if begins(event, point):
                self._begin(name_of(event, point), point.scenePosition(), at)
        live = self._live(event)
        for point in points:
            if ends(event, point):
                self._end(name_of(event, point), point.scenePosition(), at)
        if is_asked and not self._pressed and event.isEndEvent():
            QTimer.singleShot(0, self, self._answer)
        if live and len(live) < len(points):
            self._pass_on(event, live)
        if len(live) < len(points):
            event.accept()
        return len(live) < len(points)

    def _live(self, event: QMouseEvent | QTouchEvent) -> list[QEventPoint]:
        """Return what of an event reaches the screens."""
        if len(self._pressed) > 1:
            for point in event.points():
                if ends(event, point):
                    self._take_the_rest(name_of(event, point), point.scenePosition())
        return [point for point in event.points() if name_of(event, point) not in self._dead]

    def _answer(self) -> None:
        if self._is_asked:
            self._visit.stay()

    def _time_of(self, event: QInputEvent) -> float:
        return event.timestamp() / 1000 if event.timestamp() else self._clock()

    def _begin(self, finger: int, place: QPointF, at: float) -> None:
        if finger in self._pressed:
            return
        is_dead = self.is_settling or self._is_echo(place, at)
        if is_dead or self.is_one_switch:
            self._dead.add(finger)
        self._pressed[finger] = self._gesture(place, at, at)
        self._has_begun_here |= not is_dead
        if finger in self._dead:
            self._before = self._pressed[finger]
        if self.is_one_switch and not is_dead:
            self.picked.emit()

    def _take_the_rest(self, finger: int, place: QPointF) -> None:
        """Let a finger that is lifted from a control be the only one: what else lies there is the same hand.

        Two thumbs that type one after the other are two.
        """
        if finger in self._dead or (control := control_at(self._window.contentItem(), place)) is None:
            return
        began = self._pressed[finger].pressed_at
        is_key = control.property("isKey") is True
        rest = {
            other
            for other, gesture in self._pressed.items()
            if other != finger and not (is_key and abs(gesture.pressed_at - began) >= KEY_GAP_SECONDS)
        }
        if rest - self._dead:
            self._dead |= rest
            QTimer.singleShot(0, self, self._let_go)

    def _end(self, finger: int, place: QPointF, at: float) -> None:
        began = self._pressed.pop(finger, None)
        self._dead.discard(finger)
        if began is not None:
            self._before = self._gesture(place, began.pressed_at, at)

    def _gesture(self, place: QPointF, pressed_at: float, released_at: float) -> Gesture:
        size = self._pixels_per_millimetre
        return Gesture(pressed_at, released_at, place.x() / size, place.y() / size)

    def _is_echo(self, place: QPointF, at: float) -> bool:
        before = self._before
        # The control is looked for only when the time alone does not settle it.
        if before is None or not self._repeats(before, at, is_same_place=True, is_key=False):
            return False
        if self.is_one_switch:
            return True
        size = self._pixels_per_millimetre
        control = control_at(self._window.contentItem(), place)
        # Nobody presses a key twice that a page has only just brought under the finger.
        is_key = self._has_begun_here and control is not None and control.property("isKey") is True
        place_before = QPointF(before.x * size, before.y * size)
        hits_same = control is not None and control.contains(control.mapFromScene(place_before))
        is_near = not is_key and before.is_near(place.x() / size, place.y() / size)
        return self._repeats(before, at, is_same_place=hits_same or is_near, is_key=is_key)

    def _repeats(self, before: Gesture, at: float, *, is_same_place: bool, is_key: bool) -> bool:
        easy = self._visit_holder.visit.comfort.has_easy_touch
        return is_echo(before, at, is_same_place=is_same_place, is_key=is_key, has_easy_touch=easy)

    def _pass_on(self, event: QMouseEvent | QTouchEvent, live: list[QEventPoint]) -> None:
        """Hand on the fingers of a touch that are not dead."""
        states = {point.state() for point in live}
        kind = QEvent.Type.TouchUpdate
        if states == {QEventPoint.State.Pressed}:
            kind = QEvent.Type.TouchBegin
        elif states == {QEventPoint.State.Released}:
            kind = QEvent.Type.TouchEnd
        fewer = QTouchEvent(kind, event.pointingDevice(), event.modifiers(), live)
        fewer.setTimestamp(event.timestamp())
        self._is_passing = True
        QCoreApplication.sendEvent(self._window, fewer)
        self._is_passing = False

    def _on_key(self, event: QKeyEvent) -> bool:
        key, at = event.key(), self._time_of(event)
        if event.type() == QEvent.Type.KeyRelease:
            before = self._key_before
            if before is not None and before[0] == key and not event.isAutoRepeat():
                self._key_before = key, dataclasses.replace(before[1], released_at=at)
            is_dead = key in self._dead_keys
            if not event.isAutoRepeat():
                self._dead_keys.discard(key)
            return is_dead
        if self._is_asked:
            self._dead_keys.add(key)
            QTimer.singleShot(0, self, self._answer)
            return True
        self._visit.note_activity()
        is_one_switch = self.is_one_switch
        if event.isAutoRepeat():
            return is_one_switch or key in self._dead_keys or key not in MOVING
        is_dead = self._is_dead_key(key, at)
        if is_dead or is_one_switch:
            self._dead_keys.add(key)
        if is_one_switch and not is_dead:
            self.picked.emit()
        return key in self._dead_keys

    def _is_dead_key(self, key: int, at: float) -> bool:
        before = self._key_before
        self._key_before = key, Gesture(at, at, 0, 0)
        is_same = before is not None and (before[0] == key or self.is_one_switch)
        is_typed = key not in ACTING and not self.is_one_switch
        return self.is_settling or (
            before is not None and self._repeats(before[1], at, is_same_place=is_same, is_key=is_typed)
        )
