"""The bill of materials names each part as advisories do, and what is compiled into it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PySide6
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from assets.installer.bill import Part, bill, locked_sums, part_of, python, qt

ROOT = Path(__file__).resolve().parents[2]
LOCKED = sorted(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
IN_QT = qt("6.12.0", Path(PySide6.__file__).parent)


def _all(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in components:
        yield each
        yield from _all(each.get("components", []))


@pytest.mark.parametrize("name", [name for name in LOCKED if name not in {"colorama", "pywin32"}])
def test_every_package_of_the_lock_has_a_name_a_maker_and_sums(name: str) -> None:
    part = part_of(name)
    assert part.purl == f"pkg:pypi/{name.lower()}@{part.version}"
    assert part.supplier
    assert part.licence != "NOASSERTION"
    assert part.sums


def test_a_package_says_itself_what_of_rust_is_in_it() -> None:
    crates = {crate.name: crate for crate in part_of("pyrage").inside}
    assert {"age", "x25519-dalek", "pyo3"} <= crates.keys()
    assert crates["age"].purl == f"pkg:cargo/age@{crates['age'].version}"
    assert [crate.name for crate in crates.values() for each in crate.sums if len(each) != 64] == []
    assert crates["age"].sums
    assert part_of("segno").inside == ()


def test_what_is_compiled_into_qt_has_the_version_that_stands_in_it() -> None:
    found = {part.name: part for part in IN_QT.inside}
    for name in ("PCRE2", "libpng", "HarfBuzz", "libjpeg-turbo"):
        assert re.fullmatch(r"\d+(\.\d+)+", found[name].version), name
        assert found[name].cpe.endswith(f":{found[name].version}:*:*:*:*:*:*:*")
        assert found[name].purl.endswith(f"@{found[name].version}")
    assert (found["FreeType"].version, found["FreeType"].cpe) == ("of Qt 6.12.0", "")


def test_what_is_not_in_the_program_is_not_in_the_bill(tmp_path: Path) -> None:
    assert qt("6.12.0", tmp_path).inside == ()


def test_a_lock_is_read_with_and_without_conditions() -> None:
    one, two = "1" * 64, "2" * 64
    lock = (
        f"Some_Name==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{one} \\\n    --hash=sha256:{two}\n"
        f"other==2 \\\n    --hash=sha256:{two}\n"
    )
    assert locked_sums(lock) == {"some-name": (one, two), "other": (two,)}


def test_the_bill_has_every_part_by_a_name_of_its_own_and_is_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "kiosk").write_bytes(b"the program")
    parts = [IN_QT, python(), part_of("pyrage"), part_of("PySide6_Essentials"), Part("words", "1", "MIT")]
    told = bill("kiosk", "0.1.0+20261130010203.gabcdef0", parts, tmp_path / "kiosk")
    assert told == bill("kiosk", "0.1.0+20261130010203.gabcdef0", parts, tmp_path / "kiosk")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(told) is None
    read = json.loads(told)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    assert read["metadata"]["component"]["purl"] == "pkg:deb/kiosk@0.1.0%2B20261130010203.gabcdef0"
    everything = list(_all(read["components"]))
    references = [each["bom-ref"] for each in everything]
    assert len(references) == len(set(references)) > 150
    named = [each for each in everything if each["name"] != "words"]
    assert [each["name"] for each in named if not each.get("purl") or not each.get("supplier")] == []
    by_name = {each["name"]: each for each in everything}
    assert by_name["expat"]["cpe"].startswith("cpe:2.3:a:libexpat_project:libexpat:2.")
    assert by_name["Python"]["cpe"].startswith("cpe:2.3:a:python:python:3.")
    assert by_name["pyrage"]["hashes"]
