"""The core's enumerations as QML knows them, so that a misspelt member fails the lint.

The members stand here once more, and their base is called just Enum, because the tool that reads our
types for qmllint reads text, not values; tests/ui/test_enums.py holds them to those of the core.
"""

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import ClassInfo, QEnum, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

E = TypeVar("E", bound=Enum)


@QmlElement
@QmlUncreatable("holds enumerations")
@ClassInfo(RegisterEnumClassesUnscoped="false")  # type: ignore[arg-type]  # the stub of 6.12 wants a dict
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
    class Chapter(Enum):
        """`kiosk.core.content.steps.Chapter`."""

        FIRST = 0
        HAPPENS = 1
        SIGNS = 2
        HELP = 3
        DO = 4
        MORE = 5
        EMERGENCY = 6

    @QEnum
    class CallbackPart(Enum):
        """`kiosk.core.callback_steps.CallbackPart`."""

        READING = 0
        PHONE = 1
        NAME = 2
        CHOICE = 3
        CHECK = 4
        DECIDE = 5

    @QEnum
    class CallbackStep(Enum):
        """`kiosk.core.callback.draft.CallbackStep`."""

        NOTICE = 0
        PRIVACY = 1
        PHONE = 2
        NAME = 3
        WINDOW = 4
        LANGUAGE = 5
        OTHER_LANGUAGE = 6
        INTERPRETER = 7
        PHONE_HARD = 8
        HELPER = 9
        CONSENT = 10
        CHECK = 11
        SENDING = 12
        DONE = 13
        TAKING_BACK = 14
        UNDONE = 15
        NOT_UNDONE = 16
        DESK = 17

    @QEnum
    class Offer(Enum):
        """`kiosk.core.self_check.offer.Offer`."""

        OFF = 0
        ASK_DESK = 1
        STATIC = 2
        GUIDED = 3

    @QEnum
    class SelfCheckPage(Enum):
        """`kiosk.core.self_check_steps.SelfCheckPage`."""

        NONE = 0
        START = 1
        QUESTION = 2
        OUTCOME = 3
        NOW = 4

    @QEnum
    class Urgency(Enum):
        """`kiosk.core.self_check.rules.Urgency`."""

        LEARN = 0
        ROUTINE = 1
        SOON = 2
        NOW = 3

    @QEnum
    class StaffPage(Enum):
        """`kiosk.core.staff.StaffPage`."""

        PIN = 0
        MENU = 1
        PLACES = 2
        COPYING = 3
        COPIED = 4
        RECIPIENTS = 5
        TAKING = 6
        WIPE = 7

    @QEnum
    class StaffAction(Enum):
        """`kiosk.core.staff.StaffAction`."""

        TYPE = 0
        MENU = 1
        CHOOSE_PLACE = 2
        COPY = 3
        FIND_RECIPIENTS = 4
        TAKE_RECIPIENTS = 5
        WIPE = 6
        GO_ON = 7
        RESTART = 8
        LEAVE = 9
        CONFIRM = 10
        CLOSE = 11

    @QEnum
    class CoverPicture(Enum):
        """`kiosk.core.cover.CoverPicture`."""

        LEAF = 0
        CUP = 1
        STAR = 2

    @QEnum
    class CoverPhase(Enum):
        """`kiosk.core.cover.CoverPhase`."""

        OFF = 0
        CHOOSING = 1
        ON = 2

    @QEnum
    class Reach(Enum):
        """`kiosk.core.reach.Reach`."""

        WHOLE = 0
        LOW = 1
        LOW_LEFT = 2
        LOW_RIGHT = 3

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
