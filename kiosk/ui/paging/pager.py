"""Text in pages instead of a scroll bar, in the largest letters in which nothing loses its meaning."""

import itertools
import math
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.paging.page_breaks import POINT, Sheet, break_up, has_whole_lists, is_sound
from kiosk.ui.pyside.leak import release_when_deleted
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.text_lines import count_lines, text_font

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

INDENT: Final = 0.75
"""How far a point is set in, as a part of the font's pixel size."""
MAX_STEPS: Final = 8
"""So many smaller sizes of text are tried between the one asked for and the least."""
MIN_SCALE_FOR_LISTS: Final = 5 / 6
"""Who asked for large text gets a list on two pages rather than in smaller text than this part of it."""
_UNSOUND, _SOUND, _AS_ASKED = range(3)


@QmlElement
class TextPager(QObject):
    """Breaks blocks of text into pages that fit a width and height in pixels, as `paging` says.

    blocks: paragraphs, or points starting with POINT; pixelSize: of the text where there is room for it;
    leastPixelSize: the smallest that it may get for a point and its lead-in to stand on one page;
    isOnePage: it may get as small for all of it to be on one page, or else on as few; keepsLists: a
    little smaller for each list to be on one; lineRatio: from line to line, as a part of the pixel size;
    spacing: pixels between blocks; columns: at most side by side on a page, shown and shownBeside,
    columnGap between them, each columnWidth wide and none wider than longestLine; fittedPixelSize: what
    the text of all pages is to be drawn in; indent: pixels a point is set in by.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        release_when_deleted(self)
        self._blocks: list[str] = []
        self._family = ""
        self._pixel_size = self._least_pixel_size = self._fitted_pixel_size = 1
        self._width = self._height = self._line_ratio = self._spacing = 0.0
        self._column_gap = self._longest_line = 0.0
        self._pages: list[list[str]] | None = None
        self._page = 0
        self._columns = self._fitted_columns = 1
        self._is_one_page = self._keeps_lists = False
        self._counts: dict[tuple[int, float], dict[str, int]] = {}

    def _changed_to(self, name: str, value: object) -> None:
        if getattr(self, name) != value:
            setattr(self, name, value)
            self._pages = None
            self.changed.emit()

    def _get_blocks(self) -> list[str]:
        return self._blocks

    def _set_blocks(self, value: list[str]) -> None:
        if list(value) != self._blocks:
            self._page = 0
            self._counts = {}
            self._changed_to("_blocks", list(value))

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, value: str) -> None:
        self._counts = {}
        self._changed_to("_family", value)

    def _get_pixel_size(self) -> int:
        return self._pixel_size

    def _set_pixel_size(self, value: int) -> None:
        self._changed_to("_pixel_size", value)

    def _get_least_pixel_size(self) -> int:
        return self._least_pixel_size

    def _set_least_pixel_size(self, value: int) -> None:
        self._changed_to("_least_pixel_size", value)

    def _get_is_one_page(self) -> bool:
        return self._is_one_page

    def _set_is_one_page(self, value: bool) -> None:  # noqa: FBT001  # as Qt calls it
        self._changed_to("_is_one_page", value)

    def _get_keeps_lists(self) -> bool:
        return self._keeps_lists

    def _set_keeps_lists(self, value: bool) -> None:  # noqa: FBT001  # as Qt calls it
        self._changed_to("_keeps_lists", value)

    def _get_width(self) -> float:
        return self._width

    def _set_width(self, value: float) -> None:
        self._changed_to("_width", value)

    def _get_height(self) -> float:
        return self._height

    def _set_height(self, value: float) -> None:
        self._changed_to("_height", value)

    def _get_line_ratio(self) -> float:
        return self._line_ratio

    def _set_line_ratio(self, value: float) -> None:
        self._changed_to("_line_ratio", value)

    def _get_spacing(self) -> float:
        return self._spacing

    def _set_spacing(self, value: float) -> None:
        self._changed_to("_spacing", value)

    def _get_columns(self) -> int:
        return self._columns

    def _set_columns(self, value: int) -> None:
        self._changed_to("_columns", value)

    def _get_column_gap(self) -> float:
        return self._column_gap

    def _set_column_gap(self, value: float) -> None:
        self._changed_to("_column_gap", value)

    def _get_longest_line(self) -> float:
        return self._longest_line

    def _set_longest_line(self, value: float) -> None:
        self._changed_to("_longest_line", value)

    def _laid_out(self) -> list[list[str]]:
        if self._pages is None:
            self._fitted_columns, self._fitted_pixel_size = self._columns, self._pixel_size
            self._pages = self._fitted() or [self._blocks]
            self._page = min(self._page, self._last_page(self._pages))
        return self._pages

    def _last_page(self, pages: list[list[str]]) -> int:
        return math.ceil(len(pages) / self._fitted_columns) - 1

    def _fitted(self) -> list[list[str]]:
        """Break up in the most columns and the largest text that will do best; no pages without any room."""
        fitted: list[list[str]] = []
        if min(self._width, self._height) <= 0:
            return fitted
        best = (-1, 0)
        largest = self._largest_on_one_page() if self._is_one_page else self._pixel_size
        for columns, size in itertools.product(range(self._columns, 0, -1), self._sizes()):
            if columns == 1 and 0 < largest < size:
                continue
            sheet = self._sheet(columns, size)
            if self._column_width(columns) <= _indent(size) or not 0 < sheet.line_height <= self._height:
                continue
            pages = break_up(self._blocks, sheet)
            merit = self._merit(pages, sheet, columns, size)
            if merit > best or merit == best == (_UNSOUND, 0):
                fitted, best = pages, merit
                self._fitted_columns, self._fitted_pixel_size = columns, size
            if merit[0] == _AS_ASKED or (columns == 1 and largest == 0 and merit == (_SOUND, -2)):
                break
        return fitted

    def _largest_on_one_page(self) -> int:
        """Return the largest size with all text in one column of one page, 0 for none."""
        one_page = (size for size in self._sizes() if self._sheet(1, size).fits(self._blocks))
        return next(one_page, 0)

    def _merit(self, pages: list[list[str]], sheet: Sheet, columns: int, size: int) -> tuple[int, int]:
        """Return how good pages are, and how few where they should be one."""
        if not is_sound(self._blocks, pages, sheet):
            return _UNSOUND, 0
        is_short = not self._is_one_page or len(pages) <= columns
        is_large = size >= self._pixel_size * MIN_SCALE_FOR_LISTS
        is_whole = not self._keeps_lists or (is_large and has_whole_lists(self._blocks, pages))
        count = math.ceil(len(pages) / columns) if self._is_one_page else 0
        return _AS_ASKED if is_short and is_whole else _SOUND, -count

    def _sizes(self) -> Iterator[int]:
        smaller = max(self._pixel_size - self._least_pixel_size, 0)
        steps = min(smaller, MAX_STEPS)
        yield self._pixel_size
        for step in range(1, steps + 1):
            yield self._pixel_size - round(step * smaller / steps)

    def _column_width(self, columns: int) -> float:
        return min(self._longest_line, (self._width - self._column_gap * (columns - 1)) / columns)

    def _sheet(self, columns: int, size: int) -> Sheet:
        font = text_font(self._family, size)
        width = self._column_width(columns)
        counts = self._counts.setdefault((size, width), {})

        def lines(block: str) -> int:
            if block not in counts:
                indent = _indent(size) if block.startswith(POINT) else 0
                counts[block] = count_lines(block.removeprefix(POINT), font, width - indent)
            return counts[block]

        return Sheet(self._height, math.floor(size * self._line_ratio + 0.5), self._spacing, lines)

    def _column(self, index: int) -> list[str]:
        pages = self._laid_out()
        place = self._page * self._fitted_columns + index
        return pages[place] if index < self._fitted_columns and place < len(pages) else []

    def _get_shown(self) -> list[str]:
        return self._column(0)

    def _get_shown_beside(self) -> list[str]:
        return self._column(1)

    def _get_fitted_pixel_size(self) -> int:
        self._laid_out()
        return self._fitted_pixel_size

    def _get_column_width(self) -> float:
        self._laid_out()
        return self._column_width(self._fitted_columns)

    def _get_indent(self) -> int:
        return _indent(self._get_fitted_pixel_size())

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
    leastPixelSize = Property(int, _get_least_pixel_size, _set_least_pixel_size, notify=changed)  # noqa: N815
    isOnePage = Property(bool, _get_is_one_page, _set_is_one_page, notify=changed)  # noqa: N815
    keepsLists = Property(bool, _get_keeps_lists, _set_keeps_lists, notify=changed)  # noqa: N815
    width = Property(float, _get_width, _set_width, notify=changed)
    height = Property(float, _get_height, _set_height, notify=changed)
    lineRatio = Property(float, _get_line_ratio, _set_line_ratio, notify=changed)  # noqa: N815
    spacing = Property(float, _get_spacing, _set_spacing, notify=changed)
    columnGap = Property(float, _get_column_gap, _set_column_gap, notify=changed)  # noqa: N815
    longestLine = Property(float, _get_longest_line, _set_longest_line, notify=changed)  # noqa: N815
    columns = Property(int, _get_columns, _set_columns, notify=changed)
    shown = Property(QStringList, _get_shown, notify=changed)
    shownBeside = Property(QStringList, _get_shown_beside, notify=changed)  # noqa: N815
    fittedPixelSize = Property(int, _get_fitted_pixel_size, notify=changed)  # noqa: N815
    columnWidth = Property(float, _get_column_width, notify=changed)  # noqa: N815
    indent = Property(int, _get_indent, notify=changed)
    page = Property(int, _get_page, notify=changed)
    count = Property(int, _get_count, notify=changed)
    hasNext = Property(bool, _get_has_next, notify=changed)  # noqa: N815
    hasBack = Property(bool, _get_has_back, notify=changed)  # noqa: N815


def _indent(size: int) -> int:
    return int(size * INDENT)
