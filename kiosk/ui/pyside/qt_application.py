"""The one Qt application of a process: its renderer, its locale, its typeface and its messages."""

import os
import sys
from pathlib import Path
from typing import Final

import fontpkg_atkinson_hyperlegible as atkinson
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QWindow

from kiosk.store.settings.settings import assets_folder
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.refcounts import immortalize_singletons

FILLED_BY_COMPOSITOR: Final = "SCREEN_FILLED_BY_COMPOSITOR"
"""In the environment: set by assets/installer/debian/session."""
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
    # Qt shares out each line of a picture among threads: on a small machine they wait for each other most.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    if not has_graphics_card():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(arguments)
    application.setApplicationName("kiosk")
    load_font("Bold")
    return application


def fill_screen(window: QWindow, place: QRect) -> None:
    """Show a window over the whole of the screen that is at this place, where nobody else does so."""
    window.setGeometry(place)
    if is_filled_by_compositor():
        window.show()
    else:
        window.showFullScreen()


def is_filled_by_compositor() -> bool:
    """Whether the compositor alone says where a window is and how large, as the session tells.

    cage 0.2.1 dies of a window that asks for the full screen before it was first drawn (wlroots:
    `surface->initialized`). In cage 0.1.4 one that never asks stays small.
    """
    return os.environ.get(FILLED_BY_COMPOSITOR) == "1"


def has_graphics_card() -> bool:
    """Whether something draws faster than Qt's software renderer; taken as given elsewhere than on Linux.

    OpenGL computed by the processor takes twice the memory and half a second longer to start.
    """
    return sys.platform != "linux" or any(Path("/dev/dri").glob("renderD*"))


def load_font(weight: str) -> None:
    """Load one weight of the kiosk's typeface: Bold for the first screen, Regular for the others."""
    QFontDatabase.addApplicationFont(str(_font_file(weight)))


def load_rare_letters() -> None:
    """Load the letters that visitors' names have and the kiosk's typeface lacks."""
    QFontDatabase.addApplicationFont(str(_rare_letters()))
    if RARE not in QFont.substitutes(FAMILY):
        QFont.insertSubstitution(FAMILY, RARE)


def font_files() -> list[Path]:
    """Return every file that text is drawn with."""
    return [_font_file("Bold"), _font_file("Regular"), _rare_letters()]


def _font_file(weight: str) -> Path:
    return Path(str(atkinson.ROOT)) / "files" / f"AtkinsonHyperlegible-{weight}.ttf"


def _rare_letters() -> Path:
    return assets_folder() / "fonts" / "BeVietnamPro-Bold.ttf"
