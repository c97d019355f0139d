"""What is imported before the first frame: each module makes every start slower, so each is on a list."""

import subprocess
import sys
from pathlib import Path

from tests.clinic import Clinic

LIST = Path(__file__).with_name("before_first_frame.txt")
BARE = """
import sys
from PySide6 import QtCore, QtGui, QtQml, QtQuick
print(*sys.modules)
"""
KIOSK = """
import os, sys
from kiosk import __main__ as program
from kiosk.ui.pyside.imports import import_plainly
import_plainly()
import builtins
assert builtins.__import__ is builtins.__orig_import__
from kiosk.ui.upkeep.first_frame import FirstFrame
def tell(_):
    print(*sys.modules, flush=True)
    os._exit(0)
FirstFrame.on_swapped = tell
program.main(["run", "--config", sys.argv[1], "--windowed", "1280x720"])
"""


def modules(program: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_only_what_is_listed_is_imported_before_the_first_frame(clinic: Clinic) -> None:
    imported = modules(KIOSK, str(clinic.config)) - modules(BARE)
    listed = {line for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")}
    assert sorted(imported - listed) == [], "import it later, or list it and say what it costs"
    assert sorted(listed - imported) == [], "take it off the list"
