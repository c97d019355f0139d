"""Choosing a passphrase: offered words, the rule, and no second copy of a typing mistake."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.errors import KeyFileError
from kiosk.desk.access.passphrase import (
    Dialogue,
    check_passphrase,
    choose_passphrase,
    read_passphrase_file,
    readings,
)

WORDS = "congress raft planner storewide distance camping"
OWN = "my own long passphrase"


@dataclasses.dataclass
class Person:
    """Types prepared answers and remembers what was shown."""

    visible: list[str]
    secret: list[str]
    shown: list[str] = dataclasses.field(default_factory=list)

    @property
    def dialogue(self) -> Dialogue:
        """Return the dialogue with this person."""
        return Dialogue(
            show=self.shown.append,
            ask=lambda _question: self.visible.pop(0),
            ask_secretly=lambda _question: self.secret.pop(0),
            generate_words=lambda: WORDS,
        )


@pytest.mark.parametrize("answer", ["", "y", "Y", " yes "])
def test_enter_accepts_the_six_words(answer: str) -> None:
    person = Person([answer], [WORDS])
    assert choose_passphrase(person.dialogue) == WORDS
    assert any(WORDS in line for line in person.shown)


def test_a_typing_mistake_may_be_corrected() -> None:
    person = Person([""], ["congress raft", "oops", WORDS])
    assert choose_passphrase(person.dialogue) == WORDS


@pytest.mark.parametrize("typed", [WORDS.upper(), f"  {WORDS.replace(' ', '   ')} ", WORDS.title()])
def test_the_six_words_are_typed_back_in_any_case_and_spacing(typed: str) -> None:
    assert choose_passphrase(Person([""], [typed]).dialogue) == WORDS


def test_ones_own_passphrase_has_to_be_the_same_letter_for_letter() -> None:
    with pytest.raises(KeyFileError, match="not typed the same again"):
        choose_passphrase(Person(["n"], [OWN, *[OWN.upper()] * 3]).dialogue)


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        (WORDS, (WORDS,)),
        (WORDS.title(), (WORDS, WORDS.title())),
        (OWN, (OWN,)),
        (f"{OWN} ", (f"{OWN} ", OWN)),
        ("a\u00f1o", ("a\u00f1o", "an\u0303o")),
        ("an\u0303o", ("an\u0303o", "a\u00f1o")),
        (f"My  {OWN}", (f"My  {OWN}", f"My {OWN}")),
        (
            "Se\u00f1or  One a b c d",
            (
                "se\u00f1or one a b c d",
                "Se\u00f1or  One a b c d",
                "Se\u00f1or One a b c d",
                "Sen\u0303or  One a b c d",
                "Sen\u0303or One a b c d",
            ),
        ),
        ("", ("",)),
    ],
)
def test_no_passphrase_is_tried_twice_and_what_was_typed_always(typed: str, tried: tuple[str, ...]) -> None:
    assert readings(typed) == tried


def test_words_that_were_not_written_down_make_no_key() -> None:
    with pytest.raises(KeyFileError, match="not typed the same again, so no key was made"):
        choose_passphrase(Person([""], ["a", "b", "c"]).dialogue)


def test_an_own_passphrase_is_typed_twice() -> None:
    assert choose_passphrase(Person(["n"], [OWN, OWN]).dialogue) == OWN


def test_an_own_passphrase_is_never_shown() -> None:
    person = Person(["n"], [OWN, "wrong", OWN])
    choose_passphrase(person.dialogue)
    assert OWN not in "".join(person.shown)


@pytest.mark.parametrize("short", ["", "fifteen letters", " " * 30, "  short but padded  "[:16]])
def test_a_short_passphrase_is_refused_in_one_sentence(short: str) -> None:
    with pytest.raises(KeyFileError, match="too short: use at least 16 characters") as caught:
        choose_passphrase(Person(["n"], [short]).dialogue)
    assert not short.strip() or short not in str(caught.value)


@pytest.mark.parametrize("long", ["sixteen letters!", "acid bald calm dear easy"])
def test_sixteen_characters_or_five_listed_words_are_enough(long: str) -> None:
    check_passphrase(long)


def test_the_first_line_of_a_file_is_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "passphrase.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + WORDS.encode() + b"\r\na note\r\n")
    assert read_passphrase_file(path) == WORDS


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (lambda _path: None, "cannot be read"),
        (lambda path: path.write_bytes(b"secret \xff"), "is not UTF-8 text"),
        (lambda path: path.write_text("secret", encoding="utf-16"), "is UTF-16 text"),
        (lambda path: path.write_bytes(b""), "has nothing in it: write the passphrase"),
        (lambda path: path.write_bytes(b" \n\r\n"), "has nothing in it: write the passphrase"),
    ],
)
def test_a_useless_passphrase_file_is_one_sentence(
    tmp_path: Path, prepare: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "passphrase.txt"
    prepare(path)
    with pytest.raises(KeyFileError, match=sentence) as caught:
        read_passphrase_file(path)
    assert "secret" not in str(caught.value)
