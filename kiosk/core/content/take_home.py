"""What a visitor may take home: a note in a contact, in a code a phone reads off the glass."""

import dataclasses
import re
from collections.abc import Collection, Iterable
from typing import Final

from kiosk.core.callback.phone import check_phone
from kiosk.core.content.wording import wording_problems
from kiosk.core.validation import Problem

MAX_NOTE_CHARACTERS: Final = 520
"""Without the {names}. More would need finer squares than a phone reads at arm's length off a small glass."""
NEEDED: Final = ("{emergency_number}", "{phone}")
"""Every note names whom to call, as there is no front desk at home."""
_NAMES: Final = re.compile(r"\{[^{}]*\}")
_ESCAPED: Final = str.maketrans({"\\": r"\\", ",": r"\,", ";": r"\;"})


def note_problems(note: tuple[str, ...]) -> list[Problem]:
    """Everything wrong with a card's note to take home, paragraph by paragraph, {names} not filled in yet."""
    place = ("take_home",)
    problems = [problem for text in note for problem in wording_problems(text, place)]
    long = len(_NAMES.sub("", "\n".join(note)))
    if long > MAX_NOTE_CHARACTERS:
        problems.append(
            Problem(place, f"{long} characters; a note to take home has at most {MAX_NOTE_CHARACTERS}")
        )
    return problems + [
        Problem(place, f"a note to take home says {name}: there is no front desk at home")
        for name in NEEDED
        if name not in "\n".join(note)
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """What the code for a phone says.

    paragraphs: all of it; questions: those among them; left_out: the questions that there is no room for.
    """

    paragraphs: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def needed(note: Iterable[str], numbers: Collection[str]) -> tuple[str, ...]:
    """Return the paragraphs of a note that name a number to call."""
    return tuple(text for text in note if any(number in text for number in numbers))


def with_questions(
    note: tuple[str, ...], questions: Iterable[str], title: str, numbers: Collection[str]
) -> Note:
    """Return a note and below it, under a title, each question that there is room for, never a part of one.

    numbers: the emergency number and the clinic's, as they stand in the note. The paragraphs that name one
    stay; the others make room for questions, those that stand first in the note before those that follow.
    """
    urgent, asked = needed(note, numbers), tuple(dict.fromkeys(questions))
    taken: tuple[str, ...] = ()
    for question in asked:
        if _has_room((*urgent, title, *taken, question), numbers):
            taken = (*taken, question)
    if not taken:
        return Note(note, left_out=asked)
    kept = urgent
    for text in reversed(note):
        more = tuple(each for each in note if each == text or each in kept)
        if _has_room((*more, title, *taken), numbers):
            kept = more
    left_out = tuple(question for question in asked if question not in taken)
    return Note((*kept, title, *taken), taken, left_out)


def _has_room(paragraphs: tuple[str, ...], numbers: Collection[str]) -> bool:
    bare = "\n".join(paragraphs)
    for number in numbers:
        bare = bare.replace(number, "")
    return len(bare) <= MAX_NOTE_CHARACTERS


def contact(name: str, phone: str, country: str, note: str) -> str:
    """Return a clinic as a vCard 3.0 (RFC 2426): phones offer to add it, where a bare text is searched for.

    phone: as written, in international form in the card if it can be read; country: two letters, ISO 3166.
    Lines are not folded: RFC 2425 only recommends it, and it would make the code finer.
    """
    number = check_phone(phone, country).e164 or phone
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{escaped(name)};;;;",
        f"FN:{escaped(name)}",
        f"ORG:{escaped(name)}",
        f"TEL;TYPE=WORK:{escaped(number)}",
        f"NOTE:{escaped(note)}",
        "END:VCARD",
    )
    return "".join(f"{line}\r\n" for line in lines)


def escaped(text: str) -> str:
    r"""Return a text as a value of a vCard: a backslash before \ , and ; and each line break as \n."""
    return r"\n".join(line.translate(_ESCAPED) for line in text.splitlines())
