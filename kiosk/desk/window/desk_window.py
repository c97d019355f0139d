"""The desk as staff see it: set up, unlock, open, call, list, people, lock."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QCloseEvent

from kiosk.core.audit import AuditEvent
from kiosk.core.errors import KeyFileError, KioskError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import desk_log
from kiosk.desk.queue.call_list import CallList
from kiosk.desk.queue.export_jobs import read_jobs, waits_for_folder
from kiosk.desk.queue.hand_over import HandOverNotes
from kiosk.desk.queue.old_lists import told_of_lists
from kiosk.desk.queue.open_board import open_board
from kiosk.desk.queue.take_in import TakenIn, note_taken_in, take_in
from kiosk.desk.queue.turns import rules_of
from kiosk.desk.staff_language import speak_as
from kiosk.desk.window.claiming import Claiming
from kiosk.desk.window.first_run import FirstRun
from kiosk.desk.window.forgetting import forget_soon
from kiosk.desk.window.frame import DeskWindowEnvironment, Frame, UnlockedDesk
from kiosk.desk.window.hand_over import HandOver
from kiosk.desk.window.listing import Listing
from kiosk.desk.window.pages.call_panel import Unfinished
from kiosk.desk.window.pages.change_words import ChangeWordsPage
from kiosk.desk.window.pages.export_list import ListPage
from kiosk.desk.window.pages.hand_over import HandOverPage
from kiosk.desk.window.pages.lost_words import LostWordsPage
from kiosk.desk.window.pages.numbers import NumbersPage
from kiosk.desk.window.pages.open_requests import OpenPage
from kiosk.desk.window.pages.people import PeoplePage
from kiosk.desk.window.pages.set_up import SetUpPage
from kiosk.desk.window.pages.unlock import UnlockPage
from kiosk.desk.window.pages.work import WorkPage
from kiosk.desk.window.qt_words import translate_qt
from kiosk.desk.window.recording import Recording
from kiosk.desk.window.together import Together
from kiosk.desk.window.who_opens import WhoOpens
from kiosk.desk.window.widgets import Page


class DeskWindow(Frame):
    """Connects the pages with the desk; every page is reached by keys alone."""

    def __init__(self, office: DeskFolder, environment: DeskWindowEnvironment, *, begins: bool) -> None:
        """Show the page to begin with; begins: this desk was never set up.

        Raises KeyFileError, SettingsError or SealError for a folder with a broken file.
        """
        settings = office.settings()
        speak_as(settings.language, environment.language)
        super().__init__(office, environment)
        translate_qt(self)
        self._is_demonstration = not begins and office.is_demonstration
        self._lock_after, self._lock_case_after = settings.lock_after_seconds, settings.lock_case_after
        self._name = ""
        self._unfinished: dict[str, Unfinished] = {}
        self.set_up = SetUpPage(environment.generate_words, office.root)
        self.unlock = UnlockPage()
        self.work = WorkPage(rules_of(settings), environment.clock)
        self.opening, self.lists, self.people = OpenPage(), ListPage(), PeoplePage(environment.generate_words)
        self.change = ChangeWordsPage(environment.generate_words)
        self.lost = LostWordsPage(environment.generate_words)
        self.hand_over_page, self.numbers = HandOverPage(), NumbersPage()
        beside = (
            *(self.opening, self.lists, self.people, self.change, self.lost),
            *(self.hand_over_page, self.numbers),
        )
        for each in (self.set_up, self.unlock, self.work, *beside):
            self.pages.addWidget(each)
        self.opening.offer(settings.requests_folder)
        self._connect()
        self.run_quietly(environment.can_dial, self.work.panel.phone.offer_dialling)
        self.idle.connect(self.lock)
        self.setWindowTitle(tr("Call-back desk"))
        if begins:
            self.pages.setCurrentWidget(self.set_up)
            self.first_run.begin()
        else:
            self._show_unlock()

    def enter(self) -> None:
        """Give the focus to where the work of this page begins."""
        page = self.pages.currentWidget()
        if isinstance(page, Page | SetUpPage | WorkPage):
            page.enter()

    def failed(self) -> None:
        """Offer what helps after a failure, and give the focus back."""
        with contextlib.suppress(KioskError, OSError):
            if self.pages.currentWidget() is self.lists and waits_for_folder(read_jobs(self.office.spool)):
                self.lists.offer_again()
        super().failed()

    def lock(self) -> None:
        """Forget the key and every request; keep what was typed and not recorded for who typed it."""
        if self.unlocked is None:
            if self.pages.currentWidget() is self.lost:
                self.close_dialogs()
                self._show_unlock()
            return
        self.close_dialogs()
        at = self.environment.now().astimezone()
        self.unlock.show_waiting(
            tr("When it was locked, {at:%Y-%m-%d %H:%M}: {waiting}.", at=at, waiting=self.work.waiting)
        )
        self._unfinished[self.unlocked.name] = self.work.clear()
        self.hand_over.forget()
        self.unlocked = None
        self.together.stop()
        self.claiming.stop()
        self.recording.forget()
        self._show_unlock()
        self.say(tr("The desk is locked."))
        forget_soon(self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Claim nothing any more, and look for nothing."""
        self.claiming.stop()
        self.together.stop()
        self.watch.stop()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.first_run = FirstRun(self, self.set_up, self._remember_name)
        self.set_up.refused.connect(self._refuse)
        self.set_up.moved.connect(lambda: self.say(""))
        self.set_up.done.connect(self._show_unlock)
        self.unlock.unlockWanted.connect(self._unlock)
        self.work.openWanted.connect(lambda: self._go(self.opening))
        self.work.listWanted.connect(self._begin_list)
        self.work.lockWanted.connect(self.lock)
        self.work.panel.phone.told.connect(self.say)
        self.claiming = Claiming(self, self.work)
        self.recording = Recording(self, self.work, self.claiming.claims)
        self.together = Together(self, self.work, self._read_anew)
        self.claiming.begun.connect(self.together.look)
        self.hand_over = HandOver(self, self.work, self.hand_over_page, self.numbers)
        self.opening.folderChosen.connect(self._open)
        self.listing = Listing(self, self.lists)
        self.who_opens = WhoOpens(self, (self.people, self.change, self.lost), self._go, self._enter)
        self.work.peopleWanted.connect(self.who_opens.show_people)
        self.unlock.lostWanted.connect(self._begin_recovery)
        self.lost.left.connect(self._show_unlock)
        for asking in (self.people, self.change, self.lost):
            asking.refused.connect(self._refuse)
        self.set_up.carryWanted.connect(self.who_opens.carry)
        for page in (self.opening, self.lists, self.people, self.hand_over_page):
            page.left.connect(lambda: self._go(self.work))
        for folder in (self.set_up.stick, self.opening.folder, self.lists.folder):
            folder.refused.connect(self._refuse)

    def _go(self, page: Page | WorkPage) -> None:
        self.say("")
        self.pages.setCurrentWidget(page)
        page.enter()

    def _may_be_away(self) -> int:
        """Seconds without a key or touch until the desk locks: more while a case is open."""
        has_case = self.pages.currentWidget() is self.work and self.work.case is not None
        return self._lock_case_after if has_case or self.work.has_drafts else self._lock_after

    def _refuse(self, sentence: str) -> None:
        self.say(tr("Problem: {sentence}", sentence=sentence))

    def _show_unlock(self) -> None:
        self.watch.stop()
        self.who_opens.forget()
        if self._is_demonstration:
            self.setWindowTitle(tr("Call-back desk. Demonstration: nobody will call"))
        people: tuple[str, ...] = (self._name,) if self._name else ()
        refused = ""
        try:
            people = self.office.people()
        except KeyFileError as error:
            refused = str(error)
        self.unlock.show_people(people, self._name)
        self.run_quietly(lambda: told_of_lists(self.office), self.unlock.show_lists)
        self._go(self.unlock)
        if refused:
            self._refuse(refused)

    def _remember_name(self, name: str) -> None:
        self._name = name

    def _unlock(self, name: str, passphrase: str) -> None:
        self._name = name

        def open_key() -> StaffKey:
            key = load_key(self.office.key_file(name), lambda: passphrase)
            desk_log(self.office).add(AuditEvent.UNLOCKED, self.environment.now(), by=name)
            return key

        self.run(
            tr("Opening your key, which takes some seconds ..."),
            lambda _tell: open_key(),
            lambda key: self._enter(name, key),
        )

    def _begin_recovery(self, name: str) -> None:
        self.who_opens.begin_recovery(name)
        self.watch.start(self._may_be_away)  # the page holds the recovery key

    def _enter(self, name: str, key: StaffKey, after: str = "") -> None:
        self._name = name
        self.unlocked = UnlockedDesk(name, key)
        self._go(self.work)
        self.watch.start(self._may_be_away)
        self._read_board(after, greets=True)

    def _read_board(self, after: str = "", new_kiosks: tuple[str, ...] = (), *, greets: bool = False) -> None:
        unlocked = self.unlocked
        if unlocked is None:
            return

        self.together.start()
        self.claiming.start()

        def read(tell: Callable[[int, int], None]) -> tuple[CallList, dict[str, str], HandOverNotes]:
            board = self._read_anew(unlocked.key, tell)
            notes = self.hand_over.read(unlocked.key) if greets else HandOverNotes()
            return board, self.claiming.claims.others(), notes

        def show(read: tuple[CallList, dict[str, str], HandOverNotes]) -> None:
            board, claims, notes = read
            self.work.show_claims(claims)
            self.work.show_board(board, self.environment.now().astimezone())
            self.work.bring_back(self._unfinished.pop(unlocked.name, Unfinished()))
            self._go(self.work)
            told = f"{after}\n{self.hand_over.greeting(notes, unlocked.name)}".strip()
            self.say(told, (lambda: self._trust(new_kiosks)) if new_kiosks else None, tr("&Yes, it is ours"))

        self.run(tr("Opening the requests ..."), read, show)

    def _read_anew(self, key: StaffKey, tell: Callable[[int, int], None]) -> CallList:
        return open_board(self.office, key, self.environment.now(), tell)

    def _open(self, folder: Path) -> None:
        unlocked = self.unlocked
        if unlocked is None:
            return
        is_shared = not self.opening.is_stick(folder)

        def take(tell: Callable[[int, int], None]) -> TakenIn:
            now = self.environment.now()
            found = take_in(self.office, unlocked.key, folder, now.astimezone().date(), tell)
            note_taken_in(self.office, found, unlocked.name, now)
            if is_shared:
                self.office.remember_requests_folder(folder)
            return found

        def show(found: TakenIn) -> None:
            if is_shared:
                self.opening.offer(str(folder))
            self._read_board("\n".join(found.sentences), found.new_kiosks)

        self.run(tr("Taking the requests in ..."), take, show)

    def _trust(self, kiosks: tuple[str, ...]) -> None:
        self.run(tr("Saving ..."), lambda _tell: self.office.meet(kiosks), lambda _done: self._read_board())

    def _begin_list(self) -> None:
        self.lists.begin(self.office.lists, self.environment.now().astimezone().date())
        self._go(self.lists)
