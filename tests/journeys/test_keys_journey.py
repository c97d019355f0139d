"""Everything by the keyboard: pressed with key events, never by the accessible tree."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.staff import StaffPage
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from kiosk.ui.enums import number_of
from kiosk.ui.touch.controls import controls_on, pad_on
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.doors import (
    PAGES,
    Enter,
    open_about,
    open_card,
    open_check,
    open_check_page,
    open_close_up,
    open_conditions,
    open_emergency,
    open_form,
    open_help,
    open_home,
    open_later_step,
    open_name,
    open_number,
    open_pin,
    open_question,
    open_questions,
    open_questions_take_home,
    open_sources,
    open_take_home,
    open_teach_back,
)
from tests.journeys.hand import Hand, middle
from tests.journeys.keyboard import Keyboard
from tests.journeys.walk import HELPER, PHONE_IS_HARD, answer, settle

KEY = Qt.Key


def screen_of(kiosk: Kiosk) -> Screen:
    return kiosk.visit_holder.visit.screen


def step_of(kiosk: Kiosk) -> int:
    card = kiosk.visit_holder.visit.card
    assert card is not None
    return card.step


def typed_on(kiosk: Kiosk) -> str:
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    return draft.typed


def words_of(item: QQuickItem) -> str:
    return f"{item.property('text')} at {item.mapToScene(item.boundingRect().topLeft()).toTuple()}"


@pytest.mark.parametrize("enter", PAGES.values(), ids=PAGES)
def test_tab_reaches_all_that_can_be_pressed_and_comes_round(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, enter: Enter
) -> None:
    kiosk = start_kiosk(guided)
    keyboard = Keyboard(kiosk, clock)
    enter(kiosk)
    keyboard.settle()
    there = {words_of(item) for item in _touched_on(kiosk)}
    assert there
    assert keyboard.focused is not None, "the focus is set on a new page"
    assert not keyboard.shows_focus(), "nobody has used a key yet"
    for key, modifiers in ((KEY.Key_Tab, Qt.KeyboardModifier(0)), (KEY.Key_Backtab, Qt.KeyboardModifier(0))):
        met: list[str] = []
        for _ in range(len(there)):
            keyboard.press(key, modifiers)
            assert keyboard.shows_focus()
            assert keyboard.focused is not None
            met.append(words_of(keyboard.focused))
        assert set(met) == there


def _touched_on(kiosk: Kiosk) -> list[QQuickItem]:
    """All that a finger could press, found without asking what has the focus."""
    found, stack = [], [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible() and item.isEnabled():
            is_touched = item.inherits("QQuickAbstractButton") or item.property("activeFocusOnTab") is True
            found += [item] if is_touched and item.width() else []
            stack += item.childItems()
    return found


@pytest.mark.parametrize("enter", PAGES.values(), ids=PAGES)
def test_an_arrow_leaves_no_control_out_of_reach(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, enter: Enter
) -> None:
    kiosk = start_kiosk(guided)
    keyboard = Keyboard(kiosk, clock)
    enter(kiosk)
    keyboard.press(KEY.Key_Down)
    controls = controls_on(kiosk.window)
    met, ways = set(), [keyboard.focused]
    while ways:
        start = ways.pop()
        assert start is not None
        if words_of(start) in met:
            continue
        met.add(words_of(start))
        for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down):
            start.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            keyboard.press(key)
            ways.append(keyboard.focused)
    assert met == {words_of(item) for item in controls}


@pytest.mark.parametrize(
    ("enter", "presses"),
    [
        (open_card, 1),
        (open_later_step, 2),
        (open_emergency, 2),
        (open_conditions, 2),
        (open_teach_back, 4),
        (open_sources, 3),
        (open_take_home, 4),
        (open_close_up, 2),
        (open_about, 1),
        (open_questions, 1),
        (open_check, 1),
        (open_question, 2),
        (open_form, 1),
        (open_number, 3),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_escape_leads_back_to_all_causes(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, enter: Enter, presses: int
) -> None:
    kiosk = start_kiosk(guided)
    keyboard = Keyboard(kiosk, clock)
    enter(kiosk)
    for _ in range(presses):
        assert screen_of(kiosk) is not Screen.HOME
        keyboard.press(KEY.Key_Escape)
    assert screen_of(kiosk) is Screen.HOME
    keyboard.press(KEY.Key_Escape)
    assert kiosk.visit_holder.visit == Visit(), "from all causes it starts over"


def test_escape_closes_the_code_of_my_questions_first(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_questions_take_home(kiosk)
    keyboard.press(KEY.Key_Escape)
    assert (screen_of(kiosk), kiosk.visit_holder.visit.takes_questions_home) == (Screen.QUESTIONS, False)
    keyboard.press(KEY.Key_Escape)
    assert screen_of(kiosk) is Screen.HOME


def test_no_key_pressed_again_and_again_closes_help(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_help(kiosk)
    for key in (KEY.Key_Escape, KEY.Key_Return, KEY.Key_Space):
        for _ in range(4):
            keyboard.press(key)
            assert screen_of(kiosk) is Screen.HELP
    keyboard.focus("Close")
    keyboard.press(KEY.Key_Return)
    keyboard.focus("Yes, close")
    keyboard.press(KEY.Key_Return)
    assert screen_of(kiosk) is Screen.HOME


def test_escape_on_the_pin_page_closes_it(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_pin(kiosk)
    keyboard.press(KEY.Key_Escape)
    settle()
    assert kiosk.late.entrance.staff is None
    assert screen_of(kiosk) is Screen.HOME


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_key_presses_what_has_the_focus(start_kiosk: StartKiosk, clock: Clock, key: Qt.Key) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    keyboard.focus("Touch to start")
    keyboard.press(key)
    Visitor(kiosk.window).waits_for("Infections")
    keyboard.settle()
    keyboard.focus("Infections")
    keyboard.press(key)
    assert screen_of(kiosk) is Screen.CARD
    assert keyboard.name == "What happens", "the first chapter"
    keyboard.press(key)
    assert step_of(kiosk) == 1
    assert keyboard.name == "Next"
    keyboard.press(key)
    assert step_of(kiosk) == 2


def test_a_key_that_is_held_down_presses_once(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_card(kiosk)
    keyboard.settle()
    for key in (KEY.Key_Return, KEY.Key_PageDown):
        step = step_of(kiosk)
        clock.now += 1
        for is_repeat in (False, True, True):
            event = QKeyEvent(
                QEvent.Type.KeyPress, key, Qt.KeyboardModifier(0), "", autorep=is_repeat, count=1
            )
            QCoreApplication.sendEvent(kiosk.window, event)
            keyboard.settle()
            clock.now += 1
        assert step_of(kiosk) == step + 1
        QTest.keyRelease(kiosk.window, key)


def test_page_keys_turn_pages(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_card(kiosk)
    keys = (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_PageDown)
    for key, step in zip(keys, (1, 2, 1, 2, 3), strict=True):
        keyboard.press(key)
        assert step_of(kiosk) == step
    keyboard.press(KEY.Key_PageUp)
    assert step_of(kiosk) == 0, "out of a chapter it is back to the first page"


def test_no_page_key_sends_a_request(start_kiosk: StartKiosk, clock: Clock, clinic: Clinic) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_check_page(kiosk)
    for _ in range(5):
        keyboard.press(KEY.Key_PageDown)
    assert clinic.waiting() == []
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.step is CallbackStep.CHECK
    assert keyboard.name != "Ask for a call", "nor is it where the focus begins"


def test_a_bounced_page_key_turns_one_page(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_card(kiosk)
    keyboard.press(KEY.Key_PageDown)
    for _ in range(3):
        clock.now += 0.12
        QTest.keyClick(kiosk.window, KEY.Key_PageDown)
        keyboard.settle()
    assert step_of(kiosk) == 1


def test_digits_and_backspace_type_the_number(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_number(kiosk)
    keyboard.types("4155x5526719")
    keyboard.press(KEY.Key_Backspace)
    assert typed_on(kiosk) == "4155552671"
    keyboard.press(KEY.Key_Return)
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.step is not CallbackStep.PHONE, "Return goes on"


def test_a_bounced_digit_is_typed_once_and_a_double_one_twice(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_number(kiosk)
    keyboard.types("4")
    clock.now += 0.1
    QTest.keyClick(kiosk.window, KEY.Key_4)
    assert typed_on(kiosk) == "4"
    clock.now += 0.25
    QTest.keyClick(kiosk.window, KEY.Key_4)
    assert typed_on(kiosk) == "44"


def test_letters_and_spaces_type_the_name(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_name(kiosk)
    keyboard.types("Ana7 Li")
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.name == "Ana Li"


def test_letters_type_the_name_of_a_helper(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_name(kiosk)
    visitor = Visitor(kiosk.window)
    visitor.press("Next")
    for choice in ("Morning", PHONE_IS_HARD, HELPER):
        answer(visitor, choice)
    keyboard.types("Zoe")
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.helper == "Zoe"


def test_a_space_on_a_letter_that_has_the_focus_presses_it(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_name(kiosk)
    keyboard.focus("B")
    keyboard.press(KEY.Key_Space)
    draft = kiosk.visit_holder.visit.callback
    assert draft is not None
    assert draft.name == "B"


def test_staff_type_their_pin_on_a_keyboard(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    kiosk.late.entrance.open()
    staff = kiosk.late.entrance.staff
    assert staff is not None
    assert wait_until(lambda: not staff.property("isBusy"))
    keyboard.types("1a2")
    keyboard.press(KEY.Key_Backspace)
    keyboard.types("7")
    assert staff.property("typed") == 2
    keyboard.press(KEY.Key_Return)
    assert staff.property("typed") == 0, "Return tries it"
    staff.wait()
    settle()
    assert staff.property("page") == number_of(StaffPage.PIN)


def test_a_key_of_the_program_around_it_types_nothing(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_number(kiosk)
    keyboard.press(KEY.Key_4, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(KEY.Key_F5)
    assert typed_on(kiosk) == ""


def test_the_focus_is_seen_while_keys_are_used_and_not_after_a_touch(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    keyboard, hand = Keyboard(kiosk, clock), Hand(kiosk, clock)
    open_home(kiosk)
    keyboard.press(KEY.Key_Tab)
    assert keyboard.shows_focus()
    keyboard.press(KEY.Key_Return)
    assert screen_of(kiosk) is Screen.CARD
    assert keyboard.shows_focus(), "it is seen on the next page, too"
    hand.rest()
    hand.tap(middle(kiosk.window.contentItem()))
    assert not keyboard.shows_focus()
    hand.rest()
    hand.tap("What happens")
    keyboard.settle()
    assert keyboard.focused is not None
    assert not keyboard.shows_focus()


def test_whoever_turns_back_stays_on_back(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_form(kiosk)
    for _ in range(9):
        if pad_on(kiosk.window) is None:
            keyboard.press(KEY.Key_PageDown)
    keyboard.focus("Back")
    keyboard.press(KEY.Key_Return)
    assert keyboard.name == "Back"
    keyboard.press(KEY.Key_Return)
    assert kiosk.visit_holder.visit.callback is not None
    assert kiosk.visit_holder.visit.callback.step is CallbackStep.NOTICE


def test_what_is_under_the_staffs_screen_gets_no_key(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    keyboard = Keyboard(kiosk, clock)
    open_number(kiosk)
    kiosk.late.entrance.open()
    keyboard.settle()
    there = {words_of(item) for item in controls_on(kiosk.window)}
    assert "Next" not in " ".join(there)
    keyboard.types("5")
    keyboard.press(KEY.Key_PageDown)
    assert typed_on(kiosk) == ""
    assert kiosk.visit_holder.visit.callback is not None
    assert kiosk.visit_holder.visit.callback.step is CallbackStep.PHONE


def test_red_flags_by_keys_come_to_now_and_two_returns_close_it(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    keyboard = Keyboard(kiosk, clock)
    open_question(kiosk)
    keyboard.press(KEY.Key_Tab)
    keyboard.press(KEY.Key_Space)
    keyboard.press(KEY.Key_PageDown)
    assert kiosk.screens.self_check.property("page") == number_of(SelfCheckPage.NOW)
    keyboard.press(KEY.Key_Return)
    assert kiosk.screens.self_check.property("page") == number_of(SelfCheckPage.NOW)
