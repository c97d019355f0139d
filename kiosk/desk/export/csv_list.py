"""The call list as CSV that a spreadsheet shows as text and never runs."""

import csv
import io
import unicodedata
from collections.abc import Sequence
from typing import Final

from phonenumbers import PhoneNumberFormat

from kiosk.desk.entry import Entry

HEADER: Final = (
    "number",
    "received",
    "phone",
    "name",
    "best_time",
    "language",
    "interpreter",
    "phone_help",
    "helper",
    "voicemail_ok",
    "text_ok",
    "warning",
)
_BYTE_ORDER_MARK: Final = "\ufeff"
_TRIGGERS: Final = frozenset("=+-@|%\t\r\n\0")


def write_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return UTF-8 with a byte order mark, CRLF, every cell in quotes, HEADER first.

    A cell a spreadsheet could take for a formula gets one leading apostrophe; read_csv takes it away again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_neutralise(cell) for cell in row] for row in rows)
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def read_csv(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows that were given to write_csv, without the header.

    Exactly one leading apostrophe is taken from a cell if a formula sign follows it (or more apostrophes
    and then a formula sign). Raises ValueError when the header or the form is another one.
    """
    reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    try:
        header, *rows = [tuple(row) for row in reader]
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if header != HEADER:
        raise ValueError("The list has another header.")
    return [tuple(_restore(cell) for cell in row) for row in rows]


def row_of(entry: Entry) -> tuple[str, ...]:
    """Return the cells of one request, in the order of HEADER."""
    request = entry.request
    phone = entry.phone(PhoneNumberFormat.RFC3966)
    cells = (
        entry.number,
        entry.received,
        phone if phone.startswith("tel:") else f"tel:{phone}",
        request.name,
        request.energy_window,
        request.spoken_language or request.language,
        _yes_no(is_so=request.interpreter),
        ", ".join(request.phone_hard),
        request.helper_name,
        _yes_no(is_so=entry.has_consent("voicemail")),
        _yes_no(is_so=entry.has_consent("text")),
        entry.warning,
    )
    return tuple(cell.encode(errors="replace").decode() for cell in cells)


def _yes_no(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _neutralise(cell: str) -> str:
    return f"'{cell}" if _could_run(cell.lstrip("'")) else cell


def _restore(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _could_run(cell.lstrip("'")) else cell


def _could_run(cell: str) -> bool:
    """Whether a cell begins with a formula sign, in any width Unicode has for it."""
    return unicodedata.normalize("NFKC", cell[:1])[:1] in _TRIGGERS
