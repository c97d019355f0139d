"""The kiosk full screen on a real X screen, with a hand that moves the X server's own pointer.

real_pointer.py CONFIG    a child process: answers one line on standard input with one on standard output
    where NAME            x y of the middle of what has this name and can be touched, or "-"
    sees NAME             whether something with this name is on the screen
    ready                 whether the page was on the glass long enough to take a touch
    picture FILE          the X screen as it is, into a PNG
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.tour.patience import PATIENCE_SECONDS

DOUBLE_TAP_MS = 150
ROOT = Path(__file__).resolve().parents[2]


class Pointer:
    """Somebody with a mouse: xdotool moves and clicks; the program only says where things are."""

    def __init__(self, child: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self._child = child
        self._environment = environment

    @property
    def pid(self) -> int:
        """The kiosk's process."""
        return self._child.pid

    def asks(self, question: str) -> str:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(question + "\n")
        self._child.stdin.flush()
        return self._child.stdout.readline().strip()

    def _until(self, question: str, *, not_answer: str) -> str:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (answer := self.asks(question)) == not_answer:
            assert time.monotonic() < deadline, question
            time.sleep(0.05)
        return answer

    def waits_for(self, name: str) -> None:
        self._until(f"sees {name}", not_answer="no")

    def sees(self, name: str) -> bool:
        return self.asks(f"sees {name}") == "yes"

    def clicks(self, name: str, *, times: int = 1, gap_ms: int = 0) -> None:
        place = self._until(f"where {name}", not_answer="-").split()
        self._until("ready", not_answer="no")
        command = [
            "xdotool",
            "mousemove",
            *place,
            "click",
            "--repeat",
            str(times),
            "--delay",
            str(gap_ms),
            "1",
        ]
        subprocess.run(command, env=self._environment, check=True)

    def takes_picture(self, file: Path) -> None:
        self._until("ready", not_answer="no")
        assert self.asks(f"picture {file}") == "yes"


@contextlib.contextmanager
def pointer_at_kiosk(config: Path, display: str) -> Iterator[Pointer]:
    """Start the kiosk on a display; it is ended with the block."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(config.parent),
        "PYTHONPATH": str(ROOT),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
    }
    command = [sys.executable, __file__, str(config)]
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        yield Pointer(child, environment)
        child.terminate()


def _serve(config: Path) -> int:
    from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415  # only the child has Qt
    from PySide6.QtGui import QAccessible, QGuiApplication  # noqa: PLC0415

    from kiosk.ops.process import wipe_freed_memory  # noqa: PLC0415
    from kiosk.store.settings.settings import load_settings  # noqa: PLC0415
    from kiosk.tour.visitor import Visitor  # noqa: PLC0415
    from kiosk.ui.app import Kiosk  # noqa: PLC0415
    from kiosk.ui.pyside.qt_application import start_qt  # noqa: PLC0415

    wipe_freed_memory()
    application = start_qt(["kiosk"])
    kiosk = Kiosk(load_settings(config))
    visitor = Visitor(kiosk.window)
    touched = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}

    def where(name: str) -> str:
        for node in visitor._nodes():
            if (
                node.role() in touched
                and node.text(QAccessible.Text.Name) == name
                and not node.state().disabled
            ):
                middle = node.rect().center()
                return f"{middle.x()} {middle.y()}"
        return "-"

    def answer() -> None:
        verb, _, rest = sys.stdin.readline().strip().partition(" ")
        says: dict[str, Callable[[], str]] = {
            "where": lambda: where(rest),
            "sees": lambda: "yes" if visitor.sees(rest) else "no",
            "ready": lambda: "yes" if kiosk.is_complete and not kiosk.late.guard.is_settling else "no",
            "picture": lambda: "yes" if QGuiApplication.primaryScreen().grabWindow(0).save(rest) else "no",
        }
        print(says[verb](), flush=True)

    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(answer)
    return application.exec()


if __name__ == "__main__":
    sys.exit(_serve(Path(sys.argv[1])))
