"""Who can open the desk, in the window: colleagues who come and go, other words, the recovery key."""

from collections.abc import Callable
from typing import Final

from kiosk.core.audit import AuditEvent
from kiosk.core.errors import KioskError
from kiosk.core.staff_words import mark, tr
from kiosk.desk.access.keys import change_passphrase
from kiosk.desk.access.recovery import RecoveryWish, left_behind, open_recovery
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.audit import desk_log
from kiosk.desk.carry import carry_recipients
from kiosk.desk.people import NOT_YOURSELF, add_person, give_new_key, remove_person
from kiosk.desk.window.first_run import first_stick
from kiosk.desk.window.frame import Frame
from kiosk.desk.window.pages.change_words import ChangeWordsPage
from kiosk.desk.window.pages.lost_words import LostWordsPage
from kiosk.desk.window.pages.people import PeoplePage
from kiosk.desk.window.widgets import Page
from kiosk.store.answering import while_it_answers
from kiosk.store.check_code import check_code

_DONE: Final = mark(
    "Done: the new words open {name}'s key. The kiosk needs the new recipients.txt: copy it to the stick on "
    "the page People, today. Until this desk locks it is open with the recovery key, and takes in what the "
    "kiosk locked before."
)


class WhoOpens:
    """Connects the pages on keys and words with the desk's folder."""

    def __init__(
        self,
        frame: Frame,
        pages: tuple[PeoplePage, ChangeWordsPage, LostWordsPage],
        go: Callable[[Page], None],
        enter: Callable[[str, StaffKey, str], None],
    ) -> None:
        """go: shows a page; enter: opens the desk for somebody with a key, and says what was done."""
        self._frame = frame
        self._people, self._change, self._lost = pages
        self._go = go
        self._enter = enter
        self._people.addWanted.connect(self._add)
        self._people.removeWanted.connect(self._remove)
        self._people.carryWanted.connect(self.carry)
        self._people.wordsWanted.connect(self._begin_change)
        self._change.changeWanted.connect(self._change_words)
        self._change.left.connect(self.show_people)
        self._lost.wanted.connect(self._recover)

    def show_people(self) -> None:
        """Show who can open this desk."""
        self._change.clear()
        office = self._frame.office
        try:
            self._people.show_people(office.people(), check_code(office.recipients()))
        except KioskError as error:
            self._refuse(error)
        else:
            self._go(self._people)

    def forget(self) -> None:
        """Forget every word that was typed or shown."""
        self._people.show_people((), ())
        self._change.clear()
        self._lost.clear()

    def begin_recovery(self, name: str) -> None:
        """Show the way in with the recovery key."""
        frame = self._frame
        try:
            self._lost.begin(frame.office.people(), name, first_stick(frame.environment))
        except KioskError as error:
            self._refuse(error)
        else:
            self._go(self._lost)

    def carry(self) -> None:
        """Copy recipients.txt to the stick."""
        frame = self._frame
        frame.run(
            tr("Copying ..."),
            lambda _tell: while_it_answers(
                lambda _step: carry_recipients(frame.office, frame.environment.sticks)
            ),
            lambda file: frame.say(
                tr("Done: {file} is written. Bring the stick to whoever looks after the kiosk.", file=file)
            ),
        )

    def _refuse(self, why: object) -> None:
        self._frame.say(tr("Problem: {sentence}", sentence=why))

    def _add(self, name: str, words: str) -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is not None:
            frame.run(
                tr("Making the key and locking everything anew ..."),
                lambda _tell: add_person(
                    frame.office, unlocked.key, name, frame.environment.now(), lambda: words
                ),
                lambda made: self._told(
                    tr(
                        "Done: {name} can open this desk. The kiosk needs the new {file}: copy it to the "
                        "stick.",
                        name=name,
                        file=made.recipients_file,
                    )
                ),
            )

    def _remove(self, name: str) -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is None:
            return
        if name == unlocked.name:
            self._refuse(tr(NOT_YOURSELF))
            return
        frame.run(
            tr("Locking everything anew ..."),
            lambda _tell: remove_person(frame.office, unlocked.key, name, frame.environment.now()),
            lambda told: self._told("\n".join(("Done:", *told))),
        )

    def _begin_change(self) -> None:
        self._change.begin()
        self._go(self._change)

    def _change_words(self, old: str, new: str) -> None:
        frame, unlocked = self._frame, self._frame.unlocked
        if unlocked is not None:
            name, office = unlocked.name, frame.office

            def change() -> None:
                change_passphrase(office.key_file(name), lambda: old, new)
                desk_log(office).add(AuditEvent.WORDS_CHANGED, frame.environment.now(), by=name)

            frame.run(
                tr("Changing your words, which takes some seconds ..."),
                lambda _tell: change(),
                lambda _done: self._told(tr("Done: the new words open your key. Cross the old ones out.")),
            )

    def _recover(self, wish: RecoveryWish, new_words: str) -> None:
        frame = self._frame
        office, environment = frame.office, frame.environment

        def recover() -> tuple[StaffKey, str]:
            key = open_recovery(office, wish)
            desk_log(office).add(AuditEvent.UNLOCKED_BY_RECOVERY, environment.now(), by=wish.name)
            if not new_words:
                return key, tr("This desk is open with the recovery key until it locks.")
            missing = give_new_key(office, key, wish.name, environment.now(), new_words)
            return key, f"{tr(_DONE, name=wish.name)}\n{missing}".strip()

        def show(found: tuple[StaffKey, str]) -> None:
            key, told = found
            self._lost.clear()
            stays = left_behind(wish, environment.sticks)
            self._enter(wish.name, key, f"{told}\n{stays}".strip())

        frame.run(tr("Opening the recovery key, which takes some seconds ..."), lambda _tell: recover(), show)

    def _told(self, text: str) -> None:
        self.show_people()
        self._frame.say(text)
