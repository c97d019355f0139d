"""A booted system with the installed kiosk in it: ready, back after kill -9, back after a hang."""

import re
import shutil
from pathlib import Path

import pytest

from kiosk.desk.access.unseal import generate_key_file
from kiosk.store.staff_pin import set_pin
from tests.installer.machine import Machine
from tests.installer.test_packages import set_up

pytestmark = pytest.mark.slow

HERE = Path(__file__).resolve().parent
HEADLESS = """\
[Service]
Environment=WLR_BACKENDS=headless,libinput WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
"""
NO_TERMINAL = "[Service]\nEnvironment=SEATD_VTBOUND=0\n"
NOT_FINE_HERE = {
    "program",
    "display",
    "content en",
    "content es",
    "signatures en",
    "signatures es",
    "touch",
    "locks",
}
"""It may be no release; nobody signed its texts; the screen is made up; magic keys are the outer system's."""
ACCEPTED = {"taken": "taken", "secret": "secret", "link": "unread", "pipe": "unread", "again": "taken"}
"""What of a dropped recipients.txt is taken in, by what was dropped."""
TRIAL = "[Unit]\nAfter=multi-user.target\n[Service]\nType=oneshot\nExecStart=/bin/bash /trial.sh\n"


def write(machine: Machine, name: str, text: str) -> None:
    machine.file(name).parent.mkdir(parents=True, exist_ok=True)
    machine.file(name).write_text(text, "utf-8")


def test_the_service_stays_up(
    machine: Machine, packages: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    machine.runs("apt-get update -qq && apt-get install -y -qq procps", network=True)
    machine.installs(packages[0].name)
    set_up(machine)
    shutil.copy(HERE / "trial.sh", machine.root)
    recipients = machine.file("/etc/kiosk/recipients.txt").read_text("utf-8")
    write(machine, "/old-recipients.txt", recipients)
    write(machine, "/new-recipients.txt", f"{recipients}# ben\n{generate_key_file('today')[1]}\n")
    write(machine, "/secret-recipients.txt", f"{recipients}# AGE-SECRET-KEY-1QQQQ\n")
    write(machine, "/etc/systemd/system/kiosk.service.d/no-screen.conf", HEADLESS)
    write(machine, "/etc/systemd/system/seatd.service.d/no-terminal.conf", NO_TERMINAL)
    write(machine, "/etc/systemd/system/trial.service", TRIAL)
    write(machine, "/etc/systemd/logind.conf.d/kiosk.conf", "[Login]\nNAutoVTs=0\nReserveVT=0\n")
    machine.runs("systemctl disable getty@tty1")
    set_pin(machine.file("/etc/kiosk/staff-pin"), "246813")
    machine.runs("systemctl add-wants multi-user.target trial.service")
    console = machine.boots()
    facts = machine.file("/trial.log").read_text("utf-8")
    with capsys.disabled():
        print("", *re.findall(r"^.*\d ms$", facts, re.MULTILINE), sep="\n  ")

    said = dict(line.split(" ", 1) for line in facts.splitlines() if " " in line)
    assert re.fullmatch(r"\d+ ms", said.get("ready", "")), facts + console
    assert said["status"] == "The screen is on."
    assert (said["user"], said["capabilities"], said["privileges"]) == ("kiosk", "0" * 16, "1")
    assert said["network"].strip() == "lo"
    doctor = [line.split(None, 2)[1:] for line in facts.splitlines() if line.startswith("doctor ")]
    assert {words.partition(":")[0] for _, words in doctor} >= {"service", "files", "display", "versions"}
    assert {words.partition(":")[0] for state, words in doctor if state != "FINE"} <= NOT_FINE_HERE, facts
    assert said["looked"] == "success kiosk 644", facts
    assert said["timer"] == "active"
    assert said["faulty"] == "failed 1", facts
    assert said["mended"] == "inactive"
    assert facts.count("without-seat ") == 2
    assert said["restarts"] == "0 active", facts
    assert int(said["told"]) >= 1, facts
    assert facts.count("Read-only file system") == 2
    assert "new" in facts
    assert said["watch"] == "active"
    for dropped, verdict in ACCEPTED.items():
        assert said[dropped] == f"{verdict} root:kiosk:644 left 0", facts
    assert said["placed"] == "both", facts
    assert (said["noted"], said["keys-noted"]) == ("2", "0")
    assert facts.count("Permission denied") == 2
    for event in ("killed", "hung", "restarted", "seated", "unseated", "closed", "reopened"):
        assert re.fullmatch(r"back \d+ ms", said[event]), facts
    assert said["second"] == "ends 1"
    assert said["watchdog"] == "1"
