import dataclasses
import itertools
import operator
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from PySide6.QtGui import QImage

from kiosk.core.comfort import THEMES, Scheme
from kiosk.core.content.cards import Card
from kiosk.core.errors import KioskError, SettingsError
from kiosk.core.reach import Reach
from kiosk.store.settings.settings import Settings, assets_folder, content_folder
from kiosk.tour import guided_visit
from kiosk.tour.contact_sheet import Shot, write_contact_sheet
from kiosk.tour.guided_card import Guide, walk_card
from kiosk.tour.guided_visit import View
from kiosk.tour.tour import made_up_clinic, settings_for, visit_every_screen
from kiosk.ui.app import Glass
from kiosk.ui.pyside.qt_application import load_font
from tests.clinic import Clinic
from tests.covering import covering_array
from tests.pseudo_language import PSEUDO, make_pseudo_language

GLASSES = {
    ("small", "landscape"): Glass(1366, 768, 15.6),
    ("large", "landscape"): Glass(1920, 1080, 21.5),
    ("large", "portrait"): Glass(1080, 1920, 21.5),
    ("sharp", "landscape"): Glass(3840, 2160, 27),
    ("sharp", "portrait"): Glass(2160, 3840, 27),
}
TEXT_SIZES = {"small": (1, 2), "large": (1, 2, 3, 4), "sharp": (1, 2, 3, 4)}
"""What is offered: nothing larger has room on the small glass."""
SCREENS = {
    "attract",
    "home",
    "comfort",
    "cover",
    "comfort-switch",
    "card-autoimmune",
    "card-autoimmune-healthy",
    "card-autoimmune-sources",
    "card-autoimmune-teach-back",
    "card-autoimmune-teach-back-miss",
    "card-autoimmune-teach-back-right",
    "card-autoimmune-take-home",
    "card-autoimmune-conditions",
    "card-autoimmune-related",
    "card-autoimmune-condition1",
    *(f"card-autoimmune-step{number}" for number in range(2, 12)),
    "emergency",
    *(f"card-{path.stem.partition('-')[2]}" for path in (content_folder() / "en" / "cards").glob("*.toml")),
    "self_check-start",
    *(f"self_check-question{number}" for number in range(1, 9)),
    *(f"self_check-{outcome}" for outcome in ("learn", "routine", "soon", "now")),
    "self_check-soon-closed",
    *(f"poster-{tier}" for tier in ("now", "soon", "routine")),
    "questions",
    "questions-take-home",
    "about",
    "help",
    "help-closing",
    "timeout",
    "callback-notice",
    "callback-privacy",
    "callback-phone-empty",
    "callback-phone-urgent",
    "callback-phone-typing",
    "callback-phone-refused",
    "callback-timeout",
    "callback-check",
    "callback-done",
    "callback-desk",
    "desk",
}


class Look(NamedTuple):
    """One way to look at all screens."""

    glass: str
    orientation: str
    text_size: int
    language: str
    theme: Scheme

    def view(self, *themes: Scheme) -> View:
        glass = GLASSES[self.glass, self.orientation]
        return View(glass, self.text_size, self.language, themes or (self.theme,))

    def __str__(self) -> str:
        return "-".join(map(str, self))


