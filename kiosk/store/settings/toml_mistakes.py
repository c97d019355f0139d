"""What is not valid TOML, in words for people who have never heard of it, each with what to do."""

import re
from collections.abc import Mapping
from typing import Final

from kiosk.core.staff_words import mark, tr

_CURLY: Final = re.compile(r"=\s*[\u2018-\u201f\u00ab\u00bb\u2039\u203a]")
_BARE: Final = re.compile(r"\s*([\w.-]+)\s*=\s*([^\s\"'\[{#=][^#\"'=]*?)\s*(?:#.*)?\Z")
_NO_VALUE: Final = re.compile(r"[^=]*=\s*(?:#.*)?\Z")
_NO_QUOTE: Final = mark("the quotation mark at the end of the text is missing")
_SECOND_TABLE: Final = mark("this table stands in the file a second time: put all its keys in one place")
_BACKSLASH: Final = mark(
    "there is a single backslash in the text: write two of them, or put the text in single quotation marks"
)
_PLAIN: Final[Mapping[str, str]] = {
    r"Cannot overwrite|Duplicate inline": mark(
        "this key stands in the file a second time: keep one of the two"
    ),
    r"Cannot (declare|mutate|redefine)": _SECOND_TABLE,
    r"Unterminated|Illegal character '\\[nr]'|Found invalid character '\\[nr]'|Expected [\"']{3}": _NO_QUOTE,
    r"Illegal character|Found invalid": mark("there is an unseen control character: type the line anew"),
    r"Unescaped|Invalid hex|Escaped": _BACKSLASH,
    r"Expected '='": mark("there must be a = between a key and its value"),
    r"Expected '\]": mark("the bracket ] at the end of the table's name is missing"),
    r"Unclosed array": mark("the bracket ] at the end of the list, or a comma in it, is missing"),
    r"Unclosed inline": mark("the bracket } at the end of the values, or a comma between them, is missing"),
    r"Invalid date": mark("there is no such date or time"),
    r"Expected newline": mark("there is more behind the value: one key with one value stands on a line"),
    r"Invalid value": mark('this is no value: write text in quotation marks, such as "words"'),
}
"""How messages of tomllib begin, and what they mean."""
_NO_KEY: Final = mark("every line is a key with = and its value, a [table], or begins with #")


def plain_mistake(message: str, line: str) -> str:
    """Say what a message of tomllib means. line: the one that it speaks of."""
    if _CURLY.search(line):
        return tr('the quotation marks must be straight ones: "')
    if _NO_VALUE.match(line) and message.startswith("Invalid value"):
        return tr("there is no value behind the =")
    bare = _BARE.match(line)
    if bare and message.startswith(("Invalid value", "Expected newline")):
        return _of_bare(bare[1], bare[2])
    told = next((told for begin, told in _PLAIN.items() if re.match(begin, message)), _NO_KEY)
    return tr(told)


def _of_bare(key: str, value: str) -> str:
    """Say how a value is written that stands without quotation marks."""
    if value.lower() in {"true", "false"}:
        return tr("write {value} in small letters", value=value.lower())
    if value.lower() in {"yes", "no", "on", "off"}:
        return tr("write true or false")
    if re.fullmatch(r"\d+,\d+", value):
        return tr(
            "a number has a point, not a comma: {key} = {value}", key=key, value=value.replace(",", ".")
        )
    return tr('put quotation marks around it: {key} = "{value}"', key=key, value=value)
