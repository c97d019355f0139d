"""The self-check in the review print-out: its rules on one page, questions, outcomes and lists."""

from collections.abc import Sequence
from html import escape

from kiosk.content.files import LanguageFiles
from kiosk.content.review_rows import cited, each_of, listed, paragraphs, row, table
from kiosk.core.content.cards import SelfCheckPoster
from kiosk.core.self_check.questions import ANSWERS, QUESTIONS, Question
from kiosk.core.self_check.rules import RULES, Urgency
from kiosk.core.self_check.texts import OutcomeText, SelfCheckTexts


def self_check_part(
    readings: Sequence[LanguageFiles], posters: Sequence[SelfCheckPoster], texts: Sequence[SelfCheckTexts]
) -> str:
    """Return the self-check in each language: questions, rules, outcomes, lists."""
    outcomes = [
        row(tier.name, each_of(_outcome, [each.outcomes.of(tier) for each in texts]))
        for tier in reversed(Urgency)
    ]
    return (
        _rules()
        + "<h3>Questions and answers</h3>"
        + table(readings, [_question_row(question, texts) for question in QUESTIONS])
        + "<h3>Outcomes</h3>"
        + table(readings, outcomes)
        + "<h3>The lists, as everybody sees them</h3>"
        + "<p>[A1] stands for its words.</p>"
        + table(readings, _poster_rows(posters, texts))
    )


def _poster_rows(posters: Sequence[SelfCheckPoster], texts: Sequence[SelfCheckTexts]) -> list[str]:
    rows = [
        row("purpose", [escape(each.purpose) for each in posters]),
        row("constraints", [escape(each.not_everything) for each in posters]),
        row("no diagnosis", [escape(each.not_a_diagnosis) for each in posters]),
    ]
    for index, part in enumerate(posters[0].lists):
        lists = [each.lists[index] for each in posters]
        heading = [f"<h4>{escape(each.title)}</h4>{paragraphs((each.note,))}" for each in lists]
        rows.append(row(part.tier.upper(), heading))
        for group_index, group in enumerate(part.groups):
            groups = [each.groups[group_index] for each in lists]
            rows.append(row("", [f"<i>{escape(each.when)}</i>" for each in groups]))
            for line_index, line in enumerate(group.lines):
                lines = [each.lines[line_index].text for each in groups]
                cells = [_by_its_answer(each, text) for each, text in zip(texts, lines, strict=True)]
                rows.append(row(", ".join(line.rules), cells, line.sources))
    return rows


def _by_its_answer(texts: SelfCheckTexts, line: str) -> str:
    """Return a line that begins with the words of an answer with the answer's id in their place."""
    key = next((key for key in texts.answers if line.startswith(texts.answers[key])), None)
    return escape(line) if key is None else f"[{key}]{escape(line.removeprefix(texts.answers[key]))}"


def _question_row(question: Question, texts: Sequence[SelfCheckTexts]) -> str:
    takes = "one answer" if question.selection == "single" else "several"
    label = f"{question.id} {takes}{'<br>warning signs' if question.is_red_flag else ''}"
    return row(
        label,
        [
            f"<h4>{escape(each.questions[question.id])}</h4>"
            f"<ul>{''.join(_answer(answer, each.answers[answer]) for answer in question.answers)}</ul>"
            for each in texts
        ],
    )


def _answer(key: str, words: str) -> str:
    return f"<li><b>{escape(key)}</b> {escape(words)}</li>"


def _outcome(outcome: OutcomeText) -> str:
    return f"<h4>{escape(outcome.title)}</h4>{paragraphs(outcome.text)}{listed(outcome.questions)}"


def _rules() -> str:
    """Return the rules on a page of their own; they are the same in every language."""
    rows = "".join(
        f'<tr><th scope="row">{rule.id} {rule.tier.name}</th><td>{_needs(rule.all_of_any)}</td>'
        f"<td>{escape(rule.reason)}</td><td>{cited(rule.sources)}</td></tr>"
        for rule in RULES
    )
    names = ("rule", "if these answers were given", "because", "sources")
    heads = "".join(f"<th>{name}</th>" for name in names)
    return (
        '<div class="one-page"><h3>Rules, in their order</h3>'
        "<p>The first rule that fits decides. When none fits: LEARN. A stroke stands for <i>or</i>.</p>"
        f'<table class="rules"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _needs(needs: Sequence[frozenset[str]]) -> str:
    return " <b>and</b> ".join("/".join(sorted(group, key=ANSWERS.index)) for group in needs)
