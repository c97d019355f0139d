"""The kiosk as a screen reader has it: from another process, over a bus that nobody here wrote."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.events import Event
from kiosk.store.staff_pin import set_pin
from tests.clinic import Clinic
from tests.journeys.accessibility_bus import (
    NEEDED,
    SYSTEM_PYTHON,
    BusReader,
    reader_at_kiosk,
    session_bus,
)
from tests.ui.words import content_in, words_of

pytestmark = pytest.mark.slow

NUMBER = "4155552671"
PIN = "246813"
WRONG_PIN = "135792"
AT_ONCE = 2
TOLD_SECONDS = 30
"""How often a countdown is told to a screen reader."""
WATCHED_SECONDS = 3.5
"""Longer than a countdown that is told every second is quiet."""
GLASS = (1920, 1080)
HOME = "What causes neuromuscular conditions?"
THANKS = "Thank you. We will call you."


@pytest.fixture
def session(clinic: Clinic) -> Iterator[dict[str, str]]:
    if missing := [program for program in NEEDED if shutil.which(program) is None]:
        pytest.skip(f"{', '.join(missing)} is not installed: there is no accessibility bus to try")
    has_glib = subprocess.run([SYSTEM_PYTHON, "-c", "import gi"], capture_output=True, check=False)
    if has_glib.returncode != 0:
        pytest.skip("python3-gi is not installed: nothing reads the accessibility bus")
    with session_bus(clinic.folder) as environment:
        yield environment


@pytest.fixture
def log(clinic: Clinic) -> Path:
    return clinic.folder / "kiosk.log"


@pytest.fixture
def reader(clinic: Clinic, session: dict[str, str], log: Path) -> Iterator[BusReader]:
    set_pin(clinic.settings.staff_pin, PIN)
    with reader_at_kiosk(clinic.config, session, log) as reader:
        yield reader


def look_at(reader: BusReader) -> list[str]:
    """Hold what the bus tells of a page against what somebody sees before it; returns its names."""
    tree = reader.tree()
    window = next(node for node in tree if node.role == "frame")
    assert [node for node in tree if not {"showing", "visible"} <= set(node.states)] == []
    focusable = [node for node in tree if "focusable" in node.states]
    assert [node for node in focusable if not node.name or node.role in {"", "invalid", "unknown"}] == []
    controls = [node for node in tree if node.is_control]
    assert len(controls) > 1
    for control in controls:
        left, top, width, height = control.box
        assert 0 <= left < left + width <= GLASS[0], control
        assert 0 <= top < top + height <= GLASS[1], control
        # Nothing lies over it.
        assert reader.what_is_at(window, left + width // 2, top + height // 2) == control.path, control
    reader.met |= {control.path: control for control in controls}
    return [node.name for node in tree]


def look_at_visitors_page(reader: BusReader) -> None:
    assert set(look_at(reader)) & staff_words() == set()


def staff_words() -> set[str]:
    """Everything that only the staff's pages say."""
    words = words_of("en")
    of_staff = {text for word_id, text in words.items() if word_id.startswith("staff.")}
    return of_staff - {text for word_id, text in words.items() if not word_id.startswith("staff.")}


def go(reader: BusReader, name: str, arrives_at: str = "") -> None:
    """Press, hear what came up, and look at it."""
    before = len(reader.said)
    reader.presses(name)
    reader.hears(arrives_at, before)
    look_at_visitors_page(reader)


def start(reader: BusReader) -> None:
    reader.waits_for("Touch to start")
    look_at_visitors_page(reader)
    go(reader, "Touch to start", HOME)


def names_in_a_while(reader: BusReader) -> list[set[str]]:
    """Return, for each object, the names that it has within some seconds."""
    told: dict[str, set[str]] = {}
    until = time.monotonic() + WATCHED_SECONDS
    while time.monotonic() < until:
        for node in reader.tree():
            told.setdefault(node.path, set()).add(node.name)
    return list(told.values())


