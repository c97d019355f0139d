"""The desk on a disk that does not even say what is there: a sentence, and locked all the same."""

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.core.errors import ExportError, KeyFileError, SealError, SettingsError, StickError
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.people import remove_person
from kiosk.desk.queue.export_jobs import Job, read_jobs, save_job
from tests.desk.conftest import NOW
from tests.desk.receptionist import Receptionist
from tests.desk.taking import take_in
from tests.faults.failing_calls import FailingCalls, Way

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

NO_LIST = Way("scandir", 1, errno.EIO, for_ever=True)
NO_LOOK = Way("stat", 1, errno.EIO, for_ever=True)
NO_KEYS = "The keys in .* cannot be looked for"


def test_who_has_a_key_is_asked_again_and_then_a_sentence_says_that_nobody_knows(office: DeskFolder) -> None:
    with FailingCalls(office.root, Way("scandir", 1, errno.EIO, for_ever=False)).at_work():
        assert office.people() == ("ana",)
    with FailingCalls(office.root, NO_LIST).at_work(), pytest.raises(KeyFileError, match=NO_KEYS):
        office.people()


def test_settings_that_the_disk_does_not_show_are_not_taken_for_none(office: DeskFolder) -> None:
    office.save_settings(DeskSettings(delete_after_days=300))
    with (
        FailingCalls(office.settings_file, NO_LOOK).at_work(),
        pytest.raises(SettingsError, match="the file cannot be read"),
    ):
        office.settings()


def test_lists_on_record_that_the_disk_does_not_show_are_not_taken_for_none(office: DeskFolder) -> None:
    save_job(office.spool, Job(1, "done", "/", "a.csv", "", (), {}))
    with (
        FailingCalls(office.spool.jobs, NO_LIST).at_work(),
        pytest.raises(ExportError, match="cannot be read"),
    ):
        read_jobs(office.spool)


def test_nobody_is_removed_while_recipients_cannot_be_read(clinic: "Clinic", office: DeskFolder) -> None:
    text = f"# ben\n{clinic.key.recipient}\n"
    office.key_file("ben").write_bytes(b"his key")
    before = office.recipients_file.read_text("utf-8") + text
    office.recipients_file.write_text(before, "utf-8")
    with (
        FailingCalls(office.recipients_file, NO_LOOK).at_work(),
        pytest.raises(SealError, match="cannot be read"),
    ):
        remove_person(office, clinic.key, "ben", NOW)
    assert office.recipients_file.read_text("utf-8") == before


def test_a_folder_that_cannot_be_looked_at_is_opened_once_more(
    clinic: "Clinic", office: DeskFolder, stick: Path
) -> None:
    (stick / "new").mkdir()
    with FailingCalls(stick / "new", NO_LOOK).at_work(), pytest.raises(StickError, match="cannot be opened"):
        take_in(office, clinic.key, stick)


def test_the_desk_locks_though_nobody_knows_who_has_a_key(desk: Receptionist, office: DeskFolder) -> None:
    with FailingCalls(office.root, NO_LIST).at_work():
        desk.alt("k")
    assert desk.window.unlocked is None
    assert desk.page is desk.window.unlock
    assert desk.window.unlock.name.currentText() == "ana"
    assert desk.press(Qt.Key.Key_Return).window.unlocked is not None


def test_pages_on_keys_say_what_the_disk_refuses(desk: Receptionist, office: DeskFolder) -> None:
    with FailingCalls(office.root, NO_LIST).at_work():
        desk.alt("p")
        assert desk.told.startswith("Problem: The keys in")
        desk.alt("k").alt("l")
        assert desk.told.startswith("Problem: The keys in")
    assert desk.page is desk.window.unlock


def test_a_failure_at_the_lists_is_told_though_their_records_cannot_be_read(
    desk: Receptionist, office: DeskFolder
) -> None:
    desk.alt("l")
    with FailingCalls(office.spool.jobs, NO_LIST).at_work():
        desk.alt("m")
    assert desk.told.startswith("Problem: The export record")
    assert desk.page is desk.window.lists
