"""Nothing that visitors typed stands in a file of a running kiosk, whichever way they went, or it was killed.

Its home, its caches, its temporary files and what it says are all in one folder, with its spool.
"""

import base64
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.tour.patience import wait_until
from tests.clinic import Clinic
from tests.faults.leaving_child import WAYS
from tests.faults.test_kill import ROOT, kill_at_a_random_moment
from tests.journeys.test_nothing_is_left import NAME, number

ENOUGH = 6
"""Digits of a number, or bytes of text, that say whose it is."""


def forms(number: str) -> set[bytes]:
    """Return a number as people, programs and encodings write it."""
    area, exchange, line = number[:3], number[3:6], number[6:]
    return encoded(number, f"({area}) {exchange}-{line}", f"{area}-{exchange}-{line}", f"{exchange}-{line}")


def encoded(*texts: str) -> set[bytes]:
    """Return texts as programs write them."""
    plain = {text.encode(coding) for text in texts for coding in ("utf-8", "utf-16-le", "utf-16-be")}
    shifted = {base64.b64encode(b"x" * skip + text)[4:-4] for text in plain for skip in range(3)}
    return plain | {text.hex().encode() for text in plain} | {text for text in shifted if len(text) > ENOUGH}


def written_since(moment: float, folder: Path) -> Iterator[Path]:
    """Yield every file in a folder that was written since then."""
    for root, _, names in os.walk(folder):
        for path in (Path(root, name) for name in names):
            if path.is_file() and path.stat().st_mtime >= moment:
                yield path


def held_by(numbers: list[str], paths: list[Path], *names: str) -> list[str]:
    """Name the files in which one of the numbers or names stands."""
    searched = {form for number in numbers for form in forms(number)} | encoded(*names)
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


def test_a_kiosk_that_was_left_in_every_way_holds_no_name_and_no_number(clinic: Clinic) -> None:
    begun, home = time.time(), str(clinic.folder)
    own = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), home)
    said, journal = clinic.folder / "said", clinic.folder / "journal"
    with said.open("w") as output, journal.open("w") as errors:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.leaving_child", str(clinic.config)],
            cwd=ROOT,
            env={
                "PYTHONPATH": str(ROOT),
                "PATH": "/usr/bin:/bin",
                "QT_QPA_PLATFORM": "offscreen",
                "QT_QUICK_BACKEND": "software",
                **own,
            },
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=errors,
        )
        with program:
            assert wait_until(lambda: "all" in said.read_text("utf-8") or program.poll() is not None)
            (clinic.folder / "environ").write_bytes(Path(f"/proc/{program.pid}/environ").read_bytes())
            program.communicate(b"\n")
    assert said.read_text("utf-8").split() == [*(way.__name__ for way in WAYS), "all"], journal.read_text(
        "utf-8"
    )
    files = list(written_since(begun, clinic.folder))
    assert {"environ", "journal", "said"} <= {path.name for path in files}
    assert len(list(clinic.spool.new.iterdir())) >= 3, "the requests are among what is searched"
    assert held_by([number()], files, NAME, NAME.capitalize()) == []


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
