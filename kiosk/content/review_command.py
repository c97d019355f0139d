"""`kiosk content review`: prints every text for the people who sign it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.errors import KioskError
from kiosk.store.settings.settings import assets_folder, content_folder

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable


def add_review_command(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", today: "Callable[[], datetime.date]"
) -> None:
    """Add the command to those of `kiosk content`; today: the day that stands on the print-out."""
    review = actions.add_parser("review", help="print every text for the people who sign it")
    review.add_argument("folder", type=Path, nargs="?", default=content_folder(), metavar="DIR")
    review.add_argument("--own", type=Path, metavar="DIR", help="a clinic's own texts, laid over them")
    review.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="the page to print (HTML); its annex is written beside it",
    )
    review.add_argument("--language", default="en", help="language to sign (en)")
    review.set_defaults(command=_print_for_review, today=today)


def _print_for_review(arguments: argparse.Namespace) -> int:
    # Texts are read only here: no other command of this program pays for it.
    from kiosk.content.files import read_language  # noqa: PLC0415
    from kiosk.content.folders import Folders  # noqa: PLC0415
    from kiosk.content.review_sheet import review_print_out  # noqa: PLC0415
    from kiosk.core.self_check.offer import SOURCE_LANGUAGE  # noqa: PLC0415
    from kiosk.store.durable import PUBLIC_FILE, make_folders, write_durably  # noqa: PLC0415

    folders = Folders(arguments.folder, assets_folder(), arguments.own)
    if arguments.language not in folders.languages():
        raise KioskError(f"There are no texts in {arguments.language!r} in {arguments.folder}.")
    source = read_language(folders, SOURCE_LANGUAGE)
    is_source = arguments.language == SOURCE_LANGUAGE
    reading = source if is_source else read_language(folders, arguments.language)
    print_out = review_print_out(reading, source, arguments.today())
    out: Path = arguments.out
    annex = out.with_stem(f"{out.stem}-annex")
    try:
        make_folders(out.parent)
        for path, page in ((annex, print_out.annex), (out, print_out.sheet)):
            write_durably(path.parent, path.name, page.encode(), path.parent, mode=PUBLIC_FILE)
    except OSError as error:
        raise KioskError(f"{out} could not be written ({error.strerror}): choose another place.") from None
    print(f"To read, print and sign: {out}")
    print(f"To look things up, with pictures, sources and buttons: {annex}")
    return 0
