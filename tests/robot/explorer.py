"""Walks breadth first through classes of states, touching everything that can be touched once."""

import collections
import dataclasses
from collections.abc import Collection, Iterator

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.comfort import Comfort
from kiosk.core.cover import Cover, CoverPicture
from kiosk.core.self_check_steps import next_question
from kiosk.core.visit import Screen, Visit
from tests.robot.glass import Control, Place, Seen
from tests.robot.robot import Robot, Way

CARDS = ("start-here", "autoimmune")
"""The others differ only in their words and pictures; these two have every kind of page."""
GOOD_NUMBER = "4155552671"


@dataclasses.dataclass(frozen=True, slots=True)
class Edge:
    """What one touch comes to: to is None where the walk does not follow."""

    seen: Seen
    to: Place | None


@dataclasses.dataclass(slots=True)
class Node:
    """A class of states with one of its states; edges: what touching each control of it comes to."""

    place: Place
    way: Way
    seen: Seen
    controls: tuple[Control, ...]
    edges: dict[Control, Edge] = dataclasses.field(default_factory=dict)


Graph = dict[Place, Node]


def is_followed(visit: Visit, *, start: Visit) -> bool:
    """Whether a visit is one of those listed: one language, two cards, nothing set otherwise."""
    language_is_first = visit == Visit() or visit.language == start.language
    return (
        language_is_first
        and (visit.card is None or visit.card.card in CARDS)
        and (visit.comfort == start.comfort or visit == Visit())
    )


def representatives(visit: Visit) -> Iterator[Visit]:
    """Return what else one state of a page holds: a number that can be called, a picture of the cover."""
    draft = visit.callback
    if draft is not None and draft.step is CallbackStep.PHONE and not draft.typed:
        yield dataclasses.replace(visit, callback=dataclasses.replace(draft, typed=GOOD_NUMBER))
    if visit.is_making_easier and visit.cover == Cover():
        yield dataclasses.replace(visit, cover=Cover(CoverPicture.CUP))


class Explorer:
    """A walk that begins at the first screen, with what a visitor of this comfort has set."""

    def __init__(
        self, robot: Robot, comfort: Comfort | None = None, *, within: Collection[Screen] = tuple(Screen)
    ) -> None:
        """Walk on the screens named only; an edge leads on to the others, but not the walk."""
        self._within = within
        self._robot = robot
        self._start = Visit(Screen.HOME, "en", comfort or Comfort())
        self._waiting: collections.deque[Place] = collections.deque()
        self.graph: Graph = {}
        self.timed = 0
        """Touches after which a page has turned by itself."""

    def explore(self, *more: Visit) -> Graph:
        """Touch every control of every class of states once, and wait on each until it is asked.

        The walk begins at the first screen, at all causes and at `more`.
        """
        for visit in (Visit(), self._start, *more):
            if visit.screen in self._within:
                self.meet(Way(visit))
        while self._waiting:
            node = self.graph[self._waiting.popleft()]
            for visit in representatives(node.way.visit):
                self.meet(Way(visit))
            for control in node.controls:
                self._touch(node, control)
            if not node.way.is_asked:
                self._wait(node)
        return self.graph

    def meet(self, way: Way) -> Node:
        """Bring a state back and take in its class, if it is a new one."""
        self._robot.go(way)
        now = self._robot.look()
        if now.place not in self.graph:
            self.graph[now.place] = Node(now.place, way, now.seen, now.controls)
            self._waiting.append(now.place)
        return self.graph[now.place]

    def _touch(self, node: Node, control: Control) -> None:
        touch(self._robot, node, control)
        goes_on = self._robot.goes_on
        place = self._robot.look().place
        visit = self._robot.visit
        if visit.screen not in self._within or not is_followed(visit, start=self._start):
            node.edges[control] = dataclasses.replace(node.edges[control], to=None)
        elif place not in self.graph:
            self.meet(way_to(self._robot, node, control))
        if goes_on:
            self._let_go_on(node, control)

    def _let_go_on(self, node: Node, control: Control) -> None:
        """Let the page turn by itself after a touch: it comes to what Next would."""
        self._robot.go(node.way, node.seen)
        self._robot.tap(control)
        after = next_question(self._robot.visit)
        self._robot.let_go_on()
        assert self._robot.visit == after, f"{node.place} goes on to something else than Next does"
        assert not self._robot.goes_on, f"{node.place} goes on twice"
        self.timed += 1

    def _wait(self, node: Node) -> None:
        self._robot.go(node.way, node.seen)
        if self._robot.warns():
            self.meet(dataclasses.replace(node.way, is_asked=True))


def touch(robot: Robot, node: Node, control: Control) -> None:
    """Touch a control of a state once, and keep what came of it."""
    robot.go(node.way, node.seen)
    robot.tap(control)
    now = robot.look()
    node.edges[control] = Edge(now.seen, now.place)


def way_to(robot: Robot, node: Node, control: Control) -> Way:
    """Find out whether a visit alone brings back where the robot is, or only the touches that led there."""
    visit, place = robot.visit, robot.look().place
    robot.go(Way(visit))
    if robot.look().place == place:
        return Way(visit)
    way = dataclasses.replace(node.way, trail=(*node.way.trail, control), is_asked=False)
    robot.go(way)
    assert robot.look().place == place, f"no way back to {place}"
    return way
