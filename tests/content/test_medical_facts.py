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
    "SMA is counted at birth": Fact(
        "genetic",
        "More about SMA tests and gene therapy",
        ("SMA-BIRTHS",),
        ("About 1 in 10,000 to 11,000 babies is born with SMA",),
        ("1 de cada 10,000 a 11,000 bebés nace con AME",),
    ),
    "every US newborn is tested for SMA": Fact(
        "genetic",
        "More about SMA tests and gene therapy",
        ("MDA-NBS",),
        ("Every US newborn is tested",),
        ("En Estados Unidos se examina a cada recién nacido",),
    ),
    "SMA has a gene therapy at every age": Fact(
        "genetic",
        "More about SMA tests and gene therapy",
        ("FDA-SMA",),
        (
            "Gene therapy exists for every age",
            "Under 2 years, it goes into a vein",
            "later into the spinal fluid",
        ),
        (
            "Hay terapia génica para todas las edades",
            "Antes de los 2 años se da por una vena",
            "después en el líquido de la columna",
        ),
    ),
    "a gene therapy has side effects": Fact(
        "genetic",
        "What treatment can and cannot do",
        ("FDA-SMA",),
        ("Gene therapy for SMA", "can cause fever or vomiting"),
        ("Para la AME, la terapia génica", "puede dar fiebre o vómito"),
    ),
    "what the autoimmune card is about": Fact(
        "autoimmune",
        "In short",
        ("N-GBS", "M-MUS"),
        ("your own nerves, muscles, or the place where they meet",),
        ("los nervios, los músculos o el lugar donde se unen",),
    ),
    "Lambert-Eaton": Fact(
        "autoimmune",
        "More about Lambert-Eaton syndrome",
        ("NHS-LEMS",),
        ("a little stronger after a few steps", "often comes with another illness"),
        ("mejoran un poco tras unos pasos", "A menudo viene con otra enfermedad"),
    ),
    "inflammation in muscles": Fact(
        "autoimmune",
        "More about myositis",
        ("M-MUS",),
        ("inflammation in the muscles (the body's defense makes them sore and swollen)",),
        ("inflamación de los músculos (las defensas del cuerpo hacen que duelan y se hinchen)",),
    ),
    "a crisis in MG": Fact(
        "autoimmune",
        "More about a crisis in MG",
        ("MG-CRISIS",),
        ("Of 100 people with MG, about 15 have a crisis at some point", "about 85 do not"),
        ("De 100 personas con MG, unas 15 tienen una crisis en algún momento", "unas 85 no la tienen"),
    ),
    "newer medicines in MG": Fact(
        "autoimmune",
        "More about myasthenia gravis (MG)",
        ("FDA-MG", "MG-COMPLEMENT"),
        ("Newer medicines take away or block the harmful proteins",),
        ("medicinas más nuevas que quitan o bloquean las proteínas dañinas",),
    ),
    "help in Guillain-Barré": Fact(
        "autoimmune",
        "More about Guillain-Barré syndrome",
        ("N-GBS", "GBS-EARLY"),
        (
            "This is an emergency. Early plasma exchange",
            "proteins from donors (IVIG)",
        ),
        (
            "Es una emergencia. A tiempo, pueden ayudar el recambio de plasma",
            "proteínas de donantes (IgIV)",
        ),
    ),
    "Guillain-Barré after an infection is an emergency": Fact(
        "infections",
        "More about Guillain-Barré syndrome",
        ("N-GBS",),
        ("after a cold, flu or stomach bug", "This is an emergency", "(IVIG)", "plasma exchange"),
        (
            "después de un resfriado, una gripe o una infección estomacal",
            "Es una emergencia",
            "(IgIV)",
            "recambio de plasma",
        ),
    ),
    "inflammation in Lyme disease": Fact(
        "infections",
        "How germs reach the nerves",
        ("M-LYM",),
        ("inflammation of nerves", "The nerves then get sore and swollen"),
        ("inflamar los nervios", "Entonces los nervios duelen y se hinchan"),
    ),
    "a first Lyme test can miss it": Fact(
        "infections",
        "What tests and treatment cannot do",
        ("M-LYM",),
        (
            "In the first weeks, a blood test can miss Lyme disease",
            "Long antibiotic courses have not been shown",
        ),
        (
            "En las primeras semanas, el análisis de sangre puede no mostrar",
            "No se ha probado que más tiempo de antibióticos",
        ),
    ),
    "too little potassium": Fact(
        "metabolic",
        "More about low potassium",
        ("HYPOK", "NHS-K"),
        ("you may be unable to move (paralysis), or your heart may beat dangerously",),
        ("quizá no pueda moverse (parálisis), o el corazón puede latir de forma peligrosa",),
    ),
    "too much potassium": Fact(
        "metabolic",
        "Potassium and medicines",
        ("NHS-K", "AHA-K", "M-K"),
        ("Too much potassium can make the heart beat dangerously",),
        ("Demasiado potasio puede hacer que el corazón lata de forma peligrosa",),
    ),
    "potassium pills are not for everybody": Fact(
        "metabolic",
        "What to do today",
        ("M-K",),
        ("Do not start potassium pills on your own",),
        ("No empiece a tomar pastillas de potasio por su cuenta",),
    ),
    "not every toxin starts in the feet": Fact(
        "toxins",
        "How nerves get hurt",
        ("M-PN",),
        ("Most often the longest nerves are hurt first",),
        ("Por lo general se dañan primero los nervios más largos",),
    ),
    "where lead weakens": Fact(
        "toxins",
        "More about lead",
        ("LEAD-NERVE", "M-LEAD", "CDC-LEAD"),
        ("Weakness often starts in the wrist", "most dangerous for children and in pregnancy"),
        (
            "La debilidad suele empezar en la muñeca",
            "niños y embarazadas, porque para ellos es más peligroso",
        ),
    ),
    "where mercury is": Fact(
        "toxins",
        "More about mercury",
        ("M-HG",),
        ("This metal is in some old thermometers and builds up in some fish",),
        ("Este metal está en algunos termómetros viejos y se acumula en algunos pescados",),
    ),
    "older HIV medicines": Fact(
        "toxins",
        "More about older HIV medicines",
        ("HIV-IB", "HIV-NIH"),
        (
            "stavudine (d4T), didanosine (ddI) and zalcitabine (ddC)",
            "modern HIV treatment does not have this",
        ),
        (
            "estavudina (d4T), didanosina (ddI) y zalcitabina (ddC)",
            "el tratamiento moderno para el VIH no tiene este",
        ),
    ),
    "ALS in the US": Fact(
        "later-life",
        "How rare ALS is",
        ("CDC-ALS", "G-ALS"),
        (
            "about 9 of 100,000 people had ALS in 2018",
            "Of 100 people with ALS, 90 to 95 have no relative with it",
        ),
        (
            "unas 9 de cada 100,000 personas tenían ELA en 2018",
            "De 100 personas con ELA, de 90 a 95 no tienen familiares con ella",
        ),
    ),
    "getting older alone does not cause ALS": Fact(
        "later-life",
        "How rare ALS is",
        ("M-ALS",),
        ("Getting older alone does not cause it",),
        ("La edad por sí sola no la causa",),
    ),
    "muscle loss with age is not ALS": Fact(
        "later-life",
        "More about muscle loss with age",
        ("SARC", "SARC-G"),
        ("It is not ALS", "Strength training that is safe for you is the main help"),
        (
            "No es lo mismo que la ELA",
            "Los ejercicios de fuerza seguros para usted son la ayuda principal",
        ),
    ),
    "what riluzole does not do": Fact(
        "later-life",
        "More about medicines for ALS",
        ("M-ALS",),
        ("Riluzole may slow ALS but does not ease symptoms",),
        ("El riluzol puede frenar la ELA, pero no alivia los síntomas",),
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


NOT_TO_STOP = {
    "en": (
        r"o not stop a prescribed (medicine|one) on your own",
        r"dark, cola-colored pee (with|and) sore or weak muscles",
    ),
    "es": (
        r"o deje (de tomar )?(por su cuenta una medicina recetada|una medicina recetada por su cuenta)",
        r"orina (es )?oscura\W+[\w ]*cola\W+\w+ músculos adoloridos o débiles",
    ),
}
"""What every card says of stopping a medicine, and the one sign for which nobody waits, by language."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_says_not_to_stop_a_medicine_and_has_its_exception_beside_it(language: str) -> None:
    rule, exception = NOT_TO_STOP[language]
    told = {
        card.id: [
            (" ".join((*step.text, *step.points)), step.sources)
            for step in card.steps
            if re.search(rule, " ".join((step.title, *step.text, *step.points)))
        ]
        for card in shipped(language).cards
    }
    assert [card for card, steps in told.items() if len(steps) != 1] == []
    steps = [step for found in told.values() for step in found]
    assert [said for said, _ in steps if not re.search(exception, said)] == []
    carriers = ({"MAYO-STATIN"}, {"CDC-RHABDO", "MAYO-RHABDO"})
    assert [said for said, sources in steps if not any(map(set(sources).issuperset, carriers))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_for_which_nobody_waits_is_among_the_emergencies(language: str) -> None:
    words = {"en": "Dark, cola-colored pee with sore, swollen or weak muscles", "es": "orina oscura"}
    points = [
        (point, step.sources)
        for step in shipped(language).emergency
        for point in step.points
        if words[language].lower() in point.lower()
    ]
    assert len(points) == 1
    assert {"CDC-RHABDO", "MAYO-RHABDO"} <= set(points[0][1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_sends_to_the_desk_on_its_first_page(language: str) -> None:
    opening = {"en": "Tell the front desk now", "es": "Avise ahora en "}
    # Who may have hurt the spine is not to walk there.
    stays = {
        "en": "keep still and send someone to us now.",
        "es": "no se mueva y mande a alguien a avisarnos ahora.",
    }
    warnings = {card.id: card.steps[0].text[1] for card in shipped(language).cards}
    assert warnings.pop("injury").endswith(stays[language])
    assert [card for card, said in warnings.items() if not said.startswith(opening[language])] == []
    assert len(set(warnings.values())) == len(warnings)


EMERGENCIES = {
    "en": (
        *("breathe", "choke", "chest", "face drooping", "suddenly weak or numb", "confusion", "headache"),
        *("may be spreading", "Droopy eyelids or double vision", "Slurred speech", "last 6 weeks"),
        *("groin", "cannot pee", "head, neck or back", "hot, red, swollen joint", "cola-colored", "calf"),
    ),
    "es": (
        *("respirar", "atraganta", "pecho", "lado de la cara", "adormecimiento repentino", "onfusión"),
        *("dolor de cabeza", "extendiéndose", "Párpados caídos o visión doble", "hablar claro"),
        *("últimas 6 semanas", "entrepierna", "No puede orinar", "cabeza, el cuello o la espalda"),
        *("articulación", "cola", "pantorrilla"),
    ),
}
"""What cannot wait, each in words of the points of the emergencies."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_emergency_is_missing_among_those_that_all_cards_share(language: str) -> None:
    said = "\n".join(point for step in shipped(language).emergency for point in step.points)
    assert [words for words in EMERGENCIES[language] if words not in said] == []


def test_no_picture_claims_to_show_salts() -> None:
    claims = {path.name: picture_claim(path) for path in assets_folder().rglob("*.svg")}
    assert claims
    assert [name for name, claim in claims.items() if "salt" in claim] == []


def test_every_source_carries_something() -> None:
    reading = shipped("en")
    cited = {source for card in reading.cards for step in card.steps for source in step.sources}
    cited |= {source for card in reading.cards for source in card.teach_back.sources}
    cited |= {source for step in reading.emergency for source in step.sources}
    cited |= {source for rule in RULES for source in rule.sources}
    assert reading.poster is not None
    groups = [group for part in reading.poster.lists for group in part.groups]
    cited |= {source for group in groups for line in group.lines for source in line.sources}
    assert sorted(reading.sources.keys() - cited) == []
