"""A covering array: few rows of a large table in which every pair of values stands together.

Most faults need one value or two values together to show (D. R. Kuhn and others, "Software fault interactions
and implications for software testing", IEEE Transactions on Software Engineering 30, 2004).
"""

import itertools
import random
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

Row = TypeVar("Row", bound=tuple[Hashable, ...])
Together = frozenset[tuple[int, Hashable]]
"""Values that stand in one row, each with its column."""


def together(row: tuple[Hashable, ...], more: Sequence[tuple[int, ...]] = ()) -> Iterator[Together]:
    """Everything that a row shows together: each pair of its values, and those of `more` columns."""
    columns = [*itertools.combinations(range(len(row)), 2), *more]
    return (frozenset((column, row[column]) for column in chosen) for chosen in columns)


def covering_array(
    table: Sequence[Row], *, begun: Sequence[Row] = (), more: Sequence[tuple[int, ...]] = (), seed: int = 0
) -> list[Row]:
    """Choose rows that show together all that any row of the table does; the same ones every time.

    table: every row that can be; what cannot be together stands in none of them.
    begun: rows that are chosen already; they come first.
    more: columns whose values are to be seen in threes and more.
    seed: of rows that show as much that is new, the first in an order drawn from it is chosen.
    """
    order = list(table)
    random.Random(seed).shuffle(order)  # noqa: S311  # an order, not a secret
    shown = {row: set(together(row, more)) for row in order}
    left = set().union(*shown.values()).difference(*(together(row, more) for row in begun))
    chosen = list(begun)
    while left:
        best = max(order, key=lambda row: len(shown[row] & left))
        chosen.append(best)
        left -= shown[best]
    return chosen
