"""Secrets and ids of requests that tests know by a number: their files are in the order of the numbers."""

import functools
import itertools

from kiosk.core.callback.proofs import id_of


@functools.cache
def secret_of(number: int) -> str:
    """Return the secret of a request; its id begins with the number (of 256) in hex digits."""
    tried = (f"{number:016x}{count:016x}" for count in itertools.count())
    return next(secret for secret in tried if id_of(secret).startswith(f"{number % 256:02x}"))


@functools.cache
def request_id(number: int) -> str:
    """Return the id of a request."""
    return id_of(secret_of(number))
