"""Started by memory.py: goes through visits in one kiosk without a screen.

usage: visits_child.py VISITS... CONFIG
prints a line after the start and after so many visits in all: unique and proportional set size, swap, in MiB
"""

import gc
import sys
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtTest import QTest

from kiosk.core import visit as visits
from kiosk.core.callback_steps import open_callback
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import load_settings
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from tests.benchmarks.as_program import start_as_program

SETTLING_MS = 3000


def tell_memory() -> None:
    """Print what this process alone takes, that with its share of shared pages, and what is swapped out.

    The share grows whenever another program ends. What a visit has left to do is done first.
    """
    QTest.qWait(SETTLING_MS)
    gc.collect()
    taken = psutil.Process().memory_full_info()
    print(*(each / 2**20 for each in (taken.uss, taken.pss, taken.swap)), flush=True)


def one_visit(kiosk: Kiosk, number: int) -> None:
    """Read a card, look at the self-check and at the form, and leave."""
    begun = visits.start("en")
    content = kiosk.library.content
    assert content is not None  # open_kiosk() waited for it
    card = content.cards[number % len(content.cards)].id
    for visit in (
        begun,
        visits.open_card(begun, card),
        visits.open_card(begun, card, 3),
        visits.go(begun, Screen.SELF_CHECK),
        open_callback(begun, f"{number:032x}"),
        Visit(),
    ):
        kiosk.visit_holder.become(visit)
        draw(kiosk)


def draw(kiosk: Kiosk) -> None:
    """Wait for a frame, and let go what was left, which Qt does by itself only in its own loop."""
    frames: list[None] = []
    drawn = kiosk.window.frameSwapped.connect(lambda: frames.append(None))
    kiosk.window.update()
    while not frames:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    kiosk.window.frameSwapped.disconnect(drawn)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_kiosk(config: str) -> Kiosk:
    """Show the kiosk and let it settle."""
    kiosk = Kiosk(load_settings(Path(config)), glass=Glass(1920, 1080, 21.5))
    if not wait_until(lambda: kiosk.library.content is not None):
        raise RuntimeError("the content was not read")
    QTest.qWait(SETTLING_MS)
    return kiosk


def memory(counts: list[int], config: str) -> None:
    """Print memory as visits go by."""
    kiosk = open_kiosk(config)
    tell_memory()
    done = 0
    for until in counts:
        for number in range(done, until):
            one_visit(kiosk, number)
        done = until
        tell_memory()


application = start_as_program("visits")
*given, settings = sys.argv[1:]
memory([int(count) for count in given], settings)
