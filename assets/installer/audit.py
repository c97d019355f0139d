"""`make audit`: how old the interpreter is, and what a saved list of advisories (OSV) says of each part."""

import dataclasses
import datetime
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from packaging.version import InvalidVersion, Version

from assets.installer.bill import Part, locked_sums, part_of

SAVED: Final = Path(__file__).resolve().parents[2] / "build" / "advisories"
ECOSYSTEMS: Final = {"pypi": "PyPI", "cargo": "crates.io"}
"""What OSV calls where a package URL is from; of all else, such as Qt, it has no list by name."""
OLD_YEARS: Final = 1
"""An interpreter whose source is of the year before the last one has no security releases of a year."""


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """One part, or a part in a part: how OSV names it, and through which package it came."""

    ecosystem: str
    name: str
    version: str
    through: str


def age_of_python(today: datetime.date, notice: str = sys.copyright) -> str:
    """Say of which year the interpreter's source is, by its copyright notice, and whether that is old."""
    version = sys.version.split()[0]
    year = re.search(r"2001-(\d{4})", notice)
    if year is None:
        return f"Python {version} does not say how old it is: look it up at python.org/downloads."
    years = today.year - int(year[1])
    told = f"Python {version} is of {year[1]}"
    if years > OLD_YEARS:
        return f"OLD: {told}, {years} years ago: build with the newest patch level of its line."
    return f"{told}."


def held(parts: Iterable[Part]) -> Iterator[Held]:
    """Yield all parts that OSV may know, and what is inside of them."""
    for part in parts:
        for each in (part, *part.inside):
            kind = re.match(r"pkg:(\w+)/", each.purl)
            if kind and kind[1] in ECOSYSTEMS:
                name = each.purl.split("/", 1)[1].split("@")[0]
                yield Held(ECOSYSTEMS[kind[1]], name, each.version, part.name)


def saved_advisories(folder: Path) -> list[Mapping[str, Any]]:
    """Return the advisories of a folder, one or several in a file. Raises SystemExit for another file."""
    found: list[Mapping[str, Any]] = []
    for file in sorted(folder.rglob("*.json")):
        try:
            read = json.loads(file.read_text("utf-8"))
        except ValueError:
            raise SystemExit(f"{file} is no JSON: save it anew from osv.dev.") from None
        several = read if isinstance(read, list) else [read]
        if not all(isinstance(each, dict) and "id" in each for each in several):
            raise SystemExit(f"{file} holds no advisory in the format of osv.dev.")
        found += several
    return [each for each in found if "withdrawn" not in each]


def concerns(advisory: Mapping[str, Any], part: Held) -> bool:
    """Whether an advisory speaks of this version of a part."""
    for affected in advisory.get("affected", ()):
        package = affected.get("package", {})
        name = re.sub(r"[-_.]+", "-", package.get("name", "")).lower()
        if (package.get("ecosystem"), name) != (part.ecosystem, re.sub(r"[-_.]+", "-", part.name).lower()):
            continue
        if part.version in affected.get("versions", ()):
            return True
        ranges = [
            each["events"] for each in affected.get("ranges", ()) if each["type"] in {"ECOSYSTEM", "SEMVER"}
        ]
        if any(_is_between(part.version, events) for events in ranges):
            return True
    return False


def _is_between(version: str, events: Iterable[Mapping[str, str]]) -> bool:
    """Whether a version lies behind an `introduced` and before the `fixed` after it; in doubt it does."""
    is_inside = False
    try:
        mine = Version(version)
        for event in events:
            if "introduced" in event and mine >= Version(event["introduced"]):
                is_inside = True
            if "fixed" in event and mine >= Version(event["fixed"]):
                is_inside = False
            if "last_affected" in event and mine > Version(event["last_affected"]):
                is_inside = False
    except InvalidVersion:
        return True
    return is_inside


def findings(parts: Iterable[Held], advisories: Iterable[Mapping[str, Any]]) -> list[str]:
    """Say in a line what each advisory that concerns a part is about."""
    known = list(advisories)
    return [
        f"{part.name} {part.version} (through {part.through}): {each['id']}: {each.get('summary', '?')}"
        for part in parts
        for each in known
        if concerns(each, part)
    ]


def main(folder: Path = SAVED) -> int:
    """Print what was found; returns 1 when an advisory concerns a part."""
    print(age_of_python(datetime.datetime.now(datetime.UTC).date()))
    advisories = saved_advisories(folder)
    if not advisories:
        print(f"No list of advisories is here, so nothing was compared: save those of osv.dev in {folder}.")
        return 0
    parts = sorted(
        {each for name in _installed() for each in held([part_of(name)])}, key=lambda each: each.name
    )
    found = findings(parts, advisories)
    print(*found, sep="\n", end="\n" if found else "")
    counts = f"{len(parts)} parts were compared with {len(advisories)} advisories"
    print(f"{counts}: {len(found) or 'none'} concern them. Qt, Python and ICU are in no such list.")
    return 1 if found else 0


def _installed() -> list[str]:
    """Return the packages of the lock that this system has; others are for other systems."""
    import importlib.metadata  # noqa: PLC0415  # nothing else needs it

    there = {re.sub(r"[-_.]+", "-", each.name).lower() for each in importlib.metadata.distributions()}
    return sorted(there & locked_sums().keys())


if __name__ == "__main__":
    sys.exit(main())
