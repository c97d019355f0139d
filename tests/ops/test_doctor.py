"""The doctor finds what was broken on purpose, says how to mend it, and monitoring hears of it."""

import ctypes
import dataclasses
import datetime
import errno
import os
import re
import shutil
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest

from kiosk.ops import share
from kiosk.ops.doctor import clock, examination, keys, machine, requests, service
from kiosk.ops.doctor.examination import (
    OF_THE_KIOSK,
    OF_THE_MACHINE,
    examine_kiosk,
    examine_machine,
    read_settings,
)
from kiosk.ops.doctor.findings import (
    Examined,
    Finding,
    State,
    System,
    exit_code,
    fine,
    problem,
    warning,
)
from kiosk.ops.doctor.keys import CLOSED
from kiosk.ops.doctor.program_files import program
from kiosk.ops.doctor.systemd import Units
from kiosk.ops.share import share_fault
from kiosk.store.administrator import is_administrator
from kiosk.store.check_code import check_code
from kiosk.store.recipients import load_recipients
from kiosk.store.settings.settings import Settings
from kiosk.store.staff_pin import set_pin
from tests.clinic import Clinic
from tests.content_copy import ContentCopy
from tests.read_errors import FOR_EVER, refused_reads
from tests.small_disk import hanging_disk, needs_fuse

NOW = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch, clinic: Clinic) -> None:
    """A kiosk as it should be: a user of its own, a clock that is set, a PIN."""
    for module in (machine, requests):
        monkeypatch.setattr(module, "is_administrator", lambda: False)
    monkeypatch.setattr(keys, "who_else_writes", lambda _path: "")
    monkeypatch.setattr(clock, "is_set", lambda _root: True)
    clinic.spool.root.mkdir(mode=0o700)
    set_pin(clinic.settings.staff_pin, "246813")


def examine(settings: Settings, now: datetime.datetime = NOW) -> list[Finding]:
    return [*examine_machine(System(), now), *examine_kiosk(settings, System(), now)]


def found(settings: Settings, subject: str) -> Finding:
    return next(each for each in examine(settings) if each.subject == subject)


def test_a_sound_kiosk_needs_nothing_but_signatures(clinic: Clinic) -> None:
    findings = examine(clinic.settings)
    assert [each.subject for each in findings if each.state is not State.FINE] == ["content en"]
    assert all(bool(each.remedy) == (each.state is not State.FINE) for each in findings)
    assert exit_code(findings) == 1


def test_the_worst_finding_is_the_exit_code() -> None:
    one, other, third = fine("a", "b"), warning("c", "d", "e"), problem("f", "g", "h")
    assert [exit_code(each) for each in ([], [one], [other, one], [one, third, other])] == [0, 0, 1, 2]


def test_signatures_that_an_upgrade_made_void_are_named(clinic: Clinic, tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    copy.sign("genetic")
    copy.sign("toxins")
    copy.change("en/cards/1-genetic.toml", "Genes are your body's instructions.", "Genes are instructions.")
    settings = dataclasses.replace(clinic.settings, content=copy.folders.content)
    void = found(settings, "signatures en")
    assert void.state is State.WARNING
    assert void.found == "changed since they were signed, so the signature is void: genetic"
    assert void.remedy == "kiosk content review, and sign again"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (datetime.date(2027, 1, 24), []),
        (datetime.date(2027, 1, 23), ["1 source must be read again, M-MD by 2027-01-23"]),
        (datetime.date(2026, 11, 1), ["1 source must be read again, M-MD by 2026-11-01"]),
    ],
)
def test_sources_are_named_sixty_days_before_what_was_read_in_them_expires(
    clinic: Clinic, tmp_path: Path, day: datetime.date, told: list[str]
) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    block = "[M-MD]" + copy.file("sources.toml").read_text("utf-8").split("[M-MD]")[1].split("\n\n")[0]
    copy.change("sources.toml", block, re.sub(r"expires = .*", f"expires = {day.isoformat()}", block))
    settings = dataclasses.replace(clinic.settings, content=copy.folders.content)
    findings = [each for each in examine(settings) if each.subject == "sources"]
    assert [each.found for each in findings] == told
    assert {each.state for each in findings} <= {State.WARNING}


