"""Which language the desk speaks, and that its words are whole."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import Withdrawal
from kiosk.core.errors import SettingsError
from kiosk.core.staff_words import Catalog, in_english, speak, spoken, tr, tr_count
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.export.csv_list import write_raw_csv_list
from kiosk.desk.export.rows import CallList, Line
from kiosk.desk.languages import language_to_speak
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.queue.calls import taken_back
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.turns import CallingRules
from kiosk.desk.show import entry_fields
from kiosk.desk.staff_language import WORDS, catalog_of, speak_as, system_language
from tests.desk.conftest import NOW, make_request
from tests.desk.receptionist import fill
from tests.desk.staff_sentences import places_of, sentences, wrong_calls
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

LANGUAGES = sorted(file.stem for file in WORDS.glob("*.ts"))


@pytest.fixture(autouse=True)
def _spoken_before() -> Iterator[None]:
    yield
    speak(Catalog())


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    assert wrong_calls() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_no_other_one(language: str) -> None:
    translated, wanted = catalog_of(language).sentences, sentences()
    assert sorted(wanted.keys() - translated.keys()) == []
    assert sorted(translated.keys() - wanted.keys()) == []
    assert [key for key, forms in translated.items() if len(forms) != wanted[key]] == []
    assert [key for key, forms in translated.items() if not all(form.strip() for form in forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_the_mnemonic_and_the_blanks_of_its_sentence(language: str) -> None:
    for sentence, forms in catalog_of(language).sentences.items():
        for form in forms:
            is_one = len(forms) > 1 and form is forms[0]
            assert places_of(form) == places_of(sentence) or (
                is_one and places_of(form) | {"count", "name"} == places_of(sentence) | {"count", "name"}
            ), sentence
            assert form.count("&") == sentence.count("&"), sentence
            assert (form[:1] == " ", form[-1:] == " ") == (sentence[:1] == " ", sentence[-1:] == " "), (
                sentence
            )


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("auto", "es_MX.UTF-8", "es"),
        ("auto", "es", "es"),
        ("auto", "es-US", "es"),
        ("auto", "es.UTF-8", "es"),
        ("auto", "de_DE.UTF-8", "en"),
        ("auto", "C.UTF-8", "en"),
        ("auto", "", "en"),
        ("auto", "../es", "en"),
        ("es", "en_US.UTF-8", "es"),
        ("en", "es_MX.UTF-8", "en"),
    ],
)
def test_the_settings_choose_then_the_computer_then_english(choice: str, system: str, language: str) -> None:
    speak_as(choice, system)
    assert spoken() == language
    assert tr("The desk is locked.") == {"es": "La recepción está bloqueada."}.get(
        language, "The desk is locked."
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANGUAGE": "es:en", "LANG": "en_US.UTF-8"}, "es"),
        ({"LC_ALL": "", "LC_MESSAGES": "es_ES.UTF-8", "LANG": "en_US.UTF-8"}, "es_ES.UTF-8"),
        ({"LANG": "C.UTF-8"}, "C.UTF-8"),
        ({}, ""),
    ],
)
def test_a_computer_names_its_language(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(("count", "told"), [(0, "0 notas"), (1, "1 nota"), (2, "2 notas")])
def test_what_is_counted_has_two_forms(count: int, told: str) -> None:
    speak(Catalog("es", {"{count} notes": ("{count} nota", "{count} notas")}))
    assert tr_count(count, "{count} note", "{count} notes") == told
    speak(Catalog())
    assert tr_count(count, "{count} note", "{count} notes") == told.replace("nota", "note")


def test_other_programs_are_told_in_english_whatever_the_desk_speaks() -> None:
    speak_as("es", "")
    with in_english():
        assert tr("The desk is locked.") == "The desk is locked."
    assert tr("The desk is locked.") == "La recepción está bloqueada."


def test_a_language_without_words_is_a_mistake_in_desk_toml_named_with_its_line(tmp_path: Path) -> None:
    office = DeskFolder(tmp_path)
    office.settings_file.write_text('most_attempts = 3\nlanguage = "fr"\n', encoding="utf-8")
    speak_as("auto", "es_ES")
    with pytest.raises(SettingsError, match=r"desk\.toml:2: tiene que ser uno de estos: auto, en, es"):
        office.settings()
    office.save_settings(DeskSettings(language="es"))
    assert office.settings().language == "es"


def test_what_a_visitor_took_back_is_the_same_record_in_every_language() -> None:
    at = "2026-11-23T14:00:00Z"
    record = taken_back(Withdrawal(f"{1:032x}", "lobby", 1, at), at)
    speak_as("es", "")
    other = taken_back(Withdrawal(f"{1:032x}", "lobby", 1, at), at)
    assert other.id == record.id
    assert (other.who, other.said, other.told) == ("quien la pidió", "Retirada en el quiosco.", "cancelada")
    assert dataclasses.replace(other, by="the visitors", note="Reached").who == "the visitors"
    assert dataclasses.replace(other, by="ana", note="reached").said == "reached"


def test_what_programs_read_is_the_same_in_spanish(clinic: "Clinic", office: DeskFolder, stick: Path) -> None:
    wishes = {"spoken_language": "vi", "phone_hard": ("slowly",), "phone": "+19005551234"}
    fill(clinic, stick, make_request(1, **wishes))
    take_in(office, clinic.key, stick)
    [case] = read_board(office, clinic.key, NOW).cases
    english = entry_fields(case.entry)
    of_a_program = write_raw_csv_list(_list_of(case.entry)).decode().splitlines()
    speak_as("es", "")
    assert language_to_speak(case.entry.request) == "Vietnamita"
    assert case.entry.warning == "tarifa especial: la llamada cuesta más"
    assert entry_fields(case.entry) == {**english, "warning": case.entry.warning}
    assert english["warning"] == "premium rate: the call costs extra"
    header, row = write_raw_csv_list(_list_of(case.entry)).decode().splitlines()
    assert [header, row.replace(case.entry.warning, str(english["warning"]))] == of_a_program


def _list_of(entry: OpenedRequest) -> CallList:
    return CallList((Line(entry),), NOW, "ana", 1, "all", CallingRules())
