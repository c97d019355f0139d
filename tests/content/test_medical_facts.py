"""Facts that were wrong once: the step that says it right, its source, and words that may not come back."""

import functools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from kiosk.content.files import LanguageFiles, read_language
from kiosk.content.folders import Folders
from kiosk.content.pictures import picture_claim
from kiosk.core.self_check.rules import RULES
from kiosk.store.settings.settings import assets_folder, content_folder

LANGUAGES = ("en", "es")


class Fact(NamedTuple):
    """What one step, by its English title, says in each language, and the sources that carry it."""

    card: str
    title: str
    sources: tuple[str, ...]
    en: tuple[str, ...]
    es: tuple[str, ...]


FACTS = {
    "SMA is counted at birth, and among the living": Fact(
        "genetic",
        "Spinal muscular atrophy (SMA)",
        ("SMA-BIRTHS", "SMA-US"),
        ("1 in 10,000 to 11,000 babies is born with SMA", "About 9,000 people in the US live with it"),
        ("1 de cada 10,000 a 11,000 bebés nace con AME", "9,000 personas viven con AME en Estados Unidos"),
    ),
    "every US newborn is tested for SMA": Fact(
        "genetic",
        "Newborn test for SMA",
        ("MDA-NBS",),
        ("every newborn is tested", "All 50 states and Washington, DC", "since January 2024"),
        ("todos los recién nacidos", "Los 50 estados y Washington, DC", "desde enero de 2024"),
    ),
    "SMA has a gene therapy at every age": Fact(
        "genetic",
        "What helps in SMA",
        ("FDA-SMA",),
        ("for every age", "Under 2 years, it goes into a vein", "From 2 years up, and for adults too"),
        (
            "para todas las edades",
            "Antes de los 2 años, se da por una vena",
            "Desde los 2 años, y en adultos",
        ),
    ),
    "what the autoimmune card holds": Fact(
        "autoimmune",
        "Also: other autoimmune conditions",
        ("N-GBS", "NHS-LEMS", "M-MUS"),
        ("conditions of nerves and muscles", "a little better after a few steps", "with another illness"),
        ("trastornos de nervios y músculos", "mejoran un poco tras unos pasos", "con otra enfermedad"),
    ),
    "inflammation in muscles": Fact(
        "autoimmune",
        "Also: other autoimmune conditions",
        ("M-MUS",),
        ("inflammation (the body's defense makes them sore and swollen)",),
        ("inflamación (las defensas del cuerpo hacen que duelan y se hinchen)",),
    ),
    "a crisis in MG": Fact(
        "autoimmune",
        "The chance of a crisis in MG",
        ("MG-CRISIS",),
        ("Of 100 people with MG, about 15 have a crisis", "About 85 do not"),
        ("De 100 personas con MG, unas 15 tienen una crisis", "Unas 85 no la tienen"),
    ),
    "newer medicines in MG": Fact(
        "autoimmune",
        "What helps in MG",
        ("FDA-MG", "MG-COMPLEMENT"),
        ("Newer medicines that take away or block the harmful proteins",),
        ("Medicinas más nuevas que quitan o bloquean las proteínas dañinas",),
    ),
    "help in Guillain-Barré": Fact(
        "autoimmune",
        "What helps in Guillain-Barré",
        ("N-GBS", "GBS-EARLY"),
        ("as early as possible", "IVIG", "Plasma exchange"),
        ("lo antes posible", "inmunoglobulina intravenosa, IgIV", "Recambio de plasma"),
    ),
    "inflammation in Lyme disease": Fact(
        "infections",
        "How it happens",
        ("M-LYM",),
        ("inflammation of nerves", "The body's defense makes them sore and swollen"),
        ("inflamar nervios", "las defensas hacen que duelan y se hinchen"),
    ),
    "too little potassium": Fact(
        "metabolic",
        "Low potassium",
        ("NHS-K", "AHA-K"),
        ("Too much or too little potassium can make the heart beat dangerously",),
        ("Demasiado potasio o muy poco puede hacer que el corazón lata de forma peligrosa",),
    ),
    "too much potassium": Fact(
        "metabolic",
        "Do not start potassium pills on your own",
        ("NHS-K", "AHA-K"),
        ("Too much or too little potassium can make the heart beat dangerously",),
        ("Demasiado potasio o muy poco puede hacer que el corazón lata de forma peligrosa",),
    ),
    "not every toxin starts in the feet": Fact(
        "toxins",
        "How it happens",
        ("M-PN",),
        ("Most often, the longest nerves",),
        ("Por lo general, los nervios más largos",),
    ),
    "lead": Fact(
        "toxins",
        "Lead",
        ("LEAD-NERVE", "M-LEAD", "CDC-LEAD"),
        ("Weakness often starts in the wrist", "most dangerous for children and in pregnancy"),
        ("La debilidad suele empezar en la muñeca", "más peligroso en la niñez y en el embarazo"),
    ),
    "where mercury is": Fact(
        "toxins",
        "Mercury",
        ("M-HG",),
        ("It is in some old thermometers, and it builds up in some fish",),
        ("Está en algunos termómetros viejos y se acumula en algunos pescados",),
    ),
    "ALS in the US": Fact(
        "later-life",
        "How common ALS is",
        ("CDC-ALS",),
        ("about 9 of 100,000 people had it in 2018",),
        ("unas 9 de cada 100,000 personas la tenían en 2018",),
    ),
}

