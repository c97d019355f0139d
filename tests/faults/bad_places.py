"""Where bad files may stand in a clinic, which kinds there are, and what must hold about each of them."""

import contextlib
import dataclasses
import functools
import grp  # noqa: F401  # a refusal names the owner; nobody may not load it where Python is root's
import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from kiosk.core.errors import KioskError
from tests.bad_files import BAD, without_waiting
from tests.faults.whole_clinic import AT_DESK, AT_KIOSK, WITH_TEXTS, Done, Told, WholeClinic

_NOBODY: Final = 65534
_MOST_GROWTH_KB: Final = 400_000
"""Of memory, by a file of 2 GB: far more than what is read of it, far less than the file."""
_OWN_CONTENT: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "with a mark": lambda sound: b"\xef\xbb\xbf" + sound,
    "UTF-16": lambda sound: sound.decode("latin-1").encode("utf-16"),
    "truncated": lambda sound: sound[: len(sound) // 2],
}
_LINKS_OUT: Final = ("link out", "link to nothing there", "/dev/null")
KINDS: Final = (*BAD, *_OWN_CONTENT, *_LINKS_OUT, "zeros of a device", "no right")


@dataclasses.dataclass(frozen=True)
class Place:
    """A file of a clinic, by a pattern that fits one file at least; the first one is spoilt.

    refuses: what may answer with a sentence instead of being done; costs: by how much less may be done;
    is_healed: nobody needs to be told; is_named_by_people: a link to another place is followed.
    """

    where: str
    refuses: tuple[str, ...] = ()
    costs: int = 0
    is_healed: bool = False
    is_named_by_people: bool = False

    @property
    def group(self) -> str:
        """What it lies in."""
        return "/".join(self.where.split("/")[:2])

    def in_(self, root: Path) -> Path:
        """Return the file."""
        return min(root.glob(self.where)) if "*" in self.where else root / self.where


_BY_SUBJECT: Final = ("doctor", "content check")
"""Tell what is wrong with each part: what closes the form is said of the spool, too."""
_OF_ALL_OR_NONE: Final = ("backup", "export")
"""May refuse what would be incomplete, or doubled, while the disk does not give a file."""
_TAKE_INS: Final = ("take in stick", "take in share", "take in kiosk")
_ENVELOPE: Final = "2026*.age"
PLACES: Final = (
    *(
        Place(f"kiosk/spool/{folder}/{_ENVELOPE}", costs=1)
        for folder in ("new", "collected", "exported", "quarantine")
    ),
    Place("kiosk/spool/new/stranger"),
    Place("kiosk/spool/tmp/20261123.x.part", is_healed=True),
    Place("kiosk/spool/tmp/probe", is_healed=True),
    Place("kiosk/spool/jobs/0001.json", is_healed=True),
    *(
        Place(f"kiosk/spool/state/{name}", is_healed=True)
        for name in ("sequence", "sequence-copy", "ballast", "retention.json", "pin-guesses")
    ),
    Place("kiosk/spool/state/kiosk-id", ("visitor asks",), costs=1, is_healed=True),
    Place("kiosk/kiosk.toml", ("settings",), is_named_by_people=True),
    Place("kiosk/conf.d/10-it.toml", ("settings",), is_named_by_people=True),
    Place("kiosk/conf.d/.10-it.toml.swp", is_healed=True),
    Place(
        "kiosk/recipients.txt", ("visitor asks", "visitor takes it back"), costs=1, is_named_by_people=True
    ),
    Place("kiosk/staff-pin", ("staff come in",)),
    Place("stick/recipients.txt", costs=1),
    *(
        Place(f"{to}/call-requests/{_ENVELOPE}{end}", costs=1)
        for to, end in (("stick", ""), ("share", ".receipt"))
    ),
    *(
        Place(f"{to}/call-requests/{name}", is_healed=True)
        for to in ("stick", "share")
        for name in ("20261123.age.x.part", "stranger", ".hidden")
    ),
    Place("office/spool/new/stranger"),
    Place("office/spool/tmp/20261123.x.part", is_healed=True),
    Place(f"office/spool/exported/{_ENVELOPE}", costs=1),
    Place(f"office/spool/quarantine/{_ENVELOPE}"),
    Place("office/spool/jobs/0001.json", ("lists", "people"), costs=2),
    Place("office/spool/state/forgotten.json"),
    Place("office/spool/state/due.json", is_healed=True),
    Place("office/spool/state/export.lock", ("export",)),
    Place(f"office/calls/new/{_ENVELOPE}", costs=1),
    Place(f"office/notes/new/{_ENVELOPE}", costs=1),
    Place(f"office/numbers/new/{_ENVELOPE}", costs=1),
    Place("office/claims/c*.json", costs=1, is_healed=True),
    Place("office/claims/stranger", is_healed=True),
    Place("office/lists/callbacks-20261123-180000-job0001.csv", is_healed=True),
    Place("office/ben.key", ("desk opens", "backup")),
    Place(
        "office/desk.toml",
        ("desk opens", "lists", "list of calls", "call recorded", "backup", *_TAKE_INS),
        costs=2,
        is_named_by_people=True,
    ),
    Place(
        "office/recipients.txt",
        ("desk opens", "call recorded", "carry recipients", "backup", "people", *_TAKE_INS),
        costs=2,
        is_named_by_people=True,
    ),
    Place("config/folder.txt", ("desk opens",), is_healed=True),
    Place("kiosk-desk.zip", ("restore",), is_named_by_people=True),
)
TEXTS: Final = (
    Place("kiosk/own/en/cards/4-injury.toml", is_named_by_people=True),
    Place("kiosk/own/en/spelling.txt", is_named_by_people=True),
    Place("kiosk/own/pictures/injury-healthy.svg", is_named_by_people=True),
    Place("kiosk/own/en/stranger"),
)


