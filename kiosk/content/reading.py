"""The content of several languages at once: one that cannot be read is in the way of no other."""

import datetime
from collections.abc import Iterable

from kiosk.content.files import load_content
from kiosk.content.folders import folders_of
from kiosk.core.content.cards import Content
from kiosk.core.errors import ContentError
from kiosk.core.result import Err, Ok, Result
from kiosk.store.settings.settings import Settings


def read_languages(
    settings: Settings, languages: Iterable[str], today: datetime.date
) -> dict[str, Result[Content]]:
    """Return the content of each language, or one sentence why not."""
    folders = folders_of(settings)
    read: dict[str, Result[Content]] = {}
    for language in languages:
        try:
            content = load_content(folders, language, settings.placeholders, today)
        except ContentError as error:
            read[language] = Err(str(error))
        else:
            read[language] = Ok(content)
    return read
