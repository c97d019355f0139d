"""What makes the phone easier for a visitor, as staff read it: in words, wherever it stands."""

import typing
from pathlib import Path

import pytest

from kiosk.core.callback.draft import PHONE_IS_HARD, PhoneHard
from kiosk.desk.export.print_list import wishes
from kiosk.desk.phone_help import phone_help
from kiosk.desk.queue.call_list import CallCase
from kiosk.desk.queue.opened_request import OpenedRequest
from kiosk.desk.window.pages.calls_table import look_out
from kiosk.store.envelope import Envelope, EnvelopeState
from tests.desk.conftest import NOW, make_request


@pytest.mark.parametrize("code", [*typing.get_args(PhoneHard), PHONE_IS_HARD])
def test_everything_that_a_visitor_can_choose_has_words(code: str) -> None:
    [told] = phone_help(make_request(1, phone_hard=(code,)))
    assert told != code
    assert "-" not in told


def test_what_has_no_words_stands_as_it_came_in_the_table_and_on_paper() -> None:
    request = make_request(1, phone_hard=("slowly", "by letter", ""))
    assert phone_help(request) == ("speak slowly", "by letter", "")
    entry = OpenedRequest.of(Envelope(Path("x"), NOW.date(), request.id, EnvelopeState.SOUND), request)
    assert look_out(CallCase(entry, is_listed=False)) == "speak slowly; by letter"
    assert wishes(entry)[1:3] == ("speak slowly", "by letter")
