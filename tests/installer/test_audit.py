"""`make audit` names what a saved list of advisories knows of our parts, and says when there is none."""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from assets.installer.audit import Held, age_of_python, concerns, findings, held, main, saved_advisories
from assets.installer.bill import Part, part_of

TODAY = datetime.date(2026, 11, 30)
AGE = Held("crates.io", "age", "0.12.1", "pyrage")


def _advisory(ecosystem: str = "crates.io", name: str = "age", **affected: Any) -> dict[str, Any]:
    package = {"ecosystem": ecosystem, "name": name}
    return {"id": "RUSTSEC-1", "summary": "it opens", "affected": [{"package": package, **affected}]}


def _between(*events: dict[str, str], kind: str = "SEMVER") -> dict[str, Any]:
    return _advisory(ranges=[{"type": kind, "events": list(events)}])


@pytest.mark.parametrize(
    ("advisory", "is_ours"),
    [
        (_advisory(versions=["0.12.1"]), True),
        (_advisory(versions=["0.12.0"]), False),
        (_advisory("PyPI", versions=["0.12.1"]), False),
        (_advisory(name="ages", versions=["0.12.1"]), False),
        (_advisory(name="AGE", versions=["0.12.1"]), True),
        (_between({"introduced": "0"}), True),
        (_between({"introduced": "0"}, {"fixed": "0.12.1"}), False),
        (_between({"introduced": "0"}, {"fixed": "0.12.2"}), True),
        (_between({"introduced": "0.12.2"}, {"fixed": "0.13.0"}), False),
        (_between({"introduced": "0"}, {"fixed": "0.5.0"}, {"introduced": "0.12.0"}), True),
        (_between({"introduced": "0"}, {"last_affected": "0.12.1"}), True),
        (_between({"introduced": "0"}, {"last_affected": "0.12.0"}), False),
        (_between({"introduced": "0"}, {"fixed": "when it is ready"}), True),
        (_between({"introduced": "0"}, kind="GIT"), False),
        ({"id": "nothing"}, False),
    ],
)
def test_an_advisory_concerns_the_versions_it_says(advisory: dict[str, Any], is_ours: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert concerns(advisory, AGE) == is_ours
    told = ["age 0.12.1 (through pyrage): RUSTSEC-1: it opens"] if is_ours else []
    assert findings([AGE], [advisory]) == told


def test_parts_and_what_is_in_them_are_compared_by_the_name_that_osv_has() -> None:
    inside = Part("age", "0.12.1", "MIT", purl="pkg:cargo/age@0.12.1")
    outside = Part("pyrage", "1.4.0", "MIT", purl="pkg:pypi/pyrage@1.4.0", inside=(inside,))
    no_list = Part("Qt", "6.12.0", "MIT", purl="pkg:generic/qt@6.12.0")
    found = list(held([outside, no_list, Part("words", "1", "MIT")]))
    assert found == [Held("PyPI", "pyrage", "1.4.0", "pyrage"), AGE]


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        ("Copyright (c) 2001-2023 Python", "OLD: Python {} is of 2023, 3 years ago: build with the newest"),
        ("Copyright (c) 2001-2024 Python", "OLD: Python {} is of 2024, 2 years ago: "),
        ("Copyright (c) 2001-2025 Python", "Python {} is of 2025."),
        ("Copyright (c) 2001 Python", "Python {} does not say how old it is: look it up"),
    ],
)
def test_an_old_interpreter_is_named_with_its_age(notice: str, told: str) -> None:
    assert age_of_python(TODAY, notice).startswith(told.format(sys.version.split()[0]))


def test_without_a_list_it_is_said_that_nothing_was_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "none") == 0
    assert "No list of advisories is here, so nothing was compared" in capsys.readouterr().out


def test_with_a_list_what_it_knows_of_this_program_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    segno = _advisory("PyPI", "segno", versions=[part_of("segno").version])
    (tmp_path / "old.json").write_text(json.dumps({**segno, "withdrawn": "2026-01-01"}), "utf-8")
    assert main(tmp_path) == 0
    assert "nothing was compared" in capsys.readouterr().out
    (tmp_path / "all.json").write_text(
        json.dumps([segno, _advisory("PyPI", "other", versions=["1"])]), "utf-8"
    )
    assert main(tmp_path) == 1
    told = capsys.readouterr().out
    assert f"segno {part_of('segno').version} (through segno): RUSTSEC-1: it opens\n" in told
    assert "advisories: 1 concern them. Qt, Python and ICU are in no such list." in told
    (tmp_path / "all.json").write_text(json.dumps([_advisory("PyPI", "other", versions=["1"])]), "utf-8")
    assert main(tmp_path) == 0
    assert ": none concern them." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"), [("{", "is no JSON"), ("[1]", "holds no advisory"), ("{}", "holds no")]
)
def test_a_file_that_is_no_advisory_is_named(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    with pytest.raises(SystemExit, match=rf"a\.json {told}"):
        saved_advisories(tmp_path)
