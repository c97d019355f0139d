"""If our program is gone, the stock age program still opens everything."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from kiosk.core.callback.request import CallbackRequest, to_wire
from kiosk.desk.access.keys import NewKey
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from kiosk.tour.patience import PATIENCE_SECONDS
from tests.clinic import request_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

AGE = shutil.which("age") or ""
pytestmark = pytest.mark.skipif(not AGE, reason="the age program is not installed")
Requests = Callable[..., CallbackRequest]


def test_age_opens_an_envelope_with_the_recovery_key(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    envelope = clinic.spool.waiting()[0].path
    opened = subprocess.run(
        [AGE, "-d", "-i", str(clinic.key_file), str(envelope)],
        capture_output=True,
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    assert request_in(opened.stdout).name == "Visitor 1"


def test_age_opens_an_envelope_with_a_protected_key(
    tmp_path: Path, request_of: Requests, staff_key: NewKey, passphrase: str
) -> None:
    envelope, opened = tmp_path / "a.age", tmp_path / "opened"
    envelope.write_bytes(
        seal(to_wire(request_of(1)), Recipients((staff_key.recipient,), is_demonstration=False))
    )
    terminal = pexpect.spawn(
        AGE, ["-d", "-i", str(staff_key.file), "-o", str(opened), str(envelope)], timeout=PATIENCE_SECONDS
    )
    terminal.expect("passphrase")
    terminal.sendline(passphrase)
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert request_in(opened.read_bytes()).name == "Visitor 1"


def test_a_person_makes_a_key_at_a_terminal_without_echo(tmp_path: Path) -> None:
    own = "my own long passphrase"
    command = ["-m", "kiosk.desk", "key", "new", "--name", "ana", "--out", str(tmp_path / "keys")]
    terminal = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=PATIENCE_SECONDS)
    terminal.expect("Use these six words")
    terminal.sendline("n")
    for question in ("Your own passphrase", "The same passphrase again"):
        terminal.expect(question)
        terminal.waitnoecho()
        terminal.sendline(own)
    terminal.expect("Public key: age1")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert own not in str(terminal.before)
    assert (tmp_path / "keys" / "ana.key").exists()
