"""A content folder: read whole, or refused with every problem by file and line."""

import dataclasses
import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content import files as content_files
from kiosk.content.files import SELF_CHECK, WORDS, LanguageFiles, load_content, read_language
from kiosk.content.folders import Folders
from kiosk.core.content.cards import Content
from kiosk.core.content.languages import SpokenLanguage
from kiosk.core.content.pathway import PATHWAY, Stop
from kiosk.core.content.reviews import Review, Reviewed
from kiosk.core.content.steps import EMERGENCY
from kiosk.core.errors import ContentError
from kiosk.core.self_check.rules import RULES, Rule, Urgency
from kiosk.store.settings import settings
from kiosk.store.settings.toml_files import FileProblem
from tests.content_copy import TODAY, TRANSLATION, ContentCopy

PLACEHOLDERS = {
    "clinic": "Hill Clinic",
    "phone": "(202) 555-0143",
    "emergency_number": "112",
    "call_days": "2",
    "delete_days": "7",
}
CARD = "en/cards/0-start.toml"
OTHER = "en/cards/1-genes.toml"
POSTER = "en/self_check.toml"
INTERFACE = "en/interface.ts"
EMERGENCY_TOML = "en/emergency.toml"
SOURCES = "sources.toml"
REVIEWS = "en/reviews.toml"
LONG = "word " * 20 + "end."

LATER_STEPS = """\
[[steps]]
kind = "signs"
title = "Signs"
text = []
points = ["You fall.", "You trip."]
must_know = { sign = ["points.0", "points.1"] }
sources = ["S-ONE"]

[[steps]]
kind = "help"
title = "Help"
text = ["A test finds it."]
points = ["Care helps."]
must_know = { found = ["text.0"], helps = ["points.0"] }
sources = ["S-ONE"]

[[steps]]
kind = "do"
title = "Today"
text = ["Write it down.", "Ask why."]
must_know = { today = ["text.0"], ask = ["text.1"] }
sources = ["S-ONE"]
"""
"""What both cards say of signs, help and what to do."""

FILES = {
    "languages.toml": 'vi = "Tiếng Việt"\n',
    "en/languages.toml": 'vi = "Vietnamese"\n',
    "en/keys.toml": """\
letters = ["qwertyuiop", "asdfghjkl"]
accents = ["aáà", "nñ"]
""",
    SOURCES: """\
[S-ONE]
title = "One"
publisher = "{clinic}"
where = "example.org/one"
seen = "in full"

["S.TWO"]
title = "Two"
publisher = "P"
where = "example.org/two"
seen = "in part"
""",
    EMERGENCY_TOML: """\
[[steps]]
kind = "emergency"
title = "Now"
text = ["Call {emergency_number} now."]
sources = ["S.TWO"]

[[steps]]
kind = "emergency"
scene = "stroke"
title = "A stroke"
text = ["Ask {clinic}."]
points = ["One side droops."]
sources = ["S.TWO"]
""",
    CARD: """\
id = "start"
number = 0
title = "Start at {clinic}"
headline = "What it is"
stops = ["muscle"]
related = ["genes"]
take_home = ["Call us at {phone}, or {emergency_number}."]

[colours]
tint = "#ECE6F8"
accent = { standard = "#4E3493", dark = "#CFC1FA", high_contrast = "#FFE14D" }

[picture]
alt = "The path."

[[steps]]
kind = "in_short"
title = "In short"
text = ["Signals move your muscles.", "Tell the front desk now."]
must_know = { what_it_is = ["text.0"], emergency = ["text.1"] }
sources = ["S-ONE"]

[[steps]]
kind = "happens"
title = "How"
text = ["Call {emergency_number}."]
points = ["Or ask {clinic}."]
sources = ["S-ONE", "S.TWO"]

"""
    + LATER_STEPS
    + """
[teach_back]
question = "Where does it start?"
answers = ["Here.", "There.", "Nowhere."]
right = 1
why = "It can."
another_way = "Ask {clinic} at {phone}."
sources = ["S.TWO"]
""",
    OTHER: """\
id = "genes"
number = 1
title = "Genes"
headline = "A change"
stops = []
related = ["start"]
take_home = ["Call us at {phone}, or {emergency_number}."]

[colours]
tint = "#ECE6F8"
accent = { standard = "#4E3493", dark = "#CFC1FA", high_contrast = "#FFE14D" }

[picture]
healthy_alt = "Whole."
affected_alt = "Broken."

[[steps]]
kind = "in_short"
title = "In short"
text = ["Genes are instructions.", "Tell the front desk now."]
must_know = { what_it_is = ["text.0"], emergency = ["text.1"] }
sources = ["S-ONE"]

[[steps]]
kind = "happens"
title = "How"
text = ["A letter changes."]
sources = ["S-ONE"]

"""
    + LATER_STEPS
    + """
[teach_back]
question = "Is it new?"
answers = ["Yes.", "No.", "Never."]
right = 0
why = "It can be."
another_way = "It can be new."
sources = ["S-ONE"]
""",
    POSTER: """\
purpose = "It helps."
not_everything = "Not every symptom."
not_a_diagnosis = "Not a diagnosis."

[[lists]]
tier = "now"
title = "Now"
note = "Or call {emergency_number}."

[[lists.groups]]
when = "Right now:"

[[lists.groups.lines]]
rules = ["N1"]
text = "Choking"
sources = ["S-ONE"]

[[lists]]
tier = "soon"
title = "Today"
note = ""

[[lists.groups]]
when = "Lately:"

[[lists.groups.lines]]
rules = ["P1"]
text = "Double vision"
sources = ["S-ONE"]

[[lists]]
tier = "routine"
title = "At your visit"
note = ""

[[lists.groups]]
when = "Ever:"

[[lists.groups.lines]]
rules = ["R1"]
text = "Cramps, within {call_days} days"
sources = ["S-ONE"]
""",
    INTERFACE: """\
<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="en_US">
<context>
<message id="bar.next"><translation>Next</translation></message>
<message id="bar.back"><translation>Back</translation></message>
</context>
</TS>
""",
}
PICTURES = (
    *PATHWAY,
    "thumbnails/start.svg",
    "thumbnails/genes.svg",
    "pictures/start.svg",
    "pictures/genes-healthy.svg",
    "pictures/genes-affected.svg",
    "pictures/today.svg",
    "pictures/stroke.svg",
)


