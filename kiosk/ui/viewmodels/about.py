"""About: who publishes this, which versions, what has been reviewed."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.files import SELF_CHECK, WORDS
from kiosk.core.content.cards import Content
from kiosk.core.content.reviews import Review
from kiosk.ops.version import version
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class AboutSnapshot:
    """What About shows.

    review_lines: a sentence for each text that was reviewed, and one for all that were not.
    """

    review_lines: tuple[str, ...] = ()
    content_version: str = ""


def derive_about(content: Content | None, sentence: Sentence) -> AboutSnapshot:
    """Return what About shows of a content, nothing before it is read."""
    if content is None:
        return AboutSnapshot()
    titles = {card.id: card.title for card in content.cards}
    titles |= {SELF_CHECK: sentence("about.self_check"), WORDS: sentence("about.words")}
    lines = [
        _review_line(title, review, sentence)
        for key, title in titles.items()
        if (review := content.reviews[key].review)
    ]
    drafts = [title for key, title in titles.items() if content.reviews[key].is_draft]
    if drafts:
        lines.append(sentence("about.draft", titles=", ".join(drafts)))
    return AboutSnapshot(tuple(lines), content.version)


def _review_line(title: str, review: Review, sentence: Sentence) -> str:
    return sentence(
        "about.reviewed",
        title=title,
        reviewer=f"{review.reviewer}, {review.role}",
        date=review.date.isoformat(),
        next_review=review.next_review.isoformat(),
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class AboutViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Versions and review status."""

    reviewLinesChanged = Signal()
    contentVersionChanged = Signal()

    def __init__(
        self, library: ContentLibrary, translations: Translations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._translations = translations
        self._shown = AboutSnapshot()
        library.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_about(self._library.content, self._translations.sentence)
        announce_changes(self, before, self._shown)

    @Property(QStringList, notify=reviewLinesChanged)
    def reviewLines(self) -> list[str]:
        return list(self._shown.review_lines)

    @Property(str, constant=True)
    def programVersion(self) -> str:
        # A line may end after the +: as one word it is wider than a column of the largest text.
        return version().replace("+", "+\u200b")

    @Property(str, notify=contentVersionChanged)
    def contentVersion(self) -> str:
        return self._shown.content_version
