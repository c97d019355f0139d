"""Started by first_frame.py: shows a window, writes one byte at its first frame, ends.

usage: first_frame_child.py empty | kiosk CONFIG
"""

import os
import sys
from pathlib import Path


def tell_and_end() -> None:
    """Tell the parent that the first frame was swapped."""
    os.write(1, b".")
    os._exit(0)


def show_empty_window() -> None:
    """Show the least a Qt Quick program can show."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQuick import QQuickWindow  # noqa: PLC0415

    application = QGuiApplication(["empty"])
    window = QQuickWindow()
    window.resize(1920, 1080)
    window.frameSwapped.connect(tell_and_end)
    window.show()
    application.exec()


def show_kiosk(config: Path) -> None:
    """Show the kiosk the way `kiosk run` does."""
    import kiosk.__main__  # noqa: PLC0415
    from kiosk.store.settings import load_settings  # noqa: PLC0415
    from kiosk.ui.app import Glass, Kiosk, start_qt  # noqa: PLC0415

    assert kiosk.__main__.main
    application = start_qt(["kiosk"])
    program = Kiosk(load_settings(config), glass=Glass(1920, 1080, 21.5))
    program.window.frameSwapped.connect(tell_and_end)
    application.exec()


if sys.argv[1] == "empty":
    show_empty_window()
else:
    show_kiosk(Path(sys.argv[2]))
