"""Works at the desk's window by keyboard, in an environment that has no tests and no pytest.

Takes the desk's folder, that of the requests, the file with the passphrase, the file for the report.
"""

import json
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

STREAMS = [sys.stdin, sys.stdout, sys.stderr]

from PySide6.QtCore import Qt  # noqa: E402  # after the streams, which Qt's loading may replace
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget  # noqa: E402

import kiosk.desk  # noqa: E402
from kiosk.desk.__main__ import main  # noqa: E402

_PATIENCE_SECONDS = 60


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        QTest.qWait(20)


def _seen(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]


def _says(words: str) -> bool:
    return any(words in label.text() for label in _seen(QLabel) if isinstance(label, QLabel))


def _alt(letter: str) -> None:
    QTest.keyClick(_focus(), Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
    QTest.qWait(600)  # a button is seen to go down; a second press so soon would not count


def _focus() -> QWidget:
    _until(lambda: QApplication.focusWidget() is not None)
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _write(text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(_focus(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(_focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(_focus(), Qt.Key.Key_Return)


def _work(requests: Path, words: str) -> dict[str, object]:
    _until(lambda: _says("The desk is locked"))
    _write(words)
    _until(lambda: bool(_seen(QTableView)))
    _alt("r")
    _alt("f")
    _write(str(requests))
    _until(lambda: _says("2 new requests are at this desk"))
    _alt("y")
    _until(lambda: bool(_seen(QTableView)))
    [table] = [each for each in _seen(QTableView) if isinstance(each, QTableView)]
    model = table.model()
    names = [str(model.index(row, 4).data()) for row in range(model.rowCount())]
    _alt("e")
    _until(lambda: _says("is recorded as"))
    [told] = [
        label.text()
        for label in _seen(QLabel)
        if isinstance(label, QLabel) and "is recorded as" in label.text()
    ]
    return {"names": names, "told": told}


def _drive() -> None:
    office, requests, passphrase, report = map(Path, sys.argv[1:])
    found: dict[str, object] = {
        "program": kiosk.desk.__file__,
        "streams": STREAMS,
        "blocked": sorted(name for name, module in sys.modules.items() if module is None),
    }

    def execute(_application: QApplication) -> int:
        try:
            found.update(_work(requests, passphrase.read_text(encoding="utf-8").splitlines()[0]))
        except BaseException:  # noqa: BLE001  # there is no console to tell it on
            found["failed"] = traceback.format_exc()
            found["screen"] = [label.text() for label in _seen(QLabel) if isinstance(label, QLabel)]
        for window in QApplication.topLevelWidgets():
            window.close()
        return 0

    QApplication.exec = execute  # type: ignore[method-assign,assignment]  # the loop is turned by the waits
    try:
        found["code"] = main(["--office", str(office)])
    except BaseException:  # noqa: BLE001  # as above
        found["failed"] = traceback.format_exc()
    report.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    _drive()
