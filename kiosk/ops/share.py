"""The shared folder that the settings name: whether requests could be copied to it now."""

import os
from pathlib import Path
from typing import Final

from kiosk.core.errors import NoAnswer
from kiosk.store.answering import while_it_answers
from kiosk.store.stick import FOLDER

SECONDS_TO_ANSWER: Final = 10.0
"""Chosen; not measured."""


def share_fault(share: Path, seconds: float = SECONDS_TO_ANSWER) -> tuple[str, str] | None:
    """Return what is wrong with a shared folder and what to do, or None; seconds: how long it may hang."""
    try:
        return while_it_answers(lambda _step: _fault(share), seconds)
    except NoAnswer:
        return f"{share} does not answer", "look at the server and the network; sticks work meanwhile"
    except OSError as error:
        return f"{share} cannot be used ({error.strerror})", "connect it again; sticks work meanwhile"


def _fault(share: Path) -> tuple[str, str] | None:
    """As above. Raises OSError."""
    if not share.is_dir():
        return f"there is no folder {share}", "connect it, or name the folder of the desk in share"
    folder = share / FOLDER
    if not folder.is_dir():
        remedy = f"connect it; if it is new, make the folder {FOLDER} in it, which shows that it is there"
        return f"{share} is not connected: it has no folder {FOLDER}", remedy
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return f"{folder} cannot be written", "let the kiosk's user write it"
    return None
