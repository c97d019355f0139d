"""The line of each key and table in a TOML text; needed only when something is wrong with it."""

import re

from kiosk.core.validation import KeyPath

_NAME = r"""(?:[\w\-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_NAMES})\s*\]")
_KEY = re.compile(rf"\s*({_NAMES})\s*=")
_SHORT_TEXT = r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_LONG_TEXT = r"""\"{3}(?:[^\\]|\\.)*?"{3,5}|'{3}.*?'{3,5}"""
_TEXT_OR_COMMENT = re.compile(rf"{_LONG_TEXT}|{_SHORT_TEXT}|#[^\n]*", re.DOTALL)
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


def syntax_line(message: str, text: str) -> tuple[int, str]:
    """Return the line a message of tomllib speaks of, and the message without it."""
    place = _SYNTAX_PLACE.search(message)
    line = int(place[1]) if place and place[1] else text.removesuffix("\n").count("\n") + 1
    return line, _SYNTAX_PLACE.sub("", message)


def lines_by_place(text: str) -> dict[KeyPath, int]:
    """Return the line, from 1, of every key and table; () is the top of the text."""
    lines: dict[KeyPath, int] = {(): 1}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    depth = 0
    for number, line in enumerate(_TEXT_OR_COMMENT.sub(_only_its_lines, text).split("\n"), start=1):
        if depth == 0:
            if header := _HEADER.match(line):
                table = _table(_names(header[2]), counts, is_item=header[1] == "[[")
                _note(lines, table, number)
            elif key := _KEY.match(line):
                _note(lines, (*table, *_names(key[1])), number)
        bare = re.sub(_SHORT_TEXT, "", line)
        depth += sum(bare.count(bracket) for bracket in "[{") - sum(bare.count(bracket) for bracket in "]}")
    return lines


def _only_its_lines(found: re.Match[str]) -> str:
    """Keep short texts, which can be keys, and of long texts and comments nothing but their line ends."""
    return "\n" * found[0].count("\n") if found[0].startswith(("#", '"""', "'''")) else found[0]


def _names(dotted: str) -> list[str]:
    return [name.strip("\"'") for name in re.findall(_NAME, dotted)]


def _note(lines: dict[KeyPath, int], place: KeyPath, number: int) -> None:
    for length in range(1, len(place)):
        lines.setdefault(place[:length], number)
    lines[place] = number


def _table(names: list[str], counts: dict[KeyPath, int], *, is_item: bool) -> KeyPath:
    place: KeyPath = ()
    for depth, name in enumerate(names):
        place = (*place, name)
        if is_item and depth == len(names) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def nearest(lines: dict[KeyPath, int], place: KeyPath) -> int:
    """Return the line of a place, or of the nearest table around it that the text has."""
    while place not in lines:
        place = place[:-1]
    return lines[place]
