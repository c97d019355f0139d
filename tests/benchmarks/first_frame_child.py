"""Started by first_frame.py: shows a window, writes one byte at its first frame, ends.

usage: first_frame_child.py empty | kiosk CONFIG
"""

import argparse
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


def show_kiosk(config: str) -> None:
    """Run `kiosk run`, telling at the moment the program itself learns of its first frame."""
    import kiosk.__main__ as program  # noqa: PLC0415

    # The child before ended without a word, and three of those lead to safe mode.
    (Path(config).parent / "spool" / "state" / "starts").unlink(missing_ok=True)

    run = program._run

    def run_and_tell(arguments: argparse.Namespace) -> int:
        from kiosk.ui.upkeep.first_frame import FirstFrame  # noqa: PLC0415

        setattr(FirstFrame, "on_swapped", lambda _: tell_and_end())  # noqa: B010  # mypy sees a method there
        return run(arguments)

    program._run = run_and_tell
    program.main(["run", "--config", config, "--windowed", "1920x1080"])


if sys.argv[1] == "empty":
    show_empty_window()
else:
    show_kiosk(sys.argv[2])
