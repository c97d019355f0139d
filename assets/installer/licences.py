"""The licence texts of a program: of each part its own, else the general one of its licence, and a list."""

import importlib.metadata
import re
import shutil
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from assets.installer.bill import Part

HERE: Final = Path(__file__).resolve().parent / "licenses"
LIST: Final = "README.txt"
LICENSE_NAMES: Final = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
OWN: Final = {
    "Be Vietnam Pro": ("OFL-1.1-Be-Vietnam-Pro.txt",),
    "i18n-config": ("i18n-embed.txt",),
    "i18n-embed-fl": ("i18n-embed.txt",),
    "i18n-embed-impl": ("i18n-embed.txt",),
    "libjpeg-turbo": ("libjpeg-turbo.txt", "IJG.txt"),
    "libmpdec": ("Python-incorporated.txt",),
    "rust-embed-impl": ("rust-embed.txt",),
    "rust-embed-utils": ("rust-embed.txt",),
    "target-lexicon": ("target-lexicon.txt",),
    "tinystr": ("Apache-2.0.txt", "Unicode-DFS-2016.txt"),
}
"""The part's own texts where they are not called as it is; of tinystr its metadata tell no licence."""
GENERAL: Final = {
    "LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "Apache-2.0": ("Apache-2.0.txt",),
    "MIT OR Apache-2.0": ("Apache-2.0.txt",),
    "Apache-2.0 OR MIT": ("Apache-2.0.txt",),
    "MIT OR Apache-2.0 OR BSD-1-Clause": ("Apache-2.0.txt",),
    "Apache-2.0 OR BSL-1.0": ("Apache-2.0.txt",),
    "Apache-2.0 OR GPL-2.0-only": ("Apache-2.0.txt",),
    "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT": ("Apache-2.0.txt",),
    "(MIT OR Apache-2.0) AND Unicode-DFS-2016": ("Apache-2.0.txt", "Unicode-DFS-2016.txt"),
    "Unlicense OR MIT": ("Unlicense.txt",),
    "MIT": ("MIT.txt",),
}
"""Of a licence the text; where several are offered, of the one that is taken: it names no holder."""
UNNAMED: Final = "MIT.txt"
"""A general text that lacks the holder's name."""
_HEAD: Final = """\
Under which licence each part is inside, and which file here has its text. Where several licences are offered,
the first file is of the one that is taken. The same parts are in sbom.cdx.json.

Qt and PySide are used under the LGPL. Their sources: https://download.qt.io/archive (qt, and QtForPython), of
the version below; their libraries are files of their own, which you may replace. Qt holds more small pieces
by others than its libraries tell; they and their texts: https://doc.qt.io/qt-6/licenses-used-in-qt.html.

The wheels of Qt and pyrage have no texts of what is compiled in. Those here are from its makers' sources (of
ICU and Python from Debian), not always of this very version.
"""


def texts_of(part: Part) -> list[tuple[str, Path]]:
    """Return the texts of a part: what they are called beside a program, and where they are now.

    Raises SystemExit for a part of whose licence there is no text.
    """
    named = [*OWN.get(part.name, [f"{part.name}.txt"] if (HERE / f"{part.name}.txt").is_file() else [])]
    if part.name == "Python":
        python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
        return [("Python.txt", python), *_shipped(["Python-incorporated.txt"])]
    if part.purl.startswith("pkg:pypi/") and (packaged := list(_of_package(part.name))):
        return packaged
    named = named or [*GENERAL.get(part.licence, ())]
    if not named:
        raise SystemExit(f"{part.name}: no text of its licence ({part.licence}) in {HERE}")
    return list(_shipped(named))


def _shipped(names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    for name in names:
        yield name, HERE.parents[2] / "LICENSE" if name == "Apache-2.0.txt" else HERE / name


def _of_package(name: str) -> Iterator[tuple[str, Path]]:
    files = importlib.metadata.files(name) or []
    for number, file in enumerate(sorted(f for f in files if LICENSE_NAMES.search(f.name)), start=1):
        yield f"{name}-{number}.txt", Path(str(file.locate()))


def write_licences(folder: Path, parts: Iterable[Part]) -> None:
    """Write the texts of all parts and of what is inside of them into a new folder, and the list of them.

    Raises SystemExit for a part of whose licence there is no text.
    """
    folder.mkdir()
    lines = [_HEAD, "This program: Apache-2.0.txt"]
    shutil.copyfile(HERE.parents[2] / "LICENSE", folder / "Apache-2.0.txt")
    for part in parts:
        lines.append(_line(folder, part))
        lines += [f"    in it: {_line(folder, each)}" for each in part.inside]
    (folder / LIST).write_text("\n".join([*lines, ""]), encoding="utf-8")


def _line(folder: Path, part: Part) -> str:
    texts = texts_of(part)
    for name, source in texts:
        shutil.copyfile(source, folder / name)
    names = ", ".join(name for name, _ in texts)
    said = f"{part.name} {part.version}, by {part.supplier} ({part.licence}): {names}"
    return f"{said}; the general text, for its own was not to be had" if names == UNNAMED else said
