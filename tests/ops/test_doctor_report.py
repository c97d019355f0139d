"""What the doctor found, for people, for monitoring and for Prometheus; who looks, and what it asks."""

import argparse
import dataclasses
import datetime
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import types
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.ops import service_user
from kiosk.ops.doctor import command, systemd
from kiosk.ops.doctor.findings import Finding, State, System, exit_code, fine, problem, warning
from kiosk.ops.doctor.report import Report, as_json, as_prometheus, lines, write_prometheus
from kiosk.ops.doctor.screen import screen
from kiosk.ops.doctor.since import remembered
from kiosk.ops.doctor.systemd import Units, ask_systemd
from kiosk.store.settings.settings import Settings
from tests.clinic import Clinic
from tests.ops.installed import NOW

HOUR = datetime.timedelta(hours=1)
FOUND = (
    fine("space", "9 MB"),
    warning("content", 'odd "name"\nof\\file', "see to it"),
    problem("content", "gone", "bring it back"),
    problem("content", "gone too", "bring it back"),
    fine("space", "8 MB"),
)
REPORT = Report("0.2.0", "pc-7", "lobby-2", NOW, FOUND, (NOW, NOW, NOW - HOUR, NOW - 2 * HOUR, NOW))


def test_people_and_programs_are_told_the_same() -> None:
    findings = [fine("space", "9 MB"), problem("staff PIN", "none", "kiosk staff-pin set")]
    assert list(lines(findings)) == [
        "FINE     space: 9 MB",
        "PROBLEM  staff PIN: none -> kiosk staff-pin set",
    ]
    told = json.loads(as_json(dataclasses.replace(REPORT, findings=tuple(findings), since=(NOW, NOW - HOUR))))
    assert [list(each.values()) for each in told.pop("findings")] == [
        ["space", "fine", "9 MB", "", "2026-11-24T09:00:00+00:00"],
        ["staff PIN", "problem", "none", "kiosk staff-pin set", "2026-11-24T08:00:00+00:00"],
    ]
    assert told == {
        "version": "0.2.0",
        "host": "pc-7",
        "kiosk_name": "lobby-2",
        "at": "2026-11-24T09:00:00+00:00",
        "exit_code": 2,
    }


def test_prometheus_gets_the_worst_of_each_subject_and_since_when() -> None:
    samples = [line for line in as_prometheus(REPORT).splitlines() if not line.startswith("#")]
    at = int(NOW.timestamp())
    assert samples == [
        'kiosk_doctor_state{kiosk="lobby-2",subject="space"} 0',
        'kiosk_doctor_state{kiosk="lobby-2",subject="content"} 2',
        f'kiosk_doctor_since_timestamp_seconds{{kiosk="lobby-2",subject="space"}} {at}',
        f'kiosk_doctor_since_timestamp_seconds{{kiosk="lobby-2",subject="content"}} {at - 7200}',
        'kiosk_doctor_exit_code{kiosk="lobby-2"} 2',
        f'kiosk_doctor_run_timestamp_seconds{{kiosk="lobby-2"}} {at}',
        'kiosk_doctor_info{kiosk="lobby-2",version="0.2.0"} 1',
    ]
    odd = as_prometheus(dataclasses.replace(REPORT, kiosk='a"b\\c\nd'))
    assert 'kiosk="a\\"b\\\\c\\nd"' in odd


