import dataclasses

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.core.content.steps import DOORS, Chapter
from kiosk.core.events import Event
from kiosk.core.idle import DONE_SECONDS, FORM_SECONDS, HELP_SECONDS, READING_SECONDS, WARNING_SECONDS
from kiosk.core.visit import Visit
from kiosk.store.settings.settings import stand_in
from kiosk.tour.guided_visit import Clock
from kiosk.tour.inspection import wait_for_pictures
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import Hand, button, middle
from tests.journeys.walk import ask_for_a_call, start_visit, type_number

TILES = [
    "Start here",
    "Genetic factors",
    "Autoimmune diseases",
    "Infections",
    "Nerve damage and injury",
    "Metabolic disorders",
    "Toxins and medicines",
    "Later life",
    "What to do",
]


def pass_seconds(kiosk: Kiosk, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    kiosk.visit.check_idle()


def test_home_shows_all_nine_tiles_in_order(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())

    buttons = [spoken.name for spoken in visitor.reads() if spoken.role == QAccessible.Role.Button]

    assert [name for name in buttons if name in TILES] == TILES


def test_every_control_has_a_role_and_a_name_on_every_screen(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    for open_screen in (
        kiosk.visit.home,
        lambda: kiosk.screens.home.open("autoimmune"),
        kiosk.screens.poster.open,
        kiosk.visit.openAbout,
        kiosk.screens.callback.open,
        kiosk.visit.askForHelp,
    ):
        open_screen()
        buttons = [spoken for spoken in visitor.reads() if spoken.role == QAccessible.Role.Button]
        assert buttons
        assert all(spoken.name.strip() for spoken in buttons)


def test_the_autoimmune_card_can_be_read_from_its_first_page_to_its_end(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Autoimmune diseases")
    content = kiosk.library.content
    assert content is not None
    card = content.card("autoimmune")
    steps = [step for step in card.steps if step.chapter in {Chapter.FIRST, *DOORS}]
    seen = {spoken.name for spoken in visitor.reads()}
    visitor.press("What happens")
    while not visitor.sees("What causes neuromuscular conditions?"):
        seen |= {spoken.name for spoken in visitor.reads()}
        leads_on = str(kiosk.screens.card.property("leadsOn"))
        visitor.press("More" if visitor.sees("More") else leads_on)

    assert {card.headline, card.teach_back.question, *(step.title for step in steps[1:])} <= seen
    text = " ".join(seen).replace("\u2028", " ")
    assert [part for step in steps for part in (*step.text, *step.points) if part not in text] == []


def test_a_miss_brings_another_way_of_saying_it_and_never_a_score(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    content = kiosk.library.content
    assert content is not None
    teach_back = content.card("autoimmune").teach_back
    kiosk.screens.home.open("autoimmune")
    while not kiosk.screens.card.property("isTeachBack"):
        kiosk.screens.card.next()

    visitor.press(teach_back.answers[0])
    assert visitor.sees(teach_back.another_way)
    visitor.press("Try again")
    visitor.press(teach_back.answers[teach_back.right])

    assert visitor.sees(teach_back.why)
    visitor.press("Next: Tests and help")
    card = content.card("autoimmune")
    assert visitor.sees(card.steps[card.first_step("help")].title)


def test_healthy_and_affected_change_the_picture_and_its_alternative_text(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Autoimmune diseases")
    content = kiosk.library.content
    assert content is not None
    picture = content.card("autoimmune").picture
    assert visitor.sees(picture.affected_alt, QAccessible.Role.Graphic)
    wait_for_pictures(kiosk.window)
    affected = kiosk.window.grabWindow()

    visitor.press("Healthy")

    assert visitor.sees(picture.healthy_alt, QAccessible.Role.Graphic)
    wait_for_pictures(kiosk.window)
    assert kiosk.window.grabWindow() != affected


def test_sources_and_review_status_are_one_touch_away(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    visitor.press("Autoimmune diseases")
    visitor.press("What happens")

    visitor.press("Sources")

    spoken = " ".join(item.name for item in visitor.reads())
    assert "medlineplus.gov/myastheniagravis.html" in spoken
    assert "This text is a draft." in spoken
    visitor.press("Close sources")
    assert visitor.sees("Healthy")


def test_content_says_draft_until_somebody_signs(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    assert visitor.sees("Draft: not yet checked")
    visitor.press("Autoimmune diseases")
    assert visitor.sees("Draft: not yet checked")
    visitor.press("Self-check")
    assert visitor.sees("Draft: not yet checked")


def test_the_self_check_poster_shows_every_line_of_its_three_lists(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    content = kiosk.library.content
    assert content is not None
    visitor.press("Self-check")
    seen: set[str] = set()
    while not visitor.sees("What causes neuromuscular conditions?"):
        seen |= {spoken.name for spoken in visitor.reads()}
        visitor.press(next(name for name in ("More", "Next", "Done") if visitor.sees(name)))

    lines = [line.text for part in content.poster.lists for group in part.groups for line in group.lines]
    assert [line for line in lines if line not in seen] == []
    assert {part.title for part in content.poster.lists} <= seen


def test_the_self_check_can_be_switched_off(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    file = dataclasses.replace(clinic.settings.file, self_check="off")
    visitor = start_visit(start_kiosk(settings=dataclasses.replace(clinic.settings, file=file)))

    assert not visitor.sees("Self-check")


def test_only_a_demonstration_says_that_nobody_will_call(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    words = "Demonstration: nobody will call"
    file = dataclasses.replace(clinic.settings.file, demonstration=True)
    kiosk = start_kiosk(settings=dataclasses.replace(clinic.settings, file=file))
    visitor = start_visit(kiosk)
    for open_screen in (
        kiosk.visit.startOver,
        lambda: kiosk.visit.start("en"),
        lambda: kiosk.screens.home.open("genetic"),
        kiosk.screens.poster.open,
        kiosk.visit.openAbout,
        kiosk.screens.callback.open,
        kiosk.visit.askForHelp,
    ):
        open_screen()
        assert visitor.sees(words)

    assert not start_visit(start_kiosk()).sees(words)


@pytest.mark.parametrize(
    ("enter", "seconds"),
    [
        (lambda kiosk: kiosk.visit.home(), READING_SECONDS),
        (lambda kiosk: kiosk.screens.home.open("genetic"), READING_SECONDS),
        (lambda kiosk: kiosk.screens.callback.open(), FORM_SECONDS),
    ],
)
def test_quiet_brings_a_warning_that_one_touch_dismisses_and_then_the_end_of_the_visit(
    start_kiosk: StartKiosk, clock: Clock, enter: object, seconds: int
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    assert callable(enter)
    enter(kiosk)
    for _ in range(12):
        pass_seconds(kiosk, clock, seconds - 1)
        assert not visitor.sees("I am still here")
        pass_seconds(kiosk, clock, 1)
        assert visitor.sees("Are you still there?", QAccessible.Role.Dialog)
        visitor.press("I am still here")
        assert not visitor.sees("I am still here")

    pass_seconds(kiosk, clock, seconds + WARNING_SECONDS - 1)
    assert visitor.sees("I am still here")
    pass_seconds(kiosk, clock, 1)

    assert visitor.sees("Touch to start")
    assert kiosk.visit_holder.visit == Visit()


def test_the_warning_says_how_many_seconds_are_left(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    pass_seconds(kiosk, clock, READING_SECONDS + 17)

    assert visitor.sees("This screen starts over in 43 seconds.")


def test_done_clears_by_itself_and_help_stays_three_minutes(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    ask_for_a_call(visitor, "4155552671")
    assert visitor.sees(f"This screen clears in {DONE_SECONDS} seconds.")
    pass_seconds(kiosk, clock, DONE_SECONDS)
    assert visitor.sees("Touch to start")

    visitor = start_visit(kiosk)
    kiosk.visit.askForHelp()
    pass_seconds(kiosk, clock, HELP_SECONDS - 1)
    assert visitor.sees("Please tell the front desk now.")
    pass_seconds(kiosk, clock, 1)
    assert visitor.sees("Touch to start")


def test_a_touch_on_the_number_pad_counts_as_activity(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    visitor = start_visit(kiosk)
    type_number(visitor, "4")
    hand.rest()
    for _ in range(5):
        clock.now += FORM_SECONDS - 5
        hand.tap("5")
        kiosk.visit.check_idle()

    assert not visitor.sees("I am still here")
    assert visitor.sees("Your number so far: 455-555")


def test_a_touch_works_on_release_and_sliding_off_undoes_it(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    visitor = start_visit(kiosk)
    hand.rest()
    place = middle(button(kiosk, "About"))
    elsewhere = QPoint(place.x(), place.y() + 400)

    hand.press(place)
    assert not visitor.sees("About this screen")
    QTest.mouseMove(kiosk.window, elsewhere)
    hand.release(elsewhere)
    assert not visitor.sees("About this screen")

    hand.tap(place)
    assert visitor.sees("About this screen")


def test_a_touch_in_the_gap_beside_a_button_reaches_it(start_kiosk: StartKiosk, clock: Clock) -> None:
    kiosk = start_kiosk()
    hand = Hand(kiosk, clock)
    visitor = start_visit(kiosk)
    hand.rest()
    about = button(kiosk, "About")
    ground = about.property("background")
    assert ground.x() >= 4
    in_the_gap = about.mapToScene(QPointF(ground.x() / 2, about.height() / 2)).toPoint()

    hand.tap(in_the_gap)

    assert visitor.sees("About this screen")


def test_broken_settings_show_please_ask_at_the_desk(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(settings=stand_in(clinic.config))

    spoken = [spoken.name for spoken in Visitor(kiosk.window).reads() if spoken.name]
    assert spoken == [
        "Please ask at the desk.",
        "This screen is not ready to use. Our staff can help you.",
        "I need help now",
    ]
    Visitor(kiosk.window).press("I need help now")
    assert not any("911" in spoken.name for spoken in Visitor(kiosk.window).reads()), (
        "which country is unknown"
    )
    Visitor(kiosk.window).press("Close")
    Visitor(kiosk.window).press("Yes, close")
    assert kiosk.visit_holder.visit == Visit()


@pytest.mark.allows_log(Event.CONTENT_BROKEN)
def test_broken_content_shows_please_ask_at_the_desk(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, content=clinic.folder / "no-content"))

    Visitor(kiosk.window).waits_for("Please ask at the desk.")
