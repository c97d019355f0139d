"""Every call to the disk fails in every way, once and for ever: the program says so, and loses nothing."""

import collections
import contextlib
import errno
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SpoolError
from kiosk.core.events import Event
from kiosk.store.spool import Spool
from tests.faults.counts import write_counts
from tests.faults.desk_flows import FLOWS
from tests.faults.disk import Tree, read_tree, write_tree
from tests.faults.failing_calls import FailingCalls, Way, ways_to_fail
from tests.faults.flows import Flow, Place, known_from, live
from tests.faults.system_calls import ROOT, needs_strace

pytestmark = pytest.mark.allows_log(Event.AUDIT_UNWRITTEN)

SHORT_FORM = 60
"""Ways to fail that are drawn of each flow's thousands."""


def prepared(name: str, root: Path) -> tuple[Flow, Tree, list[Way]]:
    """Return a flow with two visitors, its disk before, and all ways in which it can fail."""
    flow = FLOWS[name](2)
    flow.prepare(Place(root))
    before = read_tree(root)
    calls, place = FailingCalls(root), Place(root)
    with calls.at_work():
        live(flow, place, lambda _words: None)
    return flow, before, list(ways_to_fail(calls.made))


def fail(flow: Flow, root: Path, before: Tree, way: Way) -> int:
    """Live a day on a disk that fails so, then check it on one that works; return how often it failed."""
    shutil.rmtree(root)
    root.mkdir()
    write_tree(root, before)
    told: list[str] = []
    calls, place = FailingCalls(root, way), Place(root)
    try:
        with calls.at_work():
            live(flow, place, told.append)
        flow.check(Place(root), known_from(told, is_same_program=True))
    except Exception as error:
        error.add_note(f"{flow}: {way}, after {told[-1:]}")
        raise
    return calls.hits


def fail_in(ways: Iterable[Way], flow: Flow, root: Path, before: Tree) -> collections.Counter[str]:
    """Fail in all these ways; count those that were met, by kind of call."""
    counts: collections.Counter[str] = collections.Counter()
    for way in ways:
        if fail(flow, root, before, way):
            counts["hit"] += 1
            counts[way.kind] += 1
            counts[errno.errorcode.get(way.code, "short")] += 1
    return counts


@pytest.mark.parametrize("name", FLOWS)
def test_a_call_that_fails_loses_nothing_and_is_told(name: str, folder: Path) -> None:
    flow, before, ways = prepared(name, folder / "place")
    chosen = random.Random(19).sample(ways, SHORT_FORM)  # noqa: S311  # draws examples
    assert fail_in(chosen, flow, folder / "place", before)["hit"] > SHORT_FORM // 2


@pytest.mark.parametrize(
    "every", [pytest.param(9, marks=pytest.mark.slow), pytest.param(3, marks=pytest.mark.prove)]
)
@pytest.mark.parametrize("name", FLOWS)
def test_whatever_call_fails_nothing_is_lost_and_it_is_told(name: str, every: int, folder: Path) -> None:
    flow, before, ways = prepared(name, folder / "place")
    counts = fail_in(ways[::every], flow, folder / "place", before)
    write_counts("failing calls", name, counts)
    assert counts["hit"] > 900 // every
    assert counts["read"] > 20


def test_a_raw_error_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flow, before, ways = prepared("confirm", folder / "place")
    monkeypatch.setattr(Spool, "_exists", lambda _spool, path: path.exists())
    with pytest.raises(OSError, match="error"):
        fail_in((way for way in ways if way.kind == "stat"), flow, folder / "place", before)


def test_thanks_for_what_was_not_kept_are_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flow, before, ways = prepared("confirm", folder / "place")
    add = Spool.add

    def careless(spool: Spool, *what: Any) -> None:
        with contextlib.suppress(SpoolError):
            add(spool, *what)

    monkeypatch.setattr(Spool, "add", careless)
    with pytest.raises(AssertionError):
        fail_in((way for way in ways if way.kind == "fsync"), flow, folder / "place", before)


@needs_strace()
@pytest.mark.parametrize("name", FLOWS)
def test_calls_that_signals_interrupt_are_made_again(name: str, folder: Path) -> None:
    """By the system itself: every second such call of the program comes back with EINTR."""
    flow, root = FLOWS[name](1), folder / "place"
    flow.prepare(Place(root))
    interrupted = [f"--inject={call}:error=EINTR:when=1+2" for call in ("write", "fsync")]
    day = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "signal=none", "-o", str(folder / "calls"), *interrupted),
            *(sys.executable, "-B", "-m", "tests.faults.live", name, "1", str(root)),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    known = known_from(day.stdout.splitlines())
    assert known.begun == known.done != []
    flow.check(Place(root), known)
    assert "EINTR" in (folder / "calls").read_text("utf-8")
