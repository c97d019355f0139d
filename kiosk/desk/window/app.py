"""Starts Qt and shows the window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.desk.window.widgets import enlarge
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.refcounts import immortalize_singletons


def open_window(root: Path, environment: DeskWindowEnvironment) -> int:
    """Show the desk whose folder is root until it is closed; returns the exit code.

    Raises SettingsError or SealError when the folder holds a broken desk.toml or recipients.txt.
    """
    immortalize_singletons()
    log_qt_messages()
    application = QApplication(sys.argv[:1])
    enlarge(application)
    window = DeskWindow(DeskFolder(root.absolute()), environment)
    window.show()
    return application.exec()
