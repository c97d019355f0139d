"""The desk as staff see it: set up, unlock, open, call, list, people, lock."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QCloseEvent

from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.carry import carry_recipients
from kiosk.desk.people import add_person, remove_person
from kiosk.desk.queue.call_list import (
    CallList,
    forget_finished,
    read_board,
)
from kiosk.desk.queue.export_jobs import read_jobs, waits_for_folder
from kiosk.desk.queue.old_lists import told_of_lists, without_old_lists
from kiosk.desk.queue.take_in import TakenIn, take_in
from kiosk.desk.queue.turns import rules_of
from kiosk.desk.window.claiming import Claiming
from kiosk.desk.window.first_run import FirstRun
from kiosk.desk.window.frame import DeskWindowEnvironment, Frame, UnlockedDesk
from kiosk.desk.window.listing import Listing
from kiosk.desk.window.pages.call_panel import Unfinished
from kiosk.desk.window.pages.export_list import ListPage
from kiosk.desk.window.pages.open_requests import OpenPage
from kiosk.desk.window.pages.people import PeoplePage
from kiosk.desk.window.pages.set_up import SetUpPage
from kiosk.desk.window.pages.unlock import UnlockPage
from kiosk.desk.window.pages.work import WorkPage
from kiosk.desk.window.recording import Recording
from kiosk.desk.window.together import Together
from kiosk.store.check_code import check_code


class DeskWindow(Frame):
    """Connects the pages with the desk; every page is reached by keys alone."""

    def __init__(self, office: DeskFolder, environment: DeskWindowEnvironment, *, begins: bool) -> None:
        """Show the page to begin with; begins: this desk was never set up.

        Raises KeyFileError, SettingsError or SealError for a folder with a broken file.
        """
        super().__init__(office, environment)
        settings = office.settings()
        self._is_demonstration = not begins and office.is_demonstration
        self._lock_after, self._lock_case_after = settings.lock_after_seconds, settings.lock_case_after
        self._name = ""
        self._unfinished: dict[str, Unfinished] = {}
        self.set_up = SetUpPage(environment.generate_words, office.root)
        self.unlock = UnlockPage()
        self.work = WorkPage(rules_of(settings), environment.clock)
        self.opening, self.lists, self.people = OpenPage(), ListPage(), PeoplePage(environment.generate_words)
        for page in (self.set_up, self.unlock, self.work, self.opening, self.lists, self.people):
            self.pages.addWidget(page)
        self.opening.offer(settings.requests_folder)
        self._connect()
        self.run_quietly(environment.can_dial, self.work.panel.phone.offer_dialling)
        self.idle.connect(self.lock)
        self.setWindowTitle("Call-back desk")
        if begins:
            self.pages.setCurrentWidget(self.set_up)
            self.first_run.begin()
        else:
            self._show_unlock()

    def enter(self) -> None:
        """Give the focus to where the work of this page begins."""
        page = self.pages.currentWidget()
        if isinstance(page, SetUpPage | UnlockPage | WorkPage | OpenPage | ListPage | PeoplePage):
            page.enter()

    def failed(self) -> None:
        """Offer what helps after a failure, and give the focus back."""
        if self.pages.currentWidget() is self.lists and waits_for_folder(read_jobs(self.office.spool)):
            self.lists.offer_again()
        super().failed()

    def lock(self) -> None:
        """Forget the key and every request; keep what was typed and not recorded for who typed it."""
        if self.unlocked is None:
            return
        self.close_dialogs()
        at = self.environment.now().astimezone()
        self.unlock.show_waiting(f"When it was locked, {at:%Y-%m-%d %H:%M}: {self.work.waiting}.")
        self._unfinished[self.unlocked.name] = self.work.clear()
        self.unlocked = None
        self.together.stop()
        self.claiming.stop()
        self.recording.forget()
        self.people.show_people((), ())
        self._show_unlock()
        self.say("The desk is locked.")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Claim nothing any more."""
        self.claiming.stop()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.first_run = FirstRun(self, self.set_up, self._remember_name)
        self.set_up.refused.connect(self._refuse)
        self.set_up.moved.connect(lambda: self.say(""))
        self.set_up.done.connect(self._show_unlock)
        self.unlock.unlockWanted.connect(self._unlock)
        self.work.openWanted.connect(lambda: self._go(self.opening))
        self.work.listWanted.connect(self._begin_list)
        self.work.peopleWanted.connect(self._show_people)
        self.work.lockWanted.connect(self.lock)
        self.work.panel.phone.told.connect(self.say)
        self.claiming = Claiming(self, self.work)
        self.recording = Recording(self, self.work, self.claiming.claims)
        self.together = Together(self, self.work, self._read_anew)
        self.opening.folderChosen.connect(self._open)
        self.listing = Listing(self, self.lists)
        self.people.addWanted.connect(self._add)
        self.people.removeWanted.connect(self._remove)
        self.people.refused.connect(self._refuse)
        self.set_up.carryWanted.connect(self._carry)
        self.people.carryWanted.connect(self._carry)
        for page in (self.opening, self.lists, self.people):
            page.left.connect(lambda: self._go(self.work))
        for folder in (self.set_up.stick, self.opening.folder, self.lists.folder):
            folder.refused.connect(self._refuse)

    def _go(self, page: WorkPage | OpenPage | ListPage | PeoplePage | UnlockPage) -> None:
        self.say("")
        self.pages.setCurrentWidget(page)
        page.enter()

    def _may_be_away(self) -> int:
        """Seconds without a key or touch until the desk locks: more while a case is open."""
        has_case = self.pages.currentWidget() is self.work and self.work.case is not None
        return self._lock_case_after if has_case or self.work.has_drafts else self._lock_after

    def _refuse(self, sentence: str) -> None:
        self.say(f"Problem: {sentence}")

    def _show_unlock(self) -> None:
        self.watch.stop()
        if self._is_demonstration:
            self.setWindowTitle("Call-back desk. Demonstration: nobody will call")
        self.unlock.show_people(self.office.people(), self._name)
        self.run_quietly(lambda: told_of_lists(self.office), self.unlock.show_lists)
        self._go(self.unlock)

    def _remember_name(self, name: str) -> None:
        self._name = name

    def _unlock(self, name: str, passphrase: str) -> None:
        self._name = name
        self.run(
            "Opening your key, which takes some seconds ...",
            lambda _tell: load_key(self.office.key_file(name), lambda: passphrase),
            self._enter,
        )

    def _enter(self, key: StaffKey) -> None:
        self.unlocked = UnlockedDesk(self._name, key)
        self._go(self.work)
        self.watch.start(self._may_be_away)
        self._read_board()

    def _read_board(self, after: str = "", new_kiosks: tuple[str, ...] = ()) -> None:
        unlocked = self.unlocked
        if unlocked is None:
            return

        self.together.start()
        self.claiming.start()

        def read(tell: Callable[[int, int], None]) -> tuple[CallList, dict[str, str]]:
            return self._read_anew(unlocked.key, tell), self.claiming.claims.others()

        def show(read: tuple[CallList, dict[str, str]]) -> None:
            board, claims = read
            self.work.show_claims(claims)
            self.work.show_board(board, self.environment.now().astimezone())
            self.work.bring_back(self._unfinished.pop(unlocked.name, Unfinished()))
            self._go(self.work)
            self.say(after, (lambda: self._trust(new_kiosks)) if new_kiosks else None, "&Yes, it is ours")

        self.run("Opening the requests ...", read, show)

    def _read_anew(self, key: StaffKey, tell: Callable[[int, int], None]) -> CallList:
        now = self.environment.now()
        self.office.prepare()
        board = forget_finished(self.office, read_board(self.office, key, now, tell), now)
        return without_old_lists(self.office, board, now)

    def _open(self, folder: Path) -> None:
        unlocked = self.unlocked
        if unlocked is None:
            return
        is_shared = not self.opening.is_stick(folder)

        def take(tell: Callable[[int, int], None]) -> TakenIn:
            found = take_in(self.office, unlocked.key, folder, tell)
            if is_shared:
                self.office.remember_requests_folder(folder)
            return found

        def show(found: TakenIn) -> None:
            if is_shared:
                self.opening.offer(str(folder))
            self._read_board("\n".join(found.sentences), found.new_kiosks)

        self.run("Taking the requests in ...", take, show)

    def _trust(self, kiosks: tuple[str, ...]) -> None:
        settings = self.office.settings()
        met = dataclasses.replace(settings, kiosks=(*settings.kiosks, *kiosks))
        self.run("Saving ...", lambda _tell: self.office.save_settings(met), lambda _done: self._read_board())

    def _begin_list(self) -> None:
        self.lists.begin(self.office.lists, self.environment.now().astimezone().date())
        self._go(self.lists)

    def _show_people(self) -> None:
        self.people.show_people(self.office.people(), check_code(self.office.recipients()))
        self._go(self.people)

    def _add(self, name: str, words: str) -> None:
        unlocked = self.unlocked
        if unlocked is not None:
            self.run(
                "Making the key and locking everything anew ...",
                lambda _tell: add_person(
                    self.office, unlocked.key, name, self.environment.now(), lambda: words
                ),
                lambda made: self._told_of_people(
                    f"Done: {name} can open this desk. The kiosk needs the new {made.recipients_file}: copy "
                    "it to the stick."
                ),
            )

    def _remove(self, name: str) -> None:
        unlocked = self.unlocked
        if unlocked is None:
            return
        if name == unlocked.name:
            self._refuse("You cannot remove yourself: ask a colleague to do it.")
            return
        self.run(
            "Locking everything anew ...",
            lambda _tell: remove_person(self.office, unlocked.key, name),
            lambda told: self._told_of_people("\n".join(("Done:", *told))),
        )

    def _carry(self) -> None:
        self.run(
            "Copying ...",
            lambda _tell: carry_recipients(self.office, self.environment.sticks),
            lambda file: self.say(
                f"Done: {file} is written. Bring the stick to whoever looks after the kiosk."
            ),
        )

    def _told_of_people(self, text: str) -> None:
        self._show_people()
        self.say(text)