GONE = {
    "en": (
        *("In a town of 10,000 people, about 1 or 2", "Each state decides", "Under age 2,"),
        *(
            "about 1 has a crisis",
            "antibody medicines",
            "the body attacks itself.",
            "swelling (inflammation)",
        ),
        *("salts", "Never stop", "never stop", "2 to 5 have it", "age is not the cause", "by itself cause"),
    ),
    "es": (
        *("cerca de 1 o 2 tienen AME", "Cada estado decide", "Antes de los 2 años, también"),
        *("cerca de 1 tiene una crisis", "medicinas de anticuerpos", "el cuerpo se ataca a sí mismo."),
        *("hinchar (inflamar)", "IVIG", "las sales", "sales del cuerpo", "Nunca deje", "de 2 a 5 la tienen"),
        *("la edad no es la causa", "por sí solo"),
    ),
}


@functools.cache
def shipped(language: str) -> LanguageFiles:
    return read_language(Folders(content_folder(), assets_folder()), language)


def texts(data: Any) -> Iterator[str]:
    """Every text in data read from a file."""
    if isinstance(data, str):
        yield data
    pieces = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for piece in pieces:
        yield from texts(piece)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FACTS)
def test_the_step_says_what_is_right_and_cites_who_says_so(name: str, language: str) -> None:
    fact = FACTS[name]
    titles = [step["title"] for step in shipped("en").tables[fact.card]["steps"]]
    step = shipped(language).tables[fact.card]["steps"][titles.index(fact.title)]
    said = "\n".join(texts({"text": step["text"], "points": step.get("points", [])}))
    says: tuple[str, ...] = getattr(fact, language)
    assert [words for words in says if words not in said] == []
    assert [source for source in fact.sources if source not in step["sources"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_wrong_stands_nowhere(language: str) -> None:
    everything = "\n".join(texts(shipped(language).tables))
    assert [words for words in GONE[language] if words in everything] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "etting older alone does not cause it"), ("es", "a edad por sí sola no la causa")],
    ids=LANGUAGES,
)
def test_getting_older_alone_is_said_in_one_way(language: str, words: str) -> None:
    card = shipped(language).tables["later-life"]
    steps = {step["kind"]: "\n".join(texts(step)) for step in card["steps"]}
    places = (
        card["headline"],
        *(steps[kind] for kind in ("in_short", "remember", "myth")),
        *(card["teach_back"][key] for key in ("why", "another_way")),
    )
    assert [place for place in places if words not in place] == []


@pytest.mark.parametrize(
    ("language", "rule", "exception"),
    [
        (
            "en",
            r"Do not stop (a prescribed|your) medicine on your own",
            r"dark, cola-colored pee with sore or weak muscles",
        ),
        (
            "es",
            r"No deje (por su cuenta una medicina recetada|su medicina por su cuenta)",
            r"orina (oscura, )?color de cola,? y músculos adoloridos o débiles",
        ),
    ],
    ids=LANGUAGES,
)
def test_not_stopping_a_medicine_has_its_exception_beside_it(
    language: str, rule: str, exception: str
) -> None:
    steps = [step for card in shipped(language).cards for step in card.steps]
    told = {
        step.title: (" ".join((*step.text, *step.points)), step.sources)
        for step in steps
        if re.search(rule, " ".join((step.title, *step.text, *step.points)))
    }
    assert told
    assert [title for title, (said, _) in told.items() if not re.search(exception, said)] == []
    assert [title for title, (_, sources) in told.items() if "MAYO-STATIN" not in sources] == []


def test_no_picture_claims_to_show_salts() -> None:
    claims = {path.name: picture_claim(path) for path in assets_folder().rglob("*.svg")}
    assert claims
    assert [name for name, claim in claims.items() if "salt" in claim] == []


def test_every_source_carries_something() -> None:
    reading = shipped("en")
    cited = {source for card in reading.cards for step in card.steps for source in step.sources}
    cited |= {source for card in reading.cards for source in card.teach_back.sources}
    cited |= {source for rule in RULES for source in rule.sources}
    assert reading.poster is not None
    groups = [group for part in reading.poster.lists for group in part.groups]
    cited |= {source for group in groups for line in group.lines for source in line.sources}
    assert sorted(reading.sources.keys() - cited) == []
