"""The content of several languages is read at once."""

import dataclasses
import datetime
from pathlib import Path

from kiosk.content.reading import read_languages
from kiosk.core.result import Err, Ok
from tests.clinic import Clinic

TODAY = datetime.date(2026, 11, 24)


def test_a_language_that_cannot_be_read_is_in_the_way_of_no_other(clinic: Clinic, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "es" / "cards").mkdir(parents=True)
    (own / "es" / "cards" / "4-injury.toml").write_text("number = ", encoding="utf-8")
    settings = dataclasses.replace(clinic.settings, clinic_content=own)
    read = read_languages(settings, ("en", "es"), TODAY)
    english, spanish = read["en"], read["es"]
    assert isinstance(english, Ok)
    assert english.value.cards[0].steps
    assert isinstance(spanish, Err)
    assert "4-injury.toml:1" in spanish.sentence
