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
        theme = cast("QObject", engine.singletonInstance("Kiosk.Theme", "Theme"))
        theme.setProperty("assets", QUrl.fromLocalFile(f"{assets_folder()}/").toString())
        theme.setProperty("isCalm", self.is_calm)
        theme.setProperty("pixelsPerMillimetre", self.pixels_per_millimetre)
        theme.setProperty("scheme", self.scheme)

    def in_colours(self, scheme: Scheme) -> "Appearance":
        """Return the same look in other colours."""
        return dataclasses.replace(self, scheme=scheme)
