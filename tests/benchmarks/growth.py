"""What 10,000 waiting requests, 20 languages and 60 cards cost at the start and at a touch.

Languages are a part of the program, so they are put into a copy of it; cards are a clinic's own. All are
copies of today's, with other names.
"""

import datetime
import os
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.store.envelope import name_of
from kiosk.store.settings.settings import assets_folder, content_folder
from kiosk.store.spool import Spool
from tests.benchmarks import touch
from tests.benchmarks.programs import KIOSK, Starter, plain, start_rows
from tests.benchmarks.rounds import measured
from tests.benchmarks.table import Measured, Row
from tests.virtual_screen import virtual_screen

REQUESTS: Final = measured(10_000, once=50)
LANGUAGES: Final = 20
CARDS: Final = 60
WALK_SECONDS: Final = measured(240, once=10)
TARGET: Final = 1.2
PROMISE_DAYS: Final = 60
"""So that requests may wait without closing the form."""
MODEL: Final = "7-later-life.toml"
MODEL_ID: Final = "later-life"


def add_languages(content: Path, words: Path) -> list[str]:
    """Put copies of English beside what is there; returns all languages."""
    there = sorted(path.parent.name for path in content.glob("*/interface.ts"))
    made = [f"q{chr(ord('a') + number)}" for number in range(LANGUAGES - len(there))]
    for language in made:
        shutil.copytree(content / "en", content / language)
        shutil.copy(words / "en.qm", words / f"{language}.qm")
    return ["en", *(language for language in there if language != "en"), *made]


def add_cards(own: Path, languages: list[str]) -> None:
    """Write copies of a card into a clinic's own folder, in each language, until there are so many."""
    first = len(list((content_folder() / "en" / "cards").glob("*.toml")))
    for number in range(first, CARDS):
        name = f"made-{number}"
        for language in languages:
            source = content_folder() / language
            model = (source if source.is_dir() else content_folder() / "en") / "cards" / MODEL
            text = model.read_text("utf-8").replace(f'id = "{MODEL_ID}"', f'id = "{name}"', 1)
            file = own / language / "cards" / f"{number}-{name}.toml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("number = 7", f"number = {number}", 1), encoding="utf-8")
        for picture in ("pictures/{}-healthy.svg", "pictures/{}-affected.svg", "thumbnails/{}.svg"):
            file = own / picture.format(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(assets_folder() / picture.format(MODEL_ID), file)


def fill(spool: Spool) -> None:
    """Let requests wait that came two days ago; nobody opens them, so they hold nothing."""
    spool.create_folders()
    came = datetime.datetime.now().astimezone() - datetime.timedelta(days=2)
    data = os.urandom(1024)
    for number in range(REQUESTS):
        file = spool.new / name_of(data, f"{number:032x}", came.date())
        file.write_bytes(data)
        os.utime(file, (came.timestamp(), came.timestamp()))


def measure() -> Measured:
    """Start and touch what has grown beside what has not."""
    with virtual_screen() as display, tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        program = folder / "program"
        shutil.copytree(KIOSK.parent, program, symlinks=True)
        inside = program / "_internal"
        languages = add_languages(inside / "content", inside / "words")
        grown = {"clinic_content": "own", "clinic.call_back_within_days": PROMISE_DAYS}
        starter = Starter(display, folder)
        today = starter.kiosk(folder / "today")
        large = starter.kiosk(folder / "large", program / KIOSK.name, languages=languages, **grown)
        add_cards(folder / "large" / "own", languages)
        fill(Spool(folder / "large" / "spool"))
        pairs = starter.pairs(today, large)
        # From source: these settings name only languages that are there.
        before = touch.walked(touch.settings_to_walk(folder / "today"), seconds=WALK_SECONDS)
        config = touch.settings_to_walk(folder / "large", **grown)
        after = touch.walked(config, [str(inside), *languages], seconds=WALK_SECONDS)
    rows = [*start_rows("start, grown beside today's", pairs, TARGET), *touch_rows(before, after)]
    return Measured(rows, {"starts": plain(pairs), "today": before, "grown": after}, touch.told(after))


def touch_rows(before: Sequence[touch.Touch], after: Sequence[touch.Touch]) -> list[Row]:
    """Compare the kinds of touch that both walks have: the medians of all, and what has grown most."""
    then, now = ({kind.name: kind for kind in touch.kinds_of(walk)} for walk in (before, after))
    both = sorted(then.keys() & now.keys(), key=lambda name: now[name].wall_ms / then[name].wall_ms)
    medians = [statistics.median(walk[name].wall_ms for name in both) for walk in (then, now)]
    what, worst = "touch to frame, grown beside today's", both[-1]
    return [
        Row(what=f"{what}, median of kinds", unit="ms", other=medians[0], own=medians[1], target=TARGET),
        Row(
            what=f"{what}, worst kind ({worst})",
            unit="ms",
            other=then[worst].wall_ms,
            own=now[worst].wall_ms,
            target=TARGET,
        ),
    ]
