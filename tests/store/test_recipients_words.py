"""Words that are the same at the kiosk and at the desk, and others for other keys."""

import re

from kiosk.store.recipients import Recipients
from kiosk.store.recipients_words import _word, recipients_words


def _words(*keys: str) -> tuple[str, ...]:
    return recipients_words(Recipients(keys, is_demonstration=False))


def test_six_words_that_can_be_said() -> None:
    words = _words("age1a", "age1b")
    assert len(words) == 6
    assert all(re.fullmatch("[^aiou][aiou][^aiou][aiou][^aiou]", word) for word in words)


def test_the_order_of_the_keys_makes_no_difference_and_any_other_key_does() -> None:
    assert _words("age1a", "age1b") == _words("age1b", "age1a")
    assert _words("age1a", "age1b") != _words("age1a", "age1c") != _words("age1a")


def test_the_words_are_the_ones_of_the_proquint_proposal() -> None:
    # 127.0.0.1 is lusab-babad in arXiv:0901.4016
    assert (_word(0x7F00), _word(0x0001)) == ("lusab", "babad")
