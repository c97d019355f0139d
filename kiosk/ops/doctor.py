"""What IT asks of an installed kiosk: is all well, and if not, what is wrong and how is it mended."""

import dataclasses
import datetime
import enum
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.errors import ContentError, KioskError, SettingsError
from kiosk.core.version import is_traceable
from kiosk.ops.share import share_fault
from kiosk.store.administrator import is_administrator, who_else_writes
from kiosk.store.check_code import check_code
from kiosk.store.envelope import EnvelopeState, names_of
from kiosk.store.intake import intake_of
from kiosk.store.settings.layers import stray_settings
from kiosk.store.settings.settings import Settings
from kiosk.store.spool import Spool

MIN_FREE_MEGABYTES: Final = 500
"""Free megabytes (10**6 bytes) of the spool's disk. Chosen; not measured."""
CLOSED: Final = "the call form is closed until this is mended"
_MEGABYTE: Final = 1_000_000
_MADE_IN: Final = 2026
_CLOCK_IS_SET: Final = Path("/run/systemd/timesync/synchronized")


class State(enum.StrEnum):
    """How bad it is: monitoring takes the worst one for the exit code."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, and what to do about it ("" when nothing)."""

    subject: str
    state: State
    found: str
    remedy: str = ""


def exit_code(findings: list[Finding]) -> int:
    """Return 0 when all is fine, 1 when something may become a problem, 2 when something is one."""
    return max((list(State).index(finding.state) for finding in findings), default=0)


def lines(findings: list[Finding]) -> Iterator[str]:
    """Say it to people, one line each."""
    for finding in findings:
        remedy = f" -> {finding.remedy}" if finding.remedy else ""
        yield f"{finding.state.upper():8} {finding.subject}: {finding.found}{remedy}"


def as_json(findings: list[Finding]) -> str:
    """Say it to a monitoring program: a list of objects with subject, state, found and remedy."""
    return json.dumps([dataclasses.asdict(finding) for finding in findings], ensure_ascii=False, indent=2)


def program(version: str) -> Finding:
    """Say which version this is: the same words as in the package, the bill of materials and About."""
    if is_traceable(version):
        return fine("program", version)
    remedy = "install a release: from which sources this was built cannot be told"
    return warning("program", version, remedy)


def no_screen() -> Finding:
    """Say that there was no screen to look at."""
    return warning("display", "there is no screen here", "run the doctor in the kiosk's session")


def broken_settings(error: SettingsError) -> list[Finding]:
    """Say what keeps the kiosk from working at all: its screen says "please ask at the desk"."""
    return [
        problem("settings", line, "do as it says; kiosk settings tells of every key")
        for line in str(error).split("\n")
    ]


def fine(subject: str, found: str) -> Finding:
    """Nothing to do."""
    return Finding(subject, State.FINE, found)


def warning(subject: str, found: str, remedy: str) -> Finding:
    """Something that may become a problem."""
    return Finding(subject, State.WARNING, found, remedy)


def problem(subject: str, found: str, remedy: str) -> Finding:
    """Something visitors or staff notice."""
    return Finding(subject, State.PROBLEM, found, remedy)


def examine(settings: Settings, now: datetime.datetime) -> list[Finding]:
    """Look at everything that needs no screen; writes and deletes one small file in the spool."""
    return [
        _settings(settings),
        *_stray_settings(settings),
        *_content(settings, now.date()),
        _calendar(settings, now.date()),
        _recipients(settings, now),
        _spool(settings, now),
        *_share(settings),
        _space(settings.spool),
        _staff_pin(settings),
        _clock(now),
        _user(),
        _sound(Path("/proc/asound/cards")),
        *_swap(Path("/proc/swaps")),
        *_locks(Path("/proc/sys/kernel/sysrq")),
    ]


def _settings(settings: Settings) -> Finding:
    if settings.file.demonstration:
        return warning("settings", "this is a demonstration", "install without it for patients")
    return fine("settings", f"version {settings.version}, from {', '.join(settings.layers)}")


def _stray_settings(settings: Settings) -> Iterator[Finding]:
    for path in stray_settings(settings.staff_pin):
        yield warning("settings", f"{path} is not read", 'give it a name that ends in ".toml"')


def _content(settings: Settings, today: datetime.date) -> Iterator[Finding]:
    # Reading all texts takes a moment, which only this command has.
    from kiosk.content.claims import expiring  # noqa: PLC0415
    from kiosk.content.files import load_content  # noqa: PLC0415
    from kiosk.content.folders import folders_of  # noqa: PLC0415

    folders = folders_of(settings)
    for refused in folders.refused_pictures():
        yield warning("content", str(refused), "kiosk content check --own")
    for stray in folders.unrecognized_files():
        yield warning("content", str(stray), "give it the name of the file it replaces")
    soon: dict[str, datetime.date] = {}
    for language in settings.file.languages:
        subject = f"content {language}"
        try:
            content = load_content(folders, language, settings.placeholders, today)
        except ContentError as error:
            found = str(error).split("\n")
            yield problem(
                subject,
                f"{counted(len(found), 'problem:', 'problems, such as')} {found[0]}",
                "kiosk content check",
            )
            continue
        soon = expiring(content.sources, today)
        drafts = [key for key, reviewed in content.reviews.items() if reviewed.is_draft]
        void = [key for key in drafts if content.reviews[key].is_void]
        if void:
            changed = f"changed since they were signed, so the signature is void: {', '.join(void)}"
            yield warning(f"signatures {language}", changed, "kiosk content review, and sign again")
        if content.left_out:
            yield warning(subject, f"no self-check: {content.left_out}", "kiosk content check")
        elif drafts:
            yield warning(subject, f"drafts: {', '.join(drafts)}", "kiosk content review, and sign")
        else:
            yield fine(subject, f"all signed, version {content.version}")
    if soon:
        first, day = next(iter(soon.items()))
        due = (
            f"{counted(len(soon), 'source must', 'sources must')} be read again, {first} by {day.isoformat()}"
        )
        yield warning("sources", due, "a clinician compares the texts with them; take the next version")


