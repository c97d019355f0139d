"""Ways through the screens that several journeys share, by the names a screen reader reads."""

import unicodedata
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.tour.patience import draw
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk

HELPER = "Please talk to my helper"
WITHOUT_ACCENT: Final = {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o"}
"""Letters whose stroke is no accent to Unicode."""
PHONE_IS_HARD = "Talking on the phone is hard for me"


def start_visit(kiosk: Kiosk) -> Visitor:
    """Touch to start, and wait for the tiles."""
    visitor = Visitor(kiosk.window)
    visitor.press("Touch to start")
    visitor.waits_for("Autoimmune diseases")
    return visitor


def choose_text_size(visitor: Visitor, name: str) -> None:
    """Set another size of text."""
    visitor.press("Make it easier")
    visitor.chooses(name)
    visitor.press("Done")


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


def answer(visitor: Visitor, *choices: str) -> None:
    """Touch choices of the step on screen, on whatever page they are, then go on."""
    left = list(choices)
    while True:
        for choice in [choice for choice in left if visitor.offers(choice)]:
            visitor.chooses(choice)
            left.remove(choice)
        if not visitor.sees("More"):
            break
        visitor.press("More")
    assert left == []
    visitor.press("Next")


def type_name(visitor: Visitor, letters: str) -> None:
    """Type a name on the letter keys; another case and an accent cost a touch each on their keys."""
    for letter in letters:
        plain = WITHOUT_ACCENT.get(letter) or unicodedata.normalize("NFD", letter)[0]
        key = "Space" if letter == " " else plain
        if not visitor.sees(key):
            visitor.press("Small letters" if visitor.sees("Small letters") else "Capital letters")
        visitor.press(key)
        if plain != letter:
            visitor.press("Letters with accents")
            visitor.press(letter)


def fill_in(
    visitor: Visitor, *, name: str = "", hard: tuple[str, ...] = (), agreed: tuple[str, ...] = ()
) -> None:
    """Go on from a typed number to "check your answers"."""
    visitor.press("Next")
    type_name(visitor, name)
    visitor.press("Next")
    answer(visitor, "Morning")
    answer(visitor, *([PHONE_IS_HARD] if hard else []))
    if hard:
        answer(visitor, *hard)
    if HELPER in hard:
        type_name(visitor, "Zoe")
        visitor.press("Next")
    answer(visitor, *agreed)
    visitor.waits_for("Check your answers")


def send(visitor: Visitor) -> None:
    """Send the answers, and wait for the thank you."""
    read_on(visitor)
    visitor.press("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")


def ask_for_a_call(visitor: Visitor, digits: str) -> None:
    """Go through the whole form up to the thank you."""
    type_number(visitor, digits)
    fill_in(visitor)
    send(visitor)


def settle() -> None:
    """Let queued deletions and signals happen, and draw what has come up."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    for window in QGuiApplication.topLevelWindows():
        if isinstance(window, QQuickWindow):
            draw(window)
