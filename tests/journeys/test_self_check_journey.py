import dataclasses
import gc
import random
import shutil
from collections.abc import Callable, Collection

import pytest
from PySide6.QtGui import QAccessible

from kiosk.core import visit as visits
from kiosk.core.events import Event
from kiosk.core.idle import HELP_SECONDS, READING_SECONDS, WARNING_SECONDS
from kiosk.core.self_check.laws import every_way_to_answer
from kiosk.core.self_check.questions import QUESTIONS, Question, asked
from kiosk.core.self_check.rules import RULES, Urgency, judge
from kiosk.core.self_check.texts import SelfCheckTexts
from kiosk.core.self_check_steps import SelfCheckPage
from kiosk.core.unbroken import unbroken
from kiosk.core.visit import Screen, SelfCheckPosition, Visit
from kiosk.store.settings.settings import Settings
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import choose_text_size, fill_in, send, settle, start_visit

SMALL = Glass(1366, 768, 15.6)
PHONE = unbroken("(202) 555-0143")
AT_DESK = "Would you like a call? Please ask at the desk."
BORING = ("A-none", "B-none", "S-none", "family-no", "E-none", "K0")
WITNESS = {
    "N1": ("A3",),
    "N2": ("A-none", "B-not-sure"),
    "N3": ("A-none", "B-none", "S1", "start-weeks", "trend-worse"),
    "N4": ("A-none", "B-none", "S7", "start-weeks"),
    "N5": ("A-none", "B-none", "S3", "start-weeks", "trend-worse", "family-no", "E5"),
    "N6": ("A-none", "B-none", "S2", "start-weeks", "trend-worse"),
    "N7": ("A-none", "B-none", "S5", "start-weeks", "trend-worse"),
    "P1": ("A-none", "B-none", "S7", "start-years", "trend-same", "family-no", "E-none", "K0"),
    "P2": ("A-none", "B-none", "S5", "start-years", "trend-same", "family-no", "E-none", "K0"),
    "P3": ("A-none", "B-none", "S1", "start-years", "trend-worse", "family-no", "E-none", "K0"),
    "P4": ("A-none", "B-none", "S1", "S4", "start-years", "trend-same", "family-no", "E-none", "K0"),
    "P5": ("A-none", "B-none", "S2", "start-years", "trend-not-sure", "family-no", "E-none", "K0"),
    "P6": ("A-none", "B-none", "S3", "start-not-sure", "trend-worse", "family-no", "E-none", "K0"),
    "P7": ("A-none", "B-none", "S-none", "family-no", "E4", "K1"),
    "P8": ("A-none", "B-none", "S3", "start-weeks", "trend-same", "family-no", "E1", "K0"),
    "P9": ("A-none", "B-none", "S3", "start-years", "trend-same", "family-no", "E2", "K0"),
    "P10": ("A-none", "B-none", "S6", "start-weeks", "trend-same", "family-no", "E6", "K0"),
    "P11": ("A-none", "B-none", "S-none", "family-no", "E-none", "K3"),
    "P12": ("A-none", "B-none", "S4", "start-weeks", "trend-same", "family-no", "E-none", "K0"),
    "P13": ("A-none", "B-none", "S3", "start-months", "trend-worse", "family-no", "E-none", "K0"),
    "P14": ("A-none", "B-none", "S1", "start-months", "trend-better", "family-no", "E-none", "K0"),
    "P15": ("A-none", "B-none", "S2", "start-weeks", "trend-same", "family-no", "E-none", "K0"),
    "R1": ("A-none", "B-none", "S4", "start-years", "trend-same", "family-no", "E-none", "K0"),
    "R2": ("A-none", "B-none", "S-none", "family-no", "E-none", "K1"),
    "R3": ("A-none", "B-none", "S-none", "family-yes", "E-none", "K0"),
    "R4": ("A-none", "B-none", "S-none", "family-not-sure", "E2", "K0"),
    "": BORING,
}


