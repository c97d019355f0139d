import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.errors import SpoolError
from kiosk.store.instance import Claim, claim

HOLDER = """
import pathlib, sys, time
from kiosk.store.instance import claim
held = claim(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_spool_is_for_one_process_until_that_lets_go(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    first = claim(spool)
    with pytest.raises(SpoolError, match="running already"):
        claim(spool)
    claim(tmp_path / "another").release()
    first.release()
    claim(spool).release()


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(spool)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SpoolError):
            claim(spool)
        holder.send_signal(signal.SIGKILL)
    claim(spool).release()


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    nowhere = claim(tmp_path / "missing" / "spool")
    assert nowhere == Claim(None)
    nowhere.release()


def test_the_lock_is_private(tmp_path: Path) -> None:
    held = claim(tmp_path / "spool")
    assert (tmp_path / "spool.lock").stat().st_mode & 0o777 == 0o600
    held.release()
