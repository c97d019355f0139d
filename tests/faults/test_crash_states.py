"""Whatever disk a power cut leaves, by a record of the program's real system calls: every promise holds."""

import collections
import itertools
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.faults.counts import write_counts
from tests.faults.desk_flows import FLOWS
from tests.faults.disk import read_tree, write_tree
from tests.faults.disk_states import DiskState, Replay
from tests.faults.flows import Flow, Place, known_from
from tests.faults.system_calls import needs_strace, record

pytestmark = needs_strace()
DAYS = {
    "confirm": (8, 25),
    "undo": (8, 25),
    "carry": (5, 14),
    "desk": (5, 14),
    "lists": (7, 20),
    "pin": (5, 5),
    "people": (4, 12),
    "recipients": (6, 18),
}
"""How many visitors or rounds each flow has in a long day, and in the longest."""
RECOVERED = ("undo", "carry", "desk", "lists", "people")
"""Flows whose recovery writes a lot, and may be cut short as well."""


def different(states: Iterable[DiskState], counts: collections.Counter[str]) -> Iterator[DiskState]:
    """Return each state once, and count what each model made of them."""
    seen: set[str] = set()
    for state in states:
        counts[state.model] += 1
        if state.digest not in seen:
            seen.add(state.digest)
            counts["different"] += 1
            yield state


def put(root: Path, state: DiskState) -> None:
    """Leave this disk."""
    shutil.rmtree(root)
    root.mkdir()
    write_tree(root, state.tree)


def check(flow: Flow, root: Path, state: DiskState, told: tuple[str, ...]) -> None:
    """Start the programs on a disk, and say which one it was if a promise is broken there."""
    put(root, state)
    try:
        flow.check(Place(root), known_from(told))
    except Exception as error:
        error.add_note(f"{flow}: {state.model} after {state.told[-1:]}, {len(state.tree)} files and folders")
        raise


def begin(name: str, size: int, folder: Path, *missing: str) -> tuple[Flow, Path, Replay]:
    """Live a day and record it."""
    flow, root = FLOWS[name](size), folder / "place"
    flow.prepare(Place(root))
    before = read_tree(root)
    calls = record(folder / "calls", "tests.faults.live", name, str(size), str(root), *missing)
    Replay(root, before, calls).assert_complete(read_tree(root))
    return flow, root, Replay(root, before, calls)


def replay(name: str, size: int, folder: Path, *missing: str) -> collections.Counter[str]:
    """Check every different disk of a day; return how many there were, in all and by model."""
    counts: collections.Counter[str] = collections.Counter()
    flow, root, replayed = begin(name, size, folder, *missing)
    for state in different(replayed.states(), counts):
        check(flow, root, state, state.told)
    return counts


def replay_recoveries(name: str, every: int, folder: Path) -> collections.Counter[str]:
    """Cut the power again while every so-manieth disk of a short day is being recovered."""
    counts: collections.Counter[str] = collections.Counter()
    flow, root, replayed = begin(name, 2, folder)
    first = list(different(replayed.states(), collections.Counter()))
    for state in itertools.islice(first, 0, None, every):
        put(root, state)
        calls = record(folder / "calls", "tests.faults.live", name, "2", str(root), "recover", *state.told)
        for second in different(Replay(root, state.tree, calls).states(), counts):
            check(flow, root, second, state.told)
    return counts


@pytest.mark.parametrize("name", FLOWS)
def test_no_disk_of_a_short_day_breaks_a_promise(name: str, folder: Path) -> None:
    counts = replay(name, 1, folder)
    assert min(counts[model] for model in ("prefix", "ordered", "strict", "subsets")) > 20


@pytest.mark.parametrize(
    ("name", "missing"),
    [("confirm", "sync_folder"), ("confirm", "sync_file"), ("carry", "sync_folder"), ("pin", "sync_folder")],
)
def test_a_sync_that_is_left_out_is_noticed(name: str, missing: str, folder: Path) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011  # whatever breaks on such a disk
        replay(name, 1, folder, missing)


@pytest.mark.parametrize(
    "day", [pytest.param(0, marks=pytest.mark.slow), pytest.param(1, marks=pytest.mark.prove)]
)
@pytest.mark.parametrize("name", FLOWS)
def test_no_disk_of_a_long_day_breaks_a_promise(name: str, day: int, folder: Path) -> None:
    counts = replay(name, DAYS[name][day], folder)
    write_counts("power cuts", name, counts)
    assert counts["different"] > 50


@pytest.mark.parametrize(
    "every", [pytest.param(9, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.prove)]
)
@pytest.mark.parametrize("name", RECOVERED)
def test_no_second_power_cut_breaks_a_promise(name: str, every: int, folder: Path) -> None:
    counts = replay_recoveries(name, every, folder)
    write_counts("second power cuts", name, counts)
    assert counts["different"] > 500 // every
