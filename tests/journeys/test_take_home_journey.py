"""A phone reads the code off the glass, and what it reads is what stands beside it."""

import dataclasses
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import segno
import vobject
import zxingcpp
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.core.content.cards import Content
from kiosk.core.events import Event
from kiosk.core.unbroken import with_blanks
from kiosk.core.visit import KeptQuestion, Screen, go, open_card
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.tour.inspection import wait_for_pictures
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.paging.page_breaks import POINT
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import choose_text_size, start_visit

GLASSES = [Glass(1366, 768, 15.6), Glass(1920, 1080, 21.5), Glass(1080, 1920, 21.5)]
SMALLEST_SQUARE_MILLIMETRES = 0.7
"""About 6 in 10,000 of arm's length: two pixels and more of a phone's picture."""

ON_EACH_GLASS = pytest.mark.parametrize(
    ("glass", "language"),
    [
        (GLASSES[0], "en"),
        (GLASSES[1], "es"),
        (GLASSES[2], "en"),
        pytest.param(GLASSES[0], "es", marks=pytest.mark.slow),
        pytest.param(GLASSES[1], "en", marks=pytest.mark.slow),
        pytest.param(GLASSES[2], "es", marks=pytest.mark.slow),
    ],
    ids=str,
)

needs_zbar = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
NAMES = {
    "en": "O\u2019Neill & Lake; Knee, Nerve \\ Muscle Clinic",
    "es": "Clínica D\u2019Água; Peña, Núñez \\ Hermanos",
}


def read_by_zbar(image: QImage, folder: Path) -> str:
    file = folder / "screen.pgm"
    assert image.convertToFormat(QImage.Format.Format_Grayscale8).save(str(file))
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


def beside_code(kiosk: Kiosk) -> list[str]:
    """What stands beside the code, as a phone would read it."""
    blocks = kiosk.screens.take_home.property("blocks")
    return [with_blanks(block.removeprefix(POINT)) for block in blocks]


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
@ON_EACH_GLASS
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
            *map(with_blanks, card.take_home),
            "Draft: not yet checked" if language == "en" else "Borrador: aún sin revisar",
        ]
        assert contact.note.value.split("\n") == note == beside_code(kiosk)


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
    shown(kiosk)
    assert visitor.sees("A code for the camera of your phone", QAccessible.Role.Graphic)
    assert codings == [False]
    choose_text_size(visitor, "Large")
    shown(kiosk)
    assert codings == [False]
    visitor.press("Close")
    assert kiosk.screens.take_home.property("code") == ""
    assert codings == [False]


@needs_zbar
def test_in_another_language_it_is_another_code(
    start_kiosk: StartKiosk, clinic: Clinic, tmp_path: Path
) -> None:
    kiosk = start_kiosk(in_language(clinic, 'en", "es', "Test Clinic"))
    content = open_first_screen(kiosk, "en")
    kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, content.cards[1].id))
    kiosk.screens.take_home.toggle()
    assert "Draft: not yet checked" in read_by_zbar(shown(kiosk), tmp_path)
    kiosk.visit.switchLanguage()
    text = read_by_zbar(shown(kiosk), tmp_path)
    assert vobject.readOne(text).note.value.split("\n") == beside_code(kiosk)
    assert "Borrador: aún sin revisar" in text


