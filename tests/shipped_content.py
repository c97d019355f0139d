"""What is shipped, read once for all kiosks of a test process: nothing of it can be changed."""

import datetime
from collections.abc import Mapping
from typing import Final

from kiosk.content.files import load_content
from kiosk.content.folders import Folders
from kiosk.core.content.cards import Content
from kiosk.store.settings.settings import assets_folder, content_folder

_SHIPPED: Final = Folders(content_folder(), assets_folder())
_read: dict[tuple[object, ...], Content] = {}


def read_once(
    folders: Folders, language: str, placeholders: Mapping[str, str], today: datetime.date
) -> Content:
    """Return what load_content does, and read a clinic's own texts each time."""
    if folders != _SHIPPED:
        return load_content(folders, language, placeholders, today)
    asked = (language, today, *sorted(placeholders.items()))
    if asked not in _read:
        _read[asked] = load_content(folders, language, placeholders, today)
    return _read[asked]
