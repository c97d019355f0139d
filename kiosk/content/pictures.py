"""What a picture claims: the description inside its SVG file."""

from pathlib import Path
from xml.parsers import expat


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
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003  # the C function takes no names
    except (OSError, expat.ExpatError):
        return ""
    return " ".join("".join(claim).split())
