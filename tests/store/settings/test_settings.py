"""kiosk.toml: what works, and for each mistake the file, the line and what is wrong."""

import dataclasses
import datetime
import itertools
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import get_type_hints

import pytest

from kiosk.content.placeholders import PLACEHOLDERS
from kiosk.core.errors import SettingsError
from kiosk.core.unbroken import unbroken
from kiosk.store.settings import sense, settings
from kiosk.store.settings.keys import (
    LANGUAGES_FILE,
    US_LANGUAGES,
    CallbackFiles,
    Clinic,
    SettingsFile,
)
from kiosk.store.settings.layers import settings_files, stray_settings
from kiosk.store.settings.reference import INTRODUCTION, MEANINGS, settings_file
from kiosk.store.settings.settings import (
    DEFAULT_FILE,
    INSTALLED_SPOOL,
    Settings,
    assets_folder,
    content_folder,
    load_settings,
    qml_folder,
    stand_in,
    words_folder,
)
from tests.bad_files import NO_FILES

SETTINGS = settings_file(
    {
        "kiosk_name": "lobby",
        "demonstration": True,
        "calm": False,
        "theme": "standard",
        "screen_diagonal": 21.5,
        "languages": ("en", "es"),
        "spoken_languages": ("zh", "vi"),
        "country": "US",
        "emergency_number": "911",
        "self_check": "guided",
        "clinic_content": "",
        "clinic.name": "Your Clinic",
        "clinic.phone": "(202) 555-0143",
        "clinic.call_back_within_days": 2,
        "clinic.caller_number": "(202) 555-0143",
        "clinic.open_weekdays": ("monday", "friday"),
        "clinic.closed_days": (datetime.date(2026, 12, 25), datetime.date(2027, 1, 1)),
        "callback.recipients": "recipients.txt",
        "callback.spool": "spool",
        "callback.share": "share",
        "callback.delete_after_days": 7,
        "callback.most_in_10_minutes": 6,
        "callback.most_a_day": 60,
    }
)
"""Every key with a value."""

SHORTEST = """\
[clinic]
name = "Hill Clinic"
phone = "(202) 555-0143"
call_back_within_days = 2

[callback]
recipients = "recipients.txt"
spool = "spool"
"""
NAME = 'name = "Hill Clinic"'
REPOSITORY = Path(__file__).resolve().parents[3]


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


def _missing(table: str, line: str) -> str:
    key = line.split(" =", maxsplit=1)[0]
    return f"missing key {key!r}: write {line} below [{table}], here or in a file in conf.d"


def test_the_example_with_its_comments_works(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SETTINGS))
    assert loaded.file == SettingsFile(
        clinic=Clinic(
            "Your Clinic",
            "(202) 555-0143",
            2,
            "(202) 555-0143",
            ("monday", "friday"),
            (datetime.date(2026, 12, 25), datetime.date(2027, 1, 1)),
        ),
        callback=CallbackFiles("recipients.txt", "spool", "share", 7, 6, 60),
        kiosk_name="lobby",
        demonstration=True,
        screen_diagonal=21.5,
        languages=("en", "es"),
        spoken_languages=("zh", "vi"),
        country="US",
        emergency_number="911",
        self_check="guided",
    )
    assert loaded.is_usable


@pytest.mark.parametrize(
    ("key", "least", "most", "step"),
    [
        ("clinic.call_back_within_days", 1, 60, 1),
        ("callback.delete_after_days", 0, 30, 1),
        ("callback.most_in_10_minutes", 1, 60, 1),
        ("callback.most_a_day", 1, 1000, 1),
        ("screen_diagonal", 7, 100, 0.1),
    ],
)
def test_a_number_may_be_the_least_and_the_most_and_nothing_beyond(
    tmp_path: Path, key: str, least: int, most: int, step: float
) -> None:
    name = key.rpartition(".")[2]
    for value in (least, most):
        load_settings(_write(tmp_path, _with(key, f"{name} = {value}")))
    for beyond in (least - step, most + step):
        complaint = _complaint(tmp_path, _with(key, f"{name} = {beyond}"))
        assert f":{_line(key)}: {key}: must be from {least} to {most}, such as " in complaint


