"""A day on a folder, as a program of its own, for a recorder of its system calls.

usage: python -m tests.faults.live FLOW SIZE FOLDER [MISSING]
           what people do; MISSING: a function of kiosk.store.durable that does nothing
       python -m tests.faults.live FLOW SIZE FOLDER recover TOLD...
           the start after a power cut, and what follows
"""

import os
import sys
from pathlib import Path

from kiosk.store import durable
from tests.faults.desk_flows import FLOWS
from tests.faults.flows import Place, known_from, live


def _tell(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def _main(name: str, size: str, folder: str, *more: str) -> None:
    flow, place = FLOWS[name](int(size)), Place(Path(folder))
    if more[:1] == ("recover",):
        flow.check(place, known_from(more[1:]))
        return
    for missing in more:
        setattr(durable, missing, lambda _file_or_folder: None)
    live(flow, place, _tell)


if __name__ == "__main__":
    _main(*sys.argv[1:])
