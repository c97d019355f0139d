import dataclasses

from kiosk.core.content.pathway import PATHWAY, Stop
from kiosk.core.validation import read


@dataclasses.dataclass(frozen=True)
class Way:
    stops: tuple[Stop, ...]
    end: Stop | None = None


def test_the_stops_of_a_file_become_members() -> None:
    way, problems = read(Way, {"stops": ["brain", "nerve-cell"], "end": "muscle"})
    assert problems == []
    assert way == Way((Stop.BRAIN, Stop.NERVE_CELL), Stop.MUSCLE)
    assert way is not None
    assert [type(stop) for stop in (*way.stops, way.end)] == [Stop] * 3
    assert read(Way, {"stops": [], "end": None}) == (Way(()), [])


def test_a_stop_that_is_none_is_a_problem_that_names_them_all() -> None:
    way, [problem] = read(Way, {"stops": ["brain", "nerve cell"]})
    assert way is None
    assert problem.place == ("stops",)
    assert "'nerve cell'" in problem.message
    assert all(stop in problem.message for stop in Stop)


def test_each_stop_but_the_brain_has_a_close_look() -> None:
    closer = [file for file in PATHWAY if "closer" in file]
    assert closer == [f"pictures/closer-{stop}.svg" for stop in Stop if stop is not Stop.BRAIN]