def _guided(clinic: Clinic, **changes: object) -> Settings:
    changes = {"self_check": "guided", "demonstration": True} | changes
    return dataclasses.replace(
        clinic.settings,
        file=dataclasses.replace(clinic.settings.file, **changes),  # type: ignore[arg-type]  # tests name real fields
    )


def texts(kiosk: Kiosk) -> SelfCheckTexts:
    content = kiosk.library.content
    assert content is not None
    assert content.self_check_texts is not None
    return content.self_check_texts


def begin(kiosk: Kiosk) -> Visitor:
    visitor = start_visit(kiosk)
    visitor.press("Self-check")
    while visitor.sees("More"):
        visitor.press("More")
    visitor.press("Start")
    return visitor


def answer(kiosk: Kiosk, visitor: Visitor, question: Question, answers: set[str]) -> None:
    """Touch the answers of one question, page by page, and Next."""
    words = texts(kiosk).answers
    while True:
        for key in question.answers:
            if key in answers and visitor.offers(words[key]):
                visitor.chooses(words[key])
        if not visitor.sees("More"):
            break
        visitor.press("More")
    visitor.press("Next")


def answer_all(kiosk: Kiosk, visitor: Visitor, given: tuple[str, ...]) -> None:
    for question in asked(given):
        if kiosk.screens.self_check.property("page") != number_of(SelfCheckPage.QUESTION):
            return
        answer(kiosk, visitor, question, set(given))


@pytest.mark.parametrize(("rule", "given"), WITNESS.items())
def test_each_rule_leads_through_the_buttons_to_its_outcome(
    start_kiosk: StartKiosk, guided: Settings, rule: str, given: tuple[str, ...]
) -> None:
    kiosk = start_kiosk(guided, SMALL)
    visitor = begin(kiosk)
    answer_all(kiosk, visitor, given)

    outcome = judge(given)
    assert outcome.rule == rule
    assert visitor.sees(texts(kiosk).outcomes.of(outcome.tier).title, QAccessible.Role.Heading)


def test_there_is_a_witness_for_every_rule() -> None:
    assert set(WITNESS) == {rule.id for rule in RULES} | {""}


