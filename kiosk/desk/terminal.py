"""What every command of kiosk-desk needs: its surroundings, a key, sentences and JSON documents."""

import argparse
import contextlib
import dataclasses
import datetime
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.core.staff_words import tr
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.passphrase import Dialogue, read_passphrase_file
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
