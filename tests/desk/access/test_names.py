"""People are called what they are called; their files are called what every disk can keep."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KeyFileError
from kiosk.desk.access.names import key_file, people_in, person_name
from kiosk.store.recipients import DEMONSTRATION_LINE

NAMES = (
    "Maria López",
    "Ana García",
    "Dr. Smith",
    "O'Brien",
    "José",
    "王小明",
    "محمد",
    "شیر\u200cبیگم",
    "Анна",
    "../../etc/passwd",
    "CON",
    "nul",
    "com1",
    "ana",
    "Ana",
    "ANA",
    "a" * 64,
    "á" * 64,
    "-",
    "# demonstration",
)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "-"])
def test_any_name_is_taken_as_it_is(name: str) -> None:
    assert person_name(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Maria   López ", "Maria López"),
        (unicodedata.normalize("NFD", "Maria López"), "Maria López"),
        ("Maria\u00a0López\n", "Maria López"),
    ],
)
def test_blanks_and_decomposed_letters_make_no_other_person(typed: str, kept: str) -> None:
    assert person_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a name first"),
        (" \t", "Type a name first"),
        ("-", "Type a name first"),
        ("a" * 65, "too long: shorten it to 64"),
        ("Ana\x1b[31m", "cannot be seen"),
        ("Ana\u202egro", "cannot be seen"),
        ("Ana\udcff", "cannot be seen"),
        ("Recovery", "kept for the recovery key"),
        (DEMONSTRATION_LINE[2:], "kept for the demonstration"),
    ],
)
def test_what_nobody_is_called_is_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(KeyFileError, match=sentence):
        person_name(typed)


def test_every_name_has_a_file_of_its_own_on_every_disk(tmp_path: Path) -> None:
    files = [key_file(tmp_path, name).name for name in NAMES]
    assert len({name.casefold() for name in files}) == len(NAMES)
    for file in files:
        assert re.fullmatch(r"[a-z0-9_-]{1,64}\.key", file)
        assert not re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)\.key", file)
    assert key_file(tmp_path, "Maria López").name.startswith("maria-lopez-")
    assert key_file(tmp_path, "王小明").name.startswith("person-")


@given(st.text(max_size=80))
def test_a_name_is_refused_or_can_be_a_line_and_a_file(typed: str) -> None:
    try:
        name = person_name(typed)
    except KeyFileError:
        return
    assert len(f"# {name}".splitlines()) == 1
    assert person_name(name) == name
    assert re.fullmatch(r"[a-z0-9_-]{1,64}\.key", key_file(Path("nowhere"), name).name)


def test_keys_of_the_first_edition_are_found_under_their_names(tmp_path: Path) -> None:
    recipients = tmp_path / "recipients.txt"
    recipients.write_text("# recovery\nage1r\n# Front-Desk\nage1f\n# ana\nage1a\n", encoding="utf-8")
    for stem in ("recovery", "Front-Desk", "ana", "nobody-knows"):
        (tmp_path / f"{stem}.key").touch()
    assert people_in(tmp_path, recipients) == ("ana", "Front-Desk", "nobody-knows")
    assert key_file(tmp_path, "Front-Desk").name == "Front-Desk.key"
    assert key_file(tmp_path, "ana").name == "ana.key"


def test_a_disk_that_ignores_capitals_gives_nobody_the_key_of_another(tmp_path: Path) -> None:
    (tmp_path / "ana.key").touch()
    assert key_file(tmp_path, "Ana").name.casefold() != "ana.key"


def test_people_are_named_as_recipients_txt_names_them(tmp_path: Path) -> None:
    recipients = tmp_path / "recipients.txt"
    name = unicodedata.normalize("NFD", "Maria López")
    recipients.write_bytes(f"\ufeff# a note\n\n# {name}\r\nage1m\r\n# José\nage1j\n".encode())
    key_file(tmp_path, "Maria López").touch()
    assert people_in(tmp_path, recipients) == ("Maria López",)
    recipients.unlink()
    assert people_in(tmp_path, recipients) == (key_file(tmp_path, "Maria López").stem,)


def test_the_readable_part_of_a_file_has_forty_characters_at_most(tmp_path: Path) -> None:
    assert key_file(tmp_path, "A " + "b" * 50).name.startswith("a-" + "b" * 38 + "-")
