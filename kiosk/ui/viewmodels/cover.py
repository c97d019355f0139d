"""The cover: one touch hides the screen from whoever walks past, one of three pictures brings it back."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import cover_steps
from kiosk.core import visit as visits
from kiosk.core.cover import CoverPhase, CoverPicture
from kiosk.core.visit import Visit
from kiosk.ui.enums import member_of, number_of
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

NONE = -1
"""No picture."""


@dataclasses.dataclass(frozen=True, slots=True)
class CoverSnapshot:
    """What of the cover is on the glass.

    phase: a number of `Enums.CoverPhase`; names: of the pictures, in the order of their numbers; picture,
    missed: numbers of `Enums.CoverPicture`, NONE before one was chosen, and before another one was touched.
    """

    phase: int = number_of(CoverPhase.OFF)
    names: tuple[str, ...] = ("",) * len(CoverPicture)
    picture: int = NONE
    missed: int = NONE


def derive_cover(visit: Visit, sentence: Sentence) -> CoverSnapshot:
    """Return what of a visit's cover is on the glass."""
    cover = visit.cover
    return CoverSnapshot(
        phase=number_of(cover_steps.phase_on_glass(visit)),
        names=(sentence("cover.leaf"), sentence("cover.cup"), sentence("cover.star")),
        picture=NONE if cover.picture is None else number_of(cover.picture),
        missed=NONE if cover.missed is None else number_of(cover.missed),
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class CoverViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The cover over the screen, and the choice of its picture."""

    phaseChanged = Signal()
    namesChanged = Signal()
    pictureChanged = Signal()
    missedChanged = Signal()

    def __init__(self, visit_holder: VisitHolder, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._translations = translations
        self._shown = CoverSnapshot()
        visit_holder.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_cover(self._visit_holder.visit, self._translations.sentence)
        announce_changes(self, before, self._shown)

    @Slot()
    def hide(self) -> None:
        """Cover the screen; the first time, choose a picture before."""
        self._visit_holder.apply(cover_steps.cover_screen)

    @Slot(int)
    def touch(self, picture: int) -> None:
        """Touch a picture by its number in `Enums.CoverPicture`."""
        member = member_of(CoverPicture, picture)
        self._visit_holder.apply(lambda visit: cover_steps.touch_picture(visit, member))

    @Slot()
    def leave(self) -> None:
        """Choose no picture, and go on where the visitor was."""
        self._visit_holder.apply(visits.end_making_easier)

    @Property(int, notify=phaseChanged)
    def phase(self) -> int:
        return self._shown.phase

    @Property(QStringList, constant=True)
    def icons(self) -> list[str]:
        return list(CoverPicture)

    @Property(QStringList, notify=namesChanged)
    def names(self) -> list[str]:
        return list(self._shown.names)

    @Property(int, notify=pictureChanged)
    def picture(self) -> int:
        return self._shown.picture

    @Property(int, notify=missedChanged)
    def missed(self) -> int:
        return self._shown.missed
