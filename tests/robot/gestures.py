"""Gestures of hands that tremble, slide, rest or press long, each with what may come of it at most."""

import dataclasses
import functools
import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.core.idle import IdlePhase
from kiosk.core.pages import page_of
from kiosk.core.touches import NEW_PAGE_SECONDS
from tests.journeys.hand import TAP_SECONDS, Hand
from tests.robot.explorer import Node
from tests.robot.glass import Control, Seen
from tests.robot.robot import Robot

BOUNCES: Final = (0.03, 0.06, 0.12, 0.2, 0.299)
"""Seconds from a release to the next press: a trembling hand, in a train of one touch and five more."""
KEY_BOUNCES: Final = (0.03, 0.06, 0.11)
"""The same on a key, which is pressed twice on purpose from 0.2 s after the last press on."""
EASY_BOUNCES: Final = (*BOUNCES, 0.5, 0.99)
"""The same where the visitor chose easy touch, keys too."""
LONG_SECONDS: Final = 3
PALM_MILLIMETRES: Final = 9
"""From the middle of a palm to each of its four points."""
LEAST_ROOM_MILLIMETRES: Final = 20
"""Nearer to a control than this, a palm would lie on it, and be a touch."""


@dataclasses.dataclass(frozen=True, slots=True)
class Violation:
    """What a gesture did that it must not."""

    place: str
    control: str
    gesture: str
    did: str


@dataclasses.dataclass(slots=True)
class Outcome:
    """What was tried and what came of it."""

    gestures: int = 0
    violations: list[Violation] = dataclasses.field(default_factory=list)


