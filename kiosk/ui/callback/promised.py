"""What the form says of the day by which we call; without Qt."""

from collections.abc import Mapping
from typing import Final

NO_DAY: Final = "-"
"""In the place of the day to call by: none can be promised, as nobody knows what day it is."""
_BY_A_DAY: Final[Mapping[str, str]] = {
    "callback.done.when": "callback.done.by",
    "callback.check.when": "callback.check.by",
}
_WITHOUT_A_DAY: Final[Mapping[str, str]] = {
    "callback.done.when": "callback.done.no_day",
    "callback.check.when": "callback.check.no_day",
}


def words_for(word_id: str, call_by: str) -> str:
    """Return the id of the words that stand in the place of these today.

    call_by: the day to name, in words; "" when visitors count to it by themselves; or NO_DAY.
    """
    if call_by == NO_DAY:
        return _WITHOUT_A_DAY.get(word_id, word_id)
    return _BY_A_DAY.get(word_id, word_id) if call_by else word_id