def _calendar(settings: Settings, today: datetime.date) -> Finding:
    clinic = settings.file.clinic
    if last := clinic.promise.runs_out(today):
        return warning(
            "calendar",
            f"no closed day after {last.isoformat()} is known",
            "add the next holidays to closed_days of [clinic], and at the desk",
        )
    coming = [day for day in sorted(clinic.closed_days) if day >= today]
    closed = f"closed next on {coming[0].isoformat()}" if coming else "no closed days"
    return fine("calendar", f"working days: {', '.join(clinic.open_weekdays)}; {closed}")


def _recipients(settings: Settings, now: datetime.datetime) -> Finding:
    try:
        keys = intake_of(settings, Spool(settings.spool)).recipients()
    except KioskError as error:
        return problem("recipients", str(error), CLOSED)
    if reason := who_else_writes(settings.recipients):
        return warning("recipients", reason, "an installed program would refuse it")
    since = datetime.datetime.fromtimestamp(settings.recipients.stat().st_mtime, now.tzinfo)
    words = " ".join(check_code(keys))
    found = f"check code, to compare with the desk: {words}; last written {since:%Y-%m-%d %H:%M %z}"
    return fine("recipients", found)


def _spool(settings: Settings, now: datetime.datetime) -> Finding:
    if is_administrator():
        found = "not tried: what an administrator writes would not belong to the kiosk"
        return warning("spool", found, "run the doctor as the user the kiosk runs as")
    spool = Spool(settings.spool)
    try:
        spool.create_folders()
        closed_reason = intake_of(settings, spool).closed_reason(now)
        waiting = spool.waiting()
        kept = (*waiting, *spool.on_the_way())
        damaged = (*spool.damaged_names(), *names_of(EnvelopeState.DAMAGED, *kept))
    except KioskError as error:
        return problem("spool", str(error), CLOSED)
    if closed_reason:
        return problem("spool", closed_reason, CLOSED)
    if unread := names_of(EnvelopeState.UNREAD, *kept):
        found = f"{counted(len(unread), 'request')} cannot be read now: {', '.join(unread)}"
        return warning("spool", found, "look at the disk; they wait on")
    if damaged:
        found = f"{counted(len(damaged), 'damaged envelope')}: {', '.join(damaged)}"
        return warning("spool", found, f"look into {spool.root}")
    return fine(
        "spool", f"written, synced and read back; {counted(len(waiting), 'request waits', 'requests wait')}"
    )


def _space(spool: Path) -> Finding:
    # Path.is_dir raises for a folder above that may not be read.
    folder = next(place for place in (spool, *spool.parents) if os.path.isdir(place))  # noqa: PTH112
    free = shutil.disk_usage(folder).free // _MEGABYTE
    if free < MIN_FREE_MEGABYTES:
        return problem("space", f"{free} MB free at {folder}", f"free {MIN_FREE_MEGABYTES} MB")
    return fine("space", f"{free} MB free at {folder}")


def _staff_pin(settings: Settings) -> Finding:
    # Loaded here: only this command, and staff who come, need what checks a PIN.
    from kiosk.store.staff_pin import pin_fault  # noqa: PLC0415

    if fault := pin_fault(settings.staff_pin):
        return problem("staff PIN", fault, "kiosk staff-pin set")
    return fine("staff PIN", "set")


def _share(settings: Settings) -> Iterator[Finding]:
    if settings.share is None:
        return
    fault = share_fault(settings.share)
    yield problem("share", *fault) if fault else fine("share", f"{settings.share} is there")


def _clock(now: datetime.datetime) -> Finding:
    if now.year < _MADE_IN:
        return problem("clock", f"it says {now:%Y-%m-%d}", "set it, or the network time service")
    if sys.platform == "linux" and not _CLOCK_IS_SET.exists():
        return warning("clock", f"{now:%Y-%m-%d %H:%M %z}, not known to be right", "timedatectl")
    return fine("clock", f"{now:%Y-%m-%d %H:%M %z}")


def _user() -> Finding:
    if is_administrator():
        return warning("user", "an administrator", "run the kiosk as a user of its own")
    return fine("user", "no administrator")


def _sound(table: Path) -> Finding:
    """Name the sound outputs of this machine; this version plays no sound."""
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    outputs = [line.split(" - ", 1)[1] for line in lines if "]: " in line]
    return fine("sound", f"this kiosk plays none; outputs here: {', '.join(outputs) or 'none'}")


def _swap(table: Path) -> Iterator[Finding]:
    """Swap in the clear; what the device mapper or zram holds is taken as encrypted or memory."""
    if sys.platform != "linux":
        return
    places = [line.split()[0] for line in table.read_text("utf-8").splitlines()[1:]]
    plain = [place for place in places if not place.startswith(("/dev/dm-", "/dev/zram"))]
    if plain:
        found = f"{', '.join(plain)}: what a visitor types could be written there"
        yield warning("swap", found, "turn it off or encrypt it")
    else:
        yield fine("swap", "none in the clear")


def _locks(system_keys: Path) -> Iterator[Finding]:
    """Find what lets a visitor past the kiosk with a keyboard."""
    if not system_keys.is_file():
        return
    if system_keys.read_text("utf-8").strip() == "0":
        yield fine("locks", "the system's magic keys are off")
    else:
        yield warning("locks", "the system's magic keys are on", "sysctl kernel.sysrq=0")
