"""What the plain screens show, and what they do before there is anything to show."""

from PySide6.QtCore import QObject

from kiosk.core import visit as visits
from kiosk.core.visit import Visit
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.viewmodels.plain import PlainSnapshot, PlainViewModel, derive_plain
from kiosk.ui.visit_holder import VisitHolder


def test_before_the_content_is_read_there_is_nothing_to_open() -> None:
    parent = QObject()
    holder = VisitHolder(parent)
    plain = PlainViewModel(holder, ContentLibrary(("en",), parent), parent)
    holder.become(visits.start("en"))
    plain.open(0)
    plain.next()
    plain.back()
    assert holder.visit == visits.start("en")
    assert derive_plain(Visit(), None) == plain._shown == PlainSnapshot()


def test_the_form_is_opened_by_whoever_has_one() -> None:
    parent, opened = QObject(), []
    plain = PlainViewModel(VisitHolder(parent), ContentLibrary(("en",), parent), parent)
    plain.open_form = lambda: opened.append("form")
    plain.call()
    assert opened == ["form"]
