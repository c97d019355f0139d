"""The names of the languages that can be spoken on the phone, from content/languages.toml and its twins."""

import functools
from collections.abc import Mapping
from pathlib import Path

from kiosk.content.folders import Folders
from kiosk.core.content.languages import SpokenLanguage
from kiosk.core.validation import Problem
from kiosk.store.settings.keys import LANGUAGES_FILE
from kiosk.store.settings.settings import content_folder
from kiosk.store.settings.toml_files import FileProblem, TomlText, open_toml


def read_languages(folders: Folders, language: str) -> tuple[dict[str, SpokenLanguage], list[FileProblem]]:
    """Return each language there is a name of, by its code, named in its own words and in `language`."""
    own, own_problems = _read_names(folders.file(LANGUAGES_FILE))
    names, problems = _read_names(folders.file(language, LANGUAGES_FILE))
    if own is None or names is None:
        return {}, own_problems + problems
    lacking = own.located(_unnamed(own, names)) + names.located(_unnamed(names, own))
    return (
        {code: SpokenLanguage(own.data[code], name) for code, name in names.data.items() if code in own.data},
        lacking,
    )


def _unnamed(there: TomlText, other: TomlText) -> list[Problem]:
    return [
        Problem((code,), f"{code!r} has no name in {other.path}")
        for code in there.data
        if code not in other.data
    ]


def _read_names(path: Path) -> tuple[TomlText | None, list[FileProblem]]:
    toml, problems = open_toml(path)
    if toml is None:
        return None, problems
    wrong = [
        Problem((code,), "must be a name in quotation marks")
        for code, name in toml.data.items()
        if not isinstance(name, str) or not name.strip()
    ]
    return (None, toml.located(wrong)) if wrong else (toml, [])


@functools.cache
def names_in(language: str) -> Mapping[str, str]:
    """Return the shipped name of each language in `language`, by its code; none if they cannot be read."""
    names, _ = _read_names(content_folder() / language / LANGUAGES_FILE)
    return {} if names is None else names.data
