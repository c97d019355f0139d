"""Small faults, one at a time: where Cosmic Ray's operators can put one, and a seeded sample of them."""

import ast
import dataclasses
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

Position = tuple[int, int]

ROOMS: Final = ("core", "store", "content", "desk")
# These two ask for names to be given; the others need nothing.
_WITH_ARGUMENTS: Final = ("VariableReplacer", "VariableInserter")


@dataclasses.dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the n-th place in a file at which an operator can work.

    path: from the root, such as "kiosk/core/visit.py"; line: of the place, from 1; old, new: what changes,
    without blanks around it.
    """

    path: str
    line: int
    operator: str
    occurrence: int
    old: str
    new: str

    def applied(self, source: str) -> str:
        """Return the file's text with the fault in it."""
        return str(mutate_code(source, _operator(self.operator), self.occurrence))

    @property
    def key(self) -> str:
        """What it is known by in survivors.toml: lines may move."""
        return f"{self.path}: {self.old} -> {self.new}"

    @property
    def place(self) -> str:
        """What it is known by within one run."""
        return f"{self.path}:{self.line}: {self.operator} {self.occurrence}"


def sample(root: Path, count: int, seed: int) -> list[Mutant]:
    """Return so many mutants, the rooms in turn, at most one for each place in the source.

    The first of them are a sample spread over all rooms, too. A place is drawn by what its line says, so that
    a change elsewhere leaves the sample as it was, and with it the answers in survivors.toml.
    """
    rooms = [_sample_of(root, room, count // len(ROOMS), seed) for room in ROOMS]
    return list(itertools.chain.from_iterable(zip(*rooms, strict=True)))


def faults(path: str, source: str) -> Iterator[Mutant]:
    """Yield every mutant of a source."""
    for operators in _places(source):
        for operator in operators:
            yield _mutant(path, source, *operator)


def _sample_of(root: Path, room: str, count: int, seed: int) -> list[Mutant]:
    places = []
    for file in sorted((root / "kiosk" / room).rglob("*.py")):
        path, source = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        places += [(*drawn, path, source) for drawn in _drawn(path, source, seed)]
    return [
        _mutant(path, source, *operators[lot % len(operators)])
        for lot, operators, path, source in sorted(places)[:count]
    ]


def _drawn(path: str, source: str, seed: int) -> Iterator[tuple[int, list[tuple[str, int, int]]]]:
    """Yield each place's lot, which hangs on the seed and what the line says, and the operators there."""
    lines, same = source.splitlines(), Counter[str]()
    for operators in _places(source):
        line = lines[operators[0][2] - 1].strip()
        lot = hashlib.sha256(f"{seed} {path} {line} {same[line]}".encode()).digest()
        same[line] += 1
        yield int.from_bytes(lot), operators


def _operator(name: str) -> Any:
    return OperatorProvider()[name]()


def _mutant(path: str, source: str, operator: str, occurrence: int, line: int) -> Mutant:
    blank = Mutant(path, line, operator, occurrence, "", "")
    old, new = _difference(source.splitlines(), blank.applied(source).splitlines())
    return dataclasses.replace(blank, old=old, new=new)


def _difference(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Return the lines that differ, each side joined to one."""
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0)
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    sides = (old[start : len(old) - end], new[start : len(new) - end])
    before, after = (" ".join(" ".join(side).split()) for side in sides)
    return before, after


def _places(source: str) -> list[list[tuple[str, int, int]]]:
    """Return for each place in a source the (operator, occurrence, line) that can work there."""
    tree = get_ast(source)
    nodes, lines = list(ast_nodes(tree)), source.splitlines()
    signs = [node for node in nodes if node.type == "operator"]
    types = list(_annotations(ast.parse(source)))
    places: dict[tuple[Position, Position], list[tuple[str, int, int]]] = {}
    for name in OperatorProvider():
        if name in _WITH_ARGUMENTS:
            continue
        operator = _operator(name)
        asked = (
            signs if name.startswith("ReplaceBinaryOperator") else nodes
        )  # 132 of these, one for each pair
        found = (place for node in asked for place in operator.mutation_positions(node))
        for occurrence, (start, end) in enumerate(found):
            is_union = name.startswith("ReplaceBinaryOperator_BitOr") and any(
                first <= start < last for first, last in types
            )
            # The operator fails on `except json.JSONDecodeError`.
            is_dotted = name == "ExceptionReplacer" and "." in lines[start[0] - 1][start[1] : end[1]]
            if not is_union and not is_dotted:
                places.setdefault((start, end), []).append((name, occurrence, start[0]))
    return [places[place] for place in sorted(places)]


def _annotations(tree: ast.AST) -> Iterator[tuple[Position, Position]]:
    """Yield where types stand: a fault in `int | None` would be no fault of the program's."""
    for node in ast.walk(tree):
        noted = getattr(node, "annotation", None) or getattr(node, "returns", None)
        if noted is not None:
            yield (noted.lineno, noted.col_offset), (noted.end_lineno, noted.end_col_offset)
