"""One request is, two requests are."""

from kiosk.core.counted import counted


def test_what_is_counted_stands_in_the_form_that_goes_with_the_number() -> None:
    said = [counted(count, "request waits", "requests wait") for count in (0, 1, 2)]
    assert counted(2, "problem") == "2 problems"
    assert said == ["0 requests wait", "1 request waits", "2 requests wait"]
