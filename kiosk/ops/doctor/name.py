"""What tells this kiosk from others: its name, and an id that was made on this machine."""

from collections.abc import Iterator

from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning
from kiosk.store.kiosk_id import is_from_elsewhere
from kiosk.store.machine_id import USUAL_NAMES, machine_hash
from kiosk.store.spool import Spool


def name(examined: Examined) -> Iterator[Finding]:
    """Find a name that others have too, and an id that another machine may be using."""
    settings = examined.settings
    if settings.kiosk_name in USUAL_NAMES:
        found = f"{settings.kiosk_name}: other kiosks may have it too, and their numbers"
        yield warning("name", found, "set kiosk_name in conf.d, another one on each kiosk")
    elif settings.file.kiosk_name is None:
        yield fine("name", f"{settings.kiosk_name}, made from this machine")
    else:
        yield fine("name", settings.kiosk_name)
    if is_from_elsewhere(Spool(settings.spool), machine_hash(examined.system.root)):
        found = "the requests here came with a copy of another machine: two kiosks may give the same numbers"
        remedy = "let staff copy the requests for the desk; then this kiosk makes an id of its own"
        yield problem("copy", found, remedy)
