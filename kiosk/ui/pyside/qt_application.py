"""The one Qt application of a process: its renderer, its locale, its typeface and its messages."""

import os
import sys
from pathlib import Path
from typing import Final

import fontpkg_atkinson_hyperlegible as atkinson
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QWindow

from kiosk.store.settings.settings import assets_folder
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.refcounts import immortalize_singletons

FAMILY: Final = "Atkinson Hyperlegible"
RARE: Final = "Be Vietnam Pro"
"""What the kiosk's typeface lacks is taken from here: Vietnamese, and rare letters of European names."""


def start_qt(arguments: list[str]) -> QGuiApplication:
    """Make the one Qt application, with the kiosk's fonts and its messages in the journal."""
    immortalize_singletons()
    log_qt_messages()
    # A service has no locale, and Qt wants one with UTF-8; dates and numbers are never formatted by it.
    if not any("UTF" in os.environ.get(name, "").upper() for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        os.environ["LC_ALL"] = "C.UTF-8"
    if not has_graphics_card():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(arguments)
    application.setApplicationName("kiosk")
    load_font("Bold")
    return application


def fill_screen(window: QWindow) -> None:
    """Show a window over the whole screen.

    A compositor for one program makes it as large by itself, and cage 0.2.1 dies of a window that asks for it
    before it was first drawn (wlroots: `surface->initialized`).
    """
    if QGuiApplication.platformName() == "wayland":
        window.show()
    else:
        window.showFullScreen()


def has_graphics_card() -> bool:
    """Whether something draws faster than Qt's software renderer; taken as given elsewhere than on Linux.

    OpenGL computed by the processor takes twice the memory and half a second longer to start.
    """
    return sys.platform != "linux" or any(Path("/dev/dri").glob("renderD*"))


def load_font(weight: str) -> None:
    """Load one weight of the kiosk's typeface: Bold for the first screen, Regular for the others."""
    QFontDatabase.addApplicationFont(str(atkinson.ROOT / "files" / f"AtkinsonHyperlegible-{weight}.ttf"))


def load_rare_letters() -> None:
    """Load the letters that visitors' names have and the kiosk's typeface lacks."""
    QFontDatabase.addApplicationFont(str(assets_folder() / "fonts" / "BeVietnamPro-Bold.ttf"))
    if RARE not in QFont.substitutes(FAMILY):
        QFont.insertSubstitution(FAMILY, RARE)