@dataclasses.dataclass(frozen=True)
class Folder:
    """A small content folder with nothing wrong in it, and its pictures."""

    content: Path
    assets: Path

    @property
    def folders(self) -> Folders:
        """Return where texts and pictures lie."""
        return Folders(self.content, self.assets)

    def read(self) -> LanguageFiles:
        """Read the English content."""
        return read_language(self.folders, "en")

    def problems(self) -> list[FileProblem]:
        """Return what keeps the English content from visitors."""
        return sorted(self.read().problems)

    def load(self, today: datetime.date = TODAY) -> Content:
        """Load the English content."""
        return load_content(self.folders, "en", PLACEHOLDERS, today)

    def change(self, name: str, old: str, new: str) -> None:
        """Change the first place in a file that reads `old`."""
        path = self.content / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def line(self, name: str, text: str) -> int:
        """Return the line of a file on which a text first stands."""
        lines = (self.content / name).read_text().split("\n")
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def sign(self, key: str, until: str = "2027-11-23", *, digest: str = "") -> None:
        """Add a review of a text as it stands now."""
        digest = digest or self.read().content_digest(key)
        with (self.content / REVIEWS).open("a") as file:
            file.write(
                f'[[{key}]]\nreviewer = "Dr. A of {{clinic}}"\nrole = "neurologist"\n'
                f'date = 2026-11-01\nnext_review = {until}\nhash = "{digest}"\n'
            )


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "content", tmp_path / "assets")
    for root, files in ((made.content, FILES), (made.assets, dict.fromkeys(PICTURES, "<svg/>"))):
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
    return made


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from _texts(dataclasses.asdict(value))


def test_one_row_of_letter_keys_is_enough(folder: Folder) -> None:
    folder.change("en/keys.toml", 'letters = ["qwertyuiop", "asdfghjkl"]', 'letters = ["abcdefghij"]')
    assert folder.problems() == []


def test_a_card_that_cannot_be_read_hides_no_problem_of_the_next(folder: Folder) -> None:
    (folder.content / CARD).write_text("number =")
    (folder.content / OTHER).rename(folder.content / "en/cards/1-jeans.toml")
    told = "\n".join(str(problem) for problem in folder.problems())
    assert "0-start.toml" in told
    assert "the file must be named 1-genes.toml" in told


def test_what_is_signed_of_the_words_is_the_words(folder: Folder) -> None:
    assert folder.read().signed_data(WORDS) == {"words": {"bar.next": "Next", "bar.back": "Back"}}


def test_the_order_of_a_texts_lines_costs_no_signature(folder: Folder) -> None:
    signed = folder.read().content_digest("start")
    folder.change(CARD, 'id = "start"\nnumber = 0', 'number = 0\nid = "start"')
    assert folder.read().content_digest("start") == signed


def test_a_good_folder_has_no_problems_and_is_read_in_order(folder: Folder) -> None:
    assert folder.problems() == []
    content = folder.load()
    assert [card.id for card in content.cards] == ["start", "genes"]
    assert content.language == "en"
    assert content.sources.keys() == {"S-ONE", "S.TWO"}
    assert content.card("start").steps[1].sources == ("S-ONE", "S.TWO")
    assert content.poster.lists[1].groups[0].lines[0].text == "Double vision"