@pytest.mark.parametrize(("line", "share"), [('share = "share"', "share"), ('share = ""', None)])
def test_a_share_lies_beside_the_settings_and_none_is_none(
    tmp_path: Path, line: str, share: str | None
) -> None:
    loaded = load_settings(_write(tmp_path, _with("callback.share", line)))
    assert loaded.share == (None if share is None else tmp_path / share)


def test_a_path_may_have_one_letter(tmp_path: Path) -> None:
    assert load_settings(_write(tmp_path, _with("callback.spool", 'spool = "s"'))).spool == tmp_path / "s"


def test_the_reference_says_what_a_key_takes() -> None:
    lines = settings_file({}).split("\n")
    said = {line.split(" =")[0]: before for before, line in itertools.pairwise(lines)}
    assert said["#calm"].endswith(" (true or false)")
    assert said["#theme"].endswith(" (standard, dark, high-contrast)")
    assert said["#delete_after_days"].endswith(" (0 to 30)")
    assert not said["#kiosk_name"].endswith(")")


def test_the_reference_tells_of_every_key_there_is_and_of_no_other() -> None:
    assert sorted(MEANINGS) == sorted(KEYS)
    assert [key for key in KEYS if not _line(key)] == []


def test_what_a_file_leaves_out_is_what_the_readme_says(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(SHORTEST)
    file = load_settings(path, {}).file
    assert file == SettingsFile(
        Clinic(
            "Hill Clinic",
            "(202) 555-0143",
            2,
            caller_number="",
            open_weekdays=("monday", "tuesday", "wednesday", "thursday", "friday"),
            closed_days=(),
        ),
        CallbackFiles(
            file.callback.recipients,
            file.callback.spool,
            share="",
            delete_after_days=7,
            most_in_10_minutes=6,
            most_a_day=60,
        ),
        kiosk_name=None,
        demonstration=False,
        calm=False,
        theme="standard",
        screen_diagonal=None,
        languages=("en",),
        country="US",
        emergency_number="911",
        self_check="static",
        clinic_content="",
    )


def test_the_reference_without_values_has_every_key_at_its_default_behind_a_mark(tmp_path: Path) -> None:
    shipped = settings_file({}).removeprefix(INTRODUCTION)
    for key in KEYS:
        assert re.search(rf"^# .+\n#{key.rpartition('.')[2]} =", shipped, re.MULTILINE), key
    defaults = re.sub(r"^#(\w+ = (?!\(must).+)$", r"\1", shipped, flags=re.MULTILINE)
    missing = [line.split(": ", 1)[1] for line in _complaint(tmp_path, defaults).split("\n")]
    assert missing == [
        _missing("clinic", NAME),
        _missing("clinic", 'phone = "(202) 555-0143"'),
        _missing("clinic", "call_back_within_days = 2"),
        _missing("callback", 'recipients = "recipients.txt"'),
        _missing("callback", 'spool = "/var/lib/kiosk/spool"'),
    ]


def test_a_value_for_no_key_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError, match=r"clinic\.fax"):
        settings_file({"clinic.fax": "1"})


def test_what_is_left_out_is_set_to_what_is_safe(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SHORTEST))
    assert loaded.file == SettingsFile(
        Clinic("Hill Clinic", "(202) 555-0143", 2),
        CallbackFiles("recipients.txt", "spool", delete_after_days=7),
        kiosk_name=None,
        demonstration=False,
        screen_diagonal=None,
        languages=("en",),
        country="US",
        emergency_number="911",
        self_check="static",
    )


