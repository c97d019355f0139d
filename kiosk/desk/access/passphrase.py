"""Choosing a passphrase: six generated words offered first, a rule for one's own."""

import dataclasses
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError
from kiosk.core.staff_words import tr
from kiosk.store.text_files import NotText, read_text_file

MIN_PASSPHRASE_CHARACTERS: Final = 16
"""Characters; five words of the generated list are always longer."""

WORDS: Final = 6
"""How many a generated passphrase has."""

_TRIES: Final = 3
"""Attempts to type a passphrase again as it was. Chosen; not measured."""
_FORMS: Final = ("NFC", "NFD")


@dataclasses.dataclass(frozen=True, slots=True)
class Dialogue:
    """How to talk with the person at the terminal.

    show: prints one line; ask: reads a visible answer; ask_secretly: reads without echo;
    generate_words: six random words.
    """

    show: Callable[[str], None]
    ask: Callable[[str], str]
    ask_secretly: Callable[[str], str]
    generate_words: Callable[[], str]


def as_words(typed: str) -> str:
    """Return words in the form of a generated passphrase: small letters, one blank between them.

    Letters are composed (NFKC), however they were typed.
    """
    return " ".join(unicodedata.normalize("NFKC", typed).lower().split())


def readings(typed: str) -> tuple[str, ...]:
    """Return the passphrases that a typed text may mean, the likeliest first, none twice; at least one.

    Six words were generated, most likely. A passphrase of one's own is tried letter for letter first, then
    without blanks too many and with its letters composed and decomposed: keyboards and files differ in that.
    """
    words = as_words(typed)
    generated = (words,) if len(words.split()) == WORDS else ()
    forms = (unicodedata.normalize(form, typed) for form in _FORMS)
    own = (way for form in forms for way in (form.strip(), " ".join(form.split())))
    return tuple(dict.fromkeys((*generated, typed, *own)))


def choose_passphrase(dialogue: Dialogue) -> str:
    """Offer six words, or take the person's own passphrase twice.

    Raises KeyFileError when it is too short or was not typed the same again.
    """
    words = dialogue.generate_words()
    dialogue.show(tr("Your passphrase could be these six words. Write them on paper before you go on:"))
    dialogue.show(f"\n    {words}\n")
    if dialogue.ask(tr("Use these six words? [Y/n] ")).strip().lower() in {"", "y", "yes"}:
        _confirm(words, tr("Type the six words: "), dialogue, as_words)
        return words
    own = dialogue.ask_secretly(tr("Your own passphrase (at least 16 characters): "))
    check_passphrase(own)
    _confirm(own, tr("The same passphrase again: "), dialogue, str)
    return own


def check_passphrase(passphrase: str) -> None:
    """Raise KeyFileError when a passphrase is too short."""
    if len(passphrase.strip()) < MIN_PASSPHRASE_CHARACTERS:
        raise KeyFileError(
            tr(
                "This passphrase is too short: use at least 16 characters, which five or six words easily "
                "have."
            )
        )


def read_passphrase_file(path: Path) -> str:
    """Return the first line of a file that is not blank; further ones are notes. Raises KeyFileError."""
    try:
        lines = read_text_file(path).splitlines()
    except NotText as reason:
        raise KeyFileError(tr("The passphrase file {path} {reason}.", path=path, reason=reason)) from None
    except OSError:
        raise KeyFileError(
            tr("The passphrase file {path} cannot be read: check its name and permissions.", path=path)
        ) from None
    passphrase = next((line for line in lines if line.strip()), "")
    if not passphrase:
        raise KeyFileError(
            tr(
                "The passphrase file {path} has nothing in it: write the passphrase on its first line.",
                path=path,
            )
        )
    return passphrase


def _confirm(passphrase: str, question: str, dialogue: Dialogue, read: Callable[[str], str]) -> None:
    for _ in range(_TRIES):
        if read(dialogue.ask_secretly(question)) == passphrase:
            return
        dialogue.show(tr("That is not the same."))
    raise KeyFileError(
        tr("The passphrase was not typed the same again, so no key was made: run the command again.")
    )