def test_cards_come_in_the_order_of_their_numbers_not_of_their_names(folder: Folder) -> None:
    (folder.content / OTHER).rename(folder.content / "en/cards/10-genes.toml")
    folder.change("en/cards/10-genes.toml", "number = 1", "number = 10")
    shutil.copy(folder.content / CARD, folder.content / "en/cards/2-two.toml")
    folder.change("en/cards/2-two.toml", 'id = "start"\nnumber = 0', 'id = "two"\nnumber = 2')
    assert [card.number for card in folder.load().cards] == [0, 2, 10]


def test_placeholders_are_filled_in_everywhere(folder: Folder) -> None:
    folder.sign("start")
    content = folder.load()
    assert [text for text in _texts(content) if "{" in text] == []
    card = content.card("start")
    assert card.title == "Start at Hill Clinic"
    assert [type(stop) for stop in card.stops] == [Stop]
    assert card.steps[1].text == ("Call 112.",)
    assert card.steps[1].points == ("Or ask Hill Clinic.",)
    assert card.teach_back.another_way == "Ask Hill Clinic at (202) 555-0143."
    assert content.poster.lists[0].note == "Or call 112."
    assert content.poster.lists[2].groups[0].lines[0].text == "Cramps, within 2 days"
    assert content.sources["S-ONE"].publisher == "Hill Clinic"
    review = content.reviews["start"].review
    assert review is not None
    assert review.reviewer == "Dr. A of Hill Clinic"


def test_what_a_placeholder_stands_for_is_not_filled_in_again(folder: Folder) -> None:
    content = load_content(folder.folders, "en", {**PLACEHOLDERS, "clinic": "{phone}"}, TODAY)
    assert content.card("start").title == "Start at {phone}"


