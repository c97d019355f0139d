"""Lists to print and spreadsheets: complete, labelled, and nothing in them runs."""

import datetime
import io
import re
import xml.etree.ElementTree as ET  # reads only what the test itself made
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.core.callback.request import CallbackRequest, Consent
from kiosk.desk.export.csv_list import read_csv, write_csv_list
from kiosk.desk.export.formats import FORMATS
from kiosk.desk.export.print_list import write_print_list
from kiosk.desk.export.rows import HEADER
from kiosk.desk.export.run import Order, Outcome, export_list
from kiosk.desk.export.xlsx_list import write_xlsx
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.export_jobs import read_jobs
from tests.desk.lists import HOSTILE, list_of

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 9, 15, 30, tzinfo=datetime.UTC)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Page(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def _export(
    clinic: "Clinic", choice: Literal["new", "all"] | datetime.date = "new", kind: str = "csv"
) -> Outcome:
    order = Order(clinic.lists, NOW, choice=choice, format=kind, by="ana")
    return export_list(clinic.spool, clinic.key, order, lambda _done, _all: None)


def _rows(outcome: Outcome) -> list[tuple[str, str]]:
    assert outcome.file is not None
    return [(row[0], row[-1]) for row in read_csv(outcome.file.read_bytes())]


def test_a_printed_row_says_what_to_keep_in_mind_and_has_boxes(request_of: Requests) -> None:
    request = request_of(
        1,
        seq=7,
        name="Ana",
        phone="+14155552671",
        spoken_language="Español",
        interpreter=True,
        phone_hard=("slowly", "helper"),
        helper_name="Luis",
        consents=(Consent("call", "c", given=True), Consent("voicemail", "v", given=True)),
    )
    page = Page(write_print_list(list_of([request, request_of(2, energy_window="", name="")])))
    for part in (
        "+1 415-555-2671",
        "1 of 2: lobby#7",
        "call by Wed 2026-11-25",
        "best time: morning",
        "Ana",
        "Español",
        "interpreter needed",
        "slowly",
        "helper: Luis",
        "voicemail may be left",
        "send no text",
        "any time",
        "leave no voicemail",
        "(no name given)",
        "Shred after use.",
        "2 requests.",
        "by ana",
        "no answer",
    ):
        assert part in page.text
    assert page.tags.count("span") == 10
    anas, other = page.text.split("2 of 2:")
    for part in ("interpreter needed", "helper: Luis", "voicemail may be left"):
        assert part in anas
        assert part not in other


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_a_visitor_wrote_becomes_a_part_of_the_page(request_of: Requests, name: str) -> None:
    harmless = Page(write_print_list(list_of([request_of(1, name="Ana", helper_name="Ana")])))
    page = Page(write_print_list(list_of([request_of(1, name=name, helper_name=name)])))
    assert page.tags == harmless.tags
    assert page.text.count(printable(name)) >= 2


def test_a_spreadsheet_holds_text_only_and_names_nobody_as_its_author(request_of: Requests) -> None:
    content = list_of(request_of(number, seq=number, name=name) for number, name in enumerate(HOSTILE))
    with zipfile.ZipFile(io.BytesIO(write_xlsx(content))) as book:
        strings = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314  # our own file
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314  # as above
        properties = book.read("docProps/core.xml").decode()
        workbook = book.read("xl/workbook.xml").decode()
    assert re.search(r"Print_Titles[^>]*>[^<]*\$1:\$1<", workbook), "the header stands on every printed page"
    texts = ["".join(part.itertext()) for part in strings.iter(f"{SHEET}si")]
    assert {printable(name) for name in HOSTILE} <= set(texts)
    assert {cell.get("t") for cell in sheet.iter(f"{SHEET}c")} == {"s"}
    assert list(sheet.iter(f"{SHEET}f")) == []
    assert "+1 415-555-2605" in texts
    first, *others = sheet.iter(f"{SHEET}row")
    assert [texts[int(cell.findtext(f"{SHEET}v", ""))] for cell in first] == list(HEADER)
    assert len(others) == len(HOSTILE)
    assert re.search(r"<dc:creator>\s*</dc:creator>", properties)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_exported_once_and_kept_out_of_the_next_list(
    clinic: "Clinic", request_of: Requests, kind: str
) -> None:
    clinic.intake.take(request_of(1))
    outcome = _export(clinic, kind=kind)
    assert outcome.file is not None
    assert outcome.file.name == f"callbacks-20261123-091530-job0001{FORMATS[kind].suffix}"
    assert b"415" in outcome.file.read_bytes() or kind == "xlsx"
    assert _export(clinic, kind=kind).file is None


def test_all_again_says_of_each_request_where_it_was_before(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    _export(clinic)
    clinic.intake.take(request_of(2))
    outcome = _export(clinic, "all")
    assert outcome.file is not None
    assert outcome.file.name.endswith("job0002-again.csv")
    assert _rows(outcome) == [("lobby#1", "stood in list 1 before"), ("lobby#2", "")]
    jobs = read_jobs(clinic.spool)
    assert [(len(job.envelopes), job.repeated, job.by) for job in jobs] == [(1, 0, "ana"), (1, 1, "ana")]
    assert _export(clinic).file is None
    printed = _export(clinic, "all", "print")
    assert printed.file is not None
    text = Page(printed.file.read_bytes()).text
    assert "2 of them stood in a list before" in text
    assert "all requests, new or not" in text
    assert "stood in list 2 before" in text


def test_a_day_takes_that_day_only_and_the_rest_waits_on(clinic: "Clinic", request_of: Requests) -> None:
    for number, created in (
        (1, "2026-11-22T15:00:00Z"),
        (2, "2026-11-23T04:00:00Z"),
        (3, "2026-11-23T15:00:00Z"),
    ):
        clinic.intake.take(request_of(number, created=created))
    assert _rows(_export(clinic, datetime.date(2026, 11, 22))) == [("lobby#1", ""), ("lobby#2", "")]
    assert len(clinic.spool.waiting()) == 1
    assert _rows(_export(clinic, datetime.date(2026, 11, 22))) == [
        ("lobby#1", "stood in list 1 before"),
        ("lobby#2", "stood in list 1 before"),
    ]
    assert _rows(_export(clinic)) == [("lobby#3", "")]


def test_a_request_that_left_without_a_list_is_named_so(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    clinic.spool.deliver(clinic.spool.waiting()[0].path.name)
    assert _rows(_export(clinic, "all")) == [("lobby#1", "was exported before")]


def test_a_request_without_a_date_has_no_promised_day(request_of: Requests) -> None:
    page = Page(write_print_list(list_of([request_of(1, created="2026-13-23T00:00:00Z")])))
    assert "call soon: no date" in page.text


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("+19005551234", "premium rate: the call costs extra"),
        ("+8816123456789", "satellite phone: the call costs extra"),
        ("+447640123456", "pager: nobody can talk on it"),
        ("+11112223333", "looks odd: check it"),
    ],
)
def test_what_is_special_of_a_number_stands_in_every_list(
    request_of: Requests, phone: str, told: str
) -> None:
    content = list_of([request_of(1, phone=phone)], "in list 1")
    assert read_csv(write_csv_list(content))[0][-1] == f"in list 1; {told}"
    assert f"Note: {told}" in Page(write_print_list(content)).text
    with zipfile.ZipFile(io.BytesIO(write_xlsx(content))) as book:
        assert told in book.read("xl/sharedStrings.xml").decode()
