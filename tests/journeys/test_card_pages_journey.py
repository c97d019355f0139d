"""What a card asks of its reader on the smallest glass: few pages, every chapter a touch away."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtGui import QAccessible

from kiosk.core.card_steps import chapter_of, conditions
from kiosk.core.comfort import Comfort
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import DOORS, Chapter, first_of
from kiosk.core.visit import CardPosition, CardView, Screen, open_card
from kiosk.store.settings.settings import Settings
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from kiosk.ui.card_snapshot import chapter_name
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.test_red_flags_journey import SMALL, visit_in
from tests.journeys.walk import settle

MOST_PAGES: Final = {"en": 12, "es": 15}
"""Glass pages of the main path: the first page and four chapters, without the question."""
TOO_MANY: Final = 40
LANGUAGES: Final = tuple(MOST_PAGES)
READ: Final = {QAccessible.Role.StaticText, QAccessible.Role.Heading, QAccessible.Role.CheckBox}


class Reader(Visitor):
    """Reads a card on the smallest glass, page by page, and knows where Next leads."""

    def __init__(self, kiosk: Kiosk, language: str) -> None:
        super().__init__(kiosk.window)
        self._kiosk = kiosk
        visit_in(kiosk, language, 1)
        content = kiosk.library.in_language(language)
        assert content is not None
        self.cards = content.cards
        self._drawn()

    def _drawn(self) -> None:
        settle()
        assert wait_until(lambda: self._kiosk.late.guard.is_drawn)
        settle()

    def press(self, name: str, role: QAccessible.Role = QAccessible.Role.Button) -> None:
        super().press(name, role)
        self._drawn()

    def words(self, word_id: str, **values: str) -> str:
        return self._kiosk.translations.sentence(word_id, **values)

    def door(self, chapter: Chapter) -> str:
        return chapter_name(chapter, self._kiosk.translations.sentence)

    def opens(self, card: Card) -> None:
        self.goes_to(CardPosition(card.id))

    def goes_to(self, position: CardPosition) -> None:
        """Be at a page of a card, as if nothing of it had been read."""
        opened = open_card(self._kiosk.visit_holder.visit, position.card)
        self._kiosk.visit_holder.become(dataclasses.replace(opened, card=position))
        self._drawn()

    def makes_touch_easy(self) -> None:
        visit = self._kiosk.visit_holder.visit
        self._kiosk.visit_holder.become(dataclasses.replace(visit, comfort=Comfort(has_easy_touch=True)))
        self._drawn()

    @property
    def position(self) -> CardPosition | None:
        return self._kiosk.visit_holder.visit.card

    @property
    def is_home(self) -> bool:
        return self._kiosk.visit_holder.visit.screen is Screen.HOME

    @property
    def forward(self) -> str:
        """What the button says that leads on, "" where there is none."""
        more, leads_on = self.words("card.more"), str(self._kiosk.screens.card.property("leadsOn"))
        return next((name for name in (more, leads_on) if self.sees(name, QAccessible.Role.Button)), "")

    def texts(self) -> list[str]:
        """What is to be read on this page, without its buttons."""
        return [spoken.name for spoken in self.reads() if spoken.role in READ]

    def pages(self) -> Iterator[CardPosition]:
        """Give each page of the main path, by touching Next until that leads to all causes.

        A page of the glass is one, as often as a step has more than one.
        """
        assert self.position is not None
        yield self.position
        self.press(self.door(DOORS[0]))
        for _ in range(TOO_MANY):
            if self.is_home:
                return
            yield self.position
            self.press(self.forward)
        raise AssertionError("the card does not end")

    def marked(self) -> list[Chapter]:
        """Return the chapters whose doors are announced as checked."""
        return [door for door in (*DOORS, Chapter.MORE) if self.is_chosen(self.door(door))]


@pytest.fixture
def settings(clinic: Clinic) -> Settings:
    file = dataclasses.replace(clinic.settings.file, languages=LANGUAGES)
    return dataclasses.replace(clinic.settings, file=file)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(start_kiosk: StartKiosk, settings: Settings, language: str) -> Reader:
    return Reader(start_kiosk(settings, SMALL), language)


def test_the_first_page_of_every_card_is_one_page_of_the_glass(reader: Reader) -> None:
    split = []
    for card in reader.cards:
        reader.opens(card)
        whole = {card.headline, card.steps[0].text[0]} <= set(reader.texts())
        if not whole or reader.forward or not reader.sees(card.steps[0].text[1], QAccessible.Role.Button):
            split.append(card.id)
    assert split == []


def test_with_large_buttons_the_picture_of_every_card_is_one_touch_away(reader: Reader) -> None:
    reader.makes_touch_easy()
    for card in reader.cards:
        reader.opens(card)
        assert not reader.sees(card.picture.words(is_affected=True)[0], QAccessible.Role.Graphic)
        reader.press(reader.words("card.picture"))
        assert reader.sees(card.picture.words(is_affected=True)[0], QAccessible.Role.Graphic)
        if card.picture.has_states:
            reader.press(reader.words("card.healthy"))
            assert reader.sees(card.picture.words(is_affected=False)[0], QAccessible.Role.Graphic)
        reader.press(reader.words("picture.close"))
        assert reader.sees(card.headline, QAccessible.Role.Heading)


def test_the_main_path_of_every_card_is_few_pages_of_the_glass(reader: Reader, language: str) -> None:
    counts = {}
    for card in reader.cards:
        reader.opens(card)
        counts[card.id] = sum(position.view is CardView.STEP for position in reader.pages())
    assert {card: count for card, count in counts.items() if count > MOST_PAGES[language]} == {}, counts


def test_next_leaves_nothing_of_the_main_path_out(reader: Reader) -> None:
    missing: dict[str, list[str]] = {}
    for card in reader.cards:
        reader.opens(card)
        read = " ".join(text for _ in reader.pages() for text in reader.texts()).replace("\u2028", " ")
        steps = [step for step in card.steps if step.chapter in DOORS]
        assert {step.chapter for step in steps} == set(DOORS)
        wanted = [part for step in steps for part in (step.title, *step.text, *step.points)]
        # A long text may go on on the next page, never within a sentence.
        sentences = [sentence for part in wanted for sentence in re.split(r"(?<=[.!?]) ", part)]
        missing[card.id] = [sentence for sentence in sentences if sentence not in read]
    assert {card: parts for card, parts in missing.items() if parts} == {}


def test_the_question_comes_once_after_the_second_chapter(reader: Reader) -> None:
    for card in reader.cards:
        reader.opens(card)
        views = [
            (card.steps[position.step].chapter, position.view, reader.sees(card.teach_back.question))
            for position in reader.pages()
        ]
        asked = [index for index, (_, view, is_seen) in enumerate(views) if view is CardView.QUESTION]
        assert [is_seen for _, view, is_seen in views] == [view is CardView.QUESTION for _, view, _ in views]
        assert len(asked) == 1, card.id
        before = [chapter for chapter, _, _ in views[: asked[0]]]
        assert list(dict.fromkeys(before)) == [Chapter.FIRST, *DOORS[:2]]
        after = [chapter for chapter, view, _ in views[asked[0] + 1 :] if view is CardView.STEP]
        assert all(chapter in DOORS[2:] for chapter in after)


def test_the_question_comes_after_any_two_chapters(reader: Reader) -> None:
    card = reader.cards[1]
    reader.opens(card)
    for chapter in (Chapter.DO, Chapter.SIGNS):
        reader.press(reader.door(chapter))
        assert not reader.sees(reader.words("card.question"))
        while reader.forward in {reader.words("card.more"), reader.words("card.next")}:
            reader.press(reader.forward)
    assert reader.forward == reader.words("card.question")
    reader.press(reader.forward)
    assert reader.sees(card.teach_back.question)
    reader.press(card.teach_back.answers[card.teach_back.right])
    assert reader.forward == reader.words("card.next_chapter", chapter=reader.door(Chapter.HELP))
    reader.press(reader.forward)
    for _ in range(TOO_MANY):
        assert reader.forward != reader.words("card.question"), "it was asked"
        if reader.forward == reader.words("card.finish"):
            break
        reader.press(reader.forward)
    reader.press(reader.forward)
    assert reader.is_home


def test_every_card_ends_with_related_cards_and_a_touch_of_one_opens_it(reader: Reader) -> None:
    titles = {card.id: card.title for card in reader.cards}
    for card in reader.cards:
        reader.opens(card)
        *_, last = reader.pages()
        assert last.view is CardView.RELATED
        for related in card.related:
            reader.goes_to(last)
            assert reader.sees(reader.words("card.related"), QAccessible.Role.Heading)
            assert reader.forward == reader.words("card.finish")
            reader.press(titles[related])
            assert reader.position == CardPosition(related)


def places(card: Card) -> list[CardPosition]:
    """Return every step of a card, its list of conditions, question and related cards, as first visited."""
    steps = [CardPosition(card.id, step) for step in range(len(card.steps))]
    first = card.first_step("more")
    lists = [CardPosition(card.id, first, view=CardView.CONDITIONS)] if len(conditions(card)) > 1 else []
    related = CardPosition(card.id, view=CardView.RELATED)
    return [*steps, *lists, CardPosition(card.id, 1, view=CardView.QUESTION), related]


def doors_of(card: Card) -> tuple[Chapter, ...]:
    return (*DOORS, Chapter.MORE) if conditions(card) else DOORS


def test_every_page_has_every_door_and_marks_the_one_that_is_open(reader: Reader) -> None:
    faults = []
    for card in reader.cards:
        doors = doors_of(card)
        for place in places(card):
            reader.goes_to(place)
            chapter = chapter_of(card, place)
            for page in range(1, TOO_MANY):
                lacks = [door for door in doors if not reader.sees(reader.door(door))]
                if lacks or reader.marked() != [door for door in doors if door is chapter]:
                    faults.append((card.id, place.step, place.view, page, lacks, reader.marked()))
                if reader.forward != reader.words("card.more"):
                    break
                reader.press(reader.forward)
    assert faults == []


def test_one_touch_of_a_door_opens_its_chapter_from_every_other(reader: Reader) -> None:
    for card in reader.cards:
        firsts = {(chapter_of(card, place), place.view): place for place in reversed(places(card))}
        assert {chapter for chapter, _ in firsts} == {Chapter.FIRST, *doors_of(card), Chapter.EMERGENCY}
        for place in firsts.values():
            for door in doors_of(card):
                reader.goes_to(place)
                reader.press(reader.door(door))
                assert reader.position is not None
                assert chapter_of(card, reader.position) is door
                assert reader.position.step == first_of(card.steps, door)
                assert reader.marked() == [door]


def test_the_warning_opens_the_page_it_speaks_of_and_the_others_follow(reader: Reader) -> None:
    said = {}
    for card in reader.cards:
        reader.opens(card)
        reader.press(card.steps[0].text[1])
        assert reader.position is not None
        assert chapter_of(card, reader.position) is Chapter.EMERGENCY
        read = []
        while chapter_of(card, reader.position) is Chapter.EMERGENCY:
            read.append(reader.texts())
            reader.press(reader.forward)
        assert reader.position == CardPosition(card.id, 1), "then the first chapter"
        said[card.id] = sorted(read)
        steps = [step for step in card.steps if step.chapter is Chapter.EMERGENCY]
        assert steps[0].id == card.steps[0].opens
        assert steps[0].title in read[0]
        there = {text for page in read for text in page}
        assert {part for step in steps for part in (step.title, *step.points)} <= there
    assert all(read == said[reader.cards[0].id] for read in said.values())


def test_the_warning_is_one_touch_away_on_every_page_behind_the_first(reader: Reader) -> None:
    for card in reader.cards:
        warning = f"{reader.words('card.urgent')}: {card.steps[0].text[1]}"
        for door in doors_of(card):
            reader.opens(card)
            reader.press(reader.door(door))
            is_list = reader.position is not None and reader.position.view is CardView.CONDITIONS
            assert reader.sees(warning, QAccessible.Role.Button) is not is_list, (card.id, door)
            if not is_list:
                reader.press(warning)
                opened = next(step for step in card.steps if step.id == card.steps[0].opens)
                assert reader.sees(opened.title, QAccessible.Role.Heading), (card.id, door)


def test_conditions_open_from_their_list(reader: Reader) -> None:
    for card in reader.cards:
        for index in conditions(card):
            step = card.steps[index]
            reader.opens(card)
            reader.press(reader.door(Chapter.MORE))
            if len(conditions(card)) > 1:
                while not reader.sees(step.title, QAccessible.Role.Button):
                    assert reader.forward == reader.words("card.more"), step.title
                    reader.press(reader.forward)
                reader.press(step.title)
            assert reader.sees(step.title, QAccessible.Role.Heading)
            assert reader.marked() == [Chapter.MORE]
            assert reader.position is not None
            assert reader.position.step == index
        if len(conditions(card)) > 1:
            reader.press(reader.words("card.back"))
            assert reader.position is not None
            assert reader.position.view is CardView.CONDITIONS
