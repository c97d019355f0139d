"""A clinic in one folder with all that its two programs read and write, and what people do with it."""

import dataclasses
import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.content.check import check_content
from kiosk.content.folders import folders_of
from kiosk.core.callback.request import Withdrawal
from kiosk.core.uptime import Uptime
from kiosk.desk.access.desk_folder import DeskFolder, DeskSettings
from kiosk.desk.access.keys import load_key
from kiosk.desk.access.places import chosen_office, is_new, remember_office
from kiosk.desk.access.unseal import StaffKey, generate_key_file, read_key_file
from kiosk.desk.backup.make import make_backup
from kiosk.desk.backup.restore import restore_backup
from kiosk.desk.carry import carry_recipients
from kiosk.desk.export.run import Order, export_list
from kiosk.desk.people import seal_anew
from kiosk.desk.queue.call_list import look_again, read_board, record_call
from kiosk.desk.queue.calls import CallRecord, keep_record
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.hand_over import keep_note, read_notes
from kiosk.desk.queue.numbers import CallOutcome, keep_outcomes, kept_outcomes
from kiosk.desk.queue.old_lists import told_of_lists
from kiosk.desk.queue.open_board import open_board
from kiosk.ops.doctor.examination import examine_kiosk, examine_machine
from kiosk.ops.doctor.findings import System
from kiosk.ops.doctor.report import lines
from kiosk.ops.health import check_health
from kiosk.store.ballast import lay_ballast
from kiosk.store.intake import intake_of
from kiosk.store.recipients_door import Offer, find_offer
from kiosk.store.retention import purge_exported
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.store.spool import Spool
from kiosk.store.staff_pin import StaffPin, set_pin
from kiosk.store.stick import FOLDER, copy_to, take_receipts
from kiosk.store.volumes import Volume
from tests.clinic import SETTINGS
from tests.desk.conftest import make_request
from tests.desk.taking import take_in
from tests.numbered import request_id, secret_of

NOW: Final = datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)
PIN: Final = "246813"
_LOCKED: Final = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n"
"""How a key that is locked with words begins: nobody unlocks this one here, but a backup takes it."""


def _no_step(_done: int, _all: int) -> None:
    """Nobody watches."""


@dataclasses.dataclass(frozen=True)
class WholeClinic:
    """Folders kiosk, stick, share, office, own (texts) and config in one; settings: as they were before."""

    root: Path
    key: StaffKey
    settings: Settings

    @property
    def spool(self) -> Spool:
        """The kiosk's."""
        return Spool(self.settings.spool)

    @property
    def office(self) -> DeskFolder:
        """The desk's folder."""
        return DeskFolder(self.root / "office")

    @property
    def stick(self) -> Path:
        """What staff carry."""
        return self.root / "stick"

    @property
    def share(self) -> Path:
        """What kiosk and desk both reach."""
        return self.root / "share"

    def copied_to(self, root: Path) -> "WholeClinic":
        """Return the same clinic in another folder."""
        shutil.copytree(self.root, root, symlinks=True)
        for name in ("office/spool/jobs/0001.json", "config/folder.txt"):
            text = (root / name).read_text("utf-8").replace(str(self.root), str(root))
            (root / name).write_text(text, encoding="utf-8")
        return WholeClinic(root, self.key, load_settings(root / "kiosk" / "kiosk.toml", {}))


def make_clinic(root: Path) -> WholeClinic:
    """Let a day go by: requests on every way, a call, a list, a note, numbers, a backup."""
    kiosk, office = root / "kiosk", DeskFolder(root / "office")
    (kiosk / "conf.d").mkdir(parents=True)
    (root / "stick").mkdir()
    (root / "share" / FOLDER).mkdir(parents=True)
    own = kiosk / "own" / "en" / "cards"
    own.mkdir(parents=True)
    key_file, recipient = generate_key_file("today")
    key = read_key_file(key_file, str)
    office.prepare()
    office.save_settings(DeskSettings(kiosks=("lobby",)))
    people = f"# ana\n{recipient}\n"
    for folder in (kiosk, office.root, root / "stick"):
        (folder / "recipients.txt").write_text(people, encoding="utf-8")
    office.key_file("ana").write_bytes(_LOCKED)
    office.key_file("ben").write_bytes(_LOCKED)
    text = f'clinic_content = "own"\n{SETTINGS}share = "../share"\n'
    (kiosk / "kiosk.toml").write_text(text, encoding="utf-8")
    (kiosk / "conf.d" / "10-it.toml").write_text("calm = true\n", encoding="utf-8")
    settings = load_settings(kiosk / "kiosk.toml", {})
    shutil.copy(settings.content / "en" / "cards" / "4-injury.toml", own)
    pictures = kiosk / "own" / "pictures"
    pictures.mkdir()
    shutil.copy(settings.content.parent / "assets" / "pictures" / "injury-healthy.svg", pictures)
    shutil.copy(settings.content / "en" / "spelling.txt", own.parent)
    set_pin(settings.staff_pin, PIN)
    made = WholeClinic(root, key, settings)
    _let_a_day_go_by(made)
    return made


