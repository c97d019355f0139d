"""Each fault that an installed kiosk can have has its line in the doctor's answer, and changes no other."""

import datetime
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.desk.access.unseal import generate_key_file
from kiosk.ops.doctor import keys
from kiosk.ops.doctor.findings import State, exit_code
from kiosk.store import recipients
from kiosk.store.recipients import DEMONSTRATION_LINE
from tests.content_copy import ContentCopy
from tests.ops.installed import NOW, PARTS, Installed

IS_ROOT = os.geteuid() == 0
P, W = "problem", "warning"
Fault = Callable[[Installed], None]
FAULTS: dict[str, tuple[Fault, list[tuple[str, str, str]]]] = {}


def fault(name: str, *lines: tuple[str, str, str]) -> Callable[[Fault], Fault]:
    """Add a fault to the table: its lines as state, subject, and a part of the words."""

    def add(plant: Fault) -> Fault:
        assert name not in FAULTS
        FAULTS[name] = (plant, list(lines))
        return plant

    return add


def unit(name: str, *lines: tuple[str, str, str], **properties: str) -> None:
    def plant(kiosk: Installed) -> None:
        kiosk.kiosk.update(properties)

    fault(name, *lines)(plant)


STOPPED = {"ActiveState": "inactive", "SubState": "dead"}
unit("service stopped", (P, "service", "it does not run (inactive, success)"), **STOPPED)
unit("service failed", (P, "service", "(failed, protocol)"), ActiveState="failed", Result="protocol")
unit(
    "service looping",
    (P, "service", "it ends and is started again, 17 times by now (protocol)"),
    ActiveState="activating",
    SubState="auto-restart",
    NRestarts="17",
    Result="protocol",
)
unit(
    "service looping, up just now",
    (P, "service", "it ends and is started again, 3 times by now (watchdog)"),
    ActiveEnterTimestampMonotonic=str(10**18),
    NRestarts="3",
    Result="watchdog",
)
unit("service not enabled", (W, "start", "not start with the machine (disabled)"), UnitFileState="disabled")
unit("service masked", (P, "service", "kiosk.service is masked"), LoadState="masked", **STOPPED)
unit("service gone", (P, "service", "kiosk.service is not-found"), LoadState="not-found", **STOPPED)
unit("service of the administrator", (P, "user", "runs as the administrator"), User="root")
unit(
    "spool outside of what the unit lets it write",
    (P, "spool", "the service may not write below"),
    ReadWritePaths="-/media",
)


@fault("systemd does not answer", (W, "service", "systemd cannot be asked (Failed to connect to bus)"))
def _(kiosk: Installed) -> None:
    kiosk.reason = "Failed to connect to bus"
    kiosk.kiosk.clear()


@fault("no seat", (P, "service", "it does not run"), (P, "seat", "seatd.service does not run"))
def _(kiosk: Installed) -> None:
    kiosk.kiosk.update(STOPPED)
    kiosk.seat["ActiveState"] = "inactive"


@fault("no compositor", (P, "compositor", "/usr/bin/cage is missing"))
def _(kiosk: Installed) -> None:
    (kiosk.root / "usr/bin/cage").unlink()


@fault("no graphics card", (P, "service", "it does not run"), (P, "graphics", "no /dev/dri/card*"))
def _(kiosk: Installed) -> None:
    kiosk.kiosk.update(STOPPED)
    (kiosk.root / "dev/dri/card0").unlink()


