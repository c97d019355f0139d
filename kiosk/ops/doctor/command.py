"""`kiosk doctor`: what is wrong with this kiosk? Ends with 0, 1 or 2."""

import argparse
import dataclasses
import datetime
import json
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.examination import examine_kiosk, examine_machine, read_settings
from kiosk.ops.doctor.findings import Finding, System, exit_code
from kiosk.ops.doctor.program_files import program
from kiosk.ops.doctor.report import Report, as_json, lines, write_prometheus
from kiosk.ops.doctor.screen import screen
from kiosk.ops.doctor.since import remembered
from kiosk.ops.doctor.systemd import ask_systemd
from kiosk.ops.service_user import become_service_user
from kiosk.ops.version import version
from kiosk.store.settings.settings import INSTALLED_SPOOL, Settings, is_frozen, stand_in

MEMORY: Final = INSTALLED_SPOOL.with_name("doctor.json")


def installed_system() -> System:
    """Return where an installed program looks; what needs the administrator's rights is asked now."""
    if not is_frozen():
        return System()
    units = ask_systemd() if sys.platform == "linux" else None
    return System(program=Path(sys.executable).parent, units=units)


def run_doctor(arguments: argparse.Namespace, now: datetime.datetime, myself: Sequence[str]) -> int:
    """Look at everything, as the user that the kiosk runs as, and say it in the form that was asked for.

    now: aware; myself: the command that runs this program. Raises KioskError when the file for Prometheus
    cannot be written.
    """
    system = installed_system()
    become_service_user()
    settings, findings = read_settings(arguments.config)
    findings = [program(version()), *examine_machine(system, now), *findings]
    if settings is not None:
        findings += examine_kiosk(settings, system, now)
    look = (*myself, "doctor", "--config", str(arguments.config), "--screen")
    findings += screen(look, system)
    memory = MEMORY if is_frozen() else None
    report = Report(
        version=version(),
        host=platform.node(),
        kiosk=settings.kiosk_name if settings is not None else "",
        at=now,
        findings=tuple(findings),
        since=remembered(findings, memory, now),
    )
    print(as_json(report) if arguments.json else "\n".join(lines(findings)))
    if arguments.prometheus is not None:
        write_prometheus(arguments.prometheus, report)
    return exit_code(findings)


def show_screen(config: Path, look: Callable[[Settings], list[Finding]]) -> int:
    """Look at the screen alone, and print what was found for run_doctor."""
    settings, _ = read_settings(config)
    findings = look(settings if settings is not None else stand_in(config))
    print(json.dumps([dataclasses.asdict(finding) for finding in findings]))
    return 0