def _let_a_day_go_by(clinic: WholeClinic) -> None:
    spool, office, stick = clinic.spool, clinic.office, clinic.stick
    spool.create_folders()
    intake = intake_of(clinic.settings, spool)
    for number in (1, 2):
        intake.take(make_request(number))
    copy_to(spool, stick)
    take_in(office, clinic.key, stick)
    take_receipts(spool, stick)
    for number in (3, 4):
        intake.take(make_request(number))
    copy_to(spool, stick)
    copy_to(spool, clinic.share)
    before = [path.read_bytes() for path in sorted((stick / FOLDER).iterdir())]
    take_in(office, clinic.key, clinic.share)
    assert before, "the stick still holds what the share has receipts for"
    for number in (5, 6):
        intake.take(make_request(number))
    for kept in (spool, office.spool):
        damaged = kept.add(b"sealed to nobody", f"{99:032x}", NOW.date())
        damaged.write_bytes(b"damaged")
        kept.put_aside(damaged)
    purge_exported(spool, 0.0, 7)
    lay_ballast(spool)
    StaffPin(clinic.settings.staff_pin, spool, lambda: Uptime("boot", 4000.0), Uptime("boot", 0.0)).check(PIN)
    reached = CallRecord(request_id(1), "reached", "", "ana", "2026-11-23T17:00:00Z")
    keep_record(office.calls, reached, office.recipients())
    keep_note(office, "Mrs. Lee calls back.", "ana", NOW)
    keep_outcomes(office, [CallOutcome(request_id(90), 739947, 1, 1, 1, is_late=False, is_open=False)], NOW)
    office.remember_forgotten({request_id(90): ("lobby", 90)})
    office.remember_due({request_id(91): NOW.isoformat()})
    order = Order(office.lists, NOW, choice="all")
    export_list(office.spool, clinic.key, order, _no_step)
    Claims(office, "d" * 32, lambda: 0.0).exchange("c" * 32, "ben")
    remember_office(clinic.root / "config", office.root)
    make_backup(office, clinic.root / "kiosk-desk.zip", NOW)


Told = list[str]
Done = tuple[int, Told]
"""How much of what was to be done was done, and the sentences that people read."""


def _start(clinic: WholeClinic) -> Done:
    spool = clinic.spool
    spool.create_folders()
    spool.clear_leftovers(NOW)
    spool.bring_back()
    lay_ballast(spool)
    purge_exported(spool, 0.0, 7)
    return 1, []


def _ask(clinic: WholeClinic) -> Done:
    return intake_of(clinic.settings, clinic.spool).take(make_request(20)), []


def _take_back(clinic: WholeClinic) -> Done:
    withdrawal = Withdrawal.of(secret_of(6), "lobby", 6, "2026-11-23T17:00:00Z")
    intake_of(clinic.settings, clinic.spool).withdraw(withdrawal)
    return 1, []


def _look(clinic: WholeClinic) -> Done:
    found = check_health(clinic.spool, intake_of(clinic.settings, clinic.spool), NOW)
    told = [*found.damaged, *found.unread, *([found.closed_reason] if found.closed_reason else [])]
    return found.waiting + found.on_the_way + found.delivered, told


def _doctor(clinic: WholeClinic) -> Done:
    found = [*examine_machine(System(), NOW), *examine_kiosk(clinic.settings, System(), NOW)]
    return 1, [line for line in lines(found) if not line.startswith("FINE")]


def _come_in(clinic: WholeClinic) -> Done:
    pin = StaffPin(
        clinic.settings.staff_pin, clinic.spool, lambda: Uptime("boot", 9000.0), Uptime("boot", 0.0)
    )
    pin.wait()
    return 1, [pin.check(PIN).verdict.value]


def _copy(to: str) -> Callable[[WholeClinic], Done]:
    def copy(clinic: WholeClinic) -> Done:
        receipts = take_receipts(clinic.spool, clinic.root / to)
        report = copy_to(clinic.spool, clinic.root / to)
        carried = receipts + report.copied + report.there_already
        return carried, [*report.damaged, *report.unread, *report.odd, *report.unmarked]

    return copy


