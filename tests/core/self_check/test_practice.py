"""In a made-up general practice the second edition sends few more people to the desk than the first."""

import pytest

from kiosk.core.self_check.rules import Urgency
from tests.core.self_check.practice import before_and_after, main, visitors

pytestmark = pytest.mark.untraced  # the rules are judged for 160,000 visitors

# What a reading of the first edition found in its general practice, per cent.
FOUND_BEFORE = {Urgency.NOW: 13.9, Urgency.SOON: 19.3, Urgency.ROUTINE: 46.9, Urgency.LEARN: 19.9}


def test_the_practice_is_like_the_one_that_was_read() -> None:
    before, _ = before_and_after(visitors())
    assert {tier: abs(share - FOUND_BEFORE[tier]) < 1.5 for tier, share in before.items()} == dict.fromkeys(
        Urgency, True
    )


def test_now_rises_by_little_and_soon_by_not_much_more() -> None:
    before, after = before_and_after(visitors())
    assert 0 < after[Urgency.NOW] - before[Urgency.NOW] <= 1.5
    assert 0 < after[Urgency.SOON] - before[Urgency.SOON] <= 10


def test_without_the_new_words_only_the_stricter_rules_move_anybody() -> None:
    before, after = before_and_after(visitors(new_words=0))
    assert 0 < after[Urgency.NOW] - before[Urgency.NOW] < 1
    assert after[Urgency.LEARN] == pytest.approx(before[Urgency.LEARN])


def test_it_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    printed = capsys.readouterr().out
    assert printed.count("20000 visitors") == 2
    assert printed.count(" -> ") == 8
