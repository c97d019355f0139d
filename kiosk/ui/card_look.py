"""How a card looks: its colours and pictures, as its content says, in the form QML takes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from kiosk.store.settings.settings import assets_folder

if TYPE_CHECKING:
    from kiosk.core.content.cards import Card, Content


def accents(card: "Card") -> tuple[str, str, str]:
    """Return a card's accent as Theme.pick takes it: standard, dark, high contrast."""
    accent = card.colours.accent
    return accent.standard, accent.dark, accent.high_contrast


def thumbnail(content: "Content | None", card_id: str) -> str:
    """Return the address of the small picture of a card; see picture."""
    return picture(content, f"thumbnails/{card_id}.svg")


def picture(content: "Content | None", name: str) -> str:
    """Return the address of a picture, such as "pictures/today.svg"; "" for one that cannot be shown.

    Before the content is read, the shipped one.
    """
    path = str(assets_folder() / name) if content is None else content.pictures.get(name, "")
    return QUrl.fromLocalFile(path).toString() if path else ""
