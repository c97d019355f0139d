"""Reproducers of what PySide6 6.12 does wrong: each fails when its work-around is needed no longer.

The one that keeps what QML made is in test_leak.py.
"""

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine


def run(program: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="since Python 3.12 these objects cannot die")
@pytest.mark.parametrize(
    ("made", "call"),
    [
        ("from PySide6.QtGui import QTextOption as Kind", "made.setUseDesignMetrics(True)"),
        ("from PySide6.QtCore import QObject as Kind", "made.property('nothing')"),
    ],
)
def test_none_outlives_more_calls_than_it_has_references(made: str, call: str) -> None:
    program = """
{made}
from kiosk.ui.pyside.refcounts import immortalize_singletons
{guard}
made = Kind()
for _ in range(200_000):
    {call}
print("alive")
"""
    unguarded, guarded = (
        run(program.format(made=made, call=call, guard=guard)) for guard in ("", "immortalize_singletons()")
    )

    assert "none_dealloc" in unguarded.stderr, "the guard can go: PySide6 no longer needs it"
    assert (guarded.stdout, guarded.returncode) == ("alive\n", 0)


def test_an_enumeration_of_qt_quick_cannot_be_read(qapp: QGuiApplication) -> None:
    assert qapp
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(b"import QtQuick\nImage {}", "")
    image = component.create()
    assert image is not None, component.errorString()

    with pytest.raises(RuntimeError, match="converter"):
        pytest.fail(f"read as {image.property('status')}: the inspection need not ask QML for it")
