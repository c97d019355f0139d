"""A phone reads the code off the glass, and what it reads is what stands beside it."""

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage

from kiosk.core.visit import open_card
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.inspection import wait_for_pictures
from kiosk.ui.visitor import Visitor
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit

GLASSES = [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)]
SMALLEST_SQUARE_MILLIMETRES = 0.7
"""About 6 in 10,000 of arm's length: two pixels and more of a phone's picture."""

needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")


def read_off(image: QImage, folder: Path) -> str:
    """Let a decoder that is not ours read a picture of the screen."""
    file = folder / "screen.png"
    assert image.save(str(file))
    done = subprocess.run(
        ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", file],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def note(contact: str) -> list[str]:
    """Return the lines of the note of a vCard, as written before they were escaped."""
    text = contact.split("NOTE:")[1].split("\nEND:VCARD", maxsplit=1)[0].strip()
    return text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").split("\n")


def shown(kiosk: Kiosk) -> QImage:
    wait_for_pictures(kiosk.window)
    return kiosk.window.grabWindow()


@needs_zbar
@pytest.mark.parametrize("glass", GLASSES, ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_code_on_the_glass_holds_the_clinic_and_the_text_beside_it(
    start_kiosk: StartKiosk, clinic: Clinic, tmp_path: Path, glass: Glass, language: str
) -> None:
    file = dataclasses.replace(clinic.settings.file, languages=(language,))
    kiosk = start_kiosk(dataclasses.replace(clinic.settings, file=file), glass=glass)
    kiosk.visit.start(language)
    Visitor(kiosk.window).waits_for("Start here" if language == "en" else "Empiece aquí")
    content = kiosk.shelf.content
    assert content is not None
    for card in content.cards:
        kiosk.session.become(open_card(kiosk.session.visit, card.id))
        kiosk.stage.take_home.toggle()

        contact = read_off(shown(kiosk), tmp_path)

        assert contact.startswith("BEGIN:VCARD\nVERSION:3.0\n")
        assert f"\nFN:{file.clinic.name}\n" in contact
        assert f"\nTEL:{file.clinic.phone}\n" in contact
        points = kiosk.stage.take_home.property("points")
        assert note(contact) == points
        assert note(contact)[0] == card.title
        assert "http" not in contact


@needs_zbar
def test_it_is_read_from_further_away_too(start_kiosk: StartKiosk, tmp_path: Path) -> None:
    kiosk = start_kiosk()
    kiosk.visit.start("en")
    Visitor(kiosk.window).waits_for("Start here")
    kiosk.session.become(open_card(kiosk.session.visit, "toxins"))
    kiosk.stage.take_home.toggle()
    far = shown(kiosk).scaledToWidth(960, Qt.TransformationMode.SmoothTransformation)
    assert "FN:" in read_off(far, tmp_path)


@pytest.mark.parametrize("glass", GLASSES, ids=str)
def test_its_squares_are_whole_pixels_and_large_enough(start_kiosk: StartKiosk, glass: Glass) -> None:
    kiosk = start_kiosk(glass=glass)
    visitor = start_visit(kiosk)
    visitor.press("Infections")
    visitor.press("Sources")
    visitor.press("Take home")
    assert visitor.sees("A code for the camera of your phone", QAccessible.Role.Graphic)
    shown(kiosk)
    stack, code = [kiosk.window.contentItem()], None
    while stack and code is None:
        item = stack.pop()
        if item.inherits("QQuickImage") and str(item.property("source").scheme()) == "data":
            code = item
        stack += item.childItems()
    assert code is not None
    pixels = code.width() / kiosk.stage.take_home.property("squares")
    assert pixels == int(pixels)
    assert pixels / kiosk.pixels_per_millimetre >= SMALLEST_SQUARE_MILLIMETRES


def test_the_card_comes_back_and_the_next_page_hides_the_code(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    visitor.press("Infections")
    visitor.press("Sources")
    visitor.press("Take home")
    visitor.press("Close")
    assert visitor.sees("Healthy")
    assert not visitor.sees("A code for the camera of your phone")
