"""Taking a request: numbered, sealed, on the disk; or one sentence why not."""

import dataclasses
import datetime
import errno
import os
import sys
from pathlib import Path
from typing import Any

import pyrage
import pytest
from pyrage import x25519

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.proofs import id_of, receipt_of, withdrawal_secret_of
from kiosk.core.callback.request import CallbackRequest, Withdrawal, from_wire
from kiosk.core.errors import SealError, SpoolError
from kiosk.store.envelope import UNDATED
from kiosk.store.intake import DISK_FORGETS, Intake, IntakeLimits, intake_of
from kiosk.store.kiosk_id import kiosk_id_of
from kiosk.store.recipients import DEMONSTRATION_LINE
from kiosk.store.settings.settings import load_settings
from kiosk.store.spool import Spool
from tests.clinic import SETTINGS
from tests.store.fake_machine import DAY, HOUR, Clocks

NOW = datetime.datetime(2026, 11, 23, 23, 45, tzinfo=datetime.UTC)
STAFF = x25519.Identity.generate()


def _request(secret: str, **changes: Any) -> CallbackRequest:
    return dataclasses.replace(REQUEST, id=id_of(secret), secret=secret, **changes)


REQUEST = CallbackRequest(
    id=id_of("a" * 32),
    kiosk="lobby",
    seq=0,
    created="2026-11-23T23:30:00Z",
    zone="-05:00",
    language="en",
    name="Marker Name",
    phone="+14155552671",
    phone_as_typed="(415) 555-2671",
    energy_window="",
    spoken_language="",
    interpreter=False,
    phone_hard=(),
    helper_name="",
    consents=(),
    config_version="",
    call_by="2026-11-25",
    secret="a" * 32,
    kiosk_id="",
    kept_odd_number=False,
    clock="set",
)


@pytest.fixture
def recipients_file(tmp_path: Path) -> Path:
    path = tmp_path / "recipients.txt"
    path.write_text(f"{DEMONSTRATION_LINE}\n{STAFF.to_public()}\n", encoding="utf-8")
    return path


@pytest.fixture
def intake(spool: Spool, recipients_file: Path) -> Intake:
    return Intake(spool, recipients_file, demonstration_allowed=True)


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_taken_request_is_numbered_sealed_and_kept(intake: Intake, spool: Spool) -> None:
    intake.take(REQUEST)
    intake.take(_request("b" * 32))
    kiosk_id = kiosk_id_of(spool)
    assert _contents(spool) == [
        dataclasses.replace(REQUEST, seq=1, kiosk_id=kiosk_id),
        _request("b" * 32, seq=2, kiosk_id=kiosk_id),
    ]
    assert {f"{envelope.day}" for envelope in spool.waiting()} == {"2026-11-23"}


def test_the_secret_of_a_request_is_on_no_disk_of_the_kiosk(
    intake: Intake, spool: Spool, tmp_path: Path
) -> None:
    for number in range(1, 4):
        intake.take(_request(f"{number:032x}"))
    spool.collect(spool.waiting()[0].path.name)
    intake.withdraw(Withdrawal.of(f"{2:032x}", "lobby", 2, "2026-11-23T23:31:00Z"))
    derived = [
        each(f"{number:032x}") for number in range(1, 4) for each in (receipt_of, withdrawal_secret_of)
    ]
    told = [f"{number:032x}" for number in range(1, 4)] + derived
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        assert not [secret for secret in told if secret.encode() in path.read_bytes() or secret in path.name]


def test_a_sound_kiosk_has_no_trouble(intake: Intake) -> None:
    assert intake.closed_reason(NOW) is None


def test_a_full_disk_is_the_trouble_and_nothing_is_acknowledged(
    intake: Intake, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refuse)
        closed_reason = intake.closed_reason(NOW)
        with pytest.raises(SpoolError, match="No space left on device"):
            intake.take(REQUEST)
    assert closed_reason is not None
    assert "No space left on device" in closed_reason
    assert spool.waiting() == ()
    assert intake.closed_reason(NOW) is None


def test_missing_recipients_are_the_trouble_and_spend_no_number(
    intake: Intake, spool: Spool, recipients_file: Path
) -> None:
    recipients_file.unlink()
    closed_reason = intake.closed_reason(NOW)
    assert closed_reason is not None
    assert "is missing" in closed_reason
    with pytest.raises(SealError):
        intake.take(REQUEST)
    assert list(spool.state.iterdir()) == []


