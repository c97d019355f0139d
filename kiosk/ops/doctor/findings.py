"""What a check says, and what it may look at."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from kiosk.ops.doctor.systemd import Units
from kiosk.store.settings.settings import Settings


class State(enum.StrEnum):
    """How bad it is: monitoring takes the worst one for the exit code."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"

    @property
    def code(self) -> int:
        """0, 1 or 2, the worse the higher."""
        return list(State).index(self)


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, and what to do about it ("" when nothing)."""

    subject: str
    state: State
    found: str
    remedy: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class System:
    """Where to look: the root of the file system, and what only an installed program has.

    program: its folder, with its checksums; units: what systemd says; both None for its sources.
    """

    root: Path = Path("/")
    program: Path | None = None
    units: Units | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Examined:
    """The kiosk that is looked at, and when."""

    settings: Settings
    system: System
    now: datetime.datetime


MachineCheck: TypeAlias = Callable[[System, datetime.datetime], Iterable[Finding]]
KioskCheck: TypeAlias = Callable[[Examined], Iterable[Finding]]


def exit_code(findings: Sequence[Finding]) -> int:
    """Return 0 when all is fine, 1 when something may become a problem, 2 when something is one."""
    return max((finding.state.code for finding in findings), default=0)


def fine(subject: str, found: str) -> Finding:
    """Nothing to do."""
    return Finding(subject, State.FINE, found)


def warning(subject: str, found: str, remedy: str) -> Finding:
    """Something that may become a problem."""
    return Finding(subject, State.WARNING, found, remedy)


def problem(subject: str, found: str, remedy: str) -> Finding:
    """Something visitors or staff notice."""
    return Finding(subject, State.PROBLEM, found, remedy)
