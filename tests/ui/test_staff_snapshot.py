"""What the staff's screen shows, derived without Qt: every page says one thing, and the right one."""

import dataclasses
import math
from pathlib import Path

import pytest

from kiosk.core.staff import StaffAction, StaffPage, StaffState
from kiosk.ops.health import Health
from kiosk.store.check_code import check_code
from kiosk.store.recipients import Recipients
from kiosk.store.recipients_door import Offer
from kiosk.store.staff_pin import PinVerdict
from kiosk.store.volumes import Volume
from kiosk.ui.enums import Enums
from kiosk.ui.staff.messages import offered_names, pin_message
from kiosk.ui.staff.snapshot import NO_FORM, NOTHING_ASKED, StaffInputs, StaffSnapshot, derive_staff
from kiosk.ui.staff.timing import (
    COMPARE_SECONDS,
    MENU_SECONDS,
    PIN_SECONDS,
    WIPE_SECONDS,
    stay_seconds,
    whole_seconds,
)

NUMBERED = {"staff.copying.some", "staff.copying.share.some", "staff.recipients.names"}
STICK = Volume("STICK", Path("/media/STICK"))
SHARE = Volume("", Path("/srv/share"))
KEYS = Recipients(("age1", "age2"), is_demonstration=False, names=("Ana", ""))
OFFER = Offer(b"", "STICK", KEYS)
HEALTH = Health(5, None, 0, 0, (), (), 9000, (), None)


def sentence(word_id: str, _count: int = -1, /, **_placeholders: str) -> str:
    """Answer with the id, and with where numbers go."""
    return f"{word_id} %1 %2 %3" if word_id in NUMBERED else word_id


def shown(page: StaffPage = StaffPage.PIN, **known: object) -> StaffSnapshot:
    inputs = StaffInputs(StaffState(page), now=100.0, since=90.0)
    return derive_staff(dataclasses.replace(inputs, **known), sentence)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("page", "known", "status"),
    [
        (StaffPage.PIN, {}, "staff.pin.hint"),
        (StaffPage.PIN, {"is_busy": True}, "callback.sending.title"),
        (StaffPage.PIN, {"free_at": 100.0}, "staff.pin.hint"),
        (StaffPage.MENU, {"message": "What went wrong."}, ""),
        (StaffPage.PLACES, {}, "staff.places.none"),
        (StaffPage.PLACES, {"places": (SHARE,)}, "staff.places.choose"),
        (StaffPage.PLACES, {"message": "No list."}, "No list."),
        (StaffPage.PLACES, {"message": "No list.", "places": (SHARE,)}, "No list."),
        (StaffPage.PLACES, {"places": (SHARE,), "is_busy": True}, "callback.sending.title"),
        (StaffPage.COPYING, {}, "staff.copying"),
        (StaffPage.COPYING, {"copied": 0, "to_copy": 3}, "staff.copying.some 0 3 %3"),
        (StaffPage.COPYING, {"copied": 2, "to_copy": 3}, "staff.copying.some 2 3 %3"),
        (StaffPage.COPYING, {"is_to_share": True}, "staff.copying.share"),
        (
            StaffPage.COPYING,
            {"copied": 2, "to_copy": 3, "is_to_share": True},
            "staff.copying.share.some 2 3 %3",
        ),
        (StaffPage.COPIED, {"message": "Two requests."}, "Two requests."),
        (StaffPage.RECIPIENTS, {"is_busy": True}, "callback.sending.title"),
        (StaffPage.RECIPIENTS, {"offer": OFFER}, "staff.recipients.compare"),
        (StaffPage.RECIPIENTS, {"message": "Taken in."}, "Taken in."),
        (StaffPage.TAKING, {}, "staff.recipients.taking"),
        (StaffPage.WIPE, {}, ""),
    ],
)
def test_each_page_says_what_it_waits_for_or_came_to(
    page: StaffPage, known: dict[str, object], status: str
) -> None:
    assert shown(page, **known).status == status


@pytest.mark.parametrize(
    ("page", "free_at", "seconds"),
    [
        (StaffPage.PIN, 100.0, 0),
        (StaffPage.PIN, 100.1, 1),
        (StaffPage.PIN, 130.0, 30),
        (StaffPage.WIPE, 130.0, WIPE_SECONDS - 10),
        (StaffPage.MENU, 130.0, 0),
    ],
)
def test_seconds_are_counted_only_where_something_is_locked(
    page: StaffPage, free_at: float, seconds: int
) -> None:
    assert shown(page, free_at=free_at).seconds_left == seconds


def test_the_screen_is_free_when_its_seconds_have_passed() -> None:
    assert shown(StaffPage.WIPE, now=90.0 + WIPE_SECONDS).seconds_left == 0


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ({}, ("callback.sending.title",)),
        ({"message": "The disk is gone."}, ("The disk is gone.",)),
        ({"health": HEALTH, "message": "The disk is gone."}, None),
    ],
)
def test_the_menu_tells_the_state_or_why_it_cannot(
    known: dict[str, object], lines: tuple[str, ...] | None
) -> None:
    told = shown(StaffPage.MENU, **known).lines
    assert told == lines if lines else told[0] == "staff.health.open"


