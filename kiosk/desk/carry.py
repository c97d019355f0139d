"""Carrying recipients.txt to the kiosk: onto the one stick that is plugged in."""

from collections.abc import Callable
from pathlib import Path

from kiosk.core.errors import StickError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.store.durable import PUBLIC_FILE, write_durably
from kiosk.store.reading import read_file
from kiosk.store.volumes import Volume


def carry_recipients(office: DeskFolder, sticks: Callable[[], tuple[Volume, ...]]) -> Path:
    """Write recipients.txt to the stick, in place of an older one there, and return where it is.

    sticks: what can be taken out of this computer now. Raises StickError unless there is exactly one, and
    SealError when the file cannot be used.
    """
    office.recipients()
    try:
        text = read_file(office.recipients_file, follows_links=True)
    except OSError as error:
        raise StickError(
            tr(
                "{file} cannot be read ({reason}): try again.",
                file=office.recipients_file,
                reason=error.strerror,
            )
        ) from None
    found = sticks()
    if not found:
        raise StickError(tr("No stick is plugged in that can be written: plug one in, then try again."))
    if len(found) > 1:
        names = ", ".join(str(stick.path) for stick in found)
        raise StickError(
            tr("More than one stick is plugged in ({names}): leave the one for the kiosk in.", names=names)
        )
    folder = found[0].path
    try:
        write_durably(folder, office.recipients_file.name, text, folder, mode=PUBLIC_FILE)
    except OSError as error:
        raise StickError(
            tr(
                "{name} could not be written to {folder} ({reason}): check that the stick is not full or "
                "locked, or take another.",
                name=office.recipients_file.name,
                folder=folder,
                reason=error.strerror,
            )
        ) from None
    return folder / office.recipients_file.name
