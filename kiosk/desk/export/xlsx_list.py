"""The call list as a spreadsheet in which every cell is text: no formula, no number, no link."""

import io
from typing import Final

import xlsxwriter

from kiosk.core.staff_words import tr
from kiosk.desk.export.rows import HEADER, CallList, phone_to_read, row_of

_WIDTHS: Final = (14, 24, 22, 28, 12, 12, 12, 12, 22, 22, 13, 10, 15, 9, 20, 40, 60)
_PLAIN: Final = {
    "in_memory": True,  # else names and numbers would pass through temporary files
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(content: CallList) -> bytes:
    """Return the workbook: the sheet "Calls", and "About" with what the list says of itself."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _PLAIN) as book:
        book.set_properties({"title": tr("Call-back list"), "created": content.made.replace(tzinfo=None)})
        text = book.add_format({"num_format": "@", "valign": "top"})
        wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        heading = book.add_format({"bold": True, "bottom": 1})
        calls, about = book.add_worksheet(tr("Calls")), book.add_worksheet(tr("About"))
        for column, width in enumerate(_WIDTHS):
            calls.set_column(column, column, width, text)
            calls.write_string(0, column, tr(HEADER[column]), heading)
        for row, line in enumerate(content.lines, start=1):
            cells = row_of(line, phone_to_read(line.entry), content)
            for column, cell in enumerate(cells):
                calls.write_string(row, column, cell, text)
        calls.freeze_panes(1, 0)
        calls.set_landscape()
        calls.repeat_rows(0)
        calls.fit_to_pages(1, 0)
        calls.set_footer(tr("&LShred after use&RPage &P of &N"))
        about.set_column(0, 0, 100, wrapped)
        for row, sentence in enumerate(content.about):
            about.write_string(row, 0, sentence, wrapped)
    return data.getvalue()
