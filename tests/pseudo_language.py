"""A generated language for layout tests: English, 40 % longer, with accents on its vowels."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from kiosk.content.linguist import read_ts
from kiosk.store.settings.settings import content_folder, words_folder

PSEUDO = "pseudo"
LONGER = 1.4
ACCENTS = str.maketrans("aeiouyAEIOUY", "áéîöüÿÁÉÎÖÜŸ")
NOT_TEXT = {"id", "kind", "tier", "scene", "sources", "rules", "stops", "related", "number", "right"}
NOT_TEXT |= {"letters", "accents", "colours", "formula", "must_know"}
NOT_TEXT |= {"take_home"}  # as long as a code for a phone has room for
KEPT = re.compile(r"(\{[^{}]*\}|%[\dn])")


def lengthened(text: str) -> str:
    """Return a text 40 % longer; {placeholders}, %1 and what ends it stay as they are."""
    return "".join(part if KEPT.fullmatch(part) else _stretched(part) for part in KEPT.split(text))


def _stretched(text: str) -> str:
    wanted, extra, letters = len(text) * (LONGER - 1), 0, []
    for place, letter in enumerate(text, start=1):
        letters.append(letter)
        if letter.isalpha():
            more = max(0, round(wanted * place / len(text)) - extra)
            letters.append(letter.lower() * more)
            extra += more
    return "".join(letters).translate(ACCENTS)


def make_pseudo_language(out: Path) -> tuple[Path, Path]:
    """Write a content folder and a words folder that hold the shipped languages and this one."""
    content, words = out / "content", out / "words"
    shutil.copytree(content_folder(), content)
    shutil.copytree(words_folder(), words)
    english, pseudo = content / "en", content / PSEUDO
    for file in english.rglob("*.toml"):
        copy = pseudo / file.relative_to(english)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(_toml(_changed(tomllib.loads(file.read_text("utf-8")))), encoding="utf-8")
    messages = "".join(
        _message(key, [escape(lengthened(form)) for form in text.splitlines()])
        for key, text in read_ts(english / "interface.ts")[0].items()
    )
    file = pseudo / "interface.ts"
    file.write_text(
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="eo">'
        f"<context><name></name>{messages}</context></TS>",
        encoding="utf-8",
    )
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, "-silent", file, "-qm", words / f"{PSEUDO}.qm"], check=True)
    return content, words


def _message(key: str, forms: list[str]) -> str:
    counted = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    numerus, words = (' numerus="yes"', counted) if len(forms) > 1 else ("", forms[0])
    return f'<message id="{key}"{numerus}><source/><translation>{words}</translation></message>'


def _changed(value: Any, key: str = "") -> Any:
    if key in NOT_TEXT:
        return value
    if isinstance(value, str):
        return lengthened(value)
    if isinstance(value, list):
        return [_changed(item) for item in value]
    if isinstance(value, dict):
        return {name: _changed(item, name) for name, item in value.items()}
    return value


def _toml(data: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in data.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
