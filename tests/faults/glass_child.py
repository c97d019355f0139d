"""The kiosk full screen in a process of its own: answers each line on standard input with one.

right           "yes" when the X screen shows exactly the window, as large as the first screen, in its scale;
                else what is not
sound           "yes" when the inspection of a tour finds nothing wrong on the screen, else what it finds
card            shows a page with a list of points and a picture
save FILE       the X screen as it is, into a PNG
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.core.visit import open_card, start
from kiosk.store.settings.settings import load_settings
from kiosk.tour.inspection import Inspection
from kiosk.ui.app import Kiosk
from kiosk.ui.glass import measure
from kiosk.ui.pyside.qt_application import start_qt

if TYPE_CHECKING:
    from collections.abc import Callable


def _pixels(picture: QImage) -> QImage:
    return picture.convertToFormat(QImage.Format.Format_RGB32)


def _right(kiosk: Kiosk, diagonal: float | None) -> str:
    screen = QGuiApplication.primaryScreen()
    place = screen.geometry()
    shown = _pixels(screen.grabWindow(0, 0, 0, place.width(), place.height()).toImage())
    own = _pixels(kiosk.window.grabWindow())
    if shown.size() != own.size():
        return f"{own.size().toTuple()} on {shown.size().toTuple()}"
    if measure(None, diagonal)[0] != kiosk.pixels_per_millimetre:
        return "another scale"
    return "yes" if shown == own else "another picture"


def _sound(kiosk: Kiosk) -> str:
    picture = kiosk.window.grabWindow()
    return " ".join(Inspection(kiosk.window, picture, kiosk.pixels_per_millimetre).problems()) or "yes"


def _card(kiosk: Kiosk) -> str:
    if not kiosk.is_complete or kiosk.library.content is None:
        return "not yet"
    kiosk.visit_holder.become(open_card(start("en"), "genetic", 3))
    return "yes"


def main(config: Path) -> int:
    application = start_qt(["kiosk"])
    settings = load_settings(config)
    kiosk = Kiosk(settings)

    def answer() -> None:
        verb, _, rest = sys.stdin.readline().strip().partition(" ")
        says: dict[str, Callable[[], str]] = {
            "right": lambda: _right(kiosk, settings.file.screen_diagonal),
            "sound": lambda: _sound(kiosk),
            "card": lambda: _card(kiosk),
            "save": lambda: str(QGuiApplication.primaryScreen().grabWindow(0).save(rest)),
        }
        print(says[verb](), flush=True)

    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(answer)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