def test_promtool_finds_no_fault_in_it() -> None:
    if shutil.which("promtool") is None:
        pytest.skip("promtool is not installed")
    done = subprocess.run(
        ["promtool", "check", "metrics"],
        input=as_prometheus(REPORT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_file_for_prometheus_is_whole_and_for_everybody_or_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.prom"
    file.write_text("old", "utf-8")
    write_prometheus(file, REPORT)
    assert file.read_text("utf-8") == as_prometheus(REPORT)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk.prom"]
    with pytest.raises(KioskError, match=r"none/kiosk\.prom cannot be written"):
        write_prometheus(tmp_path / "none" / "kiosk.prom", REPORT)


def test_since_when_is_remembered_until_it_is_mended(tmp_path: Path) -> None:
    memory = tmp_path / "doctor.json"
    gone, other = problem("share", "not there", "connect it"), fine("space", "9 MB")
    assert remembered([gone, other], memory, NOW) == (NOW, NOW)
    assert remembered([fine("space", "8 MB"), gone], memory, NOW + HOUR) == (NOW, NOW)
    assert remembered([fine("share", "there")], memory, NOW + HOUR) == (NOW + HOUR,)
    assert remembered([gone], memory, NOW + 2 * HOUR) == (NOW + 2 * HOUR,)
    assert remembered([gone], memory, NOW) == (NOW,)  # a clock that was put back
    assert remembered([gone], None, NOW) == (NOW,)


@pytest.mark.parametrize("text", ["", "[]", '{"share|problem|connect it": "yesterday"}', '{"a": 1}', "{"])
def test_a_damaged_memory_begins_anew(tmp_path: Path, text: str) -> None:
    memory = tmp_path / "doctor.json"
    memory.write_text(text, "utf-8")
    gone = problem("share", "not there", "connect it")
    assert remembered([gone], memory, NOW) == (NOW,)
    assert remembered([gone], memory, NOW + HOUR) == (NOW,)
    assert remembered([gone], tmp_path / "none" / "doctor.json", NOW) == (NOW,)


def look(script: str, seconds: float = 30.0) -> list[tuple[str, str]]:
    found = screen(["/bin/sh", "-c", script], System(), seconds)
    return [(each.state, each.found) for each in found]


def test_the_look_at_the_screen_may_end_hang_or_say_nothing() -> None:
    assert look("""echo '[{"subject":"a","state":"fine","found":"b","remedy":""}]'""") == [("fine", "b")]
    assert look("echo; echo 'no plugin wayland' >&2; kill -9 $$") == [
        ("problem", "the look at it ended with -9: no plugin wayland")
    ]
    assert look("exit 3") == [("problem", "the look at it ended with 3: it said nothing")]
    assert look("sleep 60", 0.2) == [("problem", "no answer within 0.2 seconds")]
    (failed,) = screen(["/nothing/there"], System())
    assert failed.found == "nothing could look at it (No such file or directory)"


def refuse(*_: object) -> None:
    raise PermissionError


def test_outside_of_the_session_the_services_own_screen_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    finding = '[{"subject":"a","state":"fine","found":"%s","remedy":""}]'
    says = f"""printf '{finding}' "$WAYLAND_DISPLAY\""""
    ask = ["/bin/sh", "-c", says]
    (none,) = screen(ask, System(tmp_path))
    assert (none.state, none.found) == (State.WARNING, "there is no screen here")
    (stopped,) = screen(ask, System(tmp_path, units=Units(kiosk={"ActiveState": "inactive"})))
    assert stopped.state is State.FINE
    running = System(tmp_path, units=Units(kiosk={"ActiveState": "active"}))
    assert screen(ask, running)[0].state is State.WARNING
    with monkeypatch.context() as patch:
        patch.setattr(Path, "glob", refuse)
        assert screen(ask, running)[0].state is State.WARNING
    monkeypatch.chdir(tmp_path)
    (tmp_path / "run" / "kiosk").mkdir(parents=True)
    (tmp_path / "run" / "kiosk" / "wayland-0.lock").touch()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("run/kiosk/wayland-0")
        assert [each.found for each in screen(ask, running)] == ["wayland-0"]


def systemctl(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Units:
    program = folder / "systemctl"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    return ask_systemd()


def test_systemd_is_asked_for_both_units_or_says_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Id=kiosk.service\\nActiveState=active\\n\\nId=seatd.service\\nActiveState=failed\\n"
    units = systemctl(tmp_path, monkeypatch, f"printf '{told}'")
    assert (units.reason, units.kiosk["ActiveState"], units.seat["ActiveState"]) == ("", "active", "failed")
    assert systemctl(tmp_path, monkeypatch, "echo odd") == Units()
    assert systemctl(tmp_path, monkeypatch, "echo no bus >&2; exit 1").reason == "no bus"
    assert systemctl(tmp_path, monkeypatch, "exit 4").reason == "systemctl ends with 4"
    monkeypatch.setattr(systemd, "SECONDS_TO_ANSWER", 0.1)
    assert systemctl(tmp_path, monkeypatch, "exec sleep 30").reason == "it does not answer"
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert ask_systemd().reason == "systemctl: No such file or directory"


def test_only_an_installed_program_asks_for_units_and_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command.installed_system() == System()
    monkeypatch.setattr(command, "is_frozen", lambda: True)
    monkeypatch.setattr(command, "ask_systemd", lambda: Units("asked"))
    installed = command.installed_system()
    assert installed == System(program=Path(sys.executable).parent, units=Units("asked"))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert command.installed_system().units is None


def test_the_administrator_looks_as_the_services_user(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[tuple[object, ...]] = []
    for name in ("initgroups", "setresgid", "setresuid"):
        monkeypatch.setattr(os, name, lambda *given, name=name: became.append((name, *given)))
    monkeypatch.setattr(service_user, "is_administrator", lambda: True)
    service_user.become_service_user()
    assert became == []  # from its sources
    monkeypatch.setattr(service_user, "is_frozen", lambda: True)
    monkeypatch.setattr("pwd.getpwnam", lambda _name: types.SimpleNamespace(pw_uid=7, pw_gid=8))
    service_user.become_service_user()
    assert became == [("initgroups", "kiosk", 8), ("setresgid", 8, 8, 8), ("setresuid", 7, 7, 7)]

    def unknown(name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr("pwd.getpwnam", unknown)
    service_user.become_service_user()
    monkeypatch.setattr(service_user, "is_administrator", lambda: False)
    service_user.become_service_user()
    assert len(became) == 3


@pytest.mark.parametrize("is_broken", [False, True])
def test_one_run_says_it_in_every_form(
    clinic: Clinic, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_broken: bool
) -> None:
    monkeypatch.setattr(command, "MEMORY", clinic.folder / "doctor.json")
    monkeypatch.setattr(command, "become_service_user", lambda: None)
    monkeypatch.setattr(command, "installed_system", System)
    monkeypatch.setattr(command, "is_frozen", lambda: True)
    if is_broken:
        clinic.config.write_text("broken", "utf-8")
    look = [fine("display", "seen")]
    monkeypatch.setattr(command, "screen", lambda asked, _system: look if asked[-1] == "--screen" else [])
    file = clinic.folder / "kiosk.prom"
    arguments = argparse.Namespace(config=clinic.config, json=True, prometheus=file)
    code = command.run_doctor(arguments, NOW, ["kiosk"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["exit_code"]) == (2, 2)  # nobody set a PIN
    assert told["kiosk_name"] == ("" if is_broken else "test-kiosk")
    assert told["findings"][-1]["subject"] == "display"
    assert f'kiosk_doctor_exit_code{{kiosk="{told["kiosk_name"]}"}} 2' in file.read_text("utf-8")
    assert (clinic.folder / "doctor.json").is_file()
    arguments = argparse.Namespace(config=clinic.config, json=False, prometheus=None)
    assert command.run_doctor(arguments, NOW, ["kiosk"]) == 2
    assert capsys.readouterr().out.startswith(("FINE", "WARNING"))


@pytest.mark.parametrize("is_broken", [False, True])
def test_the_screen_alone_is_told_to_the_other_process(
    clinic: Clinic, capsys: pytest.CaptureFixture[str], *, is_broken: bool
) -> None:
    if is_broken:
        clinic.config.write_text("broken", "utf-8")
    usable: list[bool] = []

    def look(settings: Settings) -> list[Finding]:
        usable.append(settings.is_usable)
        return list(FOUND)

    assert command.show_screen(clinic.config, look) == 0
    assert usable == [not is_broken]
    (found, *_) = json.loads(capsys.readouterr().out)
    assert found == {"subject": "space", "state": "fine", "found": "9 MB", "remedy": ""}
    assert exit_code(FOUND) == 2
