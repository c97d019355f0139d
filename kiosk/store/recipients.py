"""Who can open what this kiosk seals: the public keys in recipients.txt."""

import dataclasses
import re
import unicodedata
from pathlib import Path
from typing import Final

from pyrage import RecipientError, x25519

from kiosk.core.errors import SealError
from kiosk.core.staff_words import tr
from kiosk.store.administrator import who_else_writes
from kiosk.store.reading import read_file
from kiosk.store.refusal import why_refused
from kiosk.store.text_files import NotText, text_of

DEMONSTRATION_LINE: Final = "# demonstration: nobody will call"
_KEY: Final = re.compile(r"\bage1[02-9ac-hj-np-z]{58}\b")


@dataclasses.dataclass(frozen=True, slots=True)
class Recipients:
    """Public keys, at least one, each a text that begins with "age1".

    names: what the comment above each key calls it, "" without one; nothing proves that it is so.
    """

    keys: tuple[str, ...]
    is_demonstration: bool
    names: tuple[str, ...] = ()


def load_recipients(path: Path, *, demonstration_allowed: bool) -> Recipients:
    """Read recipients.txt from a path, as parse_recipients does.

    Raises SealError naming the file, the line and what to do, unless every line can be used.
    """
    return parse_recipients(_read(path), str(path), demonstration_allowed=demonstration_allowed)


def recipients_text(path: Path) -> str:
    """Return the text of recipients.txt, whatever its lines say. Raises SealError."""
    return _text_of(_read(path), str(path))


def parse_recipients(data: bytes, file: str, *, demonstration_allowed: bool) -> Recipients:
    """Read one age1 key per line; comments begin with "#", and name the key below; empty lines are allowed.

    So is text around a key, in a line with no other one. A file whose first line that is not blank is
    DEMONSTRATION_LINE holds the keys of a demonstration. file: what to call it.
    Raises SealError as load_recipients does.
    """
    lines = _text_of(data, file).splitlines()
    keys, names, name = [], [], ""
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            name = name_in(text) or name
            continue
        key = key_in(text)
        if not key:
            raise SealError(
                tr(
                    "{file}, line {number}, is not a public key that begins with age1: correct the line or "
                    "copy the clinic's recipients.txt there again.",
                    file=file,
                    number=number,
                )
            )
        keys.append(key)
        names.append(name)
        name = ""
    if not keys:
        raise SealError(
            tr(
                "{file} has no public key on any of its {count} lines: add one with kiosk-desk key new.",
                file=file,
                count=len(lines),
            )
        )
    first = next((number for number, line in enumerate(lines, start=1) if line.strip()), 0)
    is_demonstration = lines[first - 1].strip() == DEMONSTRATION_LINE
    if is_demonstration and not demonstration_allowed:
        raise SealError(
            tr(
                "{file}, line {first}, says its keys are for the demonstration: copy the clinic's own "
                "recipients.txt there, or nobody will call.",
                file=file,
                first=first,
            )
        )
    return Recipients(tuple(keys), is_demonstration, tuple(names))


def name_in(line: str) -> str:
    """Return whom a line of recipients.txt names, "" for no comment."""
    text = line.strip()
    return unicodedata.normalize("NFC", text[1:].strip()) if text.startswith("#") else ""


def refuse_if_written_by_others(path: Path) -> None:
    """Raise SealError when a visitor's program, or anybody but the administrator, could change the file.

    What is missing or cannot be looked at is for load_recipients to say.
    """
    try:
        reason = who_else_writes(path)
    except OSError:
        return
    if reason:
        raise SealError(
            f"{reason}, so the keys in it may be anybody's: compare the check code with the desk, then run "
            f"chown root {path} and chmod 644 {path}; its folder must be the administrator's too."
        )


def key_in(line: str) -> str:
    """Return the one public key in a line, "" when there is none, or more that looks like one."""
    found = _KEY.findall(line)
    if len(found) != 1 or line.lower().count("age1") != 1:
        return ""
    try:
        x25519.Recipient.from_str(found[0])
    except RecipientError:
        return ""
    return str(found[0])


def _read(path: Path) -> bytes:
    try:
        return read_file(path, follows_links=True)
    except FileNotFoundError:
        raise SealError(tr("{path} is missing: copy the clinic's recipients.txt there.", path=path)) from None
    except OSError as error:
        raise SealError(
            tr(
                "{path} cannot be read ({reason}): check the file and its permissions.",
                path=path,
                reason=why_refused(path, error),
            )
        ) from None


def _text_of(data: bytes, file: str) -> str:
    try:
        return text_of(data)
    except NotText as reason:
        raise SealError(
            tr("{file} {reason}, or copy the clinic's recipients.txt there again.", file=file, reason=reason)
        ) from None
