import enum

import pytest

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.callback_steps import CallbackPart
from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import Chapter
from kiosk.core.cover import CoverPhase, CoverPicture
from kiosk.core.reach import Reach
from kiosk.core.self_check.offer import Offer
from kiosk.core.self_check.rules import Urgency
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.staff import StaffAction, StaffPage
from kiosk.core.visit import Screen
from kiosk.ui.enums import Enums, member_of, number_of

MIRRORED = [
    Screen,
    Chapter,
    CallbackPart,
    CallbackStep,
    Offer,
    SelfCheckPage,
    Urgency,
    StaffPage,
    StaffAction,
    CoverPicture,
    CoverPhase,
    Reach,
    Stop,
]


@pytest.mark.parametrize("core", MIRRORED)
def test_qml_knows_every_member_of_the_core_and_no_other(core: type[enum.Enum]) -> None:
    mirrored = getattr(Enums, core.__name__)
    assert [member.name for member in mirrored] == [member.name for member in core]
    assert [number_of(member) for member in core] == list(range(len(core)))
    assert [member_of(core, number_of(member)) for member in core] == list(core)


def test_every_enumeration_of_qml_is_one_of_the_core() -> None:
    names = {name for name, value in vars(Enums).items() if isinstance(value, enum.EnumType)}
    assert names == {core.__name__ for core in MIRRORED}