@pytest.mark.parametrize(
    ("closed", "state", "told"),
    [
        ((), State.FINE, "no closed days"),
        ((datetime.date(2026, 11, 23),), State.WARNING, "no closed day after 2026-11-23 is known"),
        ((datetime.date(2026, 12, 23),), State.WARNING, "no closed day after 2026-12-23 is known"),
        (
            (datetime.date(2027, 1, 1), datetime.date(2026, 11, 26), datetime.date(2026, 11, 1)),
            State.FINE,
            "working days: monday, tuesday, wednesday, thursday, friday; closed next on 2026-11-26",
        ),
    ],
)
def test_holidays_that_end_soon_are_told(
    clinic: Clinic, closed: tuple[datetime.date, ...], state: State, told: str
) -> None:
    file = clinic.settings.file
    its = dataclasses.replace(file, clinic=dataclasses.replace(file.clinic, closed_days=closed))
    finding = found(dataclasses.replace(clinic.settings, file=its), "calendar")
    assert finding.state is state
    assert told in finding.found
    assert ("closed_days" in finding.remedy) == (state is State.WARNING)


def test_a_program_whose_sources_nobody_can_find_is_told() -> None:
    release, between = "0.2.0", "0.2.0+20261128080509.g0123456"
    assert [program(each).state for each in (release, between)] == [State.FINE, State.FINE]
    for lost in (f"{between}.dirty", "0.2.0+0.unknown"):
        assert (program(lost).state, program(lost).found) == (State.WARNING, lost)


def test_a_demonstration_is_not_for_patients(clinic: Clinic) -> None:
    file = dataclasses.replace(clinic.settings.file, demonstration=True)
    assert found(dataclasses.replace(clinic.settings, file=file), "settings").state is State.WARNING


