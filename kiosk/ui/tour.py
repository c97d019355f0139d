"""A guided tour of a whole visit: the real program, every screen, a picture of each, checked."""

import contextlib
import dataclasses
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kiosk.core.self_check_steps import SOURCE_LANGUAGE
from kiosk.store.settings import (
    STAFF_PIN,
    CallbackFiles,
    Clinic,
    Settings,
    SettingsFile,
    load_settings,
    stand_in,
)
from kiosk.ui.app import start_qt
from kiosk.ui.contact_sheet import Shot, write_contact_sheet
from kiosk.ui.guided_visit import Tour, View
from kiosk.ui.messages import log_qt_messages

NOBODYS_KEY: Final = "age167jlpthrnaf9l4d3y559aq4r9yu46lfvfm02v2cnre72wyrx9ecqs4wq67"
"""A public key whose private half was never kept: what the made-up clinic takes, nobody can open."""


class _QtWarnings(logging.Handler):
    """Hears what Qt and QML complain about; the rest of the journal is not for the tour."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == log_qt_messages.__module__:
            self.heard.append(record.getMessage())


def run(out: Path, config: Path | None, views: list[View]) -> int:
    """Take the tour in each view; returns 1 when anything is wrong with any screen, else 0."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    start_qt(["kiosk"])
    warnings = _QtWarnings()
    journal = logging.getLogger("kiosk")
    journal.addHandler(warnings)
    journal.propagate = False
    with _settings(config) as settings:
        shots = [shot for view in views for shot in visit_every_screen(settings, view, out)]
    write_contact_sheet(out, shots)
    found = [(shot.file, problem) for shot in shots for problem in shot.problems]
    found += [("Qt", message) for message in warnings.heard]
    for file, problem in found:
        print(f"{file}: {problem}")
    print(f"{len(shots)} pictures in {out / 'index.html'}, {len(found)} problems")
    return 1 if found else 0


def visit_every_screen(settings: Settings, view: View, out: Path) -> list[Shot]:
    """Take all pictures of one view.

    A whole visit, the self-check as a poster and not ready, a closed form, settings that cannot be used.
    """
    closed = dataclasses.replace(settings, recipients=out / "no-recipients.txt")
    poster = _with(settings, self_check="static")
    walks: list[tuple[Settings, Callable[[Tour], None]]] = [
        (settings, Tour.walk),
        (poster, Tour.walk_poster),
        (closed, Tour.walk_closed_form),
        (stand_in(out / "kiosk.toml"), Tour.walk_unusable),
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
def _settings(config: Path | None) -> Iterator[Settings]:
    if config is not None:
        yield load_settings(config)
        return
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
