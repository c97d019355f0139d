"""`kiosk staff-pin set`: asked for, or unattended from a file or a pipe, never on the command line."""

import argparse
import sys
from pathlib import Path
from typing import Final

from kiosk.core.errors import PinError
from kiosk.store.settings.settings import DEFAULT_FILE, staff_pin_of

_PIPE: Final = "-"
_MOST_BYTES: Final = 1024
"""Of a file with one PIN in it. Chosen; what is larger is another file."""


def add_staff_pin_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of `kiosk`."""
    staff_pin = commands.add_parser("staff-pin", help="the PIN that opens the staff's screen")
    changes = staff_pin.add_subparsers(required=True, metavar="ACTION")
    change = changes.add_parser("set", help="choose it, or choose it anew when it was forgotten")
    change.add_argument("--config", type=Path, default=DEFAULT_FILE, help=f"settings file ({DEFAULT_FILE})")
    change.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="a file with the PIN on one line, - for standard input; without it, you are asked",
    )
    change.set_defaults(command=_set)


def _set(arguments: argparse.Namespace) -> int:
    """Set the PIN. Raises PinError."""
    # Imported here: argon2 is for nobody else.
    from kiosk.store.staff_pin import set_pin  # noqa: PLC0415

    pin = _asked() if arguments.source is None else _read(arguments.source)
    file = staff_pin_of(arguments.config)
    set_pin(file, pin)
    print(f"The staff PIN is set: {file}")
    return 0


def _asked() -> str:
    """Return what somebody typed twice. Raises PinError."""
    # Imported here: no other command pays for it.
    import getpass  # noqa: PLC0415

    from kiosk.core.staff import MAX_PIN_DIGITS, MIN_PIN_DIGITS, pin_problem  # noqa: PLC0415

    try:
        pin = getpass.getpass(f"New staff PIN ({MIN_PIN_DIGITS} to {MAX_PIN_DIGITS} digits): ")
        problem = pin_problem(pin)
        if problem:
            raise PinError(problem)
        if getpass.getpass("The same PIN again: ") != pin:
            raise PinError("The two PINs are not the same: start again.")
    except EOFError:
        raise PinError(
            "No PIN was typed: run this in a terminal, or name a file with the PIN on one line: --from FILE."
        ) from None
    return pin


def _read(source: str) -> str:
    """Return the PIN in a file or from the pipe. Raises PinError, which never holds what was read."""
    # As above.
    from kiosk.store.reading import read_file  # noqa: PLC0415
    from kiosk.store.text_files import NotText, text_of  # noqa: PLC0415

    named = "Standard input" if source == _PIPE else source
    try:
        data = (
            sys.stdin.buffer.read(_MOST_BYTES)
            if source == _PIPE
            else read_file(Path(source), _MOST_BYTES, follows_links=True)
        )
        lines = text_of(data).splitlines()
    except OSError as error:
        raise PinError(
            f"{named} cannot be read ({error.strerror}): name a file with the PIN on one line."
        ) from None
    except NotText as reason:
        raise PinError(f"{named} {reason}.") from None
    if len(lines) != 1:
        raise PinError(f"{named} holds {len(lines)} lines: it must be one, the PIN and nothing else.")
    return lines[0]
