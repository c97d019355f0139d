"""A small clinic for the desk's tests: a kiosk that takes requests, a key that opens them."""

import contextlib
import dataclasses
import datetime
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.core.callback.promise import USUAL_PROMISE
from kiosk.core.callback.request import CallbackRequest, Consent
from kiosk.desk.access import keys, unseal
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.keys import KeyLocation, NewKey, load_key, make_recovery_key, make_staff_key
from kiosk.desk.access.unseal import StaffKey
from kiosk.desk.export.run import Order, Outcome, export_list
from kiosk.desk.window.desk_window import DeskWindow
from kiosk.desk.window.frame import DeskWindowEnvironment
from kiosk.store.intake import Intake
from kiosk.store.spool import Spool
from kiosk.store.volumes import Volume
from tests.desk import quick_scrypt
from tests.desk.receptionist import NOW as LATER
from tests.desk.receptionist import OTHERS, WORDS, Clock, Open, Receptionist, fill, open_folder
from tests.numbered import request_id, secret_of

PASSPHRASE = "six words of a test only"  # noqa: S105  # opens nothing but the key of this test run
NOW = datetime.datetime(2026, 11, 23, 9, 15, 30, tzinfo=datetime.UTC)
NEVER_MS = 24 * 60 * 60 * 1000


@dataclasses.dataclass(frozen=True)
class Clinic:
    """A prepared spool, a recipients file, the recovery key that opens its envelopes."""

    folder: Path
    spool: Spool
    key_file: Path
    key: StaffKey

    @property
    def lists(self) -> Path:
        """Where this clinic's lists go."""
        return self.folder / "lists"

    @property
    def intake(self) -> Intake:
        """The kiosk's side."""
        return Intake(self.spool, self.folder / "recipients.txt", demonstration_allowed=False)

    def export(self, out: Path | None = None, *, folder_is_gone: bool = False) -> Outcome:
        """Export into the lists folder, or another one."""
        order = Order(out or self.lists, NOW, folder_is_gone=folder_is_gone)
        return export_list(self.spool, self.key, order, lambda _done, _all: None)

    def opening(self) -> list[str]:
        """Command line arguments that open this spool."""
        return ["--spool", str(self.spool.root), "--key", str(self.key_file)]


def make_request(number: int, **changes: object) -> CallbackRequest:
    """Return a request with an id, a phone and a minute of its own."""
    request = CallbackRequest(
        id=request_id(number),
        kiosk="lobby",
        seq=0,
        created=f"2026-11-23T14:{number % 60:02}:00Z",
        zone="-05:00",
        language="en",
        name=f"Visitor {number}",
        phone=f"+1415555{2600 + number}",
        phone_as_typed="",
        energy_window="morning",
        spoken_language="",
        interpreter=False,
        phone_hard=(),
        helper_name="",
        consents=(Consent("call", "Call me.", given=True), Consent("text", "Text me.", given=False)),
        config_version="1",
        secret=secret_of(number),
        kiosk_id="1d" * 16,
        kept_odd_number=False,
        clock="set",
    )
    changed = dataclasses.replace(request, **changes)  # type: ignore[arg-type]  # tests name fields as they need
    if changed.call_by is None and changed.secret is not None:
        call_by = "2026-11-25"
        with contextlib.suppress(ValueError, OverflowError):
            call_by = str(USUAL_PROMISE.last_day(datetime.date.fromisoformat(changed.created[:10])))
        return dataclasses.replace(changed, call_by=call_by)
    return changed


@pytest.fixture
def request_of() -> Callable[..., CallbackRequest]:
    """Return make_request."""
    return make_request


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """Return an empty clinic."""
    made = make_recovery_key(KeyLocation(tmp_path, tmp_path / "recipients.txt", is_demonstration=False), NOW)
    spool = Spool(tmp_path / "spool")
    spool.create_folders()
    return Clinic(tmp_path, spool, made.file, load_key(made.file, str))


@pytest.fixture
def office(clinic: Clinic) -> DeskFolder:
    """Return the desk's folder, open to ana, who has the key that opens the clinic's envelopes."""
    made = DeskFolder(clinic.folder / "office")
    made.prepare()
    made.recipients_file.write_text(f"# ana\n{clinic.key.recipient}\n", encoding="utf-8")
    shutil.copy(clinic.key_file, made.key_file("ana"))
    return made


@pytest.fixture
def stick(clinic: Clinic) -> Path:
    """Return an empty stick."""
    folder = clinic.folder / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def staff_key(tmp_path_factory: pytest.TempPathFactory) -> NewKey:
    """Return one protected key for the whole run: its scrypt costs seconds."""
    folder = tmp_path_factory.mktemp("staff")
    place = KeyLocation(folder, folder / "recipients.txt", is_demonstration=False)
    return make_staff_key("front-desk", place, NOW, lambda: PASSPHRASE)


@pytest.fixture
def quick_staff_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewKey:
    """Return a protected key that costs no work to make and open, as all do in this test."""
    monkeypatch.setattr(unseal, "scrypt", quick_scrypt)
    folder = tmp_path / "quick"
    place = KeyLocation(folder, folder / "recipients.txt", is_demonstration=False)
    return make_staff_key("front-desk", place, NOW, lambda: PASSPHRASE)


@pytest.fixture(scope="session")
def passphrase() -> str:
    """Return the passphrase of staff_key."""
    return PASSPHRASE


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Leave new keys unprotected, for tests that are not about it; holds the passphrases that were given."""
    given: list[str] = []

    def protect(key_file: bytes, chosen: str) -> bytes:
        given.append(chosen)
        return key_file

    monkeypatch.setattr(keys, "protect", protect)
    return given


@pytest.fixture
def at_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Return how to open a desk's window; tmp_path/stick can be taken out.

    Time passes in it only when somebody is_away(), and what others do is seen when it looks.
    """
    windows: list[DeskWindow] = []
    words = itertools.cycle([WORDS, OTHERS])

    def sticks() -> tuple[Volume, ...]:
        folder = tmp_path / "stick"
        return (Volume("STICK", folder),) if folder.is_dir() else ()

    def sit_down(office: DeskFolder, language: str = "") -> Receptionist:
        clock = Clock()
        needs = DeskWindowEnvironment(
            lambda: LATER, lambda: next(words), clock, sticks, f"{len(windows):032x}", language=language
        )
        window = DeskWindow(office, needs, begins=not office.is_set_up)
        # On a slow machine desks would look at each other between one key of a test and the next.
        for timer in (window.together.timer, window.claiming.timer, window.claiming._soon):
            timer.setInterval(NEVER_MS)
        windows.append(window)
        return Receptionist(window, clock)

    yield sit_down
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def desk(at_desk: Open, office: DeskFolder) -> Receptionist:
    """Return an unlocked desk; ana's key has no passphrase."""
    return at_desk(office).press(Qt.Key.Key_Return)


@pytest.fixture
def calling(clinic: Clinic, desk: Receptionist, stick: Path) -> Receptionist:
    """Return a desk with three calls to make, the first of them in front, from a kiosk that it has met."""
    fill(clinic, stick, *(make_request(number) for number in (1, 2, 3)))
    open_folder(desk, stick)
    return desk.alt("y")
