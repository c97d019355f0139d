"""The colours of a card, and whether text on them and in them has enough contrast."""

import dataclasses
from collections.abc import Iterator
from typing import Annotated, Final

from kiosk.core.validation import Constraints, Problem

Colour = Annotated[
    str,
    Constraints(
        "#12506A", "a colour as # and six signs from 0 to 9 and A to F", pattern=r"^#[0-9A-Fa-f]{6}\Z"
    ),
]
MIN_CONTRAST_RATIO: Final = 7.0
"""Of text, to 1: level AAA of WCAG 2.2, 1.4.6."""


@dataclasses.dataclass(frozen=True, slots=True)
class Grounds:
    """The backgrounds of an accent in one theme, and the colour of text on it: tokens of Theme.qml."""

    paper: str
    card: str
    ink_on_primary: str


GROUNDS: Final = {
    "standard": Grounds("#FAF6EF", "#FFFFFF", "#FFFFFF"),
    "dark": Grounds("#0E2A3C", "#173A50", "#081C29"),
    "high_contrast": Grounds("#000000", "#000000", "#000000"),
}
"""By the names of Accent's fields; a test compares them with Theme.qml."""
INK_ON_LIGHT: Final = "#12263A"
INK_ON_NIGHT: Final = "#FFFFFF"


@dataclasses.dataclass(frozen=True, slots=True)
class Accent:
    """The colour of a card's headings, lines and filled buttons in each theme."""

    standard: Colour
    dark: Colour
    high_contrast: Colour


@dataclasses.dataclass(frozen=True, slots=True)
class Colours:
    """tint: the ground behind the card's pictures, the same in every theme as they are drawn for it."""

    tint: Colour
    accent: Accent


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours such as "#12506A", 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colour_problems(colours: Colours) -> Iterator[Problem]:
    """Name every pair of colours that is too hard to read, with what to do."""
    for theme, grounds in GROUNDS.items():
        accent = getattr(colours.accent, theme)
        for ground in sorted({grounds.paper, grounds.card, grounds.ink_on_primary}):
            if (ratio := contrast(accent, ground)) < MIN_CONTRAST_RATIO:
                yield Problem(
                    ("colours", "accent"),
                    f"{theme} = {accent} has a contrast of {ratio:.1f} with {ground}, "
                    f"at least {MIN_CONTRAST_RATIO:g} is needed: take a {_direction(ground)} one",
                )
    if all(contrast(colours.tint, ink) < MIN_CONTRAST_RATIO for ink in (INK_ON_LIGHT, INK_ON_NIGHT)):
        yield Problem(
            ("colours", "tint"),
            f"neither dark nor white text can be read on {colours.tint}: take a much lighter one, such as "
            "#E3EAF7",
        )


def _direction(ground: str) -> str:
    return "darker" if _luminance(ground) > 0.5 else "lighter"  # noqa: PLR2004  # half of all light


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # sRGB
