"""Answers as large buttons in pages instead of a scroll bar."""

import dataclasses
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.pyside.leak import release_when_deleted
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.rows import Rows
from kiosk.ui.pyside.text_lines import count_lines, text_font

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
LINES_IN_HALF: Final = 2
"""An answer that would take more lines than this in one of two columns gets the whole width."""


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerRow:
    """One button: the index of its answer, its text, how many columns it takes."""

    index: int
    text: str
    span: int


Line = list[AnswerRow]
"""The buttons beside each other."""

PageRows = list[Line]
"""The lines of a page, from the top."""


@QmlElement
class AnswerPager(QObject):
    """Breaks answers into pages of rows of one or two columns.

    lastPageCount: how many of the last answers are on the last page only; width, height: room in
    pixels; inset: width of a button that is not text; padding: height of one that is not text;
    least: smallest height of a button; most: answers on a page, 0 for as many as have room; columns: 1 or 2;
    rows: the buttons of the page on show;
    hasSeenAll: every answer was on a page that was shown before this one was turned to.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        release_when_deleted(self)
        self._answers: list[str] = []
        self._family = ""
        self._pixel_size = self._columns = 1
        self._last_page_count = self._most = 0
        self._width = self._height = self._line_height = 0.0
        self._inset = self._padding = self._least = 0.0
        self._pages: PageRows = [[]]
        self._page = 0
        self._read: set[int] = set()
        self._counts: dict[tuple[int, int], int] = {}
        self._rows = Rows(AnswerRow, self)

    def _changed_to(self, name: str, value: object) -> None:
        if getattr(self, name) != value:
            first = next(iter(self._pages[self._page]), None)
            setattr(self, name, value)
            if self._has_room():
                self._pages = self._laid_out()
                self._page = self._page_of(first.index) if first is not None else 0
            self._show()

    def _has_room(self) -> bool:
        """Whether it was told enough to lay anything out; QML tells one thing after another, room last."""
        return min(self._width - self._inset, self._height, self._line_height) > 0

    def _page_of(self, index: int) -> int:
        """Return the page an answer is on: what was read stays on show in another layout."""
        places = (place for place, page in enumerate(self._pages) if any(row.index == index for row in page))
        return next(places, 0)

    def _show(self) -> None:
        self._rows.show(self._pages[self._page])
        self.changed.emit()

    def _laid_out(self) -> PageRows:
        self._counts = {}
        free = max(0, len(self._answers) - self._last_page_count)
        rows = self._in_rows(range(free))
        last = self._in_rows(range(free, len(self._answers)))
        pages = self._stacked(rows, last, self._height)
        lines = rows + last
        runs = [lines[start:end] for start in range(len(lines)) for end in range(start + 1, len(lines) + 1)]
        for room in sorted({self._high(run) for run in runs}):
            even = self._stacked(rows, last, room)
            if len(even) == len(pages) and all(self._high(page) <= room for page in even):
                pages = even
                break
        return [[row for line in page for row in line] for page in pages]

    def _stacked(self, rows: PageRows, last: PageRows, room: float) -> list[PageRows]:
        pages: list[PageRows] = [[]]
        for row in rows:
            if pages[-1] and self._is_full([*pages[-1], row], room):
                pages.append([])
            pages[-1].append(row)
        if pages[-1] and self._is_full([*pages[-1], *last], room):
            pages.append([])
        pages[-1] += last
        return pages

    def _is_full(self, page: PageRows, room: float) -> bool:
        return self._high(page) > room or 0 < self._most < sum(map(len, page))

    def _in_rows(self, indexes: range) -> PageRows:
        rows: PageRows = []
        is_open = False
        for index in indexes:
            text = self._answers[index]
            if self._columns == 1 or self._lines(index, 1) > LINES_IN_HALF:
                rows.append([AnswerRow(index, text, self._columns)])
                is_open = False
            elif is_open:
                rows[-1].append(AnswerRow(index, text, 1))
                is_open = False
            else:
                rows.append([AnswerRow(index, text, 1)])
                is_open = True
        whole = self._columns
        return [[dataclasses.replace(row[0], span=whole)] if len(row) == 1 else row for row in rows]

    def _lines(self, index: int, span: int) -> int:
        if (index, span) not in self._counts:
            font = text_font(self._family, self._pixel_size, is_bold=True)
            width = self._width * span / self._columns - self._inset
            self._counts[index, span] = count_lines(self._answers[index], font, width)
        return self._counts[index, span]

    def _high(self, page: PageRows) -> float:
        return sum(max(self._button(row) for row in line) for line in page)

    def _button(self, row: AnswerRow) -> float:
        return max(self._least, self._lines(row.index, row.span) * self._line_height + self._padding)

    def _get_answers(self) -> list[str]:
        return self._answers

    def _set_answers(self, value: list[str]) -> None:
        if list(value) != self._answers:
            self._read = set()
            self._pages = [[]]
            self._page = 0
        self._changed_to("_answers", list(value))

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, value: str) -> None:
        self._changed_to("_family", value)

    def _get_pixel_size(self) -> int:
        return self._pixel_size

    def _set_pixel_size(self, value: int) -> None:
        self._changed_to("_pixel_size", value)

    def _get_columns(self) -> int:
        return self._columns

    def _set_columns(self, value: int) -> None:
        self._changed_to("_columns", value)

    def _get_last_page_count(self) -> int:
        return self._last_page_count

    def _set_last_page_count(self, value: int) -> None:
        self._changed_to("_last_page_count", value)

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

    def _get_inset(self) -> float:
        return self._inset

    def _set_inset(self, value: float) -> None:
        self._changed_to("_inset", value)

    def _get_padding(self) -> float:
        return self._padding

    def _set_padding(self, value: float) -> None:
        self._changed_to("_padding", value)

    def _get_least(self) -> float:
        return self._least

    def _set_least(self, value: float) -> None:
        self._changed_to("_least", value)

    def _get_most(self) -> int:
        return self._most

    def _set_most(self, value: int) -> None:
        self._changed_to("_most", value)

    def _get_rows(self) -> Rows:
        return self._rows

    def _get_count(self) -> int:
        return len(self._pages)

    def _get_page(self) -> int:
        return self._page

    def _get_has_next(self) -> bool:
        return self._page < len(self._pages) - 1

    def _get_has_back(self) -> bool:
        return self._page > 0

    def _get_has_seen_all(self) -> bool:
        on_show = {row.index for row in self._pages[self._page]}
        return len(self._read | on_show) == len(self._answers)

    @Slot()
    def next(self) -> None:
        """Turn one page on."""
        self._read |= {row.index for row in self._pages[self._page]}
        self._turn(1)

    @Slot()
    def back(self) -> None:
        """Turn one page back."""
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        page = min(max(self._page + pages, 0), len(self._pages) - 1)
        if page != self._page:
            self._page = page
            self._show()

    answers = Property(QStringList, _get_answers, _set_answers, notify=changed)
    family = Property(str, _get_family, _set_family, notify=changed)
    pixelSize = Property(int, _get_pixel_size, _set_pixel_size, notify=changed)  # noqa: N815
    columns = Property(int, _get_columns, _set_columns, notify=changed)
    lastPageCount = Property(int, _get_last_page_count, _set_last_page_count, notify=changed)  # noqa: N815
    width = Property(float, _get_width, _set_width, notify=changed)
    height = Property(float, _get_height, _set_height, notify=changed)
    lineHeight = Property(float, _get_line_height, _set_line_height, notify=changed)  # noqa: N815
    inset = Property(float, _get_inset, _set_inset, notify=changed)
    padding = Property(float, _get_padding, _set_padding, notify=changed)
    least = Property(float, _get_least, _set_least, notify=changed)
    most = Property(int, _get_most, _set_most, notify=changed)
    rows = Property(Rows, _get_rows, constant=True)
    count = Property(int, _get_count, notify=changed)
    page = Property(int, _get_page, notify=changed)
    hasNext = Property(bool, _get_has_next, notify=changed)  # noqa: N815
    hasSeenAll = Property(bool, _get_has_seen_all, notify=changed)  # noqa: N815
    hasBack = Property(bool, _get_has_back, notify=changed)  # noqa: N815