GLASS, ORIENTATION, TEXT_SIZE, LANGUAGE, THEME = range(5)
ALL_LOOKS = [
    Look(glass, orientation, text_size, language, theme)
    for (glass, orientation), language, theme in itertools.product(GLASSES, ("en", "es", PSEUDO), THEMES)
    for text_size in TEXT_SIZES[glass]
]
IN_THE_GATE = [
    Look("small", "landscape", 2, "en", "high-contrast"),
    Look("large", "portrait", 4, "es", "dark"),
]
MOVED = [
    (Look("large", "portrait", 1, "en", "standard"), Reach.LOW, ""),
    (Look("large", "portrait", 2, "es", "dark"), Reach.LOW, "easy"),
    (Look("sharp", "portrait", 2, "es", "high-contrast"), Reach.LOW, "easy"),
    (Look("large", "landscape", 2, "en", "standard"), Reach.LOW_LEFT, ""),
    (Look("large", "landscape", 2, "es", "dark"), Reach.LOW_RIGHT, "easy"),
    (Look("sharp", "landscape", 2, "es", "high-contrast"), Reach.LOW_LEFT, "easy"),
]
"""Where a part of the glass is offered: the least text, and the largest that has room, in easy touch."""
TOGETHER = [(GLASS, ORIENTATION, TEXT_SIZE), (GLASS, ORIENTATION, LANGUAGE)]
"""Beyond all pairs: what a page has room for hangs on all three."""
LOOKS = covering_array(ALL_LOOKS, begun=IN_THE_GATE, more=TOGETHER)
"""What make test and make test-slow look at; make prove looks at all."""
WITH_A_THIRD = [*LOOKS, *(look for look, _, _ in MOVED)]
"""Looks in whose tours every third card is gone through; the gate's are whole as well."""


def take_tour(settings: Settings, view: View, out: Path | None) -> list[Shot]:
    load_font("Bold")
    load_font("Regular")
    return visit_every_screen(settings, view, out)


def assert_sound(shots: list[Shot], view: View, screens: set[str] = SCREENS) -> None:
    found = [(shot.file, problem) for shot in shots for problem in shot.problems]
    assert [(file, problem) for file, problem in found if not _may_be(problem, view)] == []
    names = {shot.file.split(f"-{view.language}-")[0] for shot in shots}
    assert len(shots) % len(view.themes) == 0
    assert names >= screens - {"desk"} | ({"self_check-not-ready"} if view.language != "en" else set())


