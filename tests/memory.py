"""A look into the memory of another process, as somebody would who has got at it."""

import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
"""The 32 signs of BIP 173, each for five bits."""
_KEY_BYTES: Final = 32
_STEM_BYTES: Final = 4
"""Forms that begin alike are looked for together: one look through the memory for each beginning."""


def copies(pid: int, *texts: str | bytes) -> dict[str, int]:
    """Count each text in a process's memory, as Python and Qt write it; bytes as they are."""
    forms = {
        f"{text} {coding}": text.encode(coding)
        for text in texts
        if isinstance(text, str)
        for coding in ("utf-8", "utf-16-le", "utf-32-le")
    }
    forms |= {f"{text.hex()} as bytes": text for text in texts if isinstance(text, bytes)}
    alike: defaultdict[bytes, list[tuple[str, bytes]]] = defaultdict(list)
    for name, form in forms.items():
        alike[form[:_STEM_BYTES]].append((name, form))
    counts = dict.fromkeys(forms, 0)
    for block in memory(pid):
        for stem, those in alike.items():
            place = block.find(stem)
            while place >= 0:
                for name, form in those:
                    counts[name] += block.startswith(form, place)
                place = block.find(stem, place + 1)
    return {name: count for name, count in counts.items() if count}


def copies_left(pid: int, *texts: str | bytes, after_seconds: float) -> dict[str, int]:
    """Look for copies until there are none; returns what a look finds that began that long after now.

    A look itself takes a while, the longer the busier the machine is: it tells what was there when it began.
    """
    end = time.monotonic() + after_seconds
    while True:
        is_last = time.monotonic() >= end
        found = copies(pid, *texts)
        if not found or is_last:
            return found
        time.sleep(1)


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
