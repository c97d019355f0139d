"""What the one Qt application of a process is told before it is made."""

import os
import subprocess
import sys

import pytest

DRAWS = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImageReader
from kiosk.store.settings.settings import assets_folder
from kiosk.ui.pyside.qt_application import start_qt
application = (start_qt if sys.argv[1] == "kiosk" else QGuiApplication)(["x"])
before = len(list(Path("/proc/self/task").iterdir()))
reader = QImageReader(str(assets_folder() / "pictures" / "pathway.svg"))
reader.setScaledSize(QSize(1600, 900))
assert not reader.read().isNull()
print(len(list(Path("/proc/self/task").iterdir())) - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_no_picture_is_shared_out_among_threads() -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("with one processor Qt shares out nothing")
    plain, kiosk = (
        int(subprocess.run([sys.executable, "-c", DRAWS, whose], check=True, capture_output=True).stdout)
        for whose in ("plain", "kiosk")
    )
    assert plain > 0, "QT_NO_GUI_THREADPOOL can go: Qt shares out no picture"
    assert kiosk == 0
