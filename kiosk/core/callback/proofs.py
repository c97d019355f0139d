"""What proves that a receipt or a withdrawal comes from who may give it: keyed hashes of a request's secret.

A secret of 128 random bits lies inside each sealed request. All else follows from it, and nothing leads back:

    secret -> receipt -> id                        the id is in the name of the sealed file, for all to see
    secret -> secret of the withdrawal -> its receipt -> its id
"""

import hashlib
import hmac
import re
from typing import Final

_UUID_8: Final = re.compile(r"[0-9a-f]{12}8[0-9a-f]{3}[89ab][0-9a-f]{15}")
"""A UUID of version 8, made by a hash (RFC 9562); the first edition gave random ones, of version 4."""


def id_of(secret: str) -> str:
    """Return the id of the request, or the withdrawal, that has this secret: 32 hex digits."""
    return _id_behind(receipt_of(secret))


def receipt_of(secret: str) -> str:
    """Return what a desk that opened the envelope with this secret gives back for it."""
    return _derived(secret, "receipt")


def withdrawal_secret_of(secret: str) -> str:
    """Return the secret of the withdrawal of the request that has this secret."""
    return _derived(secret, "withdrawal")


def is_receipt_for(receipt: str, request_id: str) -> bool:
    """Whether only somebody who opened the envelope with this id can have given the receipt."""
    return has_secret(request_id) and _id_behind(receipt) == request_id


def has_secret(request_id: str) -> bool:
    """Whether an id was made from a secret; those of the first edition were not."""
    return _UUID_8.fullmatch(request_id) is not None


def _derived(secret: str, purpose: str) -> str:
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def _id_behind(receipt: str) -> str:
    digits = hashlib.sha256(receipt.encode(errors="replace")).hexdigest()
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:12]}8{digits[13:16]}{variant}{digits[17:32]}"
