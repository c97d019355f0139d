"""Which folder is the desk's: the one that was chosen, or the usual one; and where a new desk may begin."""

import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.set_up import is_begun
from kiosk.store.durable import make_folders, write_durably
from kiosk.store.text_files import NotText, read_text_file

_USUAL_NAME: Final = "kiosk-desk"
_REMEMBERED: Final = "folder.txt"
_SYSTEMS_OWN: Final = frozenset({"desktop.ini", "thumbs.db", "lost+found", "$recycle.bin"})
"""What file managers and file systems leave in every folder, in small letters."""


def usual_office() -> Path:
    """Return where a desk is when nobody chose a folder. Raises KeyFileError without a home folder."""
    try:
        return Path.home() / _USUAL_NAME
    except RuntimeError:
        raise KeyFileError(
            tr("This user has no home folder on this computer: name the desk's folder with --office.")
        ) from None


def chosen_office(configuration: Path) -> Path | None:
    """Return the folder that was chosen in the window on this computer, None when nobody did.

    What is no whole path was not written by this program.
    """
    try:
        text = read_text_file(configuration / _REMEMBERED).strip()
    except (OSError, NotText):
        return None
    return Path(text) if os.path.isabs(text) else None  # noqa: PTH117  # "" too


def office_to_open(named: Path | None, variables: Mapping[str, str]) -> Path:
    """Return the folder that was named, or else chosen on this computer, or else the usual one.

    variables: the process's environment. Raises KeyFileError without any and without a home folder.
    """
    return named or chosen_office(configuration_folder(variables)) or usual_office()


def remember_office(configuration: Path, office: Path) -> None:
    """Let the next start open this folder; a computer that cannot keep it asks again."""
    with contextlib.suppress(OSError, UnicodeEncodeError):
        make_folders(configuration)
        write_durably(configuration, _REMEMBERED, f"{office}\n".encode(), configuration)


def configuration_folder(variables: Mapping[str, str]) -> Path:
    """Return where programs keep what this user chose; variables: the process's environment.

    Raises KeyFileError without a home folder.
    """
    named = variables.get("APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME", "")
    base = Path(named) if os.path.isabs(named) else usual_office().parent / ".config"  # noqa: PTH117  # "" too
    return base / _USUAL_NAME


def is_new(office: DeskFolder, *, is_usual: bool) -> bool:
    """Whether a desk that was never set up may begin in this folder; False: one is there.

    It begins in an empty folder, in the usual place, or where a set-up was begun. Raises KeyFileError, with
    what to do, for any other: two desks with different keys would lose requests.
    """
    root = office.root
    if office.is_set_up:
        return False
    if not root.is_dir():
        if is_usual and not root.exists():
            return True
        raise KeyFileError(
            tr(
                "{root} is not there: plug in its disk or connect the shared folder, then try again. No new "
                "desk was begun.",
                root=root,
            )
        )
    if is_begun(office):
        return True
    _refuse_half_a_desk(office)
    if not is_usual and any(counts(path) for path in root.iterdir()):
        raise KeyFileError(
            tr(
                "{root} holds other files and no desk: choose the desk's own folder, or an empty one to "
                "begin a new desk in.",
                root=root,
            )
        )
    return True


def _refuse_half_a_desk(office: DeskFolder) -> None:
    missing = ""
    if office.people():
        missing = tr("the keys of people, but no recipients.txt")
    elif office.recipients_file.exists():
        missing = tr("recipients.txt, but the key of nobody")
    if missing:
        raise KeyFileError(
            tr(
                "{root} holds {missing}: put what is missing back from a backup, then try again. No new "
                "desk was begun.",
                root=office.root,
                missing=missing,
            )
        )


def counts(path: Path) -> bool:
    """Whether people put it there, and no file manager or file system."""
    return not path.name.startswith(".") and path.name.lower() not in _SYSTEMS_OWN