def test_demonstration_keys_are_trouble_in_a_real_clinic(spool: Spool, recipients_file: Path) -> None:
    closed_reason = Intake(spool, recipients_file, demonstration_allowed=False).closed_reason(NOW)
    assert closed_reason is not None
    assert "nobody will call" in closed_reason


@pytest.mark.parametrize(
    ("is_demonstration", "is_installed", "is_open"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_only_a_demonstration_from_source_takes_requests_for_nobody(
    spool: Spool,
    recipients_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_demonstration: bool,
    is_installed: bool,
    is_open: bool,
) -> None:
    (spool.root.parent / "kiosk.toml").write_text(SETTINGS, encoding="utf-8")
    settings = load_settings(spool.root.parent / "kiosk.toml")
    file = dataclasses.replace(settings.file, demonstration=is_demonstration)
    monkeypatch.setattr(sys, "frozen", is_installed, raising=False)
    settings = dataclasses.replace(settings, file=file)
    assert settings.recipients == recipients_file
    assert (intake_of(settings, spool).closed_reason(NOW) is None) == is_open


@pytest.mark.parametrize("changes", [{"name": "\ud800 Marker"}, {"created": "2026-13-45T00:00:00Z"}])
def test_what_cannot_be_written_down_is_refused_without_its_words(
    intake: Intake, spool: Spool, changes: dict[str, Any]
) -> None:
    with pytest.raises(SealError, match="could not be written down") as caught:
        intake.take(dataclasses.replace(REQUEST, **changes))
    assert "Marker" not in str(caught.value)
    assert spool.waiting() == ()


def test_a_request_is_kept_once_however_often_it_is_sent(intake: Intake, spool: Spool) -> None:
    assert [intake.take(REQUEST), intake.take(REQUEST)] == [1, 0]
    for leave in (spool.collect, spool.deliver):
        (envelope,) = (*spool.waiting(), *spool.on_the_way())
        leave(envelope.path.name)
        assert intake.take(REQUEST) == 0
    assert spool.waiting() == ()


WITHDRAWAL = Withdrawal.of("a" * 32, REQUEST.kiosk, 1, "2026-11-23T23:31:00Z")


def _contents(spool: Spool) -> list[CallbackRequest | Withdrawal]:
    opened = (from_wire(pyrage.decrypt(envelope.path.read_bytes(), [STAFF])) for envelope in spool.waiting())
    return sorted(opened, key=lambda content: content.seq)


def _numbered(request: CallbackRequest, spool: Spool) -> CallbackRequest:
    return dataclasses.replace(request, seq=1, kiosk_id=kiosk_id_of(spool))


def test_what_is_taken_back_is_no_longer_on_the_disk(intake: Intake, spool: Spool) -> None:
    other = _request("b" * 32)
    intake.take(other)
    intake.take(REQUEST)
    withdrawal = dataclasses.replace(WITHDRAWAL, seq=2)
    intake.withdraw(withdrawal)
    assert _contents(spool) == [_numbered(other, spool), withdrawal]


def test_what_was_collected_meanwhile_is_followed_by_its_withdrawal(intake: Intake, spool: Spool) -> None:
    intake.take(REQUEST)
    spool.collect(spool.waiting()[0].path.name)
    intake.withdraw(WITHDRAWAL)
    assert _contents(spool) == [WITHDRAWAL]
    assert len(spool.on_the_way()) == 1


def test_a_request_that_cannot_be_taken_back_stays(
    intake: Intake, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.take(REQUEST)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refuse)
        with pytest.raises(SpoolError, match="No space left on device"):
            intake.withdraw(WITHDRAWAL)
    assert _contents(spool) == [_numbered(REQUEST, spool)]


def _kept_at(spool: Spool, request_id: str, moment: datetime.datetime) -> None:
    (path,) = [envelope.path for envelope in spool.waiting() if envelope.request_id == request_id]
    os.utime(path, (moment.timestamp(), moment.timestamp()))


@pytest.mark.parametrize(
    ("limits", "ages", "is_open"),
    [
        (IntakeLimits(in_10_minutes=2), (1, 9), False),
        (IntakeLimits(in_10_minutes=2), (1, 11), True),
        (IntakeLimits(in_10_minutes=3), (1, 9), True),
        (IntakeLimits(a_day=2), (1, 23 * 60), False),
        (IntakeLimits(a_day=2), (1, 24 * 60 + 1), True),
        (IntakeLimits(in_10_minutes=1, a_day=1), (-60,), True),
        (IntakeLimits(), tuple(range(9)), True),
    ],
)
def test_the_form_closes_when_too_many_requests_come(
    spool: Spool, recipients_file: Path, limits: IntakeLimits, ages: tuple[int, ...], *, is_open: bool
) -> None:
    intake = Intake(spool, recipients_file, demonstration_allowed=True, limits=limits)
    for number, minutes in enumerate(ages):
        request = _request(f"{number:032x}")
        intake.take(request)
        _kept_at(spool, request.id, NOW - datetime.timedelta(minutes=minutes))
    closed_reason = intake.closed_reason(NOW)
    assert (closed_reason is None) is is_open, closed_reason
    if closed_reason is not None:
        assert f"{len(ages)} requests came within" in closed_reason


def test_requests_count_wherever_they_went(spool: Spool, recipients_file: Path) -> None:
    limits = IntakeLimits(in_10_minutes=2)
    intake = Intake(spool, recipients_file, demonstration_allowed=True, limits=limits)
    for letter in "ab":
        intake.take(_request(letter * 32))
        _kept_at(spool, id_of(letter * 32), NOW)
    first, second = spool.waiting()
    spool.collect(first.path.name)
    spool.deliver(second.path.name)
    assert intake.closed_reason(NOW) is not None


def test_the_form_stays_open_over_a_holiday(spool: Spool, recipients_file: Path) -> None:
    friday_before = dataclasses.replace(REQUEST, created="2026-11-20T12:00:00Z")
    today = NOW.date()
    for closed, is_open in ((frozenset[datetime.date](), False), (frozenset({today}), True)):
        limits = IntakeLimits(promise=Promise(1, closed=closed))
        intake = Intake(spool, recipients_file, demonstration_allowed=True, limits=limits)
        intake.take(friday_before)
        assert (intake.closed_reason(NOW + datetime.timedelta(days=1)) is None) == is_open, closed


@pytest.mark.parametrize(
    ("asked", "days", "is_open"),
    [
        ("2026-11-23", 1, True),
        ("2026-11-20", 1, True),  # a Friday: Monday is the one working day
        ("2026-11-19", 1, False),
        ("2026-11-19", 2, True),
        ("2026-11-18", 2, False),
    ],
)
def test_the_form_closes_when_nobody_collects_what_was_promised(
    spool: Spool, recipients_file: Path, asked: str, days: int, *, is_open: bool
) -> None:
    limits = IntakeLimits(promise=Promise(days))
    intake = Intake(spool, recipients_file, demonstration_allowed=True, limits=limits)
    intake.take(dataclasses.replace(REQUEST, created=f"{asked}T12:00:00Z"))
    closed_reason = intake.closed_reason(NOW)
    assert (closed_reason is None) is is_open, closed_reason
    if closed_reason is not None:
        assert f"{asked} was not collected within the {days} working days" in closed_reason
        spool.collect(spool.waiting()[0].path.name)
        assert intake.closed_reason(NOW) is None


def test_no_request_is_read_to_tell_whether_the_form_is_open(
    spool: Spool, recipients_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = IntakeLimits(in_10_minutes=5, a_day=5, promise=Promise(2))
    intake = Intake(spool, recipients_file, demonstration_allowed=True, limits=limits)
    intake.take(REQUEST)
    [envelope] = spool.waiting()
    opened: list[object] = []
    open_file = os.open

    def note(path: "str | Path", *more: int, **named: int) -> int:
        opened.append(Path(path))
        return open_file(path, *more, **named)

    monkeypatch.setattr(os, "open", note)
    assert intake.closed_reason(NOW) is None
    assert opened
    assert envelope.path not in opened


def _undated(secret: str, clocks: Clocks) -> CallbackRequest:
    created = clocks.now.strftime("%Y-%m-%dT%H:%M:%SZ")
    return _request(secret, created=created, clock="not_set", call_by=None)


def _intake_on(clocks: Clocks, spool: Spool, recipients_file: Path, limits: IntakeLimits) -> Intake:
    """Return the intake of a program that was just started."""
    machine = clocks.machine(spool)
    return Intake(spool, recipients_file, demonstration_allowed=True, limits=limits, machine=machine)


@pytest.mark.parametrize(
    "wrong", ["1970-01-01T00:05:00+00:00", "2038-01-20T00:00:00+00:00", "2099-11-23T10:00:00+00:00"]
)
def test_requests_of_a_kiosk_whose_clock_is_not_set_keep_the_form_open_and_count_from_the_right_day(
    spool: Spool, recipients_file: Path, wrong: str
) -> None:
    clocks, limits = Clocks(), IntakeLimits(promise=Promise(2))
    right, clocks.now = clocks.now, datetime.datetime.fromisoformat(wrong)
    intake = _intake_on(clocks, spool, recipients_file, limits)
    assert intake.closed_reason(clocks.now) is None
    assert not intake.is_clock_set(clocks.now)
    intake.take(_undated("a" * 32, clocks))
    [waiting] = spool.waiting()
    assert waiting.day == UNDATED
    clocks.now = right
    assert intake.closed_reason(clocks.now) is None
    assert intake.is_clock_set(clocks.now)
    clocks.run(2 * DAY)
    assert intake.closed_reason(clocks.now) is None
    clocks.run(DAY)
    assert f"A request of {right.date()} was not collected" in (intake.closed_reason(clocks.now) or "")


def test_a_wrong_clock_breaks_no_promise(spool: Spool, recipients_file: Path) -> None:
    clocks = Clocks()
    intake = _intake_on(clocks, spool, recipients_file, IntakeLimits(promise=Promise(2)))
    assert intake.closed_reason(clocks.now) is None
    intake.take(_request("a" * 32, created=clocks.now.strftime("%Y-%m-%dT%H:%M:%SZ")))
    clocks.step(300 * DAY)
    assert intake.closed_reason(clocks.now) is None
    clocks.step(-300 * DAY)
    clocks.run(5 * DAY)
    assert "was not collected" in (intake.closed_reason(clocks.now) or "")


def test_while_the_clock_is_not_set_requests_are_counted_by_the_time_that_passes(
    spool: Spool, recipients_file: Path
) -> None:
    clocks, limits = Clocks(), IntakeLimits(in_10_minutes=2, a_day=3)
    clocks.now = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    intake = _intake_on(clocks, spool, recipients_file, limits)
    for letter in "ab":
        assert intake.closed_reason(clocks.now) is None
        intake.take(_undated(letter * 32, clocks))
        clocks.step(5 * HOUR)
    assert "2 requests came within 10 minutes" in (intake.closed_reason(clocks.now) or "")
    clocks.run(HOUR)
    assert intake.closed_reason(clocks.now) is None
    intake.take(_undated("c" * 32, clocks))
    assert "3 requests came within 24 hours" in (intake.closed_reason(clocks.now) or "")
    clocks.run(DAY)
    assert intake.closed_reason(clocks.now) is None
    # The next start at the same wrong time is not held against what came before.
    clocks.now = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    clocks.start()
    assert _intake_on(clocks, spool, recipients_file, limits).closed_reason(clocks.now) is None


def test_a_withdrawal_is_as_undated_as_its_request(spool: Spool, recipients_file: Path) -> None:
    clocks = Clocks()
    intake = _intake_on(clocks, spool, recipients_file, IntakeLimits())
    request = _undated("a" * 32, clocks)
    seq = intake.take(request)
    intake.withdraw(Withdrawal.of("a" * 32, "lobby", seq, request.created, "not_set"))
    assert [each.day for each in spool.waiting()] == [UNDATED]


def test_a_disk_that_forgot_closes_the_form_until_staff_have_looked(
    spool: Spool, recipients_file: Path
) -> None:
    clocks = Clocks()
    intake = _intake_on(clocks, spool, recipients_file, IntakeLimits())
    intake.take(REQUEST)
    assert intake.closed_reason(clocks.now) is None
    for name in ("sequence", "sequence-copy"):
        (spool.state / name).unlink()
    assert intake.closed_reason(clocks.now) == DISK_FORGETS
    clocks.start()
    restarted = _intake_on(clocks, spool, recipients_file, IntakeLimits())
    assert restarted.closed_reason(clocks.now) == DISK_FORGETS
    clocks.machine(spool).confirm(clocks.now)
    assert intake.closed_reason(clocks.now) is None
    assert intake.take(_request("b" * 32)) == 2
