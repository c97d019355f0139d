"""What is checked in a finished program, and what is put beside it: licences, versions, bill of materials."""

import dataclasses
import datetime
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6

from assets.installer.bundle import GPL_ONLY, KIOSK, UNSEALING, Program, unlisted
from assets.installer.stamp import STAMPED
from kiosk.ops.source_version import last_commit
from kiosk.ops.version import version

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
LICENSE_NAMES: Final = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
UNTOLD: Final = {"pyrage": "MIT", "segno": "BSD-3-Clause"}
"""Licences that stand in the package's licence file and not, or not as SPDX, in its metadata."""
NAMESPACE: Final = uuid.UUID("6f0a1c1e-52a4-4f1c-9d5b-6a6f1f7f3b52")
"""Names the bill of materials of one build the same each time."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Something by others that is inside: name, version, licence as an SPDX expression."""

    name: str
    version: str
    licence: str


def own_folders() -> set[str] | None:
    """Return where Python and its packages lie; None where no system library is ever collected (Windows)."""
    if sys.platform != "linux":
        return None
    return {sys.prefix, *(sysconfig.get_path(name) for name in ("stdlib", "platstdlib"))}


def imported_qml(folder: Path) -> set[str]:
    """Return the folders of Qt's QML modules that QML below `folder` imports, by Qt's own scanner."""
    import PySide6  # noqa: PLC0415  # only where the programs are built

    qt = Path(PySide6.__file__).parent / ("Qt" if sys.platform != "win32" else "")
    scanner = shutil.which("qmlimportscanner", path=f"{qt / 'libexec'}{os.pathsep}{qt}")
    if scanner is None:
        raise SystemExit("qmlimportscanner is missing: install PySide6-Essentials again.")
    done = subprocess.run(  # noqa: S603  # Qt's own program
        [scanner, "-rootPath", str(folder), "-importPath", str(qt / "qml")], capture_output=True, check=True
    )
    return {entry["relativePath"] for entry in json.loads(done.stdout) if "relativePath" in entry}


def finish(program: Program, folder: Path, analysis: Any, imported: Iterable[str]) -> None:
    """Refuse a folder that breaks a promise, else write LICENSES, VERSION, sbom.cdx.json and SHA256SUMS.

    analysis: PyInstaller's, for the names of the Python modules inside.
    """
    modules = {name for name, _, _ in analysis.pure}
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    problems = [f"{name}: Qt under the GPL only" for name in sorted(names) if GPL_ONLY.search(name)]
    if STAMPED not in modules:
        problems.append(f"{STAMPED}: missing, so that the program would not know its version")
    if program is KIOSK:
        problems += [f"{name}: opens requests" for name in sorted(modules) if name.startswith(UNSEALING)]
        problems += [f"{name}: imported, and on no list" for name in sorted(unlisted(program, imported))]
    if problems:
        raise SystemExit("\n".join(problems))
    parts = sorted(
        _python_parts(modules | _bound_modules(names)) | _other_parts(program), key=lambda part: part.name
    )
    _write_licences(folder / "LICENSES", parts)
    (folder / "VERSION").write_text(_version(program, parts), encoding="utf-8")
    (folder / "sbom.cdx.json").write_text(_bill(program, parts, folder), encoding="utf-8")
    (folder / "SHA256SUMS").write_text(_sums(folder), encoding="utf-8")


def _forget_search_paths(folder: Path) -> None:
    """Take folders of the machine where Python was compiled out of where libraries are looked for."""
    chrpath = shutil.which("chrpath")
    if sys.platform != "linux" or chrpath is None:
        return
    for library in (path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink()):
        told = subprocess.run([chrpath, "--list", str(library)], capture_output=True, text=True, check=False)  # noqa: S603
        if "PATH=/" in told.stdout:
            subprocess.run([chrpath, "--delete", str(library)], capture_output=True, check=True)  # noqa: S603


def _bound_modules(names: Iterable[str]) -> set[str]:
    inside = (name.removeprefix("_internal/") for name in names if name.startswith("_internal/"))
    return {name.split("/")[0].split(".")[0] for name in inside}


def _python_parts(modules: Iterable[str]) -> set[Part]:
    known = importlib.metadata.packages_distributions()
    tops = {name.split(".")[0] for name in modules}
    return {_part(name) for top in tops for name in known.get(top, ()) if name != "kiosk"}


def _part(distribution: str) -> Part:
    about = importlib.metadata.metadata(distribution)
    classified = [
        value.rsplit(" :: ", 1)[1]
        for value in about.get_all("Classifier") or []
        if value.startswith("License ::")
    ]
    told = [value for field in ("License-Expression", "License") for value in about.get_all(field) or []]
    licence = UNTOLD.get(distribution) or [*told, ", ".join(classified)][0]
    return Part(distribution, about["Version"], licence.strip().split("\n")[0] or "NOASSERTION")


def _other_parts(program: Program) -> set[Part]:
    from PySide6.QtCore import qVersion  # noqa: PLC0415  # as above

    typefaces = {Part("Be Vietnam Pro", "1.2", "OFL-1.1")} if program is KIOSK else set()
    return typefaces | {
        Part("Qt", qVersion(), "LGPL-3.0-only"),
        Part("ICU", "73", "ICU"),
        Part("Python", sys.version.split()[0], "PSF-2.0"),
    }


def _write_licences(folder: Path, parts: Iterable[Part]) -> None:
    folder.mkdir()
    for text in (*HERE.glob("licenses/*"), ROOT / "LICENSE"):
        name = text.name if text.suffix else "Apache-2.0.txt"
        shutil.copyfile(text, folder / name)
    shutil.copyfile(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", folder / "Python.txt")
    for part in parts:
        try:
            files = importlib.metadata.files(part.name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        for number, file in enumerate(sorted(f for f in files if LICENSE_NAMES.search(f.name)), start=1):
            shutil.copyfile(str(file.locate()), folder / f"{part.name}-{number}.txt")


def _version(program: Program, parts: Iterable[Part]) -> str:
    commit = last_commit(ROOT)
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    lines = [
        f"{program.name} {version()}",
        f"commit {commit.hash if commit else 'unknown'}",
        f"requirements.lock sha256 {lock}",
    ]
    return "\n".join([*lines, *(f"{part.name} {part.version} ({part.licence})" for part in parts), ""])


def _bill(program: Program, parts: Iterable[Part], folder: Path) -> str:
    licences = LicenseFactory()
    bom = Bom(serial_number=uuid.uuid5(NAMESPACE, f"{program.name} {version()}"))
    bom.metadata.timestamp = datetime.datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.UTC
    )
    executable = folder / (f"{program.name}.exe" if sys.platform == "win32" else program.name)
    bom.metadata.component = Component(
        name=program.name,
        version=version(),
        type=ComponentType.APPLICATION,
        bom_ref=program.name,
        licenses=[licences.make_from_string("Apache-2.0")],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=_sum(executable))],
    )
    inside = [
        Component(
            name=part.name,
            version=part.version,
            bom_ref=f"{part.name}@{part.version}",
            licenses=[licences.make_from_string(part.licence)],
        )
        for part in parts
    ]
    bom.components.update(inside)
    bom.register_dependency(bom.metadata.component, inside)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _sums(folder: Path) -> str:
    # Links too: the program does not start without those that name its libraries.
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
