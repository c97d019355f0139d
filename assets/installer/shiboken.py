"""The Python part of PySide6 that lies zipped in its library: unpacked once, not at every start."""

import sys
from pathlib import Path
from typing import Final

PACKAGE: Final = "shibokensupport"
SIGN: Final = "shiboken6/files.dir"
"""Where this folder is, shiboken6 imports its Python part as any other; else it unzips and compiles it."""


def unpack(folder: Path) -> list[str]:
    """Write that part below `folder` and return the names of its modules."""
    import shiboken6  # noqa: F401, PLC0415  # only where the programs are built

    zipped = sys.modules[PACKAGE].__loader__.zfile  # type: ignore[union-attr]  # shiboken6's own kind of loader
    files = [name for name in zipped.namelist() if name.startswith(PACKAGE) and name.endswith(".py")]
    zipped.extractall(folder, files)
    (folder / "why.txt").write_text(__doc__, encoding="utf-8")
    return [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files]
