"""What LibreOffice makes of the list: text in every cell, not one formula."""

import dataclasses
import datetime
import shutil
import subprocess
import xml.etree.ElementTree as ET  # reads only what the test itself made
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from kiosk.core.callbacks import CallbackRequest
from kiosk.desk.entry import Entry
from kiosk.desk.export.csv_list import read_csv, row_of, write_csv
from kiosk.store.spool import Envelope

SOFFICE = shutil.which("soffice") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) is not installed"),
]
Requests = Callable[..., CallbackRequest]

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DAY: Final = datetime.date(2026, 11, 23)
NAMES: Final = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "|calc",
    "%0A",
    "\t=1+1",
    "\uff1d1+1",
    "'=1+1",
    '"=1+1"',
    "O'Brien",
    "Ana",
)


@dataclasses.dataclass(frozen=True)
class Cell:
    """One cell as LibreOffice holds it."""

    kind: str
    formula: str | None
    text: str


def _cells(data: bytes, folder: Path) -> list[list[Cell]]:
    source = folder / "list.csv"
    source.write_bytes(data)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            # separator comma, quote ", UTF-8, from line 1; then: detect special numbers, as a person may
            "--infilter=CSV:44,34,76,1,,0,false,true",
            "--convert-to",
            "fods",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    rows = ET.parse(folder / "list.fods").getroot().iter(f"{_TABLE}table-row")  # noqa: S314  # our own file
    return [
        [
            Cell(
                cell.get(f"{_OFFICE}value-type", ""),
                cell.get(f"{_TABLE}formula"),
                "\n".join("".join(part.itertext()) for part in cell.iter(f"{_TEXT}p")),
            )
            for cell in row.iter(f"{_TABLE}table-cell")
        ]
        for row in rows
    ]


def test_no_name_becomes_a_formula_and_every_phone_stays_text(tmp_path: Path, request_of: Requests) -> None:
    rows = []
    for number, name in enumerate(NAMES):
        request = request_of(number, seq=number + 1, name=name, phone=f"+1415555{2600 + number}")
        rows.append(row_of(Entry(Envelope(tmp_path, DAY, request.id, is_intact=True), request)))
    data = write_csv(rows)
    assert read_csv(data) == rows
    header, *shown = [row for row in _cells(data, tmp_path) if any(cell.text for cell in row)]
    assert header[0].text == "number"
    assert len(shown) == len(rows)
    for expected, cells in zip(rows, shown, strict=True):
        assert all(cell.formula is None for cell in cells)
        assert {cell.kind for cell in cells if cell.text} == {"string"}
        assert [cell.text for cell in cells[:3]] == list(expected[:3])


def test_the_same_names_unguarded_would_have_been_formulas(tmp_path: Path) -> None:
    data = "\r\n".join(f'"{name}"' for name in ("=1+1", "+15551230000")).encode()
    formula, number = [row[0] for row in _cells(data, tmp_path) if row and row[0].text]
    assert formula.formula is not None
    assert number.kind == "float"