def test_any_answers_touched_on_screen_come_to_what_the_table_says(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    chance = random.Random(20261132)  # noqa: S311  # a sample, not a secret
    ways = {question.id: every_way_to_answer(question.id) for question in QUESTIONS}
    kiosk = start_kiosk(guided, Glass(1080, 1920, 21.5))
    visitor = begin(kiosk)
    reached: set[Urgency] = set()
    for _ in range(16):
        given: tuple[str, ...] = ()
        while question := next((each for each in asked(given) if not {*each.answers} & {*given}), None):
            none = (question.answers[-1],)
            given += none if question.is_red_flag else chance.choice(ways[question.id])
        answer_all(kiosk, visitor, given)
        shown = kiosk.screens.self_check.property("title")
        assert shown == texts(kiosk).outcomes.of(judge(given).tier).title, given
        reached.add(judge(given).tier)
        kiosk.visit.startOver()
        settle()
        visitor = begin(kiosk)
    assert reached == {Urgency.NOW, Urgency.SOON, Urgency.ROUTINE}


def test_every_button_of_every_question_is_announced_with_its_state(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    words = texts(kiosk).answers
    visitor.chooses(words["A-not-sure"])
    assert visitor.is_chosen(words["A-not-sure"])
    visitor.chooses(words["A-none"])
    assert visitor.is_chosen(words["A-none"])
    assert not visitor.is_chosen(words["A-not-sure"])
    visitor.press("Next")
    answer(kiosk, visitor, QUESTIONS[1], {"B-none"})
    answer(kiosk, visitor, QUESTIONS[2], {"S4"})
    for key in QUESTIONS[3].answers:
        assert visitor.sees(words[key], QAccessible.Role.RadioButton)
        visitor.chooses(words[key])
        assert [visitor.is_chosen(words[other]) for other in QUESTIONS[3].answers].count(True) == 1


def test_next_waits_for_an_answer_and_none_waits_for_the_last_page(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided, SMALL)
    visitor = begin(kiosk)
    none = texts(kiosk).answers["A-none"]

    assert visitor.sees("More")
    assert not visitor.offers(none)
    kiosk.screens.self_check.touch(QUESTIONS[0].answers.index("A-none"), hasSeenAll=False)
    assert kiosk.visit_holder.visit.check == SelfCheckPosition(question=0)
    visitor.press("More")
    visitor.press("Next")
    assert visitor.sees("Touch an answer first.", QAccessible.Role.AlertMessage)
    visitor.chooses(none)
    assert not visitor.sees("Touch an answer first.")
    visitor.press("Next")

    assert visitor.sees(texts(kiosk).questions["Q2"])


def test_larger_text_passes_over_no_answer(start_kiosk: StartKiosk, guided: Settings) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    answers = texts(kiosk).answers
    shown: set[str] = set()
    larger = ["Large", "Largest"]
    while True:
        shown |= {key for key in QUESTIONS[0].answers if visitor.offers(answers[key])}
        if larger:
            choose_text_size(visitor, larger.pop(0))
        if not visitor.sees("More"):
            break
        visitor.press("More")

    assert shown == {*QUESTIONS[0].answers}


def stop(kiosk: Kiosk, _: Clock) -> None:
    Visitor(kiosk.window).press("Stop")


def back(kiosk: Kiosk, _: Clock) -> None:
    kiosk.screens.self_check.back()


def about(kiosk: Kiosk, _: Clock) -> None:
    Visitor(kiosk.window).press("About")


def walk_away(kiosk: Kiosk, clock: Clock) -> None:
    clock.now += READING_SECONDS + WARNING_SECONDS
    kiosk.visit.check_idle()


def help_and_back(kiosk: Kiosk, _: Clock) -> None:
    visitor = Visitor(kiosk.window)
    visitor.press("I need help now")
    visitor.press("Close")
    visitor.press("Yes, close")
    visitor.press("Stop")


@pytest.mark.parametrize("leave", [stop, back, about, walk_away, help_and_back])
@pytest.mark.parametrize("red_flag", ["A1", "A-not-sure", "B4"])
def test_no_way_out_leads_past_a_red_flag_that_was_touched(
    start_kiosk: StartKiosk,
    guided: Settings,
    clock: Clock,
    leave: Callable[[Kiosk, Clock], None],
    red_flag: str,
) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    if red_flag.startswith("B"):
        answer(kiosk, visitor, QUESTIONS[0], {"A-none"})
    visitor.chooses(texts(kiosk).answers[red_flag])
    leave(kiosk, clock)

    visitor.waits_for("Please tell the front desk now.")
    assert {spoken.name for spoken in visitor.reads() if spoken.role == QAccessible.Role.Button} == {"Close"}
    clock.now += HELP_SECONDS - 1
    kiosk.visit.check_idle()
    assert visitor.sees("Please tell the front desk now.")
    assert not visitor.sees("I am still here")
    clock.now += 1
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit()


def test_a_red_flag_on_the_first_page_needs_no_second_one(start_kiosk: StartKiosk, guided: Settings) -> None:
    kiosk = start_kiosk(guided, SMALL)
    visitor = begin(kiosk)
    visitor.chooses(texts(kiosk).answers["A1"])
    visitor.press("Next")

    assert visitor.sees("Please tell the front desk now.")
    visitor.press("Close")
    assert visitor.sees("Please tell the front desk now.")
    visitor.press("Yes, close")
    assert visitor.sees("What causes neuromuscular conditions?")


def test_topics_open_their_card_and_the_clinic_panel(start_kiosk: StartKiosk, guided: Settings) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    answer_all(kiosk, visitor, WITNESS["P11"])
    content = kiosk.library.content
    assert content is not None
    card = content.card("start-here")
    visitor.press(card.steps[card.first_step("clinic")].title)

    assert kiosk.visit_holder.visit.check is None
    assert visitor.sees("From the clinic")
    kiosk.screens.poster.open()
    kiosk.screens.self_check.next()
    answer_all(kiosk, visitor, WITNESS["R3"])
    visitor.press("Genetic factors")
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.card == "genetic"


@pytest.mark.parametrize("glass", [SMALL, Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)])
def test_soon_shows_the_clinics_number_and_leads_to_the_form(
    start_kiosk: StartKiosk, guided: Settings, clinic: Clinic, glass: Glass
) -> None:
    """The form begins at what happens to the number: the red flags were just answered."""
    examples = checks_remembered()
    kiosk = start_kiosk(guided, glass)
    visitor = begin(kiosk)
    answer_all(kiosk, visitor, WITNESS["P14"])
    assert any(PHONE in spoken.name for spoken in visitor.reads())

    visitor.press("Ask us to call you")
    settle()
    gc.collect()

    assert visitor.sees("What happens to your number")
    assert kiosk.visit_holder.visit.check is None
    assert checks_remembered(examples) == []
    visitor.press("Next")
    assert visitor.sees("What number do you want us to call you on?")
    for digit in "4155552671":
        visitor.press(digit)
    fill_in(visitor)
    assert any("you agree" in spoken.name for spoken in visitor.reads())
    send(visitor)
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]


