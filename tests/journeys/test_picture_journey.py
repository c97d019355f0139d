"""The picture answers a touch, its signals are lost where the card says, and the attract screen asks."""

import dataclasses
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.core.comfort import Comfort
from kiosk.core.content.pathway import Stop
from kiosk.core.visit import Screen, open_card
from kiosk.tour.inspection import wait_for_pictures
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import member_of
from kiosk.ui.viewmodels.attract import SHIFTS
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.hand import kind_of
from tests.journeys.walk import start_visit

SMALL = Glass(1366, 768, 15.6)
DESK = Glass(1920, 1080, 21.5)
CLOSE_LOOKS = {
    "nerve cell": "The nerve cell sits in the front of the spinal cord. "
    "It sends the signal on to the muscle.",
    "nerve fiber": "The nerve fiber is long and thin. Its sleeves (myelin) make the signal fast.",
    "junction": "Here nerve meets muscle. The nerve lets out a messenger, and it lands on the muscle.",
    "muscle": "When the messenger lands, the muscle fiber pulls. Tiny parts (mitochondria) give it energy.",
}


def find(kiosk: Kiosk, name: str) -> QQuickItem:
    """Return the visible item of a QML type."""
    stack = [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible():
            if kind_of(item) == name:
                return item
            stack += item.childItems()
    raise AssertionError(name)


Pulls = list[tuple[Stop | None, float]]
"""Where a pulse is to be lost, and how far the muscle pulled meanwhile, look after look."""


def passes(pulse: QObject, is_enough: Callable[[Pulls], bool]) -> Pulls:
    """Watch a pulse until enough was seen of it."""
    seen: Pulls = []

    def look() -> bool:
        seen.append((lost_at(pulse), float(pulse.property("pull"))))
        return is_enough(seen)

    assert wait_until(look), seen[-1]
    return seen


def lost_at(pulse: QObject) -> Stop | None:
    """Where the signal under way is to be lost, None for nowhere."""
    return member_of(Stop, int(pulse.property("breakAt"))) if pulse.property("isBroken") else None


def turns(seen: Pulls) -> list[Stop | None]:
    """Where the signal was to be lost, one after another."""
    return [stop for stop, _ in itertools.groupby(stop for stop, _ in seen)]


def quickly(pulse: QObject) -> None:
    """Let no time pass between one signal and the next."""
    pulse.setProperty("rest", 0)
    pulse.setProperty("longRest", 0)
    pulse.setProperty("travel", 300)


@pytest.mark.parametrize("stop", CLOSE_LOOKS)
def test_a_touch_on_a_stop_shows_it_close_up_and_another_brings_the_whole_back(
    start_kiosk: StartKiosk, stop: str
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Toxins and medicines")
    content = kiosk.library.content
    assert content is not None

    visitor.press(f"Look closer: {stop}")

    assert visitor.sees(CLOSE_LOOKS[stop], QAccessible.Role.Graphic)
    assert visitor.sees(CLOSE_LOOKS[stop], QAccessible.Role.StaticText)
    wait_for_pictures(kiosk.window)
    visitor.press("Back to the whole picture")
    assert visitor.sees(content.card("toxins").picture.affected_alt)
    assert visitor.sees(f"Look closer: {stop}")


def labels(kiosk: Kiosk) -> dict[str, QRectF]:
    """Return the words that stand on the picture of the path, and where on it they do, in its own units."""
    path = find(kiosk, "TouchablePathway")
    unit = float(path.property("unit"))
    left = (path.width() - path.property("pictureWidth")) / 2
    top = (path.height() - path.property("pictureHeight")) / 2
    seen: dict[str, QRectF] = {}
    stack = [path]
    while stack:
        item = stack.pop()
        if item.isVisible():
            stack += item.childItems()
            if item.inherits("QQuickText"):
                plate = item.parentItem()
                place = plate.mapRectToItem(path, QRectF(0, 0, plate.width(), plate.height()))
                place.translate(-left, -top)
                seen[str(item.property("text"))] = QRectF(
                    place.x() / unit, place.y() / unit, place.width() / unit, place.height() / unit
                )
    return seen


@pytest.mark.parametrize("glass", [SMALL, DESK])
def test_parts_are_named_on_the_picture_where_there_is_room_but_not_on_a_close_look(
    start_kiosk: StartKiosk, glass: Glass
) -> None:
    kiosk = start_kiosk(glass=glass)
    visitor = start_visit(kiosk)
    visitor.press("Toxins and medicines")
    if glass is SMALL:
        visitor.waits_for("Larger picture")
        assert labels(kiosk) == {}
        visitor.press("Larger picture")
    visitor.waits_for("Look closer: muscle")

    named = labels(kiosk)
    assert named.keys() == {"brain", "nerve", "skin", "muscle"}
    assert all(QRectF(0, 0, 1920, 800).contains(place) for place in named.values())
    assert not any(one.intersects(other) for one, other in itertools.combinations(named.values(), 2))
    assert named["brain"].left() < named["nerve"].left() < named["skin"].left() < named["muscle"].left()

    visitor.press("Look closer: muscle")
    assert wait_until(lambda: not labels(kiosk))


def test_turning_the_page_or_the_state_ends_a_close_look(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Toxins and medicines")
    for way_out in ("Healthy", "What happens"):
        visitor.press("Look closer: muscle")
        visitor.press(way_out)
        assert not visitor.sees("Back to the whole picture")


def test_on_a_small_glass_the_picture_is_enlarged_first(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk(glass=SMALL)
    visitor = start_visit(kiosk)
    visitor.press("Genetic factors")
    visitor.waits_for("Larger picture")
    small = find(kiosk, "TouchablePathway").property("pictureWidth")

    visitor.press("Larger picture")

    visitor.waits_for("Look closer: junction")
    assert find(kiosk, "TouchablePathway").property("pictureWidth") > 1.5 * small
    visitor.press("Look closer: junction")
    visitor.press("Back to the whole picture")
    visitor.press("Healthy")
    visitor.waits_for("Look closer: junction")
    visitor.press("Back to the text")
    visitor.waits_for("Larger picture")
    visitor.press("What happens")


def test_signals_reach_a_healthy_muscle_which_pulls_and_are_lost_at_each_stop_in_turn(
    start_kiosk: StartKiosk,
) -> None:
    kiosk = start_kiosk()
    kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, "infections"))
    Visitor(kiosk.window).waits_for("Affected")
    pulse = find(kiosk, "Pulse")
    quickly(pulse)

    affected = passes(pulse, lambda seen: len(turns(seen)) == 4)
    kiosk.screens.picture.showHealthy()
    healthy = passes(pulse, lambda seen: seen[-1][1] > 0.5)

    assert set(turns(affected)) == {Stop.NERVE_CELL, Stop.NERVE_FIBER}
    assert max(pull for _, pull in affected) == 0
    assert {stop for stop, _ in healthy} == {None}


def test_calm_stops_all_motion_and_shows_signals_up_to_where_they_are_lost(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    settings = dataclasses.replace(clinic.settings, file=dataclasses.replace(clinic.settings.file, calm=True))
    kiosk = start_kiosk(settings)
    kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, "toxins"))
    Visitor(kiosk.window).waits_for("Affected")
    pulse = find(kiosk, "Pulse")

    assert {way for _, way in passes(pulse, lambda seen: len(seen) == 30)} == {0.0}
    end = pulse.mapToScene(QPointF(1130, 0) * pulse.property("unit")).x()
    shown = [item for item in pulse.childItems() if item.isVisible()]
    assert len(shown) == 2
    assert all(item.mapToScene(QPointF(0, 0)).x() < end for item in shown)
    kiosk.screens.picture.showHealthy()
    assert len([item for item in pulse.childItems() if item.isVisible()]) == 3


def test_attract_asks_every_question_in_every_language_and_opens_its_card(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    settings = dataclasses.replace(
        clinic.settings, file=dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    )
    kiosk = start_kiosk(settings)
    visitor = Visitor(kiosk.window)
    assert wait_until(lambda: kiosk.library.in_language("es") is not None)
    content = kiosk.library.content
    assert content is not None
    cards = ["start-here", *(card.id for card in content.cards if card.attract_question)]
    assert len(cards) > 1
    asked = []
    for _ in range(2 * len(cards)):
        question = str(kiosk.attract.question)
        assert visitor.sees(question, QAccessible.Role.Heading)
        asked.append((question, Path(str(kiosk.attract.picture)).stem))
        kiosk.attract.next()
    assert len(set(asked)) == 2 * len(cards)
    assert [card for _, card in asked[::2]] == cards
    assert visitor.sees(asked[0][0])

    kiosk.attract.next()
    visitor.press(asked[1][0])

    assert kiosk.visit_holder.visit.screen is Screen.CARD
    assert kiosk.visit_holder.visit.language == "es"
    assert kiosk.visit_holder.visit.card is not None
    assert kiosk.visit_holder.visit.card.card == asked[1][1]


def test_the_attract_picture_moves_aside_and_comes_back_so_that_nothing_burns_in(
    start_kiosk: StartKiosk,
) -> None:
    kiosk = start_kiosk()
    places = []
    for _ in range(len(SHIFTS)):
        QGuiApplication.processEvents()
        places.append(find(kiosk, "Heading").mapToScene(QPointF(0, 0)).x())
        kiosk.attract.next()
    assert len(set(places)) == 5
    assert len(places) == len(SHIFTS)


def right_edge(item: QQuickItem) -> float:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).right()


def test_the_picture_is_large_and_what_cannot_wait_stands_beside_it(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    kiosk = start_kiosk(clinic.settings, DESK)
    start_visit(kiosk).press("Genetic factors")
    wait_for_pictures(kiosk.window)
    pathway, panel, door = (find(kiosk, name) for name in ("TouchablePathway", "CardPanel", "EmergencyDoor"))
    assert pathway.property("pictureWidth") / kiosk.pixels_per_millimetre > 220
    assert door.mapToScene(QPointF(0, 0)).x() >= right_edge(panel)
    assert door.property("text") == kiosk.screens.card.property("warning")


def test_help_now_is_as_strong_as_the_button_that_asks_for_a_call(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    start_visit(kiosk)
    home = find(kiosk, "HelpButton")
    assert home.property("fill") == home.property("edge")
    kiosk.screens.home.open("genetic")
    card = find(kiosk, "HelpButton")
    assert card.property("fill") == card.property("edge")


@pytest.mark.parametrize("size", [1, 2])
def test_all_four_parts_are_named_on_every_pathway_in_spanish_too(
    start_kiosk: StartKiosk, clinic: Clinic, size: int
) -> None:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, file=file), DESK)
    start_visit(kiosk)
    content = kiosk.library.in_language("es")
    assert content is not None
    with_pathway = [card for card in content.cards if card.picture.has_states]
    for card in with_pathway:
        visit = dataclasses.replace(kiosk.visit_holder.visit, language="es", comfort=Comfort(text_size=size))
        kiosk.visit_holder.become(open_card(visit, card.id))
        for _ in ("the first page", "what happens"):
            wait_for_pictures(kiosk.window)
            assert {"cerebro", "nervio", "piel", "músculo"} <= set(read_on(kiosk)), card.id
            kiosk.screens.card.next()


def read_on(kiosk: Kiosk) -> list[str]:
    """What every text says that is seen, read aloud or not."""
    stack, texts = [kiosk.window.contentItem()], []
    while stack:
        item = stack.pop()
        if item.isVisible():
            stack += item.childItems()
            texts += [item.property("text")] if item.inherits("QQuickText") else []
    return texts