@fault("staff PIN empty", (P, "staff PIN", "staff-pin holds no PIN"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/staff-pin", "")


@fault("staff PIN in the clear", (P, "staff PIN", "staff-pin holds no PIN"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/staff-pin", "246810")


@fault("staff PIN missing", (P, "staff PIN", "staff cannot get in"))
def _(kiosk: Installed) -> None:
    (kiosk.etc / "staff-pin").unlink()


@fault("staff PIN of root alone", (P, "staff PIN", "staff-pin cannot be read (Permission denied)"))
def _(kiosk: Installed) -> None:
    kiosk.close(kiosk.etc / "staff-pin")


for number, part in enumerate(PARTS):

    @fault(f"{part} missing", (P, "files", f"/{part} is missing"))
    def _(kiosk: Installed, name: str = part) -> None:
        (kiosk.program / name).unlink()

    @fault(f"{part} damaged", (P, "files", f"/{part} is damaged"))
    def _(kiosk: Installed, name: str = part, length: int = number) -> None:
        (kiosk.program / name).write_text(name[:length], "utf-8")


@fault("a part of the program unreadable", (P, "files", "es.qm cannot be read (Permission denied)"))
def _(kiosk: Installed) -> None:
    kiosk.close(kiosk.program / "words/es.qm")


@fault("checksums gone", (P, "files", "SHA256SUMS cannot be read (No such file or directory)"))
def _(kiosk: Installed) -> None:
    (kiosk.program / "SHA256SUMS").unlink()


@fault("checksums empty", (P, "files", "SHA256SUMS is empty"))
def _(kiosk: Installed) -> None:
    kiosk.write("usr/lib/kiosk/SHA256SUMS", "")


@fault("checksums no text", (P, "files", "SHA256SUMS is not UTF-8 text"))
def _(kiosk: Installed) -> None:
    (kiosk.program / "SHA256SUMS").write_bytes(b"a\xff")


@fault(
    "the program gone",
    *((P, "files", f"/file-{number} is missing") for number in range(10)),
    (P, "files", "2 files more, as these"),
)
def _(kiosk: Installed) -> None:
    kiosk.write("usr/lib/kiosk/SHA256SUMS", "".join(f"0  file-{number}\n" for number in range(12)))


def with_share(kiosk: Installed) -> Path:
    share = kiosk.spool.parent / "share"
    kiosk.edit("[callback]", f'[callback]\nshare = "{share}"')
    return share


@fault("a name that many have", (W, "name", "kiosk: other kiosks may have it too"))
def _(kiosk: Installed) -> None:
    kiosk.edit('kiosk_name = "test-kiosk"', 'kiosk_name = "kiosk"')


@fault("a state of another machine", (P, "copy", "came with a copy of another machine"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/machine-id", f"{'0f' * 16}\n")
    (kiosk.spool / "state").mkdir()
    (kiosk.spool / "state" / "kiosk-id-machine").write_text(f"{'0a' * 16}\n", "ascii")
    for path in (kiosk.spool / "state", kiosk.spool / "state" / "kiosk-id-machine"):
        kiosk.own(path)


@fault("share missing", (P, "share", "there is no folder"))
def _(kiosk: Installed) -> None:
    with_share(kiosk)


@fault("share not mounted", (P, "share", "is not connected: it has no folder call-requests"))
def _(kiosk: Installed) -> None:
    with_share(kiosk).mkdir()


@fault("share unwritable", (P, "share", "call-requests cannot be written"))
def _(kiosk: Installed) -> None:
    (with_share(kiosk) / "call-requests").mkdir(parents=True, mode=0o555)


@fault("share that the unit forbids", (P, "share", "the service may not write below"))
def _(kiosk: Installed) -> None:
    folder = with_share(kiosk) / "call-requests"
    folder.mkdir(parents=True)
    kiosk.own(folder)
    kiosk.kiosk["ReadWritePaths"] = f"{kiosk.spool}"


@fault("a console", (W, "consoles", "getty@tty1: a login on the screen"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/systemd/system/getty.target.wants/getty@tty1.service", "")


@fault("consoles by themselves", (W, "consoles", "Ctrl+Alt+F2 (NAutoVTs=6, ReserveVT=6 in logind.conf)"))
def _(kiosk: Installed) -> None:
    (kiosk.root / "etc/systemd/logind.conf.d/kiosk.conf").unlink()


@fault("consoles by a later file", (W, "consoles", "(NAutoVTs=2, ReserveVT=0 in logind.conf)"))
def _(kiosk: Installed) -> None:
    kiosk.write("usr/lib/systemd/logind.conf.d/zz.conf", "[Login]\nNAutoVTs=2\n")


@fault("magic keys", (W, "locks", "the system's magic keys are on"))
def _(kiosk: Installed) -> None:
    kiosk.write("proc/sys/kernel/sysrq", "176\n")


@fault("swap in the clear", (W, "swap", "/dev/sda3: what a visitor types"))
def _(kiosk: Installed) -> None:
    kiosk.write("proc/swaps", "Filename Type\n/dev/sda3 partition\n/dev/zram0 partition\n")


@fault("a clock that a network should set", (W, "clock", "not known to be right"))
def _(kiosk: Installed) -> None:
    (kiosk.root / "run/systemd/timesync/synchronized").unlink()


@fault("settings by a name that is not read", (W, "settings", "conf.d/60.conf is not read"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/conf.d/60.conf", 'theme = "dark"\n')


@fault("a demonstration", (W, "settings", "this is a demonstration"))
def _(kiosk: Installed) -> None:
    kiosk.edit("[clinic]", "demonstration = true\n[clinic]")


@fault("recipients missing", *((P, each, "recipients.txt is missing") for each in ("recipients", "spool")))
def _(kiosk: Installed) -> None:
    (kiosk.etc / "recipients.txt").unlink()


@fault("recipients junk", *((P, each, "line 1, is not a public key") for each in ("recipients", "spool")))
def _(kiosk: Installed) -> None:
    (kiosk.etc / "recipients.txt").write_text("junk\n", "utf-8")


@fault("demonstration keys", *((P, each, "for the demonstration") for each in ("recipients", "spool")))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/recipients.txt", f"{DEMONSTRATION_LINE}\n{generate_key_file('today')[1]}\n")


if IS_ROOT:

    @fault("recipients for all", *((P, each, "written by others") for each in ("recipients", "spool")))
    def _(kiosk: Installed) -> None:
        (kiosk.etc / "recipients.txt").chmod(0o666)

    @fault("recipients of the kiosk", *((P, each, "not belong to the") for each in ("recipients", "spool")))
    def _(kiosk: Installed) -> None:
        kiosk.own(kiosk.etc / "recipients.txt")

    @fault(
        "spool of root",
        (P, "spool", "could not be prepared (Permission denied)"),
        (P, "audit log", "audit.jsonl cannot be read (Permission denied)"),
    )
    def _(kiosk: Installed) -> None:
        os.chown(kiosk.spool, 0, 0)


@fault("a recovery key", (P, "secret keys", "recovery.key opens requests"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/recovery.key", "")


@fault("a secret key under another name", (P, "secret keys", "backup.txt opens requests"))
def _(kiosk: Installed) -> None:
    kiosk.write("etc/kiosk/conf.d/backup.txt", f"# {'AGE-SECRET-KEY-1'}QQQQ\n")


@fault("spool open to others", (W, "spool", "open to other users of this machine (mode 0755)"))
def _(kiosk: Installed) -> None:
    kiosk.spool.chmod(0o755)


@fault("a damaged envelope", (W, "spool", "1 damaged envelope: 20261124-x.age"))
def _(kiosk: Installed) -> None:
    (kiosk.spool / "quarantine").mkdir()
    (kiosk.spool / "quarantine" / "20261124-x.age").write_bytes(b"torn")
    kiosk.own(kiosk.spool / "quarantine")


def own_texts(kiosk: Installed) -> Path:
    kiosk.edit("[clinic]", 'clinic_content = "content"\n[clinic]')
    (kiosk.etc / "content/en/cards").mkdir(parents=True)
    return kiosk.etc / "content"


@fault("a text of the clinic's that nothing reads", (W, "content", "nothing reads a file of this name"))
def _(kiosk: Installed) -> None:
    (own_texts(kiosk) / "en" / "card.toml").touch()


@fault(
    "texts of the clinic's that cannot be read",
    (P, "content", "en/cards: it cannot be read: Permission denied: "),
    (P, "content en", "chmod a+rX "),
)
def _(kiosk: Installed) -> None:
    kiosk.close(own_texts(kiosk) / "en" / "cards")


OF_THE_KIOSK = {
    *("settings", "content en", "calendar", "recipients", "staff PIN", "spool", "name", "space"),
    *("clock", "audit log"),
}
"""What is not looked at once the settings cannot be used."""
ALL = OF_THE_KIOSK | {"service", "files", "user", "sound", "swap", "locks", "consoles"}


@fault("broken settings", (P, "settings", "kiosk.toml:7: "))
def _(kiosk: Installed) -> None:
    kiosk.edit("call_back_within_days = 2", "call_back_within_days = 0")


@fault("a folder of settings that cannot be read", (P, "settings", "chmod a+rX "))
def _(kiosk: Installed) -> None:
    kiosk.close(kiosk.etc / "conf.d")


@fault("a file in place of conf.d", (P, "settings", "conf.d: "))
def _(kiosk: Installed) -> None:
    (kiosk.etc / "conf.d").rmdir()
    (kiosk.etc / "conf.d").touch()


@fault("a folder of texts that cannot be read", (P, "settings", "/content cannot be read"))
def _(kiosk: Installed) -> None:
    kiosk.close(own_texts(kiosk))


@fault("no settings at all", (P, "settings", "conf.d: "), (P, "settings", "mode 0"))
def _(kiosk: Installed) -> None:
    kiosk.close(kiosk.etc)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    copy = ContentCopy.under(tmp_path_factory.mktemp("signed") / "copy")
    for key in copy.read().tables:
        copy.sign(key)
    kiosk = Installed(copy.folders.content)
    shutil.copytree(copy.folders.content, kiosk.root / "content")
    yield kiosk.root / "content"
    kiosk.remove()


@pytest.fixture
def kiosk(signed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installed]:
    made = Installed(signed)
    if not IS_ROOT:
        monkeypatch.setattr(keys, "who_else_writes", lambda _path: "")
        monkeypatch.setattr(recipients, "who_else_writes", lambda _path: "")
    monkeypatch.setattr(
        "kiosk.ops.doctor.clock.is_set", lambda root: (root / "run/systemd/timesync/synchronized").exists()
    )
    yield made
    made.remove()


def test_an_installed_kiosk_as_the_handbook_leaves_it_is_green(kiosk: Installed) -> None:
    findings = kiosk.examined()
    assert [each for each in findings if each.state is not State.FINE] == []
    assert exit_code(findings) == 0
    assert {each.subject for each in findings} == ALL


def test_the_handbook_shows_this_good_run() -> None:
    page = Path(__file__).parents[2] / "assets" / "handbook" / "README.md"
    shown = re.findall(r"^    (\w+) +([\w ]+): ", page.read_text("utf-8"), re.MULTILINE)
    assert {state for state, _ in shown} == {"FINE"}
    of_the_screen = {"display", "touch", "typeface en", "versions"}
    in_spanish = {"content es", "typeface es"}
    assert {subject for _, subject in shown} == ALL | of_the_screen | {"program"} | in_spanish


def test_a_name_that_was_made_from_the_machine_is_said(kiosk: Installed) -> None:
    kiosk.edit('kiosk_name = "test-kiosk"\n', "")
    [told] = [each for each in kiosk.examined() if each.subject == "name"]
    assert told.found.endswith((", made from this machine", "may have it too, and their numbers"))


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_line_and_changes_no_other(kiosk: Installed, name: str) -> None:
    plant, expected = FAULTS[name]
    plant(kiosk)
    findings = kiosk.examined()
    told = [each for each in findings if each.state is not State.FINE]
    assert [(each.state, each.subject) for each in told] == [
        (state, subject) for state, subject, _ in expected
    ]
    for finding, (_, _, part) in zip(told, expected, strict=True):
        assert part in finding.found
        assert finding.remedy
    assert exit_code(findings) == (2 if P in {state for state, _, _ in expected} else 1)
    is_broken = "settings" in {subject for state, subject, _ in expected if state == P}
    gone = ALL - {each.subject for each in findings}
    assert gone <= (OF_THE_KIOSK if is_broken else {"service"})


def test_a_clock_from_before_the_program_was_made_is_a_problem(kiosk: Installed) -> None:
    told = [each for each in kiosk.examined(NOW - datetime.timedelta(days=9999)) if each.subject == "clock"]
    assert [each.state for each in told] == [State.PROBLEM]