def test_a_broken_settings_file_names_file_line_and_what_is_wrong(tmp_path: Path) -> None:
    complaint = _complaint(tmp_path, _with("clinic.call_back_within_days", "call_back_within_days = 0"))
    key = "clinic.call_back_within_days"
    line = _line(key)
    assert complaint == f"{tmp_path / 'kiosk.toml'}:{line}: {key}: must be from 1 to 60, such as 2, not 0"


@pytest.mark.parametrize("key", KEYS)
def test_a_value_of_the_wrong_type_is_reported_at_its_line(tmp_path: Path, key: str) -> None:
    name = key.rpartition(".")[2]
    complaint = _complaint(tmp_path, _with(key, f"{name} = {{ wrong = 1 }}"))
    assert complaint.startswith(f"{tmp_path / 'kiosk.toml'}:{_line(key)}: {key}: must be ")
    assert complaint.endswith("not a table of values")
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
        (
            "kiosk_name",
            '"Front Desk"',
            'must be 1 to 32 small letters, digits and hyphens, such as "lobby-2"',
        ),
        ("kiosk_name", '"lobby\\n"', 'must be 1 to 32 small letters, digits and hyphens, such as "lobby-2"'),
        ("kiosk_name", '""', 'must be 1 to 32 small letters, digits and hyphens, such as "lobby-2"'),
        ("country", '"us"', 'must be two capital letters, such as "US"'),
        ("country", '"US\\n"', 'must be two capital letters, such as "US"'),
        ("emergency_number", '"nine"', 'must be 2 to 5 digits in quotation marks, such as "911"'),
        ("emergency_number", '"911\\n"', 'must be 2 to 5 digits in quotation marks, such as "911"'),
        (
            "emergency_number",
            "911",
            'emergency_number: must be text: put quotation marks around it, such as "911"',
        ),
        ("screen_diagonal", "6.9", "must be from 7 to 100, such as 15.6, not 6.9"),
        ("screen_diagonal", "nan", "must be from 7 to 100, such as 15.6, not nan"),
        ("screen_diagonal", "100.5", "must be from 7 to 100, such as 15.6, not 100.5"),
        ("languages", "[]", 'must not be empty: write something such as ["en", "es"]'),
        ("languages", '["en", ""]', 'entry 2: must not be empty: write something such as "en"'),
        ("self_check", '"poster"', "must be one of guided, static, off, not 'poster'"),
        ("demonstration", '"yes"', "must be true or false, not text"),
        ("clinic.name", '""', 'must not be empty: write something such as "Hill Clinic"'),
        ("clinic.phone", '""', 'must not be empty: write something such as "(202) 555-0143"'),
        ("clinic.call_back_within_days", "61", "must be from 1 to 60, such as 2, not 61"),
        ("clinic.open_weekdays", "[]", 'must not be empty: write something such as ["monday", "tuesday"]'),
        ("clinic.open_weekdays", '["mon"]', "entry 1: must be one of monday, tuesday, wednesday, thursday, "),
        ("clinic.open_weekdays", '["Monday"]', "not 'Monday'; did you mean 'monday'?"),
        (
            "clinic.closed_days",
            '[2026-12-25, "1 Jan"]',
            "entry 2: must be a date without quotation marks, such",
        ),
        (
            "clinic.closed_days",
            "[2026-12-25T10:00:00Z]",
            "entry 1: must be a date without quotation marks, such",
        ),
        ("clinic.closed_days", "[2026-02-30]", "not valid TOML: "),
        ("callback.recipients", '""', 'must not be empty: write something such as "recipients.txt"'),
        ("callback.spool", '""', 'must not be empty: write something such as "/var/lib/kiosk/spool"'),
        ("callback.delete_after_days", "31", "must be from 0 to 30, such as 7, not 31"),
        ("callback.delete_after_days", "-1", "must be from 0 to 30, such as 7, not -1"),
    ],
)
def test_a_value_a_kiosk_cannot_work_with_is_refused(
    tmp_path: Path, key: str, value: str, message: str
) -> None:
    complaint = _complaint(tmp_path, _with(key, f"{key.rpartition('.')[2]} = {value}"))
    assert complaint.startswith(f"{tmp_path / 'kiosk.toml'}:{_line(key)}: ")
    assert message in complaint


