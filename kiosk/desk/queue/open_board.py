"""Opening the desk: the list of calls, without what has been here long enough."""

import dataclasses
import datetime
from collections.abc import Callable

from kiosk.core.audit import AuditEvent
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import audit_warnings, desk_log
from kiosk.desk.queue.call_list import CallList, forget_finished, read_board
from kiosk.desk.queue.numbers import keeper
from kiosk.desk.queue.old_lists import without_old_lists
from kiosk.desk.queue.turns import rules_of


def open_board(
    office: DeskFolder,
    key: StaffKey,
    now: datetime.datetime,
    on_opened: Callable[[int, int], None] = lambda _done, _all: None,
) -> CallList:
    """Open everything the desk keeps, and delete what was finished or listed long enough ago.

    now: UTC, aware; on_opened: called with how many of how many envelopes were looked at.
    Raises WrongKey, SealError, SpoolError, SettingsError or ExportError.
    """
    office.prepare()
    office.clear_leftovers(now)
    office.spool.bring_back()
    keep = keeper(office, rules_of(office.settings()), now)
    before = read_board(office, key, now, on_opened)
    board = forget_finished(office, before, now, keep)
    if gone := len(before.cases) + len(before.withdrawn) - len(board.cases) - len(board.withdrawn):
        desk_log(office).add(AuditEvent.DELETED, now, requests=gone)
    told = tuple(audit_warnings(office, (case.entry.request for case in before.cases)))
    return without_old_lists(office, dataclasses.replace(board, warnings=(*board.warnings, *told)), now)
