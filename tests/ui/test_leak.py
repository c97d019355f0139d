"""What QML made and deleted is gone in Python too, with the words it showed."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QQmlComponent, QQmlEngine

from kiosk.ui.paging import answer_pager, pager

QML_IMPORT_NAME = "Kiosk.Tests"
QML_IMPORT_MAJOR_VERSION = 1
BACKEND = {pager.TextPager.__name__, answer_pager.AnswerPager.__name__}


@QmlElement
class Unguarded(QObject):
    """As any Python class that QML may make."""


def made_and_deleted(qapp: QGuiApplication, module: str, name: str) -> "weakref.ref[QObject]":
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(f"import {module}\n{name} {{}}".encode(), "")
    made = component.create()
    assert isinstance(made, QObject), component.errorString()
    kept = weakref.ref(made)
    made.deleteLater()
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(3):
        qapp.processEvents()
    gc.collect()
    return kept


@pytest.mark.parametrize("name", sorted(BACKEND))
def test_a_pager_is_gone_with_the_screen_it_was_on(qapp: QGuiApplication, name: str) -> None:
    assert made_and_deleted(qapp, "Kiosk.Backend", name)() is None


def test_pyside_still_keeps_what_qml_made(qapp: QGuiApplication) -> None:
    kept = made_and_deleted(qapp, "Kiosk.Tests", "Unguarded")
    assert kept() is not None, "PySide6 lets go by itself: kiosk/ui/pyside/leak.py can go"
