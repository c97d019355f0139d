"""What the staff's screen shows, derived from what is known there."""

import dataclasses
from typing import Final, assert_never

from kiosk.core.staff import StaffAction, StaffPage, StaffState
from kiosk.ops.health import Health
from kiosk.store.check_code import check_code
from kiosk.store.recipients_door import Offer
from kiosk.store.volumes import Volume
from kiosk.ui.enums import number_of
from kiosk.ui.staff.messages import health_lines, offered_names
from kiosk.ui.staff.timing import WIPE_SECONDS, whole_seconds
from kiosk.ui.translations import Sentence

NOTHING_ASKED: Final = -1
NO_FORM: Final = "staff.safe_mode.no_form"
"""The notice that this kiosk shows no form now."""


@dataclasses.dataclass(frozen=True, slots=True)
class StaffInputs:
    """What is known on the staff's screen.

    now, since, free_at: seconds of one clock: now, at the last touch or change, and when a guess is free;
    typed: how many digits; message: what went wrong last (is_trouble), or what work came to; places: where
    requests may go, the shared folder without a name; copied: how many of `to_copy` requests, which go to
    the shared folder (is_to_share) or a stick; offer: the
    recipients.txt that waits to be compared; asked: what waits to be confirmed; notices: ids of
    words that come before the state of the kiosk.
    """

    state: StaffState
    now: float
    since: float
    free_at: float = 0.0
    typed: int = 0
    message: str = ""
    is_trouble: bool = False
    is_busy: bool = False
    health: Health | None = None
    places: tuple[Volume, ...] = ()
    copied: int = 0
    to_copy: int = 0
    is_to_share: bool = False
    offer: Offer | None = None
    asked: StaffAction | None = None
    notices: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class StaffSnapshot:
    """What the staff's screen shows.

    page, asked: numbers of `Enums.StaffPage` and `Enums.StaffAction` (NOTHING_ASKED for none); status: what
    the page waits for, or what it came to, but for seconds; lines: the state of the kiosk; seconds_left:
    until touch or the PIN is free again; copied_share: from 0 to 1; offered_words: the check code to compare,
    "" for none; offered_names: whose keys they are; needs_look: staff have to look before it goes on.
    """

    page: int
    asked: int
    is_busy: bool
    typed: int
    message: str
    status: str
    seconds_left: int
    lines: tuple[str, ...]
    needs_look: bool
    place_names: tuple[str, ...]
    copied_share: float
    offered_words: str
    offered_names: str


def derive_staff(known: StaffInputs, sentence: Sentence) -> StaffSnapshot:
    """Return what the staff's screen shows of what is known."""
    offer = known.offer if known.state.page is StaffPage.RECIPIENTS else None
    return StaffSnapshot(
        page=number_of(known.state.page),
        asked=NOTHING_ASKED if known.asked is None else number_of(known.asked),
        is_busy=known.is_busy,
        typed=known.typed,
        message=known.message,
        status=_status(known, sentence),
        seconds_left=_seconds_left(known),
        lines=_lines(known, sentence),
        needs_look=known.health is not None and known.health.needs_look,
        place_names=tuple(place.name or sentence("staff.places.share") for place in known.places),
        copied_share=known.copied / known.to_copy if known.to_copy else 0.0,
        offered_words=" ".join(check_code(offer.recipients)) if offer else "",
        offered_names=offered_names(sentence, offer) if offer else "",
    )


def _seconds_left(known: StaffInputs) -> int:
    match known.state.page:
        case StaffPage.PIN:
            return whole_seconds(known.free_at, known.now)
        case StaffPage.WIPE:
            return whole_seconds(known.since + WIPE_SECONDS, known.now)
        case StaffPage.MENU | StaffPage.PLACES | StaffPage.COPYING | StaffPage.COPIED:
            return 0
        case StaffPage.RECIPIENTS | StaffPage.TAKING:
            return 0
        case _ as never:
            assert_never(never)


def _status(known: StaffInputs, sentence: Sentence) -> str:
    match known.state.page:
        case StaffPage.PIN:
            return _pin_status(known, sentence)
        case StaffPage.PLACES:
            return _places_status(known, sentence)
        case StaffPage.COPYING | StaffPage.TAKING:
            return _working_status(known, sentence)
        case StaffPage.COPIED:
            return known.message
        case StaffPage.RECIPIENTS:
            return _recipients_status(known, sentence)
        case StaffPage.MENU | StaffPage.WIPE:
            return ""
        case _ as never:
            assert_never(never)


def _pin_status(known: StaffInputs, sentence: Sentence) -> str:
    return sentence("callback.sending.title" if known.is_busy else "staff.pin.hint")


def _places_status(known: StaffInputs, sentence: Sentence) -> str:
    if known.is_busy:
        return sentence("callback.sending.title")
    return known.message or sentence("staff.places.choose" if known.places else "staff.places.none")


def _recipients_status(known: StaffInputs, sentence: Sentence) -> str:
    if known.is_busy:
        return sentence("callback.sending.title")
    return known.message or sentence("staff.recipients.compare")


def _working_status(known: StaffInputs, sentence: Sentence) -> str:
    if known.state.page is StaffPage.TAKING:
        return sentence("staff.recipients.taking")
    if not known.to_copy:
        return sentence("staff.copying.share" if known.is_to_share else "staff.copying")
    counted = sentence("staff.copying.share.some" if known.is_to_share else "staff.copying.some")
    return counted.replace("%1", str(known.copied)).replace("%2", str(known.to_copy))


def _lines(known: StaffInputs, sentence: Sentence) -> tuple[str, ...]:
    if known.health is not None:
        told = health_lines(sentence, known.health)
        # A form that is not there is not open, however well recipients and spool are.
        is_said_open = NO_FORM in known.notices and known.health.closed_reason is None
        return (*map(sentence, known.notices), *(told[1:] if is_said_open else told))
    return (known.message or sentence("callback.sending.title"),)
