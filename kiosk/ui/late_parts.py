"""What the visitor's program makes after its first frame: imported only then, all of it together."""

import dataclasses

from kiosk.ui.announcer import Announcer
from kiosk.ui.staff.entrance import StaffEntrance
from kiosk.ui.touch.going_on import GoingOn
from kiosk.ui.touch.guard import TouchGuard
from kiosk.ui.touch.switch import OneSwitch
from kiosk.ui.upkeep.settings_reloader import SettingsReloader
from kiosk.ui.visit_screens import VisitScreens


@dataclasses.dataclass(frozen=True, slots=True)
class LateParts:
    """What is there once the first frame was shown.

    guard: keeps stray touches from the screens; going_on: turns the page after a single answer; announcer:
    tells a screen reader what came up; switch: lights what one switch picks; entrance: the way in for staff,
    which does not need the screens; screens: those behind "Touch to start"; reloader: watches the settings,
    None when nobody asked.
    """

    guard: TouchGuard
    going_on: GoingOn
    announcer: Announcer
    switch: OneSwitch
    entrance: StaffEntrance
    screens: VisitScreens
    reloader: SettingsReloader | None

    def close(self) -> None:
        """Take the staff's screen away, then finish the jobs under way."""
        self.entrance.close()
        self.screens.wait()
        if self.reloader is not None:
            self.reloader.wait()