@pytest.mark.parametrize("key", ["clinic.name", "clinic.phone", "clinic.caller_number"])
@pytest.mark.parametrize("unseen", ["\\n", "\\r", "\\t", "\\u0085", "\\u2028", "\\u2029", "\\u0000"])
def test_what_visitors_read_of_the_clinic_is_one_line(tmp_path: Path, key: str, unseen: str) -> None:
    complaint = _complaint(tmp_path, _with(key, f'{key.rpartition(".")[2]} = "(202) 555{unseen}0143"'))
    message = "write it on one line: it holds a line break, a tab or another control character"
    assert complaint == f"{tmp_path / 'kiosk.toml'}:{_line(key)}: {key}: {message}"


def test_bytes_of_the_environment_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"KIOSK_CLINIC__NAME: clinic\.name: write it on one line"):
        load_settings(_write(tmp_path, SHORTEST), {"KIOSK_CLINIC__NAME": "Cl\udcednica"})


@pytest.mark.parametrize("key", ["clinic.name", "clinic.phone", "clinic.caller_number"])
def test_what_visitors_read_of_the_clinic_is_short(tmp_path: Path, key: str) -> None:
    name = key.rpartition(".")[2]
    load_settings(_write(tmp_path, _with(key, f'{name} = "{"1" * 80}"')))
    complaint = _complaint(tmp_path, _with(key, f'{name} = "{"1" * 81}"'))
    message = "81 characters; at most 80 have room on a screen and in a code"
    assert complaint == f"{tmp_path / 'kiosk.toml'}:{_line(key)}: {key}: {message}"


@pytest.mark.parametrize(
    "name", ["O\u2019Neill & Söhne; Knee, Nerve \\ Muscle", "Clínica Peña", "诊所", "a\u200db"]
)
def test_any_other_sign_may_stand_in_a_name(tmp_path: Path, name: str) -> None:
    assert load_settings(_write(tmp_path, _with("clinic.name", f"name = '{name}'"))).file.clinic.name == name


def test_two_problems_in_one_file_are_both_reported_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    told = 'must be text: put quotation marks around it, such as "/var/lib/kiosk/spool"'
    text = SHORTEST.replace('"spool"', "7").replace('name = "Hill Clinic"\n', "")
    assert _complaint(tmp_path, text).split("\n") == [
        f"{path}:1: {_missing('clinic', NAME)}",
        f"{path}:7: callback.spool: {told}",
    ]


def test_a_missing_table_and_a_value_in_the_place_of_a_table_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    assert _complaint(tmp_path, 'country = "US"\nclinic = 1\n').split("\n") == [
        f"{path}:2: clinic: write [clinic] on a line of its own, and its keys below it",
        f"{path}:1: missing table [callback]: begin it here or in a file in conf.d",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[clinic\n", ":1: not valid TOML: "),
        (b'a = "\xff"\n', ": the file is not UTF-8 text (line 1): save it once more as UTF-8"),
    ],
)
def test_a_file_that_is_no_toml_is_a_settings_error_too(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(data)
    with pytest.raises(SettingsError, match=re.escape(f"{path}{message}")):
        load_settings(path)


def test_a_missing_settings_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(
        SettingsError,
        match=r"kiosk\.toml: the file is missing: write it anew with kiosk settings >/.+/kiosk\.toml$",
    ):
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
        "phone": unbroken("(202) 555-0143"),
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
        SETTINGS.replace('"es"', '"xx"'),
    )
    line = path.read_text(encoding="utf-8").split("\n").index('languages = ["en", "xx"]') + 1

    with pytest.raises(SettingsError) as caught:
        load_settings(path)

    there = ", ".join(sorted(folder.name for folder in content_folder().iterdir() if folder.is_dir()))
    assert (
        str(caught.value)
        == f"{path}:{line}: languages: there are no texts in 'xx'; there are some in {there}"
    )


