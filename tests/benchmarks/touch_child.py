"""Started by touch.py: walks through one kiosk without a screen, with a bare window touched in turn.

usage: touch_child.py CONFIG SECONDS [PROGRAM LANGUAGE...]
PROGRAM: a folder with content and words of these languages, for those of this program

Prints a JSON list of touches: screen, what was touched, and of the bare window (bare) and of the kiosk (own)
milliseconds from letting go to the next frame, of processor time of the GUI thread and of the whole process
until then, and of the longest stretch in which the GUI thread did not wait; null where no frame came.
"""

import dataclasses
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QPoint, Qt, QTimer, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.content.linguist import read_ts
from kiosk.core import self_check_steps
from kiosk.core import visit as visits
from kiosk.core.callback_steps import open_callback
from kiosk.core.visit import Screen
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.pyside.qt_application import load_font, load_rare_letters
from tests.benchmarks.as_program import start_as_program
from tests.journeys.hand import NO_KEYS, TAP_SECONDS
from tests.robot.explorer import Explorer, Node
from tests.robot.glass import Control, Place, faces_of
from tests.robot.robot import ENVIRONMENT, Robot

NO_FRAME_SECONDS: Final = 0.5
"""After so long without a frame a touch has changed nothing."""
AT_FIRST: Final = 3
"""So many times a kind of touch is measured where it is met first."""
IN_VAIN: Final = 8
"""A button that led to nothing new so often in a row is not touched on this kind of screen any more."""
PLACEHOLDER: Final = re.compile(r"%(?:\d|n)|\{\w+\}")
BARE: Final = b"""
import QtQuick
Window {
    id: root
    property bool isTouched: false
    width: 1920; height: 1080; visible: true
    Rectangle {
        anchors.fill: parent; color: root.isTouched ? "teal" : "white"
        TapHandler { onTapped: root.isTouched = !root.isTouched }
    }
}
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Cost:
    """Of one touch, in milliseconds."""

    wall_ms: float
    gui_ms: float
    cpu_ms: float
    blocked_ms: float


class Stretches:
    """Knows for how long the GUI thread has not waited for events at most, in seconds."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._longest = 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._end)
        dispatcher.awake.connect(self._begin)

    def begin(self) -> None:
        self._since, self._longest = time.perf_counter(), 0.0

    def longest(self) -> float:
        self._end()
        return self._longest

    def _begin(self) -> None:
        self._since = self._since or time.perf_counter()

    def _end(self) -> None:
        if self._since is not None:
            self._longest = max(self._longest, time.perf_counter() - self._since)
            self._since = None


def cost_of(window: QQuickWindow, let_go: Callable[[], None], stretches: Stretches) -> Cost | None:
    """Let go of what is pressed, and wait for the frame after it."""
    frames: list[tuple[float, float, float]] = []
    swapped = window.frameSwapped.connect(lambda: frames.append(_now()))
    wakes = QTimer(interval=100)  # where nothing is drawn, nothing ends the waiting
    wakes.start()
    stretches.begin()
    begin = _now()
    let_go()
    while not frames and time.perf_counter() < begin[0] + NO_FRAME_SECONDS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    longest = stretches.longest()
    wakes.stop()
    window.frameSwapped.disconnect(swapped)
    if not frames:
        return None
    wall, gui, cpu = (1000 * (end - start) for start, end in zip(begin, frames[0], strict=True))
    return Cost(wall, gui, cpu, 1000 * longest)


def _now() -> tuple[float, float, float]:
    return time.perf_counter(), time.thread_time(), time.process_time()


class Bare:
    """A window that changes its colour when it is touched."""

    def __init__(self, stretches: Stretches) -> None:
        self._engine = QQmlEngine()
        self._component = QQmlComponent(self._engine)
        self._component.setData(BARE, QUrl())
        window = self._component.create()
        assert isinstance(window, QQuickWindow)  # a benchmark's floor must be what it says
        assert QTest.qWaitForWindowExposed(window)
        self._window, self._stretches = window, stretches

    def touch(self) -> Cost | None:
        place = QPoint(900, 500)
        QTest.mousePress(self._window, Qt.MouseButton.LeftButton, NO_KEYS, place)
        return cost_of(
            self._window,
            lambda: QTest.mouseRelease(self._window, Qt.MouseButton.LeftButton, NO_KEYS, place),
            self._stretches,
        )


