"""The desk's own folder: keys, recipients, the requests it keeps, what became of them, its settings."""

import contextlib
import dataclasses
import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Final

from kiosk.core.callback.promise import MONDAY_TO_FRIDAY, Promise, promise_of
from kiosk.core.errors import KeyFileError, SettingsError, SpoolError
from kiosk.core.staff_words import tr
from kiosk.core.validation import Constraints
from kiosk.desk.access.names import key_file, people_in
from kiosk.desk.staff_language import Choice
from kiosk.store.durable import make_folders, write_durably
from kiosk.store.reading import may_be_there, read_json
from kiosk.store.recipients import Recipients, load_recipients
from kiosk.store.settings.keys import OpenWeekdays
from kiosk.store.settings.reference import toml_value
from kiosk.store.settings.toml_files import read_toml
from kiosk.store.spool import MAX_WRITE_TIME, Spool

_SETTINGS: Final = """\
call_back_within_days = {settings.call_back_within_days}  # working days, as in the kiosk's own settings
open_weekdays = {weekdays}  # as in the kiosk's
closed_days = {closed}  # holidays, such as [2026-12-25, 2027-01-01]; as in the kiosk's
delete_after_days = {settings.delete_after_days}  # finished requests leave this desk after so many days
lock_after_seconds = {settings.lock_after_seconds}  # without a key or a touch
lock_open_case_after_seconds = {settings.lock_open_case_after_seconds}  # with an open case; 0: 3 times that
least_hours_between_attempts = {settings.least_hours_between_attempts}  # after a call that nobody answered
most_attempts = {settings.most_attempts}  # calls that nobody answers, then: close, or write; 0: no end
kiosks = {kiosks}  # names of the clinic's kiosks
requests_folder = {folder}  # the shared folder that "Open requests" offers without a stick
language = "{settings.language}"  # of this desk: en, es, or auto, which is as this computer
"""
_TIMES_LONGER_WITH_A_CASE: Final = 3
"""Chosen: thirty minutes instead of ten, with the settings as shipped; not measured."""
_NOBODY_CHOSE: Final = "lock_after_seconds = 60  # without a key press or a click"
"""The first edition wrote this line into every desk.toml."""


@dataclasses.dataclass(frozen=True, slots=True)
class DeskSettings:
    """desk.toml, key by key; all may be left out."""

    call_back_within_days: Annotated[int, Constraints("2", least=1, most=60)] = 2
    delete_after_days: Annotated[int, Constraints("7", least=0, most=30)] = 7
    lock_after_seconds: Annotated[int, Constraints("600", least=10, most=900)] = 600
    kiosks: tuple[str, ...] = ()
    lock_open_case_after_seconds: Annotated[int, Constraints("1800", least=0, most=3600)] = 0
    requests_folder: str = ""
    least_hours_between_attempts: Annotated[int, Constraints("4", least=0, most=168)] = 4
    most_attempts: Annotated[int, Constraints("3", least=0, most=20)] = 3
    open_weekdays: OpenWeekdays = MONDAY_TO_FRIDAY
    closed_days: tuple[datetime.date, ...] = ()
    language: Choice = "auto"

    @property
    def promise(self) -> Promise:
        """What the kiosk promises."""
        return promise_of(self.call_back_within_days, self.open_weekdays, self.closed_days)

    @property
    def lock_case_after(self) -> int:
        """Seconds without a key or touch until a desk with an open case locks."""
        return self.lock_open_case_after_seconds or _TIMES_LONGER_WITH_A_CASE * self.lock_after_seconds


