"""A list of many calls is drawn anew without reckoning what nobody sees."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from kiosk.core.callback.phone import PhoneCaution, caution_of
from kiosk.core.callback.promise import Promise
from kiosk.desk.queue import calls, opened_request
from kiosk.desk.queue.call_list import CallCase, CallList
from kiosk.desk.queue.calls import CallRecord
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.window.pages.calls_table import HEADINGS
from kiosk.store.envelope import Envelope, EnvelopeState
from tests.desk.conftest import make_request
from tests.desk.receptionist import NOW, Receptionist

MANY = 300


def _case(number: int) -> CallCase:
    request = make_request(number, seq=number)
    envelope = Envelope(Path(f"{number}.age"), NOW.date(), request.id, EnvelopeState.SOUND)
    called = CallRecord(request.id, "no answer", "", "ana", "2026-11-24T10:00:00Z")
    return CallCase(OpenedRequest.of(envelope, request), is_listed=False, records=(called,))


@pytest.mark.parametrize("heading", [None, "Name", "Phone", "Look out"])
def test_recording_and_sorting_reckon_little_but_what_is_seen(
    desk: Receptionist, monkeypatch: pytest.MonkeyPatch, heading: str | None
) -> None:
    work, now = desk.window.work, NOW.astimezone()
    work.show_board(CallList(tuple(map(_case, range(1, MANY + 1)))), now)
    desk.wait()
    reckoned: list[str] = []
    promised_by, phone, to_json = OpenedRequest.promised_by, OpenedRequest.phone, calls._to_json

    def count_days(entry: OpenedRequest, promise: Promise) -> datetime.date:
        reckoned.append("day")
        return promised_by(entry, promise)

    def count_phones(entry: OpenedRequest, form: int) -> str:
        reckoned.append("phone")
        return phone(entry, form)

    def count_cautions(phone: str) -> PhoneCaution:
        reckoned.append("caution")
        return caution_of(phone)

    def count_ids(record: CallRecord) -> bytes:
        reckoned.append("id")
        return to_json(record)

    monkeypatch.setattr(opened_request, "caution_of", count_cautions)
    monkeypatch.setattr(calls, "_to_json", count_ids)
    monkeypatch.setattr(OpenedRequest, "promised_by", count_days)
    monkeypatch.setattr(OpenedRequest, "phone", count_phones)
    if heading is None:
        first = work.board.cases[0]
        closed = CallRecord(first.entry.request.id, "closed", "", "ana", "2026-11-24T15:00:00Z")
        work.replace(dataclasses.replace(first, records=(closed,)), now)
    else:
        work.finder.sort_by(HEADINGS.index(heading))
    desk.wait()
    assert len(reckoned) < MANY / 2
    assert len(work.model.cases) == MANY - (heading is None)