class Trial:
    """All gestures on one control of one state."""

    def __init__(
        self, robot: Robot, node: Node, control: Control, neighbour: Control, outcome: Outcome
    ) -> None:
        self._robot = robot
        self._node = node
        self._control = control
        self._neighbour = neighbour
        self._outcome = outcome
        self._before = node.seen
        self._once = node.edges[control].seen
        # While somebody is asked, whatever touches the glass says that they are there.
        self._nothing = {node.seen, self._once} if node.way.is_asked else {node.seen}
        self._at_most_once = {node.seen, self._once}

    @property
    def once(self) -> Seen:
        """What one clean touch comes to."""
        return self._once

    def kinds(self) -> list[Callable[[], None]]:
        """Return every gesture, with the mouse and with fingers."""
        hands = (self._robot.mouse, self._robot.finger)
        kinds = [
            functools.partial(gesture, hand)
            for gesture in (self.bounces, self.long_press, self.slide_off, self.slide_in)
            for hand in hands
        ]
        return [*kinds, self.right_button, self.two_fingers, self.finger_beside_palm]

    def all(self) -> None:
        """Try every gesture."""
        for gesture in self.kinds():
            gesture()

    def bounces(self, hand: Hand) -> None:
        """Touch once, then again and again at the same place, before anybody could mean it."""
        self._start()
        hand.press(self._control.middle)
        self._robot.clock.now += TAP_SECONDS
        hand.release(self._control.middle)
        self._robot.finish()
        self._expect("one touch", {self._once})
        for gap in self._gaps():
            self._robot.clock.now += gap
            hand.press(self._control.middle)
            self._robot.clock.now += TAP_SECONDS
            hand.release(self._control.middle)
            self._robot.finish()
            if not self._expect(f"bounce after {gap} s", {self._once}):
                return

    def _gaps(self) -> tuple[float, ...]:
        if self._before.visit.comfort.has_easy_touch:
            return EASY_BOUNCES
        return KEY_BOUNCES if self._control.kind == "key" else BOUNCES

    def long_press(self, hand: Hand) -> None:
        """Press for seconds; then touch something else as soon as the next page is there."""
        self._start()
        hand.press(self._control.middle)
        self._robot.clock.now += LONG_SECONDS
        self._robot.finish()
        self._expect("press", self._nothing)
        hand.release(self._control.middle)
        self._robot.finish()
        if not self._expect("long press", self._at_most_once) or not self._has_turned():
            return
        self._robot.clock.now += NEW_PAGE_SECONDS - 0.05
        now = self._robot.look()
        for other in _far_from(self._control, now.controls):
            hand.tap(other.middle)
            self._robot.finish()
            self._expect(f"touch of {other.label} that was not seen yet", {now.seen})

    def slide_off(self, hand: Hand) -> None:
        """Press on the control, lift on another."""
        if self._neighbour != self._control:
            self._slide("slide off", hand, self._control.middle, self._neighbour.middle)

    def slide_in(self, hand: Hand) -> None:
        """Press where nothing is to be touched, lift on the control."""
        if (free := self._free_place(0)) is not None:
            self._slide("slide in", hand, free, self._control.middle)

    def _slide(self, gesture: str, hand: Hand, start: QPoint, end: QPoint) -> None:
        self._start()
        hand.press(start)
        for part in range(1, 5):
            hand.move(start + (end - start) * part / 4)
        self._robot.clock.now += TAP_SECONDS
        hand.release(end)
        self._robot.finish()
        self._expect(gesture, self._nothing)

    def right_button(self) -> None:
        self._start()
        self._robot.right_click(self._control.middle)
        self._robot.finish()
        self._expect("right button", self._nothing)

    def two_fingers(self) -> None:
        """Touch two controls in the same moment; lift one after the other."""
        self._start()
        one, other = self._control.middle, self._neighbour.middle
        self._event(lambda event: event.press(0, one, self._robot.kiosk.window).press(1, other))
        self._robot.clock.now += TAP_SECONDS
        self._event(lambda event: event.release(0, one, self._robot.kiosk.window).stationary(1))
        self._robot.finish()
        self._event(lambda event: event.release(1, other, self._robot.kiosk.window))
        self._robot.finish()
        self._expect("two fingers", self._at_most_once | {self._node.edges[self._neighbour].seen})

    def finger_beside_palm(self) -> None:
        """Touch while the palm of the hand rests where nothing is to be touched."""
        palm = self._free_place(LEAST_ROOM_MILLIMETRES)
        if palm is None:
            return
        self._start()
        window, reach = self._robot.kiosk.window, self._millimetres(PALM_MILLIMETRES)
        points = [palm + QPoint(x * reach, y * reach) for x in (-1, 1) for y in (-1, 1)]

        def on_all(verb: str, touch: Callable[[QTest.QTouchEventSequence], object] | None) -> None:
            event = self._touch()
            for finger, point in enumerate(points, 1):
                if verb == "stationary":
                    event.stationary(finger)
                else:
                    getattr(event, verb)(finger, point, window)
            if touch is not None:
                touch(event)
            event.commit()
            self._robot.clock.now += TAP_SECONDS

        on_all("press", None)
        on_all("stationary", lambda event: event.press(0, self._control.middle, window))
        on_all("stationary", lambda event: event.release(0, self._control.middle, window))
        on_all("release", None)
        self._robot.finish()
        self._expect("finger beside a palm", self._at_most_once)

    def answer_above(self) -> None:
        """While it is asked whether somebody is there, touch what lies under the question, twice."""
        self._start()
        self._robot.pass_until(IdlePhase.WARNED)
        self._robot.rest()
        self._robot.mouse.tap(self._control.middle)
        self._robot.finish()
        self._expect("touch through the dialog", {self._before})
        self._robot.clock.now += 0.15
        self._robot.mouse.tap(self._control.middle)
        self._robot.finish()
        self._expect("bounce through the dialog", {self._before})

    def _start(self) -> None:
        self._robot.go(self._node.way, self._before)

    def _event(self, fill: Callable[[QTest.QTouchEventSequence], QTest.QTouchEventSequence]) -> None:
        fill(self._touch()).commit()

    def _touch(self) -> QTest.QTouchEventSequence:
        assert self._robot.finger.device is not None
        return QTest.touchEvent(self._robot.kiosk.window, self._robot.finger.device)

    def _expect(self, gesture: str, allowed: set[Seen]) -> bool:
        """Count a gesture, and note it when what came of it is not allowed."""
        came = self._robot.look().seen
        self._outcome.gestures += 1
        if came in allowed:
            return True
        nearest = min((came.difference(one) for one in allowed), key=len)
        self._outcome.violations.append(
            Violation(str(self._node.place), self._control.label, gesture, nearest)
        )
        return False

    def _has_turned(self) -> bool:
        return _page(self._robot.look().seen) != _page(self._before)

    def _free_place(self, room_millimetres: float) -> QPoint | None:
        """Return the place farthest from all that can be touched, None without so much room."""
        window, step = self._robot.kiosk.window, self._millimetres(12)
        places = [
            QPoint(x, y)
            for x in range(step, window.width() - step, step)
            for y in range(step * 2, window.height() - step, step)
        ]
        room, place = max(
            ((min(control.distance(place) for control in self._node.controls), place) for place in places),
            key=lambda one: one[0],
        )
        return place if room > self._millimetres(room_millimetres) else None

    def _millimetres(self, length: float) -> int:
        return math.ceil(length * self._robot.kiosk.pixels_per_millimetre)


def _page(seen: Seen) -> tuple[object, ...]:
    return (*page_of(seen.visit), seen.pages, seen.is_asked)


def _far_from(control: Control, others: tuple[Control, ...]) -> tuple[Control, ...]:
    """Return the one that is farthest, if any: not where the finger was."""
    return tuple(sorted(others, key=lambda other: -other.distance(control.middle))[:1])
