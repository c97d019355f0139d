"""A visitor's guide through every screen of the real program, with a picture of each."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.core.errors import KioskError
from kiosk.core.visit import DEFAULT_TEXT_SIZE, FORM_SECONDS, READING_SECONDS
from kiosk.store.settings import Settings
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.contact_sheet import Shot
from kiosk.ui.inspection import PATIENCE_SECONDS, Inspection, wait_for_pictures
from kiosk.ui.visitor import Visitor

PHONE_KEYS: Final = "4155552671"
SHORT_PHONE_KEYS: Final = "41555"
MOST_HOME_PAGES: Final = 9


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds passed so far."""
        return self.now


class Tour:
    """One language on one glass at one text size."""

    def __init__(self, settings: Settings, glass: Glass, text_size: int, out: Path) -> None:
        self._out = out
        self._clock = Clock()
        self._text_size = text_size
        self._kiosk = Kiosk(settings, glass=glass, clock=self._clock)
        self._language = settings.file.languages[0]
        self._visitor = Visitor(self._kiosk.window)
        suffix = "" if text_size == DEFAULT_TEXT_SIZE else f"-text{text_size}"
        self._size = f"{glass.width}x{glass.height}{suffix}"
        self.shots: list[Shot] = []

    def walk(self) -> None:
        """Go through the whole visit.

        Raises KioskError when a screen or a button is not where a visitor would look for it.
        """
        self._visitor.waits_for(self._words("attract.start"))
        self._shoot("attract")
        self._press("attract.start")
        self._enlarge_text()
        self._wait_until(lambda: self._kiosk.shelf.content is not None)
        self._walk_home()
        self._walk_cards()
        self._walk_self_check()
        self._press("top.about")
        self._shoot_pages("about")
        self._press("bar.home")
        self._walk_help()
        self._walk_warning()
        self._walk_callback()

    def close(self) -> None:
        """Tear the program down."""
        self._kiosk.close()

    def _words(self, word_id: str) -> str:
        return self._kiosk.words.sentence(word_id)

    def _press(self, word_id: str) -> None:
        self._visitor.press(self._words(word_id))

    def _enlarge_text(self) -> None:
        for _ in range(4):
            if self._kiosk.session.visit.text_size == self._text_size:
                return
            self._press("top.text_size")
        raise KioskError(f"Text size {self._text_size} is not offered on {self._size}.")

    def _walk_home(self) -> None:
        self._shoot("home")
        for page in range(2, MOST_HOME_PAGES + 1):
            if not self._visitor.sees(self._words("home.more")):
                return
            self._press("home.more")
            if self._visitor.sees(
                self._kiosk.shelf.content.cards[0].title if self._kiosk.shelf.content else ""
            ):
                return
            self._shoot(f"home-page{page}")

    def _walk_cards(self) -> None:
        content = self._kiosk.shelf.content
        for card in content.cards if content else ():
            self._find_tile(card.title)
            self._visitor.press(card.title)
            self._shoot(f"card-{card.id}")
            if card.picture.healthy_alt:
                self._press("card.healthy")
                self._shoot(f"card-{card.id}-healthy")
                self._press("card.affected")
            self._press("card.sources")
            self._shoot_pages(f"card-{card.id}-sources")
            self._press("card.close_sources")
            self._walk_steps(card.id, len(card.steps))
            self._shoot(f"card-{card.id}-teach-back")
            right, wrong = card.teach_back.right, (card.teach_back.right + 1) % len(card.teach_back.answers)
            self._visitor.press(card.teach_back.answers[wrong])
            self._shoot(f"card-{card.id}-teach-back-miss")
            self._press("teach_back.again")
            self._visitor.press(card.teach_back.answers[right])
            self._shoot(f"card-{card.id}-teach-back-right")
            self._press("card.finish")

    def _walk_steps(self, card_id: str, steps: int) -> None:
        page = 1
        while (place := self._kiosk.session.visit.card) is not None and place.step < steps:
            step = place.step
            self._press("card.more" if self._visitor.sees(self._words("card.more")) else "card.next")
            after = self._kiosk.session.visit.card
            if after is None or after.step == steps:
                return
            page = page + 1 if after.step == step else 1
            name = f"card-{card_id}-step{after.step + 1}"
            self._shoot(name if page == 1 else f"{name}-page{page}")

    def _find_tile(self, title: str) -> None:
        for _ in range(MOST_HOME_PAGES):
            if self._visitor.sees(title):
                return
            self._press("home.more")

    def _walk_self_check(self) -> None:
        if not self._visitor.sees(self._words("bar.self_check")):
            return
        self._press("bar.self_check")
        content = self._kiosk.shelf.content
        for part in content.poster.lists if content else ():
            self._shoot_pages(f"self_check-{part.tier}")
            self._press("bar.done" if part.tier == "routine" else "bar.next")

    def _walk_help(self) -> None:
        self._press("bar.callback")
        self._press("help.open")
        self._shoot_pages("help")
        self._press("help.close")
        self._shoot("help-closing")
        self._press("help.close_again")
        self._press("bar.stop")

    def _walk_warning(self) -> None:
        self._pass_seconds(READING_SECONDS + 1)
        self._shoot("timeout")
        self._press("timeout.stay")

    def _walk_callback(self) -> None:
        self._press("bar.callback")
        self._shoot_pages("callback-notice")
        self._press("bar.next")
        self._shoot_pages("callback-privacy")
        self._press("bar.next")
        self._shoot("callback-phone-empty")
        self._type(SHORT_PHONE_KEYS)
        self._shoot("callback-phone-typing")
        self._press("bar.next")
        self._shoot("callback-phone-refused")
        self._type(PHONE_KEYS.removeprefix(SHORT_PHONE_KEYS))
        self._pass_seconds(FORM_SECONDS + 1)
        self._shoot("callback-timeout")
        self._press("timeout.stay")
        self._press("bar.next")
        self._shoot_pages("callback-check")
        self._press("callback.check.send")
        self._visitor.waits_for(self._words("callback.done.title"))
        self._shoot_pages("callback-done")
        self._press("callback.done.clear")

    def walk_closed_form(self) -> None:
        """Show what a visitor meets when requests cannot be taken."""
        self._press("attract.start")
        self._enlarge_text()
        self._press("bar.callback")
        self._visitor.waits_for(self._words("desk.title"))
        self._shoot_pages("callback-desk")

    def walk_unusable(self) -> None:
        """Show what a visitor meets while the settings are broken."""
        self._visitor.waits_for(self._words("desk.title"))
        self._shoot("desk")

    def _type(self, keys: str) -> None:
        for key in keys:
            self._visitor.press(key)

    def _pass_seconds(self, seconds: float) -> None:
        self._clock.now += seconds
        self._kiosk.visit.check_quiet()
        self._visitor.waits_for(self._words("timeout.stay"))

    def _wait_until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            if time.monotonic() > deadline:
                raise KioskError("The content was not read in time.")
            QCoreApplication.processEvents()

    def _shoot_pages(self, name: str) -> None:
        self._shoot(name)
        page = 1
        while self._visitor.sees(self._words("card.more")):
            page += 1
            self._press("card.more")
            self._shoot(f"{name}-page{page}")

    def _shoot(self, name: str) -> None:
        wait_for_pictures(self._kiosk.window)
        file = f"{name}-{self._language}-{self._size}.png"
        picture = self._kiosk.window.grabWindow()
        if not picture.save(str(self._out / file)):
            raise KioskError(f"The picture {self._out / file} could not be written.")
        self.shots.append(
            Shot(file, tuple(Inspection(self._kiosk.window, self._kiosk.pixels_per_millimetre).problems()))
        )
