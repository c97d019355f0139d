"""What a picture claims, and whether a clinic's own picture may be shown."""

from pathlib import Path
from typing import Final, Never
from xml.parsers import expat

from kiosk.store.reading import read_file

MAX_PICTURE_BYTES: Final = 1_000_000
"""Bytes of a clinic's own picture. Chosen: the largest shipped one is far smaller; not measured."""
_NEVER: Final = {
    "script": "take scripts out",
    "foreignobject": "draw it as shapes",
    "animate": "pictures stand still",
    "animatemotion": "pictures stand still",
    "animatetransform": "pictures stand still",
    "set": "pictures stand still",
}


class _RefusedError(Exception):
    """One thing that a picture may not hold."""


def picture_claim(path: Path) -> str:
    """Return the text of the top <desc>; "" when there is none or the file cannot be read."""
    claim: list[str] = []
    depth = 0
    is_desc = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal depth, is_desc
        depth += 1
        is_desc = name == "desc" and depth == 2  # noqa: PLR2004  # a child of <svg>

    def end(_: str) -> None:
        nonlocal depth, is_desc
        depth -= 1
        is_desc = False

    def text(data: str) -> None:
        if is_desc:
            claim.append(data)

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(read_file(path, follows_links=True), True)  # noqa: FBT003  # the C function takes no names
    except (OSError, expat.ExpatError):
        return ""
    return " ".join("".join(claim).split())


def picture_complaint(path: Path) -> str:
    """Say why a picture of a clinic's own cannot be shown and what to do, or "".

    A picture is one well-formed SVG of at most 1 MB that runs nothing and reads nothing else.
    """
    try:
        size = path.stat().st_size
        if size > MAX_PICTURE_BYTES:
            return f"the picture has {size / 1_000_000:.1f} MB, at most 1: save it without photographs in it"
        data = read_file(path, follows_links=True)
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    parser = expat.ParserCreate("utf-8", " ")
    names: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        names.append(_local(name))
        if len(names) == 1 and names[0] != "svg":
            _refuse(f"the picture is <{names[0]}>: save it as SVG")
        _check_element(names[-1], attributes)

    def text(words: str) -> None:
        styles.append(words)

    styles: list[str] = []
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse("take out the line <!DOCTYPE ...>")
    parser.ProcessingInstructionHandler = lambda target, _: _refuse(f"take out the line <?{target} ...?>")
    try:
        parser.Parse(data, True)  # noqa: FBT003  # as above
        _check_style("".join(styles) if "style" in names else "")
    except _RefusedError as refused:
        return str(refused)
    except expat.ExpatError as error:
        return f"the picture is broken ({error}): save it again as SVG"
    return ""


def _check_element(name: str, attributes: dict[str, str]) -> None:
    if name in _NEVER:
        _refuse(f"the picture holds <{name}>: {_NEVER[name]}")
    for key, value in attributes.items():
        attribute = _local(key)
        if attribute.startswith("on"):
            _refuse(f"the picture holds {attribute}=: take scripts out")
        if attribute in {"href", "src", "base"} and not value.strip().startswith("#"):
            _refuse(f"the picture refers to {value[:60]!r}: draw it inside, only #... may be referred to")
        _check_style(value)


def _check_style(text: str) -> None:
    packed = "".join(text.lower().split())
    outside = [part for part in packed.split("url(")[1:] if not part.lstrip("'\"").startswith("#")]
    if outside or "@import" in packed:
        _refuse("a style of the picture refers to another file: only url(#...) may stand there")


def _local(name: str) -> str:
    return name.rpartition(" ")[2].lower()


def _refuse(message: str) -> Never:
    raise _RefusedError(message)