@pytest.mark.parametrize(
    ("name", "old", "new", "at", "message"),
    [
        pytest.param(
            CARD,
            '"S-ONE", "S.TWO"',
            '"S-ONE", "S-TOO"',
            '"S-TOO"',
            "no source has the id 'S-TOO'",
            id="unknown source",
        ),
        pytest.param(
            CARD,
            "Signals move your muscles.",
            "One two three four five six. " * 10,
            "One two",
            "65 words; a step has at most 60: split it in two",
            id="too many words",
        ),
        pytest.param(
            CARD,
            "Signals move your muscles.",
            LONG,
            "word word",
            f"a sentence has at most 20 words: {LONG!r}",
            id="too long a sentence",
        ),
        pytest.param(
            CARD,
            "right = 1",
            "right = 3",
            "right = 3",
            "right is the index, from 0, of one of the answers",
            id="wrong index",
        ),
        pytest.param(
            CARD,
            'kind = "in_short"',
            'kind = "happens"',
            "[[steps]]",
            "a card has one step of kind 'in_short', its first page",
            id="missing in_short",
        ),
        pytest.param(
            CARD,
            'emergency = ["text.1"]',
            'emergency = ["text.2"]',
            "must_know",
            "'text.2' is no place in this step, such as 'text.0' or 'points.1'",
            id="a fact at no place",
        ),
        pytest.param(
            CARD,
            'what_it_is = ["text.0"]',
            'what = ["text.0"]',
            "must_know",
            "'what' is no kind of fact: what_it_is, sign, emergency, found, helps, today, ask",
            id="a fact of no kind",
        ),
        pytest.param(
            CARD,
            'kind = "happens"',
            'kind = "emergency"',
            'kind = "emergency"',
            "the emergency chapter is the same on all cards: emergency.toml",
            id="an emergency on a card",
        ),
        pytest.param(
            EMERGENCY_TOML,
            'kind = "emergency"',
            'kind = "signs"',
            'kind = "signs"',
            "a step in here is of kind 'emergency'",
            id="another kind of step among the emergencies",
        ),
        pytest.param(
            EMERGENCY_TOML,
            'sources = ["S.TWO"]',
            'sources = ["S-TOO"]',
            "S-TOO",
            "no source has the id 'S-TOO'",
            id="unknown source of an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "{emergency_number}",
            "{emergency}",
            "{emergency}",
            "{emergency} stands for nothing",
            id="misspelt placeholder in an emergency",
        ),
        pytest.param(
            EMERGENCY_TOML,
            "title",
            "tittle",
            "tittle",
            "unknown key 'tittle'; did you mean 'title'?",
            id="misspelt key of an emergency",
        ),
        pytest.param(
            CARD,
            'related = ["genes"]',
            'related = ["jeans"]',
            "jeans",
            "no card has the id 'jeans'",
            id="unknown related card",
        ),
        pytest.param(
            CARD,
            'take_home = ["Call us at {phone}, or {emergency_number}."]',
            "",
            'id = "start"',
            "missing key 'take_home'",
            id="no note to take home",
        ),
        pytest.param(
            CARD,
            "Call us at {phone}, or {emergency_number}.",
            "Call us at {phone}.",
            "take_home",
            "a note to take home says {emergency_number}",
            id="a note that leaves out the emergency number",
        ),
        pytest.param(
            CARD,
            "Or ask {clinic}.",
            "Or ask {clnic}.",
            "{clnic}",
            "{clnic} stands for nothing",
            id="unknown placeholder",
        ),
        pytest.param(
            POSTER,
            "{call_days}",
            "{call-days}",
            "{call-days}",
            "{call-days} stands for nothing",
            id="misspelt placeholder in the poster",
        ),
        pytest.param(
            SOURCES,
            "{clinic}",
            "{ clinic }",
            "{ clinic }",
            "{ clinic } stands for nothing",
            id="in the sources",
        ),
        pytest.param(
            CARD,
            'id = "start"',
            'id = "begin"',
            "begin",
            "the file must be named 0-begin.toml",
            id="wrong id",
        ),
        pytest.param(
            CARD,
            "number = 0",
            "number = 2",
            'id = "start"',
            "the file must be named 2-start.toml",
            id="number",
        ),
        pytest.param(
            POSTER,
            'tier = "now"',
            'tier = "soon"',
            "[[lists]]",
            "the lists must be 'now', 'soon', 'routine', in this order",
            id="wrong list order",
        ),
        pytest.param(
            POSTER,
            'text = "Double vision"\nsources = ["S-ONE"]',
            'text = "Double vision"\nsources = ["S-ZERO"]',
            "S-ZERO",
            "no source has the id 'S-ZERO'",
            id="unknown source in the poster",
        ),
        pytest.param(
            CARD, "stops", "stop", "stop = ", "unknown key 'stop'; did you mean 'stops'?", id="misspelt key"
        ),
        pytest.param(
            POSTER, "not_a_diagnosis", "nota", "nota", "unknown key 'nota'", id="misspelt key in the poster"
        ),
        pytest.param(
            SOURCES, 'where = "example.org/two"\n', "", '["S.TWO"]', "missing key 'where'", id="in a source"
        ),
        pytest.param(CARD, "[picture]", "[picture", "[picture", "not valid TOML: the bracket ]", id="syntax"),
        pytest.param(
            INTERFACE,
            '"bar.back"',
            '"bar.next"',
            "Back",
            "the id 'bar.next' stands here a second time",
            id="double id in interface.ts",
        ),
        pytest.param(
            INTERFACE,
            "<translation>Back",
            '<translation type="unfinished">Back',
            "Back",
            "'bar.back' is not translated yet",
            id="untranslated words in interface.ts",
        ),
    ],
)
def test_each_mistake_is_named_with_its_file_and_line(
    folder: Folder, *, name: str, old: str, new: str, at: str, message: str
) -> None:
    folder.change(name, old, new)
    place = (folder.content / name, folder.line(name, at))
    found = [
        (problem.path, problem.line) for problem in folder.problems() if problem.message.startswith(message)
    ]
    assert found == [place]
    if name != INTERFACE:
        with pytest.raises(ContentError, match=re.escape(f"{place[0]}:{place[1]}: {message}")):
            folder.load()


@pytest.mark.parametrize("name", [EMERGENCY_TOML, POSTER, SOURCES, INTERFACE])
def test_a_missing_file_is_said_to_be_missing(folder: Folder, name: str) -> None:
    (folder.content / name).unlink()
    assert FileProblem(folder.content / name, 0, "the file is missing") in folder.problems()


@pytest.mark.parametrize("name", [EMERGENCY_TOML, POSTER, SOURCES])
def test_content_without_its_emergencies_its_poster_or_its_sources_is_refused(
    folder: Folder, name: str
) -> None:
    (folder.content / name).unlink()
    with pytest.raises(ContentError, match=re.escape(f"{folder.content / name}: the file is missing")):
        folder.load()


def test_a_picture_that_is_missing_does_not_keep_the_words_from_visitors(folder: Folder) -> None:
    shutil.rmtree(folder.assets)
    assert folder.problems() == []
    assert len(folder.load().cards) == 2


def test_a_card_under_another_file_name_is_a_problem(folder: Folder) -> None:
    (folder.content / OTHER).rename(folder.content / "en/cards/1-gene.toml")
    path = folder.content / "en/cards/1-gene.toml"
    assert folder.problems() == [FileProblem(path, 1, "the file must be named 1-genes.toml")]


def test_two_cards_with_one_id_are_a_problem(folder: Folder) -> None:
    """Else one review would seem to cover both."""
    path = folder.content / "en/cards/2-genes.toml"
    shutil.copy(folder.content / OTHER, path)
    folder.change("en/cards/2-genes.toml", "number = 1", "number = 2")
    assert folder.problems() == [FileProblem(path, 1, "another text has the id 'genes' too")]


