"""What is checked in a finished program, and what is put beside it: licences, versions, bill of materials."""

import hashlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from assets.installer.bill import Part, bill, part_of, python, qt
from assets.installer.bundle import GPL_ONLY, KIOSK, UNSEALING, Program, unlisted
from assets.installer.licences import write_licences
from assets.installer.shiboken import PACKAGE
from assets.installer.stamp import STAMPED
from kiosk.ops.source_version import last_commit
from kiosk.ops.version import version

ROOT: Final = Path(__file__).resolve().parents[2]


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
    if f"{PACKAGE}.signature.loader" not in modules:
        problems.append(f"{PACKAGE}: missing, so that nothing of Qt could be imported")
    if program is KIOSK:
        problems += [f"{name}: opens requests" for name in sorted(modules) if name.startswith(UNSEALING)]
        problems += [f"{name}: imported, and on no list" for name in sorted(unlisted(program, imported))]
    if problems:
        raise SystemExit("\n".join(problems))
    parts = sorted(
        _python_parts(modules | _bound_modules(names)) | _other_parts(program, folder),
        key=lambda part: part.name,
    )
    write_licences(folder / "LICENSES", parts)
    (folder / "VERSION").write_text(_version(program, parts), encoding="utf-8")
    executable = folder / (f"{program.name}.exe" if sys.platform == "win32" else program.name)
    told = bill(program.name, version(), parts, executable)
    (folder / "sbom.cdx.json").write_text(told, encoding="utf-8")
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
    return {part_of(name) for top in tops for name in known.get(top, ()) if name != "kiosk"}


def _other_parts(program: Program, folder: Path) -> set[Part]:
    from PySide6.QtCore import qVersion  # noqa: PLC0415  # as above

    typeface = Part(
        *("Be Vietnam Pro", "1.2", "OFL-1.1", "The Be Vietnam Pro Project Authors"),
        purl="pkg:generic/be-vietnam-pro@1.2",
    )
    icu = Part(
        *("ICU", "73", "ICU", "Unicode, Inc."),
        purl="pkg:generic/icu@73",
        cpe="cpe:2.3:a:unicode:international_components_for_unicode:73:*:*:*:*:*:*:*",
    )
    return ({typeface} if program is KIOSK else set()) | {
        *(qt(qVersion(), folder), icu, python()),
        part_of("pyinstaller"),  # the executable is its bootloader
    }


def _version(program: Program, parts: Iterable[Part]) -> str:
    commit = last_commit(ROOT)
    lock = hashlib.sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()
    lines = [
        f"{program.name} {version()}",
        f"commit {commit.hash if commit else 'unknown'}",
        f"requirements.lock sha256 {lock}",
    ]
    return "\n".join([*lines, *(f"{part.name} {part.version} ({part.licence})" for part in parts), ""])


def _sums(folder: Path) -> str:
    # Links too: the program does not start without those that name its libraries.
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
