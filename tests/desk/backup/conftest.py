"""A desk that is worth a backup: its one key opens with words, and it has all that a desk can have."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.keys import NewKey
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue.calls import CallRecord, keep_record
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.hand_over import keep_note
from tests.desk.receptionist import NOW, fill
from tests.desk.taking import take_in
from tests.numbered import request_id

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic


@pytest.fixture
def locked(office: DeskFolder, quick_staff_key: NewKey) -> DeskFolder:
    """Return the desk of the front desk, whose key is locked; the clinic's key opens it too, as recovery."""
    office.key_file("ana").unlink()
    text = office.recipients_file.read_text(encoding="utf-8").replace("# ana", "# recovery")
    office.recipients_file.write_text(f"{text}# front-desk\n{quick_staff_key.recipient}\n", encoding="utf-8")
    shutil.copy(quick_staff_key.file, office.key_file("front-desk"))
    return office


@pytest.fixture
def busy(
    clinic: "Clinic", locked: DeskFolder, stick: Path, request_of: Callable[..., CallbackRequest]
) -> DeskFolder:
    """Return that desk with forty requests, calls, a note, a list, a claim and settings."""
    fill(clinic, stick, *(request_of(number) for number in range(1, 41)))
    take_in(locked, clinic.key, stick)
    locked.save_settings(DeskSettings(kiosks=("lobby",)))
    for number in range(1, 11):
        record = CallRecord(
            request_id(number), "no answer", "rang twice", "front-desk", "2026-11-24T14:00:00Z"
        )
        keep_record(locked.calls, record, locked.recipients())
    keep_note(locked, "Mr. Lee calls back at four.", "front-desk", NOW)
    order = Order(locked.lists, NOW.astimezone(), format="xlsx")
    export_list(locked.spool, clinic.key, order, lambda _done, _all: None)
    Claims(locked, f"{7:032x}", lambda: 0.0).exchange(request_id(3), "front-desk")
    return locked


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """Return an empty folder for backups."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder
