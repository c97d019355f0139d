"""What a program really did to a folder: its system calls, as strace tells of them."""

import dataclasses
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
_CHANGING: Final = (
    "openat,write,pwrite64,writev,fsync,fdatasync,close,rename,renameat,renameat2,unlink,unlinkat,mkdir,"
    "mkdirat,rmdir,ftruncate,truncate"
)
_UNKNOWN: Final = "link,linkat,symlink,symlinkat,copy_file_range,sendfile,sync_file_range,sync,dup,dup2,dup3"
"""Calls that the replay knows nothing of: it says so when the program makes one of them in the folder."""
_LINE: Final = re.compile(r"(\d+)\s+(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)")
_ENDED: Final = re.compile(r"(.*)\)\s+= (-?\d+)(?: .*)?")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_STANDARD_OUTPUT: Final = "1"


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded: its name, its arguments as strace writes them, what it returned."""

    name: str
    arguments: str
    result: int

    @property
    def texts(self) -> list[bytes]:
        """The paths or data among the arguments."""
        return [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(self.arguments)]

    @property
    def descriptor(self) -> str:
        """The first argument of a call on an open file."""
        return self.arguments.split(",", 1)[0]

    @property
    def told(self) -> str | None:
        """What the program said of itself by this call, or None."""
        if self.name == "write" and self.descriptor == _STANDARD_OUTPUT:
            return b"".join(self.texts).decode().strip()
        return None


def needs_strace() -> pytest.MarkDecorator:
    """Skip where nothing may look at another program's system calls."""
    can = (
        shutil.which("strace") is not None
        and not subprocess.run(
            ["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False
        ).returncode
    )
    return pytest.mark.skipif(
        not can, reason="a record of real system calls takes strace, and leave to trace"
    )


def record(log: Path, *module_and_arguments: str) -> list[Call]:
    """Run a module of ours and return its calls that changed a disk or told something, in their order."""
    subprocess.run(
        [
            *("strace", "-f", "-qq", "--seccomp-bpf", "-xx", "-s", str(2**22), "-e", "signal=none"),
            *("-e", f"trace={_CHANGING},{_UNKNOWN}", "-o", str(log)),
            *(sys.executable, "-B", "-m", *module_and_arguments),
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return list(_calls_in(log))


def _calls_in(log: Path) -> Iterator[Call]:
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                continue
            process, resumed, name, rest = found.groups()
            if rest.endswith("<unfinished ...>"):
                begun[process] = rest.removesuffix("<unfinished ...>")
                continue
            ended = _ENDED.fullmatch(begun.pop(process, "") + rest if resumed else rest)
            if ended is not None and int(ended[2]) >= 0:
                yield Call(resumed or name, ended[1], int(ended[2]))
