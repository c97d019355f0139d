import dataclasses
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.store.settings import THEMES, Settings, assets_folder
from kiosk.ui.app import Glass
from kiosk.ui.contact_sheet import Shot, write_contact_sheet
from kiosk.ui.guided_visit import View
from kiosk.ui.qt_application import load_font
from kiosk.ui.tour import _settings, visit_every_screen
from tests.clinic import Clinic
from tests.pseudo_language import PSEUDO, make_pseudo_language

SMALL = Glass(1366, 768, 15.6)
LARGE = Glass(1920, 1080, 21.5)
PORTRAIT = Glass(1080, 1920, 21.5)
SHARP = Glass(3840, 2160, 27)

EVERY_TOUR = [
    (SMALL, 1),
    (SMALL, 2),
    *((glass, size) for glass in (LARGE, PORTRAIT, SHARP) for size in (1, 2, 3, 4)),
]
SCREENS = {
    "attract",
    "home",
    "card-autoimmune",
    "card-autoimmune-healthy",
    "card-autoimmune-sources",
    "card-autoimmune-teach-back",
    "card-autoimmune-teach-back-miss",
    "card-autoimmune-teach-back-right",
    *(f"card-{name}" for name in ("start-here", "genetic", "infections", "injury", "metabolic", "toxins")),
    "card-later-life",
    "card-what-to-do",
    "self_check-start",
    *(f"self_check-question{number}" for number in range(1, 9)),
    *(f"self_check-{outcome}" for outcome in ("learn", "routine", "soon", "now")),
    "self_check-soon-closed",
    *(f"poster-{tier}" for tier in ("now", "soon", "routine")),
    "questions",
    "about",
    "help",
    "help-closing",
    "timeout",
    "callback-notice",
    "callback-privacy",
    "callback-phone-empty",
    "callback-phone-typing",
    "callback-phone-refused",
    "callback-timeout",
    "callback-check",
    "callback-done",
    "callback-desk",
    "desk",
}


ENGLISH = [View(glass, size, themes=THEMES) for glass, size in EVERY_TOUR]
"""Every glass with every text size it offers and every theme."""
IN_THE_GATE = [View(SMALL, 2, themes=("high-contrast",)), View(PORTRAIT, 4, "es", ("dark",))]
SPANISH = [
    View(glass, size, "es") for glass, size in ((SMALL, 2), (LARGE, 2), (LARGE, 4), (PORTRAIT, 2), (SHARP, 4))
]
PSEUDO_VIEWS = [View(SMALL, 2, PSEUDO), View(LARGE, 4, PSEUDO), View(PORTRAIT, 4, PSEUDO)]


def take_tour(settings: Settings, view: View, out: Path | None) -> list[Shot]:
    load_font("Bold")
    load_font("Regular")
    return visit_every_screen(settings, view, out)


def assert_sound(shots: list[Shot], view: View) -> None:
    assert [(shot.file, problem) for shot in shots for problem in shot.problems] == []
    language = view.language or "en"
    names = {shot.file.split(f"-{language}-")[0] for shot in shots}
    assert len(shots) % max(len(view.themes), 1) == 0
    assert names >= SCREENS - {"desk"} | ({"self_check-not-ready"} if language != "en" else set())


@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("view", IN_THE_GATE, ids=str)
def test_every_screen_is_sound_where_there_is_least_room(tmp_path: Path, view: View) -> None:
    with _settings(None) as settings:
        shots = take_tour(settings, view, tmp_path)
    assert_sound(shots, view)
    for shot in shots:
        picture = QImage(str(tmp_path / shot.file))
        assert (picture.width(), picture.height()) == (view.glass.width, view.glass.height)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("view", ENGLISH + SPANISH, ids=str)
def test_every_screen_is_sound_on_every_glass_at_every_text_size(view: View) -> None:
    with _settings(None) as settings:
        assert_sound(take_tour(settings, view, None), view)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("view", PSEUDO_VIEWS, ids=str)
def test_every_screen_is_sound_in_a_language_40_percent_longer(tmp_path: Path, view: View) -> None:
    content, words = make_pseudo_language(tmp_path / "pseudo")
    with _settings(None) as settings:
        file = dataclasses.replace(settings.file, languages=("en", PSEUDO))
        longer = dataclasses.replace(settings, file=file, content=content, words=words)
        assert_sound([_without_breaks(shot, view) for shot in take_tour(longer, view, None)], view)


def _without_breaks(shot: Shot, view: View) -> Shot:
    """On the smallest glass a point of a longer language may break, below its lead-in; no shipped one may."""
    if view.glass != SMALL:
        return shot
    kept = tuple(problem for problem in shot.problems if " is broken up: " not in problem)
    return dataclasses.replace(shot, problems=kept)


def test_the_contact_sheet_shows_every_picture_and_every_problem(tmp_path: Path) -> None:
    write_contact_sheet(tmp_path, [Shot("home-en-1.png", ()), Shot("card-en-1.png", ("text is cut: '<b>'",))])

    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 2
    assert 'src="home-en-1.png"' in page
    assert "<strong>text is cut: &#x27;&lt;b&gt;&#x27;</strong>" in page


def test_the_tour_without_settings_uses_a_key_nobody_has_and_leaves_nothing(clinic: Clinic) -> None:
    with _settings(None) as settings:
        folder = settings.recipients.parent
        assert clinic.key.recipient not in settings.recipients.read_text(encoding="utf-8")
        assert settings.file.demonstration
    assert not folder.exists()
    assert assets_folder().is_dir()
