"""The pages of a card: what each says, the chapter it belongs to, and what a reader must know from it."""

import dataclasses
import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Annotated, Final, Literal, get_args

from kiosk.core.content.wording import empty_texts, word_count, wording_problems
from kiosk.core.validation import Constraints, KeyPath, Problem

WORDS_PER_STEP: Final = 60
"""Chosen, as ANSWERS of a teach-back; not measured."""
ANSWERS: Final = 3

Scene = Literal["", "today", "home", "ticks", "family", "hundred", "stroke", "tests", "care"]
StepKind = Literal["in_short", "happens", "signs", "help", "do", "ask", "clinic", "more", "emergency"]
MustKnow = Literal["what_it_is", "sign", "emergency", "found", "helps", "today", "ask"]
"""What a reader should take away from a card."""
Rank = Annotated[int, Constraints("1", least=1, most=9)]


class Chapter(enum.StrEnum):
    """The parts of a card, in the order of its steps.

    FIRST: the page a card opens with; MORE: a page for each condition; EMERGENCY: the same on all cards.
    """

    FIRST = "first"
    HAPPENS = "happens"
    SIGNS = "signs"
    HELP = "help"
    DO = "do"
    MORE = "more"
    EMERGENCY = "emergency"


DOORS: Final = (Chapter.HAPPENS, Chapter.SIGNS, Chapter.HELP, Chapter.DO)
"""The chapters of the main path, open from every page of a card."""
CHAPTERS: Final[Mapping[str, Chapter]] = {
    "in_short": Chapter.FIRST,
    "happens": Chapter.HAPPENS,
    "signs": Chapter.SIGNS,
    "help": Chapter.HELP,
    "do": Chapter.DO,
    "ask": Chapter.DO,
    "clinic": Chapter.DO,
    "more": Chapter.MORE,
    "emergency": Chapter.EMERGENCY,
}
"""The chapter of each kind of step."""
EMERGENCY: Final = "emergency"
"""The key of the chapter that all cards share, among what is reviewed."""
LEAST_FACTS: Final = 8
"""Facts that a card says a reader must know, one of each kind and two signs at least."""
FIRST_PAGES: Final = (Chapter.FIRST, Chapter.SIGNS, Chapter.HELP, Chapter.DO)
"""Chapters whose first pages hold nearly all that must be known."""


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """One idea: paragraphs, then points; sources are ids in sources.toml.

    scene: what is drawn beside the step instead of the card's picture; must_know: for each kind the places
    of its facts, such as "text.0" for the first paragraph; leads_here: see Card, for answers that open the
    card at this step; id: names a page of the emergency chapter; opens: the one that the warning of a card's
    first page speaks of, "" for the first.
    """

    kind: StepKind
    title: str
    text: tuple[str, ...]
    sources: tuple[str, ...]
    points: tuple[str, ...] = ()
    scene: Scene = ""
    must_know: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    leads_here: Mapping[str, Rank] = dataclasses.field(default_factory=dict)
    id: str = ""
    opens: str = ""

    @property
    def chapter(self) -> Chapter:
        """The chapter that the step stands in."""
        return CHAPTERS[self.kind]

    @property
    def drawing(self) -> Scene:
        """What is drawn beside the step; "" for the card's picture."""
        return self.scene or ("today" if self.kind == "do" else "")

    @property
    def pictures(self) -> tuple[str, ...]:
        """Names of the files that show this step, see Card.pictures."""
        return (f"pictures/{self.drawing}.svg",) if self.drawing else ()

    @property
    def words(self) -> int:
        """How many words the step has, its title aside."""
        return word_count((*self.text, *self.points))

    @property
    def facts(self) -> tuple[str, ...]:
        """The kind of each fact of this step that must be known."""
        return tuple(kind for kind, places in self.must_know.items() for _ in places)


@dataclasses.dataclass(frozen=True, slots=True)
class TeachBack:
    """One question with three answers; right is the index, from 0, of the right one."""

    question: str
    answers: tuple[str, ...]
    right: int
    why: str
    another_way: str
    sources: tuple[str, ...]


def first_of(steps: Sequence[Step], chapter: Chapter) -> int | None:
    """Return the index of the first step of a chapter, None when there is none."""
    return next((index for index, step in enumerate(steps) if step.chapter is chapter), None)


@dataclasses.dataclass(frozen=True, slots=True)
class EmergencyChapter:
    """The signs that cannot wait, the same behind every card."""

    steps: tuple[Step, ...]


