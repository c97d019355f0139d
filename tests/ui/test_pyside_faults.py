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


def test_pyside_looks_into_every_import_until_it_is_taken_out_of_the_way() -> None:
    program = """
import builtins
import PySide6.QtCore
before = builtins.__import__.__name__
from kiosk.ui.pyside.imports import import_plainly
import_plainly()
print(before, builtins.__import__.__name__)
"""
    before, after = run(program).stdout.split()
    assert before == "__feature_import__", "import_plainly can go: PySide6 leaves import alone"
    assert after != before


def test_a_plain_object_of_qml_takes_a_hundred_enumerations() -> None:
    program = """
import enum
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
application, engine = QGuiApplication(["x"]), QQmlEngine()
make, made = enum.EnumType.__new__, []
enum.EnumType.__new__ = lambda *given, **named: made.append(given) or make(*given, **named)
for kind in ("Item", "QtObject"):
    component = QQmlComponent(engine)
    component.setData(f"import QtQuick\\n{kind} {{}}".encode(), "")
    kept = component.create()
    print(len(made))
"""
    item, plain = map(int, run(program).stdout.split())
    assert plain - item > 50, "Theme.qml may be a QtObject again"