@pytest.mark.parametrize("mode", ["guided", "static", "off"])
def test_the_self_check_has_three_modes(tmp_path: Path, mode: str) -> None:
    path = _write(tmp_path, re.sub(r'self_check = "\w+"', f'self_check = "{mode}"', SETTINGS))

    assert load_settings(path).file.self_check == mode


def test_texts_and_words_are_the_shipped_ones(tmp_path: Path) -> None:
    settings = load_settings(_write(tmp_path, SETTINGS))

    assert (settings.content, settings.words) == (content_folder(), words_folder())


SITE = """\
theme = "dark"

[clinic]
phone = "(202) 555-0199"
"""


def _conf(folder: Path, name: str, text: str) -> Path:
    (folder / "conf.d").mkdir(exist_ok=True)
    path = folder / "conf.d" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_files_of_conf_d_go_over_the_settings_in_the_order_of_their_names(tmp_path: Path) -> None:
    _conf(tmp_path, "50-site.toml", SITE)
    _conf(tmp_path, "90-room.toml", 'theme = "high-contrast"\nlanguages = ["es"]\n')
    _conf(tmp_path, "notes.txt", "not read")
    loaded = load_settings(_write(tmp_path, SHORTEST))

    assert (loaded.file.theme, loaded.file.languages) == ("high-contrast", ("es",))
    assert loaded.file.clinic == Clinic("Hill Clinic", "(202) 555-0199", 2)
    assert loaded.layers == ("kiosk.toml", "50-site.toml", "90-room.toml")


LEFT_BY_EDITORS = (
    *(".#50-site.toml", "#50-site.toml#", "50-site.toml~", ".50-site.toml.swp", "._50-site.toml"),
    *(
        "~$50-site.toml",
        ".hidden.toml",
        "50-site.toml.bak",
        "50-site.toml.dpkg-dist",
        "Thumbs.db",
        ".DS_Store",
    ),
)


def test_what_editors_and_systems_leave_in_conf_d_is_passed_over(tmp_path: Path) -> None:
    for name in LEFT_BY_EDITORS[1:]:
        _conf(tmp_path, name, "{")
    (tmp_path / "conf.d" / LEFT_BY_EDITORS[0]).symlink_to("ana@kiosk.1234:1")
    path = _write(tmp_path, SHORTEST)
    assert load_settings(path).layers == ("kiosk.toml",)
    assert settings_files(path) == [path]
    assert stray_settings(path) == []


def test_what_looks_like_settings_and_is_not_read_is_named(tmp_path: Path) -> None:
    for name in ("60.conf", "60.TOML", "60.toml.txt", "60.toml", "README"):
        _conf(tmp_path, name, "")
    assert [path.name for path in stray_settings(tmp_path / "kiosk.toml")] == [
        "60.TOML",
        "60.conf",
        "60.toml.txt",
    ]


@pytest.mark.parametrize("bad", NO_FILES)
def test_a_conf_d_that_is_no_folder_is_named(tmp_path: Path, bad: str) -> None:
    path = _write(tmp_path, SHORTEST)
    NO_FILES[bad](tmp_path / "conf.d")
    assert settings_files(path) == [path]
    assert stray_settings(path) == []
    if bad in {"folder", "dead link"}:
        assert load_settings(path).layers == ("kiosk.toml",)
    else:
        with pytest.raises(
            SettingsError, match=r"conf\.d: its files cannot be looked for .*must be a folder"
        ):
            load_settings(path)


@pytest.mark.parametrize("bad", NO_FILES)
def test_a_settings_file_that_is_none_is_one_sentence(tmp_path: Path, bad: str) -> None:
    NO_FILES[bad](tmp_path / "kiosk.toml")
    with pytest.raises(SettingsError, match=r"kiosk\.toml: the file (is missing|cannot be read)"):
        load_settings(tmp_path / "kiosk.toml")


