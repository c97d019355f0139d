import dataclasses
import logging
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.core.errors import ContentError, SpoolError
from kiosk.core.result import Err, Ok
from kiosk.ui.pyside.jobs import Jobs
from kiosk.ui.pyside.messages import log_qt_messages
from kiosk.ui.pyside.rows import Rows
from kiosk.ui.translations import Translations


@dataclasses.dataclass(frozen=True)
class Row:
    card: str
    step_count: int


def test_rows_are_a_sound_model_with_a_role_for_each_field(qapp: QGuiApplication) -> None:
    rows = Rows(Row, qapp)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show([Row("a", 1), Row("b", 2)])
    roles = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}

    assert set(roles) == {"card", "stepCount"}
    assert [rows.data(rows.index(row), roles["stepCount"]) for row in range(rows.rowCount())] == [1, 2]
    assert rows.data(rows.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert rows.data(QModelIndex(), roles["card"]) is None
    assert rows.rowCount(rows.index(0)) == 0
    assert isinstance(tester, QObject)


def test_the_same_rows_keep_what_shows_them(qapp: QGuiApplication) -> None:
    rows = Rows(Row, qapp)
    resets: list[bool] = []
    rows.modelReset.connect(lambda: resets.append(True))
    rows.show([Row("a", 1)])
    rows.show([Row("a", 1)])
    assert len(resets) == 1
    rows.show([Row("a", 2)])
    assert len(resets) == 2


def test_rows_of_the_same_things_are_exchanged_in_their_places(qapp: QGuiApplication) -> None:
    rows = Rows(Row, qapp)
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.dataChanged.connect(lambda first, last: told.append(f"{first.row()} to {last.row()}"))
    rows.exchange([Row("a", 1), Row("b", 1)])
    rows.exchange([Row("a", 1), Row("b", 2)])
    rows.exchange([Row("a", 1), Row("b", 2)])
    rows.exchange([Row("b", 2), Row("a", 1)])
    rows.exchange([])
    assert told == ["reset", "0 to 1", "reset", "reset"]
    assert rows.rowCount() == 0


class Held:
    """Something that a job's frame holds, as a request's words would be held."""


def test_a_job_reports_its_result_on_the_gui_thread_and_its_failure_without_a_trace(
    qapp: QGuiApplication,
) -> None:
    jobs = Jobs(qapp)
    outcomes: list[object] = []
    alive: weakref.WeakSet[Held] = weakref.WeakSet()

    def fail() -> None:
        held = Held()
        alive.add(held)
        raise SpoolError("The spool is full.") from ValueError(held)

    jobs.run(lambda: 7, outcomes.append)
    jobs.run(fail, outcomes.append)
    jobs.run(lambda: 1 / 0, outcomes.append)
    jobs.wait()
    qapp.processEvents()

    assert outcomes == [
        Ok(7),
        Err("The spool is full."),
        Err("The job failed with ZeroDivisionError."),
    ]
    assert not alive


def test_words_that_cannot_be_read_say_what_to_do(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="run `make words`, or install the program again"):
        Translations(tmp_path, ["no"], qapp)


@pytest.mark.allows_log("qt-message")
def test_qt_messages_reach_the_journal(caplog: pytest.LogCaptureFixture) -> None:
    before = qInstallMessageHandler(None)
    try:
        log_qt_messages()
        qWarning("a warning of Qt")
        qWarning('Could not find accessible on path: "/org/a11y/atspi/accessible/2147483732"')
    finally:
        qInstallMessageHandler(before)

    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.WARNING, "qt-message None:0 a warning of Qt")
    ]
    assert QtMsgType.QtWarningMsg
