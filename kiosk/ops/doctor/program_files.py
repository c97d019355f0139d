"""Whether the installed program is whole: words, pictures, fonts, plugins, against the shipped checksums."""

import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.version import is_traceable
from kiosk.ops.doctor.findings import Finding, System, fine, problem, warning
from kiosk.store.text_files import NotText, read_text_file

SUMS: Final = "SHA256SUMS"
_REMEDY: Final = "apt-get install --reinstall of the package that is installed; if it comes back, the disk"
_MOST_TOLD: Final = 10
"""Chosen: a folder that is gone says no more with its three hundredth line."""


def program(version: str) -> Finding:
    """Say which version this is: the same words as in the package, the bill of materials and About."""
    if is_traceable(version):
        return fine("program", version)
    remedy = "install a release: from which sources this was built cannot be told"
    return warning("program", version, remedy)


def program_files(system: System, _now: datetime.datetime) -> Iterator[Finding]:
    """Compare every file of the program with its checksum; a program that runs from its sources has none."""
    if system.program is None:
        return
    try:
        lines = read_text_file(system.program / SUMS).splitlines()
    except OSError as error:
        yield problem("files", f"{system.program / SUMS} cannot be read ({error.strerror})", _REMEDY)
        return
    except NotText as reason:
        yield problem("files", f"{system.program / SUMS} {reason}", _REMEDY)
        return
    sums = [(line.partition("  ")[0], system.program / line.partition("  ")[2]) for line in lines]
    damaged = [f"{path} {fault}" for told, path in sums if (fault := _fault(path, told))]
    for found in damaged[:_MOST_TOLD]:
        yield problem("files", found, _REMEDY)
    if damaged[_MOST_TOLD:]:
        yield problem("files", f"{counted(len(damaged[_MOST_TOLD:]), 'file')} more, as these", _REMEDY)
    if not sums:
        yield problem("files", f"{system.program / SUMS} is empty", _REMEDY)
    elif not damaged:
        yield fine("files", f"all {len(sums)} are as they were shipped")


def _fault(path: Path, told: str) -> str:
    try:
        if not path.is_file():
            return "is missing"
        with path.open("rb") as file:
            is_same = hashlib.file_digest(file, "sha256").hexdigest() == told
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "" if is_same else "is damaged: it is not the file that was shipped"
