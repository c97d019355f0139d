"""What a screen reader hears and can press, by the tree that Qt gives the accessibility bus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface

from kiosk.core.announcements import Announcement
from kiosk.core.callback.draft import CallbackStep
from kiosk.core.idle import DONE_SECONDS, FORM_SECONDS, READING_SECONDS
from kiosk.core.self_check.rules import Urgency
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import button
from tests.journeys.test_help_journey import PLACES, begin, form_at, open_now
from tests.journeys.walk import answer, ask_for_a_call, fill_in, send, settle, start_visit, type_number

Heard = list[Announcement]


def listen(kiosk: Kiosk) -> Heard:
    """Switch a screen reader on, and note what it is told."""
    drawn(kiosk)
    heard: Heard = []
    announcer = kiosk.late.announcer
    announcer.say = heard.append
    announcer.is_heard = lambda: True
    return heard


def drawn(kiosk: Kiosk) -> None:
    settle()
    assert wait_until(lambda: kiosk.late.guard.is_drawn)
    settle()


def test_every_new_page_is_announced_by_its_title(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    heard = listen(kiosk)
    visitor.press("Autoimmune diseases")
    drawn(kiosk)
    assert "Autoimmune diseases. " in heard[-1].text
    content = kiosk.library.content
    assert content is not None
    card = content.card("autoimmune")
    assert heard[-1].text.endswith(f". {card.headline}")
    visitor.press("What happens")
    drawn(kiosk)
    assert heard[-1] == Announcement(card.steps[1].title)
    visitor.press("About")
    drawn(kiosk)
    assert heard[-1] == Announcement("About this screen")
    assert len(heard) == 3


def test_what_is_wrong_is_announced_at_once(start_kiosk: StartKiosk, guided: Settings) -> None:
    kiosk = start_kiosk(guided)
    visitor = start_visit(kiosk)
    type_number(visitor, "415")
    heard = listen(kiosk)
    visitor.press("Next")
    drawn(kiosk)
    short = "This number is too short. Please check it. Did you type the area code?"
    assert heard == [Announcement(short, is_urgent=True)]
    kiosk.visit.home()
    kiosk.screens.poster.open()
    kiosk.screens.self_check.next()
    drawn(kiosk)
    heard.clear()
    kiosk.screens.self_check.next()
    drawn(kiosk)
    assert heard == [Announcement("Touch an answer first.", is_urgent=True)]


def test_now_and_the_time_warning_interrupt(start_kiosk: StartKiosk, clock: Clock, guided: Settings) -> None:
    kiosk = start_kiosk(guided)
    start_visit(kiosk)
    heard = listen(kiosk)
    clock.now += READING_SECONDS
    kiosk.visit.check_idle()
    drawn(kiosk)
    assert heard == [
        Announcement("Are you still there? This screen starts over in 60 seconds.", is_urgent=True)
    ]
    kiosk.visit.stay()
    open_now(kiosk)
    drawn(kiosk)
    urgent = [announcement.text for announcement in heard if announcement.is_urgent]
    assert urgent[-1].startswith("Please tell the front desk now.")
    assert "911" in urgent[-1]


def test_time_that_runs_out_an_odd_number_and_a_question_are_announced(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    heard = listen(kiosk)
    clock.now += READING_SECONDS
    kiosk.visit.check_idle()
    drawn(kiosk)
    clock.now += 30
    kiosk.visit.check_idle()
    drawn(kiosk)
    assert heard[-1].text == "Are you still there? This screen starts over in 30 seconds."
    assert heard[-1].is_urgent
    kiosk.visit.stay()

    kiosk.visit.askForHelp()
    drawn(kiosk)
    visitor.press("Close")
    drawn(kiosk)
    question = kiosk.translations.sentence("help.close_question")
    assert heard[-1] == Announcement(question, is_urgent=True)
    kiosk.visit.home()

    type_number(visitor, "5555555555")
    fill_in(visitor)
    drawn(kiosk)
    odd = kiosk.translations.sentence("callback.check.odd")
    assert Announcement(odd, is_urgent=True) in heard
    send(visitor)
    drawn(kiosk)
    assert heard[-1] == Announcement("This screen clears in 90 seconds.")


def test_nothing_is_read_while_no_screen_reader_runs(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    heard = listen(kiosk)
    kiosk.late.announcer.is_heard = lambda: False
    start_visit(kiosk)
    drawn(kiosk)
    assert heard == []


def names(kiosk: Kiosk) -> list[str]:
    return [spoken.name for spoken in Visitor(kiosk.window).reads()]


@pytest.mark.parametrize("step", [CallbackStep.DONE, CallbackStep.NAME])
def test_no_name_changes_every_second(start_kiosk: StartKiosk, clock: Clock, step: CallbackStep) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    form_at(step)(kiosk)
    drawn(kiosk)
    told = []
    for _ in range(DONE_SECONDS - 1):
        clock.now += 1
        kiosk.visit.check_idle()
        told.append(tuple(names(kiosk)))
    assert len(set(told)) <= 1 + DONE_SECONDS // 30


def test_the_time_warning_counts_for_a_reader_twice_a_minute(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    clock.now += READING_SECONDS
    told = []
    for _ in range(59):
        kiosk.visit.check_idle()
        told.append(next(name for name in names(kiosk) if name.startswith("This screen starts over")))
        clock.now += 1
    assert list(dict.fromkeys(told)) == [
        "This screen starts over in 60 seconds.",
        "This screen starts over in 30 seconds.",
    ]


def everything_in_the_tree(kiosk: Kiosk) -> list[QAccessibleInterface]:
    """Return what a reader can walk to, hidden or not."""
    found = [QAccessible.queryAccessibleInterface(kiosk.window)]
    for node in found:
        found += filter(None, (node.child(index) for index in range(node.childCount())))
    return found


@pytest.mark.parametrize("go", PLACES.values(), ids=PLACES)
def test_what_can_be_reached_is_on_the_glass(
    start_kiosk: StartKiosk, guided: Settings, go: Callable[[Kiosk], None]
) -> None:
    kiosk = start_kiosk(guided)
    begin(kiosk, "en", 2)
    kiosk.screens.home.open("autoimmune")
    go(kiosk)
    drawn(kiosk)
    glass = QRect(kiosk.window.position(), kiosk.window.size())
    nodes = everything_in_the_tree(kiosk)
    assert len(nodes) > 3
    assert [node.text(QAccessible.Text.Name) for node in nodes if node.state().invisible] == []
    assert [node.text(QAccessible.Text.Name) for node in nodes if not glass.intersects(node.rect())] == []


def test_a_button_that_a_reader_remembers_from_an_earlier_page_does_nothing(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    back = button(kiosk, "Back")
    fill_in(visitor)
    send(visitor)
    remembered = QAccessible.queryAccessibleInterface(back).actionInterface()
    assert isinstance(remembered, QAccessibleActionInterface)
    remembered.doAction("Press")
    settle()
    assert visitor.sees("Thank you. We will call you.")
    assert len(clinic.waiting()) == 1


PRESSED = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}


@pytest.mark.parametrize("place", ["home", "card", "make it easier", "form: PHONE"])
def test_under_the_time_warning_nothing_else_can_be_reached(
    start_kiosk: StartKiosk, clock: Clock, guided: Settings, place: str
) -> None:
    kiosk = start_kiosk(guided)
    begin(kiosk, "en", 2)
    PLACES[place](kiosk)
    drawn(kiosk)
    before = kiosk.visit_holder.visit
    clock.now += READING_SECONDS if before.callback is None else FORM_SECONDS
    kiosk.visit.check_idle()
    drawn(kiosk)
    reads = Visitor(kiosk.window).reads()
    assert [spoken.name for spoken in reads if spoken.role in PRESSED] == ["I am still here"]
    assert [spoken.name for spoken in reads if spoken.role == QAccessible.Role.Heading] == [
        "Are you still there?"
    ]
    kiosk.visit.stay()
    assert kiosk.visit_holder.visit == before


class Pressing(Visitor):
    """Works the screen by a reader's Press alone, and counts."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk.window)
        self.actions = 0

    def press(self, name: str, role: QAccessible.Role = QAccessible.Role.Button) -> None:
        self.actions += 1
        super().press(name, role)


