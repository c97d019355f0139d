"""The doctor says whether the log of what staff did holds, and whether it can be written."""

import datetime
import gc
import json
import os
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.core.audit import AuditEvent
from kiosk.ops.audit import audit_finding
from kiosk.ops.doctor import State
from kiosk.store.audit import AuditLog, kiosk_log
from kiosk.store.spool import Spool
from tests.clinic import Clinic
from tests.read_errors import FOR_EVER, refused_reads

NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    made = Spool(tmp_path / "spool")
    made.create_folders()
    return made


@pytest.fixture
def log(spool: Spool) -> AuditLog:
    kept = kiosk_log(spool)
    kept.add(AuditEvent.CAME_IN, NOW)
    kept.add(AuditEvent.LEFT, NOW)
    return kept


def test_a_log_that_holds_is_fine_and_so_is_none(spool: Spool) -> None:
    assert (audit_finding(spool).state, audit_finding(spool).found) == (State.FINE, "0 entries, unbroken")
    kiosk_log(spool).add(AuditEvent.CAME_IN, NOW)
    assert audit_finding(spool).found == "1 entry, unbroken"


def test_a_log_that_was_changed_is_a_problem_and_says_from_where_on(spool: Spool, log: AuditLog) -> None:
    log.file.write_bytes(log.file.read_bytes().replace(b"came-in", b"started"))
    finding = audit_finding(spool)
    assert finding.state is State.PROBLEM
    assert finding.found.startswith(f"{log.file} does not hold from entry 2 on: it was changed")


@pytest.mark.usefixtures("log")
def test_a_log_that_cannot_be_read_is_a_problem(spool: Spool) -> None:
    with refused_reads(FOR_EVER, of=lambda path: path.suffix == ".jsonl"):
        finding = audit_finding(spool)
    assert (finding.state, "cannot be read (Input/output error)" in finding.found) == (State.PROBLEM, True)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_log_that_cannot_be_written_is_a_warning(
    spool: Spool, log: AuditLog, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    if not is_there:
        log.file.unlink()
    place = log.file if is_there else spool.state
    monkeypatch.setattr(os, "access", lambda path, _mode: path != place)
    finding = audit_finding(spool)
    assert (finding.state, finding.found) == (State.WARNING, f"{log.file} cannot be written")


def test_the_doctor_tells_it(
    clinic: Clinic, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    clinic.spool.create_folders()
    kiosk_log(clinic.spool).add(AuditEvent.CAME_IN, NOW)
    assert main(["doctor", "--config", str(clinic.config), "--json"]) == 2
    gc.enable()
    told = {finding["subject"]: finding["found"] for finding in json.loads(capsys.readouterr().out)}
    assert told["audit log"] == "1 entry, unbroken"