def test_a_language_without_a_card_is_a_problem(folder: Folder) -> None:
    shutil.rmtree(folder.content / "en/cards")
    assert folder.problems() == [FileProblem(folder.content / "en/cards", 0, "no card is in here")]


def test_every_folder_in_the_content_is_a_language(folder: Folder) -> None:
    shutil.copytree(folder.content / "en", folder.content / "ar")
    assert folder.folders.languages() == ["ar", "en"]
    shutil.rmtree(folder.content)
    assert folder.folders.languages() == []


def test_a_language_that_is_not_there_is_refused(folder: Folder) -> None:
    with pytest.raises(ContentError) as caught:
        load_content(folder.folders, "es", PLACEHOLDERS, TODAY)
    assert f"{folder.content / 'es' / 'cards'}: no card is in here" in str(caught.value)


def test_all_problems_are_told_at_once_in_the_order_of_files_and_lines(folder: Folder) -> None:
    folder.change(OTHER, "right = 0", "right = 9")
    folder.change(OTHER, 'headline = "A change"', 'headline = ""')
    folder.change(CARD, "{clinic}", "{clinc}")
    expected = [
        FileProblem(folder.content / CARD, 3, "{clinc} stands for nothing"),
        FileProblem(folder.content / OTHER, 4, "must not be empty"),
        FileProblem(
            folder.content / OTHER,
            folder.line(OTHER, "right = 9"),
            "right is the index, from 0, of one of the answers",
        ),
    ]
    assert folder.problems() == expected
    with pytest.raises(ContentError) as caught:
        folder.load()
    assert str(caught.value).split("\n") == [str(problem) for problem in expected]


@pytest.mark.parametrize("key", ["start", EMERGENCY, SELF_CHECK, WORDS])
def test_a_signed_and_unchanged_text_is_reviewed_and_the_others_are_drafts(folder: Folder, key: str) -> None:
    folder.sign(key)
    assert folder.problems() == []
    reviews = folder.load().reviews
    assert reviews.keys() == {"start", "genes", EMERGENCY, SELF_CHECK, WORDS}
    assert [other for other, reviewed in reviews.items() if not reviewed.is_draft] == [key]
    assert reviews[key] == Reviewed(
        Review(
            "Dr. A of Hill Clinic",
            "neurologist",
            datetime.date(2026, 11, 1),
            datetime.date(2027, 11, 23),
            folder.read().content_digest(key),
        )
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        (CARD, "What it is", "What it  is", {"start"}),
        (CARD, "right = 1", "right = 0", {"start"}),
        (CARD, 'ask = ["text.1"]', 'ask = ["text.0"]', {"start"}),
        (EMERGENCY_TOML, "One side droops.", "One side sags.", {EMERGENCY}),
        (EMERGENCY_TOML, 'scene = "stroke"\n', "", {EMERGENCY}),
        (EMERGENCY_TOML, "[[steps]]", "# First\n[[steps]]", set()),
        (SOURCES, "in part", "in full", {"start", EMERGENCY}),
        (SOURCES, 'title = "One"', 'title = "Two"', {"start", "genes"}),
        (POSTER, "Choking", "Choking now", {SELF_CHECK}),
        (INTERFACE, "Back", "Go back", {WORDS}),
        (CARD, "number = 0", "number = 0 # first", set()),
    ],
)
def test_an_edit_returns_just_the_texts_it_touches_to_draft(
    folder: Folder, name: str, old: str, new: str, changed: set[str]
) -> None:
    for key in ("start", "genes", EMERGENCY, SELF_CHECK, WORDS):
        folder.sign(key)
    folder.change(name, old, new)
    assert {key for key, reviewed in folder.load().reviews.items() if reviewed.is_draft} == changed


def test_another_claim_of_a_picture_returns_its_card_to_draft_and_other_lines_do_not(folder: Folder) -> None:
    folder.sign("genes")
    picture = folder.assets / "pictures/genes-healthy.svg"
    picture.write_text("<svg><g/></svg>")
    assert not folder.load().reviews["genes"].is_draft
    picture.write_text("<svg><desc>All is whole.</desc></svg>")
    assert folder.load().reviews["genes"].is_draft


def test_another_claim_of_the_picture_of_an_emergency_returns_the_emergencies_to_draft(
    folder: Folder,
) -> None:
    for key in (EMERGENCY, "start"):
        folder.sign(key)
    (folder.assets / "pictures/stroke.svg").write_text("<svg><desc>A face droops.</desc></svg>")
    reviews = folder.load().reviews
    assert (reviews[EMERGENCY].is_draft, reviews["start"].is_draft) == (True, False)


