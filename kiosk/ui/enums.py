"""The core's enumerations as QML knows them, so that a misspelt member fails the lint.

The members stand here once more because the tool that reads our types for qmllint reads text, not values (and
knows an enumeration by its base being written `Enum`);
tests/ui/test_enums.py holds them to those of the core.
"""

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

E = TypeVar("E", bound=Enum)


@QmlElement
@QmlUncreatable("holds enumerations")
class Enums(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """`Enums.Screen.HOME` in QML; `number_of(Screen.HOME)` in Python."""

    @QEnum
    class Screen(Enum):
        """`kiosk.core.visit.Screen`."""

        ATTRACT = 0
        HOME = 1
        CARD = 2
        SELF_CHECK = 3
        CALLBACK = 4
        HELP = 5
        QUESTIONS = 6
        ABOUT = 7
        DESK = 8

    @QEnum
    class Stop(Enum):
        """`kiosk.core.content.pathway.Stop`."""

        BRAIN = 0
        NERVE_CELL = 1
        NERVE_FIBER = 2
        JUNCTION = 3
        MUSCLE = 4


def number_of(member: Enum) -> int:
    """Return the number by which QML knows a member of one of the core's enumerations."""
    return int(getattr(Enums, type(member).__name__)[member.name].value)


def member_of(kind: type[E], number: int) -> E:
    """Return the member of one of the core's enumerations that QML knows by a number."""
    return kind[getattr(Enums, kind.__name__)(number).name]