def warnings_in(log: Path) -> list[str]:
    lines = log.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("INFO ")]


def test_a_card_is_read_to_what_helps_and_left_over_the_bus(reader: BusReader, log: Path) -> None:
    card = content_in("en").card("autoimmune")
    helps = card.steps[card.first_step("help")]
    following = card.steps[card.first_step("help") + 1]
    start(reader)
    go(reader, "Autoimmune diseases", "Autoimmune diseases. ")
    go(reader, "Tests and help", helps.title)
    go(reader, "Next", following.title)
    go(reader, "All causes", HOME)
    assert reader.actions <= 5
    before = look_at(reader)
    reader.presses_what_it_remembers()
    assert look_at(reader) == before
    assert warnings_in(log) == []


def test_a_call_is_asked_for_over_the_bus(reader: BusReader, clinic: Clinic, log: Path) -> None:
    start(reader)
    go(reader, "Ask us to call you", "First: do you need help now?")
    go(reader, "Next", "What happens to your number")
    go(reader, "Next", "What number do you want us to call you on?")
    refused = "Please type a number first."
    go(reader, "Next", refused)
    assert [told.number for told in reader.announced if told.value == refused] == [AT_ONCE]
    for digit in NUMBER:
        reader.presses(digit)
    go(reader, "Next", "What should we call you?")
    go(reader, "Next", "When do you have the most energy?")
    reader.presses("Morning")
    go(reader, "Next", "Which language shall we speak?")
    go(reader, "Next", "If you do not answer")
    go(reader, "Next", "Check your answers")
    assert clinic.waiting() == []
    go(reader, "Ask for a call", THANKS)
    assert reader.actions <= 22
    counts = re.compile(
        re.escape(words_of("en")["callback.done.clears"].splitlines()[-1]).replace("%n", r"(\d+)")
    )
    names = names_in_a_while(reader)
    (counted,) = [told for told in names if any(map(counts.fullmatch, told))]
    assert [told for told in names if len(told) > 1 and told != counted] == []
    assert [name for name in counted if int(counts.sub(r"\1", name)) % TOLD_SECONDS] == []
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
    reader.presses_what_it_remembers()
    look_at_visitors_page(reader)
    assert THANKS in look_at(reader)
    go(reader, "I am finished", "What happens when the signal gets lost?")
    attract = look_at(reader)
    reader.presses_what_it_remembers()
    assert look_at(reader) == attract
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
    assert warnings_in(log) == []


def test_the_staffs_page_is_closed_over_the_bus_without_the_pin(
    reader: BusReader, session: dict[str, str], log: Path
) -> None:
    start(reader)
    go(reader, "Ask us to call you", "First: do you need help now?")
    go(reader, "Next", "What happens to your number")
    before = look_at(reader)
    words = words_of("en")
    corner = ["xdotool", "mousemove", "20", "20", "mousedown", "1"]
    subprocess.run(corner, env=session, check=True)
    reader.waits_for(words["staff.pin.hint"])
    subprocess.run(["xdotool", "mouseup", "1"], env=session, check=True)
    names = look_at(reader)
    digits = {str(digit) for digit in range(10)}
    keys = digits | {words["keypad.delete"], words["keypad.enter"], words["staff.close"]}
    assert {node.name for node in reader.tree() if node.is_control} == keys
    reader.presses_what_it_remembers()
    assert look_at(reader) == names
    for digit in WRONG_PIN:
        reader.presses(digit)
    reader.presses(words["keypad.enter"])
    reader.waits_for(words["staff.pin.wrong"])
    assert {node.name for node in reader.tree() if node.is_control} <= keys
    reader.presses(words["staff.close"])
    reader.waits_for("What happens to your number")
    assert look_at(reader) == before
    reader.presses_what_it_remembers()
    assert look_at(reader) == before
    assert warnings_in(log) == [f"WARNING {Event.STAFF_REFUSED}"]
