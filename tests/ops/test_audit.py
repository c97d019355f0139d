"""The doctor says whether the log of what staff did holds, and whether it can be written."""

import datetime
import os

import pytest

from kiosk.core.audit import AuditEvent
from kiosk.ops.doctor.findings import Examined, Finding, State, System
from kiosk.ops.doctor.staff_log import audit_log
from kiosk.store.audit import AuditLog, kiosk_log
from kiosk.store.spool import Spool
from tests.clinic import Clinic
from tests.read_errors import FOR_EVER, refused_reads

NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


@pytest.fixture
def spool(clinic: Clinic) -> Spool:
    clinic.spool.create_folders()
    return clinic.spool


@pytest.fixture
def examined(clinic: Clinic) -> Examined:
    return Examined(clinic.settings, System(), NOW)


def told(examined: Examined) -> Finding:
    [finding] = audit_log(examined)
    return finding


@pytest.fixture
def log(spool: Spool) -> AuditLog:
    kept = kiosk_log(spool)
    kept.add(AuditEvent.CAME_IN, NOW)
    kept.add(AuditEvent.LEFT, NOW)
    return kept


def test_a_log_that_holds_is_fine_and_so_is_none(spool: Spool, examined: Examined) -> None:
    assert (told(examined).state, told(examined).found) == (State.FINE, "0 entries, unbroken")
    kiosk_log(spool).add(AuditEvent.CAME_IN, NOW)
    assert told(examined).found == "1 entry, unbroken"


def test_a_log_that_was_changed_is_a_problem_and_says_from_where_on(
    log: AuditLog, examined: Examined
) -> None:
    log.file.write_bytes(log.file.read_bytes().replace(b"came-in", b"started"))
    finding = told(examined)
    assert finding.state is State.PROBLEM
    assert finding.found.startswith(f"{log.file} does not hold from entry 2 on: it was changed")


@pytest.mark.usefixtures("log")
def test_a_log_that_cannot_be_read_is_a_problem(examined: Examined) -> None:
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".jsonl"):
        finding = told(examined)
    assert (finding.state, "cannot be read (Input/output error)" in finding.found) == (State.PROBLEM, True)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_log_that_cannot_be_written_is_a_warning(
    spool: Spool, log: AuditLog, examined: Examined, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    if not is_there:
        log.file.unlink()
    place = log.file if is_there else spool.state
    monkeypatch.setattr(os, "access", lambda path, _mode: path != place)
    finding = told(examined)
    assert (finding.state, finding.found) == (State.WARNING, f"{log.file} cannot be written")