@pytest.mark.allows_log(Event.CODE_FAILED)
def test_a_code_that_cannot_be_made_leaves_the_note_to_read(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = start_kiosk()
    open_first_screen(kiosk, "en")
    kiosk.visit_holder.become(open_card(kiosk.visit_holder.visit, "toxins"))

    def fails(_text: str, **_options: Any) -> segno.QRCode:
        raise ValueError

    monkeypatch.setattr(segno, "make", fails)
    kiosk.screens.take_home.toggle()
    assert wait_until(lambda: "code-failed" in caplog.text)
    assert beside_code(kiosk)
    assert not Visitor(kiosk.window).sees("A code for the camera of your phone", QAccessible.Role.Graphic)


def test_a_code_that_comes_late_is_not_shown_beside_another_note(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    content = open_first_screen(kiosk, "en")
    take_home, visit = kiosk.screens.take_home, kiosk.visit_holder.visit
    kiosk.visit_holder.become(open_card(visit, content.cards[0].id))
    take_home.toggle()
    take_home.make_code(kiosk.screens.jobs)
    kiosk.visit_holder.become(open_card(visit, content.cards[1].id))
    take_home.toggle()
    kiosk.screens.wait()
    QCoreApplication.processEvents()
    assert take_home.property("code") == ""


@ON_EACH_GLASS
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


def keep(kiosk: Kiosk, content: Content, *cards: str) -> None:
    """Keep every question of some cards."""
    kept = tuple(
        KeptQuestion(card.id, step, point)
        for card in map(content.card, cards)
        for step in [card.first_step("ask")]
        for point in range(len(card.steps[step].points))
    )
    kiosk.visit_holder.apply(lambda visit: dataclasses.replace(visit, questions=kept))


def read_pages(kiosk: Kiosk, visitor: Visitor) -> list[str]:
    """Read all that stands beside the code, page by page, as a screen reader does."""
    more = kiosk.translations.sentence("card.more")
    read = [each.name for each in visitor.reads()]
    while visitor.sees(more):
        visitor.press(more)
        read += [each.name for each in visitor.reads()]
    return read


@needs_zbar
@ON_EACH_GLASS
def test_a_question_kept_on_a_card_is_on_the_phone_with_whom_to_call(
    start_kiosk: StartKiosk, clinic: Clinic, tmp_path: Path, glass: Glass, language: str
) -> None:
    kiosk = start_kiosk(in_language(clinic, language, NAMES[language]), glass=glass)
    content = open_first_screen(kiosk, language)
    words, visitor, card = kiosk.translations.sentence, Visitor(kiosk.window), content.card("autoimmune")
    question = card.steps[card.first_step("ask")].points[1]
    kiosk.screens.home.open(card.id)
    visitor.press(words("chapter.do"))
    while not visitor.offers(question):
        visitor.press(words("card.more") if visitor.sees(words("card.more")) else words("card.next"))
    visitor.chooses(question)
    visitor.press(words("bar.home"))
    visitor.press(words("questions.open").replace("%1", "1"))
    visitor.press(words("take_home.open"))
    image = shown(kiosk)

    text = read_by_zbar(image, tmp_path)

    assert text == read_by_zxing(image)
    contact = vobject.readOne(text)
    contact.validate()
    *_, signs, phone = map(with_blanks, content.cards[0].take_home)
    note = [signs, phone, words("take_home.questions"), question, words("review.draft")]
    assert contact.note.value.split("\n") == note
    assert "911" in signs
    assert beside_code(kiosk) == note
    read = with_blanks(" ".join(read_pages(kiosk, visitor)))
    assert [text for text in (phone, question) if text not in read] == []
    visitor.press(words("take_home.close"))
    assert visitor.sees(words("take_home.open"))
    assert not visitor.sees(words("take_home.code"), QAccessible.Role.Graphic)


@needs_zbar
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_code_has_no_room_for_is_said_beside_it_and_nothing_else_differs(
    start_kiosk: StartKiosk, clinic: Clinic, tmp_path: Path, language: str
) -> None:
    kiosk = start_kiosk(in_language(clinic, language, NAMES[language]))
    content = open_first_screen(kiosk, language)
    keep(kiosk, content, "genetic", "toxins", "injury")
    left_out = kiosk.translations.sentence("take_home.left_out")
    places = [go(kiosk.visit_holder.visit, Screen.QUESTIONS)]
    places += [open_card(kiosk.visit_holder.visit, card.id) for card in content.cards]
    for place in places:
        kiosk.visit_holder.become(place)
        kiosk.screens.take_home.toggle()
        note = vobject.readOne(read_by_zbar(shown(kiosk), tmp_path)).note.value.split("\n")
        blocks = beside_code(kiosk)
        assert blocks[: blocks.index(left_out)] == note
        assert not set(note) & set(blocks[blocks.index(left_out) :])
        assert "911" in " ".join(note)
        assert "(202) 555-0143" in " ".join(note)


@ON_EACH_GLASS
def test_the_squares_of_questions_are_large_enough_too(
    start_kiosk: StartKiosk, clinic: Clinic, glass: Glass, language: str
) -> None:
    kiosk = start_kiosk(in_language(clinic, language, NAMES[language]), glass=glass)
    keep(kiosk, open_first_screen(kiosk, language), "genetic", "toxins", "injury")
    kiosk.visit.openQuestions()
    kiosk.screens.take_home.toggle()
    shown(kiosk)
    pixels = code_on(kiosk).width() / kiosk.screens.take_home.property("squares")
    assert pixels == int(pixels)
    assert pixels / kiosk.pixels_per_millimetre >= SMALLEST_SQUARE_MILLIMETRES
