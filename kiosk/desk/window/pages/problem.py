"""The page of a desk that cannot be opened: what is wrong, and what can be done about it."""

from PySide6.QtCore import Signal

from kiosk.core.staff_words import tr
from kiosk.desk.window.widgets import Page, button, label, row


class ProblemPage(Page):
    """Emits what was chosen; changes nothing."""

    againWanted = Signal()  # noqa: N815  # signals read like Qt's own
    folderWanted = Signal()  # noqa: N815  # as above
    left = Signal()

    def __init__(self, problem: str) -> None:
        super().__init__(tr("This desk cannot be opened"))
        self.problem = label(problem, is_bold=True)
        again = button(tr("&Try again"), self.againWanted.emit, is_default=True)
        again.setAccessibleDescription(problem)
        self.add(
            self.problem,
            label(tr("Nothing was changed. Show this page to IT when you do not know what to do.")),
            row(
                again,
                button(tr("Choose another &folder..."), self.folderWanted.emit),
                button(tr("&Close"), self.left.emit),
            ),
        )
        self.column.addStretch()
        self.first = again
