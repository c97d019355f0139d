"""Starts Qt and shows the window."""

import contextlib
import dataclasses
import functools
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kiosk.core.errors import KeyFileError
from kiosk.desk.access.places import configuration_folder, office_to_open, remember_office, usual_office
from kiosk.desk.window.door import Door
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.desk.window.widgets import enlarge
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.refcounts import immortalize_singletons


def open_window(root: Path | None, environment: DeskWindowEnvironment) -> int:
    """Show a desk until it is closed; returns the exit code.

    root: its folder; None: the one that was chosen here before, or the usual one. Raises KeyFileError when
    nobody named a folder and this user has no home.
    """
    usual = configuration = None
    with contextlib.suppress(KeyFileError):
        usual, configuration = usual_office(), configuration_folder(os.environ)
    remember = functools.partial(remember_office, configuration) if configuration else lambda _office: None
    office = office_to_open(root, os.environ)
    immortalize_singletons()
    log_qt_messages()
    application = QApplication(sys.argv[:1])
    enlarge(application)
    # A program that macOS's desktop starts has no language in its environment.
    language = environment.language or QLocale.system().name()
    door = Door(dataclasses.replace(environment, language=language), usual, remember)
    door.open(office.absolute())
    return application.exec()
