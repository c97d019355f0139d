"""kiosk.toml: what works, and for each mistake the file, the line and what is wrong."""

import dataclasses
import re
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

from kiosk.core.errors import SettingsError
from kiosk.desk.demonstration import SETTINGS
from kiosk.store import settings
from kiosk.store.content_files import PLACEHOLDERS
from kiosk.store.settings import (
    CallbackFiles,
    Clinic,
    Settings,
    SettingsFile,
    assets_folder,
    content_folder,
    load_settings,
    qml_folder,
    stand_in,
    words_folder,
)

SHORTEST = """\
[clinic]
name = "Hill Clinic"
phone = "(202) 555-0143"
call_back_within_days = 2

[callback]
recipients = "recipients.txt"
spool = "spool"
"""
REPOSITORY = Path(__file__).resolve().parents[2]


def _keys() -> list[str]:
    """Return every key there is, with the table it stands in."""
    keys: list[str] = []
    for name, kind in get_type_hints(SettingsFile).items():
        keys += (
            [f"{name}.{f.name}" for f in dataclasses.fields(kind)]
            if dataclasses.is_dataclass(kind)
            else [name]
        )
    return keys


KEYS = _keys()


def _write(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _line(key: str) -> int:
    """Return the line of the example that sets a key."""
    table, _, name = key.rpartition(".")
    here = ""
    for number, line in enumerate(SETTINGS.split("\n"), start=1):
        if header := re.match(r"\[(\w+)\]", line):
            here = header[1]
        elif here == table and line.startswith(f"{name} ="):
            return number
    raise AssertionError(f"the example does not set {key}")


def _with(key: str, replacement: str) -> str:
    lines = SETTINGS.split("\n")
    lines[_line(key) - 1] = replacement
    return "\n".join(lines)


def _complaint(folder: Path, text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(_write(folder, text))
    return str(caught.value)


def test_the_example_with_its_comments_works(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SETTINGS))
    assert loaded.file == SettingsFile(
        clinic=Clinic("Your Clinic", "(202) 555-0143", 2, "(202) 555-0143"),
        callback=CallbackFiles("recipients.txt", "spool", "share", 7, 6, 60),
        kiosk_name="demonstration",
        demonstration=True,
        screen_diagonal=21.5,
        languages=("en", "es"),
        country="US",
        emergency_number="911",
        self_check="guided",
    )
    assert loaded.is_usable


def test_the_example_shows_every_key_there_is() -> None:
    assert [key for key in KEYS if not _line(key)] == []


def test_what_is_left_out_is_set_to_what_is_safe(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SHORTEST))
    assert loaded.file == SettingsFile(
        Clinic("Hill Clinic", "(202) 555-0143", 2),
        CallbackFiles("recipients.txt", "spool", delete_after_days=7),
        kiosk_name="kiosk",
        demonstration=False,
        screen_diagonal=None,
        languages=("en",),
        country="US",
        emergency_number="911",
        self_check="static",
    )


def test_a_broken_settings_file_names_file_line_and_what_is_wrong(tmp_path: Path) -> None:
    complaint = _complaint(tmp_path, _with("clinic.call_back_within_days", "call_back_within_days = 0"))
    line = _line("clinic.call_back_within_days")
    assert complaint == f"{tmp_path / 'kiosk.toml'}:{line}: Expected `int` >= 1"


@pytest.mark.parametrize("key", KEYS)
def test_a_value_of_the_wrong_type_is_reported_at_its_line(tmp_path: Path, key: str) -> None:
    name = key.rpartition(".")[2]
    complaint = _complaint(tmp_path, _with(key, f"{name} = {{ wrong = 1 }}"))
    assert complaint.startswith(f"{tmp_path / 'kiosk.toml'}:{_line(key)}: Expected `")
    assert "got `object`" in complaint
    assert "\n" not in complaint


@pytest.mark.parametrize("key", KEYS)
def test_a_misspelt_key_comes_with_the_key_that_was_meant(tmp_path: Path, key: str) -> None:
    name = key.rpartition(".")[2]
    misspelt = f"{name[:-2]}{name[-1]}"
    complaint = _complaint(tmp_path, _with(key, f"{misspelt} = 1"))
    place = f"{tmp_path / 'kiosk.toml'}:{_line(key)}"
    assert f"{place}: unknown key {misspelt!r}; did you mean {name!r}?" in complaint.split("\n")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("kiosk_name", '"Front Desk"', "matching regex"),
        ("kiosk_name", '"lobby\\n"', "matching regex"),
        ("kiosk_name", '""', "matching regex"),
        ("country", '"us"', "matching regex"),
        ("country", '"US\\n"', "matching regex"),
        ("emergency_number", '"nine"', "matching regex"),
        ("emergency_number", '"911\\n"', "matching regex"),
        ("emergency_number", "911", "Expected `str`, got `int`"),
        ("screen_diagonal", "6.9", "Expected `float` >= 7"),
        ("screen_diagonal", "nan", "Expected `float` >= 7"),
        ("screen_diagonal", "100.5", "Expected `float` <= 100"),
        ("languages", "[]", "Expected `array` of length >= 1"),
        ("languages", '["en", ""]', "Expected `str` of length >= 1 - at `[1]`"),
        ("self_check", '"poster"', "Invalid enum value 'poster'"),
        ("demonstration", '"yes"', "Expected `bool`, got `str`"),
        ("clinic.name", '""', "Expected `str` of length >= 1"),
        ("clinic.phone", '""', "Expected `str` of length >= 1"),
        ("clinic.call_back_within_days", "61", "Expected `int` <= 60"),
        ("callback.recipients", '""', "Expected `str` of length >= 1"),
        ("callback.spool", '""', "Expected `str` of length >= 1"),
        ("callback.delete_after_days", "31", "Expected `int` <= 30"),
        ("callback.delete_after_days", "-1", "Expected `int` >= 0"),
    ],
)
def test_a_value_a_kiosk_cannot_work_with_is_refused(
    tmp_path: Path, key: str, value: str, message: str
) -> None:
    complaint = _complaint(tmp_path, _with(key, f"{key.rpartition('.')[2]} = {value}"))
    assert complaint.startswith(f"{tmp_path / 'kiosk.toml'}:{_line(key)}: ")
    assert message in complaint


