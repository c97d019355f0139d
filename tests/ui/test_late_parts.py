"""Before the first frame the late parts are not there, and whoever asks for them is told so."""

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.errors import KioskError
from kiosk.tour.guided_visit import Clock
from kiosk.tour.patience import wait_until
from kiosk.ui.app import Glass, Kiosk
from tests.clinic import Clinic


@pytest.mark.usefixtures("qapp")
def test_a_kiosk_can_close_before_its_first_frame(clinic: Clinic, clock: Clock) -> None:
    kiosk = Kiosk(clinic.settings, glass=Glass(1920, 1080, 21.5), clock=clock)
    assert not kiosk.is_complete
    with pytest.raises(KioskError, match="has not shown its first screen"):
        kiosk.screens.home.open("genetic")
    kiosk.close()


@pytest.mark.parametrize("is_watched", [False, True])
def test_the_first_frame_brings_all_of_them(
    qapp: QGuiApplication, clinic: Clinic, clock: Clock, *, is_watched: bool
) -> None:
    config = clinic.config if is_watched else None
    kiosk = Kiosk(clinic.settings, glass=Glass(1920, 1080, 21.5), clock=clock, config=config)
    assert wait_until(lambda: kiosk.is_complete)
    assert kiosk.screens is kiosk.late.screens
    assert (kiosk.late.reloader is not None) == is_watched
    kiosk.close()
    qapp.processEvents()
