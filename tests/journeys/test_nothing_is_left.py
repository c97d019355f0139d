import gc
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMetaType, QObject
from shiboken6 import Shiboken

from kiosk.core.events import Event
from kiosk.core.idle import DONE_SECONDS, FORM_SECONDS, HELP_SECONDS, WARNING_SECONDS
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Kiosk
from tests.conftest import StartKiosk
from tests.journeys import walk
from tests.journeys.walk import HELPER, settle, start_visit, type_name, type_number

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

TEXT_TYPES = {
    kind.value
    for kind in (
        QMetaType.Type.QString,
        QMetaType.Type.QStringList,
        QMetaType.Type.QVariantList,
        QMetaType.Type.QUrl,
    )
}
AREA, EXCHANGE, LINE = "628", "349", "7085"
NAME = "xqvuz"


def number() -> str:
    """Put together each time: kept by a module, it would be found by the search in this process."""
    return AREA + EXCHANGE + LINE


def marker_forms() -> tuple[str, ...]:
    """What the visitor typed in every form the program makes of it; put together only when it is searched."""
    return (
        f"{AREA}{EXCHANGE}{LINE}",
        f"{AREA}-{EXCHANGE}-{LINE}",
        f"{EXCHANGE}-{LINE}",
        f"({AREA}) {EXCHANGE}",
        NAME.capitalize() + "",
    )


def mentions(held: object, forms: tuple[str, ...]) -> bool:
    if isinstance(held, bytes):
        held = held.decode(errors="replace")
    return isinstance(held, str) and any(form in held for form in forms)


def objects_holding(forms: tuple[str, ...]) -> list[str]:
    """Each such object, without what it holds: the next test searches the report of this one's failure."""
    gc.unfreeze()  # what was made before the first test is searched, too
    own = {id(form) for form in forms}
    return [
        f"{describe(holder, held)} in {[describe(above, holder) for above in gc.get_referrers(holder)[:5]]}"
        for holder in gc.get_objects()
        if holder is not forms
        for held in gc.get_referents(holder)
        if id(held) not in own and mentions(held, forms)
    ]


def describe(holder: object, held: object) -> str:
    places = (
        [f"[{key!r:.40}]" for key, value in holder.items() if value is held]
        if isinstance(holder, dict)
        else []
    )
    if isinstance(holder, FrameType):
        places = [f"{holder.f_code.co_qualname} at line {holder.f_lineno}"]
    return " ".join([type(holder).__name__, *places])


def every_object(kiosk: Kiosk) -> Iterator[QObject]:
    yield from kiosk.engine.findChildren(QObject)
    stack: list[QQuickItem] = [kiosk.window.contentItem()]
    while stack:
        item = stack.pop()
        yield item
        stack += item.childItems()


def properties_holding(kiosk: Kiosk, forms: tuple[str, ...]) -> list[str]:
    found = []
    for thing in list(every_object(kiosk)):
        if not Shiboken.isValid(thing):
            continue
        description = thing.metaObject()
        for index in range(description.propertyCount()):
            entry = description.property(index)
            if entry.metaType().id() in TEXT_TYPES:
                value = repr(entry.read(thing))
                if any(form in value for form in forms):
                    found.append(f"{description.className()!r}.{entry.name()!r}")
        # QML frees a description with its screen; PySide would take what comes to lie there for it.
        Shiboken.invalidate(description)
    return found


def time_out(kiosk: Kiosk, clock: Clock) -> None:
    clock.now += FORM_SECONDS + WARNING_SECONDS
    kiosk.visit.check_idle()


def give_up(kiosk: Kiosk, way_out: str) -> None:
    """Leave the form, and say that its answers may be deleted."""
    visitor = Visitor(kiosk.window)
    visitor.press(way_out)
    visitor.press("Stop and delete my answers")


def by_stop(kiosk: Kiosk, _: Clock) -> None:
    give_up(kiosk, "Stop")