CARRIED: Final = ("stick/call-requests", "share/call-requests")
FOLDERS: Final = (
    *CARRIED,
    *(
        f"kiosk/spool/{name}"
        for name in ("tmp", "new", "collected", "exported", "quarantine", "jobs", "state")
    ),
    *(f"office/spool/{name}" for name in ("tmp", "new", "exported", "quarantine", "jobs", "state")),
    *(f"office/{name}" for name in ("calls/new", "calls/tmp", "notes/new", "numbers/new", "claims", "lists")),
    *("kiosk/conf.d", "kiosk/spool", "kiosk/own/en/cards", "office/spool", "stick", "share", "config"),
)
FOR_FOLDERS: Final = ("empty", "pipe", "dead link", "looping link", "device", "no right")
_EVERY_ACT: Final = {**AT_KIOSK, **WITH_TEXTS, **AT_DESK}


def acts_on(place: Place) -> Mapping[str, Callable[[WholeClinic], Done]]:
    """Return what somebody does that may meet a file there."""
    if place in TEXTS:
        return {**WITH_TEXTS, "doctor": AT_KIOSK["doctor"]}
    return _acts_at(place.where)


def _acts_at(where: str) -> Mapping[str, Callable[[WholeClinic], Done]]:
    if where.startswith(("office", "config", "kiosk-desk")):
        return AT_DESK
    if where.startswith("kiosk/") and "spool" not in where:
        return AT_KIOSK
    return {**AT_KIOSK, **{name: AT_DESK[name] for name in (*_TAKE_INS, "list of calls", "carry recipients")}}


def plant(kind: str, path: Path, outside: Path) -> None:
    """Put a bad file in the place of a good one, or where none was."""
    sound = path.read_bytes() if path.is_file() else b"{}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if kind in BAD:
        BAD[kind](path)
    elif kind in _OWN_CONTENT:
        path.write_bytes(_OWN_CONTENT[kind](sound))
    elif kind == "/dev/null":
        path.symlink_to("/dev/null")
    elif kind == "zeros of a device":
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    elif kind == "no right":
        path.write_bytes(sound)
        path.chmod(0)
    else:
        if kind == "link out":
            (outside / path.name).write_bytes(sound)
        path.symlink_to(outside / path.name)


@contextlib.contextmanager
def as_nobody() -> Iterator[Path]:
    """Return a folder, and be a user for the time who is no administrator."""
    root = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    try:
        if is_root:
            root.chmod(0o755)
        yield root
    finally:
        if is_root:
            os.seteuid(0)
        shutil.rmtree(root, ignore_errors=True)


def _given_away(root: Path) -> None:
    """Let nobody own all of it, and become nobody."""
    if os.geteuid() == 0:
        for folder, _, files in os.walk(root):
            for path in (folder, *(os.path.join(folder, name) for name in files)):  # noqa: PTH118  # many files
                os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
        os.seteuid(_NOBODY)