@pytest.mark.parametrize("key", ["recipients", "spool", "share"])
def test_a_name_that_no_file_has_is_named_with_its_line(tmp_path: Path, key: str) -> None:
    others = {"recipients": '"recipients.txt"', "spool": '"spool"'} | {key: '"a\\u0000b"'}
    said = "".join(f"{each} = {value}\n" for each, value in others.items())
    path = _write(tmp_path, f"{SHORTEST.split('[callback]', maxsplit=1)[0]}[callback]\n{said}")
    with pytest.raises(
        SettingsError, match=r"kiosk\.toml:\d+: callback\.\w+: no file or folder has such a name"
    ) as refused:
        load_settings(path)
    assert "\0" not in str(refused.value)


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/", "/ holds much besides the clinic's texts: give these a folder of their own"),
        ("..", "holds much besides"),
        ("/dev/zero", "nothing can be kept there: name a place on a disk"),
        ("kiosk.toml", "there is no folder"),
        ("a\\u0000b", "no file or folder has such a name"),
    ],
)
def test_a_folder_of_texts_that_is_none_is_named(tmp_path: Path, folder: str, told: str) -> None:
    path = _write(tmp_path, f'clinic_content = "{folder}"\n{SHORTEST}')
    with pytest.raises(SettingsError) as refused:
        load_settings(path)
    assert told in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_folder_of_texts_that_the_kiosk_may_not_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    path = _write(tmp_path, f'clinic_content = "own"\n{SHORTEST}')
    assert load_settings(path).clinic_content == tmp_path / "own"
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SettingsError, match="own cannot be read: let the kiosk's user read it"):
        load_settings(path)


def test_the_environment_goes_over_every_file(tmp_path: Path) -> None:
    _conf(tmp_path, "50-site.toml", SITE)
    environment = {
        "KIOSK_THEME": "standard",
        "KIOSK_CALM": "true",
        "KIOSK_LANGUAGES": '["es", "en"]',
        "KIOSK_SCREEN_DIAGONAL": "15.6",
        "KIOSK_EMERGENCY_NUMBER": "112",
        "KIOSK_CLINIC__NAME": "Lake Clinic",
        "KIOSK_CALLBACK__MOST_A_DAY": "5",
        "HOME": "/",
    }
    file = load_settings(_write(tmp_path, SHORTEST), environment).file

    assert (file.theme, file.calm, file.languages, file.screen_diagonal) == (
        "standard",
        True,
        ("es", "en"),
        15.6,
    )
    assert (file.emergency_number, file.clinic.name, file.callback.most_a_day) == ("112", "Lake Clinic", 5)


def test_a_language_without_a_name_is_told_with_its_line_and_those_that_have_one(tmp_path: Path) -> None:
    complaint = _complaint(tmp_path, _with("spoken_languages", 'spoken_languages = ["vi", "xx"]'))
    line = _line("spoken_languages")
    assert (
        f":{line}: spoken_languages: no language has the code 'xx'; there are am, ar, bn, bs, ckb, "
        in complaint
    )
    assert len(complaint.splitlines()) == 1


def test_there_is_another_language_to_name(tmp_path: Path) -> None:
    complaint = _complaint(tmp_path, _with("spoken_languages", 'spoken_languages = ["en", "es"]'))
    assert complaint.endswith("name a language beside those of languages, such as 'vi'")


def test_where_the_names_of_languages_cannot_be_read_none_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sense, "LANGUAGES_FILE", "no-languages.toml")
    complaint = _complaint(tmp_path, SETTINGS)
    assert "no language has the code 'zh'; there are \n" in complaint + "\n"


