"""Everything that can be found wrong with content without a clinician: `kiosk content check`."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.content.card_lengths import MeasuredCard, card_lines, length_problems, measured_cards
from kiosk.content.citations import citation_problems, once_per_source, rule_source_problems
from kiosk.content.claims import claim_problems
from kiosk.content.files import LanguageFiles, read_language
from kiosk.content.folders import REVIEWS_FILE, Folders
from kiosk.content.parity import parity_problems, poster_rule_problems
from kiosk.content.pictures import picture_claim
from kiosk.content.scenes import copied_pictures, scene_problems
from kiosk.content.style import STYLE_FILE, ReadingGrade, Style, read_style
from kiosk.content.texts import POSTER_FILE, QUESTIONS_FILE
from kiosk.content.wording_faults import WordingFaults, wording_faults
from kiosk.core.content import lead_ins
from kiosk.core.content.colours import colour_problems
from kiosk.core.content.reviews import Review
from kiosk.core.content.steps import Step, opening_problems
from kiosk.core.content.wording import sentences, word_count
from kiosk.core.self_check.laws import Enumeration, enumerate_all
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.self_check.rules import RULES
from kiosk.core.validation import KeyPath, Problem, read
from kiosk.store.settings.toml_files import FileProblem, open_toml

RULES_FILE: Final = Path("kiosk/core/self_check/rules.py")


@dataclasses.dataclass(frozen=True, slots=True)
class MeasuredStep:
    """One step of a card, counted from 1; grade: None where it cannot be measured."""

    language: str
    card: str
    number: int
    title: str
    words: int
    longest_sentence: int
    grade: float | None
    sources: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ContentReport:
    """What a check found; notes: what could not be checked here."""

    problems: tuple[FileProblem, ...]
    steps: tuple[MeasuredStep, ...]
    cards: tuple[MeasuredCard, ...]
    laws: Enumeration
    notes: tuple[str, ...]


def check_content(folders: Folders, today: datetime.date) -> ContentReport:
    """Check every language in a content folder, and the self-check's laws; takes some seconds."""
    grades, laws = ReadingGrade(), enumerate_all()
    problems = [FileProblem(RULES_FILE, 0, sentence) for sentence in laws.broken_laws]
    problems += folders.unrecognized_files()
    readings = {language: read_language(folders, language) for language in folders.languages()}
    styles: dict[str, Style] = {}
    for language, reading in readings.items():
        style, found = read_style(reading.file(STYLE_FILE))
        problems += found
        styles |= {language: style} if style is not None else {}
    source = readings.get(SOURCE_LANGUAGE)
    if not readings:
        message = "no language folder (such as 'en') with content is in here"
        problems.append(FileProblem(folders.content, 0, message))
    elif source is None:
        message = "the language all others are compared with is missing"
        problems.append(FileProblem(folders.of(SOURCE_LANGUAGE), 0, message))
    problems += _shared_problems(source, today) if source is not None else []
    steps: list[MeasuredStep] = []
    notes: list[str] = (
        [] if grades.is_there else ["reading grades were not checked: textstat is not installed"]
    )
    for reading in readings.values():
        problems += _own_problems(reading, today)
        if reading.language in styles:
            style = styles[reading.language]
            faults = wording_faults(reading, style, styles, RULES)
            problems += faults.problems
            notes += faults.notes
            measured = _measured(reading, style, grades)
            steps += measured
            problems += _formula_problems(reading, style, grades)
            problems += _grade_problems(reading, style, measured, faults)
            problems += _take_home_problems(reading, style, grades) + length_problems(reading, style)
    lines = {(problem.path, problem.line) for problem in problems}
    for reading in readings.values():
        if source is not None and reading is not source:
            problems += parity_problems(source, reading, lines)
    shown = {name for reading in readings.values() for names in _pictures(reading).values() for name in names}
    problems += folders.refused_pictures() + folders.unused_pictures(shown)
    cards = tuple(card for reading in readings.values() for card in measured_cards(reading))
    return ContentReport(
        tuple(once_per_source(sorted(set(problems)))), tuple(steps), cards, laws, tuple(notes)
    )