def test_back_from_a_form_that_the_check_led_to_goes_to_all_causes(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    answer_all(kiosk, visitor, WITNESS["P14"])
    visitor.press("Ask us to call you")
    visitor.press("Next")
    visitor.press("Back")
    assert visitor.sees("What happens to your number")
    visitor.press("Back")
    assert visitor.sees("What causes neuromuscular conditions?")
    assert kiosk.visit_holder.visit == visits.start("en")


@pytest.mark.parametrize("rule", ["R3", ""])
def test_only_soon_leads_to_the_form(start_kiosk: StartKiosk, guided: Settings, rule: str) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    answer_all(kiosk, visitor, WITNESS[rule])
    assert visitor.sees(texts(kiosk).outcomes.of(judge(WITNESS[rule]).tier).title)
    assert not visitor.sees("Ask us to call you")
    assert not visitor.sees(AT_DESK)


@pytest.mark.allows_log(Event.RECIPIENTS_BROKEN)
def test_with_the_form_closed_soon_says_ask_at_the_desk_and_the_journal_learns_nothing(
    start_kiosk: StartKiosk, guided: Settings, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    clinic.recipients.unlink()
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    logged = len(caplog.records)
    answer_all(kiosk, visitor, WITNESS["P14"])

    visitor.waits_for(AT_DESK)
    assert not visitor.sees("Ask us to call you")
    assert any(PHONE in spoken.name for spoken in visitor.reads())
    messages = [record.getMessage() for record in caplog.records[logged:]]
    assert [message for message in messages if not message.startswith(Event.RECIPIENTS_BROKEN)] == []


def checks_remembered(but: Collection[SelfCheckPosition] = ()) -> list[SelfCheckPosition]:
    """Answers anywhere in memory, but for those other tests hold as examples: kept here, so that no other
    object gets the place of one of them."""
    examples = {id(example) for example in but}
    return [
        held
        for held in gc.get_objects()
        if isinstance(held, SelfCheckPosition) and held.given and id(held) not in examples
    ]


@pytest.mark.parametrize("leave", [stop, about, walk_away])
def test_no_answer_outlives_the_check_and_none_is_logged(
    start_kiosk: StartKiosk,
    guided: Settings,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    leave: Callable[[Kiosk, Clock], None],
) -> None:
    examples = checks_remembered()
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    logged = len(caplog.records)
    answer(kiosk, visitor, QUESTIONS[0], {"A-none"})
    answer(kiosk, visitor, QUESTIONS[1], {"B-none"})
    answer(kiosk, visitor, QUESTIONS[2], {"S4"})
    assert checks_remembered(examples), "the search would find it"

    leave(kiosk, clock)
    settle()
    gc.collect()

    assert checks_remembered(examples) == []
    assert [record.getMessage() for record in caplog.records[logged:]] in ([], ["visit-ended"])


@pytest.mark.allows_log(Event.SELF_CHECK_NOT_SIGNED)
def test_an_unsigned_check_is_a_poster_and_the_journal_says_why_once(
    start_kiosk: StartKiosk, clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = start_kiosk(_guided(clinic, demonstration=False))
    visitor = start_visit(kiosk)
    visitor.press("Self-check")
    kiosk.library.changed.emit()

    assert visitor.sees("Tell the front desk now if:")

    assert [record.getMessage() for record in caplog.records].count(Event.SELF_CHECK_NOT_SIGNED) == 1


@pytest.mark.allows_log(Event.SELF_CHECK_LEFT_OUT)
@pytest.mark.parametrize("fault", ["missing", "cut off", "an answer is missing", "a rule has no source"])
def test_a_broken_check_leads_to_the_poster(
    start_kiosk: StartKiosk,
    clinic: Clinic,
    guided: Settings,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    content = clinic.folder / "content"
    shutil.copytree(guided.content, content)
    file = content / "en" / "self_check_questions.toml"
    if fault == "missing":
        file.unlink()
    elif fault == "cut off":
        file.write_bytes(file.read_bytes()[:700])
    elif fault == "an answer is missing":
        file.write_text(file.read_text("utf-8").replace("K3 =", "K4 ="), "utf-8")
    else:
        broken = (dataclasses.replace(RULES[0], sources=("NOWHERE",)), *RULES[1:])
        monkeypatch.setattr("kiosk.content.files.RULES", broken)
    kiosk = start_kiosk(dataclasses.replace(guided, content=content))
    visitor = start_visit(kiosk)
    visitor.press("Self-check")

    assert visitor.sees("Tell the front desk now if:")


@pytest.mark.allows_log(Event.VISIT_DROPPED)
def test_after_a_failure_in_the_check_its_poster_is_shown_and_stays(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = begin(kiosk)
    answer(kiosk, visitor, QUESTIONS[0], {"A-none"})
    kiosk.drop_visit()

    assert visitor.sees("Tell the front desk now if:")
    kiosk.visit.startOver()
    visitor.press("Touch to start")
    visitor.press("Self-check")
    assert visitor.sees("Tell the front desk now if:")
    assert kiosk.visit_holder.visit.screen is Screen.SELF_CHECK


def test_questions_kept_while_reading_are_shown_together_before_the_visit_ends(
    start_kiosk: StartKiosk, guided: Settings
) -> None:
    kiosk = start_kiosk(guided)
    visitor = start_visit(kiosk)
    content = kiosk.library.content
    assert content is not None
    wanted = []
    for card_id, kept in (("genetic", (0, 2)), ("toxins", (1,))):
        card = content.card(card_id)
        kiosk.visit_holder.become(dataclasses.replace(kiosk.visit_holder.visit, screen=Screen.HOME))
        visitor.press(card.title)
        step = card.first_step("ask")
        while not kiosk.screens.card.property("isAsking"):
            kiosk.screens.card.next()
        for point in kept:
            visitor.chooses(card.steps[step].points[point])
            assert visitor.is_chosen(card.steps[step].points[point])
            wanted.append(card.steps[step].points[point])
        visitor.press("All causes")

    visitor.press("My questions: 3")
    assert [
        question for question in wanted if not any(question in each.name for each in visitor.reads())
    ] == []
    visitor.press("Start over")
    assert kiosk.visit_holder.visit == Visit()


def test_a_question_touched_again_is_taken_off_the_list(start_kiosk: StartKiosk, guided: Settings) -> None:
    kiosk = start_kiosk(guided)
    start_visit(kiosk)
    kiosk.screens.home.open("injury")
    while not kiosk.screens.card.property("isAsking"):
        kiosk.screens.card.next()
    kept = []
    for _again in range(2):
        kiosk.screens.card.choose(0)
        kept.append(len(kiosk.visit_holder.visit.questions))

    assert kept == [1, 0]