def emergency_problems(chapter: EmergencyChapter, source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with the emergency chapter that its shape alone does not show."""
    problems = [] if chapter.steps else [Problem(("steps",), "an emergency chapter needs a step")]
    for index, step in enumerate(chapter.steps):
        if step.chapter is not Chapter.EMERGENCY:
            problems.append(Problem(("steps", index, "kind"), "a step in here is of kind 'emergency'"))
        if step.id in {before.id for before in chapter.steps[:index]} - {""}:
            problems.append(Problem(("steps", index, "id"), f"another page has the id {step.id!r} too"))
        problems += step_problems(step, ("steps", index), source_ids)
    return problems


def emergency_behind(steps: Sequence[Step], emergency: Sequence[Step]) -> tuple[Step, ...]:
    """Return the emergency pages as they stand behind a card: first the one that its warning opens."""
    wanted = {step.opens for step in steps} - {""}
    return tuple(sorted(emergency, key=lambda page: page.id not in wanted))


def opening_problems(steps: Sequence[Step], emergency: Sequence[Step]) -> list[Problem]:
    """Name the emergency pages that a warning opens though there are none, if any page has a name at all."""
    known = [page.id for page in emergency if page.id]
    return [
        Problem(
            ("steps", index, "opens"),
            f"no page of emergency.toml has the id {step.opens!r}; there are: {', '.join(known)}",
        )
        for index, step in enumerate(steps)
        if known and step.opens and step.opens not in known
    ]


def order_problems(steps: Sequence[Step]) -> list[Problem]:
    """Say so when a card does not open with its first page, or its chapters are mixed or missing."""
    chapters = [step.chapter for step in steps]
    problems: list[Problem] = []
    if chapters.count(Chapter.FIRST) != 1:
        problems.append(Problem(("steps",), "a card has one step of kind 'in_short', its first page"))
    places = [list(Chapter).index(chapter) for chapter in chapters]
    if places != sorted(places):
        names = ", ".join(CHAPTERS)
        problems.append(Problem(("steps",), f"the steps must stand in this order of their kinds: {names}"))
    problems += [
        Problem(("steps",), f"no step is of the chapter {door.value!r}")
        for door in DOORS
        if door not in chapters
    ]
    problems += [
        Problem(("steps", index, "kind"), "the emergency chapter is the same on all cards: emergency.toml")
        for index, chapter in enumerate(chapters)
        if chapter is Chapter.EMERGENCY
    ]
    return problems


def fact_problems(steps: Sequence[Step]) -> list[Problem]:
    """Say so when a card does not name what must be known, or keeps it for pages that few reach."""
    problems = [
        Problem(("steps", index, "must_know"), message)
        for index, step in enumerate(steps)
        for message in _tag_faults(step)
    ]
    facts = [kind for step in steps for kind in step.facts]
    for kind, least in (dict.fromkeys(get_args(MustKnow), 1) | {"sign": 2}).items():
        if facts.count(kind) < least:
            problems.append(Problem(("steps",), f"must_know: name {least} of the kind {kind!r}"))
    if len(facts) < LEAST_FACTS:
        problems.append(Problem(("steps",), f"must_know: {len(facts)} facts; at least {LEAST_FACTS}"))
    early = sum(len(step.facts) for step in first_pages(steps))
    if early < 0.9 * len(facts):
        message = f"must_know: {early} of {len(facts)} facts stand on the first pages of a card: 90 % must"
        problems.append(Problem(("steps",), message))
    return problems


def first_pages(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the first page of the card and of each chapter in FIRST_PAGES."""
    indexes = (first_of(steps, chapter) for chapter in FIRST_PAGES)
    return tuple(steps[index] for index in indexes if index is not None)


def _tag_faults(step: Step) -> Iterable[str]:
    for kind, places in step.must_know.items():
        if kind not in get_args(MustKnow):
            yield f"{kind!r} is no kind of fact: {', '.join(get_args(MustKnow))}"
        for place in places:
            name, _, number = place.partition(".")
            texts = {"text": step.text, "points": step.points}.get(name, ())
            if not number.isdecimal() or int(number) >= len(texts):
                yield f"{place!r} is no place in this step, such as 'text.0' or 'points.1'"


def step_problems(step: Step, place: KeyPath, source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with one step that its shape alone does not show."""
    problems = empty_texts(((*place, "title"), step.title))
    if not step.text and not step.points:
        problems.append(Problem(place, "a step needs text or points"))
    if step.words > WORDS_PER_STEP:
        problems.append(
            Problem(
                (*place, "text"), f"{step.words} words; a step has at most {WORDS_PER_STEP}: split it in two"
            )
        )
    if step.kind == "in_short" and (len(step.text) != 2 or step.points):  # noqa: PLR2004
        problems.append(Problem((*place, "text"), "the first page has two paragraphs: what it is, a warning"))
    for name, texts in (("text", step.text), ("points", step.points)):
        problems += [problem for text in texts for problem in wording_problems(text, (*place, name))]
    return problems + source_problems(step.sources, (*place, "sources"), source_ids)


def teach_back_problems(teach_back: TeachBack, source_ids: Collection[str]) -> list[Problem]:
    """Everything wrong with a teach-back that its shape alone does not show."""
    place: KeyPath = ("teach_back",)
    problems = empty_texts(
        ((*place, "question"), teach_back.question),
        *(((*place, "answers"), answer) for answer in teach_back.answers),
    )
    if len(teach_back.answers) != ANSWERS:
        problems.append(Problem((*place, "answers"), f"a teach-back has {ANSWERS} answers"))
    if teach_back.right not in range(len(teach_back.answers)):
        problems.append(Problem((*place, "right"), "right is the index, from 0, of one of the answers"))
    for name in ("why", "another_way"):
        problems += wording_problems(getattr(teach_back, name), (*place, name))
    return problems + source_problems(teach_back.sources, (*place, "sources"), source_ids)


def source_problems(sources: tuple[str, ...], place: KeyPath, known: Collection[str]) -> list[Problem]:
    """Name a claim without a source, and sources that there are not."""
    if not sources:
        return [Problem(place, "every claim needs at least one source")]
    return [Problem(place, f"no source has the id {source!r}") for source in sources if source not in known]
