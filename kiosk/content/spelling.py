"""Spelling by hunspell and its dictionaries, where they are installed: kiosks do without."""

import functools
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from kiosk.content.files import LanguageFiles
from kiosk.content.folders import SPELLING_FILE
from kiosk.content.texts import TextFile
from kiosk.core.validation import Problem
from kiosk.store.text_files import NotText, read_text_file

PROGRAM: Final = "hunspell"
_HOLE: Final = re.compile(r"\{[^{}]*\}|%\d|<[^<>]*>")


def can_spell(dictionary: str) -> bool:
    """Whether hunspell is here with this dictionary."""
    program = shutil.which(PROGRAM)
    return program is not None and bool(dictionary) and _opens(program, dictionary)


@functools.cache
def _opens(program: str, dictionary: str) -> bool:
    tried = subprocess.run(  # noqa: S603  # a constant program; the name of the dictionary is an argument
        [program, "-d", dictionary, "-l"], input="", capture_output=True, check=False, encoding="utf-8"
    )
    return tried.returncode == 0


def known_words(reading: LanguageFiles) -> tuple[set[str], list[str]]:
    """Return the words that a language's own lists add to the dictionary, shipped and the clinic's.

    The second part says which list could not be read, one sentence each.
    """
    folders = reading.folders
    roots = (folders.content, folders.own) if folders.own is not None else (folders.content,)
    lines: list[str] = []
    unread: list[str] = []
    for file in (root / reading.language / SPELLING_FILE for root in roots):
        try:
            lines += read_text_file(file).splitlines()
        except FileNotFoundError:
            continue
        except OSError as error:
            unread.append(f"the words in {file} are not known: it cannot be read ({error.strerror})")
        except NotText as reason:
            unread.append(f"the words in {file} are not known: it {reason}")
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}, unread


def misspelt(texts: Iterable[str], dictionary: str, known: Collection[str]) -> set[str]:
    """Return the words that neither the dictionary nor the list has; can_spell must hold."""
    lines = "\n".join(_HOLE.sub(" ", text) for text in texts)
    found = subprocess.run(  # noqa: S603  # as above
        [shutil.which(PROGRAM) or PROGRAM, "-d", dictionary, "-i", "utf-8", "-l"],
        input=lines,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    return {word for word in found.splitlines() if len(word) > 1 and word not in known}


def spelling_problems(file: TextFile, words: Collection[str]) -> Iterator[Problem]:
    """Name each place of a file where one of these words stands."""
    any_of = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<![^\W\d_])(?:{any_of or '(?!)'})(?![^\W\d_])")
    for place, text in file.texts():
        found = dict.fromkeys(pattern.findall(_HOLE.sub(" ", text)))
        if found:
            named = ", ".join(map(repr, found))
            yield Problem(place, f"{named} is in no dictionary: correct it, or add it to {SPELLING_FILE}")
