"""How long what was read in a source holds."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from kiosk.content.files import LanguageFiles
from kiosk.content.folders import SOURCES_FILE
from kiosk.core.content.cards import Source
from kiosk.core.validation import Problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

HOLDS: Final = datetime.timedelta(days=366)
"""Longest time between checked and expires: treatments and numbers change within a year."""
WARNED_BEFORE: Final = datetime.timedelta(days=60)


def claim_problems(reading: LanguageFiles, today: datetime.date) -> list[FileProblem]:
    """Name each source that has expired, has no dates, or too long a time between them."""
    found = [
        Problem((key, place), message)
        for key, source in reading.sources.items()
        for place, message in _complaints(source, today)
    ]
    toml, _ = open_toml(reading.folders.file(SOURCES_FILE))
    return toml.located(found) if toml is not None else []


def expiring(sources: Mapping[str, Source], today: datetime.date) -> dict[str, datetime.date]:
    """Return the sources that have expired or do so within 60 days, with their days, the first one first."""
    days = {key: source.expires for key, source in sources.items() if source.expires is not None}
    soon = {key: day for key, day in days.items() if day <= today + WARNED_BEFORE}
    return dict(sorted(soon.items(), key=lambda item: item[1]))


def _complaints(source: Source, today: datetime.date) -> Iterable[tuple[str, str]]:
    if source.checked is None or source.expires is None:
        yield "checked", "compare what cites it with the source, and write the days: checked and expires"
    elif source.expires > source.checked + HOLDS:
        yield "expires", f"at most 12 months after {source.checked.isoformat()}, when it was checked"
    elif source.expires < today:
        cited = f" ({', '.join(source.texts)})" if source.texts else ""
        message = (
            f"last checked on {source.checked.isoformat()}, and it holds no longer: read it again, correct "
            f"what cites it{cited}, and write both days anew"
        )
        yield "expires", message
