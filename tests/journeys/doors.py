"""Ways to each kind of page, quick ones, for tests that look at all of them."""

from collections.abc import Callable

from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import Chapter
from kiosk.core.cover import CoverPicture
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from kiosk.ui.enums import number_of
from tests.journeys.walk import fill_in, start_visit, type_number

Enter = Callable[[Kiosk], None]


def stay_on_attract(_kiosk: Kiosk) -> None:
    """Where a kiosk begins."""


def open_home(kiosk: Kiosk) -> None:
    start_visit(kiosk)


def open_card(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.screens.home.open("genetic")


def open_later_step(kiosk: Kiosk) -> None:
    open_card(kiosk)
    kiosk.screens.card.next()


def open_emergency(kiosk: Kiosk) -> None:
    open_card(kiosk)
    kiosk.screens.card.openChapter(number_of(Chapter.EMERGENCY))


def open_conditions(kiosk: Kiosk) -> None:
    open_card(kiosk)
    kiosk.screens.card.openChapter(number_of(Chapter.MORE))


def open_teach_back(kiosk: Kiosk) -> None:
    open_card(kiosk)
    while not kiosk.screens.card.property("isTeachBack"):
        kiosk.screens.card.next()


def open_sources(kiosk: Kiosk) -> None:
    open_later_step(kiosk)
    kiosk.screens.card.toggleSources()


def open_take_home(kiosk: Kiosk) -> None:
    open_later_step(kiosk)
    while not kiosk.screens.card.property("endsChapter"):
        kiosk.screens.card.next()
    kiosk.screens.take_home.toggle()


def open_close_up(kiosk: Kiosk) -> None:
    open_card(kiosk)
    kiosk.screens.picture.lookCloser(number_of(Stop.JUNCTION))


def open_about(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.visit.openAbout()


def open_questions(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.visit.openQuestions()


def open_questions_take_home(kiosk: Kiosk) -> None:
    open_card(kiosk)
    while not kiosk.screens.card.property("isAsking"):
        kiosk.screens.card.next()
    kiosk.screens.card.choose(0)
    kiosk.visit.openQuestions()
    kiosk.screens.take_home.toggle()


def choose_cover(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.visit.makeEasier()
    kiosk.screens.cover.hide()


def cover_at_once(kiosk: Kiosk) -> None:
    """Cover what is on the glass, with the cup to come back."""
    kiosk.visit.makeEasier()
    kiosk.screens.cover.hide()
    kiosk.screens.cover.touch(number_of(CoverPicture.CUP))


def open_cover(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    cover_at_once(kiosk)


def open_help(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.visit.askForHelp()


def open_check(kiosk: Kiosk) -> None:
    start_visit(kiosk).press("Self-check")


def open_question(kiosk: Kiosk) -> None:
    open_check(kiosk)
    Visitor(kiosk.window).press("Start")


def open_form(kiosk: Kiosk) -> None:
    start_visit(kiosk).press("Ask us to call you")


def open_number(kiosk: Kiosk) -> None:
    type_number(start_visit(kiosk), "")


def open_name(kiosk: Kiosk) -> None:
    type_number(start_visit(kiosk), "4155552671")
    Visitor(kiosk.window).press("Next")


def open_check_page(kiosk: Kiosk) -> None:
    type_number(start_visit(kiosk), "4155552671")
    fill_in(Visitor(kiosk.window))


def open_pin(kiosk: Kiosk) -> None:
    start_visit(kiosk)
    kiosk.late.entrance.open()


PAGES = {
    enter.__name__: enter
    for enter in (
        stay_on_attract,
        open_home,
        open_card,
        open_later_step,
        open_emergency,
        open_conditions,
        open_teach_back,
        open_sources,
        open_take_home,
        open_close_up,
        open_about,
        open_questions,
        open_questions_take_home,
        choose_cover,
        open_cover,
        open_help,
        open_check,
        open_question,
        open_form,
        open_number,
        open_name,
        open_check_page,
        open_pin,
    )
}
