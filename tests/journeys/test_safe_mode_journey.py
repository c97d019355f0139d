"""Safe mode: plain cards, the form while it is whole, and nothing of what may have made the kiosk fail."""

import dataclasses
import importlib
import os
import sys
import types
from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.core.events import Event
from kiosk.core.exit_codes import RESTART
from kiosk.core.idle import READING_SECONDS
from kiosk.core.visit import Screen, Visit
from kiosk.store.settings.settings import Settings
from kiosk.store.staff_pin import set_pin
from kiosk.tour.guided_visit import Clock
from kiosk.tour.inspection import Inspection
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui import safe_mode
from kiosk.ui.glass import Glass
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.qt_application import load_font
from kiosk.ui.safe_mode import SafeKiosk
from tests.clinic import Clinic
from tests.journeys.walk import ask_for_a_call, settle

DESK = "Please ask at the desk."
LARGE = Glass(1920, 1080, 21.5)
GLASSES = [LARGE, Glass(1080, 1920, 21.5), Glass(1366, 768, 15.6)]


class StartSafe(Protocol):
    def __call__(
        self, settings: Settings | None = None, glass: Glass = LARGE, *, has_form: bool = True
    ) -> tuple[SafeKiosk, Visitor]: ...


@pytest.fixture
def start_safe(qapp: QGuiApplication, clinic: Clinic, clock: Clock) -> Iterator[StartSafe]:
    load_font("Bold")
    running: list[SafeKiosk] = []

    def start(
        settings: Settings | None = None, glass: Glass = LARGE, *, has_form: bool = True
    ) -> tuple[SafeKiosk, Visitor]:
        kiosk = SafeKiosk(settings or clinic.settings, glass, has_form=has_form, clock=clock)
        running.append(kiosk)
        assert wait_until(lambda: bool(kiosk.plain._shown.titles)), "the cards were not read"
        return kiosk, Visitor(kiosk.window)

    yield start
    while running:
        running.pop().close()
    qapp.processEvents()


def bilingual(clinic: Clinic) -> Settings:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    return dataclasses.replace(clinic.settings, file=file)


def test_every_page_of_a_card_can_be_read_and_left(start_safe: StartSafe) -> None:
    kiosk, visitor = start_safe()
    content = kiosk.library.content
    assert content is not None
    card = content.card("genetic")
    visitor.press("Touch to start")
    visitor.press(card.title)
    visitor.waits_for(card.headline)
    for step in card.steps[1:]:
        while not visitor.sees(step.title):
            visitor.press("More" if visitor.sees("More") else "Next")
        assert kiosk.plain._shown.blocks == (*step.text, *(POINT + point for point in step.points))
    while visitor.sees("More"):
        visitor.press("More")
    assert not visitor.sees("Next")
    kiosk.plain.next()
    while visitor.sees("Back"):
        visitor.press("Back")
    assert visitor.sees(card.headline)
    kiosk.plain.back()
    visitor.press("All causes")
    visitor.press("Start over")
    assert kiosk.visit_holder.visit == Visit()


def test_a_call_can_be_asked_for(start_safe: StartSafe, clinic: Clinic) -> None:
    _, visitor = start_safe()
    visitor.press("Touch to start")
    ask_for_a_call(visitor, "4155552671")
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]


def test_without_its_form_the_desk_is_named_and_the_cards_stay(start_safe: StartSafe) -> None:
    kiosk, visitor = start_safe(has_form=False)
    visitor.press("Touch to start")
    visitor.press("Ask us to call you")
    visitor.waits_for(DESK)
    visitor.press("All causes")
    visitor.press("Genetic factors")
    assert kiosk.visit_holder.visit.card is not None


@pytest.mark.allows_log(Event.FORM_CLOSED)
def test_without_recipients_the_form_says_so_itself(start_safe: StartSafe, clinic: Clinic) -> None:
    clinic.recipients.unlink()
    _, visitor = start_safe()
    visitor.press("Touch to start")
    visitor.press("Ask us to call you")
    visitor.waits_for(DESK)


@pytest.mark.allows_log(Event.PART_LEFT_OUT, Event.QT_MESSAGE)
@pytest.mark.no_qt_log
@pytest.mark.parametrize(
    ("module", "part"),
    [
        ("kiosk.ui.viewmodels.callback", "_offer_form"),
        ("kiosk.ui.safe_form", "_offer_form"),
        ("kiosk.ui.upkeep.heartbeat", "_tell"),
        ("kiosk.ui.touch.guard", "_guard_touches"),
        ("kiosk.ui.touch.keys", "_take_keys"),
        ("kiosk.ui.staff.entrance", "_let_staff_in"),
    ],
)
def test_a_part_that_cannot_be_imported_is_left_out_and_the_cards_stay(
    start_safe: StartSafe,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    module: str,
    part: str,
) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.ui.safe_form", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    _, visitor = start_safe()
    assert f"{Event.PART_LEFT_OUT} {part} ModuleNotFoundError at" in caplog.text
    visitor.press("Touch to start")
    visitor.press("Genetic factors")
    visitor.press("All causes")
    visitor.press("Ask us to call you")
    visitor.waits_for(DESK if part == "_offer_form" else "First: do you need help now?")


