"""The frame around every screen of a visit, derived from the visit."""

import dataclasses
from typing import TYPE_CHECKING, Final

from kiosk.core.boxes import Box
from kiosk.core.comfort import Room, Scheme
from kiosk.core.idle import IdlePhase, IdleState
from kiosk.core.reach import Reach
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.unbroken import unbroken
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.ui.enums import number_of
from kiosk.ui.translations import SentenceIn

if TYPE_CHECKING:
    from kiosk.core.content.cards import Content

_CALL: Final = "help.call"
_HELP: Final = ("help.show", _CALL, "help.raise", "help.right")
_WITHOUT_TOP_BAR: Final = (Screen.ATTRACT, Screen.HELP, Screen.DESK)


@dataclasses.dataclass(frozen=True, slots=True)
class VisitSnapshot:
    """The frame around every screen, and which screen it is.

    screen: a number of `Enums.Screen`; is_draft: not all that is shown is signed; languages: those on offer,
    start_words: the word to begin with in each; other_language_name: "" when there is none to change to;
    help_for_staff: the help screen in the staff's language, () when it is the visitor's;
    scheme, is_calm: what the visitor set, or else the clinic; is_making_easier: that panel is on the glass;
    is_moved: the screens are on a part of the glass; part: on which, in shares of its width and height;
    seconds_left: until the visit is forgotten.
    """

    screen: int
    has_top_bar: bool
    is_draft: bool
    clinic: str
    emergency_number: str
    is_demonstration: bool
    is_self_check_offered: bool
    languages: tuple[str, ...]
    start_words: tuple[str, ...]
    other_language_name: str
    help_blocks: tuple[str, ...]
    help_for_staff: tuple[str, ...]
    ask_desk_for_staff: str
    question_count: int
    text_size: int
    scheme: Scheme
    is_calm: bool
    has_easy_touch: bool
    is_moved: bool
    part: Box
    is_making_easier: bool
    is_warned: bool
    seconds_left: int
    is_closing_help: bool


def derive_visit(  # noqa: PLR0913  # a frame has many neighbours
    visit: Visit,
    idle: IdleState,
    *,
    settings: Settings,
    room: Room,
    languages: tuple[str, ...],
    content: "Content | None",
    sentence_in: SentenceIn,
) -> VisitSnapshot:
    """Return the frame around a screen; languages: those on offer, none when nothing can be read."""
    file = settings.file
    screen = _screen(visit, is_usable=settings.is_usable and bool(languages))
    other = other_language(visit.language, languages)
    spoken = visit.language or file.languages[0]
    # Settings that cannot be read do not say what country this is.
    number = unbroken(file.emergency_number) if settings.is_usable else ""
    return VisitSnapshot(
        screen=number_of(screen),
        has_top_bar=screen not in _WITHOUT_TOP_BAR and not _shows_now(visit),
        is_draft=_is_draft(visit, content),
        clinic=file.clinic.name,
        emergency_number=number,
        is_demonstration=file.demonstration,
        is_self_check_offered=file.self_check != "off",
        languages=languages,
        start_words=tuple(sentence_in(language, "attract.start") for language in languages),
        other_language_name=sentence_in(other, "language.name") if other else "",
        help_blocks=_help_in(spoken, number, sentence_in),
        help_for_staff=()
        if spoken == SOURCE_LANGUAGE
        else (
            sentence_in(SOURCE_LANGUAGE, "help.title"),
            *_help_in(SOURCE_LANGUAGE, number, sentence_in),
        ),
        ask_desk_for_staff=sentence_in(SOURCE_LANGUAGE, "check.ask_desk"),
        question_count=len(visit.questions),
        text_size=visit.comfort.text_size,
        scheme=visit.comfort.scheme or file.theme,
        is_calm=file.calm if visit.comfort.is_calm is None else visit.comfort.is_calm,
        has_easy_touch=visit.comfort.has_easy_touch,
        is_moved=visit.comfort.reach is not Reach.WHOLE,
        part=room.parts[visit.comfort.reach],
        is_making_easier=visit.is_making_easier,
        is_warned=idle.presence is IdlePhase.WARNED,
        seconds_left=idle.seconds_left,
        is_closing_help=visit.is_closing_help,
    )


def _screen(visit: Visit, *, is_usable: bool) -> Screen:
    return visit.screen if is_usable or visit.screen is Screen.HELP else Screen.DESK


def _shows_now(visit: Visit) -> bool:
    check = visit.check
    return check is not None and check.has_outcome and check.is_urgent


def _is_draft(visit: Visit, content: "Content | None") -> bool:
    match visit.screen:
        case Screen.HOME:
            return content is not None and any(review.is_draft for review in content.reviews.values())
        case Screen.CARD:
            return content is None or visit.card is None or content.reviews[visit.card.card].is_draft
        case Screen.SELF_CHECK:
            # Imported here: how content is read stays off the way to the first frame.
            from kiosk.content.files import SELF_CHECK  # noqa: PLC0415

            return content is None or content.reviews[SELF_CHECK].is_draft
        case _:
            return False


def other_language(shown: str, offered: tuple[str, ...]) -> str:
    """Return the language after the one on show, "" when there is no other."""
    if shown not in offered or len(offered) == 1:
        return ""
    return offered[(offered.index(shown) + 1) % len(offered)]


def _help_in(language: str, emergency_number: str, sentence_in: SentenceIn) -> tuple[str, ...]:
    said = tuple(word_id for word_id in _HELP if emergency_number or word_id != _CALL)
    return tuple(sentence_in(language, word_id).replace("%1", emergency_number) for word_id in said)