@pytest.fixture
def screens(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Go through every third card only, others for each look, and see the first page of the others."""
    turn = WITH_A_THIRD.index(request.node.callspec.params["look"]) % 3

    def walk(guide: Guide, card: Card) -> None:
        if card.number % 3 == turn:
            walk_card(guide, card)
        else:
            guide.shoot(f"card-{card.id}")
            guide.press("bar.home")

    monkeypatch.setattr(guided_visit, "walk_card", walk)
    elsewhere = {each for each in SCREENS if each.startswith("card-autoimmune-")} if turn != 2 else set()
    return SCREENS - elsewhere - ({"emergency"} if turn != 0 else set())


def _may_be(problem: str, view: View) -> bool:
    """On the smallest glass and in the largest letters on a wide one, a longer language may break a sentence.

    No sentence of a shipped one may.
    """
    has_little_room = view.glass == GLASSES["small", "landscape"] or (
        view.text_size == max(TEXT_SIZES["large"]) and view.glass == GLASSES["large", "landscape"]
    )
    return view.language == PSEUDO and has_little_room and " is broken up: " in problem


@pytest.fixture(scope="session")
def longer_texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Content and words in a language 40 % longer than English, beside the others."""
    return make_pseudo_language(tmp_path_factory.mktemp("longer"))


@pytest.fixture
def settings(request: pytest.FixtureRequest, look: Look) -> Iterator[Settings]:
    """A clinic that offers English and Spanish, or English and the longer language if that is looked at."""
    with made_up_clinic() as made_up:
        if look.language != PSEUDO:
            yield made_up
            return
        content, words = request.getfixturevalue("longer_texts")
        file = dataclasses.replace(made_up.file, languages=("en", PSEUDO))
        yield dataclasses.replace(made_up, file=file, content=content, words=words)


@pytest.mark.untraced  # millions of calls, and what it does on each screen the journeys do
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("look", IN_THE_GATE, ids=str)
def test_every_screen_is_sound_where_there_is_least_room(
    tmp_path: Path, settings: Settings, look: Look
) -> None:
    view = look.view()
    shots = take_tour(settings, view, tmp_path)
    assert_sound(shots, view)
    for shot in shots:
        picture = QImage(str(tmp_path / shot.file))
        assert (picture.width(), picture.height()) == (view.glass.width, view.glass.height)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("look", IN_THE_GATE, ids=str)
def test_every_screen_is_sound_in_easy_touch(settings: Settings, look: Look) -> None:
    view = dataclasses.replace(look.view(), has_easy_touch=True)
    assert_sound(take_tour(settings, view, None), view)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize(("look", "reach", "touch"), MOVED, ids=str)
def test_every_screen_is_sound_on_a_part_of_the_glass(
    settings: Settings, look: Look, reach: Reach, touch: Literal["", "easy"], screens: set[str]
) -> None:
    view = dataclasses.replace(look.view(), has_easy_touch=touch == "easy", reach=reach)
    assert_sound(take_tour(settings, view, None), view, screens)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("look", LOOKS[len(IN_THE_GATE) :], ids=str)
def test_every_screen_is_sound_in_looks_that_show_every_pair(
    settings: Settings, look: Look, screens: set[str]
) -> None:
    assert_sound(take_tour(settings, look.view(), None), look.view(), screens)


@pytest.mark.prove
@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed")
@pytest.mark.parametrize("look", [look for look in ALL_LOOKS if look.theme == THEMES[0]], ids=str)
def test_every_screen_is_sound_in_every_look(settings: Settings, look: Look) -> None:
    view = look.view(*THEMES)
    assert_sound(take_tour(settings, view, None), view)


def test_the_looks_show_all_pairs_and_every_glass_with_every_text_size_and_language() -> None:
    assert len(ALL_LOOKS) == len(set(ALL_LOOKS)) == 162
    assert set(LOOKS) <= set(ALL_LOOKS)
    for columns in (*itertools.combinations(range(5), 2), *TOGETHER):
        show = operator.itemgetter(*columns)
        assert {show(look) for look in LOOKS} == {show(look) for look in ALL_LOOKS}
    assert len({(look.glass, look.orientation, look.text_size) for look in LOOKS}) == 18
    assert {look.glass for look in LOOKS if look.text_size > 2} == {"large", "sharp"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.allows_log("form-closed", "recipients-broken")
def test_a_tour_whose_call_form_is_closed_says_so_before_it_goes_through_the_cards(clinic: Clinic) -> None:
    (clinic.folder / "recipients.txt").unlink()
    with pytest.raises(KioskError, match=r"The call form is closed, and says: Please ask at the desk\."):
        take_tour(clinic.settings, View(GLASSES["large", "landscape"], 2, "en"), None)


def test_the_contact_sheet_shows_every_picture_and_every_problem(tmp_path: Path) -> None:
    write_contact_sheet(tmp_path, [Shot("home-en-1.png", ()), Shot("card-en-1.png", ("text is cut: '<b>'",))])

    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 2
    assert 'src="home-en-1.png"' in page
    assert "<strong>text is cut: &#x27;&lt;b&gt;&#x27;</strong>" in page


def test_the_tour_without_settings_uses_a_key_nobody_has_and_leaves_nothing(clinic: Clinic) -> None:
    with made_up_clinic() as settings:
        folder = settings.recipients.parent
        assert clinic.key.recipient not in settings.recipients.read_text(encoding="utf-8")
        assert settings.file.demonstration
    assert not folder.exists()
    assert assets_folder().is_dir()


def test_the_made_up_clinic_offers_a_language_that_only_its_files_know_of() -> None:
    with settings_for(None, ["de", "es"]) as settings:
        assert settings.file.languages == ("en", "es", "de")


def test_a_tour_in_a_language_that_the_settings_do_not_offer_is_refused_in_a_sentence(clinic: Clinic) -> None:
    said = f"{clinic.config}: 'es' is not among its languages: add it there."
    with pytest.raises(SettingsError, match=re.escape(said)), settings_for(clinic.config, ["en", "es"]):
        pass
    with settings_for(clinic.config, ["en"]) as settings:
        assert settings.file.languages == ("en",)
