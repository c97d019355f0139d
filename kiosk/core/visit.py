"""One visit: where the visitor is, what they chose, what "start over" forgets and when quiet means gone."""

import dataclasses
import enum
from typing import TYPE_CHECKING

from kiosk.core.comfort import Comfort
from kiosk.core.cover import Cover, CoverPhase, end_choice, lift

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.core.callback.draft import CallbackDraft
    from kiosk.core.content.pathway import Stop
    from kiosk.core.content.steps import Chapter


class Screen(enum.StrEnum):
    """The screens, one name each everywhere."""

    ATTRACT = "attract"
    HOME = "home"
    CARD = "card"
    SELF_CHECK = "self_check"
    CALLBACK = "callback"
    HELP = "help"
    QUESTIONS = "questions"
    ABOUT = "about"
    DESK = "desk"


class CardView(enum.StrEnum):
    """What of a card is on screen: a step, the list of its conditions, its question, or related cards."""

    STEP = "step"
    CONDITIONS = "conditions"
    QUESTION = "question"
    RELATED = "related"


@dataclasses.dataclass(frozen=True, slots=True)
class CardPosition:
    """Where in a card: step counts from 0 and is the one that the question was asked after.

    seen: chapters of the main path left behind; was_asked: the question was reached; answer: index of the
    answer to it touched last, None before the first touch; closer: the stop on the pathway seen close up,
    None for the whole pathway; is_large: the picture covers the text; takes_home: the code for a phone is
    on screen.
    """

    card: str
    step: int = 0
    view: CardView = CardView.STEP
    seen: "tuple[Chapter, ...]" = ()
    was_asked: bool = False
    is_affected: bool = True
    closer: "Stop | None" = None
    is_large: bool = False
    answer: int | None = None
    shows_sources: bool = False
    takes_home: bool = False


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class SelfCheckPosition:
    """Where in the guided self-check; its repr never shows the answers.

    question: index into the questions asked, -1 on the start page; given: ids of the answers in
    the order they were touched; has_outcome: the outcome is on screen; is_closing: NOW asks whether to close;
    is_refused: Next was touched without an answer.
    """

    question: int = -1
    given: tuple[str, ...] = ()
    has_outcome: bool = False
    is_closing: bool = False
    is_refused: bool = False

    @property
    def is_urgent(self) -> bool:
        """Whether the outcome is already NOW, whatever the other answers will be."""
        # Imported here: the rules stay off the way to the first frame.
        from kiosk.core.self_check.rules import Urgency, judge  # noqa: PLC0415

        return judge(self.given).tier is Urgency.NOW


@dataclasses.dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question to ask that the visitor wants to take along: index of the step and of its point."""

    card: str
    step: int
    point: int


@dataclasses.dataclass(frozen=True, slots=True)
class Visit:
    """Everything the program knows about a visitor; Visit() knows nothing.

    poster_list: index of the self-check list shown; questions: "my questions" in the order kept;
    takes_questions_home: their code for a phone is on screen; came_from: the screen under the help screen;
    is_closing_help: it asks whether to close; is_making_easier: "Make it easier" lies over the screen;
    cover: what hides it from whoever walks past.
    """

    screen: Screen = Screen.ATTRACT
    language: str = ""
    comfort: Comfort = dataclasses.field(default_factory=Comfort)
    cover: Cover = dataclasses.field(default_factory=Cover)
    card: CardPosition | None = None
    poster_list: int = 0
    check: SelfCheckPosition | None = None
    questions: tuple[KeptQuestion, ...] = ()
    takes_questions_home: bool = False
    callback: "CallbackDraft | None" = None
    came_from: Screen = Screen.HOME
    is_closing_help: bool = False
    is_making_easier: bool = False


def start(language: str, comfort: Comfort | None = None) -> Visit:
    """Begin a visit in a language, with what was already set to see and touch more easily."""
    return Visit(screen=Screen.HOME, language=language, comfort=comfort or Comfort())


def set_language(visit: Visit, language: str) -> Visit:
    """Go on in another language, at the same place."""
    return dataclasses.replace(visit, language=language)


def go(visit: Visit, screen: Screen) -> Visit:
    """Go to a screen that needs nothing else; what was entered elsewhere is forgotten.

    Out of the self-check no way leads past answers that come to NOW: then NOW is shown.
    """
    if visit.check is not None and visit.check.is_urgent:
        return show_now(visit)
    cover, kept = lift(visit.cover), visit.questions
    return Visit(screen, visit.language, visit.comfort, cover, questions=kept)


def leave(visit: Visit, screen: Screen) -> Visit:
    """Go to another screen; the form asks first when that would delete answers, and stays while it writes."""
    form = visit.callback
    if form is not None and form.is_waiting:
        return visit
    if form is not None and form.holds_answers:
        return dataclasses.replace(visit, callback=dataclasses.replace(form, asks_first=True))
    return go(visit, screen)


def show_now(visit: Visit) -> Visit:
    """Show the outcome NOW."""
    if visit.check is None or visit.check.has_outcome:
        return visit
    return dataclasses.replace(
        visit,
        screen=Screen.SELF_CHECK,
        check=dataclasses.replace(visit.check, has_outcome=True),
        cover=lift(visit.cover),
        is_making_easier=False,
    )


def time_out(visit: Visit) -> Visit:
    """End the visit; if the answers already mean NOW, show NOW first."""
    if visit.check is not None and visit.check.is_urgent and not visit.check.has_outcome:
        return show_now(visit)
    return Visit()


def set_comfort(visit: Visit, change: "Callable[[Comfort], Comfort]") -> Visit:
    """Let a function of `kiosk.core.comfort` change what the visitor has set."""
    return dataclasses.replace(visit, comfort=change(visit.comfort))


def make_easier(visit: Visit) -> Visit:
    """Open "Make it easier" over the screen the visitor is on, but NOW, the help screen and the cover."""
    shows_now = visit.check is not None and visit.check.has_outcome and visit.check.is_urgent
    is_covered = visit.cover.phase is CoverPhase.ON
    if shows_now or is_covered or visit.screen in {Screen.ATTRACT, Screen.HELP}:
        return visit
    return dataclasses.replace(visit, is_making_easier=True)


def end_making_easier(visit: Visit) -> Visit:
    """Go on where the visitor was, with what was set."""
    return dataclasses.replace(visit, cover=end_choice(visit.cover), is_making_easier=False)


def open_card(visit: Visit, card: str, step: int = 0) -> Visit:
    """Open a card at a step, counting from 0."""
    left = go(visit, Screen.CARD)
    return dataclasses.replace(left, card=CardPosition(card, step)) if left.screen is Screen.CARD else left


def keep_question(visit: Visit, question: KeptQuestion) -> Visit:
    """Put a question on the visitor's list, or take it off again."""
    others = tuple(kept for kept in visit.questions if kept != question)
    return dataclasses.replace(
        visit, questions=others if question in visit.questions else (*others, question)
    )