def _state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.name: (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


@functools.cache
def _done_in(clinic: WholeClinic, acts: tuple[str, ...]) -> Mapping[str, int]:
    """Return how much is done where no file is bad."""
    with as_nobody() as root:
        whole = clinic.copied_to(root / "clinic")
        return {name: _EVERY_ACT[name](whole)[0] for name in acts}


@dataclasses.dataclass
class _Trial:
    """What came of one bad file so far; was_less: something was not done."""

    place: Place
    kind: str
    path: Path
    was_told: bool = False
    was_less: bool = False

    def faults_of(self, name: str, act: Callable[[], Done], whole: int) -> Iterator[str]:
        """Let somebody act, and say what is wrong; whole: what is done where no file is bad."""
        done = whole
        try:
            with without_waiting():
                done, told = act()
        except KioskError as error:
            told = [str(error)]
            if not self._may_refuse(name, told):
                yield f"{name} refuses: {error}"
        except BaseException as error:  # noqa: BLE001  # whatever comes, the others are still looked at
            yield f"{name} stops: {type(error).__name__}: {error}"
            return
        if done < whole - self.place.costs:
            yield f"{name} does {done} of {whole}"
        named = sum(_is_named(self.path, sentence) for sentence in told)
        if named > 1 and name not in _BY_SUBJECT:
            yield f"{name} names it twice: {told}"
        self.was_told = self.was_told or named > 0
        self.was_less = self.was_less or done < whole

    def _may_refuse(self, name: str, told: Told) -> bool:
        is_right = name in self.place.refuses or (self.kind == "no right" and name in _OF_ALL_OR_NONE)
        is_named = _is_named(self.path, told[0]) or str(self.path.parent) in told[0]
        return is_right and (is_named or self.place.is_healed)


def faults(clinic: WholeClinic, place: Place, kind: str) -> Iterator[str]:
    """Say what is wrong when such a file stands in such a place: nothing, one hopes."""
    acts = acts_on(place)
    whole = _done_in(clinic, tuple(acts))
    with as_nobody() as root:
        spoilt = clinic.copied_to(root / "clinic")
        outside = root / "outside"
        outside.mkdir()
        trial = _Trial(place, kind, place.in_(spoilt.root))
        plant(kind, trial.path, outside)
        if kind == "no right":
            _given_away(root)
        before, memory = _state(outside), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = [
            each
            for name, act in acts.items()
            for each in trial.faults_of(name, functools.partial(act, spoilt), whole[name])
        ]
        if trial.was_less and not trial.was_told and not place.is_healed:
            found.append("nobody is told")
        if _state(outside) != before:
            found.append("something was written outside")
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory > _MOST_GROWTH_KB:
            found.append("the file is read whole")
        yield from (f"{kind} at {place.where}: {each}" for each in found)


def _is_named(path: Path, sentence: str) -> bool:
    is_long = path.name.startswith("2026")  # such names are shown by their beginning
    return (path.name[:17] if is_long else path.name) in sentence


def folder_faults(clinic: WholeClinic, folder: str, kind: str) -> Iterator[str]:
    """Say what is wrong when such a thing stands in the place of a folder; a sentence is enough."""
    acts = _acts_at(folder)
    _done_in(clinic, tuple(acts))  # loads what they need: where Python is root's, nobody may not
    with as_nobody() as root:
        spoilt = clinic.copied_to(root / "clinic")
        outside, path = root / "outside", spoilt.root / folder
        shutil.copytree(path, outside, symlinks=True)
        if kind == "no right":
            _given_away(root)
            path.chmod(0)
        else:
            shutil.rmtree(path)
            path.symlink_to(outside) if kind == "link out" else BAD[kind](path)
        before = _state(outside)
        for name, act in acts.items():
            try:
                with without_waiting():
                    act(spoilt)
            except KioskError:
                continue
            except BaseException as error:  # noqa: BLE001  # whatever comes, the others are still looked at
                yield f"{kind} for {folder}: {name} stops: {type(error).__name__}: {error}"
        if _state(outside) != before:
            yield f"{kind} for {folder}: something was written outside"
        if kind == "no right":
            path.chmod(0o700)
