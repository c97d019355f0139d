"""The kiosk's own note of how its last starts ended: three that ended badly lead to safe mode."""

import contextlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.starts import StartMode, Starts, begin
from kiosk.core.uptime import Uptime
from kiosk.store.durable import make_folders
from kiosk.store.reading import read_file
from kiosk.store.uptime import machine_uptime

_MOST_BYTES: Final = 1024
"""Of the note, which has some hundred. Chosen; what is larger is none."""
_NOTE: Final = re.compile(r"(\S*) (normal|safe|cards)((?: \d{1,12}\.\d{2})*)\n")


class StartRecord:
    """A small file in the spool's state/ folder, which outlasts the program and not the machine's start.

    It is not synced: after a power cut it does not count, and it is written on the way to the first frame.
    A disk that does not take it is no reason not to start: then no loop is noticed.
    """

    def __init__(self, spool: Path, uptime: Callable[[], Uptime]) -> None:
        """Name the spool's folder; nothing is read or made before begin()."""
        self._file = _file_in(spool)
        self._uptime = uptime

    def begin(self) -> StartMode:
        """Count this start as one that has not ended well yet, and say how to go about it."""
        starts = begin(_read(self._file), self._uptime())
        # Rounded down: what is noted must not lie after the next start.
        times = "".join(f" {int(at * 100) / 100:.2f}" for at in starts.at)
        with contextlib.suppress(OSError):
            make_folders(self._file.parent)
            part = self._file.with_name(f"{self._file.name}.part")
            part.write_text(f"{starts.boot} {starts.mode}{times}\n", "ascii")
            part.replace(self._file)
        return starts.mode

    def end_well(self) -> None:
        """Forget all of it: the program ended as it was asked to."""
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)


def last_mode(spool: Path) -> StartMode:
    """Say how the last start since the machine's own went about it, if it is not known to have ended well."""
    starts = _read(_file_in(spool))
    return starts.mode if starts.boot == machine_uptime(lambda: 0.0).boot else StartMode.NORMAL


def _file_in(spool: Path) -> Path:
    # As Spool.state says, whose import would take 4 ms of the way to the first frame.
    return spool / "state" / "starts"


def _read(file: Path) -> Starts:
    try:
        found = _NOTE.fullmatch(read_file(file, _MOST_BYTES).decode("ascii"))
    except (OSError, UnicodeDecodeError):
        return Starts()
    if found is None:
        return Starts()
    boot, mode, times = found.groups()
    return Starts(boot, tuple(map(float, times.split())), StartMode(mode))
