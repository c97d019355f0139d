"""What pure functions are tested with: the shipped words and content, read without Qt."""

import datetime
from collections.abc import Callable
from functools import cache

from kiosk.content.files import load_content
from kiosk.content.folders import Folders
from kiosk.content.linguist import read_ts
from kiosk.core.content.cards import Content
from kiosk.core.unbroken import unbroken
from kiosk.store.settings.settings import assets_folder, content_folder

PHONE = unbroken("(202) 555-0143")
FACTS = {
    "clinic": "Test Clinic",
    "phone": PHONE,
    "emergency_number": "911",
    "call_days": "2",
    "delete_days": "7",
}


@cache
def words_of(language: str) -> dict[str, str]:
    """Read the interface words of a language."""
    return read_ts(content_folder() / language / "interface.ts")[0]


def sentence_in(language: str) -> Callable[..., str]:
    """Return a stand-in for `Translations.sentence`; a placeholder that is not given fails."""
    return lambda word_id, count=-1, /, **placeholders: (
        words_of(language)[word_id].splitlines()[0 if count in {-1, 1} else -1].format_map(placeholders)
    )


@cache
def content_in(language: str) -> Content:
    """Read the content of a language."""
    folders = Folders(content_folder(), assets_folder())
    return load_content(folders, language, FACTS, datetime.date(2026, 11, 28))