def test_a_card_is_read_up_to_what_helps_and_left_by_the_readers_actions(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = Pressing(kiosk)
    visitor.press("Touch to start")
    visitor.waits_for("Autoimmune diseases")
    visitor.press("Autoimmune diseases")
    content = kiosk.library.content
    assert content is not None
    card = content.card("autoimmune")
    helps = card.first_step("help")
    visitor.press("Tests and help")
    assert visitor.sees(card.steps[helps].title)
    visitor.press("Next")
    assert visitor.sees(card.steps[helps + 1].title)
    visitor.press("All causes")
    assert visitor.sees("What causes neuromuscular conditions?")
    assert visitor.actions <= 5


def test_a_self_check_comes_to_its_outcome_by_the_readers_actions(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = Pressing(kiosk)
    visitor.press("Touch to start")
    visitor.waits_for("Autoimmune diseases")
    visitor.press("Self-check")
    visitor.press("Start")
    content = kiosk.library.content
    assert content is not None
    assert content.self_check_texts is not None
    for key in ("A-none", "B-none", "S1", "start-months", "trend-worse", "family-no", "E-none", "K1"):
        answer(visitor, content.self_check_texts.answers[key])
    assert visitor.sees(content.self_check_texts.outcomes.of(Urgency.SOON).title)
    assert visitor.actions <= 19


def test_a_call_is_asked_for_by_the_readers_actions(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = Pressing(start_kiosk())
    visitor.press("Touch to start")
    visitor.waits_for("Autoimmune diseases")
    ask_for_a_call(visitor, "4155552671")
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
    assert visitor.actions <= 26
