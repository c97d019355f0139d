"""A call recorded and the list drawn anew, beside a bare loop that seals, writes, syncs and sorts as much.

Processor time; the ratio says how much of it is the machine's.
"""

import datetime
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import KeyLocation, load_key, make_recovery_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.queue.call_list import TIME, CallCase, CallList, look_again, record_call
from kiosk.desk.queue.calls import CallRecord, CallState, keep_record
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.queue.turns import USUAL_RULES
from kiosk.desk.queue.waiting_list import in_order
from kiosk.desk.window.pages.work import WorkPage
from kiosk.store.envelope import Envelope, EnvelopeState
from kiosk.store.seal import seal
from tests.benchmarks.rounds import measured
from tests.benchmarks.table import Measured, Row
from tests.desk.conftest import make_request

NOW = datetime.datetime(2026, 11, 27, 15, tzinfo=datetime.UTC)
SIZES = measured((1_000, 10_000), once=(10, 20))
ROUNDS = measured(15, once=1)
TARGET_MS = 100
CALLED = 5
"""One request in so many has a record."""


def make_office(folder: Path) -> tuple[DeskFolder, StaffKey]:
    """Make a desk with one key."""
    office = DeskFolder(folder)
    office.prepare()
    made = make_recovery_key(KeyLocation(folder, office.recipients_file, is_demonstration=False), NOW)
    return office, load_key(made.file, str)


def make_board(office: DeskFolder, count: int) -> CallList:
    """Return a list as it stands after unlocking: requests in memory, their records on the disk."""
    entries, day, recipients = [], NOW.date() - datetime.timedelta(days=4), office.recipients()
    for number in range(1, count + 1):
        request = make_request(number, seq=number, phone=f"+1415{5_000_000 + number}")
        envelope = Envelope(Path(f"20261123-{request.id}.age"), day, request.id, EnvelopeState.SOUND)
        entries.append(OpenedRequest.of(envelope, request))
    cases = []
    for place, entry in enumerate(in_order(entries, USUAL_RULES.promise)):
        records: tuple[CallRecord, ...] = ()
        if place % CALLED == CALLED - 1:
            about = entry.request.id
            records = (CallRecord(about, CallState.NO_ANSWER.value, "", "ana", "2026-11-24T10:00:00Z"),)
            keep_record(office.calls, records[0], recipients)
        cases.append(CallCase(entry, is_listed=False, records=records))
    return CallList(tuple(cases))


def cost(work: Callable[[], None]) -> float:
    """Return the processor time of it, in milliseconds."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def record_calls(application: QApplication, folder: Path, count: int) -> list[tuple[float, float]]:
    """Record calls at a desk with so many requests; returns milliseconds of pairs, the bare loop's first."""
    office, key = make_office(folder)
    page = WorkPage(USUAL_RULES, time.monotonic)
    page.resize(1360, 820)
    page.show()
    page.show_board(make_board(office, count), NOW.astimezone())
    application.processEvents()
    days = [(case.entry.request.created, case.entry.request.id) for case in page.board.cases]

    def record() -> None:
        case = page.case
        if case is None:
            raise RuntimeError("no call is left to record")
        made = CallRecord(case.entry.request.id, "closed", "", "ana", NOW.strftime(TIME))
        changed = record_call(office, look_again(office, key, case), made)
        page.replace(changed, NOW.astimezone())
        application.processEvents()

    def bare() -> None:
        with (folder / "bare").open("wb") as file:
            file.write(seal(b" " * 1024, office.recipients()))
            file.flush()
            os.fsync(file.fileno())
        if len(sorted(days)) != count:
            raise RuntimeError("nothing was sorted")

    return [(cost(bare), cost(record)) for _ in range(ROUNDS)]


def measure() -> Measured:
    """Record calls at desks of each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        runs = {count: record_calls(application, Path(place) / str(count), count) for count in SIZES}
    rows = []
    for count, pairs in runs.items():
        bare, desk = (statistics.median(pair[part] for pair in pairs) for part in (0, 1))
        what = f"desk: a call recorded among {count:,}, CPU"
        rows.append(Row(what=what, unit="ms", other=bare, own=desk, target=TARGET_MS, of="absolute"))
    return Measured(rows, runs)
