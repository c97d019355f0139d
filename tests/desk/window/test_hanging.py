"""A share of a dead server at the desk: a sentence after a while, and the window goes on."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.callback.request import CallbackRequest
from kiosk.desk.queue import take_in
from kiosk.desk.window import listing, widgets
from kiosk.desk.window.pages.export_list import ListWish
from kiosk.desk.window.widgets import folder_to_begin
from kiosk.store.answering import while_it_answers
from kiosk.store.seal import seal
from kiosk.tour.patience import PATIENCE_SECONDS
from tests.desk.conftest import Clinic
from tests.desk.receptionist import Receptionist, fill, open_folder
from tests.small_disk import hanging_disk, needs_fuse

pytestmark = needs_fuse
SOON = 0.5


def test_where_a_dialog_begins_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widgets, "_SECONDS_TO_BEGIN", SOON)
    with hanging_disk(tmp_path / "share") as go_away:
        assert folder_to_begin(str(tmp_path / "share" / "lists")) == ""
        go_away()


def test_a_list_for_a_share_that_hangs_is_given_up(
    calling: Receptionist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "while_it_answers", lambda work: while_it_answers(work, SOON))
    calling.alt("l")
    with hanging_disk(tmp_path / "share"):
        calling.window.lists.listChosen.emit(ListWish("new", "csv", tmp_path / "share"))
        assert "Problem: No answer came within" in calling.wait().told
        assert calling.page is calling.window.lists


def test_a_share_that_dies_before_the_receipts_leaves_a_board_a_sentence_and_a_window_that_closes(
    clinic: Clinic,
    desk: Receptionist,
    stick: Path,
    request_of: Callable[..., CallbackRequest],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(clinic, stick, request_of(1))
    monkeypatch.setattr(take_in, "while_it_answers", lambda work: while_it_answers(work, SOON))
    disks = []

    def seal_and_die(*arguments: object) -> bytes:
        disk = hanging_disk(stick)
        disk.__enter__()
        disks.append(disk)
        return seal(*arguments)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(take_in, "seal", seal_and_die)
    try:
        open_folder(desk, stick)
        assert "No answer came within" in desk.told
        assert "That is so for 1 request that is at this desk." in desk.told
        assert len(desk.window.work.board.cases) == 1
        began = time.monotonic()
        desk.window.close()
        assert time.monotonic() - began < PATIENCE_SECONDS
    finally:
        for disk in disks:
            disk.__exit__(None, None, None)
