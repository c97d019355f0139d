"""The last request number of a spool: in two files of its state/ in turn, twice in each."""

import re
from pathlib import Path
from typing import Final

from kiosk.store.reading import NotAFile, read_file

COPIES: Final = ("sequence", "sequence-copy")
_MOST_BYTES: Final = 64
_COUNTER: Final = re.compile(rb"(\d{1,15}) (\d{1,15})\s*")


def read_counter(state: Path) -> dict[str, int]:
    """Return the number of each sound copy by its name; the larger one is the last.

    Raises OSError when the disk gives none but may have one.
    """
    found: dict[str, int] = {}
    refused: OSError | None = None
    for name in COPIES:
        try:
            match = _COUNTER.fullmatch(read_file(state / name, _MOST_BYTES))
        except (FileNotFoundError, NotAFile):
            continue
        except OSError as error:
            refused = error
        else:
            if match and match[1] == match[2]:
                found[name] = int(match[1])
    if refused and not found:
        raise refused
    return found
