"""Gives what is built its version and date as constants: `kiosk/_version.py`, there only meanwhile."""

import contextlib
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.ops.source_version import is_checkout, source_date, version_of_sources

ROOT: Final = Path(__file__).resolve().parents[2]
STAMPED: Final = "kiosk._version"
"""The module that holds the constant; git ignores it, and a checkout never reads it."""


@contextlib.contextmanager
def stamped(root: Path) -> Iterator[None]:
    """Have the constant among the sources; one that came with them, as in an sdist, is left as it is."""
    stamp = root / f"{STAMPED.replace('.', '/')}.py"
    if stamp.exists() and not is_checkout(root):
        yield
        return
    version, built = version_of_sources(root), int(source_date(root).timestamp())
    stamp.write_text(
        f'"""Which version was built, and when its sources were committed, in seconds since 1970."""\n\n'
        f'__version__ = "{version}"\n__built__ = {built}\n',
        "utf-8",
    )
    importlib.invalidate_caches()
    try:
        yield
    finally:
        stamp.unlink()


def main() -> None:
    """Print the version and the seconds since 1970 that everything built from these sources is dated with."""
    print(version_of_sources(ROOT), int(source_date(ROOT).timestamp()))


if __name__ == "__main__":
    main()