class DeskFolder:
    """The files desk.toml, recipients.txt, a .key per person, and spool/, calls/, claims/, lists/ and more.

    notes/ holds hand-over notes, numbers/ what is counted of requests that have left; both are sealed.
    audit/ holds what staff did here and at the kiosks.
    """

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is read or made."""
        self.root = root
        self.recipients_file = root / "recipients.txt"
        self.settings_file = root / "desk.toml"
        self.spool = Spool(root / "spool")
        self.calls = Spool(root / "calls")
        self.notes, self.numbers = Spool(root / "notes"), Spool(root / "numbers")
        self.lists = root / "lists"
        self.claims = root / "claims"
        self.audit = root / "audit"
        self._forgotten_file = self.spool.state / "forgotten.json"

    @property
    def is_set_up(self) -> bool:
        """Whether a person has a key here and requests can be sealed to it."""
        return may_be_there(self.recipients_file) and bool(self.people())

    @property
    def is_demonstration(self) -> bool:
        """Whether this is a demonstration, whose requests are never called."""
        return self.recipients().is_demonstration

    def people(self) -> tuple[str, ...]:
        """Return the names of those who can open this desk. Raises KeyFileError."""
        return people_in(self.root, self.recipients_file)

    def key_file(self, name: str) -> Path:
        """Return where a person's protected key is. Raises KeyFileError."""
        return key_file(self.root, name)

    def recipients(self) -> Recipients:
        """Return everybody who can open what this desk keeps. Raises SealError."""
        return load_recipients(self.recipients_file, demonstration_allowed=True)

    def settings(self) -> DeskSettings:
        """Read desk.toml; the usual values without one. Raises SettingsError with file and line."""
        if not may_be_there(self.settings_file):
            return DeskSettings()
        settings, toml, problems = read_toml(DeskSettings, self.settings_file)
        if settings is None or toml is None:
            raise SettingsError("\n".join(str(problem) for problem in problems))
        if _NOBODY_CHOSE in toml.text.splitlines():
            return dataclasses.replace(settings, lock_after_seconds=DeskSettings().lock_after_seconds)
        return settings

    def prepare(self) -> None:
        """Create the folders that are missing. Raises SpoolError."""
        for kept in self._kept:
            kept.create_folders()

    @property
    def _kept(self) -> tuple[Spool, ...]:
        return self.spool, self.calls, self.notes, self.numbers

    def clear_leftovers(self, now: datetime.datetime, after: datetime.timedelta = MAX_WRITE_TIME) -> int:
        """Delete what interrupted writes left, sealed to whoever could open the desk then; see Spool.

        Raises SpoolError.
        """
        return sum(kept.clear_leftovers(now, after) for kept in self._kept)

    def save_settings(self, settings: DeskSettings) -> None:
        """Write desk.toml. Raises KeyFileError."""
        text = _SETTINGS.format(
            settings=settings,
            weekdays=toml_value(settings.open_weekdays),
            closed=toml_value(settings.closed_days),
            kiosks=toml_value(settings.kiosks),
            folder=toml_value(settings.requests_folder),
        )
        try:
            make_folders(self.root)
            write_durably(self.root, self.settings_file.name, text.encode(), self.root)
        except OSError as error:
            raise KeyFileError(
                tr(
                    "{file} could not be written ({reason}): check that its disk is there.",
                    file=self.settings_file,
                    reason=error.strerror,
                )
            ) from None

    def meet(self, kiosks: Iterable[str]) -> None:
        """Take kiosks for the clinic's own. Raises KeyFileError or SettingsError."""
        settings = self.settings()
        self.save_settings(dataclasses.replace(settings, kiosks=(*settings.kiosks, *kiosks)))

    def remember_requests_folder(self, folder: Path) -> None:
        """Keep which shared folder was opened. Raises KeyFileError or SettingsError."""
        settings = self.settings()
        if str(folder) != settings.requests_folder and str(folder).isprintable():
            self.save_settings(dataclasses.replace(settings, requests_folder=str(folder)))

    def forgotten(self) -> dict[str, tuple[str, int]]:
        """Return the kiosk and number of each request that was finished and deleted here, by its id."""
        try:
            found: Any = read_json(self._forgotten_file)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise _unreadable(self._forgotten_file, error.strerror) from None
        except ValueError:
            raise _unreadable(self._forgotten_file, tr("it is damaged")) from None
        with contextlib.suppress(ValueError, TypeError, OverflowError):
            return {str(request_id): (str(kiosk), int(seq)) for request_id, kiosk, seq in found}
        raise _unreadable(self._forgotten_file, tr("it is damaged"))

    def forgotten_or_why(self) -> tuple[dict[str, tuple[str, int]], tuple[str, ...]]:
        """Return what forgotten() does, or nothing and a sentence why."""
        try:
            return self.forgotten(), ()
        except SpoolError as error:
            return {}, (str(error),)

    def remember_forgotten(self, forgotten: dict[str, tuple[str, int]]) -> None:
        """Keep ids and numbers, so that they do not come in again and are not missed. Raises SpoolError."""
        self._remember(
            self._forgotten_file, [[request_id, *place] for request_id, place in forgotten.items()]
        )

    def due(self, what: str = "due") -> dict[str, str]:
        """Return when each finished request was first found to be due for deletion, by its id.

        what: another kind of things, that are due by names of their own. Empty for a file that cannot be
        used: then they are found again.
        """
        with contextlib.suppress(OSError, ValueError):
            found = read_json(self._due_file(what))
            if isinstance(found, dict):
                return {str(request_id): str(at) for request_id, at in found.items()}
        return {}

    def remember_due(self, due: dict[str, str], what: str = "due") -> None:
        """Keep what due() returns. Raises SpoolError."""
        self._remember(self._due_file(what), due)

    def _due_file(self, what: str) -> Path:
        return self.spool.state / f"{what}.json"

    def _remember(self, file: Path, what: object) -> None:
        try:
            write_durably(file.parent, file.name, json.dumps(what).encode(), self.spool.tmp)
        except OSError as error:
            raise _unreadable(file, error.strerror) from None


def _unreadable(file: Path, reason: str | None) -> SpoolError:
    return SpoolError(
        tr(
            "{file} cannot be used ({reason}): keep a copy of it for IT, then move it away.",
            file=file,
            reason=reason,
        )
    )
