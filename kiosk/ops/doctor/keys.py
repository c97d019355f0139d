"""Who can open what is sealed here, who can come in, and what must never lie on a kiosk."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.core.errors import KioskError
from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning
from kiosk.store.administrator import who_else_writes
from kiosk.store.check_code import check_code
from kiosk.store.intake import intake_of
from kiosk.store.reading import read_file
from kiosk.store.settings.layers import FOLDER
from kiosk.store.spool import Spool

CLOSED: Final = "the call form is closed until this is mended"
_SECRET: Final = (b"AGE-SECRET-KEY-", b"-----BEGIN AGE ENCRYPTED FILE-----")
_MOST_BYTES: Final = 64 * 1024
"""Of a file with a key, which has some hundred. Chosen."""


def recipients(examined: Examined) -> Iterator[Finding]:
    """Read the public keys as the kiosk does."""
    settings = examined.settings
    try:
        keys = intake_of(settings, Spool(settings.spool)).recipients()
    except KioskError as error:
        yield problem("recipients", str(error), CLOSED)
        return
    if reason := who_else_writes(settings.recipients):
        yield warning("recipients", reason, "an installed program would refuse it")
        return
    written = settings.recipients.stat().st_mtime
    since = datetime.datetime.fromtimestamp(written, examined.now.tzinfo)
    words = " ".join(check_code(keys))
    found = f"check code, to compare with the desk: {words}; last written {since:%Y-%m-%d %H:%M %z}"
    yield fine("recipients", found)


def secret_keys(examined: Examined) -> Iterator[Finding]:
    """Find keys that open requests: their place is at the desk."""
    settings = examined.settings
    folders = (settings.staff_pin.parent, settings.staff_pin.parent / FOLDER, settings.spool)
    for path in sorted({path for folder in folders for path in _files(folder) if _is_secret(path)}):
        found = f"{path} opens requests, and whoever takes this machine has it"
        yield problem("secret keys", found, "bring it to the desk and remove it here; ask staff for new keys")


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_secret(path: Path) -> bool:
    if path.suffix == ".key":
        return True
    try:
        data = read_file(path, _MOST_BYTES)
    except OSError:
        return False
    return any(mark in data for mark in _SECRET)


def staff_pin(examined: Examined) -> Iterator[Finding]:
    """Say whether a PIN can let staff in."""
    # Loaded here: only this command, and staff who come, need what checks a PIN.
    from kiosk.store.staff_pin import pin_fault  # noqa: PLC0415

    if fault := pin_fault(examined.settings.staff_pin):
        yield problem("staff PIN", fault, "kiosk staff-pin set")
    else:
        yield fine("staff PIN", "set")