def test_two_problems_in_one_file_are_both_reported_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    text = SHORTEST.replace('"spool"', "7").replace('name = "Hill Clinic"\n', "")
    assert _complaint(tmp_path, text).split("\n") == [
        f"{path}:1: missing key 'name'",
        f"{path}:7: Expected `str`, got `int`",
    ]


def test_a_missing_table_and_a_value_in_the_place_of_a_table_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    assert _complaint(tmp_path, 'country = "US"\nclinic = 1\n').split("\n") == [
        f"{path}:2: expected a table of values, found int",
        f"{path}:1: missing key 'callback'",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"[clinic\n", ":1: not valid TOML: "), (b'a = "\xff"\n', ": the file is not UTF-8 text (byte 5)")],
)
def test_a_file_that_is_no_toml_is_a_settings_error_too(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(data)
    with pytest.raises(SettingsError, match=re.escape(f"{path}{message}")):
        load_settings(path)


def test_a_missing_settings_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"kiosk\.toml: the file is missing$"):
        load_settings(tmp_path / "kiosk.toml")


def test_paths_begin_at_the_folder_of_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    _write(tmp_path, SHORTEST.replace('"spool"', '"data/spool"'))
    monkeypatch.chdir(tmp_path / "elsewhere")
    loaded = load_settings(Path("../kiosk.toml"))
    assert (loaded.recipients, loaded.spool) == (tmp_path / "recipients.txt", tmp_path / "data" / "spool")


def test_an_absolute_path_stays_what_it_is(tmp_path: Path) -> None:
    spool = tmp_path / "disk" / "spool"
    loaded = load_settings(_write(tmp_path, SHORTEST.replace('"spool"', f"'{spool}'")))
    assert loaded.spool == spool


def test_any_edit_of_the_file_changes_its_version(tmp_path: Path) -> None:
    one, same, edited = (
        load_settings(_write(tmp_path, text)).version for text in (SHORTEST, SHORTEST, SHORTEST + "# seen\n")
    )
    assert one == same != edited
    assert re.fullmatch("[0-9a-f]{16}", one)


def test_the_placeholders_are_the_words_content_may_use(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SETTINGS.replace('"911"', '"112"')))
    assert loaded.placeholders == {
        "clinic": "Your Clinic",
        "phone": "(202) 555-0143",
        "emergency_number": "112",
        "call_days": "2",
        "delete_days": "7",
    }
    assert loaded.placeholders.keys() == PLACEHOLDERS


def test_the_stand_in_for_a_broken_file_is_never_taken_for_a_real_one(tmp_path: Path) -> None:
    standing_in = stand_in(tmp_path / "kiosk.toml")
    assert not standing_in.is_usable
    assert standing_in.file.languages == ("en",)
    assert (standing_in.recipients, standing_in.spool) == (tmp_path, tmp_path)
    assert isinstance(standing_in, Settings)


def test_from_source_everything_is_found_beside_the_program() -> None:
    assert not settings.is_frozen()
    assert (content_folder(), assets_folder()) == (REPOSITORY / "content", REPOSITORY / "assets")
    assert (qml_folder() / "Kiosk" / "App" / "qmldir").is_file()
    assert words_folder() == REPOSITORY / "build" / "words"


def test_installed_everything_is_found_in_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert settings.is_frozen()
    assert [content_folder(), assets_folder(), qml_folder(), words_folder()] == [
        tmp_path / "content",
        tmp_path / "assets",
        tmp_path / "kiosk" / "ui" / "qml",
        tmp_path / "words",
    ]


def test_a_language_without_texts_is_named_with_its_line_and_those_there_are(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        SETTINGS.replace("languages =", "# languages =").replace(
            "\n[clinic]", '\nlanguages = ["en", "xx"]\n\n[clinic]', 1
        ),
    )
    line = path.read_text(encoding="utf-8").split("\n").index('languages = ["en", "xx"]') + 1

    with pytest.raises(SettingsError) as caught:
        load_settings(path)

    assert str(caught.value) == f"{path}:{line}: there are no texts in 'xx'; there are some in en, es"


@pytest.mark.parametrize("mode", ["guided", "static", "off"])
def test_the_self_check_has_three_modes(tmp_path: Path, mode: str) -> None:
    path = _write(tmp_path, re.sub(r'self_check = "\w+"', f'self_check = "{mode}"', SETTINGS))

    assert load_settings(path).file.self_check == mode


def test_texts_and_words_are_the_shipped_ones(tmp_path: Path) -> None:
    settings = load_settings(_write(tmp_path, SETTINGS))

    assert (settings.content, settings.words) == (content_folder(), words_folder())
