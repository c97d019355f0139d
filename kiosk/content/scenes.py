"""Whether a card shows a picture that belongs to another one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kiosk.content.citations import listed_texts
from kiosk.content.files import LanguageFiles
from kiosk.content.pictures import picture_claim
from kiosk.content.texts import text_files
from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem

_OWNERS: Final = re.compile(rb"<svg\b[^>]*\bdata-cards=\"([^\"]*)\"")


def scene_problems(reading: LanguageFiles) -> list[FileProblem]:
    """Name the scenes that say by data-cards="..." in their <svg> that they are drawn for other cards.

    A card of the clinic's own, which no source lists, may show any.
    """
    problems: list[FileProblem] = []
    listed = listed_texts(reading)
    for file in (file for file in text_files(reading) if file.key in listed):
        found = [
            Problem(place, f"the picture {scene!r} is drawn for {', '.join(owners)}: show one of this card")
            for place, scene in _scenes(file.data)
            for owners in [owners_of(reading.folders.picture(f"pictures/{scene}.svg"))]
            if owners and file.key not in owners
        ]
        problems += file.located(found)
    return problems


def owners_of(picture: Path) -> tuple[str, ...]:
    """Return the ids of the cards that a picture is drawn for, () for all."""
    if not picture.is_file():
        return ()
    found = _OWNERS.search(picture.read_bytes())
    return tuple(found[1].decode().split()) if found else ()


def _scenes(data: Any, place: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if key == "scene" and isinstance(value, str) and value:
            yield (*place, key), value
        elif isinstance(value, dict | list):
            yield from _scenes(value, (*place, key))


def copied_pictures(reading: LanguageFiles) -> list[FileProblem]:
    """Name each shipped picture of a card that says the same as that of a card before it."""
    seen: dict[str, str] = {}
    problems: list[FileProblem] = []
    listed = listed_texts(reading)
    for card in (card for card in reading.cards if card.id in listed):
        for name in (each for each in card.pictures if each.startswith(f"pictures/{card.id}")):
            path = reading.folders.assets / name
            claim = picture_claim(path)
            first = seen.setdefault(claim, name)
            if claim and first != name:
                message = f"it says the same as {first}: put the picture of the card {card.id!r} here"
                problems.append(FileProblem(path, 1, message))
    return problems
