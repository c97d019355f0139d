"""One kiosk at a time for one spool."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from kiosk.core.errors import SpoolError
from kiosk.store.locks import exclusive


@contextlib.contextmanager
def only_instance(spool: Path) -> Iterator[None]:
    """Keep other kiosks off this spool, by a lock on a file beside it.

    A folder that cannot be written claims nothing: the spool in it takes no request either.
    Raises SpoolError when another process has it.
    """
    taken = SpoolError(f"The kiosk is running already: another process has {spool}.")
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            stack.enter_context(exclusive(spool.with_name(f"{spool.name}.lock"), taken))
        yield
