"""What the spool promises: acknowledged is kept, torn never shows, numbers never come twice."""

import datetime
import errno
import hashlib
import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.errors import SpoolError
from kiosk.store.envelope import UNDATED, Envelope, EnvelopeState
from kiosk.store.spool import Spool
from tests.faults.failing_calls import FailingCalls, Way
from tests.read_errors import FOR_EVER, refused_reads

DAY = datetime.date(2026, 11, 23)
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
ID = "0123456789abcdef0123456789abcdef"
CALLS = ("open", "write", "fsync", "replace", "unlink")


def _refuse(*_args: object, **_kwargs: object) -> Any:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _fail_from(patch: pytest.MonkeyPatch, k: int, code: int, *, sticky: bool) -> None:
    """Fail the k-th file system call, or every call from the k-th on."""
    count = itertools.count(1)

    def wrapped(original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            now = next(count)
            if now == k or (sticky and now > k):
                raise OSError(code, os.strerror(code))
            return original(*args, **kwargs)

        return call

    for name in CALLS:
        patch.setattr(os, name, wrapped(getattr(os, name)))


def test_an_envelope_is_named_by_day_request_and_content(spool: Spool) -> None:
    path = spool.add(b"sealed", ID, DAY)
    assert path == spool.new / f"20261123-{ID}-{hashlib.sha256(b'sealed').hexdigest()[:32]}.age"
    assert spool.waiting() == (Envelope(path, DAY, ID, EnvelopeState.SOUND),)


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(1970, 1, 1), datetime.date.max])
def test_a_clock_gone_wrong_still_makes_an_envelope(spool: Spool, day: datetime.date) -> None:
    spool.add(b"sealed", ID, day)
    assert [envelope.day for envelope in spool.waiting()] == [day]
    assert spool.unrecognized_files() == ()


def test_adding_the_same_bytes_again_keeps_one_envelope(spool: Spool) -> None:
    assert spool.add(b"sealed", ID, DAY) == spool.add(b"sealed", ID, DAY)
    assert len(spool.waiting()) == 1


def test_waiting_envelopes_come_in_a_stable_order(spool: Spool) -> None:
    for number in (3, 1, 2):
        spool.add(b"sealed", f"{number:032x}", DAY)
    assert [int(envelope.request_id, 16) for envelope in spool.waiting()] == [1, 2, 3]


def test_a_changed_envelope_is_known_without_a_key(spool: Spool) -> None:
    path = spool.add(b"sealed", ID, DAY)
    path.write_bytes(b"sea1ed")
    assert [envelope.state for envelope in spool.waiting()] == [EnvelopeState.DAMAGED]


