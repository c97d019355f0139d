"""What the screens around a card show, derived without Qt from the shipped words and content."""

import dataclasses
import datetime

from kiosk.core.comfort import THEMES, Comfort, Room, room_on
from kiosk.core.content.cards import Content
from kiosk.core.content.reviews import Review, Reviewed
from kiosk.core.content.start_card import START
from kiosk.core.content.take_home import Note
from kiosk.core.cover import Cover, CoverPhase, CoverPicture
from kiosk.core.idle import IdlePhase, IdleState
from kiosk.core.reach import WHOLE_GLASS, Reach
from kiosk.core.visit import CardPosition, KeptQuestion, Screen, SelfCheckPosition, Visit
from kiosk.ops.version import version
from kiosk.ui.card_snapshot import CardSnapshot, derive_card
from kiosk.ui.enums import number_of
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.viewmodels.about import AboutSnapshot, derive_about
from kiosk.ui.viewmodels.attract import SHIFTS, attract_at, derive_attract
from kiosk.ui.viewmodels.comfort import ComfortSnapshot, derive_comfort
from kiosk.ui.viewmodels.cover import NONE, CoverSnapshot, derive_cover
from kiosk.ui.viewmodels.home import HomeSnapshot, derive_home
from kiosk.ui.viewmodels.picture import PictureSnapshot, derive_picture
from kiosk.ui.viewmodels.questions import QuestionsSnapshot, derive_questions
from kiosk.ui.viewmodels.take_home import TakeHomeSnapshot, derive_take_home, note_to_take_home, with_code
from kiosk.ui.visit_snapshot import VisitSnapshot, derive_visit
from tests.clinic import Clinic
from tests.ui.words import content_in, sentence_in, words_of

ENGLISH = content_in("en")
GENETIC = ENGLISH.card("genetic")
HERE = IdleState(IdlePhase.HERE, 0)


def word_in(language: str, word_id: str) -> str:
    return words_of(language)[word_id]


def reading(position: CardPosition) -> Visit:
    return Visit(screen=Screen.CARD, language="en", card=position)


def card(position: CardPosition) -> CardSnapshot:
    return derive_card(reading(position), ENGLISH, sentence_in("en"))


def frame(clinic: Clinic, visit: Visit, idle: IdleState = HERE) -> VisitSnapshot:
    return derive_visit(
        visit,
        idle,
        settings=clinic.settings,
        room=room_on(476, 268),
        languages=("en", "es"),
        content=ENGLISH,
        sentence_in=word_in,
    )


def test_no_screen_shows_anything_before_it_has_what_it_shows() -> None:
    assert derive_card(reading(CardPosition("genetic")), None, sentence_in("en")) == CardSnapshot()
    assert derive_card(Visit(), ENGLISH, sentence_in("en")) == CardSnapshot()
    assert derive_picture(Visit(), ENGLISH, sentence_in("en")) == PictureSnapshot()
    assert derive_home(None) == HomeSnapshot()
    assert derive_questions(Visit(questions=(KeptQuestion("genetic", 0, 0),)), None) == QuestionsSnapshot()


def kept(card_id: str, *points: int) -> tuple[KeptQuestion, ...]:
    return tuple(KeptQuestion(card_id, ENGLISH.card(card_id).first_step("ask"), point) for point in points)


def note(clinic: Clinic, visit: Visit, content: Content | None = ENGLISH) -> Note:
    return note_to_take_home(visit, content, clinic.settings.file, sentence_in("en"))


def test_a_card_that_is_not_to_be_taken_home_has_no_note(clinic: Clinic) -> None:
    taken = reading(CardPosition("genetic", takes_home=True))
    assert note(clinic, taken, None) == note(clinic, reading(CardPosition("genetic"))) == Note()
    assert note(clinic, Visit(screen=Screen.QUESTIONS, questions=kept("genetic", 0))) == Note()
    assert derive_take_home(Note(), sentence_in("en")) == TakeHomeSnapshot()


def test_a_note_to_take_home_says_that_it_is_a_draft(clinic: Clinic) -> None:
    taken = note(clinic, reading(CardPosition("genetic", takes_home=True)))
    assert taken == Note((*GENETIC.take_home, word_in("en", "review.draft")))
    shown = derive_take_home(taken, sentence_in("en"))
    assert (shown.is_open, shown.blocks, shown.code) == (True, taken.paragraphs, "")
    code = with_code(shown, taken, clinic.settings.file)
    assert (code.is_open, code.blocks) == (True, taken.paragraphs)
    assert code.code.startswith("data:image/svg+xml")
    assert code.squares > 8