def test_the_shared_folder_gets_a_name_and_a_stick_keeps_its_own() -> None:
    assert shown(places=(SHARE, STICK)).place_names == ("staff.places.share", "STICK")


def test_words_and_names_are_offered_where_they_are_compared_and_nowhere_else() -> None:
    seen = shown(StaffPage.RECIPIENTS, offer=OFFER)
    assert seen.offered_words == " ".join(check_code(KEYS))
    assert seen.offered_names == "staff.recipients.names STICK 2 Ana, ?"
    for page in set(StaffPage) - {StaffPage.RECIPIENTS}:
        elsewhere = shown(page, offer=OFFER)
        assert (elsewhere.offered_words, elsewhere.offered_names) == ("", "")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (tuple("abcdefgh"), "a, b, c, d, e, f, g, h"),
        (tuple("abcdefghi"), "a, b, c, d, e, f, g, h, \u2026"),
        (("\u202ea\x07na",), "ana"),
        (("x" * 24,), "x" * 24),
        (("x" * 25,), "x" * 23 + "\u2026"),
    ],
)
def test_names_that_anybody_may_have_written_stay_short_and_plain(names: tuple[str, ...], told: str) -> None:
    offer = Offer(b"", "S", Recipients(("age1",) * len(names), is_demonstration=False, names=names))
    assert offered_names(sentence, offer) == f"staff.recipients.names S {len(names)} {told}"


@pytest.mark.parametrize(
    ("copied", "to_copy", "share"), [(0, 0, 0.0), (0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0)]
)
def test_the_bar_shows_which_share_is_copied(copied: int, to_copy: int, share: float) -> None:
    assert shown(StaffPage.COPYING, copied=copied, to_copy=to_copy).copied_share == share


@pytest.mark.parametrize("page", StaffPage)
def test_page_and_question_are_what_qml_compares_them_with(page: StaffPage) -> None:
    assert shown(page).page == Enums.StaffPage[page.name].value
    assert shown(page).asked == NOTHING_ASKED
    for action in StaffAction:
        assert shown(page, asked=action).asked == Enums.StaffAction[action.name].value != NOTHING_ASKED


def test_the_rest_is_shown_as_it_is_known() -> None:
    seen = shown(typed=4, is_busy=True, message="No.")
    assert (seen.typed, seen.is_busy, seen.message) == (4, True, "No.")


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (PinVerdict.READY, ""),
        (PinVerdict.RIGHT, ""),
        (PinVerdict.WAIT, ""),
        (PinVerdict.WRONG, "staff.pin.wrong"),
        (PinVerdict.UNCHECKED, "staff.pin.unchecked"),
        (PinVerdict.NOT_SET, "staff.pin.not_set"),
    ],
)
def test_only_a_guess_that_opened_nothing_is_explained(verdict: PinVerdict, told: str) -> None:
    assert pin_message(sentence, verdict) == told


def test_every_page_closes_by_itself_but_for_those_that_copy_or_hand_in() -> None:
    assert {page: stay_seconds(page) for page in StaffPage} == {
        StaffPage.PIN: PIN_SECONDS,
        StaffPage.MENU: MENU_SECONDS,
        StaffPage.PLACES: MENU_SECONDS,
        StaffPage.COPYING: math.inf,
        StaffPage.COPIED: MENU_SECONDS,
        StaffPage.RECIPIENTS: COMPARE_SECONDS,
        StaffPage.TAKING: math.inf,
        StaffPage.WIPE: WIPE_SECONDS,
    }


@pytest.mark.parametrize(("until", "seconds"), [(9.0, 0), (10.0, 0), (10.001, 1), (11.0, 1), (11.5, 2)])
def test_a_begun_second_is_a_whole_one(until: float, seconds: int) -> None:
    assert whole_seconds(until, 10.0) == seconds


def test_notices_come_first_and_a_form_that_is_not_there_is_not_called_open() -> None:
    safe, no_form = "staff.safe_mode", NO_FORM
    lines = shown(StaffPage.MENU, health=HEALTH, notices=(safe,)).lines
    assert lines[:2] == (safe, "staff.health.open")
    lines = shown(StaffPage.MENU, health=HEALTH, notices=(safe, no_form)).lines
    assert lines[:2] == (safe, no_form)
    assert "staff.health.open" not in lines
    closed = dataclasses.replace(HEALTH, closed_reason="It is full.")
    lines = shown(StaffPage.MENU, health=closed, notices=(safe, no_form)).lines
    assert lines[:4] == (safe, no_form, "staff.health.closed", "It is full.")
