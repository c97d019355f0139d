import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.core.errors import SpoolError
from kiosk.ops.instance import InstanceLock, acquire_instance_lock

HOLDER = """
import pathlib, sys, time
from kiosk.ops.instance import acquire_instance_lock
held = acquire_instance_lock(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_spool_is_for_one_process_until_that_lets_go(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    first = acquire_instance_lock(spool)
    with pytest.raises(SpoolError, match="running already"):
        acquire_instance_lock(spool)
    acquire_instance_lock(tmp_path / "another").release()
    first.release()
    acquire_instance_lock(spool).release()


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(spool)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SpoolError):
            acquire_instance_lock(spool)
        holder.send_signal(signal.SIGKILL)
    acquire_instance_lock(spool).release()


def test_where_nothing_can_be_written_nothing_is_claimed(tmp_path: Path) -> None:
    nowhere = acquire_instance_lock(tmp_path / "missing" / "spool")
    assert nowhere == InstanceLock(None)
    nowhere.release()


def test_the_lock_is_private(tmp_path: Path) -> None:
    held = acquire_instance_lock(tmp_path / "spool")
    assert (tmp_path / "spool.lock").stat().st_mode & 0o777 == 0o600
    held.release()
