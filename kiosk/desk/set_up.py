"""The first run of a desk: a recovery key that was proved, then the first person's key, both or neither."""

import dataclasses
import datetime
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError, UnsealError
from kiosk.desk.keys import RECOVERY, NewKey, Place, make_staff_key
from kiosk.desk.office import DeskSettings, Office
from kiosk.desk.unseal import generate_key_file, read_key_file
from kiosk.store.durable import make_folders, remove_durably, write_durably
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal

_TEST: Final = b"Can this envelope be opened?"


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class RecoveryKey:
    """A key that is on no disk of this desk; sheet: its key file, to print; recipient: its public half."""

    sheet: str
    recipient: str

    @property
    def secret(self) -> str:
        """The line that has to be typed back, or loaded."""
        return self.sheet.strip().splitlines()[-1]


def make_recovery(now: datetime.datetime) -> RecoveryKey:
    """Make a recovery key in memory; now: UTC."""
    sheet, recipient = generate_key_file(f"{now:%Y-%m-%dT%H:%M:%SZ}")
    return RecoveryKey(sheet.decode(), recipient)


def save_recovery(recovery: RecoveryKey, folder: Path) -> Path:
    """Write the key file to a stick, read it back, and return where it is. Raises KeyFileError."""
    file = folder / f"{RECOVERY}.key"
    if not folder.is_dir() or file.exists():
        reason = "holds a recovery.key already" if file.exists() else "is not there"
        raise KeyFileError(f"{folder} {reason}: choose the folder of another stick.")
    try:
        write_durably(folder, file.name, recovery.sheet.encode(), folder)
    except OSError as error:
        raise KeyFileError(
            f"{file} could not be written ({error.strerror}): choose another stick, or print the key."
        ) from None
    return file


def prove_recovery(recovery: RecoveryKey, typed: str) -> None:
    """Open a test envelope with the key as it was typed from paper or loaded from the stick.

    typed: the key or the whole key file; blanks and small letters do not matter.
    Raises KeyFileError when it does not open it.
    """
    lines = [line for line in typed.splitlines() if not line.startswith("#")]
    secret = "".join("".join(lines).split()).upper()
    sealed = seal(_TEST, Recipients((recovery.recipient,), is_demonstration=False))
    try:
        is_proved = read_key_file(secret.encode(), str).open(sealed) == _TEST
    except (KeyFileError, UnsealError):
        is_proved = False
    if not is_proved:
        raise KeyFileError(
            "This key does not open the test envelope: compare it with the sheet, letter by letter."
        )


def finish_set_up(
    office: Office, name: str, passphrase: str, recovery: RecoveryKey, now: datetime.datetime
) -> NewKey:
    """Write the first person's key, and recipients.txt with both public halves last of all.

    Without recipients.txt nothing can be sealed to a key that was left over. Raises KeyFileError.
    """
    try:
        make_folders(office.root)
        if not office.recipients_file.exists():
            remove_durably(office.key_file(name))
    except OSError as error:
        raise KeyFileError(
            f"{office.root} cannot be written ({error.strerror}): choose another folder for this desk."
        ) from None
    place = Place(office.root, office.recipients_file, is_demonstration=False)
    made = make_staff_key(name, place, now, lambda: passphrase, {RECOVERY: recovery.recipient})
    office.prepare()
    if not office.settings_file.exists():
        office.save_settings(DeskSettings())
    return made
