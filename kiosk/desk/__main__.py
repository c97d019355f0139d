"""The staff program: this file gives the commands their clock, their randomness and their terminal."""

import datetime
import getpass
import io
import sys
import time
import uuid
from pathlib import Path

from rich.console import Console
from xkcdpass import xkcd_password

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk import cli
from kiosk.desk.access.passphrase import WORDS, Dialogue
from kiosk.desk.dialling import can_dial
from kiosk.desk.staff_language import system_language
from kiosk.desk.terminal import CliEnvironment
from kiosk.ops.process import (
    keep_memory_private,
    replace_missing_streams,
    use_no_pools,
    use_one_arena,
    wipe_freed_memory,
)
from kiosk.store.volumes import removable_volumes

_WIDTH_WITHOUT_TERMINAL = 200


def main(argv: list[str] | None = None) -> int:
    """Run kiosk-desk; returns the exit code (see kiosk.desk.cli.run)."""
    replace_missing_streams()
    keep_memory_private()
    use_one_arena()
    wipe_freed_memory()
    use_no_pools()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    width = None if sys.stdout.isatty() else _WIDTH_WITHOUT_TERMINAL
    output = Console(width=width, emoji=False)
    dialogue = Dialogue(
        show=lambda line: output.out(line, highlight=False),
        ask=_ask,
        ask_secretly=_ask_secretly,
        generate_words=_generate_words,
    )
    environment = CliEnvironment(
        now=_now,
        dialogue=dialogue,
        output=output,
        errors=Console(stderr=True, emoji=False),
        open_window=_open_window,
        language=system_language(),
    )
    return cli.run(argv, environment)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _uptime() -> float:
    """Seconds of a clock that goes on while this computer sleeps, where the system has one."""
    uptime = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))  # the latter is macOS's
    return time.monotonic() if uptime is None else time.clock_gettime(uptime)


def _open_window(office: Path | None) -> int:
    # Qt takes a while to load: only the window needs it.
    from kiosk.desk.window.app import open_window  # noqa: PLC0415
    from kiosk.desk.window.frame import DeskWindowEnvironment  # noqa: PLC0415

    desk = uuid.uuid4().hex
    environment = DeskWindowEnvironment(
        _now, _generate_words, _uptime, removable_volumes, desk, can_dial, system_language()
    )
    return open_window(office, environment)


def _ask(question: str) -> str:
    _need_terminal()
    try:
        return input(question)
    except EOFError:
        raise KeyFileError(tr("No answer was given: run the command again.")) from None


def _ask_secretly(question: str) -> str:
    _need_terminal()
    try:
        return getpass.getpass(question)
    except EOFError:
        raise KeyFileError(tr("No passphrase was given: run the command again.")) from None


def _need_terminal() -> None:
    if not sys.stdin.isatty():
        raise KeyFileError(
            tr("This needs a terminal to ask for the passphrase: use one, or give --passphrase-file.")
        )


def _generate_words() -> str:
    """Six of the 7,772 plain words of EFF's long list, by the system's random source: 77 bits."""
    words = xkcd_password.generate_wordlist(xkcd_password.locate_wordfile("eff-long"), 3, 9, "[a-z]")
    return str(xkcd_password.generate_xkcdpassword(words, numwords=WORDS))


if __name__ == "__main__":
    sys.exit(main())
