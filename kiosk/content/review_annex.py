"""The annex of the review print-out, to look things up in: pictures, sources in full, and the short texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from kiosk.content.files import WORDS, LanguageFiles
from kiosk.content.pictures import picture_claim
from kiosk.content.review_page import printed_page
from kiosk.content.review_rows import inlined, language_name, row, table
from kiosk.core.content.cards import Card
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.self_check.questions import ANSWERS
from kiosk.core.self_check.rules import RULES
from kiosk.core.self_check.texts import SelfCheckTexts

STOPS: Final = {
    "brain": "brain",
    "nerve-cell": "nerve cell",
    "nerve-fiber": "nerve fiber",
    "junction": "junction",
    "muscle": "muscle",
}
_STATES: Final = (
    ("picture", "alt"),
    ("picture “healthy”", "healthy_alt"),
    ("picture “affected”", "affected_alt"),
)


def annex(readings: Sequence[LanguageFiles]) -> str:
    """Return one HTML page for print, of the languages that the print-out shows side by side."""
    reading = readings[-1]
    sections = {
        "pictures": ("Pictures", _pictures_of_all(readings)),
        "sources": ("Sources", _sources(reading, _cited(reading))),
        WORDS: ("Buttons and short texts", _short_texts(readings)),
    }
    body = "".join(
        f'<section id="{key}"><h2>{title}</h2>{part}</section>' for key, (title, part) in sections.items()
    )
    return printed_page(f"Annex for review: {language_name(reading)}", body, _pathway(reading))


def _pathway(reading: LanguageFiles) -> str:
    """Lay the path of the signal under the pictures that are drawn over it on the screen."""
    pictures = reading.folders.assets / "pictures"
    layers = (inlined(pictures / f"{name}.svg") for name in ("pathway-muscle", "pathway"))
    return f".on-pathway {{ background-image: {', '.join(f'url({layer})' for layer in layers)}; }}"


def _pictures_of_all(readings: Sequence[LanguageFiles]) -> str:
    shown: dict[str, str] = {}
    parts = []
    for card in readings[-1].cards:
        cards = [next(each for each in reading.cards if each.id == card.id) for reading in readings]
        aloud = table(readings, _aloud_rows(cards))
        figures = _figures(readings[0], cards[0].pictures, card.id, shown)
        parts.append(f"<h3>{escape(card.title)}</h3>{_ways(cards[0])}{aloud}{figures}")
    names = dict.fromkeys(name for step in readings[0].emergency for name in step.pictures)
    parts.append(f"<h3>Emergencies</h3>{_figures(readings[0], names, EMERGENCY, shown)}")
    return "".join(f'<div class="pictures">{part}</div>' for part in parts)


def _ways(card: Card) -> str:
    stops = ", ".join(STOPS[stop] for stop in card.stops) or "none"
    related = ", ".join(card.related) or "none"
    return f"<p>Stops: {stops}. See also: {related}. Offered after: {_answers_that_lead(card)}.</p>"


def _answers_that_lead(card: Card) -> str:
    tables = [("", card.leads_here)]
    tables += [(f" at step {index}", step.leads_here) for index, step in enumerate(card.steps, start=1)]
    told = [
        f"{', '.join(answer for answer in leads if leads[answer] == rank)} (place {rank}{where})"
        for where, leads in tables
        for rank in sorted(set(leads.values()))
    ]
    return "; ".join(told) or "no answer"


def _aloud_rows(cards: Sequence[Card]) -> list[str]:
    return [
        row(label, [f"<p>Read aloud: {escape(getattr(each.picture, alt))}</p>" for each in cards])
        for label, alt in _STATES
        if getattr(cards[0].picture, alt)
    ]


def _figures(reading: LanguageFiles, names: Iterable[str], key: str, shown: dict[str, str]) -> str:
    """Return each picture with its claim where it comes first; shown: where each was printed so far."""
    names = tuple(names)
    figures = []
    for name in names:
        if shown.setdefault(name, key) == key:
            path = reading.folders.picture(name)
            kind = "on-pathway" if name.startswith(f"pictures/{key}-") else "alone"
            figures.append(
                f'<figure><img class="{kind}" src="{inlined(path)}" alt=""><figcaption>'
                f"<b>{escape(name)}</b> {escape(picture_claim(path))}</figcaption></figure>"
            )
    others = "; ".join(f"{escape(name)} (see {escape(shown[name])})" for name in names if shown[name] != key)
    also = f"<p>Also: {others}.</p>" if others else ""
    return f'<div class="figures">{"".join(figures)}</div>{also}'


def _cited(reading: LanguageFiles) -> set[str]:
    """Return the ids of all sources that the texts and the rules name."""
    lists = reading.poster.lists if reading.poster else ()
    groups = [group for part in lists for group in part.groups]
    citing = [
        *(step.sources for card in reading.cards for step in card.steps),
        *(card.teach_back.sources for card in reading.cards),
        *(step.sources for step in reading.emergency),
        *(line.sources for group in groups for line in group.lines),
        *(rule.sources for rule in RULES),
    ]
    return {source for sources in citing for source in sources}


def _sources(reading: LanguageFiles, used: Iterable[str]) -> str:
    """Return every source once, by its id, and then once each what was read of them."""
    sources = {key: reading.sources[key] for key in sorted(set(used))}
    items = "".join(
        f"<li><b>{escape(key)}</b> {escape(source.title)}. {escape(source.publisher)}. "
        f"{escape(source.where)}</li>"
        for key, source in sources.items()
    )
    seen: dict[str, list[str]] = {}
    for key, source in sources.items():
        seen.setdefault(source.seen, []).append(key)
    read = "".join(f"<li>{escape(what)}: {escape(', '.join(keys))}</li>" for what, keys in seen.items())
    return f'<ul class="sources">{items}</ul><h3>What was read of them</h3><ul class="sources">{read}</ul>'


def _short_texts(readings: Sequence[LanguageFiles]) -> str:
    """Return the words on buttons and the short texts, each once and grouped by where they stand.

    What every language words as it words an answer of the self-check stands there.
    """
    return "".join(
        f'<h4>{escape(name.replace("_", " "))}</h4><ul class="words in-{len(readings)}">'
        + "".join(f"<li>{''.join(f'<span>{escape(cell)}</span>' for cell in cells)}</li>" for cells in group)
        + "</ul>"
        for name, group in _short_text_groups(readings).items()
    )


def _short_text_groups(readings: Sequence[LanguageFiles]) -> Mapping[str, list[tuple[str, ...]]]:
    tables = [reading.tables[WORDS] for reading in readings]
    told = {tuple(each.answers[key] for each in _self_checks(readings)) for key in ANSWERS}
    groups: dict[str, list[tuple[str, ...]]] = {}
    for key in tables[0]:
        cells = tuple(words[key] for words in tables)
        if cells not in told:
            told.add(cells)
            groups.setdefault(key.partition(".")[0], []).append(cells)
    return groups


def _self_checks(readings: Sequence[LanguageFiles]) -> Iterator[SelfCheckTexts]:
    return (reading.self_check_texts for reading in readings if reading.self_check_texts)
