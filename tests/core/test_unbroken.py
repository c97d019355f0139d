"""A number to call stands in one piece, and machines read it with the blanks that anybody types."""

from kiosk.core.unbroken import unbroken, with_blanks


def test_no_blank_of_a_number_lets_a_line_end() -> None:
    number = "+44 20 7946 0958"
    assert unbroken(number).split(" ") == [unbroken(number)]
    assert with_blanks(f"Call {unbroken(number)} today.") == f"Call {number} today."
