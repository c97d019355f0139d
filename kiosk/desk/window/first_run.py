"""The first run in the window: makes the keys that the pages of the set-up ask for."""

from collections.abc import Callable
from pathlib import Path

from kiosk.core.errors import StickError
from kiosk.core.staff_words import tr
from kiosk.desk.access.set_up import (
    RecoveryKey,
    begin_set_up,
    begun_with,
    finish_set_up,
    make_recovery,
    prove_recovery,
    save_recovery,
)
from kiosk.desk.window.frame import DeskWindowEnvironment, Frame
from kiosk.desk.window.pages.set_up import SetUpPage
from kiosk.store.answering import while_it_answers
from kiosk.store.check_code import check_code


class FirstRun:
    """Holds the recovery key from its making until the set-up ends; an error on the way changes no key."""

    def __init__(self, frame: Frame, page: SetUpPage, finished: Callable[[str], None]) -> None:
        """Connect a page; finished: told the name of the person who now has a key."""
        self._frame = frame
        self._page = page
        self._finished = finished
        self._recovery = RecoveryKey("", "")
        self._counting: tuple[str, ...] = ()
        self._is_made = False
        page.done.connect(self._forget)
        page.recoveryWanted.connect(self._show_recovery)
        page.saveWanted.connect(self._save)
        page.proofWanted.connect(self._prove)

    def begin(self) -> None:
        """Show the first page. Raises KeyFileError when it is not clear what an earlier set-up left."""
        self._counting = begun_with(self._frame.office)
        self._recovery = make_recovery(self._frame.environment.now())
        self._page.begin(self._recovery, is_again=bool(self._counting))

    def _show_recovery(self) -> None:
        def show(counting: tuple[str, ...]) -> None:
            self._counting = counting
            self._page.show_recovery(first_stick(self._frame.environment))

        self._frame.run(
            tr("Preparing ..."), lambda _tell: begin_set_up(self._frame.office, self._recovery), show
        )

    def _save(self, folder: Path) -> None:
        self._frame.run(
            tr("Saving ..."),
            lambda _tell: while_it_answers(lambda _step: self._save_on(folder)),
            lambda file: self._frame.say(
                tr("Done: the recovery key is in {file}. Lock that stick away.", file=file)
            ),
        )

    def _save_on(self, folder: Path) -> Path:
        sticks = self._frame.environment.sticks
        return save_recovery(self._frame.office, self._recovery, folder, sticks, self._counting)

    def _prove(self, typed: str) -> None:
        self._frame.run(
            tr("Opening the test envelope ..."),
            lambda _tell: prove_recovery(self._counting, typed),
            lambda proved: self._page.show_proved() if self._is_made else self._finish(proved),
        )

    def _forget(self) -> None:
        self._recovery, self._counting = RecoveryKey("", ""), ()

    def _finish(self, proved: str) -> None:
        office, now = self._frame.office, self._frame.environment.now()
        name, passphrase = self._page.person

        def finish() -> tuple[Path, tuple[str, ...]]:
            made = finish_set_up(office, name, passphrase, proved, now)
            return made.recipients_file, check_code(office.recipients())

        def show(result: tuple[Path, tuple[str, ...]]) -> None:
            has_others = len(self._counting) > 1
            self._counting, self._is_made = (proved,), True
            self._page.show_finished(*result, proved, has_others=has_others)
            self._finished(name)

        self._frame.run(tr("Making your key, which takes some seconds ..."), lambda _tell: finish(), show)


def first_stick(environment: DeskWindowEnvironment) -> str:
    """Return the folder of a stick that is plugged in, or ""."""
    try:
        return next((str(stick.path) for stick in environment.sticks()), "")
    except StickError:
        return ""
