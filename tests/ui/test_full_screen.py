"""The window stays on all of the glass, and what a visitor set stays where the glass has room for it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.core.comfort import Comfort, Room, fitted, room_on
from kiosk.core.reach import Reach
from kiosk.core.visit import start
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui import app
from kiosk.ui.app import Kiosk
from kiosk.ui.enums import number_of
from kiosk.ui.pyside.qt_application import FILLED_BY_COMPOSITOR, load_font
from kiosk.ui.upkeep import full_screen
from kiosk.ui.upkeep.full_screen import HIDDEN_LOOKS, FullScreen
from tests.clinic import Clinic
from tests.journeys.walk import settle


@pytest.fixture
def kiosk(qapp: QGuiApplication, clinic: Clinic, clock: Clock) -> Iterator[Kiosk]:
    load_font("Bold")
    kiosk = Kiosk(clinic.settings, clock=clock)
    assert wait_until(lambda: kiosk.is_complete)
    yield kiosk
    kiosk.close()
    qapp.processEvents()


def is_full(kiosk: Kiosk) -> bool:
    place = QGuiApplication.primaryScreen().geometry()
    return kiosk.window.visibility() == QWindow.Visibility.FullScreen and kiosk.window.geometry() == place


def test_it_comes_back_from_whatever_took_its_place(kiosk: Kiosk) -> None:
    assert is_full(kiosk)
    kiosk.window.showMinimized()
    assert wait_until(lambda: is_full(kiosk))
    kiosk.window.showNormal()
    kiosk.window.resize(300, 200)
    assert wait_until(lambda: is_full(kiosk))
    kiosk.window.hide()
    assert wait_until(lambda: is_full(kiosk))


def test_what_nothing_is_seen_of_is_shown_anew_on_x11_alone(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    [keeper] = kiosk.engine.findChildren(FullScreen)
    hidden: list[bool] = []
    kiosk.window.visibleChanged.connect(lambda: hidden.append(not kiosk.window.isVisible()))
    monkeypatch.setattr(QWindow, "isExposed", lambda _: False)
    for _ in range(2 * HIDDEN_LOOKS):
        keeper.look()
    assert hidden == []
    monkeypatch.setattr(full_screen, "_is_on_x11", lambda: True)
    monkeypatch.setattr(QWindow, "raise_", lambda _: None)
    monkeypatch.setattr(QWindow, "requestActivate", lambda _: None)
    keeper.look()
    assert hidden[:1] == [True]
    assert is_full(kiosk)


def test_where_the_compositor_fills_the_screen_it_is_never_asked_to(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FILLED_BY_COMPOSITOR, "1")
    monkeypatch.setattr(QWindow, "showFullScreen", lambda _: pytest.fail("cage 0.2.1 would die"))
    [keeper] = kiosk.engine.findChildren(FullScreen)
    kiosk.window.hide()
    keeper.look()
    assert kiosk.window.isVisible()
    keeper.look()


def test_without_any_screen_it_waits_for_one(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    [keeper] = kiosk.engine.findChildren(FullScreen)
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: None)
    keeper.look()
    monkeypatch.undo()
    keeper.look()
    assert is_full(kiosk)


def test_another_glass_is_laid_out_anew_and_the_visit_goes_on(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "measure", lambda *_: (4.0, room_on(600, 400)))
    kiosk._refit()
    kiosk.visit_holder.become(start("en"))
    kiosk.screens.comfort.chooseReach(number_of(Reach.LOW_LEFT))
    visit = kiosk.visit_holder.visit
    assert visit.comfort.reach is Reach.LOW_LEFT
    kiosk.late.entrance.open()

    monkeypatch.setattr(app, "measure", lambda *_: (3.0, Room(2)))
    kiosk._refit()
    settle()
    assert kiosk.visit_holder.visit.screen is visit.screen
    assert kiosk.visit_holder.visit.comfort.reach is Reach.WHOLE
    assert kiosk.appearance.pixels_per_millimetre == 3.0
    assert not kiosk.visit._shown.is_moved


def test_what_has_no_room_becomes_what_has() -> None:
    large, small = room_on(600, 400), Room(2)
    assert fitted(Comfort(text_size=4), large) == Comfort(text_size=4)
    assert fitted(Comfort(text_size=4, has_easy_touch=True), small) == Comfort(
        text_size=2, has_easy_touch=True
    )
    assert fitted(Comfort(reach=Reach.LOW_LEFT), large).reach is Reach.LOW_LEFT
    assert fitted(Comfort(reach=Reach.LOW_LEFT), small).reach is Reach.WHOLE
