"""A code for the visitor's phone: the clinic as a contact, with a note of a card and of kept questions."""

import dataclasses
import logging
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import visit as visits
from kiosk.core.content.cards import Content
from kiosk.core.content.start_card import START
from kiosk.core.content.take_home import Note, contact, needed, with_questions
from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.core.unbroken import unbroken, with_blanks
from kiosk.core.visit import Visit
from kiosk.store.settings.keys import SettingsFile
from kiosk.store.settings.settings import Settings
from kiosk.ui.card_on_screen import question_in
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.paging.page_breaks import POINT
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

if TYPE_CHECKING:
    import segno

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1
QUIET_ZONE: Final = 4
"""Empty squares around a code, as ISO/IEC 18004 asks for."""

_log = logging.getLogger(__name__)


@dataclasses.dataclass(frozen=True, slots=True)
class TakeHomeSnapshot:
    """The code for a phone and the same text to read.

    blocks: the note, its questions as points, and after it what the code has no room for; code: a picture
    as a URL, "" as long as there is none; squares: on a side, quiet zone included.
    """

    is_open: bool = False
    blocks: tuple[str, ...] = ()
    code: str = ""
    squares: int = 1


def note_to_take_home(
    visit: Visit, content: Content | None, settings: SettingsFile, sentence: Sentence
) -> Note:
    """Return the note the visitor asked to take home, an empty one when they did not.

    With "my questions" goes what cannot wait, of the card that anybody may begin with.
    """
    position = visit.card
    is_asked_for = visit.takes_questions_home if position is None else position.takes_home
    if content is None or not is_asked_for:
        return Note()
    numbers = (unbroken(settings.clinic.phone), unbroken(settings.emergency_number))
    card = content.card(position.card if position else START)
    note = with_questions(
        card.take_home if position else needed(card.take_home, numbers),
        (question_in(content, kept) for kept in visit.questions),
        sentence("take_home.questions"),
        numbers,
    )
    is_draft = any(content.reviews[told].is_draft for told in (card.id, *(q.card for q in visit.questions)))
    draft = (sentence("review.draft"),) if is_draft else ()
    return dataclasses.replace(note, paragraphs=(*note.paragraphs, *draft))


def derive_take_home(note: Note, sentence: Sentence) -> TakeHomeSnapshot:
    """Return a note as it stands beside its code, which takes too long for the touch that opens it."""
    if not note.paragraphs:
        return TakeHomeSnapshot()
    lead_in = (sentence("take_home.left_out"),) if note.left_out else ()
    return TakeHomeSnapshot(
        is_open=True,
        blocks=(
            *(POINT + text if text in note.questions else text for text in note.paragraphs),
            *lead_in,
            *map(POINT.__add__, note.left_out),
        ),
    )


def with_code(shown: TakeHomeSnapshot, note: Note, settings: SettingsFile) -> TakeHomeSnapshot:
    """Return a note with its code."""
    clinic = settings.clinic
    text = with_blanks("\n".join(note.paragraphs))
    code = _qr_code(contact(clinic.name, clinic.phone, settings.country, text))
    return dataclasses.replace(
        shown,
        code=code.svg_data_uri(border=QUIET_ZONE, omitsize=True),
        squares=int(code.symbol_size(border=QUIET_ZONE)[0]),
    )


def _qr_code(text: str) -> "segno.QRCode":
    """Name the coding of the bytes where it matters: a reader that guesses makes Shift JIS of accents.

    Without an accent there is nothing to name, and even a reader that knows no ECI understands.
    """
    import segno  # noqa: PLC0415  # off the way to the first frame

    return segno.make(
        text,
        error="l",
        boost_error=False,
        micro=False,
        mode="byte",
        encoding="utf-8",
        eci=not text.isascii(),
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class TakeHomeViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """The code of the card or of the questions on screen; nothing goes over a network.

    opened: there is another note to make a code of.
    """

    opened = Signal()

    isOpenChanged = Signal()
    blocksChanged = Signal()
    codeChanged = Signal()
    squaresChanged = Signal()

    def __init__(
        self,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        settings: Settings,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings.file
        self._translations = translations
        self._note = Note()
        self._shown = TakeHomeSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        sentence = self._translations.sentence
        note = note_to_take_home(self._visit_holder.visit, self._library.content, self._settings, sentence)
        if note != self._note:
            self._note = note
            self._show(derive_take_home(note, sentence))
            if self._shown.is_open:
                self.opened.emit()

    def _show(self, shown: TakeHomeSnapshot) -> None:
        before, self._shown = self._shown, shown
        announce_changes(self, before, shown)

    def make_code(self, jobs: Jobs) -> None:
        """Make the code off the GUI thread if one is to be shown; for once its page is on the glass.

        Not sooner: while Python works elsewhere the page would come late.
        """
        note, shown, settings = self._note, self._shown, self._settings
        if shown.is_open and not shown.code:
            jobs.run(lambda: with_code(shown, note, settings), self._take_code)

    def _take_code(self, made: Result[TakeHomeSnapshot]) -> None:
        match made:
            case Ok(shown):
                # Unless something else came up meanwhile.
                if dataclasses.replace(self._shown, code=shown.code, squares=shown.squares) == shown:
                    self._show(shown)
            case Err(sentence):
                _log.error("%s %s", Event.CODE_FAILED, sentence)
            case _ as never:
                assert_never(never)

    @Slot()
    def toggle(self) -> None:
        """Show the code, or what was on screen before it."""
        self._visit_holder.apply(visits.toggle_take_home)

    @Property(bool, notify=isOpenChanged)
    def isOpen(self) -> bool:
        return self._shown.is_open

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._shown.code

    @Property(int, notify=squaresChanged)
    def squares(self) -> int:
        return self._shown.squares
