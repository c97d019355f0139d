"""What is drawn beside a card: the pathway healthy or affected, a stop close up, or the scene of a step."""

import dataclasses
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Card, Content
from kiosk.core.content.pathway import Stop
from kiosk.core.content.steps import Scene
from kiosk.core.visit import CardPosition, Visit
from kiosk.ui.card_look import accents, picture
from kiosk.ui.card_on_screen import card_on_screen
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.enums import member_of, number_of
from kiosk.ui.pyside.qt_types import QStringList, QVariantList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
WHOLE = -1
"""Instead of the number of a stop: none is seen close up."""
_SCENE_WORDS: Final[Mapping[Scene, tuple[str, str]]] = {
    "today": ("card.today_alt", "card.today_caption"),
    "home": ("card.home_alt", "card.home_caption"),
    "ticks": ("card.ticks_alt", "card.ticks_caption"),
    "family": ("card.family_alt", "card.family_caption"),
    "hundred": ("card.hundred_alt", "card.hundred_caption"),
    "stroke": ("card.stroke_alt", "card.stroke_caption"),
    "tests": ("card.tests_alt", "card.tests_caption"),
    "care": ("card.care_alt", "card.care_caption"),
}
"""The words of each scene: the alternative text and the caption."""


@dataclasses.dataclass(frozen=True, slots=True)
class PictureSnapshot:
    """What the picture beside a card shows; every text is empty when there is none.

    accents: the card's colour for each theme; tint: of the panel;
    heading: where on the pathway the signal is lost, or that it arrives, in words;
    is_pathway: the pathway is drawn, with the picture `overlay` over it and signals lost at `breaks`;
    drawing: the picture that is drawn alone instead; breaks, closer: numbers of `Enums.Stop`, in closer
    WHOLE for none; close_up: the picture of the stop seen close up; alt: what is drawn, in words.
    """

    accents: tuple[str, ...] = ()
    tint: str = ""
    title: str = ""
    heading: str = ""
    is_pathway: bool = False
    drawing: str = ""
    overlay: str = ""
    breaks: tuple[int, ...] = ()
    is_affected: bool = True
    closer: int = WHOLE
    close_up: str = ""
    is_large: bool = False
    alt: str = ""
    caption: str = ""


def derive_picture(visit: Visit, content: Content | None, sentence: Sentence) -> PictureSnapshot:
    """Return what is drawn beside the card the visitor reads."""
    shown = card_on_screen(visit, content)
    if shown is None:
        return PictureSnapshot()
    position, card = shown.position, shown.card
    scene = shown.step.drawing if shown.step else ""
    has_states = card.picture.has_states
    is_pathway = has_states and not scene
    alt, caption = _words(card, position, scene, sentence)
    return PictureSnapshot(
        accents=accents(card),
        tint=card.colours.tint,
        title=card.title,
        heading=_heading(card.stops, position, sentence) if card.stops and not scene else "",
        is_pathway=is_pathway,
        drawing="" if is_pathway else picture(content, f"pictures/{scene or card.id}.svg"),
        overlay=_overlay(card, position, content) if has_states else "",
        breaks=tuple(number_of(stop) for stop in card.stops) if position.is_affected else (),
        is_affected=position.is_affected,
        closer=number_of(position.closer) if position.closer else WHOLE,
        close_up=f"closer-{position.closer}" if position.closer else "",
        is_large=position.is_large,
        alt=alt,
        caption=caption,
    )


def _overlay(card: Card, position: CardPosition, content: Content | None) -> str:
    state = "affected" if position.is_affected else "healthy"
    return picture(content, f"pictures/{card.id}-{state}.svg")


def _words(card: Card, position: CardPosition, scene: Scene, sentence: Sentence) -> tuple[str, str]:
    """Return the alternative text and the caption."""
    if scene:
        return _scene_words(scene, sentence)
    if position.closer:
        words = _closer_words(position.closer, sentence)
        return words, words
    return card.picture.words(is_affected=position.is_affected)


def _heading(stops: tuple[Stop, ...], position: CardPosition, sentence: Sentence) -> str:
    if not position.is_affected:
        return sentence("card.arrives")
    return sentence("card.lost_at", stops=", ".join(_stop_name(stop, sentence) for stop in stops))


