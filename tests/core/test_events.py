"""What stands in the journal: codes, never sentences."""

import re

from kiosk.core.events import Event


def test_every_event_is_a_code_that_a_search_of_the_journal_finds() -> None:
    assert [event for event in Event if not re.fullmatch(r"[a-z]+(-[a-z]+)*", event)] == []
    assert f"{Event.REQUEST_KEPT} 3" == "request-kept 3"


def test_no_code_begins_another_so_that_a_search_finds_only_one() -> None:
    assert [(one, other) for one in Event for other in Event if one != other and other.startswith(one)] == []
