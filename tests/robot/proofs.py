"""What must hold in the whole graph of classes, and from every class when nobody touches the glass."""

from collections import Counter, defaultdict

from kiosk.core.idle import IdlePhase
from kiosk.core.visit import Screen, Visit
from tests.robot.explorer import Graph, Node
from tests.robot.glass import Control
from tests.robot.robot import Robot


def dead_ends(graph: Graph) -> list[str]:
    """Name the classes from which no touch leads anywhere."""
    return [
        str(node.place)
        for node in graph.values()
        if all(edge.seen == node.seen for edge in node.edges.values())
    ]


def far_from_home(graph: Graph, touches: int) -> set[str]:
    """Name the screens from which all causes are more than so many touches away."""
    near = {place for place in graph if place.step[0] is Screen.HOME and not place.is_asked}
    for _ in range(touches):
        near |= {
            place for place, node in graph.items() if any(edge.to in near for edge in node.edges.values())
        }
    return {" / ".join(str(part) for part in place.step[:2]) for place in graph if place not in near}


def leaving(graph: Graph) -> dict[str, set[str]]:
    """Return by their names the controls at whose touch something is forgotten that a visitor said."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node, control, after in _touches(graph):
        before = node.seen.visit
        if before == after:
            continue
        if before.callback is not None and before.callback.holds_answers and after.callback is None:
            found["answers of the form"].add(control.name)
        if control.kind != "choice" and before.questions and not after.questions:
            found["questions that were kept"].add(control.name)
    return dict(found)


def sending(graph: Graph) -> set[tuple[str, str]]:
    """Return the steps and controls at whose touch a request is sent."""
    return {
        (str(node.place.step[1]), control.name)
        for node in graph.values()
        for control, edge in node.edges.items()
        if edge.seen.requests > node.seen.requests
    }


def lost_red_flags(graph: Graph) -> set[tuple[str, str]]:
    """Return where answers meant NOW and no longer do after a touch of something that is no answer."""
    return {
        (" / ".join(str(part) for part in node.place.step[:2]), control.name)
        for node, control, after in _touches(graph)
        if control.kind != "choice" and _means_now(node.seen.visit) and not _means_now(after)
    }


def _means_now(visit: Visit) -> bool:
    return visit.check is not None and visit.check.is_urgent


def _touches(graph: Graph) -> list[tuple[Node, Control, Visit]]:
    return [
        (node, control, edge.seen.visit) for node in graph.values() for control, edge in node.edges.items()
    ]


def outstays(robot: Robot, node: Node) -> str | None:
    """Wait on a page until the visitor is gone, and say what is wrong with how the visit ends."""
    robot.kiosk.visit_holder.become(node.way.visit)
    robot.finish()
    if robot.visit.screen is Screen.ATTRACT:
        return None if robot.visit == Visit() else "what was set before the visit stays"
    if robot.warns():
        robot.pass_until(IdlePhase.WARNED)
        if robot.visit != node.way.visit or not robot.look().seen.is_asked:
            return "is not asked"
    was_urgent = _is_urgent(robot.visit)
    robot.pass_until(IdlePhase.GONE)
    if was_urgent:
        if robot.visit.check is None or not robot.visit.check.has_outcome:
            return "red flags went without NOW"
        robot.pass_until(IdlePhase.GONE)
    return None if robot.visit == Visit() else "the visit did not end"


def _is_urgent(visit: Visit) -> bool:
    """Whether answers mean NOW that was not shown yet."""
    check = visit.check
    return check is not None and check.is_urgent and not check.has_outcome


def to_try(graph: Graph, most: int) -> list[tuple[Node, Control]]:
    """Return what gestures are tried on: what a screen offers by one name, at most so many times.

    Keys, and choices, are one name each: they differ only in what they type or say.
    """
    count: Counter[tuple[object, ...]] = Counter()
    found = []
    for place, node in graph.items():
        for control in node.controls:
            name = (place.step[0], place.is_asked, "a key" if control.kind == "key" else control.label)
            count[name] += 1
            if count[name] <= most:
                found.append((node, control))
    return found
