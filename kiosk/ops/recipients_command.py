"""`kiosk recipients accept`: what the service kiosk-recipients.service runs when staff took a file in."""

import argparse
import logging
from typing import Final

from kiosk.core.errors import KioskError
from kiosk.core.events import Event

_USER: Final = "kiosk"
"""The kiosk's user, of the package's kiosk.sysusers."""
_log = logging.getLogger(__name__)


def add_recipients_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of `kiosk`."""
    recipients = commands.add_parser("recipients", help="the public keys to which requests are sealed")
    actions = recipients.add_subparsers(required=True, metavar="ACTION")
    accept = actions.add_parser("accept", help="take in what staff compared; for kiosk-recipients.service")
    accept.set_defaults(command=_accept)


def _accept(_arguments: argparse.Namespace) -> int:
    """Take a dropped file in; returns 1 when it was refused, so that systemd calls the service failed."""
    # Imported here: no other command pays for it, and Windows has no pwd.
    import pwd  # noqa: PLC0415

    from kiosk.store.administrator import is_administrator  # noqa: PLC0415
    from kiosk.store.recipients_door import INSTALLED, TakeIn  # noqa: PLC0415

    if not is_administrator() or not INSTALLED.drop.is_dir():
        raise KioskError("This is what the service kiosk-recipients.service of an installed kiosk runs.")
    accepted = INSTALLED.accept(pwd.getpwnam(_USER).pw_uid)
    if accepted is None:
        return 0
    if accepted.verdict is TakeIn.TAKEN:
        _log.info("%s %s", Event.RECIPIENTS_TAKEN, " ".join(accepted.words))
        return 0
    _log.warning("%s", " ".join((Event.RECIPIENTS_REFUSED, accepted.verdict, *accepted.words)))
    return 1
