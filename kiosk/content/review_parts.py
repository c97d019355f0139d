"""The tables of the review print-out: each text in rows, one column a language."""

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final, TypeVar

from kiosk.content.files import WORDS, LanguageFiles
from kiosk.content.pictures import picture_claim
from kiosk.core.content.cards import Card, SelfCheckPoster
from kiosk.core.content.steps import EMERGENCY, Step, TeachBack
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS, Question
from kiosk.core.self_check.rules import RULES, Urgency
from kiosk.core.self_check.texts import OutcomeText, SelfCheckTexts

T = TypeVar("T")
STOPS: Final = {
    "brain": "brain",
    "nerve-cell": "nerve cell",
    "nerve-fiber": "nerve fiber",
    "junction": "junction",
    "muscle": "muscle",
}


def card_part(readings: Sequence[LanguageFiles], cards: Sequence[Card]) -> str:
    """Return a card in each language: heading, pictures, steps, teach-back, sources."""
    card = cards[0]
    rows = [
        _row("Heading", [f"<h3>{escape(each.title)}</h3><p>{escape(each.headline)}</p>" for each in cards]),
        *_picture_rows(cards),
    ]
    for index, step in enumerate(card.steps):
        label = f"Step {index + 1}<br>{step.kind.replace('_', ' ')}"
        rows.append(_row(label, _each(_step, [each.steps[index] for each in cards]), step.sources))
    if card.attract_question:
        rows.append(
            _row("Question to walkers-by", [f"<p>{escape(each.attract_question)}</p>" for each in cards])
        )
    rows.append(_row("Note to take home", [_paragraphs(each.take_home) for each in cards]))
    rows.append(
        _row("Question", _each(_teach_back, [each.teach_back for each in cards]), card.teach_back.sources)
    )
    used = [*(source for step in card.steps for source in step.sources), *card.teach_back.sources]
    stops = ", ".join(STOPS[stop] for stop in card.stops) or "none"
    return (
        f"<p>Stops on the path of the signal: {stops}. See also: {', '.join(card.related) or 'none'}.</p>"
        f"<p>Worth reading after these answers of the self-check: {_answers_that_lead(card)}.</p>"
        + _table(readings, rows)
        + _pictures(readings[0], card.pictures, card.id)
        + _bibliography(readings[0], used)
    )


def emergency_part(readings: Sequence[LanguageFiles], chapters: Sequence[Sequence[Step]]) -> str:
    """Return the chapter that stands behind every card, in each language, with its pictures and sources."""
    first = chapters[0]
    rows = [
        _row(f"Step {index + 1}", _each(_step, [chapter[index] for chapter in chapters]), step.sources)
        for index, step in enumerate(first)
    ]
    pictures = dict.fromkeys(picture for step in first for picture in step.pictures)
    return (
        _table(readings, rows)
        + _pictures(readings[0], pictures, EMERGENCY)
        + _bibliography(readings[0], (each for step in first for each in step.sources))
    )


def _answers_that_lead(card: Card) -> str:
    tables = [("", card.leads_here), *((step.title, step.leads_here) for step in card.steps)]
    told = [
        f"{answer} (place {rank}{escape(f', at {title}') if title else ''})"
        for title, table in tables
        for answer, rank in table.items()
    ]
    return ", ".join(told) or "none"


def self_check_part(
    readings: Sequence[LanguageFiles], posters: Sequence[SelfCheckPoster], texts: Sequence[SelfCheckTexts]
) -> str:
    """Return the self-check in each language: lists, questions, outcomes, rules, sources."""
    groups = [group for part in posters[0].lists for group in part.groups]
    used = [source for group in groups for line in group.lines for source in line.sources]
    used += [source for rule in RULES for source in rule.sources]
    return (
        "<h3>The lists, as everybody sees them</h3>"
        + _table(readings, _poster_rows(posters))
        + "<h3>The questions and their answers</h3>"
        + _table(readings, [_question_row(question, texts) for question in QUESTIONS])
        + "<h3>The outcomes</h3>"
        + _table(
            readings,
            [
                _row(tier.name, _each(_outcome, [each.outcomes.of(tier) for each in texts]))
                for tier in reversed(Urgency)
            ],
        )
        + _rules(readings, texts)
        + _bibliography(readings[0], used)
    )


def words_part(readings: Sequence[LanguageFiles]) -> str:
    """Return the words on buttons and the short texts in each language."""
    tables = [reading.tables[WORDS] for reading in readings]
    rows = [
        _row(re.sub(r"([._])", r"\1<wbr>", escape(key)), [escape(table[key]) for table in tables])
        for key in tables[0]
    ]
    return _table(readings, rows)


def inlined(path: Path) -> str:
    """Return a picture as an address that holds the picture itself."""
    return f"data:image/svg+xml;base64,{base64.b64encode(path.read_bytes()).decode()}"


def language_name(reading: LanguageFiles) -> str:
    """Return what a language calls itself, else its code."""
    return str(reading.tables[WORDS].get("language.name", reading.language))


def _each(show: Callable[[T], str], items: Iterable[T]) -> list[str]:
    return [show(item) for item in items]


def _table(readings: Sequence[LanguageFiles], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(language_name(reading))}</th>" for reading in readings)
    columns = '<col class="label">' + "<col>" * len(readings)
    head = f"<colgroup>{columns}</colgroup><thead><tr><th></th>{head}</tr></thead>"
    return f'<table class="texts">{head}{"".join(rows)}</table>'


