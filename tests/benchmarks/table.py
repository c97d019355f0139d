"""One row for each figure, one Markdown table of them, and the same as JSON."""

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

BUSY_PERCENT: Final = 20
"""Of one core, used by others: above it a run is one on a busy machine."""
HEADINGS: Final = ("what", "other", "kiosk", "ratio", "target", "met")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of the kiosk beside its target.

    other: the same of what it is measured beside, None where the target is absolute; own: None where it could
    not be measured, and why_not says why; target: the most that `of` may be, a ratio or the figure itself.
    """

    what: str
    unit: str
    other: float | None = None
    own: float | None
    target: float
    of: Literal["ratio", "absolute"] = "ratio"
    why_not: str = ""

    @property
    def ratio(self) -> float | None:
        """How much more than the other, None where there is nothing to compare."""
        return self.own / self.other if self.own is not None and self.other else None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None when nothing was measured."""
        judged = self.ratio if self.of == "ratio" else self.own
        return None if judged is None else judged <= self.target


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """What one measurement came to: its rows, all figures behind them, and what is told below the table."""

    rows: Sequence[Row]
    raw: Any
    below: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Load:
    """What other programs used, in percent of one core, each time that somebody looked."""

    percents: tuple[float, ...]

    @property
    def is_busy(self) -> bool:
        """Whether the figures are worth little."""
        return any(percent > BUSY_PERCENT for percent in self.percents)

    def __str__(self) -> str:
        most = f"other programs used up to {max(self.percents):.0f} % of one core"
        return f"**This machine was BUSY: {most}.**" if self.is_busy else f"Idle machine: {most}."


def figure(value: float | None) -> str:
    """Write a figure with three digits that count."""
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}"


def markdown(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column is words, and all others figures."""
    rule = ["---", *["---:"] * (len(headings) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (headings, rule, *lines))


def table(rows: Iterable[Row]) -> str:
    """Return the one table of a run."""
    return markdown(HEADINGS, [_cells(row) for row in rows])


def _cells(row: Row) -> tuple[str, ...]:
    target = f"{row.target:g}" if row.of == "ratio" else f"{row.target:g} {row.unit}".strip()
    met = {True: "met", False: "**MISSED**", None: f"not measured: {row.why_not}"}[row.met]
    what = f"{row.what}, {row.unit}" if row.unit else row.what
    return what, figure(row.other), figure(row.own), figure(row.ratio), target, met


def as_json(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the rows with what is derived from them."""
    return [{**dataclasses.asdict(row), "ratio": row.ratio, "met": row.met} for row in rows]
