"""A demonstration clinic in one folder: a kiosk and a desk whose requests nobody answers."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.desk.keys import Place, make_recovery_key, make_staff_key
from kiosk.store.durable import PUBLIC_FILE, make_folders, write_durably
from kiosk.store.settings import STAFF_PIN
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import set_pin

NOTE: Final = "This passphrase is for the demonstration only: never keep a real one in a file."

SETTINGS: Final = """\
demonstration = true             # say on every screen that nobody will call
calm = false                     # true: no picture moves
theme = "standard"               # the colours: standard, dark or high-contrast
kiosk_name = "demonstration"     # stands before the number of every request
screen_diagonal = 21.5           # inches; leave this line out to trust what the screen reports
languages = ["en", "es"]         # offered to visitors, the first one to begin with
country = "US"                   # how phone numbers are read and shown
emergency_number = "911"         # shown wherever help is needed now
self_check = "guided"            # guided (only once it is signed), static (a poster, no answers taken) or off

[clinic]
name = "Your Clinic"             # shown on every screen and left on voicemail
phone = "(202) 555-0143"         # where visitors reach the clinic
call_back_within_days = 2        # the promise made to visitors; a request older than this closes the form
caller_number = "(202) 555-0143" # what shows when the clinic calls; leave it out if that is the same

[callback]
recipients = "recipients.txt"    # public keys of those who can open requests, from this folder
spool = "spool"                  # where sealed requests wait, from this folder
share = "share"                  # a folder the desk reaches too; leave it out if there is none
delete_after_days = 7            # how long exported requests are kept
most_in_10_minutes = 6           # more requests than this close the form for a while
most_a_day = 60                  # as above, within 24 hours
"""
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
        raise KeyFileError(f"{out} holds an unfinished demonstration: remove that folder and run this again.")
    words = generate_words()
    try:
        make_folders(kiosk)
        make_folders(desk)
        write_durably(desk, passphrase.name, f"{words}\n{NOTE}\n".encode(), desk)
        place = Place(desk, recipients, is_demonstration=True)
        make_staff_key("front-desk", place, now, lambda: words)
        make_recovery_key(place, now)
        write_durably(desk, recipients.name, recipients.read_bytes(), desk, mode=PUBLIC_FILE)
        Spool(kiosk / "spool").prepare()
        make_folders(kiosk / "share")
        set_pin(kiosk / STAFF_PIN, PIN)
        write_durably(kiosk, "kiosk.toml", SETTINGS.encode(), kiosk, mode=PUBLIC_FILE)
    except OSError as error:
        raise KeyFileError(
            f"The demonstration could not be written to {out} ({error.strerror}): choose another folder."
        ) from None
    return True
