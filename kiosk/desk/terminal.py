"""What every command of kiosk-desk needs: its surroundings, a key, sentences and JSON documents."""

import argparse
import contextlib
import dataclasses
import datetime
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.passphrase import Dialogue, read_passphrase_file
from kiosk.desk.access.places import office_to_open
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.plain_text import printable


@dataclasses.dataclass(frozen=True, slots=True)
class CliEnvironment:
    """What the commands need from outside.

    now: UTC, aware; open_window: shows a desk's folder, None for the usual one, until it is closed; language:
    of this computer, as it names it.
    """

    now: Callable[[], datetime.datetime]
    dialogue: Dialogue
    output: Console
    errors: Console
    open_window: Callable[[Path | None], int]
    language: str = ""


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Desk:
    """The desk's folder, who opens it, and with which key."""

    office: DeskFolder
    name: str
    key: StaffKey


def add_passphrase_and_json(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where the passphrase is, and to print JSON."""
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def open_key(file: Path, passphrase_file: Path | None, environment: CliEnvironment) -> StaffKey:
    """Open a key with the passphrase of a file, or ask for it. Raises KeyFileError."""

    def passphrase() -> str:
        if passphrase_file is not None:
            return read_passphrase_file(passphrase_file)
        return environment.dialogue.ask_secretly(tr("Passphrase for {name}: ", name=file.name))

    return load_key(file, passphrase)


def add_command(
    add: Callable[..., argparse.ArgumentParser],
    name: str,
    command: Callable[[argparse.Namespace, CliEnvironment], None],
    about: str,
    *,
    needs_key: bool = True,
) -> argparse.ArgumentParser:
    """Add a command on the desk's own folder; add: add_parser of the commands it is one of."""
    parser = add(name, help=about, description=about)
    parser.add_argument(
        "--office", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the desk's own folder"
    )
    if needs_key:
        parser.add_argument("--name", metavar="NAME", help="who you are; may be left out if you are alone")
        add_passphrase_and_json(parser)
    else:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(command=command)
    return parser


def office_of(arguments: argparse.Namespace) -> DeskFolder:
    """Return the desk that a command names. Raises KeyFileError where there is none."""
    office = DeskFolder(office_to_open(arguments.office, os.environ).absolute())
    if not office.is_set_up:
        raise KeyFileError(
            tr(
                "There is no desk in {root}: set it up in the window, or name its folder with --office.",
                root=office.root,
            )
        )
    return office


def open_desk(arguments: argparse.Namespace, environment: CliEnvironment) -> Desk:
    """Open the desk that a command names for who gives it. Raises KeyFileError."""
    office = office_of(arguments)
    people = office.people()
    name = arguments.name or (people[0] if len(people) == 1 else "")
    if name not in people:
        raise KeyFileError(tr("Say with --name who you are: {names}.", names=", ".join(people)))
    return Desk(office, name, open_key(office.key_file(name), arguments.passphrase_file, environment))


@contextlib.contextmanager
def progress(action: str, environment: CliEnvironment) -> Iterator[Callable[[int, int], None]]:
    """Show how far something is, where somebody can see it."""
    with Progress(
        console=environment.errors, disable=not environment.errors.is_terminal, transient=True
    ) as shown:
        task = shown.add_task(action, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def print_json(document: Mapping[str, object], environment: CliEnvironment) -> None:
    """Print one JSON document."""
    environment.output.out(json.dumps(document, indent=2), highlight=False)


def say(line: str, environment: CliEnvironment) -> None:
    """Print a line."""
    environment.output.out(printable(line), highlight=False)


def warn(warnings: Sequence[str], environment: CliEnvironment) -> None:
    """Print sentences beside the output."""
    for warning in warnings:
        environment.errors.out(tr("Warning: {warning}", warning=printable(warning)), highlight=False)
