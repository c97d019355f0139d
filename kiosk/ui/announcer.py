"""Tells a screen reader what came up on the glass, from one place and in the words that stand there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

from kiosk.core.announcements import Announcement, OnScreen, announcements

Say = Callable[[Announcement], None]


class Announcer(QObject):
    """Reads the accessible tree of a window when a page has come up, and when the visit has changed.

    It reads nothing while no screen reader runs.
    """

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._heard = OnScreen()
        self.say: Say = self._say
        self.is_heard: Callable[[], bool] = QAccessible.isActive

    @Slot()
    def tell_page(self) -> None:
        """Say the title of a page that has come up, and what on it warns."""
        self._tell(is_new_page=True)

    @Slot()
    def tell_warnings(self) -> None:
        """Say what warns on the page on the glass, and what is new on it, once it shows what is known now."""
        QTimer.singleShot(0, self, lambda: self._tell(is_new_page=False))

    def _tell(self, *, is_new_page: bool) -> None:
        if self.is_heard():
            before, now = self._heard, on_screen(self._window)
            # A page that is not drawn yet has not been announced.
            is_whole = is_new_page or now.titles == before.titles
            self._heard = now if is_whole else replace(before, alerts=now.alerts)
            for announcement in announcements(before, now, is_new_page=is_new_page):
                self.say(announcement)

    def _say(self, announcement: Announcement) -> None:
        event = QAccessibleAnnouncementEvent(self._window, announcement.text)
        if announcement.is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def on_screen(window: QQuickWindow) -> OnScreen:
    """Return what the accessible tree of a window says of the page on the glass."""
    titles, progress, alerts, news = [], [], [], []
    for node in _nodes(QAccessible.queryAccessibleInterface(window)):
        role, name = node.role(), node.text(QAccessible.Text.Name)
        if role in {QAccessible.Role.AlertMessage, QAccessible.Role.Dialog} and name:
            alerts.append(" ".join(filter(None, (name, node.text(QAccessible.Text.Description)))))
        elif role == QAccessible.Role.Heading:
            titles.append(name)
        elif role == QAccessible.Role.ProgressBar:
            progress.append(name)
        elif role == QAccessible.Role.Notification and name:
            news.append(name)
    return OnScreen(tuple(titles), next(iter(progress), ""), tuple(alerts), tuple(news))


def _nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(root.childCount()):
        node = root.child(index)
        if node is not None and not node.state().invisible:
            yield node
            yield from _nodes(node)
