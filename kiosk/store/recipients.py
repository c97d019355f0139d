"""Who can open what this kiosk seals: the public keys in recipients.txt."""

import dataclasses
from pathlib import Path
from typing import Final

from pyrage import RecipientError, x25519

from kiosk.core.errors import SealError

DEMONSTRATION_LINE: Final = "# demonstration: nobody will call"


@dataclasses.dataclass(frozen=True, slots=True)
class Recipients:
    """Public keys, at least one, each a text that begins with "age1"."""

    keys: tuple[str, ...]
    is_demonstration: bool


def load_recipients(path: Path, *, demonstration_allowed: bool) -> Recipients:
    """Read recipients.txt: one age1 key per line, comments begin with "#", empty lines are allowed.

    A file whose first line is DEMONSTRATION_LINE holds the keys of a demonstration.
    Raises SealError naming the file, the line and what to do, unless every line can be used.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise SealError(f"{path} is missing: copy the clinic's recipients.txt there.") from None
    except OSError as error:
        raise SealError(
            f"{path} cannot be read ({error.strerror}): check the file and its permissions."
        ) from None
    except UnicodeDecodeError:
        raise SealError(f"{path} is not a text file: copy the clinic's recipients.txt there again.") from None
    keys = []
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not _is_key(text):
            raise SealError(
                f"{path}, line {number}, is not a public key that begins with age1: "
                "correct the line or copy the clinic's recipients.txt there again."
            )
        keys.append(text)
    if not keys:
        raise SealError(
            f"{path} has no public key on any of its {len(lines)} lines: add one with kiosk-desk key new."
        )
    is_demonstration = lines[0] == DEMONSTRATION_LINE
    if is_demonstration and not demonstration_allowed:
        raise SealError(
            f"{path}, line 1, says its keys are for the demonstration: "
            "copy the clinic's own recipients.txt there, or nobody will call."
        )
    return Recipients(tuple(keys), is_demonstration)


def _is_key(text: str) -> bool:
    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True