def test_what_is_signed_of_the_emergencies_is_their_steps_sources_and_pictures(folder: Folder) -> None:
    signed = folder.read().signed_data(EMERGENCY)
    assert signed.keys() == {"chapter", "sources", "pictures"}
    assert [step["title"] for step in signed["chapter"]["steps"]] == ["Now", "A stroke"]
    assert signed["sources"].keys() == {"S.TWO"}
    assert signed["pictures"].keys() == {"pictures/stroke.svg"}


def test_the_emergencies_stand_behind_every_card_with_their_placeholders_filled_in(folder: Folder) -> None:
    content = folder.load()
    for card in content.cards:
        assert [step.kind for step in card.steps] == [
            *("in_short", "happens", "signs", "help", "do", "emergency", "emergency"),
        ]
        assert [step.text for step in card.steps[-2:]] == [("Call 112 now.",), ("Ask Hill Clinic.",)]
    assert content.pictures["pictures/stroke.svg"] == str(folder.assets / "pictures/stroke.svg")


def test_every_file_with_steps_is_named_with_the_key_of_its_signature(folder: Folder) -> None:
    reading = folder.read()
    files = [(file.key, file.path, len(file.steps)) for file in reading.step_files()]
    cards = [("start", folder.content / CARD, 5), ("genes", folder.content / OTHER, 5)]
    assert files == [*cards, (EMERGENCY, folder.content / EMERGENCY_TOML, 2)]
    (folder.content / EMERGENCY_TOML).unlink()
    assert [file.key for file in folder.read().step_files()] == ["start", "genes"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("steps = []\n", 1, "an emergency chapter needs a step"),
        ("[[step]]\n", 1, "unknown key 'step'; did you mean 'steps'?"),
        ("[[steps\n", 1, "not valid TOML: "),
    ],
)
def test_emergencies_that_cannot_be_used_keep_the_content_from_visitors(
    folder: Folder, text: str, line: int, message: str
) -> None:
    path = folder.content / EMERGENCY_TOML
    path.write_text(text)
    found = [problem for problem in folder.problems() if problem.message.startswith(message)]
    assert [(problem.path, problem.line) for problem in found] == [(path, line)]
    with pytest.raises(ContentError, match=re.escape(f"{path}:{line}: {message}")):
        folder.load()


def test_a_clinics_own_emergencies_take_the_place_of_the_shipped_ones(folder: Folder, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "en").mkdir(parents=True)
    (own / EMERGENCY_TOML).write_text(FILES[EMERGENCY_TOML].replace("One side droops.", "Ours."))
    folders = dataclasses.replace(folder.folders, own=own)
    assert folders.unrecognized_files() == []
    content = load_content(folders, "en", PLACEHOLDERS, TODAY)
    assert content.card("start").steps[-1].points == ("Ours.",)


def test_another_rule_returns_the_self_check_to_draft(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.sign(SELF_CHECK)
    monkeypatch.setattr(content_files, "RULES", RULES[:-1])
    assert folder.load().reviews[SELF_CHECK].is_draft


def test_any_edit_of_a_signed_text_makes_it_a_draft(folder: Folder) -> None:
    folder.sign("start")
    folder.change(CARD, "What it is", "What it  is")
    assert folder.load().reviews["start"].is_draft


def test_an_edit_of_the_note_to_take_home_makes_a_draft_too(folder: Folder) -> None:
    folder.sign("start")
    folder.change(CARD, "Call us at {phone}, or", "Call {phone} or")
    assert folder.load().reviews["start"].is_draft


def test_a_review_that_is_overdue_makes_a_draft(folder: Folder) -> None:
    folder.sign("start", until=str(TODAY))
    assert not folder.load(TODAY).reviews["start"].is_draft
    assert folder.load(TODAY + datetime.timedelta(days=1)).reviews["start"].is_draft


def test_a_signed_text_stays_reviewed_when_it_is_checked_out_on_windows(folder: Folder) -> None:
    folder.sign("start")
    (folder.content / CARD).write_bytes(FILES[CARD].replace("\n", "\r\n").encode())
    assert not folder.load().reviews["start"].is_draft


def test_a_review_of_a_text_that_is_not_there_is_a_problem_at_its_line(folder: Folder) -> None:
    folder.sign("start")
    folder.sign("jeans", digest="ab" * 32)
    line = folder.line(REVIEWS, "[[jeans]]")
    assert folder.problems() == [FileProblem(folder.content / REVIEWS, line, "no text has the id 'jeans'")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "date = 2026-11-01",
            "date = 7",
            "must be a date without quotation marks, such as 2026-11-28, not a whole number",
        ),
        (
            "next_review = 2027-11-23",
            "next_review = 2027",
            "must be a date without quotation marks, such as 2026-11-28, not a whole number",
        ),
        (
            'role = "neurologist"',
            "role = 7",
            'must be text: put quotation marks around it, such as "neurologist"',
        ),
    ],
)
def test_a_review_that_cannot_be_read_is_a_problem_and_not_a_draft(
    folder: Folder, old: str, new: str, message: str
) -> None:
    folder.sign("start")
    folder.change(REVIEWS, old, new)
    assert folder.problems() == [FileProblem(folder.content / REVIEWS, folder.line(REVIEWS, new), message)]


