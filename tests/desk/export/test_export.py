"""An export: each request in exactly one finished list, whatever went wrong before."""

import datetime
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.core.errors import ExportError, SpoolError, WrongKey
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.export import run
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.queue import export_jobs as jobs
from kiosk.desk.queue.export_jobs import read_jobs
from kiosk.store.envelope import Envelope
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from tests.numbered import request_id
from tests.read_errors import FOR_EVER, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
NOW = datetime.datetime(2026, 11, 23, 9, 15, 30, tzinfo=datetime.UTC)


class Death(BaseException):
    """The program ends here."""


def _take(clinic: "Clinic", request_of: Requests, *numbers: int) -> None:
    for number in numbers:
        clinic.intake.take(request_of(number))


def _numbers(path: Path | None) -> list[str]:
    assert path is not None
    return [row[0] for row in read_csv(path.read_bytes())]


def _states(clinic: "Clinic") -> list[str]:
    return [job.state for job in read_jobs(clinic.spool)]


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _die(*_args: object, **_kwargs: object) -> Any:
    raise Death


def _interrupt_before_finishing(clinic: "Clinic", monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(run, "finish_job", _die)
        with pytest.raises(Death):
            clinic.export()


def test_a_list_holds_all_that_waited_and_nothing_waits_after(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1, 2, 3)
    outcome = clinic.export()
    assert outcome.file == clinic.lists / "callbacks-20261123-091530-job0001.csv"
    assert outcome.count == 3
    assert outcome.warnings == ()
    assert _numbers(outcome.file) == ["lobby#1", "lobby#2", "lobby#3"]
    assert clinic.spool.waiting() == ()
    assert len(list(clinic.spool.exported.iterdir())) == 3
    assert _states(clinic) == ["done"]


def test_the_next_list_holds_only_what_came_since(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    clinic.export()
    _take(clinic, request_of, 2)
    outcome = clinic.export()
    assert outcome.file is not None
    assert outcome.file.name.endswith("job0002.csv")
    assert _numbers(outcome.file) == ["lobby#2"]
    assert outcome.warnings == ()


def test_when_nothing_waits_no_file_is_written(clinic: "Clinic") -> None:
    outcome = clinic.export()
    assert (outcome.file, outcome.count) == (None, 0)
    assert not clinic.lists.exists()
    assert _states(clinic) == []


def test_a_list_is_private(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    outcome = clinic.export()
    assert outcome.file is not None
    assert outcome.file.stat().st_mode & 0o077 == 0


def test_damaged_envelopes_are_kept_aside_and_the_rest_is_exported(
    clinic: "Clinic", request_of: Requests
) -> None:
    _take(clinic, request_of, 1, 2)
    damaged = clinic.spool.waiting()[0].path
    damaged.write_bytes(b"torn")
    outcome = clinic.export()
    assert _numbers(outcome.file) == ["lobby#2"]
    assert damaged.name[:17] in outcome.warnings[0]
    assert [path.name for path in clinic.spool.damaged.iterdir()] == [damaged.name]


def test_what_was_put_aside_for_nothing_is_in_the_next_list(clinic: "Clinic", request_of: Requests) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))
    misread, torn = clinic.spool.waiting()
    sealed = misread.path.read_bytes()
    for envelope in (misread, torn):
        envelope.path.write_bytes(b"torn")
    assert clinic.export().count == 0
    named = f"2 damaged files in {clinic.spool.damaged}, for IT: {misread.short_name}, {torn.short_name}."
    assert named in clinic.export().warnings
    (clinic.spool.damaged / misread.name).write_bytes(sealed)
    outcome = clinic.export()
    assert outcome.count == 1
    assert f"1 damaged file in {clinic.spool.damaged}, for IT: {torn.short_name}." in outcome.warnings


def test_a_copy_that_was_put_aside_does_not_come_back(clinic: "Clinic", request_of: Requests) -> None:
    clinic.intake.take(request_of(1))
    [envelope] = clinic.spool.waiting()
    clinic.spool.add(_sealed_again(clinic, envelope), envelope.request_id, envelope.day)
    assert clinic.export().count == 1
    again = clinic.export()
    assert (again.count, again.warnings) == (0, ())
    assert len(list(clinic.spool.damaged.iterdir())) == 1


def _sealed_again(clinic: "Clinic", envelope: Envelope) -> bytes:
    recipients = Recipients((clinic.key.recipient,), is_demonstration=False)
    return seal(clinic.key.open(envelope.path.read_bytes()), recipients)


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.EMFILE], ids=errno.errorcode.get)
def test_a_read_error_puts_no_sound_request_aside(clinic: "Clinic", request_of: Requests, code: int) -> None:
    _take(clinic, request_of, 1, 2, 3)
    with refused_reads(1, code):
        assert _numbers(clinic.export().file) == ["lobby#1", "lobby#2", "lobby#3"]
    _take(clinic, request_of, 4, 5)
    with refused_reads(FOR_EVER, code, of=lambda path: request_id(4) in path.name):
        outcome = clinic.export()
    assert _numbers(outcome.file) == ["lobby#5"]
    assert outcome.warnings[0].startswith("1 sealed file cannot be read now:")
    assert len(clinic.spool.waiting()) == 1
    assert list(clinic.spool.damaged.iterdir()) == []
    assert _numbers(clinic.export().file) == ["lobby#4"]


