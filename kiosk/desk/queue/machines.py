"""Kiosks that have one name: each has an id of its own, which nobody reads who cannot open its requests."""

from collections.abc import Iterable

from kiosk.core.staff_words import tr
from kiosk.desk.queue.opened_request import OpenedRequest


def machine_warnings(entries: Iterable[OpenedRequest]) -> Iterable[str]:
    """Name each kiosk whose requests come from several machines; those of the first edition do not say."""
    ids: dict[str, set[str]] = {}
    for entry in entries:
        if entry.request.kiosk_id is not None:
            ids.setdefault(entry.request.kiosk, set()).add(entry.request.kiosk_id)
    for kiosk, found in sorted(ids.items()):
        if len(found) > 1:
            yield tr(
                "Requests of {kiosk} come from {count} machines: two kiosks have this name, one was set up "
                "anew, or somebody forged requests. Ask IT.",
                kiosk=kiosk,
                count=len(found),
            )