def test_a_signature_that_is_not_in_a_list_is_a_problem_at_its_line(folder: Folder) -> None:
    folder.sign("start")
    folder.change(REVIEWS, "[[start]]", "[start]")
    message = "write each signature as [[start]]"
    assert folder.problems() == [FileProblem(folder.content / REVIEWS, 1, message)]


def test_reviews_that_are_not_toml_are_a_problem(folder: Folder) -> None:
    (folder.content / REVIEWS).write_text("[[start\n")
    (problem,) = folder.problems()
    assert (problem.path, problem.line) == (folder.content / REVIEWS, 1)


def test_a_value_in_the_place_of_a_source_is_a_problem(folder: Folder) -> None:
    folder.change(SOURCES, "[S-ONE]", 'S-OLD = "One"\n[S-ONE]')
    message = "must be a table of values, not text"
    assert folder.problems() == [FileProblem(folder.content / SOURCES, 1, message)]


def test_the_version_changes_with_any_text_a_visitor_reads(folder: Folder) -> None:
    versions = {folder.load().version}
    assert versions == {folder.load().version}
    for name, old, new in (
        (CARD, "It can.", "It does."),
        (EMERGENCY_TOML, "One side droops.", "One side sags."),
        (POSTER, "Choking", "Choking now"),
    ):
        folder.change(name, old, new)
        versions.add(folder.load().version)
    assert len(versions) == 4
    assert all(re.fullmatch("[0-9a-f]{12}", version) for version in versions)


def test_interface_words_stand_beside_the_cards_of_their_language(folder: Folder) -> None:
    assert folder.folders.words("en").read_text() == FILES[INTERFACE]


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    return ContentCopy.under(tmp_path / "copy")


def _load(copy: ContentCopy, language: str = "en") -> Content:
    return load_content(copy.folders, language, PLACEHOLDERS, TODAY)


QUESTIONS = "en/self_check_questions.toml"


def test_a_whole_self_check_is_loaded_with_its_placeholders_filled_in(copy: ContentCopy) -> None:
    content = _load(copy)
    assert content.left_out == ""
    assert content.self_check_texts is not None
    assert content.self_check_texts.answers["K0"] == "Fine"
    assert "112" in content.self_check_texts.outcomes.now.text[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('K0 = "Fine"', 'K0 = ""', "must not be empty"),
        ('K0 = "Fine"', "K0 = 0", 'K0: must be text: put quotation marks around it, such as "words"'),
        ('K0 = "Fine"', 'K0 = "{clnic}"', "{clnic} stands for nothing"),
        ('K0 = "Fine"', 'K7 = "Fine"', "the rules know no 'K7'"),
    ],
)
def test_a_problem_of_the_guided_self_check_costs_only_that(
    copy: ContentCopy, old: str, new: str, message: str
) -> None:
    copy.change(QUESTIONS, old, new)
    content = _load(copy)
    assert content.self_check_texts is None
    assert message in content.left_out
    assert content.left_out.startswith(f"{copy.file(QUESTIONS)}:")
    assert len(content.cards) == len(copy.folders.cards("en"))


def test_a_missing_file_of_questions_costs_only_the_guided_self_check(copy: ContentCopy) -> None:
    copy.file(QUESTIONS).unlink()
    content = _load(copy)
    assert content.self_check_texts is None
    assert content.left_out == f"{copy.file(QUESTIONS)}: the file is missing"


