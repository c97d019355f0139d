"""Settings as people write them, and what each is answered with: a sentence, soon, and never a traceback."""

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from kiosk.core.errors import SettingsError
from kiosk.store.settings import sense
from kiosk.store.settings.keys import LANGUAGES_FILE
from kiosk.store.settings.settings import content_folder, load_settings
from tests.bad_files import without_waiting

SHORTEST: Final = """\
[clinic]
name = "Hill Clinic"
phone = "(202) 555-0143"
call_back_within_days = 2

[callback]
recipients = "recipients.txt"
spool = "spool"
"""
TABLE: Final[dict[str, list[dict[str, Any]]]] = tomllib.loads(
    Path(__file__).with_name("mistakes.toml").read_text("utf-8")
)
VALUES: Final = [(case["key"], value, case["said"]) for case in TABLE["value"] for value in case["of"]]
NO_TABLES: Final = "\n".join(
    f":1: missing table [{table}]: begin it here or in a file in conf.d" for table in ("clinic", "callback")
)
WIDE: Final = ': the file is {} text ("Unicode" in some editors): save it once more as UTF-8'
NO_LINE: Final = ":1: not valid TOML: every line is a key with = and its value, a [table], or begins with #"


def _told(folder: Path, environment: dict[str, str] | None = None) -> str:
    """Return what is said of the settings in a folder, without the folder's name; "" for nothing."""
    with without_waiting():
        try:
            load_settings(folder / "kiosk.toml", environment or {})
        except SettingsError as refused:
            return str(refused).replace(f"{folder}/", "").replace(f"{folder}", "")
    return ""


