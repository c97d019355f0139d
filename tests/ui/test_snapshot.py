import dataclasses

from PySide6.QtCore import QObject, Signal

from kiosk.ui.pyside.snapshot import announce_changes


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    title: str = ""
    step_title: str = ""
    blocks: tuple[str, ...] = ()


class ViewModel(QObject):
    titleChanged = Signal()  # noqa: N815  # QML's name
    stepTitleChanged = Signal()  # noqa: N815  # as above
    blocksChanged = Signal()  # noqa: N815  # as above


def test_only_what_changed_is_announced(qapp: QObject) -> None:
    view_model = ViewModel(qapp)
    told: list[str] = []
    view_model.titleChanged.connect(lambda: told.append("title"))
    view_model.stepTitleChanged.connect(lambda: told.append("step title"))
    view_model.blocksChanged.connect(lambda: told.append("blocks"))
    announce_changes(view_model, Shown("a", "b", ("c",)), Shown("a", "B", ("c",)))
    assert told == ["step title"]
    announce_changes(view_model, Shown("a", "b"), Shown("a", "b"))
    assert told == ["step title"]
    announce_changes(view_model, Shown("a", "b"), Shown("A", "b", ("c",)))
    assert told == ["step title", "title", "blocks"]
