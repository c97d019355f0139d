"""Interface words by id: Qt's own translator over what `lrelease` made of interface.ts."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, qtTrId

from kiosk.core.errors import ContentError


class Words:
    """The words of one language, installed for `qsTrId` until let go."""

    def __init__(self, file: Path, parent: QObject) -> None:
        """Load a .qm file; raises ContentError when it cannot be."""
        self._translator = QTranslator(parent)
        if not self._translator.load(str(file)):
            raise ContentError(f"{file} cannot be read: run `make words`, or install the program again.")
        QCoreApplication.installTranslator(self._translator)

    def sentence(self, word_id: str, **placeholders: str) -> str:
        """Return the words of an id with {placeholders} filled in."""
        return qtTrId(word_id).format_map(placeholders)

    def let_go(self) -> None:
        """Take the words out of Qt again."""
        QCoreApplication.removeTranslator(self._translator)
