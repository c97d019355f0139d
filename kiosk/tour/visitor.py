"""A visitor who works the screen through the accessible tree, by role and name, as a screen reader does."""

import dataclasses
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

from kiosk.core.errors import KioskError
from kiosk.tour.patience import draw, wait_until


@dataclasses.dataclass(frozen=True, slots=True)
class Spoken:
    """One thing on the screen as a screen reader announces it."""

    role: QAccessible.Role
    name: str


class Visitor:
    """Reads the window and presses what it names; waits for what a touch starts."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window

    def reads(self) -> list[Spoken]:
        """Everything on the screen, in reading order."""
        return [Spoken(node.role(), node.text(QAccessible.Text.Name)) for node in self._nodes()]

    def sees(self, name: str, role: QAccessible.Role | None = None) -> bool:
        """Say whether something on the screen has this name, and role if given."""
        return any(spoken.name == name and role in {None, spoken.role} for spoken in self.reads())

    def press(self, name: str, role: QAccessible.Role = QAccessible.Role.Button) -> None:
        """Press the button with this name.

        Raises KioskError when no such button comes up or it cannot be pressed.
        """
        self.waits_for(name, role)
        for node in self._nodes():
            if node.role() == role and node.text(QAccessible.Text.Name) == name:
                actions = node.actionInterface()
                if actions is None or node.state().disabled:
                    raise KioskError(f"The button {name!r} cannot be pressed.")
                actions.doAction("Press")
                QCoreApplication.processEvents()
                # Outside exec() Qt keeps the screens that were left; a patient's touch is inside it.
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                draw(self._window)
                return

    def chooses(self, name: str) -> None:
        """Press the check box or radio button with this name; errors as for press."""
        is_one_of = self.sees(name, QAccessible.Role.RadioButton)
        self.press(name, QAccessible.Role.RadioButton if is_one_of else QAccessible.Role.CheckBox)

    def offers(self, name: str) -> bool:
        """Whether a check box or radio button with this name is on the screen."""
        return self.sees(name, QAccessible.Role.CheckBox) or self.sees(name, QAccessible.Role.RadioButton)

    def is_chosen(self, name: str) -> bool:
        """Whether the check box or radio button with this name is announced as checked."""
        return any(
            node.text(QAccessible.Text.Name) == name and bool(node.state().checked) for node in self._nodes()
        )

    def waits_for(self, name: str, role: QAccessible.Role | None = None) -> None:
        """Wait until something with this name is on the screen.

        Raises KioskError naming what is there instead.
        """
        if not wait_until(lambda: self.sees(name, role)):
            there = ", ".join(repr(spoken.name) for spoken in self.reads())
            raise KioskError(f"{name!r} did not come up. On the screen: {there}")

    def _nodes(self) -> Iterator[QAccessibleInterface]:
        root = QAccessible.queryAccessibleInterface(self._window)
        stack = [root]
        while stack:
            node = stack.pop()
            if node is not root and node.state().invisible:
                continue
            yield node
            children = [node.child(index) for index in range(node.childCount())]
            stack += [child for child in reversed(children) if child is not None]
