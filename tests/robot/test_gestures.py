"""One gesture does one thing at most: a robot tries, and would notice."""

import dataclasses
import random

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QMouseEvent

from kiosk.core import callback_steps, self_check_steps
from kiosk.core import visit as visits
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.comfort import Comfort
from kiosk.core.reach import Reach
from kiosk.core.visit import Screen, Visit
from tests.robot.conftest import MakeRobot
from tests.robot.explorer import Node, is_followed, touch, way_to
from tests.robot.gestures import Outcome, Trial
from tests.robot.robot import Robot, Way

pytestmark = pytest.mark.untraced  # what it does on each screen, the journeys do

SEED = 20261129
STEPS = 20
HOME = visits.start("en")


def node_at(robot: Robot, way: Way) -> Node:
    robot.go(way)
    now = robot.look()
    return Node(now.place, way, now.seen, now.controls)


def trial_of(robot: Robot, visit: Visit, label: str, outcome: Outcome) -> Trial:
    """Return the gestures on the first control of a state whose label has these words."""
    node = node_at(robot, Way(visit))
    at = next(index for index, control in enumerate(node.controls) if label in control.label)
    control, neighbour = node.controls[at], node.controls[at - 1]
    for each in (control, neighbour):
        touch(robot, node, each)
    return Trial(robot, node, control, neighbour, outcome)


def red_flags() -> Visit:
    return self_check_steps.next_question(self_check_steps.open_self_check(HOME, is_guided=True))


def last_answers() -> Visit:
    """The page before "check your answers", whose Next has often been touched twice."""
    form = callback_steps.open_callback(HOME, "0" * 32)
    assert form.callback is not None
    draft = CallbackDraft(
        form.callback.id, 0, CallbackStep.CONSENT, "4155552671", "", "morning", "en", interpreter=False
    )
    return dataclasses.replace(form, callback=draft)


@pytest.mark.parametrize("reach", [Reach.WHOLE, Reach.LOW_RIGHT])
def test_a_walk_of_trembling_gestures_does_one_thing_at_a_time(make_robot: MakeRobot, reach: Reach) -> None:
    """The short form of test_walk.py: from one state to the next by chance, always by the same one."""
    robot, chance, outcome = make_robot(), random.Random(SEED), Outcome()  # noqa: S311  # the same walk each time
    home = visits.start("en", Comfort(reach=reach))
    way = Way(Visit()) if reach is Reach.WHOLE else Way(home)
    for _ in range(STEPS):
        node = node_at(robot, way)
        if len(node.controls) < 2:
            way = Way(home)
            continue
        control, neighbour = chance.sample(node.controls, 2)
        for each in (neighbour, control):
            touch(robot, node, each)
        robot.go(node.way, node.seen)
        robot.tap(control)
        way = way_to(robot, node, control) if is_followed(robot.visit, start=home) else Way(home)
        trial = Trial(robot, node, control, neighbour, outcome)
        for gesture in chance.sample(trial.kinds(), 2):
            gesture()
    assert outcome.violations == []
    assert outcome.gestures > STEPS


def test_without_the_echo_filter_the_robot_sees_two_things_done(
    make_robot: MakeRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot, outcome = make_robot(), Outcome()
    trial = trial_of(robot, red_flags(), "a choice", outcome)
    trial.all()
    assert outcome.violations == []
    monkeypatch.setattr("kiosk.ui.touch.guard.is_echo", lambda *_args, **_named: False)
    trial.all()
    assert {found.gesture.split()[0] for found in outcome.violations} >= {"bounce"}


def test_without_the_dead_time_the_robot_sees_a_page_touched_that_was_not_seen(
    make_robot: MakeRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot, outcome = make_robot(), Outcome()
    trial = trial_of(robot, last_answers(), "Next", outcome)
    trial.all()
    assert outcome.violations == []
    monkeypatch.setattr("kiosk.ui.touch.guard.NEW_PAGE_SECONDS", 0)
    trial.all()
    assert any("not seen yet" in found.gesture for found in outcome.violations)


class _ActsOnPress(QObject):
    """A fault: a control that does its work before the finger is lifted."""

    def __init__(self, robot: Robot, place: QRect) -> None:
        super().__init__(robot.kiosk.window)
        self._robot = robot
        self._place = place
        robot.kiosk.window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if is_press and isinstance(event, QMouseEvent) and self._place.contains(event.position().toPoint()):
            self._robot.kiosk.visit.openAbout()
        return False


def test_a_control_that_acts_on_press_is_noticed(make_robot: MakeRobot) -> None:
    robot, outcome = make_robot(), Outcome()
    node = node_at(robot, Way(HOME))
    control = next(each for each in node.controls if "About" in each.label)
    trial = trial_of(robot, HOME, "About", outcome)
    trial.all()
    assert outcome.violations == []
    place = QRect(0, 0, control.width, control.height)
    place.moveCenter(control.middle)
    fault = _ActsOnPress(robot, place)
    trial.all()
    assert {found.gesture for found in outcome.violations} >= {"press", "slide off", "right button"}
    robot.kiosk.window.removeEventFilter(fault)


def test_a_dialog_that_lets_a_touch_through_is_noticed(
    make_robot: MakeRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot, outcome = make_robot(), Outcome()
    trial = trial_of(robot, red_flags(), "a choice", outcome)
    trial.answer_above()
    assert outcome.violations == []
    monkeypatch.setattr("kiosk.ui.touch.guard.TouchGuard._is_asked", False)
    # Even then, the page that comes up under the dialog takes nothing yet.
    monkeypatch.setattr("kiosk.ui.touch.guard.TouchGuard.is_settling", False)
    trial.answer_above()
    assert next(found.gesture for found in outcome.violations) == "touch through the dialog"


def test_a_request_that_a_gesture_sends_is_noticed(make_robot: MakeRobot) -> None:
    robot, outcome = make_robot(), Outcome()
    check = callback_steps.at_step(last_answers(), CallbackStep.CHECK)
    trial = trial_of(robot, check, "Ask for a call", outcome)
    trial.all()
    assert outcome.violations == []
    assert trial.once.requests == 1
    assert trial.once.visit.screen is Screen.CALLBACK
