"""Ways through the screens that several journeys share, by the names a screen reader reads."""

from PySide6.QtCore import QCoreApplication

from kiosk.ui.app import Kiosk
from kiosk.ui.visitor import Visitor


def start_visit(kiosk: Kiosk) -> Visitor:
    """Touch to start, and wait for the tiles."""
    visitor = Visitor(kiosk.window)
    visitor.press("Touch to start")
    visitor.waits_for("Autoimmune diseases")
    return visitor


def type_number(visitor: Visitor, digits: str) -> None:
    """Open the form and type a number."""
    visitor.press("Ask us to call you")
    for _ in ("notice", "privacy"):
        read_on(visitor)
        visitor.press("Next")
    for digit in digits:
        visitor.press(digit)


def read_on(visitor: Visitor) -> None:
    """Turn to the last page of a text."""
    while visitor.sees("More"):
        visitor.press("More")


def ask_for_a_call(visitor: Visitor, digits: str) -> None:
    """Go through the whole form up to the thank you."""
    type_number(visitor, digits)
    visitor.press("Next")
    visitor.press("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")


def settle() -> None:
    """Let queued deletions and signals happen."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