def _of_text(folder: Path, text: str | bytes) -> str:
    (folder / "kiosk.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return _told(folder)


def test_there_are_as_many_as_were_tried_by_hand_and_none_is_there_twice() -> None:
    cases = [
        *((key, value) for key, value, _ in VALUES),
        *((case["lines"],) for case in TABLE["above"]),
        *((case["name"], case["value"]) for case in TABLE["variable"]),
        *((case["file"], case["text"]) for case in TABLE["laid_over"]),
    ]
    assert len(cases) == len(set(cases)) >= 300


@pytest.mark.parametrize(("key", "value", "said"), VALUES)
def test_what_is_said_of_a_value_is_said_at_its_line(tmp_path: Path, key: str, value: str, said: str) -> None:
    table, _, name = key.rpartition(".")
    lines = [line for line in SHORTEST.split("\n") if not line.startswith(f"{name} =")]
    number = lines.index(f"[{table}]") + 1 if table else 0
    text = "\n".join([*lines[:number], f"{name} = {value}", *lines[number:]])
    codes = sorted(tomllib.loads((content_folder() / LANGUAGES_FILE).read_text("utf-8")))
    expected = [
        f"kiosk.toml:{number + 1}: {line}"
        for line in said.replace("{codes}", ", ".join(codes)).split("\n")
        if line
    ]
    assert _of_text(tmp_path, text).split("\n") == (expected or [""])


@pytest.mark.parametrize("case", TABLE["above"], ids=lambda case: ascii(case["lines"]))
def test_what_is_said_of_lines_above_the_tables(tmp_path: Path, case: dict[str, str]) -> None:
    told = _of_text(tmp_path, f"{case['lines']}\n{SHORTEST}")
    assert told == (f"kiosk.toml{case['said']}" if case["said"] else "")


@pytest.mark.parametrize("case", TABLE["variable"], ids=lambda case: f"{case['name']}={case['value']}")
def test_what_is_said_of_a_variable(tmp_path: Path, case: dict[str, str]) -> None:
    (tmp_path / "kiosk.toml").write_text(SHORTEST, "utf-8")
    told = _told(tmp_path, {case["name"]: case["value"]})
    assert told == (f"environment variable {case['name']}: {case['said']}" if case["said"] else "")


@pytest.mark.parametrize("case", TABLE["laid_over"], ids=lambda case: f"{case['file']}: {case['text']}")
def test_what_is_said_of_a_file_over_the_settings(tmp_path: Path, case: dict[str, str]) -> None:
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "conf.d" / case["file"]).write_text(case["text"], "utf-8")
    assert _of_text(tmp_path, SHORTEST) == case["said"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", NO_TABLES),
        ("\n", NO_TABLES),
        ("# only a remark\n", NO_TABLES),
        (SHORTEST.encode("utf-8-sig"), ""),
        (SHORTEST.replace("\n", "\r\n"), ""),
        (SHORTEST.replace("\n", "\r"), ""),
        (SHORTEST.encode("utf-16"), WIDE.format("UTF-16")),
        (SHORTEST.encode("utf-16-le"), WIDE.format("UTF-16")),
        (SHORTEST.encode("utf-16-be"), WIDE.format("UTF-16")),
        (SHORTEST.encode("utf-32"), WIDE.format("UTF-32")),
        (
            SHORTEST.replace("Hill", "Cañon").encode("latin-1"),
            ": the file is not UTF-8 text (line 2): save it once more as UTF-8",
        ),
        (bytes(range(256)), ": the file is not UTF-8 text (line 2): save it once more as UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00", NO_LINE),
        (b"\x00" * 100, NO_LINE),
        (
            f"{SHORTEST}theme = 'dark'\n",
            ":9: unknown key 'theme' in [callback]: move it above the first [table]",
        ),
        (
            SHORTEST.replace("[callback]", "theme = 'dark'\n[callback]"),
            ":6: unknown key 'theme' in [clinic]: move it above the first [table]",
        ),
        (f"{SHORTEST}phone = '1'\n", ":9: unknown key 'phone' in [callback]: move it below [clinic]"),
        (
            f"{SHORTEST}[clinic.callback]\nx = 1\n",
            ":9: unknown key 'callback'; kiosk settings lists all there are",
        ),
        (f"{SHORTEST}[Clinic]\nname = 'x'\n", ":9: unknown key 'Clinic'; did you mean 'clinic'?"),
        (f"x = {'9' * 5000}\n{SHORTEST}", ": not valid TOML: a number is too long or a list too deep"),
        (f"x = {'[' * 20_000}\n{SHORTEST}", ": not valid TOML: a number is too long or a list too deep"),
        (
            f"languages = {json.dumps(['en'] * 300_000)}\n{SHORTEST}",
            ":1: languages: 'en' is there more than once: write it once",
        ),
        (
            f"languages = {json.dumps([f'x{number}' for number in range(300_000)])}\n{SHORTEST}",
            ":1: languages: there are no texts in 'x0'; there are some in en, es",
        ),
        (f"{SHORTEST}#{' ' * 8_000_000}", ""),
        (
            SHORTEST + "# a remark\n" * 70_000 + "theme = 'dark'",
            ":70009: unknown key 'theme' in [callback]: move it above the first [table]",
        ),
        ("x" * 8_000_000, ":1: not valid TOML: there must be a = between a key and its value"),
    ],
    ids=range(26),
)
def test_what_is_said_of_a_whole_file(tmp_path: Path, text: str | bytes, said: str) -> None:
    expected = [f"kiosk.toml{line}" for line in said.split("\n") if line]
    assert _of_text(tmp_path, text).split("\n") == (expected or [""])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _file: None, "is missing: write it anew with kiosk settings >kiosk.toml"),
        (Path.mkdir, "cannot be read: it is a folder: move the folder away"),
        (os.mkfifo, "cannot be read: it is a pipe or a device: remove it, and write it anew"),
        (
            lambda file: file.symlink_to("/dev/zero"),
            "cannot be read: it is a pipe or a device: remove it, and write it anew",
        ),
        (
            lambda file: file.symlink_to("nowhere"),
            "is missing: it is a link that leads nowhere; remove it, or put back what it leads to",
        ),
        (
            lambda file: file.symlink_to(file.name),
            "cannot be read: Too many levels of symbolic links: remove it, and write it anew",
        ),
    ],
)
def test_the_remedy_for_a_file_that_cannot_be_read_is_one_for_it(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    make(tmp_path / "kiosk.toml")
    assert _told(tmp_path) == f"kiosk.toml: the file {said}"
    for other in tmp_path.iterdir():
        other.rmdir() if other.is_dir() and not other.is_symlink() else other.unlink()


@pytest.mark.parametrize("is_closed_above", [True, False])
def test_who_may_not_read_the_settings_is_told_how_to_open_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_closed_above: bool
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(SHORTEST, "utf-8")
    closed = tmp_path if is_closed_above else file
    look, access = Path.stat, os.access

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kiosk.store.settings.toml_files.read_text_file", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and access(path, mode))
    if is_closed_above:
        monkeypatch.setattr(Path, "stat", lambda path, **how: refuse() if path == file else look(path, **how))
    with pytest.raises(SettingsError) as refused:
        load_settings(file, {})
    line = str(refused.value)
    assert line.startswith(f"{file}: the file cannot be read: Permission denied: {closed} belongs to ")
    assert line.endswith(f"; chmod a+rX {closed}")


def test_the_countries_are_those_whose_numbers_can_be_read() -> None:
    import phonenumbers  # noqa: PLC0415  # as the program does

    assert sense.COUNTRIES.split() == sorted(phonenumbers.SUPPORTED_REGIONS)


def test_no_sentence_speaks_as_a_programmer_does() -> None:
    told = [said for *_, said in VALUES] + [
        case["said"] for kind in ("above", "variable") for case in TABLE[kind]
    ]
    for sentence in told:
        assert not re.search(
            r"[`^\\]|Expected|regex|\bstr\b|\bint\b|bool|Traceback|namespace|array", sentence
        )
