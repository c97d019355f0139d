"""A demonstration clinic in one folder: a kiosk and a desk whose requests are never answered."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk.access.keys import KeyLocation, make_recovery_key, make_staff_key
from kiosk.store.durable import PUBLIC_FILE, make_folders, write_durably
from kiosk.store.settings.reference import settings_file
from kiosk.store.settings.settings import STAFF_PIN
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import set_pin
from kiosk.store.stick import FOLDER

NOTE: Final = "This passphrase is for the demonstration only: never keep a real one in a file."

SETTINGS: Final = {
    "kiosk_name": "demonstration",
    "demonstration": True,
    "screen_diagonal": 21.5,
    "languages": ("en", "es"),
    "self_check": "guided",
    "clinic.name": "Your Clinic",
    "clinic.phone": "(202) 555-0143",
    "clinic.call_back_within_days": 2,
    "callback.recipients": "recipients.txt",
    "callback.spool": "spool",
    "callback.share": "share",
}
PIN: Final = "246810"
"""Opens the staff's screen of the demonstration, and of nothing else."""


def make_demonstration(out: Path, now: datetime.datetime, generate_words: Callable[[], str]) -> bool:
    """Set up out/kiosk and out/desk; False when they are complete already, and then nothing is changed.

    Raises KeyFileError when out holds a part of a demonstration, or cannot be written.
    """
    kiosk, desk = out / "kiosk", out / "desk"
    recipients, passphrase = kiosk / "recipients.txt", desk / "passphrase.txt"
    parts = (
        kiosk / "kiosk.toml",
        recipients,
        kiosk / "spool",
        desk / "front-desk.key",
        desk / "recovery.key",
        passphrase,
    )
    there = [part.exists() for part in parts]
    if all(there):
        return False
    if any(there):
        raise KeyFileError(
            tr("{out} holds an unfinished demonstration: remove that folder and run this again.", out=out)
        )
    words = generate_words()
    try:
        make_folders(kiosk)
        make_folders(desk)
        write_durably(desk, passphrase.name, f"{words}\n{NOTE}\n".encode(), desk)
        place = KeyLocation(desk, recipients, is_demonstration=True)
        make_staff_key("front-desk", place, now, lambda: words)
        make_recovery_key(place, now)
        write_durably(desk, recipients.name, recipients.read_bytes(), desk, mode=PUBLIC_FILE)
        Spool(kiosk / "spool").create_folders()
        make_folders(kiosk / "share" / FOLDER)
        set_pin(kiosk / STAFF_PIN, PIN)
        write_durably(kiosk, "kiosk.toml", settings_file(SETTINGS).encode(), kiosk, mode=PUBLIC_FILE)
    except OSError as error:
        raise KeyFileError(
            tr(
                "The demonstration could not be written to {out} ({reason}): choose another folder.",
                out=out,
                reason=error.strerror,
            )
        ) from None
    return True
