"""A phone reads the code off the glass, and what it reads is what stands beside it."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import segno
import vobject
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.core.content.cards import Content
from kiosk.core.visit import open_card
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.tour.inspection import wait_for_pictures
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import choose_text_size, start_visit

GLASSES = [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)]
SMALLEST_SQUARE_MILLIMETRES = 0.7
"""About 6 in 10,000 of arm's length: two pixels and more of a phone's picture."""

needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
NAMES = {
    "en": "O\u2019Neill & Lake; Knee, Nerve \\ Muscle Clinic",
    "es": "Clínica D\u2019Água; Peña, Núñez \\ Hermanos",
}


def read_by_zbar(image: QImage, folder: Path) -> str:
    file = folder / "screen.png"
    assert image.save(str(file))
    done = subprocess.run(
        ["zbarimg", "--raw", "--oneshot", "-q", "-Sdisable", "-Sqrcode.enable", file],
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def read_by_zxing(image: QImage) -> str:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(bytes(gray.constBits())).cast("B", (gray.height(), gray.bytesPerLine()))
    (code,) = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return code.text


def in_language(clinic: Clinic, language: str, name: str) -> Settings:
    """Return settings that went through a file, as the clinic's own do."""
    text = clinic.config.read_text("utf-8").replace('"Test Clinic"', f"'{name}'")
    clinic.config.write_text(f'languages = ["{language}"]\n{text}', encoding="utf-8")
    return load_settings(clinic.config)


def open_first_screen(kiosk: Kiosk, language: str) -> Content:
    kiosk.visit.start(language)
    Visitor(kiosk.window).waits_for("Start here" if language == "en" else "Empiece aquí")
    content = kiosk.library.content
    assert content is not None
    return content


def code_on(kiosk: Kiosk) -> QQuickItem:
    """Return the item that draws the code."""
    items = [kiosk.window.contentItem()]
    for item in items:
        if item.inherits("QQuickImage") and str(item.property("source").scheme()) == "data":
            return item
        items += item.childItems()
    raise AssertionError("no code is on the glass")


def shown(kiosk: Kiosk) -> QImage:
    wait_for_pictures(kiosk.window)
    return kiosk.window.grabWindow()


def read_first_chapter(kiosk: Kiosk, visitor: Visitor) -> None:
    """Go on to the end of the chapter, where the code for a phone is offered."""
    visitor.press("What happens")
    while not kiosk.screens.card.property("endsChapter"):
        visitor.press("Next")


@needs_zbar
@pytest.mark.parametrize("glass", GLASSES, ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
def test_two_readers_find_in_the_code_on_the_glass_the_clinic_and_the_note_beside_it(
    start_kiosk: StartKiosk, clinic: Clinic, tmp_path: Path, glass: Glass, language: str
) -> None:
    name = NAMES[language]
    kiosk = start_kiosk(in_language(clinic, language, name), glass=glass)
    content = open_first_screen(kiosk, language)
    for card in content.cards:
        kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, card.id))
        kiosk.screens.take_home.toggle()
        image = shown(kiosk)

        text = read_by_zbar(image, tmp_path)

        assert text == read_by_zxing(image)
        contact = vobject.readOne(text)
        contact.validate()
        assert contact.fn.value == contact.n.value.family == name
        assert contact.org.value == [name]
        assert contact.tel.value == "+12025550143"
        note = [
            *card.take_home,
            "Draft: not yet checked" if language == "en" else "Borrador: aún sin revisar",
        ]
        assert contact.note.value.split("\n") == note == kiosk.screens.take_home.property("points")


@needs_zbar
def test_it_is_read_from_further_away_too(start_kiosk: StartKiosk, tmp_path: Path) -> None:
    kiosk = start_kiosk()
    open_first_screen(kiosk, "en")
    kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, "toxins"))
    kiosk.screens.take_home.toggle()
    far = shown(kiosk).scaledToWidth(960, Qt.TransformationMode.SmoothTransformation)
    assert read_by_zbar(far, tmp_path) == read_by_zxing(far)


def test_the_code_is_made_once_each_time_it_is_opened_and_names_no_coding_for_ascii(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Infections")
    read_first_chapter(kiosk, visitor)
    codings: list[bool] = []
    make = segno.make

    def count(text: str, **options: Any) -> segno.QRCode:
        codings.append(options.get("eci", False))
        return make(text, **options)

    monkeypatch.setattr(segno, "make", count)
    visitor.press("Take home")
    assert visitor.sees("A code for the camera of your phone", QAccessible.Role.Graphic)
    assert codings == [False]
    choose_text_size(visitor, "Large")
    shown(kiosk)
    assert codings == [False]
    visitor.press("Close")
    assert kiosk.screens.take_home.property("code") == ""
    assert codings == [False]


@pytest.mark.parametrize("glass", GLASSES, ids=str)
@pytest.mark.parametrize("language", ["en", "es"])
def test_its_squares_are_whole_pixels_and_large_enough_with_the_longest_name_there_may_be(
    start_kiosk: StartKiosk, clinic: Clinic, glass: Glass, language: str
) -> None:
    kiosk = start_kiosk(in_language(clinic, language, "Clínica Peña " * 6 + "Sí"), glass=glass)
    content = open_first_screen(kiosk, language)
    for card in content.cards:
        kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, card.id))
        kiosk.screens.take_home.toggle()
        shown(kiosk)
        pixels = code_on(kiosk).width() / kiosk.screens.take_home.property("squares")
        assert pixels == int(pixels)
        assert pixels / kiosk.pixels_per_millimetre >= SMALLEST_SQUARE_MILLIMETRES


def test_the_card_comes_back_and_the_next_page_hides_the_code(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    visitor.press("Infections")
    assert not visitor.sees("Take home"), "there is nothing yet to take home"
    read_first_chapter(kiosk, visitor)
    visitor.press("Take home")
    visitor.press("Close")
    assert visitor.sees("Healthy")
    assert not visitor.sees("A code for the camera of your phone")
