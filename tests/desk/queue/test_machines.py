"""Two kiosks of one name, and forgers who know the name and not the id of its machine."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.callback.request import CallbackRequest, to_wire
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.queue.call_list import read_board
from kiosk.store.seal import seal
from kiosk.store.stick import copy_to
from tests.desk.conftest import NOW
from tests.desk.taking import take_in

if TYPE_CHECKING:
    from tests.desk.conftest import Clinic


def test_requests_of_one_name_from_two_machines_are_told_once(
    clinic: "Clinic", office: DeskFolder, stick: Path, request_of: Callable[..., CallbackRequest]
) -> None:
    for number in (1, 2):
        clinic.intake.take(request_of(number))

    def told() -> list[str]:
        copy_to(clinic.spool, stick)
        take_in(office, clinic.key, stick)
        return [warning for warning in read_board(office, clinic.key, NOW).warnings if "machines" in warning]

    assert told() == []
    other = request_of(3, seq=3, kiosk_id="0" * 32)
    clinic.spool.add(seal(to_wire(other), clinic.intake.recipients()), other.id, NOW.date())
    [warning] = told()
    assert warning.startswith("Requests of lobby come from 2 machines: two kiosks have this name,")
    assert told() == [warning]
