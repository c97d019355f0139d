"""The keys on which a name is typed, as a language's file says them."""

import dataclasses
from typing import Annotated

from kiosk.core.validation import Constraints

KeyRow = Annotated[str, Constraints("qwertyuiop", "1 to 10 letters without spaces", pattern=r"^\S{1,10}\Z")]
LetterFamily = Annotated[
    str,
    Constraints("nñńňņ", "a letter and 1 to 24 made of it, without spaces", pattern=r"^\S{2,25}\Z"),
]


@dataclasses.dataclass(frozen=True, slots=True)
class LetterKeys:
    """The letter keys of a language, row by row, and for each letter what accents can make of it."""

    letters: Annotated[tuple[KeyRow, ...], Constraints('["qwertyuiop"]', min_length=1)]
    accents: Annotated[tuple[LetterFamily, ...], Constraints('["nñńňņ"]', min_length=1)]
