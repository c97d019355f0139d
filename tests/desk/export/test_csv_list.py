"""The CSV list: nothing runs, nothing is changed, everything comes back."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.callback.request import CallbackRequest, Consent
from kiosk.desk.export.csv_list import read_csv, write_csv, write_csv_list, write_raw_csv_list
from kiosk.desk.export.rows import HEADER
from tests.desk.lists import HOSTILE, list_of

Requests = Callable[..., CallbackRequest]

DANGEROUS = "=+-@|%\t\r\n\0\uff1d\uff0b\uff0d\uff20\uff5c\uff05\ufe66"


def _row(cell: str) -> tuple[str, ...]:
    return (cell,) * len(HEADER)


def _raw(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _row_of(request: CallbackRequest) -> tuple[str, ...]:
    [row] = read_csv(write_csv_list(list_of([request])))
    return row


def test_no_hostile_string_stands_twice() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) == 42


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_begins_with_a_formula_sign_and_every_cell_comes_back(cell: str) -> None:
    data = write_csv([_row(cell)])
    assert all(not raw.startswith(tuple(DANGEROUS)) for raw in _raw(data)[1])
    assert read_csv(data) == [_row(cell)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'" + DANGEROUS))))
def test_any_text_comes_back_as_it_was(cells: list[str]) -> None:
    rows = [_row(cell) for cell in cells]
    data = write_csv(rows)
    assert read_csv(data) == rows
    assert all(not raw.startswith(tuple(DANGEROUS)) for row in _raw(data) for raw in row)


def test_a_harmless_cell_is_written_as_it_is() -> None:
    assert _raw(write_csv([_row("O'Brien")]))[1] == ["O'Brien"] * len(HEADER)


def test_a_formula_gets_exactly_one_apostrophe() -> None:
    assert _raw(write_csv([_row("=1+1")]))[1] == ["'=1+1"] * len(HEADER)


def test_the_form_is_fixed() -> None:
    data = write_csv([_row("x")])
    assert data.startswith(b'\xef\xbb\xbf"number","received","phone",')
    assert data.endswith(b'"x"\r\n')
    assert data.count(b"\r\n") == 2


TORN = write_csv([]) + b'"a"b\r\n'


@pytest.mark.parametrize("data", [b"", b'"another","header"\r\n', b'"number', b"\xff", TORN])
def test_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_csv(data)


def test_a_row_says_everything_the_caller_needs(request_of: Requests) -> None:
    request = request_of(
        7,
        seq=12,
        name="Ana",
        phone="+14155552671",
        spoken_language="Español",
        interpreter=True,
        phone_hard=("text_first", "slow"),
        helper_name="Luis",
        consents=(Consent("voicemail", "v", given=True), Consent("text", "t", given=False)),
    )
    assert dict(zip(HEADER, _row_of(request), strict=True)) == {
        "number": "lobby#12",
        "received": "2026-11-23 09:07 -05:00",
        "phone": "tel:+1-415-555-2671",
        "name": "Ana",
        "call_by": "by Wed 2026-11-25",
        "best_time": "morning",
        "language": "Español",
        "interpreter": "yes",
        "phone_help": "text_first, slow",
        "helper": "Luis",
        "voicemail_ok": "yes",
        "text_ok": "no",
        "state": "new",
        "attempts": "0",
        "call_again": "",
        "last_note": "",
        "warning": "",
    }


@pytest.mark.parametrize("phone", ["+99912345678", "+21012345", "+1000000"])
def test_a_phone_of_no_known_plan_is_still_text(request_of: Requests, phone: str) -> None:
    cell = _row_of(request_of(1, phone=phone))[2]
    assert cell.replace("-", "") == f"tel:{phone}"


def test_half_a_character_does_not_stop_the_list(request_of: Requests) -> None:
    row = _row_of(request_of(1, name="A\ud800na"))
    assert row[3] == "A\ufffdna"
    assert read_csv(write_csv([row])) == [row]


def test_a_kiosks_name_cannot_run_either(request_of: Requests) -> None:
    row = _row_of(request_of(1, kiosk="=lobby", seq=1))
    assert _raw(write_csv([row]))[1][0] == "'=lobby#1"


def test_a_raw_list_is_plain_rfc_4180(request_of: Requests) -> None:
    data = write_raw_csv_list(list_of([request_of(1, name='=1+1, "Ana"')], before="stood in list 1 before"))
    header, row = csv.reader(io.StringIO(data.decode(), newline=""))
    assert tuple(header) == HEADER
    assert (row[2], row[3], row[-1]) == ("+14155552601", '=1+1, "Ana"', "stood in list 1 before")
    assert data.startswith(b"number,received,")
    assert data.endswith(b"\r\n")