def _own_problems(reading: LanguageFiles, today: datetime.date) -> list[FileProblem]:
    """Everything wrong with one language that can be told without its style and without its twin."""
    return [
        *(*reading.problems, *reading.left_out, *picture_problems(reading)),
        *(*_review_problems(reading, today), *_place_problems(reading), *_colour_problems(reading)),
        *_poster_problems(reading),
    ]


def _shared_problems(source: LanguageFiles, today: datetime.date) -> list[FileProblem]:
    """Everything wrong with what is the same in every language, told once."""
    return [
        *(*citation_problems(source), *scene_problems(source), *copied_pictures(source)),
        *claim_problems(source, today),
        *(FileProblem(RULES_FILE, 0, sentence) for sentence in rule_source_problems(source)),
    ]


def _formula_problems(reading: LanguageFiles, style: Style, grades: ReadingGrade) -> list[FileProblem]:
    if not grades.is_there or grades.can_measure(style):
        return []
    message = (
        f"no dictionary divides {style.formula.syllables!r} into syllables: name a language such as 'en'"
    )
    return _located(reading.file(STYLE_FILE), [Problem(("formula", "syllables"), message)])


def _measured(reading: LanguageFiles, style: Style, grades: ReadingGrade) -> list[MeasuredStep]:
    can_measure = grades.can_measure(style)
    return [
        MeasuredStep(
            language=reading.language,
            card=file.key,
            number=number,
            title=step.title,
            words=step.words,
            longest_sentence=_longest_sentence(step),
            grade=grades.of((*step.text, *step.points), style) if can_measure else None,
            sources=step.sources,
        )
        for file in reading.step_files()
        for number, step in enumerate(file.steps, start=1)
    ]


def _longest_sentence(step: Step) -> int:
    lengths = (word_count([part]) for text in (*step.text, *step.points) for part in sentences(text))
    return max(lengths, default=0)


def _grade_problems(
    reading: LanguageFiles, style: Style, measured: list[MeasuredStep], faults: WordingFaults
) -> list[FileProblem]:
    files = {file.key: file.path for file in reading.step_files()}
    problems: list[FileProblem] = []
    for step in measured:
        if step.grade is not None and step.grade > style.most_grade:
            message = (
                f"reading grade {step.grade:.1f}; a step has at most {style.most_grade:g}: "
                "shorter sentences, shorter words"
            )
            place: KeyPath = ("steps", step.number - 1, "text")
            if not faults.are_under(files[step.card], place[:-1]):
                problems += _located(files[step.card], [Problem(place, message)])
    return problems


def _take_home_problems(reading: LanguageFiles, style: Style, grades: ReadingGrade) -> list[FileProblem]:
    problems: list[FileProblem] = []
    for card in reading.cards if grades.can_measure(style) else ():
        grade = grades.of(card.take_home, style)
        if grade > style.most_grade:
            message = f"reading grade {grade:.1f}; a note to take home has at most {style.most_grade:g}"
            path = reading.folders.card(reading.language, card)
            problems += _located(path, [Problem(("take_home",), message)])
    return problems


def _pictures(reading: LanguageFiles) -> dict[Path, tuple[str, ...]]:
    shown = {reading.folders.card(reading.language, card): card.pictures for card in reading.cards}
    for file in reading.step_files():
        shown.setdefault(file.path, tuple(name for step in file.steps for name in step.pictures))
    return shown


def picture_problems(reading: LanguageFiles) -> list[FileProblem]:
    """Pictures of cards that are missing, or that do not say what they claim."""
    problems: list[FileProblem] = []
    for path, names in _pictures(reading).items():
        for name in names:
            picture = reading.folders.picture(name)
            if not picture.is_file():
                problems.append(FileProblem(path, 1, f"the picture {name} is missing"))
            elif not picture_claim(picture):
                problems.append(FileProblem(picture, 1, "say in a <desc> what the picture claims"))
    return problems


