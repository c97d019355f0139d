"""What LibreOffice makes of the list: text in every cell, not one formula."""

import dataclasses
import shutil
import subprocess
import xml.etree.ElementTree as ET  # reads only what the test itself made
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.export.csv_list import could_run, write_csv_list
from kiosk.desk.export.rows import HEADER, CallList
from kiosk.desk.export.xlsx_list import write_xlsx
from kiosk.desk.plain_text import printable
from kiosk.tour.patience import PATIENCE_SECONDS
from tests.desk.lists import HOSTILE, list_of

SOFFICE = shutil.which("soffice") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed"),
]
Requests = Callable[..., CallbackRequest]

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@dataclasses.dataclass(frozen=True)
class Cell:
    """One cell as LibreOffice holds it."""

    kind: str
    formula: str | None
    text: str


def read_sheet(data: bytes, folder: Path, kind: str) -> list[list[Cell]]:
    """Return what LibreOffice holds after opening a list: the rows of its first sheet that have text."""
    source = folder / f"list.{kind}"
    source.write_bytes(data)
    # separator comma, quote ", UTF-8, from line 1; then: detect special numbers, as a person may
    reading = ["--infilter=CSV:44,34,76,1,,0,false,true"] if kind == "csv" else []
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            *reading,
            "--convert-to",
            "fods",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
    )
    table = next(ET.parse(folder / "list.fods").getroot().iter(f"{_TABLE}table"))  # noqa: S314  # our own file
    rows = [
        [_cell(cell) for cell in row.iter(f"{_TABLE}table-cell")] for row in table.iter(f"{_TABLE}table-row")
    ]
    return [row for row in rows if any(cell.text for cell in row)]


def _cell(cell: ET.Element) -> Cell:
    text = "\n".join(_text(part) for part in cell.iter(f"{_TEXT}p"))
    return Cell(cell.get(f"{_OFFICE}value-type", ""), cell.get(f"{_TABLE}formula"), text)


def _text(part: ET.Element) -> str:
    """ODF writes runs of spaces, tabs and breaks as elements."""
    marks = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    inner = "".join(_text(child) + (child.tail or "") for child in part)
    mark = marks.get(part.tag, "") * int(part.get(f"{_TEXT}c", "1"))
    return mark + (part.text or "") + inner


@pytest.mark.parametrize(
    ("kind", "write", "phone"),
    [
        ("csv", write_csv_list, "tel:+1-415-555-{}"),
        ("xlsx", write_xlsx, "+1 415-555-{}"),
    ],
)
def test_no_name_becomes_a_formula_and_every_phone_stays_text(
    tmp_path: Path, request_of: Requests, kind: str, write: Callable[[CallList], bytes], phone: str
) -> None:
    content = list_of(
        request_of(number, seq=number + 1, name=name, phone=f"+1415555{2600 + number}")
        for number, name in enumerate(HOSTILE)
    )
    header, *shown = read_sheet(write(content), tmp_path, kind)
    assert [cell.text for cell in header[: len(HEADER)]] == list(HEADER)
    assert len(shown) == len(HOSTILE) == 42
    for number, (name, cells) in enumerate(zip(HOSTILE, shown, strict=True)):
        assert all(cell.formula is None for cell in cells)
        assert [cell for cell in cells if cell.text and cell.kind != "string"] == []
        assert cells[2].text == phone.format(2600 + number)
        is_guarded = kind == "csv" and could_run(printable(name).lstrip("'"))
        assert cells[3].text == "'" * is_guarded + printable(name)


def test_the_same_names_unguarded_would_have_been_formulas(tmp_path: Path) -> None:
    data = "\r\n".join(f'"{name}"' for name in ("=1+1", "+15551230000")).encode()
    formula, number = [row[0] for row in read_sheet(data, tmp_path, "csv")]
    assert formula.formula is not None
    assert number.kind == "float"