def test_broken_content_is_named_by_file_and_line(clinic: Clinic, tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    card = copy.file("en/cards/1-genetic.toml")
    card.write_text(card.read_text("utf-8").replace("right = 1", "right = 9"), "utf-8")
    settings = dataclasses.replace(clinic.settings, content=tmp_path / "copy" / "content")
    broken = found(settings, "content en")
    assert broken.state is State.PROBLEM
    assert broken.found.startswith(f"1 problem: {card}:")


def test_signed_content_needs_nothing(clinic: Clinic, tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    for key in copy.read().tables:
        copy.sign(key)
    signed = found(dataclasses.replace(clinic.settings, content=copy.folders.content), "content en")
    assert (signed.state, signed.found[:20]) == (State.FINE, "all signed, version ")


def test_a_self_check_that_is_left_out_is_told(clinic: Clinic, tmp_path: Path) -> None:
    copy = ContentCopy.under(tmp_path / "copy")
    questions = copy.file("en/self_check_questions.toml")
    questions.unlink()
    settings = dataclasses.replace(clinic.settings, content=tmp_path / "copy" / "content")
    assert found(settings, "content en").found == f"no self-check: {questions}: the file is missing"


def test_the_words_are_told_and_when_the_file_was_written(clinic: Clinic) -> None:
    placed = NOW - datetime.timedelta(days=3, minutes=5)
    os.utime(clinic.recipients, (placed.timestamp(), placed.timestamp()))
    words = " ".join(check_code(load_recipients(clinic.recipients, demonstration_allowed=False)))
    told = found(clinic.settings, "recipients")
    assert told.found == (
        f"check code, to compare with the desk: {words}; last written 2026-11-21 08:55 +0000"
    )


def test_recipients_that_an_installed_program_would_refuse_are_told_before(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(clinic.settings, "recipients").state is State.FINE
    monkeypatch.setattr(keys, "who_else_writes", lambda path: f"{path} can be written by others")
    told = found(clinic.settings, "recipients")
    assert (told.state, told.found) == (State.WARNING, f"{clinic.recipients} can be written by others")


def test_without_recipients_the_form_is_closed_and_the_doctor_says_so(clinic: Clinic) -> None:
    clinic.recipients.unlink()
    for subject in ("recipients", "spool"):
        missing = found(clinic.settings, subject)
        assert (missing.state, missing.remedy) == (State.PROBLEM, CLOSED)
        assert str(clinic.recipients) in missing.found


def test_a_spool_that_cannot_be_a_folder_is_a_problem(clinic: Clinic) -> None:
    shutil.rmtree(clinic.settings.spool, ignore_errors=True)
    clinic.settings.spool.write_text("in the way", "utf-8")
    assert found(clinic.settings, "spool").state is State.PROBLEM


def test_what_the_kiosk_is_writing_is_left_alone(clinic: Clinic) -> None:
    clinic.spool.create_folders()
    running = clinic.spool.tmp / "running.part"
    running.write_bytes(b"half")
    assert found(clinic.settings, "spool").state is State.FINE
    assert running.exists()


def test_damaged_envelopes_are_counted(clinic: Clinic) -> None:
    clinic.spool.create_folders()
    (clinic.spool.damaged / "20261124-x.age").write_bytes(b"torn")
    assert found(clinic.settings, "spool").found == "1 damaged envelope: 20261124-x.age"


def test_a_request_that_cannot_be_read_now_is_named_and_left(clinic: Clinic) -> None:
    clinic.spool.create_folders()
    path = clinic.spool.add(b"sealed", "a" * 32, NOW.date())
    with refused_reads(FOR_EVER):
        assert found(clinic.settings, "spool").found == "1 request cannot be read now: 20261124-aaaaaaaa..."
    assert path.exists()
    assert found(clinic.settings, "spool").state is State.FINE


def test_an_administrator_leaves_nothing_in_the_spool(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (machine, requests):
        monkeypatch.setattr(module, "is_administrator", lambda: True)
    shutil.rmtree(clinic.settings.spool, ignore_errors=True)
    assert {found(clinic.settings, subject).state for subject in ("spool", "user")} == {State.WARNING}
    assert not clinic.settings.spool.exists()


def test_little_space_is_a_problem(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: types.SimpleNamespace(free=499_999_999))
    assert found(clinic.settings, "space").remedy == "free 500 MB"


def test_a_pin_that_was_never_set_is_a_problem(clinic: Clinic) -> None:
    clinic.settings.staff_pin.unlink()
    assert found(clinic.settings, "staff PIN").remedy == "kiosk staff-pin set"


def test_a_pin_file_that_holds_none_or_cannot_be_read_is_a_problem(clinic: Clinic) -> None:
    clinic.settings.staff_pin.write_text("246810", "utf-8")
    assert found(clinic.settings, "staff PIN").found == f"{clinic.settings.staff_pin} holds no PIN"
    with refused_reads(FOR_EVER, errno.EACCES, of=lambda path: path == clinic.settings.staff_pin):
        refused = found(clinic.settings, "staff PIN")
    assert refused.found == f"{clinic.settings.staff_pin} cannot be read (Permission denied)"
    assert (refused.state, refused.remedy) == (State.PROBLEM, "kiosk staff-pin set")


def test_a_share_is_looked_at(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    share = clinic.folder / "share"
    settings = dataclasses.replace(clinic.settings, share=share)
    for there, told in (
        (None, f"there is no folder {share}"),
        ("", f"{share} is not connected: it has no folder call-requests"),
        ("call-requests", f"{share} is there"),
    ):
        if there is not None:
            (share / there).mkdir()
        assert found(settings, "share").found == told
    assert found(settings, "share").state is State.FINE
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert found(settings, "share").found == f"{share / 'call-requests'} cannot be written"
    assert "share" not in {each.subject for each in examine(clinic.settings)}


def test_a_share_that_hangs_or_fails_is_one_sentence(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    never = threading.Event()
    monkeypatch.setattr(share, "_fault", lambda _share: never.wait())
    told = share_fault(clinic.folder, 0.1)
    assert told is not None
    assert told[0] == f"{clinic.folder} does not answer"

    def fail(_share: Path) -> None:
        raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))

    monkeypatch.setattr(share, "_fault", fail)
    told = share_fault(clinic.folder)
    assert told is not None
    assert told[0] == f"{clinic.folder} cannot be used (Transport endpoint is not connected)"


@needs_fuse
def test_a_dead_share_is_told(tmp_path: Path) -> None:
    with hanging_disk(tmp_path / "share"):
        told = share_fault(tmp_path / "share", 0.1)
    assert told is not None
    assert told[0] == f"{tmp_path / 'share'} does not answer"


def test_a_file_of_conf_d_that_is_not_read_is_told(clinic: Clinic) -> None:
    (clinic.folder / "conf.d").mkdir()
    for name in ("60.conf", ".#60.toml", "60.toml~"):
        (clinic.folder / "conf.d" / name).touch()
    [stray] = [each for each in examine(clinic.settings) if each.subject == "settings"][1:]
    assert stray.state is State.WARNING
    assert stray.found == f"{clinic.folder / 'conf.d' / '60.conf'} is not read"


ODD_PATHS = ("/", "/dev/zero", "/dev/null", "/proc", "looping", "kiosk.toml", "kiosk.toml/x")
# Without the one in which the superuser would make a spool.
ODD = [
    (key, place)
    for key in ("recipients", "spool", "share", "staff_pin")
    for place in ODD_PATHS
    if (key, place) != ("spool", "/")
]


@pytest.mark.parametrize(("key", "place"), ODD)
def test_odd_paths_get_a_sentence_each(clinic: Clinic, key: str, place: str) -> None:
    (clinic.folder / "looping").symlink_to("looping")
    odd = dataclasses.replace(clinic.settings)
    object.__setattr__(odd, key, clinic.folder / place)
    subject = {"staff_pin": "staff PIN"}.get(key, key)
    assert found(odd, subject).state is State.PROBLEM
    assert found(odd, "space").subject == "space"


def test_a_folder_above_that_may_not_be_entered_is_a_sentence(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def refuse(path: str | Path, *args: Any, **named: Any) -> os.stat_result:
        if "closed" in str(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, *args, **named)

    monkeypatch.setattr(os, "stat", refuse)
    closed = clinic.folder / "closed" / "spool"
    odd = dataclasses.replace(clinic.settings, spool=closed, clinic_content=closed)
    assert found(odd, "space").found.endswith(f"MB free at {clinic.folder}")


def test_a_clock_from_before_the_program_was_made_is_a_problem(clinic: Clinic) -> None:
    findings = {each.subject: each for each in examine(clinic.settings, NOW.replace(year=1970))}
    clock = findings["clock"]
    assert (clock.state, clock.found) == (State.PROBLEM, "it is not set: it says 1970-11-24 09:00")
    assert "set it" in clock.remedy
    assert findings["spool"].state is State.FINE  # the form stays open


def test_a_disk_that_forgot_is_a_problem_with_what_to_do(clinic: Clinic) -> None:
    examine(clinic.settings, NOW)
    clinic.spool.reserve_sequence(7)
    examine(clinic.settings, NOW)
    for name in ("sequence", "sequence-copy"):
        (clinic.spool.state / name).write_text("3 3", encoding="utf-8")
    spool = found(clinic.settings, "spool")
    assert (spool.state, spool.remedy) == (State.PROBLEM, CLOSED)
    assert "seems to have forgotten" in spool.found
    assert "then go on in the staff menu" in spool.found


@pytest.mark.parametrize(
    ("places", "plain"),
    [
        ([], None),
        (["/dev/dm-0", "/dev/zram0"], None),
        (["/dev/zram0", "/dev/sda3", "/swap"], "/dev/sda3, /swap: "),
    ],
)
def test_swap_in_the_clear_is_told(tmp_path: Path, places: list[str], plain: str | None) -> None:
    table = tmp_path / "proc" / "swaps"
    table.parent.mkdir()
    table.write_text("Filename Type Size\n" + "".join(f"{place} partition 9\n" for place in places), "utf-8")
    (finding,) = machine.swap(System(tmp_path), NOW)
    assert finding.state == ("warning" if plain else "fine")
    assert finding.found.startswith(plain or "none in the clear")


def outputs(root: Path) -> str:
    (finding,) = machine.sound(System(root), NOW)
    return finding.found.removeprefix("this kiosk plays none; outputs here: ")


def test_sound_is_not_needed_and_its_outputs_are_named(tmp_path: Path) -> None:
    table = tmp_path / "proc" / "asound" / "cards"
    assert outputs(tmp_path) == "none"
    table.parent.mkdir(parents=True)
    table.write_text("--- no soundcards ---\n", "utf-8")
    assert outputs(tmp_path) == "none"
    table.write_text(
        " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
        "                      HDA Intel PCH at 0xf7e30000 irq 31\n"
        " 1 [HDMI           ]: HDA-Intel - HDA Intel HDMI\n"
        "                      HDA Intel HDMI at 0xf7e34000 irq 32\n",
        "utf-8",
    )
    assert outputs(tmp_path) == "HDA Intel PCH, HDA Intel HDMI"


def test_other_systems_are_not_asked_for_their_swap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert list(machine.swap(System(tmp_path), NOW)) == []


@pytest.mark.parametrize(("value", "state"), [("0", "fine"), ("1", "warning"), ("176", "warning")])
def test_magic_keys_that_are_left_on_are_told(tmp_path: Path, value: str, state: str) -> None:
    system_keys = tmp_path / "proc" / "sys" / "kernel" / "sysrq"
    system_keys.parent.mkdir(parents=True)
    assert list(machine.magic_keys(System(tmp_path), NOW)) == []
    system_keys.write_text(f"{value}\n", "utf-8")
    (finding,) = machine.magic_keys(System(tmp_path), NOW)
    assert (finding.subject, finding.state) == ("locks", state)


def test_a_text_of_the_clinics_own_that_nothing_reads_is_told(clinic: Clinic) -> None:
    own = clinic.folder / "ours"
    (own / "en").mkdir(parents=True)
    (own / "en" / "selfcheck.toml").write_text("", "utf-8")
    stray = found(dataclasses.replace(clinic.settings, clinic_content=own), "content")
    assert (stray.state, stray.found.partition(":")[0]) == ("warning", str(own / "en" / "selfcheck.toml"))


def test_a_picture_of_the_clinics_own_that_may_not_be_shown_is_told(clinic: Clinic) -> None:
    own = clinic.folder / "ours"
    (own / "pictures").mkdir(parents=True)
    (own / "pictures" / "genetic-healthy.svg").write_text("<svg><script/></svg>", "utf-8")
    refused = found(dataclasses.replace(clinic.settings, clinic_content=own), "content")
    assert (refused.state, refused.found) == (
        "warning",
        f"{own / 'pictures' / 'genetic-healthy.svg'}: the picture holds <script>: take scripts out",
    )


def test_root_is_known_as_the_administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert is_administrator() is (os.geteuid() == 0)


def test_broken_settings_are_told_first_and_the_machine_all_the_same(clinic: Clinic) -> None:
    clinic.config.write_text(clinic.config.read_text("utf-8").replace("2", "0"), "utf-8")
    settings, [first] = read_settings(clinic.config)
    assert (settings, first.subject, first.state) == (None, "settings", State.PROBLEM)
    key = "clinic.call_back_within_days"
    assert first.found == f"{clinic.config}:7: {key}: must be from 1 to 60, such as 2, not 0"
    assert first.remedy == "do as it says; kiosk settings tells of every key"


def test_a_hundred_mistakes_are_twenty_lines(clinic: Clinic) -> None:
    text = clinic.config.read_text("utf-8")
    many = "".join(f"key_{number} = 1\n" for number in range(100))
    clinic.config.write_text(many + text, "utf-8")
    _, told = read_settings(clinic.config)
    assert len(told) == 21
    assert told[-1].found == "80 problems more"


@pytest.mark.parametrize("place", ["/dev/zero", "looping"])
def test_odd_settings_files_are_a_sentence(clinic: Clinic, place: str) -> None:
    (clinic.folder / "looping").symlink_to("looping")
    settings, [told] = read_settings(clinic.folder / place)
    assert settings is None
    assert told.remedy == "do as it says; kiosk settings tells of every key"


def test_a_check_that_hangs_or_fails_is_a_line_and_the_others_go_on(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = threading.Event()

    def hang(*_: object) -> list[Finding]:
        never.wait()
        return []

    def fail(*_: object) -> list[Finding]:
        raise ZeroDivisionError("of nothing")

    monkeypatch.setattr(examination, "OF_THE_MACHINE", (("hangs", hang), ("fails", fail), *OF_THE_MACHINE))
    monkeypatch.setattr(examination, "OF_THE_KIOSK", (("hangs", hang), *OF_THE_KIOSK))
    first, second, *others = examine_machine(System(), NOW, 0.5)
    assert (first.state, first.found) == (State.PROBLEM, "no answer within 0.5 seconds")
    assert second.found == "it could not be looked at: ZeroDivisionError: of nothing"
    assert "swap" in {each.subject for each in others}
    assert examine_kiosk(clinic.settings, System(), NOW, 5.0)[0].subject == "hangs"
    monkeypatch.setattr(examination, "load_settings", hang)
    assert "was not read within 0.1 seconds" in read_settings(clinic.config, 0.1)[1][0].found
    monkeypatch.setattr(examination, "load_settings", fail)
    assert "ZeroDivisionError" in read_settings(clinic.config)[1][0].found
    never.set()


TIME_ERROR = 5


@pytest.mark.parametrize(
    ("state", "routes", "told"),
    [
        (0, "", "2026-11-24 09:00 +0000"),
        (TIME_ERROR, "", "2026-11-24 09:00 +0000; no network sets it: compare it with a watch every month"),
        (
            -1,
            "lo 00000000 0",
            "2026-11-24 09:00 +0000; no network sets it: compare it with a watch every month",
        ),
        (
            TIME_ERROR,
            "Iface Destination\neth0 00000000 0100A8C0",
            "2026-11-24 09:00 +0000, not known to be right",
        ),
    ],
)
def test_a_clock_is_right_by_chrony_or_ntpsec_and_needs_no_network(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, state: int, routes: str, told: str
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: types.SimpleNamespace(adjtimex=lambda _: state))
    (clinic.folder / "proc" / "net").mkdir(parents=True)
    (clinic.folder / "proc" / "net" / "route").write_text(routes, "utf-8")
    (finding,) = clock.clock(Examined(clinic.settings, System(clinic.folder), NOW))
    assert finding.found == told
    assert (finding.state is State.WARNING) == ("not known" in told)


def test_a_time_service_of_systemd_is_believed_and_other_systems_too(
    clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: types.SimpleNamespace(adjtimex=lambda _: TIME_ERROR))
    (tmp_path / "run" / "systemd" / "timesync" / "synchronized").mkdir(parents=True)
    assert clock.is_set(tmp_path)
    monkeypatch.setattr(sys, "platform", "darwin")
    examined = Examined(clinic.settings, System(tmp_path / "none"), NOW)
    assert [each.state for each in clock.clock(examined)] == [State.FINE]


@pytest.mark.parametrize(
    ("seconds", "words"), [(59, "0 minutes"), (61, "1 minute"), (7200, "2 hours"), (10**6, "11 days")]
)
def test_how_long_it_runs_is_told_in_words(seconds: int, words: str) -> None:
    assert service._span(seconds) == words


def test_what_the_sandbox_is_not_known_of_is_not_judged(clinic: Clinic) -> None:
    for units in (None, Units("no bus")):
        assert list(requests.sandbox(Examined(clinic.settings, System(units=units), NOW))) == []


def test_links_and_odd_files_beside_the_settings_are_no_secret_keys(clinic: Clinic) -> None:
    (clinic.folder / "link.txt").symlink_to("/dev/zero")
    os.mkfifo(clinic.folder / "pipe")
    assert [each for each in examine(clinic.settings) if each.subject == "secret keys"] == []
