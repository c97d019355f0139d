"""Making a list of what was chosen, and saying what came of it."""

from kiosk.core.staff_words import tr, tr_count
from kiosk.desk.export.run import Order, Outcome, export_list
from kiosk.desk.queue.calls import read_calls_beside
from kiosk.desk.queue.turns import rules_of
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.export_list import ListPage, ListWish
from kiosk.store.answering import Step, while_it_answers


class Listing:
    """Writes the lists that are wanted on one page."""

    def __init__(self, frame: Frame, page: ListPage) -> None:
        """Connect the page on which lists are chosen."""
        self._frame = frame
        self._page = page
        page.listChosen.connect(self._make)

    def _make(self, wish: ListWish) -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        office, settings = frame.office, frame.office.settings()
        order = Order(
            wish.out,
            frame.environment.now().astimezone(),
            folder_is_gone=wish.folder_is_gone,
            choice=wish.choice,
            format=wish.format,
            by=unlocked.name,
            kiosks=frozenset(settings.kiosks),
            rules=rules_of(settings),
        )

        def make(tell: Step) -> Outcome:
            while_it_answers(lambda _step: order.out.exists())
            calls = read_calls_beside(office.spool, unlocked.key)
            return export_list(office.spool, unlocked.key, order, tell, calls)

        frame.run(tr("Making the list ..."), make, self._show)

    def _show(self, outcome: Outcome) -> None:
        told = (
            tr("Nothing was chosen that is not in a list already; no list was made.")
            if outcome.file is None
            else tr_count(
                outcome.count,
                "Done: {count} request is in {file}",
                "Done: {count} requests are in {file}",
                file=outcome.file,
            )
        )
        self._frame.say("\n".join((told, *outcome.warnings)))
        self._page.offer_list(outcome.file)
