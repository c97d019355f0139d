"""How many faults were tried: a file for each test, and the tables of RESULTS.md."""

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "build" / "faults"


def write_counts(kind: str, which: str, counts: Mapping[str, int]) -> None:
    """Write and print the counts of one test."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = json.dumps({"kind": kind, "which": which, "counts": counts})
    (FOLDER / f"{kind}-{which}.json".replace(" ", "-")).write_text(f"{told}\n", encoding="utf-8")
    print(told)


def tables() -> Iterator[str]:
    """Return the lines of a table for each kind of fault that was counted here."""
    found = [json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))]
    for kind, rows in itertools.groupby(found, key=lambda row: row["kind"]):
        those = list(rows)
        names = list(dict.fromkeys(name for row in those for name in row["counts"]))
        yield f"\n## {kind.capitalize()}\n"
        yield f"| which | {' | '.join(names)} |"
        yield f"|{' --- |' * (len(names) + 1)}"
        for row in those:
            cells = (f"{row['counts'].get(name, 0):,}" for name in names)
            yield f"| {row['which']} | {' | '.join(cells)} |"
        sums = (f"{sum(row['counts'].get(name, 0) for row in those):,}" for name in names)
        yield f"| all | {' | '.join(sums)} |"


if __name__ == "__main__":
    print("\n".join(tables()))
