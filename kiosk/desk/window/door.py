"""Opens the desk of a folder, or says why it cannot be opened and lets staff choose another folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow

from kiosk.core.errors import KioskError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.places import is_new
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.desk.window.pages.problem import ProblemPage
from kiosk.desk.window.qt_words import translate_qt
from kiosk.desk.window.widgets import folder_to_begin


class Door:
    """Holds the one window that is open."""

    def __init__(
        self, environment: DeskWindowEnvironment, usual: Path | None, remember: Callable[[Path], None]
    ) -> None:
        """Take what the window needs; usual: the folder in which a desk may begin without being there.

        remember: keeps a folder that was chosen for the next start.
        """
        self._environment = environment
        self._usual = usual
        self._remember = remember
        self.window: QMainWindow | None = None

    def open(self, root: Path) -> None:
        """Show the desk whose folder is root, or what is wrong with it."""
        office = DeskFolder(root)
        try:
            begins = is_new(office, is_usual=root == self._usual)
            desk = DeskWindow(office, self._environment, begins=begins)
        except (KioskError, OSError) as error:
            self._show(self._problem(root, _sentence(root, error)))
        else:
            desk.set_up.folderWanted.connect(lambda: self._choose(root))
            self._show(desk)

    def _show(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _problem(self, root: Path, sentence: str) -> QMainWindow:
        window = QMainWindow()
        window.setWindowTitle(tr("Call-back desk"))
        window.resize(1000, 480)
        translate_qt(window)
        page = ProblemPage(sentence)
        page.againWanted.connect(lambda: self.open(root))
        page.folderWanted.connect(lambda: self._choose(root))
        page.left.connect(window.close)
        window.setCentralWidget(page)
        page.enter()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(page, sentence))
        return window

    def _choose(self, root: Path) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.window,
            tr("Choose the desk's own folder, or an empty one to begin a desk"),
            folder_to_begin(str(root)),
        )
        if chosen:
            folder = Path(chosen)
            self.open(folder)
            if isinstance(self.window, DeskWindow):
                self._remember(folder)


def _sentence(root: Path, error: KioskError | OSError) -> str:
    if isinstance(error, OSError):
        return tr(
            "{root} cannot be read ({reason}): check its disk and your permissions, then try again.",
            root=root,
            reason=error.strerror,
        )
    return str(error)
