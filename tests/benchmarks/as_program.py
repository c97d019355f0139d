"""Qt and memory as `kiosk run` has them, for what a benchmark measures from source."""

from PySide6.QtGui import QGuiApplication

from kiosk.ops.process import use_one_arena, wipe_freed_memory
from kiosk.ui.pyside.imports import import_plainly
from kiosk.ui.pyside.qt_application import start_qt


def start_as_program(name: str) -> QGuiApplication:
    """Make the one Qt application; what is measured without it is not the kiosk that stands in a clinic."""
    import_plainly()
    use_one_arena()
    application = start_qt([name])
    wipe_freed_memory()
    return application