def _colour_problems(reading: LanguageFiles) -> list[FileProblem]:
    problems: list[FileProblem] = []
    for card in reading.cards:
        path = reading.folders.card(reading.language, card)
        problems += _located(path, list(colour_problems(card.colours)))
    return problems


def _review_problems(reading: LanguageFiles, today: datetime.date) -> list[FileProblem]:
    path = reading.file(REVIEWS_FILE)
    toml, _ = open_toml(path)
    problems: list[Problem] = []
    for key, entries in toml.data.items() if toml else ():
        if key in reading.tables and isinstance(entries, list):
            for index, entry in enumerate(entries):
                review, _ = read(Review, entry)
                complaint = _review_complaint(review, reading.content_digest(key), today) if review else ""
                problems += [Problem((key, index), complaint)] if complaint else []
    return toml.located(problems) if toml else []


def _review_complaint(review: Review, digest: str, today: datetime.date) -> str:
    again = "print it again with `kiosk content review`, have it signed, and put that in the place of this"
    if review.hash != digest:
        return f"the text has changed since {review.reviewer} signed it, so it is a draft: {again}"
    if review.next_review < today:
        return f"the review was due on {review.next_review.isoformat()}, so the text is a draft: {again}"
    if review.date > today:
        return f"signed on {review.date.isoformat()}, which is yet to come: write the day it was signed"
    return ""


def _poster_problems(reading: LanguageFiles) -> list[FileProblem]:
    if reading.poster is None:
        return []
    tiers = {rule.id: rule.tier.name.lower() for rule in RULES}
    return _located(reading.file(POSTER_FILE), list(poster_rule_problems(reading.poster, tiers)))


def _place_problems(reading: LanguageFiles) -> list[FileProblem]:
    problems: list[FileProblem] = []
    for file in reading.step_files():
        found = [*lead_ins.step_problems(file.steps), *opening_problems(file.steps, reading.emergency)]
        problems += _located(file.path, found)
    if reading.poster is not None:
        found = list(lead_ins.poster_problems(reading.poster.lists))
        problems += _located(reading.file(POSTER_FILE), found)
    if reading.self_check_texts is not None:
        found = list(lead_ins.now_problems(reading.self_check_texts.outcomes.now))
        problems += _located(reading.file(QUESTIONS_FILE), found)
    return problems


def _located(path: Path, problems: list[Problem]) -> list[FileProblem]:
    toml, found = open_toml(path) if problems else (None, [])
    return found if toml is None else toml.located(problems)


def report_lines(report: ContentReport) -> Iterator[str]:
    """Yield the table of `kiosk content check --report`, line by line."""
    width = max((len(step.title) for step in report.steps), default=0)
    yield f"{'':2}  {'card':<12}  step  {'':<{width}}  words  grade  sources"
    for step in report.steps:
        place = f"{step.language:2}  {step.card:<12}  {step.number:4}  {step.title:<{width}}"
        yield f"{place}  {step.words:5}  {_grade(step.grade):>5}  {' '.join(step.sources)}"
    yield from card_lines(list(report.cards))
    for language in dict.fromkeys(step.language for step in report.steps):
        steps = [step for step in report.steps if step.language == language]
        highest = max((step.grade for step in steps if step.grade is not None), default=None)
        yield (
            f"{language}: {len(steps)} steps, at most {max(step.words for step in steps)} words, "
            f"longest sentence {max(step.longest_sentence for step in steps)} words, "
            f"highest reading grade {_grade(highest)}"
        )


def _grade(grade: float | None) -> str:
    return "-" if grade is None else f"{grade:.1f}"


def law_lines(laws: Enumeration) -> Iterator[str]:
    """Yield what the enumeration of the self-check counted."""
    learn, routine, soon, now = laws.per_tier
    yield (
        f"self-check: {sum(laws.per_tier):,} answer sets without a red flag: "
        f"LEARN {learn:,}, ROUTINE {routine:,}, SOON {soon:,}, NOW {now:,}"
    )
    yield f"self-check: {laws.steps:,} one-step changes, {laws.lowered} lower the tier"
    yield f"self-check: {laws.red_flag_sets:,} answer sets with a red flag, {laws.red_flags_missed} below NOW"
