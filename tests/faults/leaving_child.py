"""The real kiosk, left in every way by somebody who typed a number or a name too; says each way, then "all".

usage: python -m tests.faults.leaving_child CONFIG, until a line comes in.
"""

import sys
from pathlib import Path
from typing import Final

from kiosk.store.settings.settings import load_settings
from kiosk.tour.guided_visit import Clock
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.pyside.qt_application import start_qt
from tests.journeys import test_nothing_is_left as leaving
from tests.journeys.walk import settle, start_visit, type_number


def by_staff(kiosk: Kiosk, _: Clock) -> None:
    """Staff come in."""
    kiosk._staff_tools().end_visit()


WAYS: Final = (
    leaving.by_stop,
    leaving.by_stopping_after_the_name,
    leaving.by_going_back,
    leaving.time_out,
    leaving.by_time_out_after_help,
    leaving.by_sending_and_clearing,
    leaving.by_sending_and_walking_off,
    leaving.by_taking_it_back,
    leaving.by_a_failure_in_the_program,
    leaving.by_about,
    by_staff,
)


def main() -> None:
    """Go through all ways."""
    start_qt(["kiosk"])
    clock = Clock()
    kiosk = Kiosk(load_settings(Path(sys.argv[1])), glass=Glass(1366, 768, 15.6), clock=clock)
    for way in WAYS:
        type_number(start_visit(kiosk), leaving.number())
        way(kiosk, clock)
        kiosk.screens.wait()
        kiosk.visit.startOver()
        settle()
        print(way.__name__, flush=True)
    print("all", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main()
