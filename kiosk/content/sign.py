"""The declaration under a text, `kiosk content sign`: who read it, as what, on which day."""

import json
from collections.abc import Iterator

from kiosk.content.files import LanguageFiles
from kiosk.content.folders import REVIEWS_FILE
from kiosk.content.style import Style
from kiosk.content.texts import text_files
from kiosk.core.content.reviews import Kind, Review
from kiosk.core.errors import ContentError, KioskError
from kiosk.store.durable import PUBLIC_FILE, make_folders, write_durably


def texts_to_sign(reading: LanguageFiles, key: str) -> Iterator[str]:
    """Yield all that is signed with a text, line by line: words, picture claims, rules and sources.

    Raises ContentError when something in the language is wrong: only what is whole can be signed.
    """
    problems = [*reading.problems, *reading.left_out]
    if problems:
        raise ContentError("\n".join(str(problem) for problem in sorted(problems)))
    if key not in reading.tables:
        raise KioskError(f"There is no text {key!r}; there are {', '.join(reading.tables)}.")
    for file in text_files(reading):
        if file.key == key:
            yield f"== {file.name}"
            yield from (text for _, text in file.texts())
    signed = reading.signed_data(key)
    yield from (f"Picture {name}: {claim}" for name, claim in signed.get("pictures", {}).items())
    for rule in signed.get("rules", ()):
        needs = " and ".join(f"({' or '.join(group)})" for group in rule["needs"])
        yield f"Rule {rule['id']} {rule['tier']}: {needs}. {rule['reason']}"
    for name, source in signed.get("sources", {}).items():
        yield f"Source {name}: {source['title']}. {source['publisher']}. {source['where']}. {source['seen']}."


def professions(style: Style, kind: Kind) -> tuple[str, ...]:
    """Return what a signer may be, as visitors read it."""
    return style.professions if kind == "clinician" else style.translators


def write_review(reading: LanguageFiles, key: str, review: Review) -> None:
    """Put a signature in the place of the same person's kind under this text, and keep all others.

    Raises OSError when the file cannot be written; then nothing has changed.
    """
    signatures = dict(reading.signatures)
    others = tuple(other for other in signatures.get(key, ()) if other.kind != review.kind)
    signatures[key] = (*others, review)
    entries = "\n".join(_entry(name, each) for name, reviews in signatures.items() for each in reviews)
    root = reading.folders.own or reading.folders.content
    folder = root / reading.language
    make_folders(folder)
    write_durably(folder, REVIEWS_FILE, entries.encode(), folder, mode=PUBLIC_FILE)


def _entry(key: str, review: Review) -> str:
    return (
        f"[[{key}]]\n"
        f"kind = {_text(review.kind)}\nreviewer = {_text(review.reviewer)}\nrole = {_text(review.role)}\n"
        f"date = {review.date.isoformat()}\nnext_review = {review.next_review.isoformat()}\n"
        f"hash = {_text(review.hash)}\n"
    )


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
