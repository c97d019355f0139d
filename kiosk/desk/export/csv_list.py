"""The call list as CSV that a spreadsheet shows as text and never runs."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from phonenumbers import PhoneNumberFormat

from kiosk.core.staff_words import in_english, tr
from kiosk.desk.export.rows import HEADER, CallList, row_of, warnings_of
from kiosk.desk.queue.opened_request import OpenedRequest

_CONVERTED: Final = re.compile(r"[\d.,:/eE-]*\d[\d.,:/eE-]*|true|false", re.IGNORECASE)
_TRIGGERS: Final = frozenset("=+-@|%\t\r\n\0")


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 with a byte order mark, CRLF, every cell in quotes, HEADER first.

    A cell a spreadsheet could take for a formula, a number or a date gets one leading apostrophe;
    read_csv takes it away again.
    """
    data = io.BytesIO()
    with io.TextIOWrapper(data, "utf-8-sig", newline="", write_through=True) as text:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([tr(cell) for cell in HEADER])
        writer.writerows([_neutralise(cell) for cell in row] for row in rows)
        return data.getvalue()


def write_csv_list(content: CallList) -> bytes:
    """Return the list for a spreadsheet; phones as "tel:+1-..." (RFC 3966), which stays text everywhere."""
    lines = content.lines
    return write_csv(row_of(line, _tel(line.entry), content) for line in lines)


def write_raw_csv_list(content: CallList) -> bytes:
    """Return the list for another program (RFC 4180): E.164 phones, nothing guarded, no byte order mark.

    It is English whatever the desk speaks, but for the warnings, which are for people.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for line in content.lines:
        with in_english():
            *cells, _ = row_of(line, line.entry.request.phone, content)
        writer.writerow((*cells, warnings_of(line)))
    return text.getvalue().encode()


def read_csv(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows that were given to write_csv, without the header.

    Exactly one leading apostrophe is taken from a cell if a spreadsheet would have run or converted what
    follows it and further apostrophes. Raises ValueError when the header or the form is another one.
    """
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    try:
        header, *rows = [tuple(row) for row in reader]
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if header != tuple(map(tr, HEADER)):
        raise ValueError("The list has another header.")
    return [tuple(_restore(cell) for cell in row) for row in rows]


def _tel(entry: OpenedRequest) -> str:
    phone = entry.phone(PhoneNumberFormat.RFC3966)
    return phone if phone.startswith("tel:") else f"tel:{phone}"


def _neutralise(cell: str) -> str:
    return f"'{cell}" if could_run(cell.lstrip("'")) else cell


def _restore(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and could_run(cell.lstrip("'")) else cell


def could_run(cell: str) -> bool:
    """Whether a cell begins with a formula sign, in any width Unicode has for it, or would be converted."""
    return unicodedata.normalize("NFKC", cell[:1])[:1] in _TRIGGERS or bool(_CONVERTED.fullmatch(cell))