def show_state(visit: Visit, *, is_affected: bool) -> Visit:
    """Show the picture healthy or affected."""
    if visit.card is None:
        return visit
    return dataclasses.replace(
        visit, card=dataclasses.replace(visit.card, is_affected=is_affected, closer=None)
    )


def look_closer(visit: Visit, stop: "Stop | None") -> Visit:
    """Show a stop on the pathway close up; at None the whole pathway again."""
    if visit.card is None:
        return visit
    return dataclasses.replace(visit, card=dataclasses.replace(visit.card, closer=stop))


def enlarge(visit: Visit, *, is_large: bool) -> Visit:
    """Let the picture cover the text, or no longer."""
    if visit.card is None:
        return visit
    return dataclasses.replace(visit, card=dataclasses.replace(visit.card, is_large=is_large, closer=None))


def answer(visit: Visit, index: int | None) -> Visit:
    """Answer the teach-back, or with None ask again; as often as the visitor likes."""
    if visit.card is None:
        return visit
    return dataclasses.replace(visit, card=dataclasses.replace(visit.card, answer=index))


def toggle_sources(visit: Visit) -> Visit:
    """Show or hide the sources of the step on screen."""
    if visit.card is None:
        return visit
    shows = not visit.card.shows_sources
    return dataclasses.replace(
        visit, card=dataclasses.replace(visit.card, shows_sources=shows, takes_home=False)
    )


def toggle_take_home(visit: Visit) -> Visit:
    """Show or hide the code for the visitor's phone, on a card or on "my questions"."""
    if visit.screen is Screen.QUESTIONS:
        return dataclasses.replace(visit, takes_questions_home=not visit.takes_questions_home)
    if visit.card is None:
        return visit
    takes = not visit.card.takes_home
    return dataclasses.replace(
        visit, card=dataclasses.replace(visit.card, takes_home=takes, shows_sources=False, is_large=False)
    )


def show_poster_list(visit: Visit, index: int) -> Visit:
    """Show one of the lists of the self-check poster, counting from 0."""
    return dataclasses.replace(visit, poster_list=index)


def ask_for_help(visit: Visit, language: str = "") -> Visit:
    """Show "please tell the front desk now" over the screen the visitor is on; nothing entered is lost.

    language: that of the words touched on the start screen, where nobody has chosen one.
    """
    if visit.screen is Screen.HELP:
        return dataclasses.replace(visit, is_closing_help=False)
    check = dataclasses.replace(visit.check, is_closing=False) if visit.check else None
    return dataclasses.replace(
        visit,
        screen=Screen.HELP,
        language=visit.language or language,
        came_from=visit.screen,
        is_closing_help=False,
        check=check,
        cover=end_choice(visit.cover),
        is_making_easier=False,
    )


def ask_to_close_help(visit: Visit, *, is_closing: bool) -> Visit:
    """Ask on the help screen whether to close it, or keep it open."""
    return dataclasses.replace(visit, is_closing_help=is_closing and visit.screen is Screen.HELP)


def close_help(visit: Visit) -> Visit:
    """Close the help screen if it has asked; over the start screen that ends the visit."""
    if visit.screen is not Screen.HELP or not visit.is_closing_help:
        return visit
    if visit.came_from is Screen.ATTRACT:
        return Visit()
    return dataclasses.replace(visit, screen=visit.came_from, is_closing_help=False)