def test_every_language_of_a_kiosk_as_shipped_has_a_name() -> None:
    named = tomllib.loads((content_folder() / LANGUAGES_FILE).read_text("utf-8"))
    assert set(US_LANGUAGES) <= set(named)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('them = "dark"\n', ":1: unknown key 'them'; did you mean 'theme'?"),
        (
            "\n[clinic]\ncall_back_within_days = 0\n",
            ":3: clinic.call_back_within_days: must be from 1 to 60, such as 2, not 0",
        ),
        ('languages = ["xx"]\n', ":1: languages: there are no texts in 'xx'; there are some in en, es"),
        ("calm\n", ":1: not valid TOML: "),
        ("clinic = 1\n", ":1: clinic: write [clinic] on a line of its own, and its keys below it"),
    ],
)
def test_a_mistake_in_conf_d_is_named_with_that_file_and_line(
    tmp_path: Path, text: str, message: str
) -> None:
    path = _conf(tmp_path, "50-site.toml", text)
    assert _complaint(tmp_path, SHORTEST).startswith(f"{path}{message}")


def test_what_is_missing_everywhere_is_missing_where_its_table_begins(tmp_path: Path) -> None:
    _conf(tmp_path, "50-site.toml", '[clinic]\nphone = "(202) 555-0100"\n')
    base = SHORTEST.replace('name = "Hill Clinic"\n', "")
    told = _missing("clinic", NAME)
    assert _complaint(tmp_path, base) == f"{tmp_path / 'kiosk.toml'}:1: {told}"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("KIOSK_THEEM", "dark", "no setting has this name; did you mean KIOSK_THEME?"),
        ("KIOSK_THEME", "pink", "theme: must be one of standard, dark, high-contrast, not 'pink'"),
        ("KIOSK_CALM", "perhaps", "calm: must be true or false, not text"),
        ("KIOSK_CLINIC__FAX", "1", "no setting has this name; kiosk settings lists all there are"),
    ],
)
def test_a_mistake_in_the_environment_is_named_with_its_variable(
    tmp_path: Path, name: str, value: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(_write(tmp_path, SHORTEST), {name: value})
    assert str(caught.value) == f"environment variable {name}: {message}"


def test_any_layer_changes_the_version(tmp_path: Path) -> None:
    path = _write(tmp_path, SHORTEST)
    versions = {load_settings(path, {}).version, load_settings(path, {"KIOSK_CALM": "true"}).version}
    _conf(tmp_path, "50-site.toml", SITE)
    versions.add(load_settings(path, {}).version)
    assert len(versions) == 3


def test_a_folder_of_own_texts_must_be_there(tmp_path: Path) -> None:
    text = f'clinic_content = "ours"\n{SHORTEST}'
    complaint = f"{tmp_path / 'kiosk.toml'}:1: clinic_content: there is no folder {tmp_path / 'ours'}"
    assert _complaint(tmp_path, text) == complaint
    (tmp_path / "ours").mkdir()
    assert load_settings(_write(tmp_path, text)).clinic_content == tmp_path / "ours"


@pytest.mark.skipif(sys.platform == "win32", reason="where Windows keeps them stands in its environment")
def test_an_installed_kiosk_reads_and_keeps_where_the_package_puts_things() -> None:
    assert Path("/etc/kiosk/kiosk.toml") == DEFAULT_FILE
    assert Path("/var/lib/kiosk/spool") == INSTALLED_SPOOL


def test_settings_are_not_poured_into_a_log(tmp_path: Path) -> None:
    loaded = load_settings(_write(tmp_path, SETTINGS))
    for part in (loaded, loaded.file, loaded.file.clinic, loaded.file.callback):
        assert "Your Clinic" not in repr(part)
        assert "recipients" not in repr(part)


def test_the_reference_says_which_keys_must_be_set() -> None:
    lines = settings_file({}).split("\n")
    assert {line.split(" =")[0] for line in lines if "must be set" in line} == {
        "#name",
        "#phone",
        "#call_back_within_days",
        "#recipients",
        "#spool",
    }