class TimedRobot(Robot):
    """Takes the time of whatever it touches."""

    def __init__(self, kiosk: Kiosk, clock: Clock, settings: Settings) -> None:
        super().__init__(kiosk, clock, settings.spool)
        self._stretches = Stretches()
        self._bare = Bare(self._stretches)
        self._words = words_of(settings)
        self.touches: list[dict[str, object]] = []

    def tap(self, control: Control) -> None:
        screen, what = self.kind_of(self.look().place, control)
        bare = self._bare.touch()
        place = control.middle
        self.mouse.press(place)
        self.clock.now += TAP_SECONDS
        own = cost_of(self.kiosk.window, lambda: self.mouse.release(place), self._stretches)
        self.finish()
        costs = {name: cost and dataclasses.asdict(cost) for name, cost in (("bare", bare), ("own", own))}
        self.touches.append({"screen": screen, "what": what, **costs})

    def kind_of(self, place: Place, control: Control) -> tuple[str, str]:
        """Return on what kind of screen this is, and what it is for: names of content are one."""
        screen = "asked" if place.is_asked else str(place.step[0]).removesuffix(" over")
        if control.kind != "button":
            return screen, f"a {control.kind}"
        found = (words for pattern, words in self._words if pattern.fullmatch(control.name))
        return screen, next(found, "(content)")


def words_of(settings: Settings) -> list[tuple[re.Pattern[str], str]]:
    """Return what buttons say: a pattern, and the words with … for what is filled in."""
    found = []
    for language in settings.file.languages[:2]:
        for words in read_ts(settings.content / language / "interface.ts")[0].values():
            literals = PLACEHOLDER.split(words)
            if any(literals) and "\n" not in words:
                found.append((re.compile(".+".join(map(re.escape, literals))), "…".join(literals)))
    return sorted(found, key=lambda one: "…" in one[1])


class Sampler(Explorer):
    """The breadth-first walk, with each thing touched once on each step of a screen, at first oftener."""

    def __init__(self, robot: TimedRobot, seconds: float) -> None:
        super().__init__(robot)
        self._timed_robot = robot
        self._ends = time.monotonic() + seconds
        self._count: Counter[tuple[str, str]] = Counter()
        self._in_vain: Counter[tuple[str, str]] = Counter()
        self._known: set[object] = set()

    def _touch(self, node: Node, control: Control) -> None:
        kind = self._timed_robot.kind_of(node.place, control)
        where = self._state(node), kind, control.name if control.kind == "choice" else ""
        for _ in range(max(1, AT_FIRST - self._count[kind])):
            if where in self._known or self._in_vain[kind] >= IN_VAIN or self._is_over():
                return
            self._count[kind] += 1
            known = len(self.graph)
            super()._touch(node, control)
            is_vain = control.kind == "button" and len(self.graph) == known
            self._in_vain[kind] = self._in_vain[kind] + 1 if is_vain else 0
        self._known.add(where)

    def _wait(self, node: Node) -> None:
        where = "asked", node.place.step[0]
        if where not in self._known and not self._is_over():
            self._known.add(where)
            super()._wait(node)

    def _is_over(self) -> bool:
        # However busy the machine is, something is touched.
        return bool(self._count) and time.monotonic() > self._ends

    def _state(self, node: Node) -> object:
        """Tell the steps of a screen apart; of a card, what a picture of it shows."""
        if node.place.step[0] != Screen.CARD:
            return node.place.screen
        content = self._robot.kiosk.library.content
        return frozenset(faces_of(node.seen.visit, content, is_asked=node.seen.is_asked))


def settings_of(config: Path, program: Path | None, languages: list[str]) -> Settings:
    """Read the settings, with texts and words of another program's if there is one."""
    settings = load_settings(config)
    if program is None:
        return settings
    file = dataclasses.replace(settings.file, languages=tuple(languages))
    return dataclasses.replace(settings, file=file, content=program / "content", words=program / "words")


def walk(settings: Settings, seconds: float) -> list[dict[str, object]]:
    """Touch all that can be touched, for so many seconds at most."""
    clock = Clock()
    kiosk = Kiosk(settings, glass=Glass(1920, 1080, 21.5), clock=clock, environment=ENVIRONMENT)
    if not wait_until(lambda: kiosk.is_complete):
        raise RuntimeError("the first frame did not come")
    robot = TimedRobot(kiosk, clock, settings)
    begun = visits.start("en")
    # Deep as they are, form and self-check are begun with, too.
    Sampler(robot, seconds).explore(
        open_callback(begun, "0" * 32), self_check_steps.open_self_check(begun, is_guided=True)
    )
    kiosk.close()
    return robot.touches


application = start_as_program("touch")
load_font("Regular")
load_rare_letters()
given, most, *other = sys.argv[1:]
print(json.dumps(walk(settings_of(Path(given), Path(other[0]) if other else None, other[1:]), float(most))))
