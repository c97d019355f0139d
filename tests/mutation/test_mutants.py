"""The sample of faults: the same every time, spread over the rooms, and each a fault in code that runs."""

import ast
import shutil
from collections import Counter
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.mutation.mutants import ROOMS, Mutant, faults, sample
from tests.mutation.reach import Reach

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (
    "kiosk/core/touches.py",
    "kiosk/store/retention.py",
    "kiosk/content/style.py",
    "kiosk/desk/queue/withdrawals.py",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give each room one short source."""
    for room, path in zip(ROOMS, SOURCES, strict=True):
        (tmp_path / "kiosk" / room).mkdir(parents=True)
        shutil.copy(ROOT / path, tmp_path / "kiosk" / room)
    return tmp_path


def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another(root: Path) -> None:
    assert sample(root, 20, seed=1) == sample(root, 20, seed=1) != sample(root, 20, seed=2)


def test_a_change_elsewhere_leaves_the_sample_as_it_was(root: Path) -> None:
    before = sample(root, 20, seed=1)
    path = root / before[0].path
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace("\n\n\n", "\n\n\n_ANOTHER = [1, 2]\n\n\n", 1), encoding="utf-8")
    after = sample(root, 20, seed=1)
    assert before[0].line != after[0].line
    assert len({mutant.key for mutant in before} - {mutant.key for mutant in after}) <= 2


def test_every_room_has_its_share_from_the_first_fault_on(root: Path) -> None:
    rooms = [Path(mutant.path).parts[1] for mutant in sample(root, 20, seed=1)]
    assert Counter(rooms) == dict.fromkeys(ROOMS, 5)
    assert set(rooms[: len(ROOMS)]) == set(ROOMS)


def test_a_fault_changes_the_source_as_it_says_and_it_is_still_a_program(root: Path) -> None:
    for mutant in sample(root, 20, seed=1):
        source = (root / mutant.path).read_text(encoding="utf-8")
        changed = mutant.applied(source)
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source)), mutant.key
        assert mutant.old != mutant.new


def test_words_of_half_the_length_are_among_the_faults() -> None:
    # The fault of which no test knew: see tests/store/test_check_code.py.
    source = (ROOT / "kiosk/store/check_code.py").read_text(encoding="utf-8")
    assert "_BYTES: Final = 1" in {mutant.new for mutant in faults("x.py", source)}


def test_types_are_no_faults() -> None:
    assert list(faults("x.py", "def name(of: int | None) -> str | None: ...\nwidth: int | float\n")) == []


def test_the_tests_of_the_module_itself_are_tried_first_and_slow_ones_only_while_there_is_time(
    tmp_path: Path,
) -> None:
    (tmp_path / "kiosk/desk/queue").mkdir(parents=True)
    (tmp_path / "kiosk/desk/queue/calls.py").write_text("MOST = 7\n", "utf-8")
    seconds = {
        "tests/store/test_a.py::test_elsewhere": 0.1,
        "tests/desk/test_b.py::test_quick": 0.2,
        "tests/desk/queue/test_take_in.py::test_slow": 30.0,
        "tests/desk/queue/test_calls.py::test_own": 20.0,
        "tests/desk/queue/test_take_in.py::test_too_slow": 40.0,
        "tests/architecture/test_frozen_values.py::test_values": 1.0,
    }
    reach = Reach(CoverageData(str(tmp_path / "none")), tmp_path, seconds)
    assert reach.tests(Mutant("kiosk/desk/queue/calls.py", 1, "", 0, "", "")) == [
        "tests/desk/queue/test_calls.py::test_own",
        "tests/architecture/test_frozen_values.py::test_values",
        "tests/desk/queue/test_take_in.py::test_slow",
    ]
