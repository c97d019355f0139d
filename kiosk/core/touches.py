"""When a press counts: not as an echo of the press before, and not on a page not yet on the glass."""

import dataclasses
import math
from typing import Final

NEW_PAGE_SECONDS: Final = 0.4
"""A page takes no press before it was on the glass this long: about twice a simple visual reaction time
(0.21 to 0.23 s; Woods et al., Front. Hum. Neurosci. 2015), so that what is pressed was seen."""
ECHO_SECONDS: Final = 0.3
"""A press this soon after a release at the same place is the same hand movement: tremor of 4 to 12 Hz comes
back within 0.25 s. Chosen; EN 301 549 5.8 asks that such a filter can be set to at least 0.5 s."""
KEY_ECHO_SECONDS: Final = 0.2
"""The same for a digit or letter, from press to press: people with a steady hand type "44" on purpose.
A hand that trembles 3 to 12 times a second (parkinsonian tremor 3 to 8 Hz, essential tremor 4 to 12 Hz:
Sensors 2019, PMC6806079) comes back after 0.08 to 0.33 s. From 0.12 to 0.2 s, at 5 to 8 Hz, a press may be
tremor or meant, and counts as tremor: a missing digit is seen and typed again more easily than one too many
is found. Slower tremor needs the longer filter of easy touch. Chosen; no figure was found for how fast
people press one key twice on a glass."""
EASY_ECHO_SECONDS: Final = 1.0
"""Both, where the visitor chose easy touch, from the release too: twice the 0.5 s to which EN 301 549, 5.8,
asks that such a filter can be set. The same digit twice on purpose then takes that long. Chosen."""
KEY_GAP_SECONDS: Final = 0.08
"""Nobody lifts a finger and puts it down again on purpose within this time, however long it lay on the key.
Chosen; not measured."""
GOES_ON_SECONDS: Final = 3.0
"""How long an answer that goes on by itself can be taken back: over ten times a simple reaction time (see
NEW_PAGE_SECONDS). Chosen; not measured."""
SAME_PLACE_MILLIMETRES: Final = 12
"""About a finger's width: a hand that trembles comes down again as near as this. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class Gesture:
    """One finger, from press to release: times in seconds, the place of the release in millimetres.

    released_at is the time of the press as long as the finger is on the glass.
    """

    pressed_at: float
    released_at: float
    x: float
    y: float

    def is_near(self, x: float, y: float) -> bool:
        """Whether a place, in millimetres, is where this finger was."""
        return math.hypot(x - self.x, y - self.y) < SAME_PLACE_MILLIMETRES


def is_echo(
    before: Gesture, at: float, *, is_same_place: bool, is_key: bool, has_easy_touch: bool = False
) -> bool:
    """Whether a press at the time `at` (seconds) only repeats the gesture before it.

    is_same_place: it hits the control that gesture ended on, or lands within a finger's width of it;
    is_key: it hits a digit or letter; has_easy_touch: the visitor chose it. A clock that went back (they
    begin anew after 49 days) says nothing.
    """
    if not is_same_place:
        return False
    since_press, since_release = at - before.pressed_at, at - before.released_at
    if has_easy_touch:
        return 0 <= since_release < EASY_ECHO_SECONDS
    if is_key:
        return 0 <= since_press < KEY_ECHO_SECONDS or 0 <= since_release < KEY_GAP_SECONDS
    return 0 <= since_release < ECHO_SECONDS