@pytest.mark.allows_log(Event.PART_LEFT_OUT)
def test_a_form_that_does_not_load_is_none(start_safe: StartSafe, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = types.SimpleNamespace(createWithInitialProperties=lambda _: None)
    # As the program finds it: where it could not be imported before, the package still holds another one.
    safe_form = importlib.import_module("kiosk.ui.safe_form")
    monkeypatch.setattr(safe_form, "QQmlComponent", lambda *_: broken)
    _, visitor = start_safe()
    visitor.press("Touch to start")
    visitor.press("Ask us to call you")
    visitor.waits_for(DESK)


def test_the_clinics_own_texts_are_not_read(start_safe: StartSafe, clinic: Clinic) -> None:
    own = clinic.folder / "own"
    (own / "en" / "cards").mkdir(parents=True)
    (own / "en" / "cards" / "01-genetic.toml").write_text("broken = [", "utf-8")
    kiosk, _ = start_safe(dataclasses.replace(clinic.settings, clinic_content=own))
    assert "Genetic factors" in kiosk.plain._shown.titles


def test_help_is_there_and_asks_before_it_closes(start_safe: StartSafe) -> None:
    kiosk, visitor = start_safe()
    visitor.press("Touch to start")
    visitor.press("I need help now")
    visitor.waits_for("Please tell the front desk now.")
    visitor.press("Close")
    visitor.press("Keep it open")
    visitor.press("Close")
    visitor.press("Yes, close")
    assert kiosk.visit_holder.visit.screen is Screen.HOME


def test_whoever_goes_is_asked_and_forgotten(start_safe: StartSafe, clock: Clock) -> None:
    kiosk, visitor = start_safe()
    visitor.press("Touch to start")
    clock.now += READING_SECONDS
    kiosk.visit.check_idle()
    visitor.press("I am still here")
    assert not kiosk.visit.is_warned
    clock.now += 10 * READING_SECONDS
    kiosk.visit.check_idle()
    assert kiosk.visit_holder.visit == Visit()


def test_the_other_language_is_one_touch_away(start_safe: StartSafe, clinic: Clinic) -> None:
    kiosk, visitor = start_safe(bilingual(clinic))
    visitor.press("Toque para comenzar")
    visitor.waits_for("¿Qué causa los trastornos neuromusculares?")
    visitor.press("English")
    visitor.waits_for("What causes neuromuscular conditions?")
    assert kiosk.translations.language == "en"


@pytest.mark.parametrize("glass", GLASSES, ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_plain_screen_is_sound(
    start_safe: StartSafe, clinic: Clinic, glass: Glass, language: str
) -> None:
    kiosk, _ = start_safe(bilingual(clinic), glass)
    content = kiosk.library.in_language(language)
    assert content is not None

    def sound(name: str) -> None:
        settle()
        inspection = Inspection(
            kiosk.window, kiosk.window.grabWindow(), kiosk.appearance.pixels_per_millimetre
        )
        assert inspection.problems() == [], name

    sound("start")
    kiosk.visit.start(language)
    sound("home")
    kiosk.plain.open(1)
    for step in content.cards[1].steps:
        sound(step.title)
        kiosk.plain.next()
    kiosk.visit.askForHelp()
    sound("help")
    kiosk.visit.askToCloseHelp(True)  # noqa: FBT003  # Qt's signature
    sound("help asks")
    kiosk.visit.closeHelp()
    kiosk.visit_holder.become(dataclasses.replace(kiosk.visit_holder.visit, screen=Screen.DESK))
    sound("desk")


def test_staff_read_why_and_how_to_leave_it(start_safe: StartSafe, clinic: Clinic) -> None:
    set_pin(clinic.settings.staff_pin, "864209")
    kiosk, _ = start_safe(has_form=False)
    assert kiosk.entrance is not None
    kiosk.entrance.open()
    staff = kiosk.entrance.staff
    assert staff is not None
    assert wait_until(lambda: not staff._shown.is_busy)
    for digit in "864209":
        staff.press(digit)
    staff.press("enter")
    assert wait_until(lambda: staff._shown.lines[:1] != () and "Safe mode" in staff._shown.lines[0])
    assert "Restart" in staff._shown.lines[0]
    assert "only says to ask at the desk" in staff._shown.lines[1]


def test_all_is_tried_again_once_nobody_is_there(
    start_safe: StartSafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    kiosk, visitor = start_safe()
    visitor.press("Touch to start")
    kiosk.try_all_again()
    assert ended == []
    visitor.press("Start over")
    assert wait_until(lambda: ended == [RESTART])


@pytest.mark.allows_log(Event.VISIT_DROPPED, Event.SAFE_MODE)
def test_a_failure_ends_the_visit_and_an_end_leaves_nothing_behind(
    qapp: QGuiApplication, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[SafeKiosk] = []

    class Kept(SafeKiosk):
        def close(self) -> None:
            shown.append(self)
            super().close()

    class Ending:
        def exec(self) -> int:
            sys.excepthook(ValueError, ValueError("4155552671"), None)
            settle()
            return RESTART

    monkeypatch.setattr(safe_mode, "SafeKiosk", Kept)
    monkeypatch.setattr("PySide6.QtQuick.QQuickWindow.setSceneGraphBackend", lambda _: None)
    monkeypatch.delenv(safe_mode.NO_CACHE, raising=False)
    code = safe_mode.show(Ending(), clinic.settings, (1280, 720), has_form=True)  # type: ignore[arg-type]
    assert code == RESTART
    assert safe_mode.NO_CACHE not in os.environ
    assert [kiosk.visit_holder.visit for kiosk in shown] == [Visit()]
    qapp.processEvents()
