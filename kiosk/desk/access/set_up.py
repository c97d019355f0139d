"""The first run of a desk: a recovery key that was proved, then the first person's key, both or neither."""

import contextlib
import dataclasses
import datetime
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError, SealError, StickError, UnsealError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.keys import KeyLocation, NewKey, make_staff_key
from kiosk.desk.access.names import RECOVERY
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.store.durable import PUBLIC_FILE, make_folders, move_durably, remove_durably, write_durably
from kiosk.store.reading import read_file
from kiosk.store.recipients import Recipients, load_recipients
from kiosk.store.seal import seal
from kiosk.store.volumes import Volume

_TEST: Final = b"Can this envelope be opened?"
_BEGUN: Final = "set-up-begun.txt"
_BEGUN_HEADING: Final = "# Recovery keys of a set-up that did not end. These public halves open nothing."


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


def is_begun(office: DeskFolder) -> bool:
    """Whether a set-up of this desk was begun and has not ended."""
    return (office.root / _BEGUN).exists()


def begun_with(office: DeskFolder) -> tuple[str, ...]:
    """Return the public halves of the recovery keys that set-ups of this desk showed before they were left.

    Somebody may have a print or a stick of each. Raises KeyFileError when that cannot be known.
    """
    file = office.root / _BEGUN
    if not is_begun(office):
        return ()
    try:
        return load_recipients(file, demonstration_allowed=True).keys
    except SealError:
        raise KeyFileError(
            tr(
                "{file} cannot be read. It says which recovery keys were made here: keep a copy for IT, "
                "move it away, and start again.",
                file=file,
            )
        ) from None


def begin_set_up(office: DeskFolder, recovery: RecoveryKey) -> tuple[str, ...]:
    """Keep the public half of a recovery key before anybody sees the key; return all that count.

    Whoever leaves the set-up after that and comes back can go on with what they printed or saved.
    Raises KeyFileError.
    """
    counting = tuple(dict.fromkeys((*begun_with(office), recovery.recipient)))
    text = "".join(f"{line}\n" for line in (_BEGUN_HEADING, *counting))
    try:
        make_folders(office.root)
        write_durably(office.root, _BEGUN, text.encode(), office.root, mode=PUBLIC_FILE)
    except OSError as error:
        raise _unwritable(office, error) from None
    return counting


def save_recovery(
    office: DeskFolder,
    recovery: RecoveryKey,
    folder: Path,
    sticks: Callable[[], tuple[Volume, ...]],
    counting: tuple[str, ...] = (),
) -> Path:
    """Write the key file to a stick, read it back, and return where it is.

    sticks: what can be taken out of this computer now, StickError when it cannot say.
    counting: public halves of keys that need no other copy when they are on the stick already.
    Raises KeyFileError, also for a folder on any other disk: who opens the desk's computer must not find it.
    """
    file = folder / f"{RECOVERY}.key"
    if not folder.is_absolute():
        raise KeyFileError(
            tr("Choose the folder of a stick first: the recovery key must stay on no other disk.")
        )
    if folder.is_dir():
        _refuse_other_disks(office, folder, sticks)
    if file.exists() and _public_half(file) in {recovery.recipient, *counting}:
        return file
    if not folder.is_dir() or file.exists():
        reason = tr("holds a recovery.key already") if file.exists() else tr("is not there")
        raise KeyFileError(
            tr("{folder} {reason}: choose the folder of another stick.", folder=folder, reason=reason)
        )
    try:
        write_durably(folder, file.name, recovery.sheet.encode(), folder)
    except OSError as error:
        raise KeyFileError(
            tr(
                "{file} could not be written ({reason}): choose another stick, or print the key.",
                file=file,
                reason=error.strerror,
            )
        ) from None
    return file


def prove_recovery(counting: tuple[str, ...], typed: str) -> str:
    """Open a test envelope with a key as it was typed from paper or loaded from a stick.

    counting: the public halves of the keys that may be proved; returns that of the one that was.
    typed: the key or the whole key file; blanks and small letters do not matter.
    Raises KeyFileError when it opens none.
    """
    with contextlib.suppress(KeyFileError, UnsealError):
        key = read_key_file(typed.encode(errors="replace"), str)
        sealed = seal(_TEST, Recipients((key.recipient,), is_demonstration=False))
        if key.recipient in counting and key.open(sealed) == _TEST:
            return key.recipient
    raise KeyFileError(
        tr("This key does not open the test envelope: compare it with the sheet, letter by letter.")
    )


def finish_set_up(
    office: DeskFolder, name: str, passphrase: str, recovery: str, now: datetime.datetime
) -> NewKey:
    """Write the first person's key, and recipients.txt with both public halves last of all.

    recovery: the public half of the key that was proved. Without recipients.txt nothing can be sealed to a
    key that was left over; such a file is put aside, never deleted. Raises KeyFileError.
    """
    is_new = not office.recipients_file.exists()
    try:
        make_folders(office.root)
        if is_new:
            _put_aside(office)
    except OSError as error:
        raise _unwritable(office, error) from None
    office.prepare()
    if not office.settings_file.exists():
        office.save_settings(DeskSettings())
    place = KeyLocation(office.root, office.recipients_file, is_demonstration=False)
    try:
        made = make_staff_key(name, place, now, lambda: passphrase, {RECOVERY: recovery})
    except KeyFileError:
        if is_new:  # it may stand there although it could not be synced, and would end the set-up half-way
            with contextlib.suppress(OSError):
                remove_durably(office.recipients_file)
        raise
    with contextlib.suppress(OSError):  # nobody reads it once the desk is set up
        remove_durably(office.root / _BEGUN)
    return made


def _refuse_other_disks(office: DeskFolder, folder: Path, sticks: Callable[[], tuple[Volume, ...]]) -> None:
    place = folder.resolve()
    if place.is_relative_to(office.root.resolve()):
        raise KeyFileError(
            tr(
                "{folder} is the desk's own: choose the folder of a stick for the recovery key.",
                folder=folder,
            )
        )
    try:
        found = sticks()
    except StickError:
        raise KeyFileError(
            tr("This computer does not say which disks can be taken out: print the recovery key instead.")
        ) from None
    if not any(place.is_relative_to(stick.path.resolve()) for stick in found):
        raise KeyFileError(
            tr(
                "{folder} is not on a stick: the recovery key must stay on no disk of a computer. Choose "
                "the folder of a stick, or print the key.",
                folder=folder,
            )
        )


def _public_half(file: Path) -> str:
    try:
        return read_key_file(read_file(file), str).recipient
    except (OSError, KeyFileError):
        return ""


def _put_aside(office: DeskFolder) -> None:
    for file in sorted(office.root.glob("*.key")):
        names = (f"{file.name}.old{count}" for count in itertools.count(1))
        target = next(path for path in map(office.root.joinpath, names) if not path.exists())
        move_durably([(file, target)])


def _unwritable(office: DeskFolder, error: OSError) -> KeyFileError:
    return KeyFileError(
        tr(
            "{root} cannot be written ({reason}): choose another folder for this desk.",
            root=office.root,
            reason=error.strerror,
        )
    )
