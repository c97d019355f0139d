"""A visitor's guide through every screen of the real program, with a picture of each."""

import dataclasses
from pathlib import Path
from typing import Final

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.comfort import DEFAULT_TEXT_SIZE, Comfort, Scheme
from kiosk.core.errors import KioskError
from kiosk.core.idle import READING_SECONDS
from kiosk.core.reach import Reach
from kiosk.core.self_check.offer import Offer
from kiosk.store.settings.settings import Settings
from kiosk.tour.contact_sheet import Shot
from kiosk.tour.guided_callback import walk_callback
from kiosk.tour.guided_card import walk_card
from kiosk.tour.guided_comfort import set_comfort, walk_comfort
from kiosk.tour.guided_self_check import walk_guided_check, walk_to_closed_form
from kiosk.tour.inspection import Inspection, wait_for_pictures
from kiosk.tour.patience import wait_until
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.enums import number_of

MAX_HOME_PAGES: Final = 9
"""Pages of Home that are gone through; more is an error."""
PNG_QUALITY: Final = 80
"""How little PNG is packed, Qt's number: two thirds of the usual time, files a tenth larger, no dot lost."""


@dataclasses.dataclass(frozen=True, slots=True)
class View:
    """How a tour is looked at; language "" means the first one on offer.

    themes: every screen is looked at in each of them; none means that of the settings.
    """

    glass: Glass
    text_size: int = DEFAULT_TEXT_SIZE
    language: str = ""
    themes: tuple[Scheme, ...] = ()
    has_easy_touch: bool = False
    reach: Reach = Reach.WHOLE


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds passed so far."""
        return self.now


class Tour:
    """One language on one glass at one text size."""

    def __init__(self, settings: Settings, view: View, out: Path | None) -> None:
        """Start the program; out: where the pictures go, None to look at them only."""
        self._out, glass, text_size = out, view.glass, view.text_size
        self._clock = Clock()
        self._comfort = Comfort(text_size, has_easy_touch=view.has_easy_touch, reach=view.reach)
        self._themes = view.themes or (settings.file.theme,)
        file = dataclasses.replace(settings.file, calm=True, theme=self._themes[0])
        self.kiosk = Kiosk(dataclasses.replace(settings, file=file), glass=glass, clock=self._clock)
        self._language = view.language or settings.file.languages[0]
        self.visitor = Visitor(self.kiosk.window)
        suffix = "" if text_size == DEFAULT_TEXT_SIZE else f"-text{text_size}"
        suffix += "-easy" if view.has_easy_touch else ""
        suffix += "" if view.reach is Reach.WHOLE else f"-{view.reach}"
        self._size = f"{glass.width}x{glass.height}{suffix}"
        self._names_themes = bool(view.themes)
        self.shots: list[Shot] = []

    def walk(self) -> None:
        """Go through the whole visit.

        Raises KioskError when a screen or a button is not where a visitor would look for it.
        """
        self.visitor.waits_for(self._start_words)
        self.shoot("attract")
        self._start()
        self._wait_for_content()
        self._needs_the_form()
        self._walk_home()
        walk_comfort(self)
        self._walk_cards()
        self._walk_questions()
        self._walk_self_check()
        self.press("top.about")
        self.shoot_pages("about")
        self.press("bar.home")
        self._walk_help()
        self._walk_warning()
        walk_callback(self)

    def close(self) -> None:
        """Tear the program down."""
        self.kiosk.close()

    def words(self, word_id: str) -> str:
        """Return the words of an id in the visitor's language."""
        return self.kiosk.translations.sentence(word_id)

    def press(self, word_id: str) -> None:
        """Press a button by the id of its words."""
        self.visitor.press(self.words(word_id))

    @property
    def _start_words(self) -> str:
        return self.kiosk.translations.sentence_in(self._language, "attract.start")

    def _start(self) -> None:
        self.visitor.press(self._start_words)
        set_comfort(self, self._comfort)

    def _needs_the_form(self) -> None:
        """Find out first whether requests can be taken: the form is what the tour comes to last."""
        self.press("bar.callback")
        looked: list[object] = []
        self.kiosk.screens.jobs.run(lambda: None, looked.append)  # behind the form's own look
        wait_until(lambda: bool(looked))
        callback = self.kiosk.visit_holder.visit.callback
        if callback is not None and callback.step is CallbackStep.DESK:
            raise KioskError(f"The call form is closed, and says: {self.words('desk.title')}")
        self.press("bar.stop")

    def _walk_home(self) -> None:
        self.shoot("home")
        for page in range(2, MAX_HOME_PAGES + 1):
            if not self.visitor.sees(self.words("home.more")):
                return
            self.press("home.more")
            if self.visitor.sees(
                self.kiosk.library.content.cards[0].title if self.kiosk.library.content else ""
            ):
                return
            self.shoot(f"home-page{page}")

    def _walk_cards(self) -> None:
        content = self.kiosk.library.content
        for card in content.cards if content else ():
            self._find_tile(card.title)
            self.visitor.press(card.title)
            walk_card(self, card)

    def _find_tile(self, title: str) -> None:
        for _ in range(MAX_HOME_PAGES):
            if self.visitor.sees(title):
                return
            self.press("home.more")

    def _walk_questions(self) -> None:
        count = len(self.kiosk.visit_holder.visit.questions)
        self.visitor.press(self.words("questions.open").replace("%1", str(count)))
        self.shoot_pages("questions")
        self.press("take_home.open")
        self.shoot_pages("questions-take-home")
        self.press("take_home.close")
        self.press("bar.home")

    def _walk_self_check(self) -> None:
        if self._offers(Offer.GUIDED):
            walk_guided_check(self)
        elif self._offers(Offer.STATIC):
            self._walk_poster()

    def _offers(self, offer: Offer) -> bool:
        return bool(self.kiosk.screens.poster.property("offer") == number_of(offer))

    def walk_poster(self) -> None:
        """Show the self-check as a poster."""
        self._start()
        self._wait_for_content()
        self._walk_poster()

    def _walk_poster(self) -> None:
        self.press("bar.self_check")
        content = self.kiosk.library.content
        for part in content.poster.lists if content else ():
            self.shoot_pages(f"poster-{part.tier}")
            self.press("bar.done" if part.tier == "routine" else "bar.next")

    def _walk_help(self) -> None:
        self.press("bar.callback")
        self.press("help.open")
        self.shoot_pages("help")
        self.press("help.close")
        self.shoot("help-closing")
        self.press("help.close_sure")
        self.press("bar.stop")

    def _walk_warning(self) -> None:
        self.pass_seconds(READING_SECONDS + 1)
        self.shoot("timeout")
        self.press("timeout.stay")

    def walk_not_ready(self) -> None:
        """Show what a visitor meets whose language has no signed self-check."""
        self._start()
        self._wait_for_content()
        self.press("bar.self_check")
        self.shoot("self_check-not-ready")

    def walk_closed_form(self) -> None:
        """Show what a visitor meets when requests cannot be taken."""
        self._start()
        self.press("bar.callback")
        self.visitor.waits_for(self.words("desk.title"))
        self.shoot_pages("callback-desk")
        self.press("bar.home")
        if self._offers(Offer.GUIDED):
            walk_to_closed_form(self)

    def walk_unusable(self) -> None:
        """Show what a visitor meets while the settings are broken."""
        self.visitor.waits_for(self.words("desk.title"))
        self.shoot("desk")

    def pass_seconds(self, seconds: float) -> None:
        """Let seconds pass without a touch until the time-out warning."""
        self._clock.now += seconds
        self.kiosk.visit.check_idle()
        self.visitor.waits_for(self.words("timeout.stay"))

    def _wait_for_content(self) -> None:
        if not wait_until(lambda: self.kiosk.library.content is not None):
            raise KioskError("The content was not read.")

    def shoot_pages(self, name: str) -> None:
        """Take a picture of each page of a text."""
        self.shoot(name)
        page = 1
        while self.visitor.sees(self.words("card.more")):
            page += 1
            self.press("card.more")
            self.shoot(f"{name}-page{page}")

    def settle(self) -> None:
        """Let a page take its shape, as drawing it does: only then is it known how many pages it has."""
        wait_for_pictures(self.kiosk.window)
        self.kiosk.window.grabWindow()

    def shoot(self, name: str) -> None:
        """Take a picture of what is on the screen, in each theme, with what is wrong with it."""
        for theme in self._themes:
            if len(self._themes) > 1:
                self.kiosk.appearance.in_colours(theme).apply_to(self.kiosk.engine)
            wait_for_pictures(self.kiosk.window)
            suffix = f"-{theme}" if self._names_themes else ""
            file = f"{name}-{self._language}-{self._size}{suffix}.png"
            picture = self.kiosk.window.grabWindow()
            if self._out is not None and not picture.save(str(self._out / file), quality=PNG_QUALITY):
                raise KioskError(f"The picture {self._out / file} could not be written.")
            visit = self.kiosk.visit_holder.visit
            inspection = Inspection(
                self.kiosk.window,
                picture,
                self.kiosk.pixels_per_millimetre,
                comfort=visit.comfort,
                part=self.kiosk.room.parts[visit.comfort.reach],
            )
            self.shots.append(Shot(file, tuple(inspection.problems()), visit, self.kiosk.visit.is_warned))
