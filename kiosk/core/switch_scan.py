"""One switch: the choices light up in turn, and a press picks what is lit."""

import dataclasses
import enum
from collections.abc import Sequence
from typing import Final

from kiosk.core.boxes import Box, rows

FIRST_IS_LIT: Final = 2
"""How many times as long the first of a page or row is lit: the eye has to find it. Chosen; not measured."""
ROUNDS_IN_A_ROW: Final = 2
"""After so many rounds without a press the rows light up again: the row may have been picked by mistake.
Chosen; not measured."""
FEW: Final = 4
"""So many choices light up one by one; of more, first the row. Chosen: with two in each row, that is where
row and choice become as quick."""


class Kind(enum.Enum):
    """What picking a control means for what lights up next.

    KEY: a digit or letter; CHOICE: one of a page's choices; ONE_OF: one that takes the place of another;
    FORWARD: leads on; OTHER: all else.
    """

    KEY = enum.auto()
    CHOICE = enum.auto()
    ONE_OF = enum.auto()
    FORWARD = enum.auto()
    OTHER = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Target:
    """A control that lights up: what it is and where it stands."""

    kind: Kind
    box: Box


Groups = tuple[tuple[int, ...], ...]
"""The indexes of the targets that light up together, in the order they do."""


def group(targets: Sequence[Target]) -> Groups:
    """Return the targets in the order they light up: what a page is for, then what leads on, then the rest.

    The rest begins with the row at the bottom, where the buttons are that lead elsewhere.
    """
    choices = _rows(targets, Kind.CHOICE, Kind.ONE_OF)
    if sum(map(len, choices)) <= FEW:
        choices = _singly(choices)
    forward = _singly(_rows(targets, Kind.FORWARD))
    return (*_rows(targets, Kind.KEY), *choices, *forward, *_rows(targets, Kind.OTHER)[::-1])


def _rows(targets: Sequence[Target], *kinds: Kind) -> Groups:
    indexes = [index for index, target in enumerate(targets) if target.kind in kinds]
    found = rows([targets[index].box for index in indexes])
    return tuple(tuple(indexes[place] for place in row) for row in found)


def _singly(groups: Groups) -> Groups:
    return tuple((index,) for row in groups for index in row)


@dataclasses.dataclass(frozen=True, slots=True)
class Scan:
    """What is lit: the group `at`, or of a row that was picked only the one `inside`.

    rounds: how often the row was gone through without a press; is_first: it is the first since a press or
    in its round.
    """

    groups: Groups
    at: int = 0
    inside: int | None = None
    rounds: int = 0
    is_first: bool = True

    @property
    def lit(self) -> tuple[int, ...]:
        """The indexes of the targets that are lit."""
        if not self.groups:
            return ()
        group_lit = self.groups[self.at]
        return group_lit if self.inside is None else (group_lit[self.inside],)

    def lit_seconds(self, seconds: float) -> float:
        """Return how long it is lit when others are lit for `seconds`."""
        return seconds * FIRST_IS_LIT if self.is_first else seconds

    def step(self) -> "Scan":
        """Light the next."""
        if not self.groups:
            return self
        if self.inside is None:
            after = (self.at + 1) % len(self.groups)
            return Scan(self.groups, after, is_first=after == 0)
        inside = (self.inside + 1) % len(self.groups[self.at])
        rounds = self.rounds + (inside == 0)
        if rounds == ROUNDS_IN_A_ROW:
            return Scan(self.groups, self.at)
        return Scan(self.groups, self.at, inside, rounds, is_first=inside == 0)

    def press(self) -> "Scan | int | None":
        """Return the index of the target that a press picks, or how a row goes on; None without a target."""
        if len(self.lit) > 1:
            return Scan(self.groups, self.at, 0)
        return self.lit[0] if self.lit else None


def scan_after(targets: Sequence[Target], picked: int) -> Scan:
    """Return what lights up when a target was picked and its page stays.

    After a key the first row again, after one of several that exclude each other what leads on, after
    another choice the next, and after all else the same again.
    """
    groups = group(targets)
    at = next(place for place, indexes in enumerate(groups) if picked in indexes)
    match targets[picked].kind:
        case Kind.KEY:
            return Scan(groups)
        case Kind.ONE_OF:
            return Scan(groups, _forward_in(targets, groups, at))
        case Kind.CHOICE:
            return Scan(groups, (at + 1) % len(groups) if len(groups[at]) == 1 else at)
        case _:
            return Scan(groups, at)


def scan_again(scan: Scan, targets: Sequence[Target], still_lit: Sequence[int]) -> Scan:
    """Return the same scan over targets that have moved, come or gone.

    still_lit: which of them were lit before; without one it begins anew.
    """
    groups = group(targets)
    if not still_lit:
        return Scan(groups)
    at = next(place for place, indexes in enumerate(groups) if still_lit[0] in indexes)
    if scan.inside is None or len(groups[at]) == 1:
        return dataclasses.replace(scan, groups=groups, at=at, inside=None)
    return dataclasses.replace(scan, groups=groups, at=at, inside=groups[at].index(still_lit[0]))


def _forward_in(targets: Sequence[Target], groups: Groups, otherwise: int) -> int:
    leads_on = (place for place, indexes in enumerate(groups) if targets[indexes[0]].kind is Kind.FORWARD)
    return next(leads_on, otherwise)
