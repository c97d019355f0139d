"""`kiosk content sign`: shows a text, asks who read it, and writes down the declaration."""

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.store.settings.settings import assets_folder, content_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.core.content.reviews import Kind

DECLARATION = "I have read all of this"
READ_AGAIN = datetime.timedelta(days=365)


def add_sign_command(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", today: "Callable[[], datetime.date]"
) -> None:
    """Add the command to those of `kiosk content`; today: the day on which somebody signs."""
    sign = actions.add_parser("sign", help="declare that a clinician has read a text")
    sign.add_argument("text", metavar="ID", help='id of a card, "self-check" or "words"')
    sign.add_argument("folder", type=Path, nargs="?", default=content_folder(), metavar="DIR")
    sign.add_argument("--own", type=Path, metavar="DIR", help="a clinic's own texts, laid over them")
    sign.add_argument("--language", default="en", help="language of the text (en)")
    sign.add_argument("--translator", action="store_true", help="sign as who compared it with the English")
    sign.set_defaults(command=_sign, today=today)


def _sign(arguments: argparse.Namespace) -> int:
    # Texts are read only here: no other command of this program pays for it.
    from kiosk.content.files import read_language  # noqa: PLC0415
    from kiosk.content.folders import Folders  # noqa: PLC0415
    from kiosk.content.sign import professions, texts_to_sign, write_review  # noqa: PLC0415
    from kiosk.content.style import STYLE_FILE, read_style  # noqa: PLC0415
    from kiosk.core.content.reviews import Review  # noqa: PLC0415
    from kiosk.store.administrator import is_administrator  # noqa: PLC0415

    if not is_administrator():
        raise KioskError("Only an administrator can write a signature: start this as one.")
    folders = Folders(arguments.folder, assets_folder(), arguments.own)
    if arguments.language not in folders.languages():
        raise KioskError(f"There are no texts in {arguments.language!r} in {arguments.folder}.")
    reading = read_language(folders, arguments.language)
    style, problems = read_style(reading.file(STYLE_FILE))
    kind: Kind = "translator" if arguments.translator else "clinician"
    if style is None or not professions(style, kind):
        told = str(problems[0]) if problems else f"{STYLE_FILE} names no profession of a {kind}"
        raise KioskError(f"Nothing was signed: {told}.")
    print(*texts_to_sign(reading, arguments.text), sep="\n")
    role = _chosen(professions(style, kind))
    name = input("Name, as visitors will read it: ").strip()
    if not name:
        raise KioskError("Nothing was signed: a signature needs a name.")
    today = arguments.today()
    digest = reading.content_digest(arguments.text)
    review = Review(name, role, today, today + READ_AGAIN, digest, kind)
    if input(f'This is a declaration. If it is true, type "{DECLARATION}": ').strip() != DECLARATION:
        raise KioskError("Nothing was signed.")
    try:
        write_review(reading, arguments.text, review)
    except OSError as error:
        raise KioskError(f"The signature could not be written ({error.strerror}).") from None
    print(
        f"Signed by {review.reviewer}, {review.role}, to be read again by {review.next_review.isoformat()}."
    )
    return 0


def _chosen(names: "Sequence[str]") -> str:
    """Ask for one of these by its number; KioskError for any other answer."""
    print("Who has read it? Only these professions sign:")
    print(*(f"{number:3} {name}" for number, name in enumerate(names, start=1)), sep="\n")
    typed = input("Number: ").strip()
    if not typed.isdecimal() or int(typed) not in range(1, len(names) + 1):
        raise KioskError("Nothing was signed: type the number of a profession.")
    return names[int(typed) - 1]
