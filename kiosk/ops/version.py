"""The version of this program: a constant in what was built; a checkout asks git when it is to be shown."""

import argparse
import contextlib
import datetime
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).resolve().parents[2]


class VersionOption(argparse.Action):
    """`--version`, which looks for the version only when it is given."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="say which version this is")

    def __call__(self, parser: argparse.ArgumentParser, *_ignored: Any) -> None:
        """Print the program and its version, and end with 0."""
        print(parser.prog, version())
        parser.exit()


@functools.cache
def version() -> str:
    """Return the version of this program, wherever it runs."""
    # Nobody waits for it before the first frame: what finds it is imported when somebody asks.
    if not (_ROOT / ".git").exists():
        with contextlib.suppress(ImportError):
            # The build puts it into what it makes (assets/installer/stamp.py).
            from kiosk._version import __version__  # noqa: PLC0415

            return str(__version__)
    from kiosk.ops.source_version import version_of_sources  # noqa: PLC0415  # as above

    return version_of_sources(_ROOT)


@functools.cache
def built() -> datetime.datetime:
    """Return when this program was built, UTC; for a checkout the day of its newest release."""
    if not (_ROOT / ".git").exists():
        with contextlib.suppress(ImportError):
            from kiosk._version import __built__  # noqa: PLC0415  # as above

            return datetime.datetime.fromtimestamp(__built__, datetime.UTC)
    from kiosk.ops.source_version import release_day  # noqa: PLC0415  # as above

    return release_day(_ROOT)
