"""What the theme is told: how dense the glass is, which colours, and whether anything may move."""

import dataclasses
from typing import cast

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlEngine

from kiosk.core.comfort import Scheme
from kiosk.store.settings.settings import assets_folder


@dataclasses.dataclass(frozen=True, slots=True)
class Appearance:
    """How one window looks; every engine that shows something in it is dressed alike."""

    pixels_per_millimetre: float
    scheme: Scheme
    is_calm: bool

    def apply_to(self, engine: QQmlEngine) -> None:
        """Hand it to the theme of an engine."""
        theme = _theme_of(engine)
        theme.setProperty("assets", QUrl.fromLocalFile(f"{assets_folder()}/").toString())
        theme.setProperty("isCalm", self.is_calm)
        theme.setProperty("scheme", self.scheme)
        self.scale(engine)

    def scale(self, engine: QQmlEngine) -> None:
        """Tell the theme of an engine how dense the glass is, and nothing else: a visitor may have set it."""
        _theme_of(engine).setProperty("pixelsPerMillimetre", self.pixels_per_millimetre)

    def in_colours(self, scheme: Scheme) -> "Appearance":
        """Return the same look in other colours."""
        return dataclasses.replace(self, scheme=scheme)


def _theme_of(engine: QQmlEngine) -> QObject:
    return cast("QObject", engine.singletonInstance("Kiosk.Theme", "Theme"))
