"""The whole walk: every class of states, what holds in their graph, and every gesture on every look."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.core import self_check_steps
from kiosk.core import visit as visits
from kiosk.core.comfort import Comfort
from kiosk.core.reach import Reach
from kiosk.core.visit import Screen
from kiosk.tour.guided_visit import View
from kiosk.tour.tour import made_up_clinic, visit_every_screen
from kiosk.ui.app import Glass
from tests.robot.conftest import MakeRobot
from tests.robot.explorer import Explorer, Graph, Node
from tests.robot.gestures import Outcome, Trial
from tests.robot.glass import Control, faces_of
from tests.robot.proofs import dead_ends, far_from_home, leaving, lost_red_flags, outstays, sending, to_try
from tests.robot.robot import Robot

FAR = {"self-check / True"}
"""More than two touches from home: help, whose Close asks first, and the question whether somebody is there
over answers that mean NOW."""
RESULTS = Path(__file__).parents[2] / "build" / "walk.txt"
A_THIRD_OR_ALL = pytest.mark.parametrize(
    ("most", "every"),
    [pytest.param(1, 3, marks=pytest.mark.slow), pytest.param(2, 1, marks=pytest.mark.prove)],
)
"""most: on how many controls of one name gestures are tried; every: 3 takes every third of these."""


def try_gestures(robot: Robot, controls: Iterable[tuple[Node, Control]]) -> Outcome:
    """Try every gesture on some controls, and touch through the question whether somebody is there."""
    outcome = Outcome()
    for node, control in controls:
        neighbour = node.controls[node.controls.index(control) - 1]
        trial = Trial(robot, node, control, neighbour, outcome)
        trial.all()
        if not node.way.is_asked and robot.can_be_asked(node.way.visit):
            trial.answer_above()
    return outcome


def faces_on(robot: Robot, graph: Graph) -> set[tuple[object, ...]]:
    content = robot.kiosk.library.content
    seen = (node.seen for node in graph.values())
    return {face for each in seen for face in faces_of(each.visit, content, is_asked=each.is_asked)}


def faces_on_tour(robot: Robot) -> set[tuple[object, ...]]:
    """Take the tour through the same clinic's screens, and return what its pictures show."""
    content = robot.kiosk.library.content
    with made_up_clinic() as settings:
        shots = visit_every_screen(settings, View(Glass(1920, 1080, 21.5)), None)
    return {face for shot in shots for face in faces_of(shot.visit, content, is_asked=shot.is_warned)}


def keep(words: str) -> None:
    print(words)
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(words + "\n")


def counted(name: str, graph: Graph, tried: list[tuple[Node, Control]], outcome: Outcome) -> str:
    return (
        f"{name}: {len({place.screen for place in graph})} screens, {len(graph)} classes, "
        f"{sum(len(node.controls) for node in graph.values())} controls touched; "
        f"{outcome.gestures} gestures on {len(tried)} of them, "
        f"{len(outcome.violations)} violations"
    )


@A_THIRD_OR_ALL
@pytest.mark.longest
@pytest.mark.allows_log("form-closed")
def test_every_class_of_states_keeps_what_a_visit_promises(
    make_robot: MakeRobot, most: int, every: int
) -> None:
    robot = make_robot()
    explorer = Explorer(robot)
    graph = explorer.explore()
    assert explorer.timed > 0, "no page has turned by itself"
    words = robot.kiosk.translations.sentence

    assert dead_ends(graph) == []
    assert {place for place in far_from_home(graph, 2) if not place.startswith("help over")} == FAR
    assert far_from_home(graph, 3) == set()
    assert leaving(graph) == {
        "answers of the form": {words("callback.stop.leave")},
        "questions that were kept": {words("bar.start_over")},
    }
    # What takes a request back is sealed and sent, too.
    sends, takes_back = words("callback.check.send"), words("callback.take_back.leave")
    assert sending(graph) == {("check", sends), ("done", takes_back)}
    assert lost_red_flags(graph) == {("self-check / NOW", words("help.close_sure"))}
    ends = {str(node.place): outstays(robot, node) for node in graph.values() if not node.way.is_asked}
    assert {place: end for place, end in ends.items() if end is not None} == {}

    tried = to_try(graph, most)[::every]
    outcome = try_gestures(robot, tried)
    keep(counted("guided", graph, tried, outcome))
    assert outcome.violations == []
    assert faces_on(robot, graph) - faces_on_tour(robot) == set(), "the tour shows no picture of these"


@A_THIRD_OR_ALL
def test_the_poster_keeps_it_too(make_robot: MakeRobot, most: int, every: int) -> None:
    robot = make_robot("static")
    poster = self_check_steps.open_self_check(visits.start("en"), is_guided=False)
    graph = Explorer(robot, within={Screen.SELF_CHECK}).explore(poster)
    tried = to_try(graph, most)[::every]
    outcome = try_gestures(robot, tried)
    keep(counted("poster", graph, tried, outcome))
    assert dead_ends(graph) == []
    assert outcome.violations == []


@A_THIRD_OR_ALL
def test_a_part_of_the_glass_keeps_it_too(make_robot: MakeRobot, most: int, every: int) -> None:
    robot = make_robot("static")
    reach = Reach.LOW_RIGHT
    comfort = Comfort(reach=reach)
    poster = self_check_steps.open_self_check(visits.start("en", comfort), is_guided=False)
    graph = Explorer(robot, comfort, within={Screen.HOME, Screen.SELF_CHECK, Screen.HELP}).explore(poster)
    tried = to_try(graph, most)[::every]
    outcome = try_gestures(robot, tried)
    keep(counted(str(reach), graph, tried, outcome))
    assert dead_ends(graph) == []
    assert outcome.violations == []
    part, glass = robot.kiosk.room.parts[reach], robot.kiosk.window.size()
    assert [
        (str(node.place), control.name)
        for node in graph.values()
        for control in node.controls
        if control.x < part.x * glass.width() or control.y < part.y * glass.height()
    ] == []
