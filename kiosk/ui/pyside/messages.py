"""Qt's own messages to the journal."""

import logging
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.core.events import Event

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OUT_OF_DATE: Final = "Could not find accessible on path"
"""Qt 6.12 warns of it when a screen reader asks for what was on a page that is gone: readers do, and nothing
is wrong. No report was found."""
_log = logging.getLogger(__name__)


def log_qt_messages() -> None:
    """Send every Qt and QML message to logging, with file and line where Qt knows them."""
    qInstallMessageHandler(_log_message)


def _log_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = logging.DEBUG if message.startswith(_OUT_OF_DATE) else _LEVELS[kind]
    _log.log(level, "%s %s:%s %s", Event.QT_MESSAGE, context.file, context.line, message)