def test_a_note_is_a_draft_as_long_as_a_card_is_one_that_a_question_is_from(clinic: Clinic) -> None:
    day = datetime.date(2026, 11, 1)
    signed = Reviewed(Review("Dr. A", "neurologist", day, day, "ab"))
    content = dataclasses.replace(ENGLISH, reviews={**ENGLISH.reviews, "genetic": signed})
    taken = reading(CardPosition("genetic", takes_home=True))
    assert note(clinic, taken, content).paragraphs == GENETIC.take_home
    asking = dataclasses.replace(taken, questions=kept("toxins", 1))
    assert note(clinic, asking, content).paragraphs[-1] == word_in("en", "review.draft")


def test_questions_go_along_with_what_cannot_wait_and_those_without_room_are_named(clinic: Clinic) -> None:
    several = (*kept("genetic", 0, 1, 2), *kept("toxins", 0, 1, 2), *kept("infections", 0, 1))
    words = [ENGLISH.card(each.card).steps[each.step].points[each.point] for each in several]
    visit = Visit(screen=Screen.QUESTIONS, questions=several, takes_questions_home=True)
    taken = note(clinic, visit)
    *_, signs, phone = ENGLISH.card(START).take_home
    room = len(taken.questions)
    assert 0 < room < len(words)
    assert (taken.questions, taken.left_out) == (tuple(words[:room]), tuple(words[room:]))
    assert taken.paragraphs == (
        signs,
        phone,
        word_in("en", "take_home.questions"),
        *words[:room],
        word_in("en", "review.draft"),
    )
    assert derive_take_home(taken, sentence_in("en")).blocks == (
        signs,
        phone,
        word_in("en", "take_home.questions"),
        *(POINT + text for text in words[:room]),
        word_in("en", "review.draft"),
        word_in("en", "take_home.left_out"),
        *(POINT + text for text in words[room:]),
    )


def test_home_has_a_tile_for_each_card_with_room_for_the_longest_word() -> None:
    shown = derive_home(ENGLISH)
    assert [tile.card for tile in shown.tiles] == [card.id for card in ENGLISH.cards]
    assert shown.count == len(ENGLISH.cards)
    assert len(shown.longest_word) == max(len(word) for tile in shown.tiles for word in tile.title.split())
    assert (shown.tiles[1].title, shown.tiles[1].tint) == (GENETIC.title, GENETIC.colours.tint)


def test_every_question_is_asked_in_every_language_before_the_next() -> None:
    cards = ["start-here", *(card.id for card in ENGLISH.cards if card.attract_question)]
    turns = 2 * len(cards)
    asked = [attract_at(turn, ("en", "es"), content_in, word_in) for turn in range(turns)]
    assert [language for language, _ in asked] == ["en", "es"] * len(cards)
    assert asked[0][1].text == word_in("en", "attract.question")
    assert asked[1][1].text == word_in("es", "attract.question")
    assert [question.card for _, question in asked[::2]] == cards
    assert [question.card for _, question in asked[1::2]] == cards
    shown = derive_attract(turns + 1, ("en", "es"), content_in, word_in)
    assert (shown.question, shown.shift) == (asked[1][1].text, SHIFTS[(turns + 1) % len(SHIFTS)])
    assert shown.picture.endswith("thumbnails/start-here.svg")


def test_about_speaks_the_visitors_language(clinic: Clinic) -> None:
    def about(language: str) -> AboutSnapshot:
        visit = Visit(screen=Screen.ABOUT, language=language)
        return derive_about(visit, content_in(language), clinic.settings.file, sentence_in(language))

    english, spanish = about("en"), about("es")
    assert english.blocks[0] == word_in("en", "about.purpose")
    assert spanish.blocks[0] == word_in("es", "about.purpose")
    assert version() in english.blocks[4].replace("\u200b", "")
    assert ENGLISH.version in english.blocks[4]
    assert GENETIC.title in english.blocks[-1]
    assert content_in("es").card("genetic").title in spanish.blocks[-1]
    assert derive_about(Visit(), ENGLISH, clinic.settings.file, sentence_in("en")) == AboutSnapshot()


