"""The desk in another language: nothing on any page stays English, nothing is cut, and a day goes by."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)

from kiosk.core.staff_words import Catalog, speak
from kiosk.desk import staff_language
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.queue.hand_over import keep_note
from kiosk.desk.window.pages.problem import ProblemPage
from kiosk.desk.window.qt_words import translate_qt
from kiosk.store.recipients import load_recipients
from tests.desk.conftest import make_request
from tests.desk.receptionist import (
    NOW,
    OTHERS,
    WORDS,
    Open,
    Receptionist,
    check_page,
    fill,
    texts,
)
from tests.desk.staff_sentences import marking, unmarked

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic

DATA: Final = re.compile(
    rf"(?i)\b(visitor \d+|ana|robin|luis|lobby|{'|'.join((*WORDS.split(), *OTHERS.split()))}"
    r"|(?:[b-df-hj-np-tvz][aiou]){2}[b-df-hj-np-tvz]|recovery|vi|en|note of mine|call her son)\b"
    r"|/[^ ,:;]*|age-secret-key-\S+|# (?:created|public key): \S+|\d{4}-\d\d-\d\dt\S+"
)
"""What is nobody's sentence: names, paths, words of keys, codes of languages, keys."""
SEEN: Final = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture(autouse=True)
def _english_after() -> Iterator[None]:
    yield
    speak(Catalog())


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak a language in which each sentence that was looked up is marked."""
    catalog = marking()
    monkeypatch.setattr(staff_language, "catalog_of", lambda _language: catalog)


def _shown(widget: QWidget) -> Iterator[str]:
    """Return all texts of a widget that somebody sees or hears."""
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QListWidget():
            yield from (widget.item(place).text() for place in range(widget.count()))
        case QTableView():
            model = widget.model()
            columns = range(model.columnCount())
            yield from (str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns)
            for row in range(model.rowCount()):
                yield from (str(model.index(row, column).data() or "") for column in columns)
    yield from (widget.windowTitle(), widget.toolTip())
    if not isinstance(widget, QAbstractItemView | QProgressBar) and not widget.objectName().startswith("qt_"):
        interface = QAccessible.queryAccessibleInterface(widget)
        yield from (interface.text(kind) for kind in SEEN) if interface is not None else ()


def _english(window: QWidget) -> set[str]:
    """Return what is on the screen and went through no catalog."""
    inside = [w for w in (window, *window.findChildren(QWidget)) if w.isVisible() and not _is_qts(w)]
    left = {DATA.sub("", unmarked(text)).strip() for widget in inside for text in _shown(widget)}
    return {text for text in left if re.search(r"[^\W\d_]{2}", text)}


def _is_qts(widget: QWidget) -> bool:
    """Whether it is a part of one of Qt's own widgets, such as the arrows of a field with a date."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QComboBox | QTableView | QLineEdit):
        parent = parent.parentWidget()
    return parent is not None or widget.metaObject().className().startswith("QCalendar")


def _seen_beside_the_work(desk: Receptionist) -> set[str]:
    window, seen = desk.window, set[str]()
    work = window.work
    for leave in (work.openWanted, work.listWanted, work.peopleWanted, work.handOverWanted):
        leave.emit()
        desk.wait()
        if window.pages.currentWidget() is window.people:
            window.people._begin_adding()
            window.people._ask()
            window.people.words._hide()
        seen |= _english(window)
    window.hand_over_page.awayWanted.emit()
    window.lists._gone.show()
    window.lists._open.show()
    seen |= _english(window)
    window.hand_over_page.numbersWanted.emit()
    seen |= _english(desk.wait().window)
    for page in (window.change, window.lost, window.lists, window.opening):
        window._go(page)
        seen |= _english(window)
    window.countdown.show_left(42)
    seen |= _english(window)
    window.countdown.put_away()
    window.lock()
    return seen | _english(desk.wait().window)


@pytest.mark.usefixtures("marked", "quick_keys")
def test_no_page_of_the_set_up_has_a_word_that_is_in_no_catalog(at_desk: Open, tmp_path: Path) -> None:
    desk = at_desk(DeskFolder(tmp_path / "office"))
    page = desk.window.set_up
    seen = _english(desk.window)
    page.words.check()
    page.name.setText("ana")
    seen |= _english(desk.window)
    page.words.typed.setText(WORDS)
    page.words.check()
    desk.wait()
    seen |= _english(desk.window)
    page._print_it.setEnabled(False)
    page._go(2)
    page.typed.setText("0")
    page._prove()
    seen |= _english(desk.wait().window)
    page.typed.setText(page._recovery.sheet.splitlines()[-1])
    page._prove()
    seen |= _english(desk.wait().window)
    page._go(0)
    seen |= _english(desk.window)
    page._finish()
    assert seen | _english(desk.window) == set()


