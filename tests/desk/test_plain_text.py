"""Visitors' words are shown as they are, but for what steers a terminal or turns a line around."""

import pytest

from kiosk.desk.plain_text import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana López", "Ana López"),
        ("Ana\u00a0López", "Ana\u00a0López"),
        ("Ana\u00a0\u202eLópez", "Ana\u00a0\ufffdLópez"),
        ("\x1b[31mAna", "\ufffd[31mAna"),
        ("Ana\u2028López", "Ana\ufffdLópez"),
        ("\ud800", "\ufffd"),
    ],
    ids=["letters", "no-break space", "turned around", "escape", "line", "half a character"],
)
def test_only_what_steers_a_screen_is_replaced(text: str, shown: str) -> None:
    assert printable(text) == shown
