"""What a careful eye finds wrong on a screen: cut, pale or parted text, small targets, no picture."""

import dataclasses
import itertools
import re
from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlContext, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import Shiboken

from kiosk.core.boxes import Box
from kiosk.core.comfort import Comfort
from kiosk.core.content.colours import MIN_CONTRAST_RATIO
from kiosk.core.reach import WHOLE_GLASS
from kiosk.tour.contrast import contrast, dominant_colour
from kiosk.tour.patience import wait_until
from kiosk.ui.paging.page_breaks import complaints

TARGET_MILLIMETRES: Final = 20.0
"""Side of what can be touched: 20 mm is the plateau of people without a disability (Applied Ergonomics 2013,
PubMed 23021630); WCAG 2.2, 2.5.5, asks for 11.6 mm."""
MAIN_TARGET_MILLIMETRES: Final = 25.0
"""Side of the main actions. Chosen, towards the 30 mm up to which errors of motor-disabled people still fell
(the same study)."""
EASY_TARGET_MILLIMETRES: Final = 30.0
"""Side of everything in easy touch, but for letters and for places in a picture, for which not every glass
has the room: up to here errors still fell (the same study)."""
CAPITAL_MILLIMETRES: Final = 5.0
"""Height of the smallest capital of any text, captions and the smallest text size too: 0.6 degrees at half a
metre. Chosen; text to read begins at 6 mm (decision 0019)."""
CAPITAL_RATIO: Final = 0.668
"""Height of a capital in Atkinson Hyperlegible as a part of the font's pixel size."""
EDGE_MILLIMETRES: Final = 3.0
"""Nearer to the edge of the glass, the frame is in the way of a finger."""
TOLERANCE_PIXELS: Final = 2.0
"""Pixels that rounding of a layout may cost."""
TOLERANCE_MILLIMETRES: Final = 0.3
"""Millimetres that rounding to pixels may cost."""
SAMPLES: Final = 24
"""Points looked at in each direction to see whether a picture is blank."""
IMAGE_NULL, IMAGE_READY, IMAGE_LOADING = range(3)
WORDS_ID: Final = re.compile(r"[a-z][a-z_]*(\.[a-z][a-z0-9_]*)+")
QUIET_LOOKS: Final = 8
"""The first is before the next frame, which gives a screen its layout and its pictures their size."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Seen:
    item: QQuickItem
    rect: QRectF
    label: str


class Inspection:
    """Looks at one window as it is drawn now; lengths on the glass need its pixels per millimetre."""

    def __init__(
        self,
        window: QQuickWindow,
        picture: QImage,
        pixels_per_millimetre: float,
        *,
        comfort: Comfort | None = None,
        part: Box = WHOLE_GLASS,
    ) -> None:
        """Comfort: what the visitor has set, None for nothing; then more may be wrong.

        part: where all of the visit is to be, in shares of the window.
        """
        self._comfort = comfort or Comfort()
        self._picture = picture
        self._scale = pixels_per_millimetre
        width, height = window.width(), window.height()
        self._glass = QRectF(0, 0, width, height)
        self._part = QRectF(part.x * width, part.y * height, part.width * width, part.height * height)
        items = list(_visible(_top(window.contentItem())))
        self._texts = [_text(item) for item in items if item.inherits("QQuickText") and item.property("text")]
        self._controls = [_control(item) for item in items if _is_control(item)]
        self._pictures = [item for item in items if item.inherits("QQuickImageBase")]
        self._pages = [item for item in items if _has(item, "blocks") and _has(item, "whole")]
        self._letter_pads = [item for item in items if _has(item, "letterRows")]
        self._alarms = [item for item in items if _has(item, "emergencyNumber") and _has(item, "page")]

    def problems(self) -> list[str]:
        """Everything found, one sentence each."""
        return [
            *self._cut_texts(),
            *self._unreadable_texts(),
            *self._pale_texts(),
            *self._overlaps(),
            *self._small_controls(),
            *self._far_controls(),
            *self._missing_pictures(),
            *self._parted_texts(),
            *self._silent_alarms(),
        ]

    def _cut_texts(self) -> Iterator[str]:
        for text in self._texts:
            own = QRectF(0, 0, text.item.width(), text.item.height())
            is_cut = (
                text.item.property("truncated")
                or text.rect.width() > own.width() + TOLERANCE_PIXELS
                or text.rect.height() > own.height() + TOLERANCE_PIXELS
            )
            if is_cut:
                yield f"text is cut: {text.label!r}"
            elif not _grown(self._glass).contains(text.rect):
                yield f"text leaves the screen: {text.label!r}"
        edge = EDGE_MILLIMETRES * self._scale
        safe = self._glass.adjusted(edge, edge, -edge, -edge)
        for control in self._controls:
            if not _grown(safe).contains(control.rect):
                yield f"control leaves the screen: {control.label!r}"

    def _unreadable_texts(self) -> Iterator[str]:
        for text in self._texts:
            pixels = _evaluate(text.item, "fontInfo.pixelSize")
            capital = pixels * CAPITAL_RATIO / self._scale
            if WORDS_ID.fullmatch(text.label):
                yield f"an id stands there instead of its words: {text.label!r}"
            if capital < CAPITAL_MILLIMETRES - TOLERANCE_MILLIMETRES:
                yield f"capitals of {capital:.1f} mm, under {CAPITAL_MILLIMETRES} mm: {text.label!r}"

    def _pale_texts(self) -> Iterator[str]:
        for text in self._texts:
            if text.item.isEnabled():
                ground = dominant_colour(self._picture, text.rect)
                ratio = contrast(text.item.property("color"), ground)
                if ratio < MIN_CONTRAST_RATIO:
                    least = f"under {MIN_CONTRAST_RATIO:.0f}"
                    yield f"contrast of {ratio:.1f} on {ground.name()}, {least}: {text.label!r}"

    def _overlaps(self) -> Iterator[str]:
        for one, other in itertools.combinations(self._texts, 2):
            if _overlap(one.rect, other.rect):
                yield f"text over text: {one.label!r} and {other.label!r}"
        for text, control in itertools.product(self._texts, self._controls):
            is_label = control.item.isAncestorOf(text.item)
            face = control.item.parentItem() if _has(control.item, "signSize") else control.item
            if _overlap(text.rect, control.rect) and not face.isAncestorOf(text.item):
                yield f"text over a control: {text.label!r} and {control.label!r}"
            if is_label and not _grown(control.rect).contains(text.rect):
                yield f"a label leaves its control: {text.label!r}"
        for one, other in itertools.combinations(self._controls, 2):
            if _overlap(one.rect, other.rect):
                yield f"control over control: {one.label!r} and {other.label!r}"

    def _small_controls(self) -> Iterator[str]:
        for control in self._controls:
            least = self._least(control)
            width, height = control.rect.width() / self._scale, control.rect.height() / self._scale
            if min(width, height) < least - TOLERANCE_MILLIMETRES:
                yield f"a control of {width:.0f} x {height:.0f} mm, under {least:.0f} mm: {control.label!r}"

    def _least(self, control: _Seen) -> float:
        is_letter = any(pad.isAncestorOf(control.item) for pad in self._letter_pads)
        if self._comfort.has_easy_touch and not is_letter and not _has(control.item, "signSize"):
            return EASY_TARGET_MILLIMETRES
        return MAIN_TARGET_MILLIMETRES if _is_main(control.item) else TARGET_MILLIMETRES

    def _far_controls(self) -> Iterator[str]:
        """Look for what is out of reach for whoever has moved everything, and what stands half within it."""
        within = _grown(self._part)
        for control in self._controls:
            if not within.contains(control.rect):
                yield f"a control is out of reach: {control.label!r}"
        for text in self._texts:
            if _overlap(text.rect, self._part) and not within.contains(text.rect):
                yield f"text is half out of reach: {text.label!r}"

    def _missing_pictures(self) -> Iterator[str]:
        for picture in self._pictures:
            source = picture.property("source").toString()
            name = source.rpartition("/")[2]
            if source and _evaluate(picture, "status") != IMAGE_READY:
                yield f"the picture is not there: {name}"
            elif source and self._is_blank(picture):
                yield f"the picture is blank: {name}"

    def _parted_texts(self) -> Iterator[str]:
        """Look for what a page break has taken from what it belongs to."""
        for page in self._pages:
            yield from complaints(page.property("whole"), page.property("blocks"))

    def _silent_alarms(self) -> Iterator[str]:
        """Look for calls for help that do not say, before anything is touched, whom else to call."""
        for alarm in self._alarms:
            number = str(alarm.property("emergencyNumber"))
            texts = [
                block for page in self._pages if alarm.isAncestorOf(page) for block in page.property("blocks")
            ]
            if alarm.property("page") == 0 and not any(number in text for text in texts):
                yield f"the first page does not say the emergency number {number}"

    def _is_blank(self, picture: QQuickItem) -> bool:
        """Whether nothing is drawn in its place: without its plugin, Qt loads a format as nothing at all."""
        place = picture.mapRectToScene(QRectF(0, 0, picture.width(), picture.height())).intersected(
            self._glass
        )
        if place.width() < 1 or place.height() < 1:
            return False
        steps = [(step + 0.5) / SAMPLES for step in range(SAMPLES)]
        columns = [int(place.x() + step * place.width()) for step in steps]
        rows = [int(place.y() + step * place.height()) for step in steps]
        first = self._picture.pixel(columns[0], rows[0])
        return all(self._picture.pixel(x, y) == first for x, y in itertools.product(columns, rows))


def wait_for_pictures(window: QQuickWindow) -> None:
    """Wait until every picture on the screen is loaded at its size there, or has failed to."""
    quiet_looks = 0

    def is_quiet() -> bool:
        nonlocal quiet_looks
        quiet_looks = 0 if any(map(_is_coming, _visible(window.contentItem()))) else quiet_looks + 1
        return quiet_looks == QUIET_LOOKS

    wait_until(is_quiet)


def _is_coming(item: QQuickItem) -> bool:
    """Whether a picture is being loaded, or will be once its place on the screen or its code is known."""
    if _has(item, "squares"):
        return not item.property("code")
    status = _evaluate(item, "status") if item.inherits("QQuickImageBase") else IMAGE_READY
    return status == IMAGE_LOADING or (status == IMAGE_NULL and bool(item.property("source").toString()))


def _top(content: QQuickItem) -> QQuickItem:
    """Return the dialog that covers everything, or all there is."""
    dialogs = [item for item in _visible(content) if _has(item, "isDialog")]
    return dialogs[-1] if dialogs else content


def _visible(root: QQuickItem) -> Iterator[QQuickItem]:
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if item.isVisible() and item.opacity() > 0:
            yield item
            waiting += reversed(item.childItems())


def _text(item: QQuickItem) -> _Seen:
    width, height = item.property("contentWidth"), item.property("contentHeight")
    left = {
        Qt.AlignmentFlag.AlignRight: item.width() - width,
        Qt.AlignmentFlag.AlignHCenter: (item.width() - width) / 2,
    }.get(Qt.AlignmentFlag(_evaluate(item, "effectiveHorizontalAlignment")), 0.0)
    top = (item.height() - height) / 2
    rect = item.mapRectToScene(QRectF(left, top, width, height))
    return _Seen(item, rect, item.property("text"))


def _control(item: QQuickItem) -> _Seen:
    background = cast("QQuickItem", item.property("background"))
    rect = background.mapRectToScene(QRectF(0, 0, background.width(), background.height()))
    return _Seen(item, rect, item.property("text"))


def _has(item: QQuickItem, name: str) -> bool:
    # QObject.property() of a name that is not there gives back a None it does not own (PySide6 6.12; needed
    # last on 2026-11-28: tests/ui/test_pyside_faults.py).
    description = item.metaObject()
    is_there = description.indexOfProperty(name) >= 0
    # QML frees a description with its screen; PySide6 6.12 takes what comes to lie there for it (needed last
    # on 2026-11-29: the tests of a whole call-back, one after the other).
    Shiboken.invalidate(description)
    return is_there


def _is_control(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") or (_has(item, "background") and _has(item, "text"))


def _is_main(item: QQuickItem) -> bool:
    return _has(item, "isMain") and bool(item.property("isMain"))


def _evaluate(item: QQuickItem, expression: str) -> int:
    """Ask QML for a number: PySide6 6.12 has no converter for Qt Quick's own enumerations.

    Needed last on 2026-11-28: tests/ui/test_pyside_faults.py.
    """
    context = cast("QQmlContext", qmlContext(item))
    return int(QQmlExpression(context, item, expression).evaluate()[0])


def _grown(rect: QRectF) -> QRectF:
    return rect.adjusted(-TOLERANCE_PIXELS, -TOLERANCE_PIXELS, TOLERANCE_PIXELS, TOLERANCE_PIXELS)


def _overlap(one: QRectF, other: QRectF) -> bool:
    common = one.intersected(other)
    return common.width() > TOLERANCE_PIXELS and common.height() > TOLERANCE_PIXELS
