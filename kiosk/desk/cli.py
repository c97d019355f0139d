"""The commands of kiosk-desk: what they take, what they print, how they end."""

import argparse
import contextlib
import datetime
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from kiosk.core.errors import KeyFileError, KioskError, SpoolError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import KeyLocation, NewKey, make_recovery_key, make_staff_key
from kiosk.desk.access.passphrase import check_passphrase, choose_passphrase, read_passphrase_file
from kiosk.desk.access.places import office_to_open
from kiosk.desk.audit_command import add_audit_command
from kiosk.desk.daily import add_daily_commands
from kiosk.desk.demonstration import make_demonstration
from kiosk.desk.export.formats import FORMATS
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.calls import read_calls_beside
from kiosk.desk.queue.export_jobs import exported_by, read_records
from kiosk.desk.queue.opened_request import Expected
from kiosk.desk.queue.turns import rules_beside
from kiosk.desk.queue.waiting_list import read_worklist
from kiosk.desk.show import entry_fields, worklist_table
from kiosk.desk.staff_language import speak_as
from kiosk.desk.terminal import (
    CliEnvironment,
    add_passphrase_and_json,
    open_key,
    print_json,
    progress,
    say,
    warn,
)
from kiosk.ops.process import need_screen
from kiosk.ops.version import VersionOption
from kiosk.store.settings.settings import DEFAULT_FILE
from kiosk.store.spool import Spool

DONE = 0
FAILED = 1
USAGE = 2


def run(argv: Sequence[str] | None, environment: CliEnvironment) -> int:
    """Run one command and return its exit code: 0 done, 1 failed with one sentence, 2 wrong usage."""
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as stop:
        return DONE if not stop.code else USAGE
    speak_as(_language(arguments), environment.language)
    try:
        refuse_a_kiosk(DEFAULT_FILE)
        arguments.command(arguments, environment)
    except KioskError as error:
        return _fail(str(error), arguments, environment)
    except OSError as error:
        return _fail(
            tr("The disk refused ({reason}): check it and try again.", reason=error.strerror),
            arguments,
            environment,
        )
    except KeyboardInterrupt:
        return _fail(tr("Stopped: run the same command again to go on."), arguments, environment)
    return DONE


def _language(arguments: argparse.Namespace) -> str:
    """Return what the settings of the desk say; "auto" without a desk, or with settings that are broken."""
    with contextlib.suppress(KioskError, OSError):
        beside = arguments.spool.parent if "spool" in arguments else None
        return DeskFolder(beside or office_to_open(arguments.office, os.environ)).settings().language
    return "auto"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="kiosk-desk",
        description="Open, list, call and export the sealed call-back requests of a waiting-room kiosk.",
        epilog="Exit codes: 0 done; 1 failed, with one sentence on stderr (with --json also on stdout); "
        "2 wrong usage.",
    )
    parser.set_defaults(command=_window, office=None, json=False)
    parser.add_argument("--version", action=VersionOption)
    commands = parser.add_subparsers(metavar="COMMAND")
    window = commands.add_parser("window", help="open the desk's window, as without any command")
    for place in (parser, window):
        place.add_argument(
            "--office", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the desk's own folder"
        )
    window.set_defaults(command=_window, json=False)
    _add_key_commands(commands.add_parser("key", help="make a key for a person, or the recovery key"))

    demonstration = commands.add_parser("demonstration", help="set up a kiosk and a desk to try out")
    demonstration.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to set it up in"
    )
    demonstration.set_defaults(command=_demonstration, json=False)

    listing = commands.add_parser("list", help="show the requests that wait; changes nothing")
    _add_opening(listing)
    listing.set_defaults(command=_list)

    export = commands.add_parser("export", help="write the requests that wait into a list, each exactly once")
    _add_opening(export)
    export.add_argument("--format", choices=list(FORMATS), default="csv", help="kind of list")
    export.add_argument(
        "--choose",
        type=_choice,
        default="new",
        metavar="WHAT",
        help="new; or all, or a day such as 2026-11-23, with what was listed before, and the list says so",
    )
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the list")
    export.add_argument(
        "--folder-is-gone",
        action="store_true",
        help="the folder of an interrupted export is lost for good: list its requests again",
    )
    export.set_defaults(command=_export)
    add_daily_commands(commands.add_parser)
    add_audit_command(commands.add_parser)
    return parser


def _add_key_commands(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    new = kinds.add_parser("new", help="a key for one person, protected by a passphrase")
    new.add_argument("--name", required=True, help="whose key it is, such as 'Ana García'")
    new.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase")
    new.set_defaults(command=_key_new)
    recovery = kinds.add_parser(
        "recovery", help="the key for the day all others are lost; print it, lock it away"
    )
    recovery.set_defaults(command=_key_recovery)
    for kind in (new, recovery):
        kind.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the key")
        kind.add_argument("--demonstration", action="store_true", help="mark recipients.txt as nobody's")
        kind.set_defaults(json=False)


def _choice(text: str) -> datetime.date | Literal["new", "all"]:
    named: dict[str, Literal["new", "all"]] = {"new": "new", "all": "all"}
    return named.get(text) or datetime.date.fromisoformat(text)


def _add_opening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--spool", type=Path, required=True, metavar="DIR", help="the kiosk's spool folder")
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="your key file")
    add_passphrase_and_json(parser)


