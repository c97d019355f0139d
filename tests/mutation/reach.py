"""Which tests reach a line, and how long each takes: from one run of them with coverage's contexts."""

import ast
import dataclasses
import itertools
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from coverage import CoverageData

from tests.mutation.mutants import ROOMS, Mutant

# Whatever a module makes when it is imported is looked at here.
_VALUES: Final = "tests/architecture/test_frozen_values.py"
# Tests of the rooms themselves, and of ops, which stands on three of them.
_FOLDERS: Final = (*(f"tests/{room}" for room in ROOMS), "tests/ops", _VALUES)
_MOST_SECONDS: Final = 60
_COPIED: Final = ("kiosk", "tests", "content", "assets")
_CONFIG: Final = "[run]\nsource = kiosk\ndisable_warnings = no-data-collected\n"


@dataclasses.dataclass(frozen=True, slots=True)
class Reach:
    """Which tests reach what. seconds: of each test function by name, such as "tests/a/test_b.py::test_c"."""

    data: CoverageData
    root: Path
    seconds: dict[str, float]

    def tests(self, mutant: Mutant) -> list[str]:
        """Return the tests that reach a mutant's statement, as many as fit into a minute.

        The module's own tests come first and that every value is frozen, then those of its folder, and of
        these the quickest. A fault that only the others would notice counts as survived: the figure is rather
        too low. What runs when a module is imported is reached by whoever uses the module, and by all of its
        room.
        """
        path = self.root / mutant.path
        by_line = self.data.contexts_by_lineno(str(path))
        source = path.read_text(encoding="utf-8")
        found = _names(
            context for line in _statement(source, mutant.line) for context in by_line.get(line, ())
        )
        if not found:
            found = _names(context for contexts in by_line.values() for context in contexts)
            room = f"tests/{Path(mutant.path).parts[1]}/"
            found |= {test for test in self.seconds if test.startswith(room)}
        found |= {test for test in self.seconds if test.startswith(_VALUES)}
        own = Path("tests", *Path(mutant.path).parts[1:]).parent

        def nearness(test: str) -> tuple[bool, bool, float, str]:
            file = Path(test.partition("::")[0])
            is_own = file in {Path(_VALUES), own / f"test_{Path(mutant.path).name}"}
            return not is_own, own not in file.parents, self.seconds[test], test

        nearest = sorted(found & self.seconds.keys(), key=nearness)
        spent = itertools.accumulate(self.seconds[test] for test in nearest)
        return [test for test, seconds in zip(nearest, spent, strict=True) if seconds <= _MOST_SECONDS]


def copy_tree(root: Path, copy: Path) -> None:
    """Copy what the tests need, so that no fault ever stands in the tree one works in."""
    shutil.rmtree(copy, ignore_errors=True)
    for name in _COPIED:
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "build" / "words", copy / "build" / "words")
    for path in root.iterdir():
        if path.is_file() and path.name != ".git":
            shutil.copy2(path, copy)


def measure(copy: Path, environment: dict[str, str], workers: int) -> None:
    """Run the tests once in a copy of the tree; what they reach is in its files then."""
    (copy / "coveragerc").write_text(_CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "-p", "no:randomly", *_FOLDERS]
    command += ["--cov", "--cov-config=coveragerc", "--cov-context=test", "--cov-report="]
    subprocess.run([*command, "--junitxml=tests.xml"], cwd=copy, env=environment, check=False)


def read_reach(copy: Path) -> Reach:
    """Read what measure() left; a test that failed there can kill nothing and is left out."""
    seconds: defaultdict[str, float] = defaultdict(float)
    failed = set()
    for case in ET.parse(copy / "tests.xml").iter("testcase"):  # noqa: S314  # written by pytest just now
        test = f"{case.attrib['classname'].replace('.', '/')}.py::{case.attrib['name'].partition('[')[0]}"
        seconds[test] += float(case.attrib["time"])
        if case.find("failure") is not None or case.find("error") is not None:
            failed.add(test)
    for test in sorted(failed):
        print(f"fails without any fault, and is left out: {test}", file=sys.stderr)
        del seconds[test]
    data = CoverageData(str(copy / ".coverage"))
    data.read()
    return Reach(data, copy, dict(seconds))


def _names(contexts: Iterable[str]) -> set[str]:
    """Return the test functions of contexts such as "tests/a/test_b.py::test_c[parameter]|run"."""
    parts = (part for context in contexts for part in context.split("|"))
    return {part.partition("[")[0] for part in parts if "::" in part}


def _statement(source: str, line: int) -> range:
    """Return the lines of the innermost statement that holds a line; of one with a body, its head."""
    best = range(line, line + 1)
    size = sys.maxsize
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.stmt):
            continue
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        last = node.end_lineno or node.lineno
        body = getattr(node, "body", None)
        if body:
            last = max(first, body[0].lineno - 1)
        if first <= line <= last and last - first < size:
            best, size = range(first, last + 1), last - first
    return best
