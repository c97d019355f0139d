"""Every part of the bill of materials has the text of its licence, its own where that was to be had."""

import re
from pathlib import Path

import PySide6
import pytest

from assets.installer.bill import Part, part_of, python, qt
from assets.installer.licences import HERE, LIST, texts_of, write_licences

ROOT = Path(__file__).resolve().parents[2]
LOCKED = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
ICU = Part("ICU", "73", "ICU")
TYPEFACE = Part("Be Vietnam Pro", "1.2", "OFL-1.1")
WINDOWS_ONLY = {"colorama", "pywin32"}


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    locked = [part_of(name) for name in sorted(LOCKED - WINDOWS_ONLY)]
    with_parts = [qt("6.12.0", Path(PySide6.__file__).parent), python(), part_of("pyinstaller")]
    return [*with_parts, ICU, TYPEFACE, *locked]


def test_every_part_and_each_part_in_it_has_its_text_and_is_listed(parts: list[Part], tmp_path: Path) -> None:
    folder = tmp_path / "LICENSES"
    write_licences(folder, parts)
    told = (folder / LIST).read_text("utf-8")
    listed = [line.strip().removeprefix("in it: ") for line in told.splitlines() if ", by " in line]
    everything = [each for part in parts for each in (part, *part.inside)]
    assert len(listed) == len(everything) > 200
    for part, line in zip(everything, listed, strict=True):
        names = line.split("): ")[-1].split(";")[0].split(", ")
        assert line.startswith(f"{part.name} {part.version}, by ")
        assert all((folder / name).stat().st_size > 200 for name in names)


def test_what_is_shipped_belongs_to_a_part(parts: list[Part]) -> None:
    used = {name for part in parts for each in (part, *part.inside) for name, _ in texts_of(each)}
    assert {file.name for file in HERE.iterdir()} - used == set()


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (ICU, "UNICODE, INC. LICENSE AGREEMENT"),
        (TYPEFACE, "Be Vietnam Pro Project Authors"),
        (Part("expat", "2.5.0", "MIT"), "Expat maintainers"),
        (Part("x25519-dalek", "2.0.0", "BSD-3-Clause"), "isis agora lovecruft"),
        (Part("i18n-config", "0.4.7", "MIT"), "Luke Frisken"),
        (Part("FreeType", "of Qt 6.12.0", "FTL"), "The FreeType Project LICENSE"),
        (Part("anything", "1", "MIT OR Apache-2.0"), "Apache License"),
    ],
    ids=lambda value: value.name if isinstance(value, Part) else "",
)
def test_the_text_is_that_of_the_part(part: Part, words: str) -> None:
    assert words in "".join(path.read_text("utf-8") for _, path in texts_of(part))


def test_a_crate_is_not_taken_for_the_package_of_python_with_its_name() -> None:
    crate = next(each for each in part_of("pyrage").inside if each.name == "toml")
    assert [name for name, _ in texts_of(crate)] == ["Apache-2.0.txt"]
    assert [name for name, _ in texts_of(part_of("rich"))] == ["rich-1.txt"]


def test_where_only_the_general_text_was_to_be_had_the_list_says_so(tmp_path: Path) -> None:
    write_licences(tmp_path / "LICENSES", [Part("wsl", "0.1.0", "MIT", supplier="Hannes Karppila")])
    told = (tmp_path / "LICENSES" / LIST).read_text("utf-8")
    line = "wsl 0.1.0, by Hannes Karppila (MIT): MIT.txt; the general text, for its own was not to be had\n"
    assert told.endswith(line)


def test_a_part_without_a_text_cannot_be_built_in(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"new: no text of its licence \(MPL-2.0\)"):
        write_licences(tmp_path / "LICENSES", [Part("new", "1", "MPL-2.0")])
