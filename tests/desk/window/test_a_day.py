"""A day of two people at two desks, from an empty computer to thirty calls, with one kind of hand alone."""

import collections
import datetime
import functools
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.queue.calls import CallState
from kiosk.desk.window import claiming, together
from kiosk.desk.window.door import Door
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.desk.window.pages import open_requests
from kiosk.desk.window.pages.calls_table import HEADINGS
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from kiosk.store.stick import copy_to, take_receipts
from kiosk.store.volumes import Volume
from kiosk.tour.patience import wait_until
from tests.desk.export.test_libreoffice import SOFFICE, read_sheet
from tests.desk.hands import Hands, Keys, Mouse, Step
from tests.desk.receptionist import NOW, OTHERS, WORDS, Clock

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]
Requests = Callable[..., CallbackRequest]

ROOT: Final = Path(__file__).parents[3]
ANA: Final = "Ana María O'Brien"
JOSE: Final = "José Núñez"
SHARED: Final = "Recepción del día"
VISITORS: Final = ("Nguyễn Thị Hằng", "María José", "O'Brien", "Łukasz Żółć", "محمد")
STATE, CALL_BY, NUMBER = (HEADINGS.index(name) for name in ("State", "Call by", "Number"))
OUTCOMES: Final = (*("Reached",) * 11, "No answer", "Voicemail left", "Wrong number", "Closed")
"""What each of the two records."""


class Clinic:
    """Two computers with nothing on them, a folder that both see, sticks, the time of the day."""

    def __init__(self, folder: Path, hands: type[Hands], patch: pytest.MonkeyPatch) -> None:
        self.folder, self.now = folder, NOW
        self.plugged: Path | None = None
        self._words = itertools.cycle([WORDS, OTHERS])
        patch.setattr(open_requests, "removable_volumes", self._sticks)
        # A call takes long enough for the other desk to look: nobody waits for that five seconds long here.
        patch.setattr(claiming, "_LOOK_EVERY_MS", 100)
        patch.setattr(claiming, "_OPEN_AFTER_MS", 50)
        patch.setattr(together, "_LOOK_EVERY_MS", 100)
        (folder / SHARED).mkdir()
        clock = Clock()
        self.doors = [self._computer(number, clock) for number in (1, 2)]
        self.ana, self.jose = (
            hands(functools.partial(getattr, door, "window"), clock) for door in self.doors
        )

    def stick(self, name: str) -> Path:
        """Plug a new stick in, in place of the one that was there."""
        self.plugged = self.folder / name
        self.plugged.mkdir()
        return self.plugged

    def starts(self, number: int) -> None:
        """Start the program for the first time on a computer."""
        self._usual(number + 1).parent.mkdir()
        self.doors[number].open(self._usual(number + 1))

    def ends(self) -> None:
        """Switch everything off."""
        for window in [door.window for door in self.doors if door.window is not None]:
            window.close()
            window.deleteLater()
        QApplication.processEvents()

    def _computer(self, number: int, clock: Clock) -> Door:
        needs = DeskWindowEnvironment(
            lambda: self.now, lambda: next(self._words), clock, self._sticks, f"{number:032x}"
        )
        return Door(needs, self._usual(number), lambda _chosen: None)

    def _usual(self, number: int) -> Path:
        return self.folder / f"home {number}" / "kiosk-desk"

    def _sticks(self) -> tuple[Volume, ...]:
        return () if self.plugged is None else (Volume(self.plugged.name, self.plugged),)


@pytest.fixture(params=[Keys, Mouse], ids=["keyboard", "mouse"])
def clinic(
    request: pytest.FixtureRequest,
    qapp: QApplication,  # noqa: ARG001  # comes first
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Clinic]:
    made = Clinic(tmp_path, request.param, monkeypatch)
    monkeypatch.chdir(tmp_path)
    yield made
    made.ends()


def test_a_day_from_an_empty_computer_to_thirty_calls(clinic: Clinic, request_of: Requests) -> None:
    ana, jose = clinic.ana, clinic.jose
    clinic.starts(0)
    words = _set_up(clinic, ana)
    words_of_jose = _add_jose(clinic, ana, words)
    _take_in_thirty(clinic, ana, request_of)
    clinic.starts(1)
    _open_second_desk(clinic, jose, words_of_jose)
    _see_who_is_calling(ana, jose)
    _call(ana, jose)
    _have_lunch(clinic, words, words_of_jose)
    _call_again(ana, jose)
    _make_a_spreadsheet(clinic, ana)
    _compare_with_the_table(type(ana), [*ana.steps, *jose.steps])


