"""About: who publishes this, which versions, what has been reviewed."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.files import SELF_CHECK, WORDS
from kiosk.core.content.reviews import Review
from kiosk.ops.version import version
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.translations import Translations

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class AboutViewModel(QObject):  # type: ignore[operator]  # the stub of 6.12 says not callable
    """Versions and review status."""

    changed = Signal()

    def __init__(
        self, library: ContentLibrary, translations: Translations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._translations = translations
        library.changed.connect(self.changed)

    def _get_review_lines(self) -> list[str]:
        content = self._library.content
        if content is None:
            return []
        titles = {card.id: card.title for card in content.cards}
        titles[SELF_CHECK] = self._translations.sentence("about.self_check")
        titles[WORDS] = self._translations.sentence("about.words")
        drafts = [title for key, title in titles.items() if content.reviews[key].is_draft]
        signed = {title: content.reviews[key].review for key, title in titles.items()}
        lines = [self._review_line(title, review) for title, review in signed.items() if review]
        if drafts:
            lines.append(self._translations.sentence("about.draft", titles=", ".join(drafts)))
        return lines

    def _review_line(self, title: str, review: Review) -> str:
        return self._translations.sentence(
            "about.reviewed",
            title=title,
            reviewer=f"{review.reviewer}, {review.role}",
            date=review.date.isoformat(),
            next_review=review.next_review.isoformat(),
        )

    def _get_program_version(self) -> str:
        # A line may end after the +: as one word it is wider than a column of the largest text.
        return version().replace("+", "+\u200b")

    def _get_content_version(self) -> str:
        return self._library.content.version if self._library.content else ""

    reviewLines = Property(QStringList, _get_review_lines, notify=changed)  # noqa: N815
    programVersion = Property(str, _get_program_version, constant=True)  # noqa: N815
    contentVersion = Property(str, _get_content_version, notify=changed)  # noqa: N815
