"""Measure one thing after another and print one Markdown table.

usage: python -m tests.benchmarks [--long] [NAME ...]

All figures go into build/bench/bench.json, or bench-long.json. What there is something to compare with is
measured beside it in the same run. Needs Xvfb, what `make installer` makes, and the demonstration.
"""

import argparse
import importlib
import json
import sys

from tests.benchmarks.machine import described, others_percent
from tests.benchmarks.rounds import PLACE
from tests.benchmarks.table import Load, Measured, as_json, table

USUAL = ("start", "touch", "motion", "memory", "confirm", "desk_open", "desk_record")
LONG = ("small", "growth")


def main() -> None:
    """Measure one after another; what others do on the machine is looked at between."""
    file, names = _chosen()
    PLACE.mkdir(parents=True, exist_ok=True)
    percents = [others_percent()]
    done: dict[str, Measured] = {}
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        done[name] = importlib.import_module(f"tests.benchmarks.{name}").measure()
        percents.append(others_percent())
    load, head = Load(tuple(percents)), described()
    rows = [row for measured in done.values() for row in measured.rows]
    below = [measured.below for measured in done.values() if measured.below]
    print(f"{', '.join(head.values())}\n\n{load}\n\n{table(rows)}", *below, sep="\n\n")
    figures = {
        **head,
        "is_busy": load.is_busy,
        "others_percent": percents,
        "rows": as_json(rows),
        "raw": {name: measured.raw for name, measured in done.items()},
    }
    (PLACE / file).write_text(json.dumps(figures, indent=2), encoding="utf-8")


def _chosen() -> tuple[str, tuple[str, ...]]:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--long", action="store_true", help=f"what takes long: {', '.join(LONG)}")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"only these of {', '.join((*USUAL, *LONG))}"
    )
    asked = parser.parse_args()
    if unknown := sorted({*asked.names} - {*USUAL, *LONG}):
        parser.error(f"nothing is called {', '.join(unknown)}")
    usual = LONG if asked.long else USUAL
    return "bench-long.json" if asked.long else "bench.json", tuple(asked.names) or usual


if __name__ == "__main__":
    main()