def by_going_back(kiosk: Kiosk, _: Clock) -> None:
    for _step in range(2):
        Visitor(kiosk.window).press("Back")
    give_up(kiosk, "Back")


def by_time_out_after_help(kiosk: Kiosk, clock: Clock) -> None:
    Visitor(kiosk.window).press("I need help now")
    clock.now += HELP_SECONDS
    kiosk.visit.check_idle()


def by_sending_and_clearing(kiosk: Kiosk, _: Clock) -> None:
    send(kiosk)
    Visitor(kiosk.window).press("I am finished")


def by_sending_and_walking_off(kiosk: Kiosk, clock: Clock) -> None:
    send(kiosk)
    clock.now += DONE_SECONDS
    kiosk.visit.check_idle()


def by_sending_and_staying_on_the_thank_you(kiosk: Kiosk, _: Clock) -> None:
    send(kiosk)


def by_a_failure_in_the_program(kiosk: Kiosk, _: Clock) -> None:
    kiosk.drop_visit()


def by_about(kiosk: Kiosk, _: Clock) -> None:
    give_up(kiosk, "About")


def send(kiosk: Kiosk) -> None:
    visitor = Visitor(kiosk.window)
    walk.fill_in(visitor, name=NAME.capitalize(), hard=(HELPER,))
    walk.send(visitor)


def by_taking_it_back(kiosk: Kiosk, _: Clock) -> None:
    send(kiosk)
    visitor = Visitor(kiosk.window)
    visitor.press("Undo")
    visitor.press("Take my request back")
    visitor.waits_for("Taken back. Nobody will call.")


def by_stopping_after_the_name(kiosk: Kiosk, _: Clock) -> None:
    visitor = Visitor(kiosk.window)
    visitor.press("Next")
    type_name(visitor, NAME.capitalize())
    assert properties_holding(kiosk, (NAME.capitalize(),)), "the search would find it"
    give_up(kiosk, "Stop")


def by_a_refused_request(kiosk: Kiosk, _: Clock) -> None:
    visitor = Visitor(kiosk.window)
    walk.fill_in(visitor, name=NAME.capitalize())
    kiosk._settings.recipients.unlink()
    walk.read_on(visitor)
    visitor.press("Ask for a call")
    visitor.waits_for("Please ask at the desk.")


@pytest.mark.allows_log(Event.VISIT_DROPPED, Event.REQUEST_FAILED, Event.RECIPIENTS_BROKEN)
@pytest.mark.parametrize(
    "leave",
    [
        by_stop,
        by_going_back,
        time_out,
        by_time_out_after_help,
        by_sending_and_clearing,
        by_sending_and_walking_off,
        by_sending_and_staying_on_the_thank_you,
        by_taking_it_back,
        by_stopping_after_the_name,
        by_a_refused_request,
        by_a_failure_in_the_program,
        by_about,
    ],
)
def test_nothing_the_visitor_typed_is_left_anywhere(
    start_kiosk: StartKiosk, clock: Clock, leave: Callable[[Kiosk, Clock], None]
) -> None:
    kiosk = start_kiosk()
    type_number(start_visit(kiosk), number())
    assert properties_holding(kiosk, marker_forms()), "the search would find it"

    leave(kiosk, clock)
    kiosk.screens.wait()
    settle()
    gc.collect()

    found = search(kiosk)

    assert found == []


def search(kiosk: Kiosk) -> list[str]:
    forms = marker_forms()
    return [
        *objects_holding(forms),
        *properties_holding(kiosk, forms),
        *(
            f"spoken: {spoken.role}"
            for spoken in Visitor(kiosk.window).reads()
            if any(form in spoken.name for form in forms)
        ),
    ]


def test_the_search_finds_what_an_object_holds() -> None:
    forms = marker_forms()
    holder = [f"+1{forms[0]}"]

    assert any("list" in found for found in objects_holding(forms))
    assert holder