def _find_recipients(clinic: WholeClinic) -> Done:
    offer = find_offer([Volume("STICK", clinic.stick)])
    return (1, []) if isinstance(offer, Offer) else (0, [f"recipients.txt: {offer.value}"])


def _settings(clinic: WholeClinic) -> Done:
    load_settings(clinic.root / "kiosk" / "kiosk.toml", {})
    return 1, []


def _content(clinic: WholeClinic) -> Done:
    report = check_content(folders_of(clinic.settings), NOW.date())
    return 1, [*map(str, report.problems), *report.notes]


def _take_in(source: str) -> Callable[[WholeClinic], Done]:
    def take(clinic: WholeClinic) -> Done:
        found = take_in(clinic.office, clinic.key, clinic.root / source)
        return found.taken + found.known, [*found.sentences[1:]]

    return take


def _open_desk(clinic: WholeClinic) -> Done:
    office = DeskFolder(chosen_office(clinic.root / "config") or clinic.office.root)
    is_new(office, is_usual=False)
    office.settings()
    return len(office.people()) + len(office.recipients().keys), []


def _board(clinic: WholeClinic) -> Done:
    board = open_board(clinic.office, clinic.key, NOW)
    return len(board.cases), [*board.warnings]


def _record(clinic: WholeClinic) -> Done:
    case = next(each for each in read_board(clinic.office, clinic.key, NOW).cases)
    record = CallRecord(case.entry.request.id, "no answer", "", "ana", "2026-11-23T17:30:00Z")
    record_call(clinic.office, case, record)
    return len(look_again(clinic.office, clinic.key, case).records), []


def _list(clinic: WholeClinic) -> Done:
    order = Order(clinic.office.lists, NOW, choice="all")
    made = export_list(clinic.office.spool, clinic.key, order, _no_step)
    return made.count, [*made.warnings]


def _claim(clinic: WholeClinic) -> Done:
    Claims(clinic.office, "e" * 32, lambda: 0.0).exchange("f" * 32, "ana")
    return len(Claims(clinic.office, "b" * 32, lambda: 0.0).others()), []


def _notes(clinic: WholeClinic) -> Done:
    found = read_notes(clinic.office, clinic.key)
    return len(found.notes), [found.warning] if found.warning else []


def _numbers(clinic: WholeClinic) -> Done:
    return len(kept_outcomes(clinic.office, clinic.key)), []


def _lists(clinic: WholeClinic) -> Done:
    told_of_lists(clinic.office)
    return 1, []


def _seal_anew(clinic: WholeClinic) -> Done:
    found = seal_anew(clinic.office, clinic.key, NOW)
    return 1, [*found.unopened, *found.unread]


def _keys(clinic: WholeClinic) -> Done:
    load_key(clinic.office.key_file("ben"), lambda: "words")
    return 1, []


def _carry(clinic: WholeClinic) -> Done:
    carry_recipients(clinic.office, lambda: (Volume("STICK", clinic.stick),))
    return 1, []


def _back_up(clinic: WholeClinic) -> Done:
    out = clinic.root / "backups"
    out.mkdir(exist_ok=True)
    return 1, [*make_backup(clinic.office, out, NOW).left_out]


def _restore(clinic: WholeClinic) -> Done:
    back = DeskFolder(clinic.root / "restored" / "office")
    back.root.mkdir(parents=True)
    return restore_backup(clinic.root / "kiosk-desk.zip", back).files, []


AT_KIOSK: Final[Mapping[str, Callable[[WholeClinic], Done]]] = {
    "settings": _settings,
    "kiosk starts": _start,
    "visitor asks": _ask,
    "visitor takes it back": _take_back,
    "staff look": _look,
    "doctor": _doctor,
    "staff come in": _come_in,
    "copy to stick": _copy("stick"),
    "copy to share": _copy("share"),
    "new recipients": _find_recipients,
}
WITH_TEXTS: Final[Mapping[str, Callable[[WholeClinic], Done]]] = {"content check": _content}
AT_DESK: Final[Mapping[str, Callable[[WholeClinic], Done]]] = {
    "desk opens": _open_desk,
    "list of calls": _board,
    "take in stick": _take_in("stick"),
    "take in share": _take_in("share"),
    "take in kiosk": _take_in("kiosk/spool"),
    "call recorded": _record,
    "claim": _claim,
    "notes": _notes,
    "numbers": _numbers,
    "lists": _lists,
    "export": _list,
    "carry recipients": _carry,
    "backup": _back_up,
    "restore": _restore,
    "people": _seal_anew,
}
