"""What a robot sees on the glass: what can be touched there, and the state that a touch may change."""

import dataclasses
import math
import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback_steps import is_usable, steps_asked
from kiosk.core.card_steps import chapter_of
from kiosk.core.content.cards import Card, Content
from kiosk.core.content.steps import Chapter
from kiosk.core.cover import CoverPhase
from kiosk.core.cover_steps import phase_on_glass
from kiosk.core.pages import page_of
from kiosk.core.self_check.rules import judge
from kiosk.core.self_check_steps import is_answered, page_at, question_at
from kiosk.core.visit import CardPosition, CardView, Screen, Visit
from kiosk.ui.app import Kiosk
from kiosk.ui.touch.page_mark import PageMark

COUNTRY = "US"
_DECIDING = (CallbackStep.WINDOW, CallbackStep.LANGUAGE, CallbackStep.INTERPRETER, CallbackStep.PHONE_HARD)
_OPTIONAL = (CallbackStep.OTHER_LANGUAGE, CallbackStep.PHONE_HARD, CallbackStep.HELPER)
_DATA = re.compile(r"\d\d+|(?<=\()\d|(?<=^Next: ).+")
"""Numbers, and the chapter that is still to be read."""


@dataclasses.dataclass(frozen=True, slots=True)
class Control:
    """Something to touch: kind is "choice", "key" or "button"; number: among those of this name and kind."""

    kind: str
    name: str
    number: int
    is_chosen: bool
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> QPoint:
        return QPoint(self.x, self.y)

    def distance(self, place: QPoint) -> float:
        """Return how far a place is from its edge, in pixels; 0 on it."""
        across = abs(place.x() - self.x) - self.width / 2
        down = abs(place.y() - self.y) - self.height / 2
        return math.hypot(max(across, 0), max(down, 0))

    @property
    def label(self) -> str:
        """What it is called in a class of states: choices, numbers and chapters differ only in data."""
        return "a choice" if self.kind == "choice" else f"{self.kind} {_DATA.sub('#', self.name)!r}"


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """All that a gesture may change: two are equal as long as it did nothing."""

    visit: Visit
    pages: tuple[str, ...]
    controls: tuple[tuple[str, str], ...]
    is_asked: bool
    requests: int
    has_staff: bool

    def difference(self, other: "Seen") -> str:
        """Say what is not the same, by the names of the fields: what was typed is nobody's business."""
        names = [f.name for f in dataclasses.fields(self) if getattr(self, f.name) != getattr(other, f.name)]
        return ", ".join([*names, *_differing(self.visit, other.visit)]) or "nothing"


