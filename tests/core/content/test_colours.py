"""A card's colours can be read, or `kiosk content check` says which cannot."""

import pytest

from kiosk.core.content.colours import Accent, Colours, colour_problems, contrast
from kiosk.core.validation import Problem, read

ACCENT = Accent("#4E3493", "#CFC1FA", "#FFE14D")
DATA = {"tint": "#ECE6F8", "accent": {"standard": "#4E3493", "dark": "#CFC1FA", "high_contrast": "#FFE14D"}}


def test_contrast_is_what_the_guideline_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#008080", "#008080") == 1


@pytest.mark.parametrize("tint", ["#ECE6F8", "#12506A", "#FFFFFF", "#000000"])
def test_colours_that_can_be_read_have_no_problems(tint: str) -> None:
    assert list(colour_problems(Colours(tint, ACCENT))) == []


@pytest.mark.parametrize(
    ("accent", "message"),
    [
        (
            Accent("#8A7F6A", "#CFC1FA", "#FFE14D"),
            "standard = #8A7F6A has a contrast of 3.7 with #FAF6EF, at least 7 is needed: take a darker one",
        ),
        (
            Accent("#4E3493", "#8A7F6A", "#FFE14D"),
            "dark = #8A7F6A has a contrast of 3.0 with #173A50, at least 7 is needed: take a lighter one",
        ),
        (
            Accent("#4E3493", "#CFC1FA", "#12506A"),
            (
                "high_contrast = #12506A has a contrast of 2.4 with #000000, "
                "at least 7 is needed: take a lighter one"
            ),
        ),
    ],
)
def test_an_accent_that_cannot_be_read_is_named_with_its_theme(accent: Accent, message: str) -> None:
    assert Problem(("colours", "accent"), message) in list(colour_problems(Colours("#ECE6F8", accent)))


def test_a_tint_nothing_can_be_read_on_is_named() -> None:
    message = "neither dark nor white text can be read on #8A7F6A: take a much lighter one, such as #E3EAF7"
    assert list(colour_problems(Colours("#8A7F6A", ACCENT))) == [Problem(("colours", "tint"), message)]


def test_a_colour_is_written_as_six_signs() -> None:
    assert read(Colours, DATA) == (Colours("#ECE6F8", ACCENT), [])
    message = 'must be a colour as # and six signs from 0 to 9 and A to F, such as "#12506A"'
    assert read(Colours, {**DATA, "tint": "red"})[1] == [Problem(("tint",), message)]
