"""What systemd knows of the kiosk's units, asked before the administrator's rights are given up."""

import dataclasses
import subprocess
from collections.abc import Mapping
from typing import Final

KIOSK: Final = "kiosk.service"
SEAT: Final = "seatd.service"
SECONDS_TO_ANSWER: Final = 10.0
"""Chosen; not measured."""
_PROPERTIES: Final = (
    *("Id", "LoadState", "ActiveState", "SubState", "UnitFileState", "Result", "NRestarts", "User"),
    *("ActiveEnterTimestampMonotonic", "ProtectSystem", "ReadWritePaths"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Units:
    """Properties of each unit, as systemctl show names them; reason: why they are not known, or ""."""

    reason: str = ""
    kiosk: Mapping[str, str] = dataclasses.field(default_factory=dict)
    seat: Mapping[str, str] = dataclasses.field(default_factory=dict)


def ask_systemd() -> Units:
    """Ask for the units; takes at most SECONDS_TO_ANSWER."""
    command = ["systemctl", "show", f"--property={','.join(_PROPERTIES)}", KIOSK, SEAT]
    try:
        done = subprocess.run(  # noqa: S603  # the words are ours
            command, capture_output=True, text=True, errors="replace", timeout=SECONDS_TO_ANSWER, check=False
        )
    except subprocess.TimeoutExpired:
        return Units("it does not answer")
    except OSError as error:
        return Units(f"systemctl: {error.strerror}")
    if done.returncode != 0:
        return Units(done.stderr.strip().replace("\n", " ") or f"systemctl ends with {done.returncode}")
    units = {
        told["Id"]: told
        for block in done.stdout.split("\n\n")
        if "Id" in (told := dict(line.split("=", 1) for line in block.splitlines() if "=" in line))
    }
    return Units("", units.get(KIOSK, {}), units.get(SEAT, {}))