def _set_up(clinic: Clinic, ana: Hands) -> str:
    stick = clinic.stick("LLAVE 1")
    with ana.step("set up in the shared folder, save the recovery key, prove it"):
        ana.press_and_find("Use another folder", str(clinic.folder), SHARED)
        assert str(clinic.folder / SHARED) in ana.words
        ana.write("Your name, as your colleagues know you", ANA)
        words = _write_words_back(ana)
        ana.press("Go on")
        ana.press("Save to the stick")
        assert "Lock that stick away" in ana.told
        ana.press("Go on")
        ana.press_and_find("Load the file", str(stick), "recovery.key")
        assert "they must be the same" in ana.words
        ana.press("Finish")
    with ana.step("unlock"):
        _unlock(ana, words)
    return words


def _add_jose(clinic: Clinic, ana: Hands, words: str) -> str:
    with ana.step("add a colleague"):
        ana.press("People")
        ana.press("Add a colleague")
        ana.write("Name of the colleague", JOSE)
        chosen = _write_words_back(ana)
        assert chosen != words
        ana.press("Make the key")
        assert f"Done: {JOSE} can open this desk" in ana.told
    stick = clinic.stick("KIOSK 2")
    with ana.step("recipients.txt to the stick"):
        ana.press("Copy recipients.txt to the stick")
        assert f"Done: {stick / 'recipients.txt'} is written" in ana.told
        ana.press("Back")
    return chosen


def _take_in_thirty(clinic: Clinic, ana: Hands, request_of: Requests) -> None:
    assert clinic.plugged is not None
    spool = Spool(clinic.folder / "spool")
    spool.create_folders()
    intake = Intake(spool, clinic.plugged / "recipients.txt", demonstration_allowed=False)
    for number in range(1, 31):
        intake.take(request_of(number, name=_visitor(number)))
    stick = clinic.stick("CALLS 3")
    copy_to(spool, stick)
    with ana.step("thirty requests from the stick"):
        ana.press("Open requests")
        ana.press("Open")
        assert "Done: 30 new requests are at this desk" in ana.told
        ana.press("Yes, it is ours")
    assert len(ana.rows) == take_receipts(spool, stick) == 30


def _open_second_desk(clinic: Clinic, jose: Hands, words: str) -> None:
    with jose.step("a second desk: the same folder, unlock"):
        jose.press_and_find("Use another folder", str(clinic.folder), SHARED)
        jose.choose("Name", JOSE)
        _unlock(jose, words)
        assert len(jose.rows) == 30


def _see_who_is_calling(ana: Hands, jose: Hands) -> None:
    with jose.step("look at the call that a colleague has open"):
        assert wait_until(lambda: [row[STATE] for row in jose.rows[:2]] == [f"calling: {ANA}", "new"])
        assert wait_until(lambda: f"calling: {JOSE}" in {row[STATE] for row in ana.rows})
        jose.go_to_row(0)
        assert jose.told == f"{ANA} is calling lobby#1 now."
        jose.go_to_row(1)
        assert jose.told == ""
    assert wait_until(lambda: _sees(ana, jose))


def _call(ana: Hands, jose: Hands) -> None:
    for outcome, (caller, other) in itertools.product(OUTCOMES, ((ana, jose), (jose, ana))):
        with caller.step(f"a call: {outcome.lower()}"):
            if outcome == "Closed":
                caller.write("Note", "calls us after the holidays")
            if outcome == "Voicemail left":
                caller.choose("Call again", "in 1 hour")
            number = caller.open_row[NUMBER]
            caller.press(outcome)
            assert f"Done: {number} is recorded as" in caller.told
        if number == "lobby#1":
            with caller.step("take one back, record it as cancelled"):
                caller.press("Undo: ")
                assert "is taken back; its state is new again" in caller.told
                caller.press("Cancelled")
                assert "lobby#1 is recorded as cancelled" in caller.told
        assert wait_until(functools.partial(_sees, other, caller)), (caller.rows, other.rows)
    for hands in (ana, jose):
        _wait_for(hands, "0 to call, 4 later, 26 finished")


def _wait_for(hands: Hands, words: str) -> None:
    assert wait_until(lambda: words in hands.words), hands.words


