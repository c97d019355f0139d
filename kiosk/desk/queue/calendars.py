"""Whether the kiosks count the same working days as this desk, as the requests themselves tell."""

from collections.abc import Iterable

from kiosk.core.callback.promise import Promise
from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest


def other_days(entries: Iterable[OpenedRequest], promise: Promise) -> str:
    """Say that kiosks promise another day than this desk counts, or ""; promise: the desk's.

    The newest request of each kiosk decides, so the sentence goes when both count alike. Requests that may be
    forged are not asked.
    """
    newest: dict[str, OpenedRequest] = {}
    for entry in sorted(entries, key=lambda entry: entry.request.seq):
        if entry.request.call_by is not None and not entry.doubts:
            newest[entry.request.kiosk] = entry
    others = [entry for entry in newest.values() if entry.request.call_by != str(entry.promised_by(promise))]
    if not others:
        return ""
    kiosks = ", ".join(sorted(entry.request.kiosk for entry in others))
    of = others[0]
    return tr(
        "The kiosk counts other working days than this desk ({kiosks}): {number} was promised a call by "
        "{call_by}, this desk counts to {promised_by}. Let IT write the same call_back_within_days, "
        "open_weekdays and closed_days into both.",
        kiosks=kiosks,
        number=of.number,
        call_by=of.request.call_by,
        promised_by=of.promised_by(promise),
    )
