"""A card that a clinic added in its own folder is read like any other, with its own pictures and colours."""

import dataclasses

from kiosk.tour.inspection import wait_for_pictures
from kiosk.ui.app import Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit
from tests.own_card import add_own_card


def pictures(kiosk: Kiosk) -> set[str]:
    """Return the file names of the pictures on the screen."""
    found: set[str] = set()
    stack = [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        if item.isVisible():
            if item.inherits("QQuickImage"):
                found.add(item.property("source").fileName())
            stack += item.childItems()
    return found


def test_a_tenth_card_stands_on_home_and_shows_its_own_pictures(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    add_own_card(clinic.folder / "ours")
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, clinic_content=clinic.folder / "ours"))
    visitor = start_visit(kiosk)
    while not visitor.offers("Poor sleep"):
        visitor.press("More")
    wait_for_pictures(kiosk.window)
    assert "sleep.svg" in pictures(kiosk)

    visitor.press("Poor sleep")

    wait_for_pictures(kiosk.window)
    assert "sleep-affected.svg" in pictures(kiosk)
    visitor.press("Healthy")
    wait_for_pictures(kiosk.window)
    assert "sleep-healthy.svg" in pictures(kiosk)


def test_a_bad_picture_leaves_the_card_and_its_words(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    own = clinic.folder / "ours"
    add_own_card(own)
    (own / "pictures" / "sleep-affected.svg").write_text("<svg><script/></svg>", "utf-8")
    (own / "thumbnails" / "sleep.svg").write_text("", "utf-8")
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, clinic_content=own))
    visitor = start_visit(kiosk)
    while not visitor.offers("Poor sleep"):
        visitor.press("More")
    visitor.press("Poor sleep")
    content = kiosk.library.content
    assert content is not None
    assert visitor.sees(content.card("sleep").headline)
    wait_for_pictures(kiosk.window)
    assert not {name for name in pictures(kiosk) if name.startswith("sleep")}
