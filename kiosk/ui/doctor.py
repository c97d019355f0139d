"""The part of the doctor that needs a screen: glass, touch, typeface."""

import math
import platform
from pathlib import Path
from typing import Final

from PySide6 import __version__ as binding
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFont, QGuiApplication, QInputDevice, QRawFont, QScreen

from kiosk.ops.doctor.findings import Finding, fine, problem, warning
from kiosk.store.settings.settings import Settings
from kiosk.ui.pyside.qt_application import FAMILY, RARE, font_files, load_font, load_rare_letters

MILLIMETRES_PER_INCH: Final = 25.4
LIKE_ENOUGH: Final = 0.05
"""As a part of the diagonal: screens report rounded centimetres."""


def examine_screen(settings: Settings) -> list[Finding]:
    """Look at the first screen and at what can be touched and read on it; needs the Qt application."""
    load_font("Regular")
    load_rare_letters()
    letters = [_typeface(settings.content / language) for language in settings.file.languages]
    display = _display(settings, QGuiApplication.primaryScreen())
    return [display, _touch(), *_fonts(font_files()), *letters, _versions()]


def _display(settings: Settings, screen: QScreen) -> Finding:
    size, told = screen.physicalSize(), settings.file.screen_diagonal
    pixels = f"{screen.size().width()}x{screen.size().height()}"
    reported = math.hypot(size.width(), size.height()) / MILLIMETRES_PER_INCH
    if told is None and reported < 1:
        remedy = "measure the glass and set screen_diagonal, or text has the wrong size"
        return problem("display", f"{pixels}, of unknown size", remedy)
    if told is not None and reported >= 1 and abs(told - reported) > LIKE_ENOUGH * told:
        found = f"{pixels}; screen_diagonal says {told:g} inches, the screen {reported:.1f}"
        return warning("display", found, "measure the glass")
    return fine("display", f"{pixels}, {told or round(reported, 1):g} inches")


def _touch() -> Finding:
    screens = [
        device.name()
        for device in QInputDevice.devices()
        if device.type() == QInputDevice.DeviceType.TouchScreen
    ]
    if screens:
        return fine("touch", ", ".join(screens))
    remedy = "see that its cable and driver are there; a mouse works too"
    return warning("touch", "no touch screen is known here", remedy)


def _fonts(files: list[Path]) -> list[Finding]:
    """One face that is missing is drawn as another: sizes and page breaks are then wrong."""
    broken = [path for path in files if not QRawFont(str(path), 12.0).isValid()]
    return [
        problem("typeface", f"{path} is missing or damaged", "install the program again") for path in broken
    ]


def _typeface(folder: Path) -> Finding:
    font, rare = QRawFont.fromFont(QFont(FAMILY)), QRawFont.fromFont(QFont(RARE))
    texts = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.suffix in {".toml", ".ts"})
    lacking = sorted(
        letter
        for letter in set(texts)
        if letter > " " and not any(each.supportsCharacter(ord(letter)) for each in (font, rare))
    )
    subject = f"typeface {folder.name}"
    for face, wanted in ((font, FAMILY), (rare, RARE)):
        if face.familyName() != wanted:
            return problem(subject, f"{face.familyName()} in place of {wanted}", "install the program again")
    if lacking:
        found = f"no {' '.join(lacking)} in {FAMILY} or {RARE}: other letters take their place"
        return warning(subject, found, "install a typeface that has them")
    return fine(subject, f"{FAMILY} and {RARE} have every letter")


def _versions() -> Finding:
    parts = f"Qt {qVersion()}, PySide6 {binding}, Python {platform.python_version()}"
    return fine("versions", f"{parts}, {platform.system()} {platform.release()}")
