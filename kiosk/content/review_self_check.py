"""The parts of the review print-out without steps: the self-check with its rules, and the short texts."""

from collections.abc import Sequence
from html import escape

from kiosk.content.files import WORDS, LanguageFiles
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
        "<h3>Questions and answers</h3>"
        + table(readings, [_question_row(question, texts) for question in QUESTIONS])
        + _rules()
        + "<h3>Outcomes</h3>"
        + table(readings, outcomes)
        + "<h3>The lists, as everybody sees them</h3>"
        + "<p>[A1] stands for the words of answer A1.</p>"
        + table(readings, _poster_rows(posters, texts))
    )


def words_part(readings: Sequence[LanguageFiles], texts: Sequence[SelfCheckTexts]) -> str:
    """Return the words on buttons and the short texts, each once and grouped by where they stand.

    What every language words as it words an answer of the self-check stands there.
    """
    tables = [reading.tables[WORDS] for reading in readings]
    told = {tuple(each.answers[key] for each in texts) for key in ANSWERS}
    groups: dict[str, list[tuple[str, ...]]] = {}
    for key in tables[0]:
        cells = tuple(words[key] for words in tables)
        if cells not in told:
            told.add(cells)
            groups.setdefault(key.partition(".")[0], []).append(cells)
    return "".join(
        f'<h4>{escape(name.replace("_", " "))}</h4><ul class="words in-{len(readings)}">'
        + "".join(f"<li>{''.join(f'<span>{escape(cell)}</span>' for cell in cells)}</li>" for cells in group)
        + "</ul>"
        for name, group in groups.items()
    )


def _poster_rows(posters: Sequence[SelfCheckPoster], texts: Sequence[SelfCheckTexts]) -> list[str]:
    answers = [{words: f"[{key}]" for key, words in each.answers.items()} for each in texts]
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
            rows.append(row("when", [f"<i>{escape(each.when)}</i>" for each in groups]))
            for line_index, line in enumerate(group.lines):
                lines = [each.lines[line_index].text for each in groups]
                cells = [escape(known.get(text, text)) for known, text in zip(answers, lines, strict=True)]
                rows.append(row(", ".join(line.rules), cells, line.sources))
    return rows


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
        "<p>The first rule that fits decides. When none fits: LEARN.</p>"
        f'<table class="rules"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _needs(needs: Sequence[frozenset[str]]) -> str:
    groups = [" or ".join(sorted(group, key=ANSWERS.index)) for group in needs]
    if len(groups) > 1:
        groups = [f"({group})" if " or " in group else group for group in groups]
    return " <b>and</b> ".join(groups)
