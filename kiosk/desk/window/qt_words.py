"""Qt's own words, such as those of its dialogs, in the language of the desk."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from kiosk.core.staff_words import spoken
from kiosk.desk.staff_language import SOURCE


def translate_qt(window: QObject) -> None:
    """Let Qt speak as the desk does while a window lives; in English where Qt has no such words."""
    translator = QTranslator(window)  # takes itself out of the program when the window goes
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if spoken() != SOURCE and translator.load(f"qtbase_{spoken()}", folder):
        QCoreApplication.installTranslator(translator)
