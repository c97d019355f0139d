"""The cover that hides what is on the screen at once: the picture that lifts it, and whether it is on."""

import dataclasses
import enum


class CoverPicture(enum.StrEnum):
    """The pictures of the cover; one of them, which the visitor chose, lifts it."""

    LEAF = "leaf"
    CUP = "cup"
    STAR = "star"


class CoverPhase(enum.StrEnum):
    """Whether the screen is covered, or a picture is being chosen in "Make it easier"."""

    OFF = "off"
    CHOOSING = "choosing"
    ON = "on"


@dataclasses.dataclass(frozen=True, slots=True)
class Cover:
    """The cover of one visit.

    picture: the one that lifts it, None before it was chosen; missed: another one, touched last.
    """

    picture: CoverPicture | None = None
    phase: CoverPhase = CoverPhase.OFF
    missed: CoverPicture | None = None


def lift(cover: Cover) -> Cover:
    """Cover nothing and choose nothing; the picture stays chosen."""
    return Cover(cover.picture)


def end_choice(cover: Cover) -> Cover:
    """Choose no picture any more; what is covered stays covered."""
    return cover if cover.phase is CoverPhase.ON else lift(cover)
