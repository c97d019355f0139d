"""What is drawn beside a card: the pathway healthy or affected, a stop close up, or the scene of a step."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Card, Content, Step
from kiosk.core.visit import CardPosition
from kiosk.ui.card_look import accents, picture
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


def state_picture(content: Content | None, card: Card | None, *, is_affected: bool) -> str:
    """Return the address of what is drawn over the pathway, "" for a card whose picture stands alone."""
    if card is None or not card.picture.affected_alt:
        return ""
    return picture(content, f"pictures/{card.id}-{'affected' if is_affected else 'healthy'}.svg")


def lone_picture(content: Content | None, card: Card | None, scene: str) -> str:
    """Return the address of what is drawn without the pathway: the scene of a step, or the card's picture."""
    if scene:
        return picture(content, f"pictures/{scene}.svg")
    if card is None or card.picture.affected_alt:
        return ""
    return picture(content, f"pictures/{card.id}.svg")


@QmlElement
@QmlUncreatable("made by the composition root")
class PictureViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The picture on screen; every text is empty when there is none."""

    changed = Signal()

    def __init__(
        self, visit_holder: VisitHolder, library: ContentLibrary, translations: Translations, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._translations = translations
        self._library = library
        visit_holder.changed.connect(self.changed)
        library.changed.connect(self.changed)

    @property
    def _position(self) -> CardPosition | None:
        return self._visit_holder.visit.card

    @property
    def _card(self) -> Card | None:
        content, place = self._library.content, self._position
        return None if content is None or place is None else content.card(place.card)

    @property
    def _step(self) -> Step | None:
        card, place = self._card, self._position
        if card is None or place is None or place.step >= len(card.steps):
            return None
        return card.steps[place.step]

    def _get_accents(self) -> list[str]:
        return accents(self._card)

    def _get_tint(self) -> str:
        return card.colours.tint if (card := self._card) else ""

    def _get_overlay(self) -> str:
        return state_picture(self._library.content, self._card, is_affected=self._get_is_affected())

    def _get_drawing(self) -> str:
        return lone_picture(self._library.content, self._card, self._get_scene())

    def _get_title(self) -> str:
        return card.title if (card := self._card) else ""

    def _get_stops(self) -> list[str]:
        return list(card.stops) if (card := self._card) else []

    def _get_stop_names(self) -> str:
        names = {
            "brain": self._translations.sentence("stop.brain"),
            "nerve-cell": self._translations.sentence("stop.nerve_cell"),
            "nerve-fiber": self._translations.sentence("stop.nerve_fiber"),
            "junction": self._translations.sentence("stop.junction"),
            "muscle": self._translations.sentence("stop.muscle"),
        }
        return ", ".join(names[stop] for stop in self._get_stops())

    def _get_has_states(self) -> bool:
        return bool(card.picture.affected_alt) if (card := self._card) else False

    def _get_is_affected(self) -> bool:
        return place.is_affected if (place := self._position) else True

    def _get_scene(self) -> str:
        return self._step.drawing if self._step else ""

    def _get_closer(self) -> str:
        return place.closer if (place := self._position) else ""

    def _get_is_large(self) -> bool:
        return place.is_large if (place := self._position) else False

    def _get_alt(self) -> str:
        card = self._card
        if card is None:
            return ""
        if self._get_scene():
            return self._scene_words[0]
        if self._get_closer():
            return self._closer_words
        state = card.picture.affected_alt if self._get_is_affected() else card.picture.healthy_alt
        return state or card.picture.alt

    def _get_caption(self) -> str:
        if self._get_scene():
            return self._scene_words[1]
        if self._get_closer():
            return self._closer_words
        return card.picture.caption if (card := self._card) else ""

    @property
    def _scene_words(self) -> tuple[str, str]:
        """What is drawn, and what stands under it."""
        sentence = self._translations.sentence
        match self._get_scene():
            case "home":
                return sentence("card.home_alt"), sentence("card.home_caption")
            case "ticks":
                return sentence("card.ticks_alt"), sentence("card.ticks_caption")
            case "family":
                return sentence("card.family_alt"), sentence("card.family_caption")
            case "hundred":
                return sentence("card.hundred_alt"), sentence("card.hundred_caption")
            case "stroke":
                return sentence("card.stroke_alt"), sentence("card.stroke_caption")
            case _:
                return sentence("card.today_alt"), sentence("card.today_caption")

    @property
    def _closer_words(self) -> str:
        match self._get_closer():
            case "nerve-cell":
                return self._translations.sentence("closer.nerve_cell")
            case "nerve-fiber":
                return self._translations.sentence("closer.nerve_fiber")
            case "junction":
                return self._translations.sentence("closer.junction")
            case _:
                return self._translations.sentence("closer.muscle")

    @Slot()
    def showHealthy(self) -> None:  # QML's name
        """Show the picture healthy."""
        self._visit_holder.apply(lambda visit: visits.show_state(visit, is_affected=False))

    @Slot()
    def showAffected(self) -> None:
        """Show the picture affected."""
        self._visit_holder.apply(lambda visit: visits.show_state(visit, is_affected=True))

    @Slot(str)
    def lookCloser(self, stop: str) -> None:
        """Show a stop close up, and at "" the whole pathway again."""
        self._visit_holder.apply(lambda visit: visits.look_closer(visit, stop))

    @Slot(bool)
    def enlarge(self, is_large: bool) -> None:  # noqa: FBT001  # QML calls by position
        """Let the picture cover the text, or no longer."""
        self._visit_holder.apply(lambda visit: visits.enlarge(visit, is_large=is_large))

    accents = Property(QStringList, _get_accents, notify=changed)
    tint = Property(str, _get_tint, notify=changed)
    overlay = Property(str, _get_overlay, notify=changed)
    drawing = Property(str, _get_drawing, notify=changed)
    title = Property(str, _get_title, notify=changed)
    stops = Property(QStringList, _get_stops, notify=changed)
    stopNames = Property(str, _get_stop_names, notify=changed)
    hasStates = Property(bool, _get_has_states, notify=changed)
    isAffected = Property(bool, _get_is_affected, notify=changed)
    scene = Property(str, _get_scene, notify=changed)
    closer = Property(str, _get_closer, notify=changed)
    isLarge = Property(bool, _get_is_large, notify=changed)
    alt = Property(str, _get_alt, notify=changed)
    caption = Property(str, _get_caption, notify=changed)
