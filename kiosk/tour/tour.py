"""A guided tour of a whole visit: the real program, every screen, a picture of each, checked."""

import contextlib
import dataclasses
import json
import logging
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from kiosk.core.counted import counted
from kiosk.core.errors import SettingsError
from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.ops.version import version
from kiosk.store.settings.keys import CallbackFiles, Clinic, SettingsFile
from kiosk.store.settings.settings import STAFF_PIN, Settings, load_settings, stand_in
from kiosk.store.spool import Spool
from kiosk.tour.contact_sheet import Shot, write_contact_sheet
from kiosk.tour.guided_visit import Tour, View
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.qt_application import start_qt

NOBODYS_KEY: Final = "age167jlpthrnaf9l4d3y559aq4r9yu46lfvfm02v2cnre72wyrx9ecqs4wq67"
"""A public key whose private half was never kept: requests of the made-up clinic cannot be opened."""


class _QtWarnings(logging.Handler):
    """Hears what Qt and QML complain about; the rest of the journal is not for the tour."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == log_qt_messages.__module__:
            self.heard.append(record.getMessage())


def run(out: Path, config: Path | None, views: list[View]) -> int:
    """Take the tour in each view; returns 1 when anything is wrong with any screen, else 0.

    Raises SettingsError when the settings cannot be used or do not offer the language of a view.
    """
    out.mkdir(parents=True, exist_ok=True)
    languages = [view.language for view in views if view.language]
    with offscreen() as heard, settings_for(config, languages) as settings:
        shots = [shot for view in views for shot in visit_every_screen(settings, view, out)]
    write_contact_sheet(out, shots)
    found = problems(shots, heard)
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{counted(len(shots), 'picture')} in {out / 'index.html'}, {counted(len(found), 'problem')}")
    return 1 if found else 0


def self_test(view: View, *, as_json: bool) -> int:
    """Go through every screen of this program as it is installed; returns 0 when all is well, else 1.

    Nothing is shown, and no settings or requests of this kiosk are used. A request is sealed on the way.
    """
    with offscreen() as heard, made_up_clinic() as settings:
        shots = visit_every_screen(settings, view, None)
        sealed = len(Spool(settings.spool).waiting())
    found = problems(shots, heard)
    if not sealed:
        found.append("no request was sealed")
    outcome = {"version": version(), "screens": len(shots), "sealed": sealed, "problems": found}
    if as_json:
        print(json.dumps(outcome, indent=2))
    else:
        print(*found, sep="\n", end="\n" if found else "")
        print(f"kiosk {version()}: {len(shots)} screens, {sealed} sealed, {counted(len(found), 'problem')}")
    return 1 if found else 0


def problems(shots: list[Shot], heard: list[str]) -> list[str]:
    """Say everything that is wrong, a sentence each."""
    seen = [f"{shot.file}: {problem}" for shot in shots for problem in shot.problems]
    return seen + [f"Qt: {message}" for message in heard]


@contextlib.contextmanager
def offscreen() -> Iterator[list[str]]:
    """Start Qt without a screen, and give what it complains of from here on."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    start_qt(["kiosk"])
    warnings = _QtWarnings()
    journal = logging.getLogger("kiosk")
    journal.addHandler(warnings)
    journal.propagate = False
    yield warnings.heard


def visit_every_screen(settings: Settings, view: View, out: Path | None) -> list[Shot]:
    """Look at all screens of one view, and keep their pictures in `out` if there is one.

    A whole visit, the self-check as a poster and not ready, a closed form, settings that cannot be used.
    """
    closed = dataclasses.replace(settings, recipients=settings.recipients.with_name("no-recipients.txt"))
    poster = _with(settings, self_check="static")
    walks: list[tuple[Settings, Callable[[Tour], None]]] = [
        (settings, Tour.walk),
        (poster, Tour.walk_poster),
        (closed, Tour.walk_closed_form),
        (stand_in(settings.recipients.with_name("no-kiosk.toml")), Tour.walk_unusable),
    ]
    if view.language not in {"", SOURCE_LANGUAGE}:
        walks.append((_with(settings, demonstration=False, self_check="static"), Tour.walk_not_ready))
    shots: list[Shot] = []
    for place, walk in walks:
        tour = Tour(place, view if place.is_usable else dataclasses.replace(view, language=""), out)
        try:
            walk(tour)
        finally:
            shots += tour.shots
            tour.close()
    return shots


def _with(settings: Settings, **changes: object) -> Settings:
    return dataclasses.replace(settings, file=dataclasses.replace(settings.file, **changes))  # type: ignore[arg-type]  # the caller's


@contextlib.contextmanager
def settings_for(config: Path | None, languages: Iterable[str]) -> Iterator[Settings]:
    """Give the settings of a clinic that offers some languages: those in a file, or made up for them."""
    if config is None:
        with made_up_clinic() as settings:
            offered = dict.fromkeys((*settings.file.languages, *languages))
            yield _with(settings, languages=tuple(offered))
        return
    settings = load_settings(config)
    for language in languages:
        if language not in settings.file.languages:
            raise SettingsError(f"{config}: {language!r} is not among its languages: add it there.")
    yield settings


@contextlib.contextmanager
def made_up_clinic() -> Iterator[Settings]:
    """Give the settings of a clinic that is there only for as long as it is looked at."""
    with tempfile.TemporaryDirectory(prefix="kiosk-tour-") as name:
        folder = Path(name)
        (folder / "recipients.txt").write_text(f"# nobody\n{NOBODYS_KEY}\n", encoding="utf-8")
        file = SettingsFile(
            Clinic("Your Clinic", "(202) 555-0143", 2),
            CallbackFiles("recipients.txt", "spool"),
            demonstration=True,
            languages=("en", "es"),
            self_check="guided",
        )
        yield Settings(file, "", folder / "recipients.txt", folder / "spool", folder / STAFF_PIN)
