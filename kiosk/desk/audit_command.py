"""The command that shows what staff did here and at the kiosks, and whether the logs of it hold."""

import argparse
import dataclasses
from collections.abc import Callable
from pathlib import Path

from kiosk.core.errors import AuditError
from kiosk.core.staff_words import tr
from kiosk.desk.audit import audit_warnings, read_logs
from kiosk.desk.backup.restore import read_backup
from kiosk.desk.queue.call_list import read_board
from kiosk.desk.show import audit_table
from kiosk.desk.terminal import CliEnvironment, add_command, open_desk, print_json, progress, say


def add_audit_command(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command; add: add_parser of the program's commands."""
    command = add_command(add, "audit", _audit, "show what staff did, and whether the logs of it hold")
    command.add_argument(
        "--against", type=Path, metavar="BACKUP", help="all that stands in this backup must still be there"
    )


def _audit(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    before = read_backup(arguments.against)[1] if arguments.against else {}
    desk = open_desk(arguments, environment)
    logs = read_logs(desk.office)
    with progress(tr("Opening"), environment) as on_opened:
        board = read_board(desk.office, desk.key, environment.now(), on_opened)
    told = tuple(audit_warnings(desk.office, (case.entry.request for case in board.cases), before))
    if arguments.json:
        shown = {name: [dataclasses.asdict(entry) for entry in chain.entries] for name, chain in logs.items()}
        print_json({"logs": shown, "error": " ".join(told)} if told else {"logs": shown}, environment)
        arguments.json = False  # the one document is printed: a failure prints none of its own
    else:
        environment.output.print(audit_table(logs))
        if not told:
            say(tr("Every log holds: {count}.", count=len(logs)), environment)
    if told:
        raise AuditError(" ".join(told))
