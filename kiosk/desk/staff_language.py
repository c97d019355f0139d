"""Which language the desk speaks, and its words: kiosk/desk/words/<code>.ts, which Qt Linguist opens."""

import functools
import locale
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal
from xml.etree import ElementTree

from kiosk.core.staff_words import Catalog, speak

WORDS: Final = Path(__file__).parent / "words"
SOURCE: Final = "en"
"""The language of the sentences in the program."""
Choice = Literal["auto", "en", "es"]
"""What desk.toml can name; auto: as this computer."""


def speak_as(choice: str, system: str) -> None:
    """Speak what was chosen; "auto" speaks as the computer does, in English if there are no words of that.

    system: its language, such as "es_MX.UTF-8" or "es-MX".
    """
    wanted = system.replace("-", "_").split("_")[0].split(".")[0].lower() if choice == "auto" else choice
    speak(catalog_of(wanted))


@functools.cache
def catalog_of(language: str) -> Catalog:
    """Return the words of a language; English for one without words."""
    file = WORDS / f"{language}.ts"
    if not language.isalpha() or not file.exists():
        return Catalog(SOURCE)
    sentences = {}
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314  # shipped with the program
        forms = [form.text or "" for form in message.iter("numerusform")]
        source, text = message.findtext("source", ""), message.findtext("translation", "")
        sentences[source] = tuple(forms) or (text,)
    return Catalog(language, sentences)


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of this computer as it names it, "" when it names none."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # there only

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((value.split(":")[0] for name in names if (value := environment.get(name))), "")
