"""The look at the screen, by a process of its own: a missing plugin ends it, a compositor may hang."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from kiosk.ops.doctor.findings import Finding, State, System, fine, problem, warning
from kiosk.ops.process import has_screen

SECONDS_TO_ANSWER: Final = 60.0
"""In it that process reads the settings, which has a limit of its own. Chosen; not measured."""
_SESSION: Final = "run/kiosk"
"""The service's runtime folder, in which its compositor has its socket."""


def screen(command: Sequence[str], system: System, seconds: float = SECONDS_TO_ANSWER) -> list[Finding]:
    """Have a command print findings of the screen as JSON, in this session or else in the service's.

    seconds: after which it is given up.
    """
    session = {} if has_screen() else _session_of_the_service(system)
    if session is None:
        return [_no_screen(system)]
    environment = {**os.environ, **session, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    try:
        done = subprocess.run(  # noqa: S603  # this program itself
            command, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )
        return [
            Finding(told["subject"], State(told["state"]), told["found"], told["remedy"])
            for told in json.loads(done.stdout)
        ]
    except subprocess.TimeoutExpired:
        return [_failed(f"no answer within {seconds:g} seconds")]
    except (ValueError, LookupError, TypeError):
        said = [line for line in done.stderr.splitlines() if line.strip()]
        return [
            _failed(f"the look at it ended with {done.returncode}: {said[0] if said else 'it said nothing'}")
        ]
    except OSError as error:
        return [_failed(f"nothing could look at it ({error.strerror})")]


def _session_of_the_service(system: System) -> Mapping[str, str] | None:
    """Return what lets a program show itself there, None where the service runs no compositor."""
    folder = Path(os.path.realpath(system.root / _SESSION))
    try:
        sockets = sorted(path.name for path in folder.glob("wayland-*") if path.is_socket())
    except OSError:
        return None
    if not sockets:
        return None
    return {"WAYLAND_DISPLAY": sockets[0], "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "wayland"}


def _no_screen(system: System) -> Finding:
    """Say that there was no screen to look at: of an installed kiosk that is what `service` tells."""
    if system.units is not None and system.units.kiosk.get("ActiveState") != "active":
        return fine("display", "not looked at: the service does not run")
    return warning("display", "there is no screen here", "run the doctor in the kiosk's session")


def _failed(found: str) -> Finding:
    return problem("display", found, "kiosk self-test, then the graphics driver")
