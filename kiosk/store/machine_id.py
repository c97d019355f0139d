"""What tells this machine from others: a name for its kiosk, and a hash of its machine-id."""

import re
from pathlib import Path
from typing import Final

from kiosk.store.reading import read_file

USUAL_NAMES: Final = frozenset(
    (
        "",
        "computer",
        "debian",
        "desktop",
        "host",
        "kiosk",
        "linux",
        "localhost",
        "pc",
        "raspberrypi",
        "ubuntu",
    )
)
"""Names that a computer has when nobody gave it one."""
NAMELESS: Final = "kiosk"
"""The name of a kiosk whose machine tells nothing."""
_MOST_BYTES: Final = 1024
_MOST_CHARACTERS: Final = 32
_ID: Final = re.compile(rb"([0-9a-f]{32})\s*")
_LETTERS: Final = "bcdfghjkmnpqrstvwxz"
"""None that makes words or looks like a digit."""


def machine_name(root: Path = Path("/"), host: str = "") -> str:
    """Return a name for the kiosk on this machine, the same at each start.

    It is the host name, as /etc/hostname holds it: a network may hand out another one every day. A name that
    many have gets four letters of the machine's own instead. host: what the system says without that file.
    """
    try:
        host = read_file(root / "etc" / "hostname", _MOST_BYTES).decode(errors="replace")
    except OSError:
        import platform  # noqa: PLC0415  # here alone

        host = host or platform.node()
    first = host.strip().partition(".")[0].lower()
    cleaned = re.sub(r"[^a-z0-9]+", "-", first)[:_MOST_CHARACTERS].strip("-")
    if cleaned not in USUAL_NAMES:
        return cleaned
    letters = _proof(root, b"kiosk name")
    if not letters:
        return NAMELESS
    return "-".join((NAMELESS, "".join(_LETTERS[byte % len(_LETTERS)] for byte in letters[:4])))


def machine_hash(root: Path = Path("/")) -> str:
    """Return 32 hex digits that tell machines apart and nothing of their machine-id; "" for no machine-id."""
    return _proof(root, b"kiosk state")[:16].hex()


def _proof(root: Path, purpose: bytes) -> bytes:
    """machine-id(5): the id itself is confidential, a keyed hash of it is not."""
    # They take some 3 ms to import: a kiosk with a name shows its first frame without them.
    import hashlib  # noqa: PLC0415
    import hmac  # noqa: PLC0415

    try:
        found = _ID.fullmatch(read_file(root / "etc" / "machine-id", _MOST_BYTES, follows_links=True))
    except OSError:
        return b""
    return hmac.new(found[1], purpose, hashlib.sha256).digest() if found else b""
