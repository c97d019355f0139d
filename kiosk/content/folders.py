"""Which file of the content counts: the shipped one, or the one a clinic laid over it; pictures too."""

import contextlib
import dataclasses
import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.content.pictures import picture_complaint
from kiosk.core.content.pathway import PATHWAY
from kiosk.store.passed_over import is_passed_over, names_in
from kiosk.store.refusal import why_refused
from kiosk.store.settings.keys import LANGUAGES_FILE
from kiosk.store.settings.settings import Settings, assets_folder
from kiosk.store.settings.toml_files import FileProblem

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.core.content.cards import Card

SOURCES_FILE: Final = "sources.toml"
EMERGENCY_FILE: Final = "emergency.toml"
REVIEWS_FILE: Final = "reviews.toml"
WORDS_FILE: Final = "interface.ts"
SPELLING_FILE: Final = "spelling.txt"
"""Words of a language that its dictionary lacks, one a line."""
CARD_DEPTH: Final = 3
"""A card is <language>/cards/<file>."""
PICTURE_FOLDERS: Final = ("pictures", "thumbnails")
"""As under assets/."""
PICTURE_DEPTH: Final = 2
"""A picture is <folder>/<file>."""
_MOST_FILES: Final = 5000
"""Files of a clinic's own before it is the wrong folder. Chosen; not measured."""
_MOST_TOLD: Final = 20
"""Chosen; not measured."""


def folders_of(settings: Settings) -> "Folders":
    """Return where the texts and pictures of a kiosk with these settings lie."""
    return Folders(settings.content, assets_folder(), settings.clinic_content)


@dataclasses.dataclass(frozen=True)
class Folders:
    """Where texts and the pictures they speak of lie.

    own: the clinic's texts and pictures, laid over the shipped ones file by file; None for none. Interface
    words are compiled into the program, so the shipped ones count.
    """

    content: Path
    assets: Path
    own: Path | None = None

    def of(self, language: str) -> Path:
        """Return the folder of one language as shipped."""
        return self.content / language

    def file(self, *names: str) -> Path:
        """Return a file of the content: the clinic's own if there is one, else the shipped one."""
        if self.own is not None and stands(self.own.joinpath(*names)):
            return self.own.joinpath(*names)
        return self.content.joinpath(*names)

    def cards(self, language: str) -> list[Path]:
        """Return the files of a language's cards, in the order of their names."""
        folders = (self.content, self.own) if self.own is not None else (self.content,)
        names = {name for folder in folders for name in _names(folder / language / "cards", ".toml")}
        return [self.file(language, "cards", name) for name in sorted(names)]

    def picture(self, name: str) -> Path:
        """Return the file of a picture of a card, such as "pictures/genetic-healthy.svg".

        One of the clinic's own counts if it may be shown; the pathway is always the shipped one, as the
        signal that runs along it is drawn by the program.
        """
        own = None if self.own is None or name in PATHWAY else self.own / name
        return own if own is not None and stands(own) and not picture_complaint(own) else self.assets / name

    def refused_pictures(self) -> list[FileProblem]:
        """Return the clinic's own pictures that may not be shown, with why and what to do."""
        complaints = {path: picture_complaint(path) for path in self._own_pictures()}
        return [FileProblem(path, 0, complaint) for path, complaint in complaints.items() if complaint]

    def unused_pictures(self, shown: "Collection[str]") -> list[FileProblem]:
        """Return the clinic's own pictures that are not among those that cards show, by name."""
        message = "no card shows a picture of this name: begin it with the id of a card, see the handbook"
        names = {path: path.parent.name + "/" + path.name for path in self._own_pictures()}
        return [
            FileProblem(path, 0, message)
            for path, name in names.items()
            if name in PATHWAY or name not in shown
        ]

    def _own_pictures(self) -> list[Path]:
        folders = () if self.own is None else (self.own / name for name in PICTURE_FOLDERS)
        return [folder / name for folder in folders for name in _names(folder, ".svg")]

    def own_files(self) -> tuple[list[Path], list[FileProblem]]:
        """Return the clinic's own files, as deep as any is read from, and what cannot be read.

        Hidden and temporary files of editors and systems are passed over, and so is what is too much.
        """
        own = self.own
        if own is None:
            return [], []
        found: list[Path] = []
        problems: list[FileProblem] = []

        def refused(error: OSError) -> None:
            path = Path(error.filename)
            problems.append(FileProblem(path, 0, f"it cannot be read: {why_refused(path, error)}"))

        for root, folders, names in os.walk(own, onerror=refused):
            depth = len(Path(root).parts) - len(own.parts)
            folders[:] = sorted(each for each in folders if depth < CARD_DEPTH and not is_passed_over(each))
            found += [Path(root, name) for name in sorted(names) if not is_passed_over(name)]
            if len(found) > _MOST_FILES:
                break
        for path in found:
            if not os.access(path, os.R_OK):
                refused(PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)))
        return found, problems

    def unread(self, language: str) -> list[FileProblem]:
        """Return what of the clinic's own texts in a language cannot be read, a problem each."""
        if self.own is None:
            return []
        folder = self.own / language
        return [each for each in self.own_files()[1] if folder in (each.path, *each.path.parents)]

    def unrecognized_files(self) -> list[FileProblem]:
        """Return the clinic's own files that are laid over nothing: a wrong name hides a text.

        So does what cannot be read. Of many the first are told.
        """
        if self.own is None:
            return []
        files, problems = self.own_files()
        message = "nothing reads a file of this name: see how the shipped ones are called"
        strays = (path for path in files if not self._is_read(path.relative_to(self.own)))
        return [*problems, *(FileProblem(path, 0, message) for path in strays)][:_MOST_TOLD]

    def _is_read(self, name: Path) -> bool:
        if name.parts[0] in PICTURE_FOLDERS:
            return len(name.parts) == PICTURE_DEPTH and name.suffix == ".svg"
        if name.parts[0] not in {*self.languages(), SOURCES_FILE, LANGUAGES_FILE} or name.name == WORDS_FILE:
            return False
        is_card = name.parts[1:2] == ("cards",) and len(name.parts) == CARD_DEPTH and name.suffix == ".toml"
        return is_card or name.name == REVIEWS_FILE or (self.content / name).is_file()

    def words(self, language: str) -> Path:
        """Return the Qt Linguist file with a language's interface words."""
        return self.of(language) / WORDS_FILE

    def card(self, language: str, card: "Card") -> Path:
        """Return the file of a card, or where to write it: the clinic's folder if it is shipped nowhere."""
        name = f"{card.number}-{card.id}.toml"
        is_shipped = any((self.of(each) / "cards" / name).is_file() for each in self.languages())
        if self.own is not None and not is_shipped:
            return self.own / language / "cards" / name
        return self.file(language, "cards", name)

    def languages(self) -> list[str]:
        """Return the languages there are texts in."""
        there = self.content.iterdir() if self.content.is_dir() else ()
        return sorted(path.name for path in there if path.is_dir())


def stands(path: Path) -> bool:
    """Whether a file stands there; one that cannot be looked at does, so that reading it says why not."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _names(folder: Path, ending: str) -> list[str]:
    """Return the names with an ending; none of a folder that cannot be read, which own_files() tells."""
    with contextlib.suppress(OSError):
        return [name for name in names_in(folder) if name.endswith(ending)]
    return []
