"""The one place that holds the visit on screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.core.visit import Visit


class VisitHolder(QObject):
    """Holds the frozen Visit; a change swaps the value, then `changed` is emitted once.

    changed: for who derives what is shown; settled: after them, for who brings a screen on or off.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = Visit()

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._visit

    def become(self, visit: Visit) -> None:
        """Take the next value of the visit."""
        if visit != self._visit:
            self._visit = visit
            self.tell()

    def tell(self) -> None:
        """Tell all of the visit, also when something else of what they show has changed."""
        self.changed.emit()
        self.settled.emit()

    def apply(self, change: Callable[[Visit], Visit]) -> None:
        """Let a function of the core make the next value."""
        self.become(change(self._visit))
