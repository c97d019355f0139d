"""What a piece of work came to, as a value: `Ok` with what it made, or `Err` with a sentence for staff."""

import dataclasses
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """It worked; value: what came of it."""

    value: T


@dataclasses.dataclass(frozen=True, slots=True)
class Err:
    """It failed; sentence: the text of the KioskError, never a visitor's words."""

    sentence: str


Result: TypeAlias = Ok[T] | Err
"""Told apart with `match`, whose last case is `assert_never`."""
