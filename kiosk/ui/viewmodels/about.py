"""About: who publishes this, which versions, what has been reviewed."""

import dataclasses

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.files import SELF_CHECK, WORDS
from kiosk.core.content.cards import Content
from kiosk.core.content.reviews import Review
from kiosk.core.unbroken import unbroken
from kiosk.core.visit import Screen, Visit
from kiosk.ops.version import version
from kiosk.store.settings.keys import SettingsFile
from kiosk.store.settings.settings import Settings
from kiosk.ui.content_library import ContentLibrary
from kiosk.ui.pyside.qt_types import QStringList
from kiosk.ui.pyside.snapshot import announce_changes
from kiosk.ui.translations import Sentence, Translations
from kiosk.ui.visit_holder import VisitHolder

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclasses.dataclass(frozen=True, slots=True)
class AboutSnapshot:
    """What About shows.

    blocks: what the kiosk is for, who publishes it, which versions, and last a sentence for each text that
    was reviewed and one for all that were not.
    """

    blocks: tuple[str, ...] = ()


def derive_about(
    visit: Visit, content: Content | None, settings: SettingsFile, sentence: Sentence
) -> AboutSnapshot:
    """Return what About says, nothing while another screen is shown."""
    if visit.screen is not Screen.ABOUT:
        return AboutSnapshot()
    return AboutSnapshot(
        (
            sentence("about.purpose"),
            sentence("about.publisher", clinic=settings.clinic.name),
            sentence("about.not_a_diagnosis", emergency_number=unbroken(settings.emergency_number)),
            sentence("about.memory"),
            sentence(
                "about.versions", program=_breakable(version()), content=content.version if content else ""
            ),
            *(_review_lines(content, sentence) if content else ()),
        )
    )


def _breakable(name: str) -> str:
    """Let a line end after the +: as one word it is wider than a column of the largest text."""
    return name.replace("+", "+\u200b")


def _review_lines(content: Content, sentence: Sentence) -> list[str]:
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
    return lines


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

    blocksChanged = Signal()

    def __init__(
        self,
        visit_holder: VisitHolder,
        library: ContentLibrary,
        settings: Settings,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visit_holder = visit_holder
        self._library = library
        self._settings = settings.file
        self._translations = translations
        self._shown = AboutSnapshot()
        visit_holder.changed.connect(self._refresh)
        library.changed.connect(self._refresh)

    def _refresh(self) -> None:
        before = self._shown
        self._shown = derive_about(
            self._visit_holder.visit, self._library.content, self._settings, self._translations.sentence
        )
        announce_changes(self, before, self._shown)

    @Property(QStringList, notify=blocksChanged)
    def blocks(self) -> list[str]:
        return list(self._shown.blocks)