def _row(label: str, cells: Sequence[str], sources: Iterable[str] | None = None) -> str:
    words = "".join(f"<td>{cell}</td>" for cell in cells)
    cited = ""
    if sources is not None:
        cited = f'<tr class="cited"><td></td><td colspan="{len(cells)}">{_cited(sources)}</td></tr>'
    return f'<tbody><tr><th scope="row">{label}</th>{words}</tr>{cited}</tbody>'


def _picture_rows(cards: Sequence[Card]) -> list[str]:
    names = {
        "alt": "Picture, read aloud",
        "healthy_alt": "Picture “healthy”, read aloud",
        "affected_alt": "Picture “affected”, read aloud",
        "caption": "Under the picture",
        "healthy_caption": "Under the picture “healthy”",
        "affected_caption": "Under the picture “affected”",
    }
    return [
        _row(label, [escape(getattr(each.picture, name)) for each in cards])
        for name, label in names.items()
        if getattr(cards[0].picture, name)
    ]


def _pictures(reading: LanguageFiles, names: Iterable[str], key: str) -> str:
    figures = []
    for name in names:
        path = reading.folders.picture(name)
        kind = "on-pathway" if name.startswith(f"pictures/{key}-") else "alone"
        figures.append(
            f'<figure><img class="{kind}" src="{inlined(path)}" alt="">'
            f"<figcaption><b>{escape(name)}</b><br>"
            f"This picture says: {escape(picture_claim(path))}</figcaption></figure>"
        )
    return f'<h3>Pictures</h3><div class="figures">{"".join(figures)}</div>'


def _step(step: Step) -> str:
    return f"<h4>{escape(step.title)}</h4>{_paragraphs(step.text)}{_list(step.points)}"


def _teach_back(teach_back: TeachBack) -> str:
    answers = [
        f"{answer} ✔ (right)" if index == teach_back.right else answer
        for index, answer in enumerate(teach_back.answers)
    ]
    return (
        f"<h4>{escape(teach_back.question)}</h4>{_list(answers)}"
        f"<p>After the right answer: {escape(teach_back.why)}</p>"
        f"<p>After another answer: {escape(teach_back.another_way)}</p>"
    )


def _poster_rows(posters: Sequence[SelfCheckPoster]) -> list[str]:
    poster = posters[0]
    rows = [
        _row("Purpose", [escape(each.purpose) for each in posters]),
        _row("Constraints", [escape(each.not_everything) for each in posters]),
        _row("No diagnosis", [escape(each.not_a_diagnosis) for each in posters]),
    ]
    for index, part in enumerate(poster.lists):
        lists = [each.lists[index] for each in posters]
        heading = [f"<h4>{escape(each.title)}</h4>{_paragraphs((each.note,))}" for each in lists]
        rows.append(_row(f"List<br>{part.tier.upper()}", heading))
        for group_index, group in enumerate(part.groups):
            groups = [each.groups[group_index] for each in lists]
            rows.append(_row("When", [f"<i>{escape(each.when)}</i>" for each in groups]))
            for line_index, line in enumerate(group.lines):
                texts = [escape(each.lines[line_index].text) for each in groups]
                rows.append(_row(f"Rule {', '.join(line.rules)}", texts, line.sources))
    return rows


def _question_row(question: Question, texts: Sequence[SelfCheckTexts]) -> str:
    takes = "one answer" if question.selection == "single" else "multiple"
    label = f"{question.id}<br>{takes}{'<br>warning signs' if question.is_red_flag else ''}"
    return _row(
        label,
        [
            f"<h4>{escape(each.questions[question.id])}</h4>"
            + _list(f"{each.answers[answer]} [{answer}]" for answer in question.answers)
            for each in texts
        ],
    )


def _outcome(outcome: OutcomeText) -> str:
    return f"<h4>{escape(outcome.title)}</h4>{_paragraphs(outcome.text)}{_list(outcome.questions)}"


def _rules(readings: Sequence[LanguageFiles], texts: Sequence[SelfCheckTexts]) -> str:
    heads = [f"If these answers were given ({language_name(reading)})" for reading in readings]
    head = "".join(f"<th>{escape(name)}</th>" for name in ("Rule", *heads, "Because"))
    rows = "".join(
        f'<tbody><tr><th scope="row">{rule.id}<br>{rule.tier.name}</th>'
        + "".join(f"<td>{_needs(rule.all_of_any, each.answers)}</td>" for each in texts)
        + f'<td>{escape(rule.reason)}<p class="cited">{_cited(rule.sources)}</p></td></tr></tbody>'
        for rule in RULES
    )
    return (
        "<h3>The rules, in their order</h3><p>The first rule that fits decides. When none fits: LEARN.</p>"
        f'<table class="rules"><thead><tr>{head}</tr></thead>{rows}</table>'
    )


def _needs(needs: Iterable[frozenset[str]], words: dict[str, str]) -> str:
    groups = [
        " <b>or</b> ".join(f"“{escape(words[key])}” [{key}]" for key in sorted(group, key=ANSWERS.index))
        for group in needs
    ]
    return "".join(f"<p>{'<b>and</b> ' if index else ''}{group}</p>" for index, group in enumerate(groups))


def _bibliography(reading: LanguageFiles, used: Iterable[str]) -> str:
    cited = ((key, reading.sources[key]) for key in dict.fromkeys(used))
    items = [
        f'<p class="source"><b>{escape(key)}</b> <i>{escape(source.title)}</i>. {escape(source.publisher)}. '
        f"{escape(source.where)}. Read: {escape(source.seen)}.</p>"
        for key, source in cited
    ]
    return f"<h3>Sources</h3>{''.join(items)}"


def _cited(sources: Iterable[str]) -> str:
    return f"Sources: {escape(', '.join(sources))}"


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def _list(points: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    return f"<ul>{items}</ul>" if items else ""