def _key_new(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    def passphrase() -> str:
        if arguments.passphrase_file is None:
            return choose_passphrase(environment.dialogue)
        chosen = read_passphrase_file(arguments.passphrase_file)
        check_passphrase(chosen)
        return chosen

    _print_key(make_staff_key(arguments.name, _place(arguments), environment.now(), passphrase), environment)


def _key_recovery(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    _print_key(make_recovery_key(_place(arguments), environment.now()), environment)
    say(tr("It opened a test envelope. It has no passphrase: print it, lock the paper away,"), environment)
    rest = tr("and remove the file from this computer. If every key is lost, the requests are lost.")
    say(rest, environment)


def refuse_a_kiosk(settings: Path) -> None:
    """Raise KeyFileError on a machine that is installed as a kiosk: keys must never be there."""
    if settings.exists():
        raise KeyFileError(
            tr(
                "This machine is a kiosk ({settings}): run kiosk-desk on a computer of the staff.",
                settings=settings,
            )
        )


def _window(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    need_screen()
    environment.open_window(arguments.office)


def _demonstration(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    out: Path = arguments.out
    if not make_demonstration(out, environment.now(), environment.dialogue.generate_words):
        say(tr("The demonstration in {out} is complete already; nothing was changed.", out=out), environment)
        return
    desk = out / "desk"
    say(
        tr("The demonstration is ready in {out}. Nobody will call. To see its requests:", out=out),
        environment,
    )
    say(
        f"kiosk-desk list --spool {out / 'kiosk' / 'spool'} --key {desk / 'front-desk.key'} "
        f"--passphrase-file {desk / 'passphrase.txt'}",
        environment,
    )


def _list(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    spool = _spool(arguments)
    key = open_key(arguments.key, arguments.passphrase_file, environment)
    records = read_records(spool)
    expected = Expected(environment.now(), promise=rules_beside(spool).promise)
    with progress(tr("Opening"), environment) as on_opened:
        work = read_worklist(spool, key, exported_by(records.jobs), expected, on_opened)
    warnings = [*records.warnings, *work.warnings]
    if arguments.json:
        print_json(
            {"requests": [entry_fields(entry) for entry in work.entries], "warnings": warnings}, environment
        )
        return
    if work.entries:
        environment.output.print(worklist_table(work))
    else:
        say(tr("There is nothing to list."), environment)
    warn(warnings, environment)


def _export(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    spool = _spool(arguments)
    key = open_key(arguments.key, arguments.passphrase_file, environment)
    order = Order(
        arguments.out,
        environment.now().astimezone(),
        folder_is_gone=arguments.folder_is_gone,
        choice=arguments.choose,
        format=arguments.format,
        rules=rules_beside(spool),
    )
    with progress(tr("Exporting"), environment) as on_opened:
        outcome = export_list(spool, key, order, on_opened, read_calls_beside(spool, key))
    if arguments.json:
        file = None if outcome.file is None else str(outcome.file)
        print_json({"file": file, "exported": outcome.count, "warnings": outcome.warnings}, environment)
        return
    if outcome.file is None:
        say(tr("There is nothing to list; no list was written."), environment)
    else:
        say(tr("{count} exported to {file}", count=outcome.count, file=outcome.file), environment)
    warn(outcome.warnings, environment)


def _place(arguments: argparse.Namespace) -> KeyLocation:
    return KeyLocation(
        arguments.out, arguments.out / "recipients.txt", is_demonstration=arguments.demonstration
    )


def _spool(arguments: argparse.Namespace) -> Spool:
    spool = Spool(Path(os.path.realpath(arguments.spool)))  # a desk's records stand beside its spool
    if not spool.new.is_dir():
        raise SpoolError(
            tr(
                "There is no spool in {spool}: give the folder the kiosk writes its requests to, or the "
                "folder spool in the desk's own, which is there once requests were taken in.",
                spool=arguments.spool,
            )
        )
    return spool


def _print_key(made: NewKey, environment: CliEnvironment) -> None:
    say(tr("Key file:   {file}", file=made.file), environment)
    say(tr("Public key: {recipient}", recipient=made.recipient), environment)
    say(
        tr(
            "Added to:   {file} (copy this file to the kiosk)",
            file=made.recipients_file,
        ),
        environment,
    )


def _fail(sentence: str, arguments: argparse.Namespace, environment: CliEnvironment) -> int:
    environment.errors.out(printable(sentence), highlight=False)
    if arguments.json:
        print_json({"error": sentence}, environment)
    return FAILED
