"""How blocks of text are broken into pages: a lead-in is repeated above its points on every page."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kiosk.core.content.lead_ins import last_apart, leads_in
from kiosk.core.content.wording import sentences

POINT: Final = "\u2022 "
"""A block that starts with this is shown as a point of a list."""
LINE_BREAK: Final = "\u2028"
"""Starts a new line within a block."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """The room that a page has for text, in pixels.

    lines: counts the lines that a block takes; line_height: from line to line; spacing: between blocks.
    """

    height: float
    line_height: float
    spacing: float
    lines: Callable[[str], int]

    def height_of(self, page: Sequence[str]) -> float:
        """Return how high the blocks of a page are."""
        return sum(map(self.lines, page)) * self.line_height + max(len(page) - 1, 0) * self.spacing

    def fits(self, page: Sequence[str]) -> bool:
        """Whether a page has room for these blocks."""
        return self.height_of(page) <= self.height


@dataclasses.dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that no page break parts.

    lead_in: stands again above them where they begin a page; joint: joins them to the block before
    them where they do not, "" for blocks of their own.
    """

    blocks: tuple[str, ...]
    lead_in: tuple[str, ...] = ()
    joint: str = ""


def break_up(blocks: Sequence[str], sheet: Sheet) -> list[list[str]]:
    """Break blocks into as few pages as there must be, and those as evenly as that allows.

    A block that ends in a colon leads in the points after it: it stands again above those that come on
    another page, or only its last sentence does where there is no room for more. A list, a paragraph and
    a point stay on one page wherever they fit on one. What fits nowhere is broken all the same, rather
    than lost: `complaints` tells.
    """
    parts = _parts(blocks, sheet)
    best: list[tuple[tuple[int, float], list[list[str]]]] = [((0, 0.0), [])]
    for end in range(1, len(parts) + 1):
        ways: list[tuple[tuple[int, float], list[list[str]]]] = []
        for start in range(end - 1, -1, -1):
            page = _page(parts[start:end])
            if ways and not sheet.fits(page):
                break
            (pages, unevenness), before = best[start]
            ways.append(((pages + 1, unevenness + sheet.height_of(page) ** 2), [*before, page]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1] or [[]]


def is_sound(blocks: Sequence[str], pages: Iterable[Sequence[str]], sheet: Sheet) -> bool:
    """Whether every page fits and says nothing without its condition."""
    return all(sheet.fits(page) and not complaints(blocks, page) for page in pages)


def has_whole_lists(blocks: Sequence[str], pages: Iterable[Sequence[str]]) -> bool:
    """Whether no list that is led in goes on on another page."""
    return sum(map(_leads_in, blocks)) == sum(_leads_in(block) for page in pages for block in page)


def complaints(blocks: Sequence[str], page: Sequence[str]) -> list[str]:
    """Return what is wrong with one page of these blocks, a sentence each.

    A point or a sentence that is broken up, a point that is not below what leads it in, and a lead-in
    with no point below it.
    """
    lead_ins = _lead_ins(blocks)
    whole = {sentence for block in blocks for sentence in _sentences(block)}
    found: list[str] = []
    above = ""
    for index, block in enumerate(page):
        if block.startswith(POINT):
            if block not in lead_ins:
                found.append(f"a point is broken up: {block!r}")
            elif not any(above.endswith(_last_sentence(lead_in)) for lead_in in lead_ins[block]):
                found.append(f"a point without its lead-in: {block!r}")
            continue
        above = block
        is_alone = not any(below.startswith(POINT) for below in page[index + 1 : index + 2])
        if is_alone and any(block.endswith(_last_sentence(lead)) for lead in _all(lead_ins) if lead):
            found.append(f"a lead-in alone: {block!r}")
        if not whole.issuperset(_sentences(block)):
            found.append(f"a sentence is broken up: {block!r}")
    return found


def _all(lead_ins: dict[str, set[str]]) -> set[str]:
    return set[str]().union(*lead_ins.values())


def _lead_ins(blocks: Sequence[str]) -> dict[str, set[str]]:
    """Return what leads in each point, "" where nothing does: one point can stand in two lists."""
    lead_ins: dict[str, set[str]] = {}
    lead_in = ""
    for block in blocks:
        if block.startswith(POINT):
            lead_ins.setdefault(block, set()).add(lead_in)
        else:
            lead_in = block if _leads_in(block) else ""
    return lead_ins


def _parts(blocks: Sequence[str], sheet: Sheet) -> list[_Part]:
    parts: list[_Part] = []
    start = 0
    while start < len(blocks):
        end = start + 1
        if _leads_in(blocks[start]):
            while end < len(blocks) and blocks[end].startswith(POINT):
                end += 1
        if end > start + 1:
            parts += _list(blocks[start], blocks[start + 1 : end], sheet)
        else:
            parts += _pieces(blocks[start], (), sheet)
        start = end
    return parts


def _list(lead_in: str, points: Sequence[str], sheet: Sheet) -> list[_Part]:
    if sheet.fits([lead_in, *points]):
        return [_Part((lead_in, *points))]
    has_room = all(sheet.fits([lead_in, point]) for point in points)
    before, above = ("", lead_in) if has_room else last_apart(lead_in)
    first, *others = [piece for point in points for piece in _pieces(point, (above,), sheet)]
    opening = _Part((above, *first.blocks), joint=" " if before else "")
    return [*(_pieces(before, (), sheet) if before else ()), opening, *others]


def _pieces(block: str, lead_in: tuple[str, ...], sheet: Sheet) -> list[_Part]:
    """Return the block whole, or in its lines, sentences or words where that is too high for a page."""
    if not sheet.fits([*lead_in, block]):
        mark = POINT if block.startswith(POINT) else ""
        text = block.removeprefix(mark)
        for joint, pieces in (
            (LINE_BREAK, text.split(LINE_BREAK)),
            (" ", sentences(text)),
            (" ", text.split()),
        ):
            if len(pieces) > 1:
                first, *others = [part for piece in pieces for part in _pieces(mark + piece, lead_in, sheet)]
                return [first, *(dataclasses.replace(part, joint=part.joint or joint) for part in others)]
    return [_Part((block,), lead_in)]


def _page(parts: Sequence[_Part]) -> list[str]:
    page: list[str] = []
    for part in parts:
        blocks = part.blocks
        if page and part.joint:
            page[-1] += part.joint + blocks[0].removeprefix(POINT)
            blocks = blocks[1:]
        elif not page:
            page += part.lead_in
        page += blocks
    return page


def _leads_in(block: str) -> bool:
    return leads_in(block) and not block.startswith(POINT)


def _sentences(block: str) -> list[str]:
    return [sentence for line in block.split(LINE_BREAK) for sentence in sentences(line)]


def _last_sentence(lead_in: str) -> str:
    return last_apart(lead_in)[1]
