"""The Python part of PySide6 that lies zipped in its library: unpacked once, not at every start."""

import sys
from pathlib import Path
from typing import Final

PACKAGE: Final = "shibokensupport"
STUB_MAKER: Final = "signature/lib/pyi_generator"
"""Makes stub files for editors: imported at every start, where it does nothing and costs 5 ms or more."""
SIGN: Final = "shiboken6/files.dir"
"""Where this folder is, shiboken6 imports its Python part as any other; else it unzips and compiles it."""


def unpack(folder: Path) -> list[str]:
    """Write that part below `folder` and return the names of its modules."""
    import shiboken6  # noqa: F401, PLC0415  # only where the programs are built

    zipped = sys.modules[PACKAGE].__loader__.zfile  # type: ignore[union-attr]  # shiboken6's own kind of loader
    files = [name for name in zipped.namelist() if name.startswith(PACKAGE) and name.endswith(".py")]
    zipped.extractall(folder, files)
    if f"{PACKAGE}/{STUB_MAKER}.py" not in files:
        raise SystemExit(f"PySide6 has no {STUB_MAKER} any more: look what it imports instead.")
    (folder / PACKAGE / f"{STUB_MAKER}.py").write_text('"""Left empty here."""\n', encoding="utf-8")
    (folder / "why.txt").write_text(f"{__doc__}\n{STUB_MAKER}.py is left empty.\n", encoding="utf-8")
    return [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in files]
