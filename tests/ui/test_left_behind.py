"""What a visitor leaves is gone: no screen is kept behind another, and no picture outlives its engine."""

import dataclasses
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtQuick import QQuickItem

from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.pyside.qt_application import load_font
from tests.clinic import Clinic
from tests.journeys.walk import start_visit


def pictures_of(kiosk: Kiosk) -> Iterator[QQuickItem]:
    waiting = [kiosk.window.contentItem()]
    while waiting:
        item = waiting.pop()
        waiting += item.childItems()
        if item.inherits("QQuickImageBase"):
            yield item


@pytest.mark.usefixtures("qapp")
def test_no_picture_outlives_its_screen_or_the_engine(clinic: Clinic) -> None:
    load_font("Bold")
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    kiosk = Kiosk(dataclasses.replace(clinic.settings, file=file), glass=Glass(1920, 1080, 21.5))
    visitor = start_visit(kiosk)
    seen = set(pictures_of(kiosk))
    for name in ("Autoimmune diseases", "All causes"):
        visitor.press(name)
        seen |= set(pictures_of(kiosk))
    on_the_screen = set(pictures_of(kiosk))
    assert on_the_screen < seen
    assert {picture for picture in seen if shiboken6.isValid(picture)} == on_the_screen

    kiosk.visit_holder.become(dataclasses.replace(kiosk.visit_holder.visit, language="es"))
    kiosk.close()
    assert not any(shiboken6.isValid(picture) for picture in seen)
