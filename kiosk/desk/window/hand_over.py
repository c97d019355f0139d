"""Handing over in the window: keeps and shows notes, greets with them, shows and prints the numbers."""

from typing import Final

from PySide6.QtGui import QPageLayout, QTextDocument

from kiosk.core.staff_words import tr
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.export.numbers_page import numbers_page
from kiosk.desk.queue.hand_over import HandOverNotes, keep_note, of_today, put_away, read_notes
from kiosk.desk.queue.numbers import Week, kept_outcomes, outcomes_of, weeks
from kiosk.desk.queue.turns import rules_of
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.hand_over import HandOverPage
from kiosk.desk.window.pages.numbers import NumbersPage
from kiosk.desk.window.pages.work import WorkPage

_GREETING_CHARACTERS: Final = 300
"""Characters of a note above the list; the page has all of it. Chosen."""


class HandOver:
    """Connects the pages with the desk's folder; holds notes only while the desk is open."""

    def __init__(self, frame: Frame, work: WorkPage, page: HandOverPage, numbers: NumbersPage) -> None:
        self._frame = frame
        self._work = work
        self._page = page
        self._numbers = numbers
        self._found = HandOverNotes()
        self._weeks: tuple[Week, ...] = ()
        self._typed: dict[str, str] = {}
        self._greeted: set[tuple[str, str]] = set()
        work.handOverWanted.connect(self._show)
        page.keepWanted.connect(self._keep)
        page.awayWanted.connect(self._ask)
        page.numbersWanted.connect(self._show_numbers)
        numbers.printWanted.connect(self._print)
        numbers.left.connect(self._show)

    def read(self, key: StaffKey) -> HandOverNotes:
        """Return the notes; called off the GUI thread. Raises SpoolError."""
        return read_notes(self._frame.office, key)

    def greeting(self, found: HandOverNotes, name: str) -> str:
        """Return what colleagues wrote, the newest first, each note to each person once; "" for none."""
        new = [
            (envelope.path.name, note)
            for envelope, note in reversed(found.notes)
            if note.by != name and (name, envelope.path.name) not in self._greeted
        ]
        self._greeted |= {(name, file) for file, _ in new}
        told = (tr("Hand-over note by {told}", told=_short(note.told)) for _, note in new)
        return "\n".join(told)

    def forget(self) -> None:
        """Forget notes and numbers, but for what somebody typed and did not keep."""
        unlocked = self._frame.unlocked
        typed = self._page.clear()
        if unlocked is not None and typed.strip():
            self._typed[unlocked.name] = typed
        self._found, self._weeks = HandOverNotes(), ()
        self._numbers.show_weeks(())

    def _show(self, told: str = "") -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return

        def show(found: HandOverNotes) -> None:
            self._found = found
            today = frame.environment.now().astimezone().date()
            done = of_today(self._work.board, today)
            self._page.show_notes(found, tr("{done}. Now: {waiting}.", done=done, waiting=self._work.waiting))
            if typed := self._typed.pop(unlocked.name, ""):
                self._page.note.setPlainText(typed)
            frame.pages.setCurrentWidget(self._page)
            self._page.enter()
            frame.say(told)

        frame.run(tr("Opening the notes ..."), lambda _tell: self.read(unlocked.key), show)

    def _keep(self, text: str) -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        if not text.strip():
            frame.say(tr("Problem: Write a note first."))
            return

        def kept(_done: None) -> None:
            self._page.note.clear()
            self._show(tr("Done: the note is kept."))

        frame.run(
            tr("Keeping the note ..."),
            lambda _tell: keep_note(frame.office, text, unlocked.name, frame.environment.now()),
            kept,
        )

    def _ask(self) -> None:
        self._frame.say(
            tr("Have you read them all? Notes that are put away are gone for everybody."),
            self._put_away,
            tr("&Yes, put them away"),
        )

    def _put_away(self) -> None:
        found = self._found
        self._frame.run(
            tr("Putting the notes away ..."),
            lambda _tell: put_away(self._frame.office, found),
            lambda _done: self._show(tr("Done: the notes are put away.")),
        )

    def _show_numbers(self) -> None:
        frame, unlocked, board = self._frame, self._frame.unlocked, self._work.board
        if unlocked is None:
            return

        def count() -> tuple[Week, ...]:
            rules = rules_of(frame.office.settings())
            here = outcomes_of(board.cases, rules, frame.environment.now())
            return weeks(here, kept_outcomes(frame.office, unlocked.key))

        def show(found: tuple[Week, ...]) -> None:
            self._weeks = found
            self._numbers.show_weeks(found)
            frame.pages.setCurrentWidget(self._numbers)
            self._numbers.enter()

        frame.run(tr("Counting ..."), lambda _tell: count(), show)

    def _print(self) -> None:
        # Loaded only here: a desk without any printer system can still be used.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter()
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self._frame)
        if dialog.exec():
            document = QTextDocument()
            document.setHtml(numbers_page(self._weeks, self._frame.environment.now().astimezone()))
            document.print_(printer)


def _short(text: str) -> str:
    line = " ".join(text.split())
    is_long = len(line) > _GREETING_CHARACTERS
    return tr("{line} ... (all of it: Hand over)", line=line[:_GREETING_CHARACTERS]) if is_long else line
