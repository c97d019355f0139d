"""Make it easier: what a visitor sets to see and touch more easily, for this visit."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.comfort import (
    DEFAULT_TEXT_SIZE,
    SWITCH_SECONDS,
    TEXT_SIZES,
    THEMES,
    Comfort,
    Room,
    change_pace,
    choose_reach,
    choose_text_size,
    toggle_one_switch,
)
from kiosk.core.reach import Reach
from kiosk.store.settings.keys import SettingsFile
from kiosk.store.settings.settings import Settings
from kiosk.ui.enums import member_of, number_of
from kiosk.ui.pyside.qt_types import QVariantList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class ComfortSnapshot:
    """What is set now.

    text_sizes: how many there is room for; text_size: counted from 1; scheme: index of the colours in THEMES;
    reaches: the parts of the glass there are to choose from, by their numbers in `Enums.Reach`; reach: which.
    """

    text_sizes: int = TEXT_SIZES
    text_size: int = DEFAULT_TEXT_SIZE
    scheme: int = 0
    is_calm: bool = False
    has_easy_touch: bool = False
    reaches: tuple[int, ...] = (0,)
    reach: int = 0
    has_one_switch: bool = False
    switch_seconds: float = 1.0


def derive_comfort(comfort: Comfort, file: SettingsFile, room: Room) -> ComfortSnapshot:
    """Return what is set: by the visitor, or else by the clinic; room: what the glass has room for."""
    return ComfortSnapshot(
        text_sizes=room.text_sizes_on(comfort.reach),
        text_size=comfort.text_size,
        scheme=THEMES.index(comfort.scheme or file.theme),
        is_calm=file.calm if comfort.is_calm is None else comfort.is_calm,
        has_easy_touch=comfort.has_easy_touch,
        reaches=tuple(map(number_of, room.parts)),
        reach=number_of(comfort.reach),
        has_one_switch=comfort.has_one_switch,
        switch_seconds=comfort.switch_seconds,
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class ComfortViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The panel "Make it easier"; room: what the glass has room for, told with the next change."""

    textSizesChanged = Signal()
    textSizeChanged = Signal()
    schemeChanged = Signal()
    isCalmChanged = Signal()
    hasEasyTouchChanged = Signal()
    reachesChanged = Signal()
    reachChanged = Signal()
    hasOneSwitchChanged = Signal()
    switchSecondsChanged = Signal()

    def __init__(self, visit_holder: VisitHolder, settings: Settings, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._settings = settings
        self.room = room
        self._shown = self._derive()
        visit_holder.changed.connect(self._refresh)

    def _derive(self) -> ComfortSnapshot:
        return derive_comfort(self._visit_holder.visit.comfort, self._settings.file, self.room)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = self._derive()
        announce_changes(self, before, self._shown)

    def _set(self, change: Callable[[Comfort], Comfort]) -> None:
        self._visit_holder.apply(lambda visit: visits.set_comfort(visit, change))

    @Slot(int)
    def chooseTextSize(self, size: int) -> None:  # QML's name
        """Take a size of text, counted from 1."""
        self._set(lambda comfort: choose_text_size(comfort, size, self.room))

    @Slot(int)
    def chooseScheme(self, index: int) -> None:
        """Take colours by their index in THEMES."""
        self._set(lambda comfort: dataclasses.replace(comfort, scheme=THEMES[index]))

    @Slot()
    def toggleCalm(self) -> None:
        """Let nothing move, or everything again."""
        is_calm = self._shown.is_calm
        self._set(lambda comfort: dataclasses.replace(comfort, is_calm=not is_calm))

    @Slot()
    def toggleEasyTouch(self) -> None:
        """Make larger targets, fewer of them, and wait longer between two touches; or no longer."""
        has = self._shown.has_easy_touch
        self._set(lambda comfort: dataclasses.replace(comfort, has_easy_touch=not has))

    @Slot(int)
    def chooseReach(self, number: int) -> None:
        """Move all screens to a part of the glass, by its number in `Enums.Reach`."""
        self._set(lambda comfort: choose_reach(comfort, member_of(Reach, number), self.room))

    @Slot()
    def toggleOneSwitch(self) -> None:
        """Let what can be chosen light up in turn for one switch, or no longer."""
        self._set(toggle_one_switch)

    @Slot(int)
    def changePace(self, steps: int) -> None:
        """Let each choice be lit longer, or shorter, by so many steps."""
        self._set(lambda comfort: change_pace(comfort, steps))

    @Slot()
    def done(self) -> None:
        """Go on where the visitor was."""
        self._visit_holder.apply(visits.end_making_easier)

    @Property(int, notify=textSizesChanged)
    def textSizes(self) -> int:
        return self._shown.text_sizes

    @Property(int, notify=textSizeChanged)
    def textSize(self) -> int:
        return self._shown.text_size

    @Property(int, notify=schemeChanged)
    def scheme(self) -> int:
        return self._shown.scheme

    @Property(bool, notify=isCalmChanged)
    def isCalm(self) -> bool:
        return self._shown.is_calm

    @Property(bool, notify=hasEasyTouchChanged)
    def hasEasyTouch(self) -> bool:
        return self._shown.has_easy_touch

    @Property(QVariantList, notify=reachesChanged)
    def reaches(self) -> list[int]:
        return list(self._shown.reaches)

    @Property(int, notify=reachChanged)
    def reach(self) -> int:
        return self._shown.reach

    @Property(bool, notify=hasOneSwitchChanged)
    def hasOneSwitch(self) -> bool:
        return self._shown.has_one_switch

    @Property(float, notify=switchSecondsChanged)
    def switchSeconds(self) -> float:
        return self._shown.switch_seconds

    @Property(bool, notify=switchSecondsChanged)
    def isSlowestSwitch(self) -> bool:
        return self._shown.switch_seconds == SWITCH_SECONDS[-1]

    @Property(bool, notify=switchSecondsChanged)
    def isFastestSwitch(self) -> bool:
        return self._shown.switch_seconds == SWITCH_SECONDS[0]