def _stop_name(stop: Stop, sentence: Sentence) -> str:
    match stop:
        case Stop.BRAIN:
            return sentence("stop.brain")
        case Stop.NERVE_CELL:
            return sentence("stop.nerve_cell")
        case Stop.NERVE_FIBER:
            return sentence("stop.nerve_fiber")
        case Stop.JUNCTION:
            return sentence("stop.junction")
        case Stop.MUSCLE:
            return sentence("stop.muscle")


def _scene_words(scene: Scene, sentence: Sentence) -> tuple[str, str]:
    alt, caption = _SCENE_WORDS[scene]
    return sentence(alt), sentence(caption)


def _closer_words(stop: Stop, sentence: Sentence) -> str:
    match stop:
        case Stop.NERVE_CELL:
            return sentence("closer.nerve_cell")
        case Stop.NERVE_FIBER:
            return sentence("closer.nerve_fiber")
        case Stop.JUNCTION:
            return sentence("closer.junction")
        case _:
            return sentence("closer.muscle")


@QmlElement
@QmlUncreatable("made by the composition root")
class PictureViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The picture on screen, and what a touch on it does."""

    accentsChanged = Signal()
    tintChanged = Signal()
    titleChanged = Signal()
    headingChanged = Signal()
    isPathwayChanged = Signal()
    drawingChanged = Signal()
    overlayChanged = Signal()
    breaksChanged = Signal()
    isAffectedChanged = Signal()
    closerChanged = Signal()
    closeUpChanged = Signal()
    isLargeChanged = Signal()
    altChanged = Signal()
    captionChanged = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._translations = translations
        self._shown = PictureSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_picture(
            self._visit_holder.visit, self._library.content, self._translations.sentence
        )
        announce_changes(self, before, self._shown)

    @Slot()
    def showHealthy(self) -> None:
        """Show the picture healthy."""
        self._visit_holder.apply(lambda visit: visits.show_state(visit, is_affected=False))

    @Slot()
    def showAffected(self) -> None:
        """Show the picture affected."""
        self._visit_holder.apply(lambda visit: visits.show_state(visit, is_affected=True))

    @Slot(int)
    def lookCloser(self, stop: int) -> None:
        """Show a stop close up."""
        self._visit_holder.apply(lambda visit: visits.look_closer(visit, member_of(Stop, stop)))

    @Slot()
    def showWhole(self) -> None:
        """Show the whole pathway again."""
        self._visit_holder.apply(lambda visit: visits.look_closer(visit, None))

    @Slot(bool)
    def enlarge(self, is_large: bool) -> None:  # noqa: FBT001  # QML calls by position
        """Let the picture cover the text, or no longer."""
        self._visit_holder.apply(lambda visit: visits.enlarge(visit, is_large=is_large))

    @Property(QStringList, notify=accentsChanged)
    def accents(self) -> list[str]:
        return list(self._shown.accents)

    @Property(str, notify=tintChanged)
    def tint(self) -> str:
        return self._shown.tint

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self._shown.title

    @Property(str, notify=headingChanged)
    def heading(self) -> str:
        return self._shown.heading

    @Property(bool, notify=isPathwayChanged)
    def isPathway(self) -> bool:
        return self._shown.is_pathway

    @Property(str, notify=drawingChanged)
    def drawing(self) -> str:
        return self._shown.drawing

    @Property(str, notify=overlayChanged)
    def overlay(self) -> str:
        return self._shown.overlay

    @Property(QVariantList, notify=breaksChanged)
    def breaks(self) -> list[int]:
        return list(self._shown.breaks)

    @Property(bool, notify=isAffectedChanged)
    def isAffected(self) -> bool:
        return self._shown.is_affected

    @Property(int, notify=closerChanged)
    def closer(self) -> int:
        return self._shown.closer

    @Property(str, notify=closeUpChanged)
    def closeUp(self) -> str:
        return self._shown.close_up

    @Property(bool, notify=isLargeChanged)
    def isLarge(self) -> bool:
        return self._shown.is_large

    @Property(str, notify=altChanged)
    def alt(self) -> str:
        return self._shown.alt

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        return self._shown.caption
