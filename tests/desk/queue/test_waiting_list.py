"""The work list: right order, and nothing odd passes unnamed."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kiosk.core.callback.promise import Promise
from kiosk.core.callback.request import CallbackRequest, Consent, Withdrawal, to_wire
from kiosk.core.errors import WrongKey
from kiosk.desk.access.unseal import StaffKey, generate_key_file, read_key_file
from kiosk.desk.queue.opened_request import Expected, OpenedRequest
from kiosk.desk.queue.waiting_list import Exported, WaitingList, read_worklist
from kiosk.store.envelope import Envelope
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from tests.numbered import request_id, secret_of
from tests.read_errors import FOR_EVER, is_envelope, refused_reads

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

Requests = Callable[..., CallbackRequest]
EXPECTED = Expected(datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC))


def _put(clinic: "Clinic", request: CallbackRequest, key: StaffKey | None = None) -> Envelope:
    recipients = Recipients(((key or clinic.key).recipient,), is_demonstration=False)
    path = clinic.spool.add(seal(to_wire(request), recipients), request.id, _day(request))
    return next(envelope for envelope in clinic.spool.waiting() if envelope.path == path)


def _day(request: CallbackRequest) -> datetime.date:
    return datetime.date.fromisoformat(request.created[:10])


def _read(clinic: "Clinic", exported: Exported | None = None) -> WaitingList:
    return read_worklist(clinic.spool, clinic.key, exported or Exported(), EXPECTED)


def test_requests_come_by_promised_day_then_by_energy_window(clinic: "Clinic", request_of: Requests) -> None:
    sent = (
        ("Friday", "2026-11-20T15:00:00Z", "any"),
        ("Saturday", "2026-11-21T15:00:00Z", "afternoon"),
        ("Sunday", "2026-11-22T15:00:00Z", "morning"),
        ("Thursday", "2026-11-19T15:00:00Z", ""),
        ("Sunday later", "2026-11-22T16:00:00Z", "morning"),
        ("Monday", "2026-11-23T15:00:00Z", "midday"),
        ("no day", "2026-13-23T15:00:00Z", "morning"),
    )
    for number, (name, created, window) in enumerate(sent, start=1):
        request = request_of(number, seq=number, name=name, created=created, energy_window=window)
        sealed = seal(to_wire(request), Recipients((clinic.key.recipient,), is_demonstration=False))
        clinic.spool.add(sealed, request.id, datetime.date(2026, 11, 23))
    assert [entry.request.name for entry in _read(clinic).entries] == [
        "Thursday",
        "Sunday",
        "Sunday later",
        "Saturday",
        "Friday",
        "Monday",
        "no day",
    ]


def test_requests_of_one_phone_within_a_day_stand_together(clinic: "Clinic", request_of: Requests) -> None:
    for seq, phone, window in ((1, "1", "morning"), (2, "2", "morning"), (3, "1", "afternoon")):
        _put(clinic, request_of(seq, seq=seq, phone=f"+1415555260{phone}", energy_window=window))
    assert [entry.number for entry in _read(clinic).entries] == ["lobby#1", "lobby#3", "lobby#2"]


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"kiosk": "Lobby!"}, "no kiosk can have this name"),
        ({"kiosk": "annex"}, "from a kiosk this desk does not know"),
        ({"seq": 0}, "no kiosk gives this number"),
        ({"zone": "Mars"}, "no such time"),
        ({"created": "2026-11-25T00:00:00Z"}, "made in the future"),
        ({"created": "1970-01-01T00:00:00Z"}, "made before there was a kiosk"),
        ({"consents": (Consent("call", "Call me.", given=False),)}, "nobody agreed to a call"),
        ({"name": "A\u202ena"}, "characters that a kiosk has no keys for"),
    ],
)
def test_a_request_no_kiosk_of_the_clinic_would_make_is_doubted(
    clinic: "Clinic", request_of: Requests, changes: dict[str, object], doubt: str
) -> None:
    _put(clinic, request_of(1, **{"seq": 1, **changes}))
    expected = dataclasses.replace(EXPECTED, kiosks=frozenset({"lobby"}))
    work = read_worklist(clinic.spool, clinic.key, Exported(), expected)
    assert work.entries[0].doubts == (doubt,)
    assert f"may be forged ({doubt}): ask IT before you call." in "\n".join(work.warnings)


def test_a_request_written_in_another_way_or_under_another_date_is_doubted(
    clinic: "Clinic", request_of: Requests
) -> None:
    recipients = Recipients((clinic.key.recipient,), is_demonstration=False)
    half = to_wire(request_of(2, seq=2, name="A?na")).replace(b"A?na", b"A\\ud800na")
    for number, plain in ((1, to_wire(request_of(1, seq=1)).strip()), (2, half)):
        clinic.spool.add(seal(plain, recipients), request_id(number), datetime.date(2026, 11, 22))
    work = _read(clinic)
    assert [entry.doubts[0] for entry in work.entries] == ["not written the way a kiosk writes"] * 2
    assert {entry.doubts[1] for entry in work.entries} == {"another date than on its envelope"}


def test_two_requests_with_one_id_and_other_content_are_both_listed_in_doubt(
    clinic: "Clinic", request_of: Requests
) -> None:
    for seq, name in ((1, "Ana"), (2, "Mallory")):
        _put(clinic, request_of(1, seq=seq, name=name))
    work = _read(clinic)
    assert [entry.request.name for entry in work.entries] == ["Ana", "Mallory"]
    assert all("another request has the same id" in entry.doubts for entry in work.entries)
    assert work.copies == ()


@pytest.mark.parametrize(
    ("created", "zone", "received"),
    [
        ("2026-11-23T14:15:00Z", "-05:00", "2026-11-23 09:15 -05:00"),
        ("2026-11-23T23:30:00Z", "+05:45", "2026-11-24 05:15 +05:45"),
        ("2026-11-23T14:15:00Z", "Mars", "2026-11-23 14:15 +00:00"),
        ("2026-13-23T14:15:00Z", "-05:00", "2026-13-23T14:15:00Z"),
        ("0001-01-01T00:00:00Z", "-05:00", "0001-01-01T00:00:00Z"),
    ],
)
def test_the_time_is_the_kiosks_own(
    clinic: "Clinic", request_of: Requests, created: str, zone: str, received: str
) -> None:
    envelope = _put(clinic, request_of(1, seq=1))
    assert OpenedRequest.of(envelope, request_of(1, created=created, zone=zone)).received == received


@pytest.mark.parametrize("created", ["9999-12-31T10:00:00Z", "no time at all"])
def test_a_time_that_gives_no_last_day_to_call_is_the_last_of_all(
    clinic: "Clinic", request_of: Requests, created: str
) -> None:
    envelope = _put(clinic, request_of(1, seq=1))
    opened = OpenedRequest.of(envelope, request_of(1, created=created, zone="UTC"))
    assert opened.promised_by(Promise()) == datetime.date.max


def test_an_entry_never_shows_its_visitor(clinic: "Clinic", request_of: Requests) -> None:
    _put(clinic, request_of(1, seq=1))
    work = _read(clinic)
    assert "Visitor" not in f"{work!r} {work.entries[0]}"
    assert "415555" not in f"{work!r}"


def test_missing_numbers_are_named(clinic: "Clinic", request_of: Requests) -> None:
    for seq in (2, 3, 5, 9):
        _put(clinic, request_of(seq, seq=seq))
    gaps = [warning for warning in _read(clinic).warnings if warning.startswith("Missing")]
    assert [gap.split(" (")[0] for gap in gaps] == [
        "Missing from kiosk lobby: 1",
        "Missing from kiosk lobby: 4",
        "Missing from kiosk lobby: 6 to 8",
    ]


def test_exported_numbers_are_not_missing(clinic: "Clinic", request_of: Requests) -> None:
    for seq in (6, 8):
        _put(clinic, request_of(seq, seq=seq))
    exported = Exported(numbers={"lobby": frozenset({1, 2, 5, 7, 12})})
    assert _read(clinic, exported).warnings == ()


def test_a_forged_number_costs_nothing(clinic: "Clinic", request_of: Requests) -> None:
    _put(clinic, request_of(1, seq=10**15))
    assert len(_read(clinic).warnings) == 1


def test_the_same_phone_within_a_day_is_said_and_never_dropped(
    clinic: "Clinic", request_of: Requests
) -> None:
    times = ("2026-11-20T10:00:00Z", "2026-11-22T10:00:00Z", "2026-11-23T09:00:00Z", "2026-13-01T00:00:00Z")
    for seq, created in enumerate(times, start=1):
        sealed = seal(
            to_wire(request_of(seq, seq=seq, created=created, phone="+14155552671")),
            Recipients((clinic.key.recipient,), is_demonstration=False),
        )
        clinic.spool.add(sealed, request_id(seq), datetime.date(2026, 11, 23))
    assert [(entry.number, entry.same_number) for entry in _read(clinic).entries] == [
        ("lobby#1", "same number as lobby#4"),
        ("lobby#4", "same number as lobby#1, lobby#2, lobby#3"),
        ("lobby#2", "same number as lobby#3, lobby#4"),
        ("lobby#3", "same number as lobby#2, lobby#4"),
    ]


def test_many_requests_of_one_phone_are_counted_not_all_named(clinic: "Clinic", request_of: Requests) -> None:
    for seq in range(1, 7):
        _put(clinic, request_of(seq, seq=seq, phone="+14155552671"))
    assert _read(clinic).entries[0].same_number == "same number as lobby#2, lobby#3, lobby#4 and 2 more"


def test_a_damaged_envelope_costs_only_itself(clinic: "Clinic", request_of: Requests) -> None:
    damaged = _put(clinic, request_of(1, seq=1))
    _put(clinic, request_of(2, seq=2))
    damaged.path.write_bytes(b"torn")
    work = _read(clinic)
    assert [entry.number for entry in work.entries] == ["lobby#2"]
    assert [envelope.path for envelope in work.damaged] == [damaged.path]
    assert work.warnings[0].startswith(f"{damaged.short_name} is damaged")
    assert damaged.path.exists()


@pytest.mark.parametrize("content", [b"no age file", b"age-encryption.org/v1\n"])
def test_a_file_that_was_never_sealed_is_damaged(clinic: "Clinic", content: bytes) -> None:
    clinic.spool.add(content, "a" * 32, datetime.date(2026, 11, 23))
    assert len(_read(clinic).damaged) == 1


def test_sealed_nonsense_is_damaged(clinic: "Clinic") -> None:
    sealed = seal(b"{}", Recipients((clinic.key.recipient,), is_demonstration=False))
    clinic.spool.add(sealed, "a" * 32, datetime.date(2026, 11, 23))
    assert len(_read(clinic).damaged) == 1


def test_an_envelope_under_another_requests_name_is_damaged(clinic: "Clinic", request_of: Requests) -> None:
    sealed = seal(to_wire(request_of(1, seq=1)), Recipients((clinic.key.recipient,), is_demonstration=False))
    clinic.spool.add(sealed, "f" * 32, datetime.date(2026, 11, 23))
    assert len(_read(clinic).damaged) == 1


def test_an_envelope_that_is_gone_when_it_is_opened_is_not_called_damaged(
    clinic: "Clinic", request_of: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = _put(clinic, request_of(1, seq=1))
    envelope.path.unlink()
    monkeypatch.setattr(clinic.spool, "waiting", lambda: (envelope,))
    work = _read(clinic)
    assert work.damaged == ()
    [warning] = work.warnings
    assert warning.startswith("1 sealed file cannot be read now:")
    assert envelope.short_name in warning


def test_files_that_cannot_be_read_now_are_counted_and_are_neither_damaged_nor_dropped(
    clinic: "Clinic", request_of: Requests
) -> None:
    envelopes = [_put(clinic, request_of(seq, seq=seq)) for seq in range(1, 6)]
    with refused_reads(FOR_EVER, of=lambda path: is_envelope(path) and path != envelopes[4].path):
        work = _read(clinic)
    assert [entry.number for entry in work.entries] == ["lobby#5"]
    assert work.damaged == ()
    assert work.warnings[0].startswith("4 sealed files cannot be read now:")
    assert work.warnings[0].endswith(f"{envelopes[2].short_name} and 1 more).")
    assert work.warnings[1].startswith(
        "Missing from kiosk lobby: 1 to 4 (not stored, damaged, not readable now"
    )
    assert len(_read(clinic).entries) == 5


def test_a_request_that_an_unread_file_may_take_back_is_named(clinic: "Clinic", request_of: Requests) -> None:
    _put(clinic, request_of(1, seq=1))
    back = Withdrawal.of(secret_of(1), "lobby", 1, "2026-11-23T14:30:00Z")
    path = clinic.spool.add(
        seal(to_wire(back), clinic.intake.recipients()), back.id, datetime.date(2026, 11, 23)
    )
    with refused_reads(FOR_EVER, of=lambda read: read == path):
        work = _read(clinic)
    assert work.warnings[1] == "lobby#1 may have been taken back: a file about it cannot be read now."


def test_an_envelope_for_other_keys_waits_on(clinic: "Clinic", request_of: Requests) -> None:
    other = read_key_file(generate_key_file("")[0], str)
    foreign = _put(clinic, request_of(1, seq=1), other)
    _put(clinic, request_of(2, seq=2))
    work = _read(clinic)
    assert work.warnings[0] == f"{foreign.short_name} is sealed to other keys than yours; it waits on."
    assert work.damaged == ()


def test_a_key_that_opens_nothing_is_the_wrong_key(clinic: "Clinic", request_of: Requests) -> None:
    _put(clinic, request_of(1, seq=1), read_key_file(generate_key_file("")[0], str))
    with pytest.raises(WrongKey, match="opens none of the waiting requests: use a key that is in"):
        _read(clinic)


def test_of_two_copies_of_a_request_the_later_is_listed(clinic: "Clinic", request_of: Requests) -> None:
    first = _put(clinic, request_of(1, seq=1))
    _put(clinic, request_of(1, seq=2))
    work = _read(clinic)
    assert [entry.number for entry in work.entries] == ["lobby#2"]
    assert [copy.path for copy in work.copies] == [first.path]
    assert any("second copy" in warning for warning in work.warnings)


def test_a_request_exported_before_is_not_listed_again(clinic: "Clinic", request_of: Requests) -> None:
    _put(clinic, request_of(1, seq=1))
    work = _read(clinic, Exported(ids=frozenset({request_id(1)})))
    assert work.entries == ()
    assert len(work.copies) == 1


def test_a_stranger_in_the_spool_is_named(clinic: "Clinic") -> None:
    (clinic.spool.new / "holiday.jpg").write_bytes(b"x")
    assert "holiday.jpg" in _read(clinic).warnings[0]


def test_opening_tells_how_far_it_is(clinic: "Clinic", request_of: Requests) -> None:
    steps: list[tuple[int, int]] = []
    for seq in (1, 2, 3):
        _put(clinic, request_of(seq, seq=seq))
    read_worklist(
        clinic.spool, clinic.key, Exported(), EXPECTED, lambda done, total: steps.append((done, total))
    )
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_that_the_visitor_kept_a_number_that_looks_odd_is_said_beside_it(
    clinic: "Clinic", request_of: Requests
) -> None:
    _put(clinic, request_of(1, seq=1, phone="+15555555555", kept_odd_number=True))
    [entry] = _read(clinic).entries
    assert entry.cautions == (
        "looks odd: check it",
        "the visitor was asked to check the number and kept it",
    )
