"""How a visitor covers the screen and comes back to exactly where they were."""

import dataclasses

from kiosk.core.cover import Cover, CoverPhase, CoverPicture, lift
from kiosk.core.visit import Screen, Visit


def phase_on_glass(visit: Visit) -> CoverPhase:
    """Return what of the cover is on the glass; a call for help lies above it."""
    return CoverPhase.OFF if visit.screen is Screen.HELP else visit.cover.phase


def cover_screen(visit: Visit) -> Visit:
    """Cover the screen from "Make it easier"; the first time, let the visitor choose a picture before."""
    if not visit.is_making_easier:
        return visit
    if visit.cover.picture is None:
        return dataclasses.replace(visit, cover=Cover(phase=CoverPhase.CHOOSING))
    return _covered(visit, visit.cover.picture)


def touch_picture(visit: Visit, picture: CoverPicture) -> Visit:
    """Choose the picture, which covers the screen at once; or try to lift the cover with it.

    Another picture than the one chosen lifts nothing and loses nothing.
    """
    match phase_on_glass(visit):
        case CoverPhase.CHOOSING:
            return _covered(visit, picture)
        case CoverPhase.ON if picture is visit.cover.picture:
            return dataclasses.replace(visit, cover=lift(visit.cover))
        case CoverPhase.ON:
            return dataclasses.replace(visit, cover=dataclasses.replace(visit.cover, missed=picture))
    return visit


def _covered(visit: Visit, picture: CoverPicture) -> Visit:
    return dataclasses.replace(visit, cover=Cover(picture, CoverPhase.ON), is_making_easier=False)
