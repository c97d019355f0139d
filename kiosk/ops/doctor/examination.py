"""All checks: a new one is a function of one of the modules here, and a line in one of the two lists."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.errors import NoAnswer, SettingsError
from kiosk.ops.doctor import (
    clock,
    keys,
    machine,
    name,
    program_files,
    requests,
    service,
    settings_files,
    staff_log,
    starts,
    texts,
)
from kiosk.ops.doctor.findings import Examined, Finding, KioskCheck, MachineCheck, System, problem
from kiosk.store.answering import while_it_answers
from kiosk.store.settings.settings import Settings, load_settings

SECONDS_TO_ANSWER: Final = 30.0
"""For each check, and for reading the settings. Chosen; not measured."""
_MOST_TOLD: Final = 20
"""Chosen: a file with a thousand mistakes is mended from its first ones."""

_REMEDY: Final = "do as it says; kiosk settings tells of every key"

OF_THE_KIOSK: Final[tuple[tuple[str, KioskCheck], ...]] = (
    ("settings", settings_files.settings),
    ("content", texts.own_texts),
    ("content", texts.content),
    ("calendar", texts.calendar),
    ("recipients", keys.recipients),
    ("secret keys", keys.secret_keys),
    ("staff PIN", keys.staff_pin),
    ("spool", requests.spool),
    ("name", name.name),
    ("space", requests.space),
    ("share", requests.share),
    ("sandbox", requests.sandbox),
    ("clock", clock.clock),
    ("audit log", staff_log.audit_log),
    ("safe mode", starts.safe_mode),
)
"""What needs the settings, in the order it is told in."""
OF_THE_MACHINE: Final[tuple[tuple[str, MachineCheck], ...]] = (
    ("service", service.service),
    ("files", program_files.program_files),
    ("user", machine.user),
    ("sound", machine.sound),
    ("swap", machine.swap),
    ("locks", machine.magic_keys),
    ("consoles", machine.consoles),
)
"""What is looked at even when the settings are broken."""


def examine_kiosk(
    settings: Settings, system: System, now: datetime.datetime, seconds: float = SECONDS_TO_ANSWER
) -> list[Finding]:
    """Look at all that the settings name; writes and deletes one small file in the spool.

    seconds: after which a check that does not end is given up.
    """
    examined = Examined(settings, system, now)
    return [
        finding
        for subject, check in OF_THE_KIOSK
        for finding in _looked(subject, lambda check=check: check(examined), seconds)  # type: ignore[misc]
    ]


def examine_machine(
    system: System, now: datetime.datetime, seconds: float = SECONDS_TO_ANSWER
) -> list[Finding]:
    """Look at what surrounds the kiosk; seconds: as above."""
    return [
        finding
        for subject, check in OF_THE_MACHINE
        for finding in _looked(subject, lambda check=check: check(system, now), seconds)  # type: ignore[misc]
    ]


def read_settings(path: Path, seconds: float = SECONDS_TO_ANSWER) -> tuple[Settings | None, list[Finding]]:
    """Read the settings, or say what keeps the kiosk from working at all: it shows "ask at the desk"."""
    try:
        return while_it_answers(lambda _step: load_settings(path), seconds), []
    except SettingsError as error:
        lines = str(error).split("\n")
        found = [problem("settings", line, _REMEDY) for line in lines[:_MOST_TOLD]]
        if more := len(lines[_MOST_TOLD:]):
            found.append(problem("settings", f"{counted(more, 'problem')} more", "mend these first"))
        return None, found
    except NoAnswer:
        return None, [problem("settings", f"{path} was not read within {seconds:g} seconds", "make it small")]
    except Exception as error:  # noqa: BLE001  # whatever it is, IT gets the rest of the findings
        return None, [_failed("settings", error)]


def _looked(subject: str, check: Callable[[], Iterable[Finding]], seconds: float) -> list[Finding]:
    try:
        return while_it_answers(lambda _step: list(check()), seconds)
    except NoAnswer:
        found = f"no answer within {seconds:g} seconds"
        return [problem(subject, found, "look whether the disk or the share answers: journalctl -b -k")]
    except Exception as error:  # noqa: BLE001  # whatever it is, IT gets the rest of the findings
        return [_failed(subject, error)]


def _failed(subject: str, error: Exception) -> Finding:
    return problem(
        subject, f"it could not be looked at: {type(error).__name__}: {error}", "send us this line"
    )