@pytest.mark.usefixtures("marked")
def test_no_page_of_the_day_has_a_word_that_is_in_no_catalog(
    clinic: "Clinic", office: DeskFolder, at_desk: Open, stick: Path
) -> None:
    office.recipients_file.write_text(
        f"# ana\n{clinic.key.recipient}\n# Robin\n{clinic.key.recipient}\n", "utf-8"
    )
    office.key_file("Robin").write_bytes(office.key_file("ana").read_bytes())
    keep_note(office, "note of mine", "Robin", NOW)
    wish = {
        "phone_hard": ("slowly", "text-first", "relay", "helper"),
        "helper_name": "Luis",
        "interpreter": True,
    }
    fill(
        clinic,
        stick,
        make_request(1, spoken_language="vi", **wish),
        make_request(2, phone="+19005551234", name="", energy_window=""),
        make_request(3, created="2026-11-19T15:00:00Z", energy_window="afternoon", spoken_language="other"),
        make_request(4, phone=make_request(1).phone, energy_window="midday", zone="?"),
    )
    desk = at_desk(office)
    window = desk.window
    seen = _english(window)
    desk.press(Qt.Key.Key_Return)
    seen |= _english(window)
    window._open(stick)
    seen |= _english(desk.wait().window)
    window._yes.click()
    seen |= _english(desk.wait().window)
    work = window.work
    work.panel.phone.copy.click()
    for state in work.panel._buttons.findChildren(QAbstractButton):
        work.finished.setChecked(True)
        work.table.selectRow(0)
        work.panel.second_press._changed_at = None
        work.panel.note.setPlainText("call her son")
        work.panel.again.choice.setCurrentIndex(1)
        state.click()
        desk.wait()
        seen |= _english(window)
    work.undo.click()
    for row in range(work.model.rowCount()):
        work.table.selectRow(row)
        seen |= _english(desk.wait().window)
    work.panel.again.choice.setCurrentIndex(work.panel.again.choice.count() - 1)
    work.finder.line.setText("1")
    seen |= _english(window)
    work.finder.clear()
    work.finder.filter.late.setChecked(True)
    seen |= _english(window)
    work.finder.filter.clear()
    assert seen | _seen_beside_the_work(desk) == set()


@pytest.mark.usefixtures("marked")
def test_the_page_of_a_problem_has_no_word_that_is_in_no_catalog(at_desk: Open, office: DeskFolder) -> None:
    at_desk(office)
    page = ProblemPage("")
    page.show()
    assert _english(page) == set()
    page.close()


@pytest.fixture
def spanish(office: DeskFolder) -> DeskFolder:
    """Return a desk that speaks Spanish."""
    office.save_settings(DeskSettings(language="es"))
    return office


def test_in_spanish_every_mnemonic_is_there_once_on_every_page(
    clinic: "Clinic", spanish: DeskFolder, at_desk: Open, stick: Path
) -> None:
    fill(clinic, stick, make_request(1))
    desk = at_desk(spanish)
    window = desk.window
    check_page(desk)
    desk.press(Qt.Key.Key_Return)
    window._open(stick)
    desk.wait()
    check_page(desk)  # with the question whether the kiosk is ours
    window.say("", lambda: None, "Sí, a&notarla")
    window.work.offer_undo("lobby#1")
    window.work.panel.again.choice.setCurrentIndex(window.work.panel.again.choice.count() - 1)
    window.work._warnings.show()
    check_page(desk)
    window.say("")
    window.lists._gone.show()
    window.lists._open.show()
    window.people.show_people(("ana",), ())
    window.people._form.show()
    window.people._ask()
    window.set_up._last.show()
    pages = (window.opening, window.lists, window.people, window.change, window.lost, window.numbers)
    for page in (*pages, window.hand_over_page, window.set_up):
        window.pages.setCurrentWidget(page)
        check_page(desk)
    for step in (1, 2, 3):
        window.set_up._steps.setCurrentIndex(step)
        check_page(desk)
    window.pages.setCurrentWidget(window.hand_over_page)
    window.say("", lambda: None, "&Sí, retirarlas")
    check_page(desk)


