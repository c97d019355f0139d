"""What the doctor says of the audit log: whether it holds, and whether it can be written."""

import os
from typing import Final

from kiosk.core.counted import counted
from kiosk.ops.doctor import Finding, fine, problem, warning
from kiosk.store.audit import kiosk_log
from kiosk.store.spool import Spool

_SUBJECT: Final = "audit log"


def audit_finding(spool: Spool) -> Finding:
    """Read and check the log of what staff did at this kiosk; whether its end is there only the desk sees."""
    log = kiosk_log(spool)
    try:
        chain = log.chain()
    except OSError as error:
        return problem(_SUBJECT, f"{log.file} cannot be read ({error.strerror})", "look at the disk")
    if chain.fault:
        found = (
            f"{log.file} does not hold from entry {chain.fault} on: it was changed, or the disk damaged it"
        )
        return problem(_SUBJECT, found, "keep a copy, and ask who had access to this machine")
    if not os.access(log.file if log.file.exists() else spool.state, os.W_OK):
        return warning(_SUBJECT, f"{log.file} cannot be written", "let the kiosk's user write it")
    return fine(_SUBJECT, f"{counted(len(chain.entries), 'entry', 'entries')}, unbroken")
