"""Which language to speak on the phone, as staff read it."""

import pytest

from kiosk.content import languages as names
from kiosk.desk.languages import language_to_speak
from tests.desk.conftest import make_request


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("", "English"),
        ("es", "Spanish"),
        ("vi", "Vietnamese"),
        ("zh", "Mandarin Chinese"),
        ("other", "another language"),
        ("ksw", "ksw"),
        ("Español", "Español"),
    ],
)
def test_staff_read_the_english_name_of_a_language_and_what_has_none_as_it_came(sent: str, told: str) -> None:
    assert language_to_speak(make_request(1, spoken_language=sent)) == told


def test_without_its_list_of_names_a_desk_shows_what_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "LANGUAGES_FILE", "no-languages.toml")
    names.names_in.cache_clear()
    assert language_to_speak(make_request(1, spoken_language="vi")) == "vi"
    names.names_in.cache_clear()