def test_a_disk_that_gives_nothing_for_a_while_puts_nothing_aside(
    clinic: "Clinic", request_of: Requests
) -> None:
    _take(clinic, request_of, 1, 2)
    with refused_reads(FOR_EVER):
        outcome = clinic.export()
    assert (outcome.file, outcome.count) == (None, 0)
    assert outcome.warnings[0].startswith("2 sealed files cannot be read now:")
    assert _numbers(clinic.export().file) == ["lobby#1", "lobby#2"]


def test_a_list_of_all_says_what_of_the_old_ones_cannot_be_read_now(
    clinic: "Clinic", request_of: Requests
) -> None:
    _take(clinic, request_of, 1, 2)
    clinic.export()
    order = Order(clinic.lists, NOW, choice="all")
    with refused_reads(FOR_EVER, of=lambda path: request_id(1) in path.name):
        outcome = export_list(clinic.spool, clinic.key, order, lambda _done, _all: None)
    assert outcome.count == 1
    assert outcome.warnings[0].startswith("1 sealed file cannot be read now:")


def test_a_wrong_key_changes_nothing(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    stranger = read_key_file(generate_key_file("")[0], str)
    with pytest.raises(WrongKey):
        export_list(clinic.spool, stranger, Order(clinic.lists, NOW), lambda _done, _all: None)
    assert len(clinic.spool.waiting()) == 1
    assert _states(clinic) == []


def test_a_list_of_the_same_name_is_never_overwritten(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    other = clinic.lists / "callbacks-20261123-091530-job0001.csv"
    clinic.lists.mkdir()
    other.write_bytes(b"of another spool")
    outcome = clinic.export()
    assert outcome.file is not None
    assert outcome.file.name.endswith("job0002.csv")
    assert other.read_bytes() == b"of another spool"


def test_a_full_disk_leaves_everything_waiting(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1)
    with monkeypatch.context() as patch:
        patch.setattr(run, "write_durably", _refuse)
        with pytest.raises(ExportError, match="No space left on device"):
            clinic.export()
    assert list(clinic.lists.iterdir()) == []
    assert _states(clinic) == ["rolled back"]
    assert _numbers(clinic.export().file) == ["lobby#1"]


def test_a_list_that_does_not_read_back_never_stands(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    _take(clinic, request_of, 1)
    with monkeypatch.context() as patch:
        patch.setattr(
            os, "write", lambda file, data: write(file, data if data[:1] == b"{" else b"x" * len(data))
        )
        with pytest.raises(ExportError, match="what was written does not read back"):
            clinic.export()
    assert list(clinic.lists.iterdir()) == []
    assert _states(clinic) == ["rolled back"]
    assert _numbers(clinic.export().file) == ["lobby#1"]


def test_a_complete_list_of_an_interrupted_export_counts(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1, 2)
    _interrupt_before_finishing(clinic, monkeypatch)
    _take(clinic, request_of, 3)
    outcome = clinic.export()
    assert "An interrupted export was finished" in outcome.warnings[0]
    assert _numbers(outcome.file) == ["lobby#3"]
    assert _states(clinic) == ["done", "done"]


def test_a_changed_list_of_an_interrupted_export_does_not_count(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1)
    _interrupt_before_finishing(clinic, monkeypatch)
    next(clinic.lists.iterdir()).write_bytes(b"edited")
    outcome = clinic.export()
    assert "destroy it unused" in outcome.warnings[0]
    assert _numbers(outcome.file) == ["lobby#1"]
    assert _states(clinic) == ["rolled back", "done"]


def test_envelopes_already_moved_come_back_when_the_list_is_gone(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1, 2)
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "save_job", _die)
        with pytest.raises(Death):
            clinic.export()
    assert clinic.spool.waiting() == ()
    next(clinic.lists.iterdir()).unlink()
    assert _numbers(clinic.export().file) == ["lobby#1", "lobby#2"]


def test_a_pulled_stick_is_asked_for_until_staff_say_it_is_gone(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1)
    _interrupt_before_finishing(clinic, monkeypatch)
    shutil.rmtree(clinic.lists)
    other = clinic.folder / "other"
    assert not Order(other, NOW).folder_is_gone
    with pytest.raises(
        ExportError, match=r"bring it back \(plug the stick in again\)\. Only if it is lost for good"
    ):
        clinic.export(other)
    assert _states(clinic) == ["intent"]
    assert _numbers(clinic.export(other, folder_is_gone=True).file) == ["lobby#1"]


def test_a_torn_list_is_swept_before_anything_else(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    _take(clinic, request_of, 1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _after_intent(Path.replace))
        with pytest.raises(Death):
            clinic.export()
    assert [path.suffix for path in clinic.lists.iterdir()] == [".part"]
    (clinic.lists / "somebody-elses.part").write_bytes(b"x")
    outcome = clinic.export()
    assert outcome.file is not None
    assert {path.name for path in clinic.lists.iterdir()} == {"somebody-elses.part", outcome.file.name}


def test_a_second_copy_is_set_aside_not_listed_twice(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    sealed = clinic.spool.waiting()[0].path.read_bytes()
    clinic.export()
    again = seal(clinic.key.open(sealed), clinic.intake.recipients())
    clinic.spool.add(again, request_id(1), datetime.date(2026, 11, 23))
    outcome = clinic.export()
    assert outcome.file is None
    assert "second copy" in outcome.warnings[0]
    assert len(list(clinic.spool.damaged.iterdir())) == 1


def test_a_spool_that_refuses_is_its_own_sentence(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> None:
        raise SpoolError(name)

    _take(clinic, request_of, 1)
    with monkeypatch.context() as patch:
        patch.setattr(clinic.spool, "deliver", refuse)
        with pytest.raises(SpoolError):
            clinic.export()
    assert _states(clinic) == ["intent"]
    assert clinic.export().file is None
    assert _states(clinic) == ["done"]


def test_everything_the_desk_leaves_in_the_spool_is_private(clinic: "Clinic", request_of: Requests) -> None:
    _take(clinic, request_of, 1)
    clinic.export()
    assert all(path.stat().st_mode & 0o077 == 0 for path in clinic.spool.root.rglob("*"))


def _after_intent(replace: Callable[..., Path]) -> Callable[..., Path]:
    def die_at_the_list(source: Path, target: Path) -> Path:
        if target.suffix == ".csv":
            raise Death
        return replace(source, target)

    return die_at_the_list
