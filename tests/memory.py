"""A look into the memory of another process, as somebody would who has got at it."""

import re
from collections.abc import Iterator
from pathlib import Path


def copies(pid: int, *texts: str) -> dict[str, int]:
    """Count each text in a process's memory, as Python and Qt write it."""
    forms = {
        f"{text} {coding}": text.encode(coding)
        for text in texts
        for coding in ("utf-8", "utf-16-le", "utf-32-le")
    }
    counts = dict.fromkeys(forms, 0)
    for block in memory(pid):
        for name, form in forms.items():
            counts[name] += len(re.findall(re.escape(form), block))
    return {name: count for name, count in counts.items() if count}


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
