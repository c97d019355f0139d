"""Reading grades, and phrases that are found as whole words only."""

import dataclasses
import importlib
import warnings
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.style import Formula, ReadingGrade, Style, forbidden, read_style, scored_text
from kiosk.store.settings.toml_files import FileProblem

FORMULAS = {
    "flesch-kincaid": Formula("en", -15.59, words_per_sentence=0.39, syllables_per_word=11.8),
    "crawford": Formula("es", -3.407, sentences_per_100_words=-0.205, syllables_per_100_words=0.049),
}
STYLE = Style(
    FORMULAS["flesch-kincaid"], 6, ("neuromuscular",), ("ALS", "neuropathy", "peripheral neuropathy"), ()
)
FILE = """\
most_grade = 5.5
excused = ["electrolito"]
diseases = ["ELA"]
banned = ["usted tiene"]
"""
FORMULA = """
[formula]
syllables = "es"
sentences_per_100_words = -0.205
syllables_per_100_words = 0.049
constant = -3.407
"""
PLAIN: dict[str, str] = {
    "flesch-kincaid": "The dog ran to the red barn. It sat in the sun.",
    "crawford": "El perro va a la casa. El sol es muy rojo.",
}
HARD: dict[str, str] = {
    "flesch-kincaid": "Multidisciplinary rehabilitation necessitates individual neurological examination.",
    "crawford": "La rehabilitación multidisciplinaria necesita exámenes neurológicos individualizados.",
}


def test_a_style_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    path.write_text(FILE + FORMULA, "utf-8")
    style = Style(FORMULAS["crawford"], 5.5, ("electrolito",), ("ELA",), ("usted tiene",))
    assert read_style(path) == (style, [])
    path.write_text(FILE + 'asking = ["tiene usted"]\n' + FORMULA, "utf-8")
    assert read_style(path) == (dataclasses.replace(style, asking=("tiene usted",)), [])


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"es"', "7", 7),
        ("-3.407", '"low"', 10),
        ("syllables_per_100", "sylables_per_100", 9),
        ("5.5", "13", 1),
        ("5.5", '"6"', 1),
        ('["ELA"]', '"ELA"', 3),
        ("banned", "baned", 4),
    ],
)
def test_a_style_that_cannot_be_used_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    path = tmp_path / "style.toml"
    path.write_text((FILE + FORMULA).replace(old, new), "utf-8")
    style, problems = read_style(path)
    assert style is None
    assert (path, line) in [(problem.path, problem.line) for problem in problems]


def test_a_style_that_is_missing_is_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "style.toml"
    assert read_style(path) == (None, [FileProblem(path, 0, "the file is missing")])


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("Do you HAVE it? You have.", ["you have"], ["you HAVE", "You have"]),
        ("It detects. It can detect.", ["detect"], ["detect"]),
        ("Small animals", ["ALS", "SMA"], []),
        ("Post-polio", ["polio", "post-polio"], ["Post-polio"]),
        ("Guillain-Barré, Charcot", ["Guillain-Barré"], ["Guillain-Barré"]),
        ("Is it A.B?", ["A.B", "AxB"], ["A.B"]),
        ("AxB", ["A.B"], []),
        ("Anything", [], []),
    ],
)
def test_phrases_are_found_in_any_case_as_whole_words(
    text: str, phrases: list[str], found: list[str]
) -> None:
    assert forbidden(text, phrases) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Do you have any of these?", []),
        ("Do you have any? You have one.", ["You have"]),
        ("You have. So do you have it", ["You have"]),
        ("Do you have ALS?", ["ALS"]),
    ],
)
def test_a_phrase_that_only_asks_claims_nothing(text: str, found: list[str]) -> None:
    assert forbidden(text, ["you have", "ALS"], ["do you have"]) == found


@given(phrase=st.text("abcé -", min_size=1).map(str.strip).filter(bool), before=st.text(" .,(", max_size=3))
def test_a_phrase_is_found_wherever_it_stands_alone(phrase: str, before: str) -> None:
    assert forbidden(f"{before}{phrase.upper()}!", [phrase]) == [phrase.upper()]
    assert forbidden(f"{before}x{phrase}x", [phrase]) == []


def test_every_text_ends_a_sentence() -> None:
    text = scored_text(("One", "Two:", "Three?", "Four", "Five!", "Six."), STYLE)
    assert text == "One. Two: Three? Four. Five! Six."


def test_names_that_cannot_be_shorter_and_placeholders_count_as_one_short_word() -> None:
    text = scored_text(["Neuromuscular or peripheral Neuropathy, also ALS. Call {emergency_number}"], STYLE)
    assert text == "this or this, also this. Call this."


@pytest.mark.parametrize("formula", FORMULAS)
def test_plain_words_have_a_low_grade_and_hard_ones_a_high_one(formula: str) -> None:
    style = Style(FORMULAS[formula], 6, (), (), ())
    grade = ReadingGrade()
    assert grade.is_there
    assert grade.of([PLAIN[formula]], style) < 4
    assert grade.of([HARD[formula]], style) > 6
    assert grade.of([PLAIN[formula]], style) < 4


def test_a_disease_does_not_make_a_text_hard() -> None:
    grade = ReadingGrade()
    assert grade.of(["It can be ALS."], STYLE) == grade.of(["It can be peripheral neuropathy."], STYLE)


def test_grades_of_two_languages_do_not_disturb_each_other() -> None:
    english, spanish = (Style(FORMULAS[name], 6, (), (), ()) for name in ("flesch-kincaid", "crawford"))
    grade = ReadingGrade()
    alone = grade.of([HARD["flesch-kincaid"]], english)
    assert grade.of([HARD["crawford"]], spanish) == ReadingGrade().of([HARD["crawford"]], spanish)
    assert grade.of([HARD["flesch-kincaid"]], english) == alone


@pytest.mark.filterwarnings("ignore:pkg_resources")  # textstat's own, told to whoever imports it first
@pytest.mark.parametrize(
    ("name", "method"), [("flesch-kincaid", "flesch_kincaid_grade"), ("crawford", "crawford")]
)
def test_the_coefficients_are_those_of_the_published_formula(name: str, method: str) -> None:
    counter = importlib.import_module("textstat.textstat").textstatistics()
    counter.set_lang(FORMULAS[name].syllables)
    style = Style(FORMULAS[name], 6, (), (), ())
    for text in (PLAIN[name], HARD[name]):
        assert ReadingGrade().of([text], style) == pytest.approx(getattr(counter, method)(text), abs=0.11)


def test_a_text_without_words_has_the_lowest_grade_there_is() -> None:
    assert ReadingGrade().of([], STYLE) == pytest.approx(-15.6)


def test_a_language_without_a_dictionary_of_syllables_cannot_be_measured() -> None:
    formula = dataclasses.replace(STYLE.formula, syllables="xx")
    assert not ReadingGrade().can_measure(dataclasses.replace(STYLE, formula=formula))
    assert ReadingGrade().can_measure(STYLE)


def test_what_textstat_warns_of_does_not_reach_staff(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def load(name: str) -> ModuleType:
        warnings.warn("pkg_resources is deprecated as an API.", UserWarning, stacklevel=2)
        return real(name)

    monkeypatch.setattr("kiosk.content.style.importlib.import_module", load)
    assert ReadingGrade().can_measure(STYLE)
