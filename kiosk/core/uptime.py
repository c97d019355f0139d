"""How long a machine has been on."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Uptime:
    """How long the machine has been running; boot: a name of this start, "" where the system has none."""

    boot: str
    seconds: float
