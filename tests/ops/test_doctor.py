"""The doctor finds what was broken on purpose, says how to mend it, and monitoring hears of it."""

import dataclasses
import datetime
import errno
import gc
import json
import os
import re
import shutil
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.ops import doctor, share
from kiosk.ops.doctor import (
    CLOSED,
    State,
    as_json,
    examine,
    exit_code,
    fine,
    lines,
    problem,
    program,
    warning,
)
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
def _installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clinic: Clinic) -> None:
    """A kiosk as it should be: a user of its own, a clock that is set, a PIN."""
    monkeypatch.setattr(doctor, "is_administrator", lambda: False)
    monkeypatch.setattr(doctor, "who_else_writes", lambda _path: "")
    monkeypatch.setattr(doctor, "_CLOCK_IS_SET", tmp_path)
    set_pin(clinic.settings.staff_pin, "246813")


def found(settings: Settings, subject: str) -> doctor.Finding:
    return next(each for each in examine(settings, NOW) if each.subject == subject)


def test_a_sound_kiosk_needs_nothing_but_signatures(clinic: Clinic) -> None:
    findings = examine(clinic.settings, NOW)
    assert [each.subject for each in findings if each.state is not State.FINE] == ["content en"]
    assert all(bool(each.remedy) == (each.state is not State.FINE) for each in findings)
    assert exit_code(findings) == 1


def test_the_worst_finding_is_the_exit_code() -> None:
    one, other, third = fine("a", "b"), warning("c", "d", "e"), problem("f", "g", "h")
    assert [exit_code(each) for each in ([], [one], [other, one], [one, third, other])] == [0, 0, 1, 2]


def test_people_and_programs_are_told_the_same() -> None:
    findings = [fine("space", "9 MB"), problem("staff PIN", "none", "kiosk staff-pin set")]
    assert list(lines(findings)) == [
        "FINE     space: 9 MB",
        "PROBLEM  staff PIN: none -> kiosk staff-pin set",
    ]
    assert [list(each.values()) for each in json.loads(as_json(findings))] == [
        ["space", "fine", "9 MB", ""],
        ["staff PIN", "problem", "none", "kiosk staff-pin set"],
    ]


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
    findings = [each for each in examine(settings, NOW) if each.subject == "sources"]
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


def test_the_words_are_told_and_when_the_file_was_written(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "who_else_writes", lambda _path: "")
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
    monkeypatch.setattr(doctor, "who_else_writes", lambda _path: "")
    assert found(clinic.settings, "recipients").state is State.FINE
    monkeypatch.setattr(doctor, "who_else_writes", lambda path: f"{path} can be written by others")
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
    monkeypatch.setattr(doctor, "is_administrator", lambda: True)
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
    assert "share" not in {each.subject for each in examine(clinic.settings, NOW)}


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
    [stray] = [each for each in examine(clinic.settings, NOW) if each.subject == "settings"][1:]
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
    findings = examine(clinic.settings, NOW.replace(year=1970))
    assert next(each for each in findings if each.subject == "clock").state is State.PROBLEM


def test_a_clock_that_nothing_sets_is_told(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(doctor, "_CLOCK_IS_SET", tmp_path / "never")
    assert found(clinic.settings, "clock").remedy == "timedatectl"


@pytest.mark.parametrize(
    ("places", "plain"),
    [
        ([], None),
        (["/dev/dm-0", "/dev/zram0"], None),
        (["/dev/zram0", "/dev/sda3", "/swap"], "/dev/sda3, /swap: "),
    ],
)
def test_swap_in_the_clear_is_told(tmp_path: Path, places: list[str], plain: str | None) -> None:
    table = tmp_path / "swaps"
    table.write_text("Filename Type Size\n" + "".join(f"{place} partition 9\n" for place in places), "utf-8")
    (finding,) = doctor._swap(table)
    assert finding.state == ("warning" if plain else "fine")
    assert finding.found.startswith(plain or "none in the clear")


def test_sound_is_not_needed_and_its_outputs_are_named(tmp_path: Path) -> None:
    table = tmp_path / "cards"
    assert doctor._sound(table).found == "this kiosk plays none; outputs here: none"
    table.write_text("--- no soundcards ---\n", "utf-8")
    assert doctor._sound(table).found == "this kiosk plays none; outputs here: none"
    table.write_text(
        " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
        "                      HDA Intel PCH at 0xf7e30000 irq 31\n"
        " 1 [HDMI           ]: HDA-Intel - HDA Intel HDMI\n"
        "                      HDA Intel HDMI at 0xf7e34000 irq 32\n",
        "utf-8",
    )
    assert doctor._sound(table).found == "this kiosk plays none; outputs here: HDA Intel PCH, HDA Intel HDMI"


def test_other_systems_are_not_asked_for_their_swap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert list(doctor._swap(tmp_path / "never-read")) == []


@pytest.mark.parametrize(("value", "state"), [("0", "fine"), ("1", "warning"), ("176", "warning")])
def test_magic_keys_that_are_left_on_are_told(tmp_path: Path, value: str, state: str) -> None:
    keys = tmp_path / "sysrq"
    assert list(doctor._locks(keys)) == []
    keys.write_text(f"{value}\n", "utf-8")
    (finding,) = doctor._locks(keys)
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


def test_broken_settings_are_the_whole_finding(
    clinic: Clinic, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.config.write_text(clinic.config.read_text("utf-8").replace("2", "0"), "utf-8")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["doctor", "--config", str(clinic.config), "--json"]) == 2
    gc.enable()
    _program, first, *_ = json.loads(capsys.readouterr().out)
    key = "clinic.call_back_within_days"
    assert (first["subject"], first["state"]) == ("settings", "problem")
    assert first["found"] == f"{clinic.config}:7: {key}: must be from 1 to 60, such as 2, not 0"


def test_where_there_is_no_screen_it_is_said() -> None:
    assert doctor.no_screen().subject == "display"