def test_the_frame_knows_its_screen_and_what_stands_around_it(clinic: Clinic) -> None:
    shown = frame(clinic, Visit(screen=Screen.HOME, language="en", comfort=Comfort(text_size=3)))
    assert (shown.screen, shown.has_top_bar, shown.is_draft) == (number_of(Screen.HOME), True, True)
    assert (shown.clinic, shown.emergency_number, shown.text_size) == ("Test Clinic", "911", 3)
    assert (shown.languages, shown.other_language_name) == (("en", "es"), word_in("es", "language.name"))
    assert shown.start_words == (word_in("en", "attract.start"), word_in("es", "attract.start"))
    assert (shown.is_warned, shown.question_count, shown.is_closing_help) == (False, 0, False)
    assert shown.help_for_staff == ()
    assert any("911" in block for block in shown.help_blocks)
    warned = frame(clinic, Visit(screen=Screen.CARD), IdleState(IdlePhase.WARNED, 42))
    assert (warned.is_warned, warned.seconds_left) == (True, 42)


def test_help_speaks_to_staff_in_their_language_beside_the_visitors(clinic: Clinic) -> None:
    shown = frame(clinic, Visit(screen=Screen.HELP, language="es"))
    assert not shown.has_top_bar
    assert shown.help_for_staff[0] == word_in("en", "help.title")
    assert len(shown.help_for_staff) == len(shown.help_blocks) + 1


def test_now_has_no_top_bar_and_a_kiosk_that_cannot_be_used_shows_the_desk(clinic: Clinic) -> None:
    now = SelfCheckPosition(given=("A1",), has_outcome=True)
    assert not frame(clinic, Visit(screen=Screen.SELF_CHECK, check=now)).has_top_bar
    begun = SelfCheckPosition(given=("A1",))
    assert frame(clinic, Visit(screen=Screen.SELF_CHECK, check=begun)).has_top_bar
    broken = derive_visit(
        Visit(screen=Screen.HOME),
        HERE,
        settings=clinic.settings,
        room=room_on(476, 268),
        languages=(),
        content=None,
        sentence_in=word_in,
    )
    assert (broken.screen, broken.other_language_name) == (number_of(Screen.DESK), "")
    asking = dataclasses.replace(Visit(), screen=Screen.HELP)
    assert frame(clinic, asking).screen == number_of(Screen.HELP)


def test_what_a_visitor_sets_goes_over_what_the_clinic_set(clinic: Clinic) -> None:
    file = dataclasses.replace(clinic.settings.file, calm=True, theme="dark")
    assert derive_comfort(Comfort(), file, Room(2)) == ComfortSnapshot(
        text_sizes=2, text_size=2, scheme=THEMES.index("dark"), is_calm=True
    )
    changed = Comfort(
        text_size=2,
        scheme="high-contrast",
        has_easy_touch=True,
        is_calm=False,
        reach=Reach.LOW_RIGHT,
        has_one_switch=True,
        switch_seconds=3.0,
    )
    assert derive_comfort(changed, file, room_on(476, 268)) == ComfortSnapshot(
        text_sizes=2,
        text_size=2,
        scheme=THEMES.index("high-contrast"),
        is_calm=False,
        has_easy_touch=True,
        reaches=(number_of(Reach.WHOLE), number_of(Reach.LOW_LEFT), number_of(Reach.LOW_RIGHT)),
        reach=number_of(Reach.LOW_RIGHT),
        has_one_switch=True,
        switch_seconds=3.0,
    )
    shown = frame(clinic, Visit(screen=Screen.HOME, comfort=changed, is_making_easier=True))
    assert (shown.text_size, shown.scheme, shown.is_calm) == (2, "high-contrast", False)
    assert shown.is_making_easier
    assert shown.has_easy_touch
    assert (shown.is_moved, shown.part) == (True, room_on(476, 268).parts[Reach.LOW_RIGHT])
    assert (frame(clinic, Visit()).is_moved, frame(clinic, Visit()).part) == (False, WHOLE_GLASS)
    assert (frame(clinic, Visit()).scheme, frame(clinic, Visit()).is_calm) == ("standard", False)


def test_the_cover_says_which_pictures_there_are_which_is_the_visitors_and_which_was_not() -> None:
    leaf, _, star = CoverPicture
    no_cover = derive_cover(Visit(), sentence_in("es"))
    assert no_cover == CoverSnapshot(number_of(CoverPhase.OFF), ("Hoja", "Taza", "Estrella"), NONE, NONE)
    hidden = Visit(Screen.CARD, cover=Cover(star, CoverPhase.ON, leaf))
    assert derive_cover(hidden, sentence_in("en")) == CoverSnapshot(
        number_of(CoverPhase.ON), ("Leaf", "Cup", "Star"), number_of(star), number_of(leaf)
    )
    helped = dataclasses.replace(hidden, screen=Screen.HELP)
    assert derive_cover(helped, sentence_in("en")).phase == number_of(CoverPhase.OFF)
