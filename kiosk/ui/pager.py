"""Text in pages instead of a scroll bar: whole sentences where they fit, whole lines where not."""

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement

from kiosk.core.wording import sentences
from kiosk.ui.made_by_qml import let_go_when_deleted
from kiosk.ui.qt_types import QStringList

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

POINT = "\u2022 "
"""A block that starts with this is shown as a point of a list."""
LINE_BREAK = "\u2028"
"""Starts a new line within a block."""


@QmlElement
class TextPager(QObject):
    """Breaks blocks of text into pages that fit a width and height in pixels.

    A block that ends in a colon leads in the points after it: it stands again above those that come
    on another page, because "numb feet" says something else than "tell us now if: numb feet".

    blocks: paragraphs, or points starting with POINT; indent: pixels a point is set in by;
    lineHeight: pixels from line to line; spacing: pixels between blocks; columns: side by side on
    a page, each `width` wide, shown and shownBeside.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        let_go_when_deleted(self)
        self._blocks: list[str] = []
        self._family = ""
        self._pixel_size = 1
        self._width = self._height = self._line_height = self._spacing = self._indent = 0.0
        self._pages: list[list[str]] | None = None
        self._page = 0
        self._columns = 1
        self._line_counts: dict[str, int] = {}

    def _changed_to(self, name: str, value: object) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._pages = None
            self._line_counts = {}
            self.changed.emit()

    def _get_blocks(self) -> list[str]:
        return self._blocks

    def _set_blocks(self, value: list[str]) -> None:
        if list(value) != self._blocks:
            self._page = 0
            self._changed_to("_blocks", list(value))

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, value: str) -> None:
        self._changed_to("_family", value)

    def _get_pixel_size(self) -> int:
        return self._pixel_size

    def _set_pixel_size(self, value: int) -> None:
        self._changed_to("_pixel_size", value)

    def _get_width(self) -> float:
        return self._width

    def _set_width(self, value: float) -> None:
        self._changed_to("_width", value)

    def _get_height(self) -> float:
        return self._height

    def _set_height(self, value: float) -> None:
        self._changed_to("_height", value)

    def _get_line_height(self) -> float:
        return self._line_height

    def _set_line_height(self, value: float) -> None:
        self._changed_to("_line_height", value)

    def _get_spacing(self) -> float:
        return self._spacing

    def _set_spacing(self, value: float) -> None:
        self._changed_to("_spacing", value)

    def _get_indent(self) -> float:
        return self._indent

    def _set_indent(self, value: float) -> None:
        self._changed_to("_indent", value)

    def _get_columns(self) -> int:
        return self._columns

    def _set_columns(self, value: int) -> None:
        self._changed_to("_columns", value)

    def _laid_out(self) -> list[list[str]]:
        if self._pages is None:
            has_room = self._width > self._indent and 0 < self._line_height <= self._height
            self._pages = self._balanced() if has_room else [self._blocks]
            self._page = min(self._page, self._last_page(self._pages))
        return self._pages

    def _last_page(self, pages: list[list[str]]) -> int:
        return math.ceil(len(pages) / self._columns) - 1

    def _balanced(self) -> list[list[str]]:
        """Break up into as few pages as there must be, then as evenly as that allows."""
        room = self._height
        pages = self._break_up(room)
        columns = len(pages)
        if columns > 1:
            least = 0.0
            while room - least > self._line_height / 2:
                middle = (least + room) / 2
                tried = self._break_up(middle)
                if len(tried) == columns and all(self._fits(page, middle) for page in tried):
                    room, pages = middle, tried
                else:
                    least = middle
        return pages

    def _break_up(self, room: float) -> list[list[str]]:
        pages: list[list[str]] = [[]]
        lead_in: list[str] = []
        for block in self._blocks:
            is_point = block.startswith(POINT)
            if not is_point:
                lead_in = [block] if block.endswith(":") else []
            for piece in self._pieces(block, room):
                page = pages[-1]
                if not page or self._fits([*page, piece], room):
                    page.append(piece)
                    continue
                if not is_point or not self._fits([*lead_in, piece], room):
                    pages.append([piece])
                    continue
                if page[-1:] == lead_in:
                    page.pop()
                pages.append([*lead_in, piece])
        return [page for page in pages if page] or [[]]

    def _fits(self, page: list[str], room: float) -> bool:
        lines = sum(self._lines(piece) for piece in page)
        return lines * self._line_height + (len(page) - 1) * self._spacing <= room

    def _pieces(self, block: str, room: float) -> list[str]:
        """Return the block whole, or in runs of sentences, or of words, that each fit on a page."""

        def fits(run: str) -> bool:
            return self._fits([mark + run], room)

        if self._fits([block], room):
            return [block]
        mark = POINT if block.startswith(POINT) else ""
        text = block.removeprefix(POINT)
        if LINE_BREAK in text:
            lines = text.split(LINE_BREAK)
            return [piece for line in lines for piece in self._pieces(mark + line, room)]
        runs = _runs(sentences(text), fits)
        if not all(fits(run) for run in runs):
            runs = _runs(text.split(), fits)
        return [mark + run for run in runs]

    def _lines(self, block: str) -> int:
        if block not in self._line_counts:
            self._line_counts[block] = self._count_lines(block)
        return self._line_counts[block]

    def _count_lines(self, block: str) -> int:
        indent = self._indent if block.startswith(POINT) else 0.0
        font = text_font(self._family, self._pixel_size)
        return count_lines(block.removeprefix(POINT), font, self._width - indent)

    def _column(self, index: int) -> list[str]:
        pages = self._laid_out()
        place = self._page * self._columns + index
        return pages[place] if place < len(pages) else []

    def _get_shown(self) -> list[str]:
        return self._column(0)

    def _get_shown_beside(self) -> list[str]:
        return self._column(1) if self._columns > 1 else []

    def _get_page(self) -> int:
        self._laid_out()
        return self._page

    def _get_count(self) -> int:
        return self._last_page(self._laid_out()) + 1

    def _get_has_next(self) -> bool:
        return self._get_page() < self._get_count() - 1

    def _get_has_back(self) -> bool:
        return self._get_page() > 0

    @Slot()
    def next(self) -> None:
        """Turn one page on."""
        self._turn(1)

    @Slot()
    def back(self) -> None:
        """Turn one page back."""
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        page = min(max(self._page + pages, 0), self._get_count() - 1)
        if page != self._page:
            self._page = page
            self.changed.emit()

    blocks = Property(QStringList, _get_blocks, _set_blocks, notify=changed)
    family = Property(str, _get_family, _set_family, notify=changed)
    pixelSize = Property(int, _get_pixel_size, _set_pixel_size, notify=changed)  # noqa: N815
    width = Property(float, _get_width, _set_width, notify=changed)
    height = Property(float, _get_height, _set_height, notify=changed)
    lineHeight = Property(float, _get_line_height, _set_line_height, notify=changed)  # noqa: N815
    spacing = Property(float, _get_spacing, _set_spacing, notify=changed)
    indent = Property(float, _get_indent, _set_indent, notify=changed)
    columns = Property(int, _get_columns, _set_columns, notify=changed)
    shown = Property(QStringList, _get_shown, notify=changed)
    shownBeside = Property(QStringList, _get_shown_beside, notify=changed)  # noqa: N815
    page = Property(int, _get_page, notify=changed)
    count = Property(int, _get_count, notify=changed)
    hasNext = Property(bool, _get_has_next, notify=changed)  # noqa: N815
    hasBack = Property(bool, _get_has_back, notify=changed)  # noqa: N815


def text_font(family: str, pixel_size: int, *, is_bold: bool = False) -> QFont:
    """Return the font the screens draw text in."""
    font = QFont(family)
    font.setPixelSize(pixel_size)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def count_lines(text: str, font: QFont, width: float) -> int:
    """Count the lines a text takes in a width in pixels."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(math.floor(width) - 1)
        count += 1
    layout.endLayout()
    return count


def _runs(parts: list[str], fits: Callable[[str], bool]) -> list[str]:
    runs: list[str] = []
    for part in parts:
        longer = f"{runs[-1]} {part}" if runs else part
        if runs and fits(longer):
            runs[-1] = longer
        else:
            runs.append(part)
    return runs