def _differing(one: object, other: object) -> Iterator[str]:
    for field in dataclasses.fields(one):  # type: ignore[arg-type]  # every part of a visit is one
        mine, its = getattr(one, field.name), getattr(other, field.name, None)
        if mine != its:
            yield f"{type(one).__name__}.{field.name}"
            if dataclasses.is_dataclass(mine) and type(mine) is type(its):
                yield from _differing(mine, its)


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A class of states, whatever was typed or answered: its screen, step, page, dialog and controls."""

    step: tuple[object, ...]
    pages: tuple[str, ...]
    is_asked: bool
    is_chosen: bool
    controls: frozenset[tuple[str, int]]

    @property
    def screen(self) -> tuple[object, ...]:
        """The same for every page and every look of a screen."""
        return (*self.step, self.is_asked)

    def __str__(self) -> str:
        words = [str(part) for part in self.step if part not in {None, False, ""}]
        asked = ["asked whether somebody is there"] if self.is_asked else []
        return " / ".join([*words, *[f"page {page}" for page in self.pages if page not in {"0", ""}], *asked])


def step_of(visit: Visit, content: Content | None) -> tuple[object, ...]:
    """Name the step of a screen, without anything that a visitor said."""
    check, form = visit.check, visit.callback
    if (above := _step_above(visit)) is not None:
        return above
    match visit.screen:
        case Screen.HELP:
            return ("help over", visit.came_from, visit.is_closing_help)
        case Screen.CARD if visit.card is not None and content is not None:
            return ("card", *_card_step(visit.card, content))
        case Screen.SELF_CHECK if check is not None:
            question = question_at(check)
            asks = question.id if question else page_at(check).name
            return ("self-check", asks, judge(check.given).tier.name, is_answered(check), check.is_closing)
        case Screen.CALLBACK if form is not None:
            return (
                "form",
                form.step,
                is_usable(form, COUNTRY),
                form.is_refused,
                form.before_change is not None,
                form.asks_first,
                _step_to_come(form),
            )
    return (visit.screen, *(part for part in page_of(visit)[1:] if part and part is not CoverPhase.OFF))


def _step_above(visit: Visit) -> tuple[object, ...] | None:
    """Name what covers a screen: that is there again when this goes, so one for each screen is enough."""
    if (phase := phase_on_glass(visit)) is not CoverPhase.OFF:
        return (f"cover {phase} over", visit.screen, visit.cover.missed is not None)
    return ("easier over", visit.screen) if visit.is_making_easier else None


def _step_to_come(form: CallbackDraft) -> str:
    """Name the next step ahead that only some visitors are asked, where it is decided whether they are."""
    asked = steps_asked(form)
    if form.step not in _DECIDING:
        return ""
    ahead = asked[asked.index(form.step) + 1 :]
    return next((f"then {step}" for step in ahead if step in _OPTIONAL), "")


def _card_step(place: CardPosition, content: Content) -> tuple[object, ...]:
    """Name each step of each card; what can be looked at from a step, once for each kind of bar below it."""
    card = content.card(place.card)
    kind: str = card.steps[place.step].kind if place.view is CardView.STEP else place.view
    looks = ("sources" * place.shows_sources, "code" * place.takes_home, "large" * place.is_large)
    is_plain = place.is_affected and place.closer is None and not any(looks)
    if is_plain:
        is_right = place.answer == card.teach_back.right
        answer = "" if place.answer is None else f"right: {is_right}"
        return (place.card, _page_of(card, place), kind, answer)
    state = "affected" if place.is_affected else "healthy"
    if place.view is CardView.STEP and kind not in {"emergency", "ask"}:
        kind = "reading"
    return (kind, state, *looks, "closer" * (place.closer is not None))


def _page_of(card: Card, place: CardPosition) -> int | str:
    """Tell the pages of the main path apart; of other chapters only the first and the last.

    Those between differ only in their words, and the question is the same after whatever chapter.
    """
    chapter = chapter_of(card, place)
    if place.view is not CardView.STEP:
        return place.view
    if chapter not in {Chapter.MORE, Chapter.EMERGENCY}:
        return place.step
    pages = [index for index, step in enumerate(card.steps) if step.chapter is chapter]
    return {pages[-1]: "last", pages[0]: "first"}.get(place.step, "between")


def comparable(visit: Visit) -> Visit:
    """Leave out the number that the spool gives the next request."""
    if visit.callback is None or not visit.callback.seq:
        return visit
    return dataclasses.replace(visit, callback=dataclasses.replace(visit.callback, seq=1))


def pages_on(kiosk: Kiosk) -> tuple[str, ...]:
    """Return what the parts that turn pages by themselves show, in a fixed order."""
    marks = kiosk.window.findChildren(PageMark)
    return tuple(sorted(str(mark.property("shows")) for mark in marks if _is_shown(mark.parent())))


def _is_shown(item: object) -> bool:
    return isinstance(item, QQuickItem) and item.isVisible()


def controls_on(kiosk: Kiosk) -> tuple[Control, ...]:
    """Return all that can be touched where it is seen, in reading order."""
    touched = [(item, _rect(item)) for item in _painted(kiosk.window.contentItem()) if _takes_touches(item)]
    found = []
    for index, (item, rect) in enumerate(touched):
        is_covered = any(above.contains(rect.center()) for _, above in touched[index + 1 :])
        if not is_covered and not item.inherits("QQuickMouseArea"):
            found.append((item, rect.toRect()))
    found.sort(key=lambda one: (one[1].center().y(), one[1].center().x()))
    count: Counter[tuple[str, str]] = Counter()
    controls = []
    for item, place in found:
        kind, name = _kind(item), _name(item)
        is_chosen = bool(kind == "choice" and item.property("isChosen"))
        middle, size = place.center(), place.size()
        controls.append(
            Control(
                kind,
                name,
                count[kind, name],
                is_chosen,
                middle.x(),
                middle.y(),
                size.width(),
                size.height(),
            )
        )
        count[kind, name] += 1
    return tuple(controls)


def _painted(item: QQuickItem) -> Iterator[QQuickItem]:
    """Return all that is visible, what covers others after them."""
    if item.isVisible():
        yield item
        children = item.childItems()
        if any(child.z() for child in children):
            children.sort(key=QQuickItem.z)
        for child in children:
            yield from _painted(child)


def _takes_touches(item: QQuickItem) -> bool:
    if not item.isEnabled() or item.width() < 1 or item.height() < 1:
        return False
    return (
        item.inherits("QQuickAbstractButton") or item.inherits("QQuickMouseArea") or _is_plain_control(item)
    )


def _is_plain_control(item: QQuickItem) -> bool:
    # Not by its QMetaObject: what QML made of it is freed, and PySide6 6.12 takes what comes to lie
    # at its address for a QMetaObject. A property that is not there is None.
    return item.property("activeFocusOnTab") is True and isinstance(item.property("text"), str)


def _rect(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _kind(item: QQuickItem) -> str:
    if item.property("isChosen") is not None:
        return "choice"
    return "key" if item.property("isKey") is True else "button"


def _name(item: QQuickItem) -> str:
    spoken = QAccessible.queryAccessibleInterface(item)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else str(item.property("text"))


def look(kiosk: Kiosk, controls: tuple[Control, ...], requests: int) -> Seen:
    """Take in everything that a gesture may change."""
    return Seen(
        comparable(kiosk.visit_holder.visit),
        pages_on(kiosk),
        tuple((control.kind, control.name) for control in controls),
        kiosk.visit.is_warned,
        requests,
        kiosk.late.entrance.staff is not None,
    )


def place_of(seen: Seen, controls: tuple[Control, ...], content: Content | None) -> Place:
    """Return the class of a state."""
    step = step_of(seen.visit, content)
    if seen.is_asked:
        # One dialog, whatever it covers; what answers already mean NOW is not for losing.
        is_urgent = seen.visit.check is not None and seen.visit.check.is_urgent
        return Place((step[0], is_urgent), (), is_asked=True, is_chosen=False, controls=_named(controls))
    return Place(
        step,
        seen.pages,
        seen.is_asked,
        any(control.is_chosen for control in controls),
        _named(controls),
    )


def _named(controls: tuple[Control, ...]) -> frozenset[tuple[str, int]]:
    return frozenset(Counter(control.label for control in controls).items())


def faces_of(visit: Visit, content: Content | None, *, is_asked: bool) -> set[tuple[object, ...]]:
    """Name what a picture of this state shows, apart from data: each is a face that the tour must show."""
    if is_asked:
        return {("asked", "in the form" if visit.screen is Screen.CALLBACK else "elsewhere")}
    step = step_of(visit, content)
    match visit.screen:
        case Screen.CARD if visit.card is not None and content is not None and step[0] == "card":
            plain = CardPosition(
                visit.card.card, visit.card.step, view=visit.card.view, answer=visit.card.answer
            )
            *_, kind, answer = _card_step(plain, content)
            looks = {
                "sources": visit.card.shows_sources,
                "code": visit.card.takes_home,
                "close-up": visit.card.closer is not None,
                "healthy": not visit.card.is_affected,
            }
            return {("card", kind, answer), *(("card", look) for look, is_on in looks.items() if is_on)}
        case Screen.SELF_CHECK if visit.check is not None and step[0] == "self-check":
            return {(*step[:2], visit.check.is_closing, visit.check.is_refused)}
        case Screen.CALLBACK if visit.callback is not None and step[0] == "form":
            if visit.callback.asks_first:
                return {("form asks first", visit.callback.can_be_taken_back)}
            return {(*step[:2], visit.callback.is_refused)}
    is_easier, has_picture = step[0] == "easier over", visit.cover.picture is not None
    return {(step[0], has_picture)} if is_easier else {(step[0], *step[2:])}
