"""A control group in which programs have half of one processor and 1 GB of memory."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path("/sys/fs/cgroup")
NAME: Final = "kiosk-bench"
# Half of every 10 ms: with the kernel's usual 100 ms, whatever is short would run at full speed.
V1: Final = {
    "cpu": {"cpu.cfs_period_us": "10000", "cpu.cfs_quota_us": "5000"},
    "memory": {"memory.limit_in_bytes": "1G"},
    "cpuset": {"cpuset.mems": "0", "cpuset.cpus": "0"},
}
V2: Final = {"": {"cpu.max": "5000 10000", "memory.max": "1G", "cpuset.cpus": "0"}}
JOIN: Final = 'until [ "$1" = -- ]; do echo $$ >"$1/cgroup.procs"; shift; done; shift; exec "$@"'


@contextlib.contextmanager
def small_machine(root: Path = ROOT) -> Iterator[list[str]]:
    """Make the group, and give what stands before a command that is to run in it.

    Raises OSError where control groups cannot be made or limited. All of a command must have ended by then.
    """
    wanted = V2 if (root / "cgroup.controllers").exists() else V1
    folders = {root / controller / NAME: files for controller, files in wanted.items()}
    try:
        for folder, files in folders.items():
            folder.mkdir(exist_ok=True)
            for name, value in files.items():
                (folder / name).write_text(value, encoding="ascii")
        yield ["sh", "-c", JOIN, "sh", *map(str, folders), "--"]
    finally:
        for folder in folders:
            with contextlib.suppress(OSError):
                folder.rmdir()
