"""A look into the memory of another process, as somebody would who has got at it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
"""The 32 signs of BIP 173, each for five bits."""
_KEY_BYTES: Final = 32


def copies(pid: int, *texts: str | bytes) -> dict[str, int]:
    """Count each text in a process's memory, as Python and Qt write it; bytes as they are."""
    forms = {
        f"{text} {coding}": text.encode(coding)
        for text in texts
        if isinstance(text, str)
        for coding in ("utf-8", "utf-16-le", "utf-32-le")
    }
    forms |= {f"{text.hex()} as bytes": text for text in texts if isinstance(text, bytes)}
    counts = dict.fromkeys(forms, 0)
    for block in memory(pid):
        for name, form in forms.items():
            counts[name] += len(re.findall(re.escape(form), block))
    return {name: count for name, count in counts.items() if count}


def raw_key(key_file: str) -> bytes:
    """Return the secret of an age key file as a program that opens with it has it in memory."""
    signs = key_file.rsplit(maxsplit=1)[-1].removeprefix("AGE-SECRET-KEY-1").lower()
    bits = "".join(f"{_BECH32.index(sign):05b}" for sign in signs)
    return int(bits[: 8 * _KEY_BYTES], 2).to_bytes(_KEY_BYTES, "big")


def memory(pid: int) -> Iterator[bytes]:
    """Yield what can be read of a process, mapping by mapping."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for line in Path(f"/proc/{pid}/maps").read_text("ascii").splitlines():
            places, rights, *_ = line.split()
            first, end = (int(place, 16) for place in places.split("-"))
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]")):
                continue
            file.seek(first)
            try:
                yield file.read(end - first)
            except OSError:
                continue  # a device's memory