def test_a_broken_rule_table_costs_only_the_guided_self_check(
    copy: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Rule("N9", Urgency.NOW, (frozenset({"Z9"}),), "Because.", ("M-NM",))
    monkeypatch.setattr(content_files, "RULES", (broken, *RULES))
    content = _load(copy)
    assert content.self_check_texts is None
    assert content.left_out == f"{copy.file(QUESTIONS)}: rule N9: no answer has the id 'Z9'"


def test_a_translation_is_a_draft_until_translator_and_clinician_have_signed(copy: ContentCopy) -> None:
    copy.translate()
    copy.sign("genetic", TRANSLATION)
    assert _load(copy, TRANSLATION).reviews["genetic"].is_draft
    copy.sign("genetic", TRANSLATION, kind="translator")
    reviewed = _load(copy, TRANSLATION).reviews["genetic"]
    assert reviewed.review is not None
    assert reviewed.review.kind == "clinician"
    assert _load(copy).reviews["genetic"].is_draft


SHIPPED = settings.content_folder()
CARDS = {
    "start-here": [],
    "genetic": ["muscular dystrophy", "spinal muscular atrophy", "charcot-marie-tooth"],
    "autoimmune": ["myasthenia gravis"],
    "infections": ["polio", "lyme"],
    "injury": ["spinal cord injury", "cut or crushed nerve"],
    "metabolic": ["electrolyte", "mitochondrial"],
    "toxins": ["lead", "mercury", "chemotherapy", "hiv"],
    "later-life": ["als", "amyotrophic lateral sclerosis"],
    "what-to-do": [],
}
"""The cards of the article, with the conditions of it that each must name."""

BANNED = {
    "a diagnosis is for the care team": r"diagnos(e|es|ed|ing)|detect\w*|screens? for|you (may |might )?have",
    "nothing is ruled out here": r"nothing to worry about|nothing is wrong",
    "it frightens or shames": r"suffer\w*|victims?|wheelchair-bound|wear(s|ing)? out|addicts?",
    "use the plain word": r"clinicians?|acute|chronic|medications?|urinat\w+|stools?|bowels?|occur\w*"
    r"|(?<!benefits and )risks?",
    "use numbers": r"good chance|percent",
    "write it out": r"\w+n't|you're|we're|it's",
    "say call": r"should call",
    "not a neuromuscular condition": r"multiple sclerosis",
    "not seen in a source": r"\(verify\)|todo|tbd",
}


@pytest.fixture(scope="module")
def shipped() -> Content:
    return load_content(Folders(SHIPPED, settings.assets_folder()), "en", PLACEHOLDERS, TODAY)


def test_the_shipped_content_has_every_card_of_the_article(shipped: Content) -> None:
    assert [card.number for card in shipped.cards] == list(range(len(shipped.cards)))
    assert [card.id for card in shipped.cards if card.id in CARDS] == list(CARDS)


def test_the_shipped_content_names_every_condition_of_the_article(shipped: Content) -> None:
    conditions = {
        card.id: "\n".join(
            text for step in card.steps if step.kind == "more" for text in _texts(step)
        ).lower()
        for card in shipped.cards
    }
    missing = [
        (card, name)
        for card, names in CARDS.items()
        for name in names
        if not re.search(rf"\b{re.escape(name)}", conditions[card])
    ]
    assert missing == []


def test_the_shipped_content_says_nothing_that_is_banned(shipped: Content) -> None:
    texts = [text for part in (*shipped.cards, shipped.poster) for text in _texts(part)]
    assert len(texts) > 500
    assert [
        (why, found[0], text)
        for text in texts
        for why, words in BANNED.items()
        for found in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE)
    ] == []


def test_the_shipped_poster_stands_for_every_rule_of_the_self_check(shipped: Content) -> None:
    rules = {
        part.tier: {rule for group in part.groups for line in group.lines for rule in line.rules}
        for part in shipped.poster.lists
    }
    assert rules == {
        "now": {f"N{number}" for number in range(1, 8)},
        "soon": {f"P{number}" for number in range(1, 16)},
        "routine": {f"R{number}" for number in range(1, 5)},
    }


def test_every_shipped_source_is_used(shipped: Content) -> None:
    used = {source for card in shipped.cards for step in card.steps for source in step.sources}
    used |= {source for card in shipped.cards for source in card.teach_back.sources}
    groups = [group for part in shipped.poster.lists for group in part.groups]
    used |= {source for group in groups for line in group.lines for source in line.sources}
    assert shipped.sources.keys() - used == set()


def test_a_language_is_named_in_its_own_words_and_in_those_of_the_screen(folder: Folder) -> None:
    assert folder.read().spoken == {"vi": SpokenLanguage("Tiếng Việt", "Vietnamese")}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("languages.toml", 'vi = "Tiếng Việt"\nzh = "普通话"\n', "'zh' has no name in "),
        ("en/languages.toml", 'vi = "Vietnamese"\nzh = "Chinese"\n', "'zh' has no name in "),
        ("en/languages.toml", "vi = 1\n", "must be a name in quotation marks"),
        ("en/languages.toml", 'vi = " "\n', "must be a name in quotation marks"),
        ("languages.toml", "vi = \n", "not valid TOML"),
        ("languages.toml", None, "the file is missing"),
    ],
)
def test_a_language_without_one_of_its_names_is_told_with_its_line(
    folder: Folder, name: str, text: str | None, message: str
) -> None:
    if text is None:
        folder.content.joinpath(name).unlink()
    else:
        folder.content.joinpath(name).write_text(text, encoding="utf-8")
    (problem,) = folder.problems()
    assert problem.path == folder.content.joinpath(name)
    assert message in problem.message