def test_an_envelope_moved_away_meanwhile_is_not_waiting(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spool.add(b"sealed", ID, DAY)
    path.unlink()
    monkeypatch.setattr(spool, "_files_in", lambda _folder: [path])
    assert spool.waiting() == ()


@pytest.mark.parametrize(("code", "is_passed_over"), [(errno.ENOENT, True), (errno.EIO, False)])
def test_when_a_request_came_is_passed_over_only_if_it_was_moved_away(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, code: int, *, is_passed_over: bool
) -> None:
    def refuse(_path: Path) -> Any:
        raise OSError(code, os.strerror(code))

    spool.add(b"sealed", ID, DAY)
    assert len(spool.kept_at()) == 1
    monkeypatch.setattr(Path, "lstat", refuse)
    if is_passed_over:
        assert spool.kept_at() == ()
    else:
        with pytest.raises(SpoolError, match="could not be read"):
            spool.kept_at()


def test_days_and_times_are_told_without_a_look_at_what_is_older(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Any:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    spool.add(b"sealed", ID, DAY)
    spool.add(b"sealed", ID[::-1], UNDATED)
    later = DAY + datetime.timedelta(days=1)
    assert len(spool.kept_at(DAY)) == 2
    assert len(spool.kept_at(later)) == 1
    assert (spool.holds(ID), spool.holds("0" * 32)) == (True, False)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        assert sorted(spool.waiting_days()) == [UNDATED, DAY]
    spool.discard(*(each for each in spool.waiting() if each.day == UNDATED))
    monkeypatch.setattr(Path, "lstat", refuse)
    assert spool.kept_at(later) == ()


def test_unknown_names_are_reported_and_are_not_envelopes(spool: Spool) -> None:
    names = ("notes.txt", f"20261399-{ID}-{ID}.age", f"20261123-{ID}-{ID}.age.part")
    for name in names:
        (spool.new / name).write_bytes(b"x")
    assert [path.name for path in spool.unrecognized_files()] == sorted(names)
    assert spool.waiting() == ()


def test_quarantine_moves_and_never_overwrites(spool: Spool) -> None:
    for content in (b"one", b"two"):
        path = spool.add(b"sealed", ID, DAY)
        path.write_bytes(content)
        spool.quarantine(spool.waiting()[0])
    assert spool.waiting() == ()
    assert sorted(path.read_bytes() for path in spool.damaged.iterdir()) == [b"one", b"two"]


def _put_aside(spool: Spool, content: bytes) -> Path:
    """Take an envelope whose bytes were read as others once."""
    path = spool.add(content, ID, DAY)
    path.write_bytes(b"misread")
    [envelope] = spool.waiting()
    path.write_bytes(content)
    return spool.quarantine(envelope)


def test_what_can_be_read_after_all_waits_again(spool: Spool) -> None:
    first = _put_aside(spool, b"sealed")
    second = spool.add(b"sealed", ID, DAY)
    second.write_bytes(b"torn")
    spool.quarantine(spool.waiting()[0])
    first.replace(first.with_name(f"{first.name}.3"))
    (spool.damaged / "notes.txt").write_bytes(b"of IT")
    assert len(spool.damaged_names()) == 3
    with refused_reads(FOR_EVER, of=lambda path: path.parent == spool.damaged):
        assert spool.bring_back() == ()
    assert spool.bring_back() == (f"20261123-{ID[:8]}...",)
    [back] = spool.waiting()
    assert (back.path, back.state) == (second, EnvelopeState.SOUND)
    assert spool.damaged_names() == (f"20261123-{ID[:8]}...", "notes.txt")


def test_what_is_kept_already_or_was_opened_stays_where_it_was_put(spool: Spool) -> None:
    put = _put_aside(spool, b"sealed")
    for folder in (spool.new, spool.collected, spool.exported):
        (folder / put.name).write_bytes(b"sealed")
        assert spool.bring_back() == ()
        (folder / put.name).unlink()
    put.unlink()
    spool.add(b"a copy", ID, DAY)
    spool.quarantine(spool.waiting()[0])
    assert spool.bring_back() == ()
    assert spool.damaged_names() == ()


def test_a_disk_that_lets_nothing_back_is_one_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    _put_aside(spool, b"sealed")
    monkeypatch.setattr(os, "replace", _refuse)
    with pytest.raises(SpoolError, match="could not move"):
        spool.bring_back()


def test_delivering_can_be_repeated_and_taken_back(spool: Spool) -> None:
    name = spool.add(b"sealed", ID, DAY).name
    spool.deliver(name)
    spool.deliver(name)
    assert spool.waiting() == ()
    assert (spool.exported / name).exists()
    spool.return_to_waiting(name)
    assert len(spool.waiting()) == 1


def test_a_request_sealed_anew_stays_where_it_was_and_one_that_is_deleted_is_gone(spool: Spool) -> None:
    spool.deliver(spool.add(b"sealed", ID, DAY).name)
    spool.replace(spool.delivered()[0], b"sealed anew")
    [envelope] = spool.delivered()
    assert (envelope.request_id, envelope.day, envelope.state) == (ID, DAY, EnvelopeState.SOUND)
    assert envelope.path.read_bytes() == b"sealed anew"
    spool.discard(envelope)
    assert spool.delivered() == ()


def test_what_interrupted_writes_left_is_cleared_and_a_running_one_is_not(spool: Spool) -> None:
    for name, hours in (("before.part", -2), ("running.part", 0), ("after.part", 2)):
        path = spool.tmp / name
        path.write_bytes(b"half")
        touched = (NOW + datetime.timedelta(hours=hours)).timestamp()
        os.utime(path, (touched, touched))
    spool.clear_leftovers(NOW)
    assert [path.name for path in spool.tmp.iterdir()] == ["running.part"]


def test_a_write_that_ends_meanwhile_is_no_leftover(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter([folder / "ended.part"]))
    spool.clear_leftovers(NOW)


def test_folders_and_envelopes_are_private(spool: Spool) -> None:
    path = spool.add(b"sealed", ID, DAY)
    assert path.stat().st_mode & 0o077 == 0
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in spool.root.iterdir())


def test_numbers_count_from_one_and_survive_a_restart(spool: Spool) -> None:
    assert [spool.reserve_sequence(), spool.reserve_sequence()] == [1, 2]
    assert Spool(spool.root).reserve_sequence() == 3


@pytest.mark.parametrize("content", [None, b"", b"7", b"3 7", b"x", b"2 2 2"])
@pytest.mark.parametrize("name", ["sequence", "sequence-copy"])
def test_one_broken_counter_file_is_survived(spool: Spool, name: str, content: bytes | None) -> None:
    for _ in range(5):
        spool.reserve_sequence()
    if content is None:
        (spool.state / name).unlink()
    else:
        (spool.state / name).write_bytes(content)
    known = 5 if name == "sequence" else 4  # what the other one still says
    assert [spool.reserve_sequence() for _ in range(3)] == [known + 2, known + 3, known + 4]


def test_a_number_is_one_write_and_the_number_before_stays_on_the_disk(spool: Spool) -> None:
    for _ in range(4):
        spool.reserve_sequence()
    copies = [(spool.state / name).read_bytes() for name in ("sequence", "sequence-copy")]
    assert sorted(copies) == [b"3 3\n", b"4 4\n"]


def test_two_broken_counter_files_give_no_number_until_staff_write_one(spool: Spool) -> None:
    spool.reserve_sequence()
    for name in ("sequence", "sequence-copy"):
        (spool.state / name).write_bytes(b"1 2")
    with pytest.raises(SpoolError) as caught:
        spool.reserve_sequence()
    told = (
        f"write the last number of this kiosk's lists twice, such as 41 41, into {spool.state / 'sequence'}."
    )
    assert str(caught.value).endswith(told)
    (spool.state / "sequence").write_bytes(b"41 41\n")
    assert [spool.reserve_sequence(), spool.reserve_sequence()] == [43, 44]


def test_lost_counter_files_of_a_used_spool_give_no_number(spool: Spool) -> None:
    spool.add(b"sealed", ID, DAY)
    with pytest.raises(SpoolError, match="Both copies of the request counter"):
        spool.reserve_sequence()


@pytest.mark.parametrize(("k", "sticky"), [(k, sticky) for k in range(1, 20) for sticky in (False, True)])
def test_no_number_comes_twice_whatever_call_fails(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, k: int, *, sticky: bool
) -> None:
    given = [spool.reserve_sequence()]
    with monkeypatch.context() as patch:
        _fail_from(patch, k, errno.EIO, sticky=sticky)
        for _ in range(2):
            try:
                given.append(spool.reserve_sequence())
            except SpoolError:
                continue
    given.append(spool.reserve_sequence())
    assert given == sorted(set(given))


@pytest.mark.parametrize("sticky", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
@pytest.mark.parametrize("k", range(1, 26))
def test_what_was_acknowledged_is_kept_and_a_torn_file_never_shows_in_new(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, k: int, code: int, *, sticky: bool
) -> None:
    sealed = {f"{number:032x}": os.urandom(2000) for number in range(3)}
    acknowledged = set()
    with monkeypatch.context() as patch:
        _fail_from(patch, k, code, sticky=sticky)
        for request_id, data in sealed.items():
            try:
                spool.add(data, request_id, DAY)
            except SpoolError:
                continue
            acknowledged.add(request_id)
    recovered = {envelope.request_id: envelope for envelope in spool.waiting()}
    assert acknowledged <= set(recovered)
    assert all(envelope.state is EnvelopeState.SOUND for envelope in recovered.values())
    assert spool.unrecognized_files() == ()
    assert sticky or acknowledged == set(sealed)


def test_a_failed_sync_is_answered_by_a_new_file_never_by_a_second_sync(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real_fsync = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        if len(synced) == 1:
            raise OSError(errno.EIO, "EIO")
        real_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", lambda *_args, **_kwargs: None)  # so that no inode is used again
        spool.add(b"sealed", ID, DAY)
    assert len(synced) == len(set(synced)) == 3


def test_a_failed_second_try_withdraws_what_was_not_acknowledged(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_syncs = 0
    real_open = os.open

    def open_(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        nonlocal folder_syncs
        if path == spool.new and folder_syncs < 2:
            folder_syncs += 1
            raise OSError(errno.EIO, "EIO")
        return real_open(path, flags, *args, **kwargs)

    monkeypatch.setattr(os, "open", open_)
    with pytest.raises(SpoolError):
        spool.add(b"sealed", ID, DAY)
    assert spool.waiting() == ()


def test_a_failed_repetition_never_withdraws_what_was_there(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.add(b"sealed", ID, DAY)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _refuse)
        with pytest.raises(SpoolError):
            spool.add(b"sealed", ID, DAY)
    assert len(spool.waiting()) == 1


def test_every_refusal_is_one_sentence_that_says_what_to_do(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = Envelope(spool.add(b"sealed", ID, DAY), DAY, ID, EnvelopeState.SOUND)
    (spool.tmp / "left").write_bytes(b"")
    os.utime(spool.tmp / "left", (0, 0))
    for name in ("open", "mkdir", "replace", "unlink", "fsync"):
        monkeypatch.setattr(os, name, _refuse)
    fresh = Spool(spool.root / "fresh")
    actions: list[tuple[Callable[[], object], str]] = [
        (lambda: spool.clear_leftovers(NOW), "be cleared"),
        (fresh.create_folders, "be prepared"),
        (fresh.waiting, "be read"),
        (spool.probe, "be written"),
        (spool.reserve_sequence, "Both copies"),
        (lambda: spool.add(b"other", ID, DAY), "keep a request"),
        (lambda: spool.deliver("a"), "move a"),
        (lambda: spool.quarantine(envelope), "move 20261123-"),
        (lambda: spool.replace(envelope, b"sealed anew"), "seal a request anew"),
        (lambda: spool.discard(envelope), "delete a request"),
        (lambda: fresh.add(b"other", ID, DAY), "keep a request"),
        (fresh.reserve_sequence, "count a request"),
    ]
    for action, part in actions:
        with pytest.raises(SpoolError, match=part) as caught:
            action()
        assert str(caught.value).endswith(".")
        assert ". " not in str(caught.value)


def test_a_sound_spool_leaves_nothing_after_a_probe(spool: Spool) -> None:
    spool.probe()
    assert list(spool.tmp.iterdir()) == []


def test_what_waits_about_one_request_is_found_by_its_id(spool: Spool) -> None:
    other = "f" * 32
    first = spool.add(b"one", ID, DAY)
    second = spool.add(b"two", ID, DAY)
    spool.add(b"three", other, DAY)
    (spool.new / f"x-{ID}-x.age").write_bytes(b"no envelope")
    assert {envelope.path for envelope in spool.waiting_about(ID)} == {first, second}
    assert spool.waiting_about("0" * 32) == ()


def test_a_counter_that_cannot_be_read_now_gives_no_number_unless_its_copy_can(spool: Spool) -> None:
    assert [spool.reserve_sequence(), spool.reserve_sequence()] == [1, 2]
    with (
        refused_reads(FOR_EVER, of=lambda path: path.name.startswith("sequence")),
        pytest.raises(SpoolError, match="could not count a request"),
    ):
        spool.reserve_sequence()
    before = spool.reserve_sequence()
    given = [before]
    for of in (lambda path: path.name == "sequence", lambda path: path.name == "sequence-copy"):
        with refused_reads(FOR_EVER, of=of):
            given.append(spool.reserve_sequence())
    assert given == sorted(set(given))


def test_what_the_disk_does_not_say_whether_it_has_is_refused_in_a_sentence(spool: Spool) -> None:
    spool.put_aside(spool.add(b"sealed", ID, DAY))
    for folder, act in (
        (spool.new, lambda: spool.add(b"sealed", ID, DAY)),
        (spool.new, spool.bring_back),
        (spool.collected, lambda: spool.deliver("some")),
    ):
        with (
            FailingCalls(folder, Way("stat", 1, errno.EIO, for_ever=True)).at_work(),
            pytest.raises(SpoolError, match=r"could not be read \(Input/output error\)"),
        ):
            act()
    assert spool.bring_back() != ()