def test_in_spanish_the_window_fits_a_small_screen(spanish: DeskFolder, at_desk: Open) -> None:
    desk = at_desk(spanish).press(Qt.Key.Key_Return)
    work = desk.window.work
    work.offer_undo("lobby#1234 n.º equivocado")
    work.panel.again.choice.setCurrentIndex(work.panel.again.choice.count() - 1)
    assert desk.window.minimumSizeHint().width() <= 1366
    assert desk.window.minimumSizeHint().height() <= 730


def test_in_spanish_every_column_is_seen(
    clinic: "Clinic", spanish: DeskFolder, at_desk: Open, stick: Path
) -> None:
    fill(clinic, stick, make_request(1, created="2026-11-19T15:00:00Z", interpreter=True))
    desk = at_desk(spanish).press(Qt.Key.Key_Return)
    desk.window._open(stick)
    desk.wait()
    desk.window.work.finder.filter.late.setChecked(True)
    desk.alt("r").alt("r").alt("r")
    assert desk.window.work.table.horizontalScrollBar().maximum() == 0
    desk.alt("i").alt("c")
    assert desk.page is desk.window.numbers
    assert desk.window.numbers.table.horizontalScrollBar().maximum() == 0


def test_a_calendar_has_the_days_of_the_language(spanish: DeskFolder, at_desk: Open) -> None:
    window = at_desk(spanish).window
    for each in (window.work.panel.again.time, window.lists.day):
        assert each.locale().language() is QLocale.Language.Spanish
        assert each.calendarWidget().firstDayOfWeek() in {Qt.DayOfWeek.Monday, Qt.DayOfWeek.Sunday}


def test_qts_own_words_are_in_the_language_of_the_desk_while_its_window_is_there(qapp: QApplication) -> None:
    staff_language.speak_as("es", "")
    window = QObject()
    translate_qt(window)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancelar"
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.usefixtures("quick_keys")
def test_a_desk_is_set_up_in_spanish(at_desk: Open, tmp_path: Path) -> None:
    office = DeskFolder(tmp_path / "office")
    desk = at_desk(office, language="es_MX")
    (tmp_path / "stick").mkdir()
    desk.alt("e").type(WORDS).press(Qt.Key.Key_Return)
    assert desk.told.startswith("Problema: Escriba primero un nombre")
    desk.type("Ana García").alt("e").type(WORDS).press(Qt.Key.Key_Return)
    desk.alt("c").type(str(tmp_path / "stick")).alt("g")
    assert desk.told.endswith("Guarde esa memoria bajo llave.")
    secret = (tmp_path / "stick" / "recovery.key").read_text("utf-8").splitlines()[-1]
    desk.alt("s").type(secret).press(Qt.Key.Key_Return)
    assert "tienen que ser las mismas" in texts(desk.page)
    desk.alt("t").unlock("not protected in this test")
    assert desk.page is desk.window.work
    assert load_recipients(office.recipients_file, demonstration_allowed=False).names


def test_a_call_is_recorded_and_listed_in_spanish(
    clinic: "Clinic", spanish: DeskFolder, at_desk: Open, stick: Path
) -> None:
    fill(clinic, stick, make_request(1, spoken_language="vi"), make_request(2))
    desk = at_desk(spanish).press(Qt.Key.Key_Return)
    desk.alt("s").alt("c").type(str(stick)).press(Qt.Key.Key_Return)
    assert "2 solicitudes nuevas están en esta recepción, 0 ya estaban aquí." in desk.told
    desk.alt("n").alt("t").type("llamar a su hijo").alt("r")
    assert desk.told == "Hecho: lobby#1 está anotada así: sin respuesta."
    desk.alt("h")
    assert desk.told.startswith(
        "Hecho: se deshizo lo que usted anotó de lobby#1; su estado vuelve a ser: nueva"
    )
    desk.alt("j").alt("l")
    desk.window.lists.format.setCurrentIndex(desk.window.lists.format.findData("csv"))
    desk.alt("p").type(str(clinic.lists)).alt("h")
    [file] = clinic.lists.iterdir()
    assert f"Hecho: 2 solicitudes están en {file}" in desk.told
    rows = {row[0]: row for row in read_csv(file.read_bytes())}
    assert rows["lobby#1"][4] == "hasta el mié 2026-11-25"
    assert rows["lobby#1"][6] == "Vietnamita"
    assert rows["lobby#1"][12] == "mensaje de voz"
    assert rows["lobby#2"][12] == "nueva"
    assert "plazo" in file.read_text("utf-8-sig").splitlines()[0]
