"""One switch instead of a finger: shows what is lit, and lets any press pick it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import Shiboken

from kiosk.core.switch_scan import Kind, Scan, Target, group, scan_after, scan_again
from kiosk.ui.touch.controls import box_of, controls_on, name_of, pad_on, press
from kiosk.ui.touch.guard import TouchGuard
from kiosk.ui.visit_holder import VisitHolder

LOOK_MILLISECONDS: Final = 50
"""Between two looks at the clock: a tenth of the shortest time that a choice is lit."""


class OneSwitch(QObject):
    """Lights the controls of a window in turn, as `kiosk.core.switch_scan` says, while the visitor wants it.

    What it lights is no sign that anybody is there: the idle clock goes on.
    """

    def __init__(
        self,
        window: QQuickWindow,
        visit_holder: VisitHolder,
        guard: TouchGuard,
        *,
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        """Clock: seconds, never going back."""
        super().__init__(parent)
        self._window = window
        self._visit_holder = visit_holder
        self._guard = guard
        self._clock = clock
        self._scan = Scan(())
        self._lit_at = 0.0
        self._controls: list[QQuickItem] = []
        self._looks = QTimer(self, interval=LOOK_MILLISECONDS)
        self._looks.timeout.connect(self.check)
        guard.drawn.connect(self.begin_page)
        guard.picked.connect(self.pick)
        visit_holder.settled.connect(self._on_visit_changed)

    def _on_visit_changed(self) -> None:
        if self._visit_holder.visit.comfort.has_one_switch != self._looks.isActive():
            if self._looks.isActive():
                self._looks.stop()
                self._window.afterAnimating.disconnect(self.follow)
                self._show()
            else:
                self._looks.start()
                self._window.afterAnimating.connect(self.follow)
                self.begin_page()

    @property
    def _is_lighting(self) -> bool:
        return self._looks.isActive() and self._guard.is_one_switch and self._guard.is_drawn

    @property
    def lit(self) -> list[QQuickItem]:
        """What a press would pick now, or the row it would go into."""
        return [self._controls[index] for index in self._scan.lit] if self._is_lighting else []

    @property
    def dark_at(self) -> float:
        """The time by the clock at which the next one lights up."""
        return self._lit_at + self._scan.lit_seconds(self._visit_holder.visit.comfort.switch_seconds)

    @Slot()
    def begin_page(self) -> None:
        """Begin with the first of a page that has come up."""
        self._light(Scan(group(self._look())))

    @Slot()
    def check(self) -> None:
        """Look at the clock, and at what is on the glass."""
        if not self._is_lighting:
            self._show()
        elif self._step_due():
            self._look_again()

    @Slot()
    def follow(self) -> None:
        """Stand around what is lit wherever it is now; called for each frame that is about to be drawn."""
        if not self._is_lighting:
            self._show()
        elif not (all(map(_is_there, self.lit)) and self._window.property("lit") == _around(self.lit)):
            self._look_again()

    def _look_again(self) -> None:
        before, lit, targets = self._controls, self.lit, self._look()
        if self._controls != before or group(targets) != self._scan.groups:
            still_lit = [self._controls.index(control) for control in lit if control in self._controls]
            self._scan = scan_again(self._scan, targets, still_lit)
            if not still_lit:
                self._lit_at = self._clock()
        self._show()

    def _step_due(self) -> bool:
        """Light what is due by the clock; returns whether anything was."""
        before = self._lit_at
        while self._clock() >= self.dark_at:
            self._lit_at = self.dark_at
            self._scan = self._scan.step()
        return self._lit_at != before

    @Slot()
    def pick(self) -> None:
        """Do what a press means now."""
        self.check()
        picked = self._scan.press()
        if isinstance(picked, Scan):
            self._light(picked)
        elif picked is not None:
            control = self._controls[picked]
            press(control)
            targets = self._look()
            is_there = control in self._controls
            self._light(
                scan_after(targets, self._controls.index(control)) if is_there else Scan(group(targets))
            )

    def _look(self) -> list[Target]:
        """Find what can be picked."""
        self._controls = controls_on(self._window)
        pad = pad_on(self._window)
        return [Target(_kind_of(control, pad), box_of(control)) for control in self._controls]

    def _light(self, scan: Scan) -> None:
        self._scan = scan
        self._lit_at = self._clock()
        self._show()

    def _show(self) -> None:
        lit = self.lit
        # First what it says: the light is made with it.
        self._window.setProperty("litNames", ", ".join(map(name_of, lit)))
        self._window.setProperty("lit", _around(lit))


def _is_there(control: QQuickItem) -> bool:
    return Shiboken.isValid(control) and control.isVisible() and control.isEnabled()


def _around(controls: list[QQuickItem]) -> QRectF:
    place = QRectF()
    for control in controls:
        place |= control.mapRectToScene(control.boundingRect())
    return place


def _kind_of(control: QQuickItem, pad: QQuickItem | None) -> Kind:
    if pad is not None and pad.isAncestorOf(control):
        return Kind.KEY
    if control.property("takesOne") is True:
        return Kind.ONE_OF
    if control.property("takesFirst") is True:
        return Kind.CHOICE
    return Kind.FORWARD if control.property("leadsOn") is True else Kind.OTHER
