"""Whether this program runs as an administrator."""

import os


def is_administrator() -> bool:
    """Return True for root; always False on Windows."""
    get_user = getattr(os, "geteuid", None)
    return get_user is not None and bool(get_user() == 0)
