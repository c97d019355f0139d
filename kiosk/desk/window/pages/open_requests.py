"""Where the requests are: a stick, a shared folder, the kiosk's own spool."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo, Signal

from kiosk.desk.window.widgets import FolderField, Page, button, label, row
from kiosk.store.stick import FOLDER


class OpenPage(Page):
    """Emits the folder that was chosen."""

    folderChosen = Signal(Path)  # noqa: N815  # signals read like Qt's own
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Open requests")
        self.folder = FolderField("&Folder:", "Choose the stick or the folder with the requests")
        self.folder.line.returnPressed.connect(self._open)
        self._found = label()
        self.add(
            label(
                "Plug in the stick that was filled at the kiosk, or choose the shared folder. Each request "
                "is kept at this desk first; then the stick gets a receipt, which the kiosk takes at the "
                "next visit."
            ),
            self._found,
            self.folder,
            row(button("&Open", self._open, is_default=True), button("&Back", self.left.emit)),
        )
        self.column.addStretch()
        self.first = self.folder.line

    def enter(self) -> None:
        """Look for sticks, and offer the first."""
        mounted = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if volume.isReady()]
        sticks = [root for root in mounted if (root / FOLDER).is_dir()]
        self._found.setText(f"Found a stick with requests: {sticks[0]}" if sticks else "No stick was found.")
        if sticks:
            self.folder.line.setText(str(sticks[0]))
        super().enter()

    def _open(self) -> None:
        folder = self.folder.ask()
        if folder is not None:
            self.folderChosen.emit(folder)
