"""When a crash loop is one."""

from kiosk.core.starts import LOOP_SECONDS, LOOP_STARTS, StartMode, Starts, begin
from kiosk.core.uptime import Uptime


def modes(*times: float, boot: str = "first") -> list[StartMode]:
    """Start at each of these times, without a good end in between."""
    starts, told = Starts(), []
    for at in times:
        starts = begin(starts, Uptime(boot, at))
        told.append(starts.mode)
    return told


def test_after_three_bad_starts_within_five_minutes_the_next_is_safe() -> None:
    assert modes(0, 100, 200, 299) == [StartMode.NORMAL] * LOOP_STARTS + [StartMode.SAFE]


def test_three_starts_over_more_than_five_minutes_are_no_loop() -> None:
    assert set(modes(0, 100, 200, LOOP_SECONDS)) == {StartMode.NORMAL}
    assert set(modes(*range(0, 2000, 150))) == {StartMode.NORMAL}


def test_a_safe_mode_that_fails_stays_and_then_does_without_the_form() -> None:
    told = modes(*range(0, 20, 2))
    assert told == [StartMode.NORMAL] * 3 + [StartMode.SAFE] * 3 + [StartMode.CARDS] * 4


def test_a_start_that_lived_longer_counts_no_more() -> None:
    assert modes(0, 2, 4, 6, 6 + LOOP_SECONDS)[-2:] == [StartMode.SAFE, StartMode.NORMAL]


def test_what_came_before_the_machine_was_started_does_not_count() -> None:
    starts = Starts("first", (1.0, 2.0, 3.0), StartMode.SAFE)
    assert begin(starts, Uptime("second", 4.0)) == Starts("second", (4.0,))


def test_starts_of_a_time_to_come_do_not_count() -> None:
    assert begin(Starts("", (90.0, 91.0, 92.0)), Uptime("", 4.0)).mode is StartMode.NORMAL
