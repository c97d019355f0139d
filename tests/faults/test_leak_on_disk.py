"""No number that visitors typed stands in a file of a running kiosk, thanked for or cut off by a kill.

Its home, its caches and its temporary files are all in one folder, with its spool.
"""

import base64
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clinic import Clinic
from tests.faults.test_kill import kill_at_a_random_moment

ENOUGH = 6
"""Digits of a number, or bytes of text, that say whose it is."""


def forms(number: str) -> set[bytes]:
    """Return a number as people, programs and encodings write it."""
    area, exchange, line = number[:3], number[3:6], number[6:]
    texts = {number, f"({area}) {exchange}-{line}", f"{area}-{exchange}-{line}", f"{exchange}-{line}"}
    plain = {text.encode(coding) for text in texts for coding in ("utf-8", "utf-16-le", "utf-16-be")}
    shifted = {base64.b64encode(b"x" * skip + text)[4:-4] for text in plain for skip in range(3)}
    return plain | {text.hex().encode() for text in plain} | {text for text in shifted if len(text) > ENOUGH}


def written_since(moment: float, folder: Path) -> Iterator[Path]:
    """Yield every file in a folder that was written since then."""
    for root, _, names in os.walk(folder):
        for path in (Path(root, name) for name in names):
            if path.is_file() and path.stat().st_mtime >= moment:
                yield path


def held_by(numbers: list[str], paths: list[Path]) -> list[str]:
    """Name the files in which one of the numbers stands."""
    searched = {form for number in numbers for form in forms(number)}
    return [str(path) for path in paths if any(form in path.read_bytes() for form in searched)]


@pytest.mark.slow
def test_twenty_kiosks_that_were_killed_in_a_visit_leave_no_number(clinic: Clinic) -> None:
    begun, chance = time.time(), random.Random(20261130)  # noqa: S311  # moments to kill at, not secrets
    told = [each for _ in range(20) for each in kill_at_a_random_moment(clinic, chance)]
    numbers = sorted({each.number for each in told})
    numbers.append(str(int(numbers[-1]) + 1))  # of the visit that was cut off
    own = list(written_since(begun, clinic.folder))
    assert len(own) >= len(told), "the requests are among what is searched"
    assert held_by(numbers, own) == []
    print(f"{len(told)} requests, {len(own)} files")


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_the_search_finds_a_number_however_it_is_written(tmp_path: Path, coding: str) -> None:
    number = "4155552671"
    sound, text = tmp_path / "sound", "(415) 555-2671".encode(coding)
    sound.write_bytes(b"4155552672")
    for name, held in {
        "plain": text,
        "hex": text.hex().encode(),
        "base64": base64.b64encode(b"ab" + text),
    }.items():
        (tmp_path / name).write_bytes(b"before " + held + b" after")
    found = held_by([number], list(written_since(0, tmp_path)))
    assert sorted(Path(each).name for each in found) == ["base64", "hex", "plain"]