def _sees(other: Hands, caller: Hands) -> bool:
    """Whether a desk shows what was recorded at the other one, and which call is open there."""
    here, there = (({row[NUMBER]: row for row in each.rows}) for each in (caller, other))
    if (here.keys() ^ there.keys()) - {other.open_row[NUMBER]}:  # what is open stays, finished by now or not
        return False
    at = caller.open_row
    return at[STATE] != "new" or there[at[NUMBER]][STATE].startswith("calling: ")


def _have_lunch(clinic: Clinic, words: str, words_of_jose: str) -> None:
    ana, jose = clinic.ana, clinic.jose
    with ana.step("leave a hand-over note"):
        ana.press("Hand over")
        ana.write("New note", "Señora O'Brien calls back at four.")
        ana.press("Keep the note")
        assert ana.told == "Done: the note is kept."
        ana.press("Back")
    for hands in (ana, jose):
        with hands.step("lock"):
            hands.press("Lock")
            assert "The desk is locked" in hands.told
    clinic.now += datetime.timedelta(hours=1)
    with ana.step("unlock after lunch"):
        _unlock(ana, words)
    with jose.step("unlock after lunch"):
        _unlock(jose, words_of_jose)
        assert "Señora O'Brien calls back at four." in jose.told


def _call_again(ana: Hands, jose: Hands) -> None:
    assert wait_until(lambda: _call_what_is_due(ana, jose)), (ana.rows, jose.rows)
    for hands in (ana, jose):
        with hands.step("a call: reached"):
            hands.press("Reached")
            assert "is recorded as reached" in hands.told
    for hands in (ana, jose):
        _wait_for(hands, "0 to call, 2 later, 28 finished")


def _call_what_is_due(ana: Hands, jose: Hands) -> bool:
    """Whether each desk has by itself opened another call whose time has come, and the other one knows."""
    for here, there, name in ((ana, jose, ANA), (jose, ana, JOSE)):
        at = here.open_row
        seen = [row[STATE] for row in there.rows if row[NUMBER] == at[NUMBER]]
        if at[CALL_BY] != "DUE: 16:00" or seen != [f"calling: {name}"]:
            return False
    return True


def _make_a_spreadsheet(clinic: Clinic, ana: Hands) -> None:
    with ana.step("a spreadsheet of all thirty"):
        ana.press("Make a list")
        ana.press("All requests at this desk")
        ana.choose("Kind of list", "spreadsheet (XLSX)")
        ana.press("Make the list")
        assert "Done: 30 requests are in" in ana.told
        ana.press("Back")
    [file] = (clinic.folder / SHARED / "lists").iterdir()
    if not SOFFICE:
        pytest.skip("LibreOffice (soffice) is not installed: nobody opens the spreadsheet")
    header, *rows = read_sheet(file.read_bytes(), clinic.folder, "xlsx")
    assert header[3].text == "name"
    assert {row[3].text for row in rows} == {_visitor(number) for number in range(1, 31)}
    states = collections.Counter(
        cell.text for row in rows for cell in row if cell.text in {state.value for state in CallState}
    )
    assert states == {"reached": 23, "no answer": 2, "wrong number": 2, "closed": 2, "cancelled": 1}


def _compare_with_the_table(hands: type[Hands], steps: list[Step]) -> None:
    """Fail where the page says other touches; the seconds go into build/, for whoever renews the page."""
    took: dict[str, list[Step]] = {}
    for step in filter(lambda step: step.what, steps):
        took.setdefault(step.what, []).append(step)
    seconds = {what: sum(step.seconds for step in all_) / len(all_) for what, all_ in took.items()}
    lines = [
        f"{seconds[what]:5.1f} s, {len(all_)} x {all_[0].touches}: {what}\n" for what, all_ in took.items()
    ]
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / f"day-{hands.__name__.lower()}.txt").write_text("".join(lines), encoding="utf-8")
    page = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
    place = {Keys: 2, Mouse: 4}[hands]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines()]
    told = {row[0]: (int(row[1]), int(row[place])) for row in cells if len(row) == 6 and row[1].isdigit()}
    counted = {what: (len(all_), step.touches) for what, all_ in took.items() for step in all_}
    assert counted == told


def _visitor(number: int) -> str:
    return f"{VISITORS[number % len(VISITORS)]} {number}"


def _write_words_back(hands: Hands) -> str:
    words = next(words for words in (WORDS, OTHERS) if words in hands.words)
    hands.write("Type the six words from your paper", words)
    return words


def _unlock(hands: Hands, words: str) -> None:
    hands.write("Passphrase, six words", words)
    hands.press("Unlock")
