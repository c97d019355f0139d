"""Whether somebody is at the desk."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has pressed a key or moved the mouse for some seconds."""

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.left)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def start(self, seconds: int) -> None:
        """Watch from now on."""
        self.timer.start(seconds * 1000)

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Start anew at every sign of a person."""
        if event.type() in _SIGNS and self.timer.isActive():
            self.timer.start()
        return super().eventFilter(watched, event)
