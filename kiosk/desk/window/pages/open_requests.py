"""Where the requests are: a stick, a shared folder, the kiosk's own spool."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStorageInfo, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent

from kiosk.core.errors import StickError
from kiosk.core.staff_words import tr
from kiosk.desk.window.widgets import FolderField, Page, button, label, row
from kiosk.store.stick import FOLDER
from kiosk.store.volumes import removable_volumes

_LOOK_EVERY_MS: Final = 2000
"""Milliseconds: a stick is offered soon after it was put in. Chosen; not measured."""


class OpenPage(Page):
    """Emits the folder that was chosen."""

    folderChosen = Signal(Path)  # noqa: N815  # signals read like Qt's own
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Open requests"))
        self.folder = FolderField(tr("&Folder:"), tr("Choose the stick or the folder with the requests"))
        self.folder.line.returnPressed.connect(self._open)
        self._found = label()
        self._sticks: list[Path] = []
        self._remembered = self._offered = ""
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.add(
            label(
                tr(
                    "Plug in the stick that was filled at the kiosk, or choose the shared folder. Each "
                    "request is kept at this desk first; then the stick gets a receipt, which the kiosk "
                    "takes at the next visit."
                )
            ),
            self._found,
            self.folder,
            row(button(tr("&Open"), self._open, is_default=True), button(tr("&Back"), self.left.emit)),
        )
        self.column.addStretch()
        self.first = self.folder.line

    def offer(self, remembered: str) -> None:
        """Offer the shared folder that was opened before, for want of a stick; "" for none."""
        self._remembered = remembered

    def is_stick(self, folder: Path) -> bool:
        """Whether a folder is on a stick that was found."""
        return any(folder.is_relative_to(root) for root in self._sticks)

    def enter(self) -> None:
        """Look for sticks, now and as long as the page is shown, and offer the first."""
        self._sticks = _sticks()
        self._offered = self.folder.line.text()
        self._offer(self._sticks)
        self.timer.start()
        super().enter()

    def look(self) -> None:
        """Offer a stick that was put in since the last look."""
        before, self._sticks = self._sticks, _sticks()
        if self._sticks != before:
            self._offer([root for root in self._sticks if root not in before] or self._sticks)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._found, self._found.text()))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Look no longer."""
        self.timer.stop()
        super().hideEvent(event)

    def _offer(self, sticks: Sequence[Path]) -> None:
        """Put the first into the field, unless somebody has typed there."""
        named = ", ".join(map(str, self._sticks))
        self._found.setText(
            tr("Found a stick with requests: {named}", named=named) if named else tr("No stick was found.")
        )
        offered = str(sticks[0]) if sticks else self._remembered
        if offered and self.folder.line.text() == self._offered:
            self._offered = offered
            self.folder.line.setText(offered)

    def _open(self) -> None:
        folder = self.folder.ask()
        if folder is not None:
            self.folderChosen.emit(folder)


def _sticks() -> list[Path]:
    """Return where requests may be taken from; on Linux Qt would ask every share too, and wait for it."""
    mounted: list[Path] = []
    if sys.platform == "linux":
        with contextlib.suppress(StickError):
            mounted = [volume.path for volume in removable_volumes()]
    else:
        mounted = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if volume.isReady()]
    return [root for root in mounted if (root / FOLDER).is_dir()]
