"""The cover hides the screen at once, and the picture chosen brings back exactly what was there."""

import dataclasses

import pytest

from kiosk.core import callback_steps, cover_steps, self_check_steps
from kiosk.core import visit as visits
from kiosk.core.cover import Cover, CoverPhase, CoverPicture
from kiosk.core.pages import page_of
from kiosk.core.visit import Screen, Visit

HOME = visits.start("en")
CARD = visits.open_card(HOME, "genetic", 2)
FORM = callback_steps.press_key(callback_steps.open_callback(HOME, "0" * 32), "4")
CHECK = self_check_steps.next_question(self_check_steps.open_self_check(HOME, is_guided=True))
URGENT = self_check_steps.touch(CHECK, "A1", has_seen_all=True)
LEAF, CUP, STAR = CoverPicture


def covered(visit: Visit, picture: CoverPicture = LEAF) -> Visit:
    return cover_steps.touch_picture(cover_steps.cover_screen(visits.make_easier(visit)), picture)


@pytest.mark.parametrize("visit", [HOME, CARD, FORM, CHECK], ids=lambda visit: visit.screen)
def test_the_picture_that_was_chosen_brings_back_exactly_what_was_covered(visit: Visit) -> None:
    hidden = covered(visit)
    assert cover_steps.phase_on_glass(hidden) is CoverPhase.ON
    assert page_of(hidden) != page_of(visit)
    back = cover_steps.touch_picture(hidden, LEAF)
    assert back == dataclasses.replace(visit, cover=Cover(LEAF))
    assert page_of(back) == page_of(visit)


def test_another_picture_lifts_nothing_and_loses_nothing() -> None:
    hidden = covered(FORM)
    for picture in (CUP, STAR):
        missed = cover_steps.touch_picture(hidden, picture)
        assert missed == dataclasses.replace(hidden, cover=Cover(LEAF, CoverPhase.ON, picture))
        assert page_of(missed) == page_of(hidden), "no picture moves"
        assert cover_steps.touch_picture(missed, LEAF) == dataclasses.replace(FORM, cover=Cover(LEAF))


def test_once_a_picture_was_chosen_the_screen_is_covered_by_one_touch_of_the_panel() -> None:
    back = cover_steps.touch_picture(covered(CARD, STAR), STAR)
    hidden = cover_steps.cover_screen(visits.make_easier(back))
    assert hidden == dataclasses.replace(CARD, cover=Cover(STAR, CoverPhase.ON))


def test_no_picture_need_be_chosen() -> None:
    choosing = cover_steps.cover_screen(visits.make_easier(CARD))
    assert cover_steps.phase_on_glass(choosing) is CoverPhase.CHOOSING
    assert visits.end_making_easier(choosing) == CARD
    assert visits.close_help(
        visits.ask_to_close_help(visits.ask_for_help(choosing), is_closing=True)
    ) == dataclasses.replace(CARD, came_from=Screen.CARD)


def test_only_the_panel_covers_and_only_pictures_on_the_glass_do_anything() -> None:
    assert cover_steps.cover_screen(CARD) == CARD
    assert cover_steps.touch_picture(CARD, LEAF) == CARD
    panel = visits.make_easier(CARD)
    assert cover_steps.touch_picture(panel, LEAF) == panel
    helped = visits.ask_for_help(covered(CARD))
    assert cover_steps.touch_picture(helped, LEAF) == helped
    assert visits.make_easier(covered(CARD)) == covered(CARD), "nothing opens under the cover"


def test_help_lies_above_the_cover_and_leads_back_to_it() -> None:
    helped = visits.ask_for_help(covered(FORM))
    assert cover_steps.phase_on_glass(helped) is CoverPhase.OFF
    back = visits.close_help(visits.ask_to_close_help(helped, is_closing=True))
    assert back == dataclasses.replace(covered(FORM), came_from=Screen.CALLBACK)
    assert cover_steps.phase_on_glass(back) is CoverPhase.ON


def test_a_covered_visit_ends_as_any_other_and_red_flags_still_come_to_now() -> None:
    assert visits.time_out(covered(FORM)) == Visit()
    now = visits.time_out(covered(URGENT))
    assert now.check is not None
    assert now.check.has_outcome
    assert cover_steps.phase_on_glass(now) is CoverPhase.OFF, "whom to tell is never hidden"
    assert visits.go(covered(CARD), Screen.HOME) == dataclasses.replace(HOME, cover=Cover(LEAF))
    assert visits.start("es", covered(CARD).comfort).cover == Cover()
