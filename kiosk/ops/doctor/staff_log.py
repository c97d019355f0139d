"""What the doctor says of the audit log: whether it holds, and whether it can be written."""

import os
from collections.abc import Iterator
from typing import Final

from kiosk.core.counted import counted
from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning
from kiosk.store.audit import kiosk_log
from kiosk.store.spool import Spool

_SUBJECT: Final = "audit log"


def audit_log(examined: Examined) -> Iterator[Finding]:
    """Read and check the log of what staff did at this kiosk; whether its end is there only the desk sees."""
    spool = Spool(examined.settings.spool)
    log = kiosk_log(spool)
    try:
        chain = log.chain()
    except OSError as error:
        yield problem(_SUBJECT, f"{log.file} cannot be read ({error.strerror})", "look at the disk")
        return
    if chain.fault:
        found = (
            f"{log.file} does not hold from entry {chain.fault} on: it was changed, or the disk damaged it"
        )
        yield problem(_SUBJECT, found, "keep a copy, and ask who had access to this machine")
    elif not os.access(log.file if log.file.exists() else spool.state, os.W_OK):
        yield warning(_SUBJECT, f"{log.file} cannot be written", "let the kiosk's user write it")
    else:
        yield fine(_SUBJECT, f"{counted(len(chain.entries), 'entry', 'entries')}, unbroken")
