"""What staff see of the requests in the kiosk: counts, age and keys, never a word of a visitor."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.core.callback.request import CallbackRequest
from kiosk.ops.health import check_health
from kiosk.store.check_code import check_code
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from tests.read_errors import FOR_EVER, refused_reads
from tests.store.test_intake import REQUEST

NOW = datetime.datetime(2026, 11, 23, 23, 45, tzinfo=datetime.UTC)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    prepared = Spool(tmp_path / "spool")
    prepared.create_folders()
    return prepared


@pytest.fixture
def intake(spool: Spool, tmp_path: Path) -> Intake:
    file = tmp_path / "recipients.txt"
    file.write_text(f"{x25519.Identity.generate().to_public()}\n", encoding="utf-8")
    return Intake(spool, file, demonstration_allowed=False)


def _request(letter: str, day: str) -> CallbackRequest:
    return dataclasses.replace(REQUEST, id=letter * 32, created=f"{day}T10:00:00Z")


def test_requests_are_counted_where_they_are(spool: Spool, intake: Intake) -> None:
    for letter, day in zip("abcd", ("2026-11-22", "2026-11-20", "2026-11-19", "2026-11-18"), strict=True):
        intake.take(_request(letter, day))
    damaged, delivered, on_the_way, _ = spool.waiting()
    spool.quarantine(damaged)
    spool.deliver(delivered.path.name)
    spool.collect(on_the_way.path.name)
    health = check_health(spool, intake, NOW)
    assert (health.waiting, health.oldest) == (1, datetime.date(2026, 11, 22))
    assert (health.on_the_way, health.delivered, health.damaged) == (1, 1, ())
    assert health.keys == check_code(intake.recipients())
    assert health.closed_reason is None
    assert health.free > 0


def test_what_the_disk_does_not_give_now_is_counted_where_it_waits(spool: Spool, intake: Intake) -> None:
    for letter in "ab":
        intake.take(_request(letter, "2026-11-22"))
    spool.collect(spool.waiting()[0].path.name)
    with refused_reads(FOR_EVER):
        health = check_health(spool, intake, NOW)
    names = tuple(envelope.short_name for envelope in (*spool.waiting(), *spool.on_the_way()))
    assert (health.waiting, health.on_the_way, health.unread, health.damaged) == (1, 1, names, ())
    assert check_health(spool, intake, NOW).unread == ()


def test_what_is_damaged_is_named_before_and_after_it_was_put_aside(spool: Spool, intake: Intake) -> None:
    for letter in "abc":
        intake.take(_request(letter, "2026-11-22"))
    first, second, _ = spool.waiting()
    for envelope in (first, second):
        envelope.path.write_bytes(b"torn")
    spool.collect(second.path.name)
    names = (first.short_name, second.short_name)
    assert check_health(spool, intake, NOW).damaged == names
    spool.quarantine(spool.waiting()[0])
    assert check_health(spool, intake, NOW).damaged == names


def test_an_empty_kiosk_without_keys_says_why_its_form_is_closed(
    spool: Spool, intake: Intake, tmp_path: Path
) -> None:
    (tmp_path / "recipients.txt").unlink()
    health = check_health(spool, intake, NOW)
    assert (health.waiting, health.oldest, health.keys) == (0, None, ())
    assert "recipients.txt" in (health.closed_reason or "")


def test_nothing_of_a_request_but_its_day_is_told(spool: Spool, intake: Intake) -> None:
    intake.take(REQUEST)
    told = repr(check_health(spool, intake, NOW))
    for secret in (REQUEST.name, REQUEST.phone, REQUEST.id, REQUEST.phone_as_typed):
        assert secret not in told
