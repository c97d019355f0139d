"""Every kind of bad file in every place: nothing stops or hangs, it is named once, and the rest goes on."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk.core.self_check.laws import Enumeration
from kiosk.ops.doctor import machine, requests
from kiosk.store import spool, staff_pin
from tests.faults.bad_places import (
    CARRIED,
    FOLDERS,
    FOR_FOLDERS,
    KINDS,
    PLACES,
    TEXTS,
    Place,
    faults,
    folder_faults,
)
from tests.faults.whole_clinic import WholeClinic, make_clinic

SOUND = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())
"""What trying every answer set comes to, which takes seconds and is not what is tried here."""
BY_HANDS_OF_ROOT = "zeros of a device"


@pytest.fixture(scope="module")
def whole_clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeClinic]:
    """Return a clinic on a disk that is quick, with a PIN that is: what is tried here is neither."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: None)
        for module in (machine, requests):
            patch.setattr(module, "is_administrator", lambda: False)
        patch.setattr("kiosk.content.check.enumerate_all", lambda: SOUND)
        patch.setattr(staff_pin, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield make_clinic(tmp_path_factory.mktemp("whole") / "clinic")


def _tried(clinic: WholeClinic, places: tuple[Place, ...], kind: str) -> list[str]:
    if kind == BY_HANDS_OF_ROOT and os.geteuid() != 0:
        pytest.skip("only an administrator makes a device")
    found = list(itertools.chain.from_iterable(faults(clinic, place, kind) for place in places))
    print(f"{kind}: {len(places)} places")
    return found


def _a_few(kind: str) -> tuple[Place, ...]:
    """Return one place of every fourth folder, others for each kind, so that all folders come."""
    turn = KINDS.index(kind)
    groups = {place.group: [each for each in PLACES if each.group == place.group] for place in PLACES}
    return tuple(those[turn % len(those)] for those in list(groups.values())[turn % 4 :: 4])


@pytest.mark.parametrize("kind", KINDS)
def test_in_one_place_of_every_fourth_folder(whole_clinic: WholeClinic, kind: str) -> None:
    assert _tried(whole_clinic, _a_few(kind), kind) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "every", [pytest.param(3, marks=pytest.mark.slow), pytest.param(1, marks=pytest.mark.prove)]
)
def test_in_every_place(whole_clinic: WholeClinic, kind: str, every: int) -> None:
    """The slow test tries each kind in a third of the places, and each place with a third of the kinds."""
    assert _tried(whole_clinic, PLACES[KINDS.index(kind) % every :: every], kind) == []


@pytest.mark.slow
@pytest.mark.parametrize("place", TEXTS, ids=lambda place: Path(place.where).name)
def test_among_a_clinics_own_texts(whole_clinic: WholeClinic, place: Place) -> None:
    found = [each for kind in KINDS if kind != BY_HANDS_OF_ROOT for each in faults(whole_clinic, place, kind)]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", FOR_FOLDERS)
def test_for_a_whole_folder_there_are_sentences(whole_clinic: WholeClinic, kind: str) -> None:
    found = [each for folder in FOLDERS for each in folder_faults(whole_clinic, folder, kind)]
    print(f"{kind}: {len(FOLDERS)} folders")
    assert found == []


@pytest.mark.parametrize("folder", CARRIED)
def test_a_folder_that_is_carried_leads_nowhere(whole_clinic: WholeClinic, folder: str) -> None:
    assert list(folder_faults(whole_clinic, folder, "link out")) == []


def test_a_program_that_stops_at_one_would_be_noticed(
    whole_clinic: WholeClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "is_plain_file", lambda _path: True)
    [place] = [each for each in PLACES if each.where == "kiosk/spool/tmp/20261123.x.part"]
    assert [each for each in faults(whole_clinic, place, "folder") if "kiosk starts refuses" in each]
