"""The papers of the packages: manual pages, copyright, metadata for software centres, and their own tests."""

import argparse
import configparser
import re
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

import kiosk.__main__
from kiosk.desk.cli import build_parser

DEBIAN = Path(__file__).resolve().parents[2] / "assets" / "installer" / "debian"
PARSERS = {"kiosk": kiosk.__main__._parser(), "kiosk-desk": build_parser()}
PAGES = sorted(PARSERS)
Stanza = dict[str, str]


def commands(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Yield every command in full with its long options."""
    options: set[str] = set()
    below: list[tuple[str, set[str]]] = []
    for action in parser._actions:
        options |= {option for option in action.option_strings if option.startswith("--")}
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                below += commands(inner, (*words, word))
    yield " ".join(words), options
    yield from below


def page_as_text(name: str) -> str:
    source = (DEBIAN / f"{name}.1").read_text("utf-8").replace("\\-", "-")
    return re.sub(r'\\f.|"', "", re.sub(r"(?m)^\.\w+ ?", "", source))


@pytest.mark.parametrize("name", PAGES)
def test_a_manual_page_has_every_command_and_option(name: str) -> None:
    page = page_as_text(name)
    found = dict(commands(PARSERS[name]))
    innermost = [each for each in found if not any(other.startswith(f"{each} ") for other in found)]
    assert len(innermost) > 8
    missing = [each for each in innermost if not re.search(rf"(?m)(^|, *){re.escape(each)}\b", page)]
    assert missing == []
    options = {option for several in found.values() for option in several}
    assert {option for option in options if not re.search(rf"{option}\b(?!-)", page)} == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_manual_page_names_no_option_that_is_not_there(name: str) -> None:
    options = {option for _, several in commands(PARSERS[name]) for option in several}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page_as_text(name))) - options == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_manual_page_tells_exit_codes_environment_and_files(name: str) -> None:
    text = (DEBIAN / f"{name}.1").read_text("utf-8")
    for section in ("EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"):
        assert f"\n.SH {section}\n" in text
    assert re.match(rf'\.TH {name.upper()} 1 "\d{{4}}-\d\d-\d\d"', text)
    if shutil.which("man") is None:
        pytest.skip("man is not installed")
    done = subprocess.run(
        [
            *("man", "--warnings", "--encoding", "UTF-8", "--local-file", "--troff-device=utf8", "--ditroff"),
            str(DEBIAN / f"{name}.1"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def copyright_of_all() -> list[Stanza]:
    """Read debian/copyright: fields by name, with their following lines."""
    stanzas = []
    for block in (DEBIAN / "copyright").read_text("utf-8").strip().split("\n\n"):
        fields = re.findall(r"^([A-Z][\w-]*): ?(.*(?:\n .+)*)", block, re.MULTILINE)
        assert "\n".join(f"{name}: {value}" for name, value in fields) == block
        stanzas.append(dict(fields))
    return stanzas


def short_names(licence: str) -> set[str]:
    return set(licence.partition("\n")[0].split(" and "))


def test_debians_copyright_is_machine_readable_and_whole() -> None:
    header, *rest = copyright_of_all()
    assert header["Format"] == "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
    files = [stanza for stanza in rest if "Files" in stanza]
    texts = [stanza for stanza in rest if "Files" not in stanza]
    assert files[0]["Files"] == "*"
    assert all(stanza["Copyright"].strip() for stanza in files)
    assert all("\n " in stanza["License"] for stanza in texts)
    told = [stanza["License"].split("\n")[0] for stanza in texts]
    assert len(told) == len(set(told))
    assert {name for stanza in files for name in short_names(stanza["License"])} == set(told)


@pytest.mark.slow
def test_debians_copyright_speaks_of_files_that_are_there(dist: Path) -> None:
    names = [
        path.relative_to(dist).as_posix()
        for program in PAGES
        for path in (dist / program).rglob("*")
        if path.is_file()
    ]
    of = {}
    for stanza in copyright_of_all()[1:]:
        for pattern in stanza.get("Files", "").split():
            covered = [name for name in names if fnmatchcase(name, pattern)]
            assert covered, pattern
            of.update(dict.fromkeys(covered, stanza["License"]))
    assert of.keys() == set(names)
    foreign = r"\.so(\.|$)|/python3|fontpkg|BeVietnam|dist-info|static/"
    assert [name for name in names if re.search(foreign, name) and of[name] == "Apache-2.0"] == []
    assert of["kiosk/_internal/libicudata.so.73"] == "Unicode"
    assert of["kiosk-desk/_internal/PySide6/Qt/lib/libQt6Gui.so.6"] == "LGPL-3"


def test_a_software_centre_is_told_what_the_desk_is() -> None:
    (metainfo,) = DEBIAN.glob("*.metainfo.xml")
    text = metainfo.read_text("utf-8")
    assert f"<id>{metainfo.name.removesuffix('.metainfo.xml')}</id>" in text
    assert '<launchable type="desktop-id">kiosk-desk.desktop</launchable>' in text
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstream is not installed")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(metainfo)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_each_package_brings_a_test_that_there_is() -> None:
    stanzas = (DEBIAN / "tests" / "control").read_text("utf-8").split("\n\n")
    told = []
    for number, stanza in enumerate(stanzas):
        read = configparser.ConfigParser()
        read.read_string(f"[{number}]\n{stanza}")
        told.append((read[str(number)]["Tests"], read[str(number)]["Depends"]))
    assert told == [("kiosk-self-test", "kiosk"), ("kiosk-desk-demonstration", "kiosk-desk")]
    assert all((DEBIAN / "tests" / name).stat().st_mode & 0o111 for name, _ in told)
