"""The staff's screen asks the core before it does anything, by whatever way it is asked."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject
from PySide6.QtGui import QGuiApplication

from kiosk.core.staff import StaffAction, StaffPage, StaffState
from kiosk.ops.health import Health
from kiosk.store.recipients import Recipients
from kiosk.store.recipients_door import Offer, TakeIn
from kiosk.store.stick import CopyReport
from kiosk.tour.guided_visit import Clock
from kiosk.ui.staff.messages import copied_lines, health_lines, not_carried_message, take_in_message
from kiosk.ui.staff.services import Carried, NotCarried, staff_services
from kiosk.ui.staff.view_model import StaffViewModel
from kiosk.ui.translations import Translations
from tests.clinic import Clinic

ACTIONS: Final[dict[str, StaffAction | None]] = {
    "press": StaffAction.TYPE,
    "menu": StaffAction.MENU,
    "choosePlace": StaffAction.CHOOSE_PLACE,
    "copyTo": StaffAction.COPY,
    "findRecipients": StaffAction.FIND_RECIPIENTS,
    "takeRecipients": StaffAction.TAKE_RECIPIENTS,
    "wipe": StaffAction.WIPE,
    "goOn": StaffAction.GO_ON,
    "restart": StaffAction.RESTART,
    "leave": StaffAction.LEAVE,
    "confirm": StaffAction.CONFIRM,
    "close": StaffAction.CLOSE,
    # No person's: the clock closes the screen, the copying counts.
    "tick": None,
    "_on_copied": None,
}
"""What each slot is to the core; a slot that is not here fails the test."""

STATES: Final = [
    StaffState(page, is_let_in=is_let_in, is_over=is_over)
    for page in StaffPage
    for is_let_in, is_over in ((False, False), (True, False), (True, True))
]
VALUES: Final = {b"QString": "1", b"int": 0}


class Untouched:
    """Tools that nobody may take up, but for the clock."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.touched: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.touched.append(name)
        raise AssertionError(name)


@pytest.fixture
def translations(qapp: QGuiApplication, clinic: Clinic) -> Iterator[Translations]:
    made = Translations(clinic.settings.words, ["en", "es"], qapp)
    yield made
    made.let_go()


@pytest.fixture
def staff(
    qapp: QGuiApplication, clinic: Clinic, clock: Clock, translations: Translations
) -> Iterator[StaffViewModel]:
    made = StaffViewModel(staff_services(clinic.settings, clock, lambda: None, clock()), translations, qapp)
    made.wait()
    qapp.processEvents()
    assert not made.isBusy
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def _slots(staff: QObject) -> dict[str, tuple[object, ...]]:
    """Every slot of its own, with something to call it with."""
    meta = staff.metaObject()
    methods = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
    return {
        bytes(method.name().data()).decode(): tuple(
            VALUES[bytes(kind.data())] for kind in method.parameterTypes()
        )
        for method in methods
        if method.methodType() is QMetaMethod.MethodType.Slot
    }


def test_every_slot_is_known_to_the_core(staff: StaffViewModel) -> None:
    assert set(_slots(staff)) == set(ACTIONS)
    assert {action for action in ACTIONS.values() if action} == set(StaffAction)


@pytest.mark.parametrize("state", STATES, ids=str)
def test_no_slot_does_anything_that_the_core_refuses(
    staff: StaffViewModel, clock: Clock, state: StaffState
) -> None:
    tools = Untouched(clock)
    clock.now = 7
    refused = {slot for slot, action in ACTIONS.items() if action is not None and not state.allows(action)}
    offer = Offer(b"", "", Recipients((), is_demonstration=False))
    asking = dataclasses.replace(staff._known, state=state, asked=StaffAction.RESTART, offer=offer)
    vars(staff).update(_known=asking, _services=tools)
    before = dict(vars(staff))
    for slot, values in _slots(staff).items():
        if slot in refused:
            _call_twice(getattr(staff, slot), values)
    assert dict(vars(staff)) == before
    assert tools.touched == []
    assert state.is_let_in or set(ACTIONS) - refused <= {"press", "close", "tick", "_on_copied"}


@pytest.mark.parametrize("page", StaffPage)
def test_neither_the_clock_nor_the_copying_lets_anybody_in(staff: StaffViewModel, page: StaffPage) -> None:
    vars(staff).update(_known=dataclasses.replace(staff._known, state=StaffState(page)))
    for slot, values in _slots(staff).items():
        if ACTIONS[slot] is None:
            _call_twice(getattr(staff, slot), values)
    assert staff._known.state == StaffState(page)


def _call_twice(slot: Callable[..., Any], values: tuple[object, ...]) -> None:
    """Restart and Leave ask once more."""
    for _ in range(2):
        slot(*values)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            (
                "Cannot be read now, still here: 2 (a, b)",
                "Could not be read now, still here for the next copy: 4 (a, b, c, ...)",
                "The PIN cannot be checked now. Wait a moment, then try again.",
            ),
        ),
        (
            "es",
            (
                "Ahora no se pueden leer, siguen aquí: 2 (a, b)",
                "No se pudieron leer ahora, siguen aquí para la próxima copia: 4 (a, b, c, ...)",
                "El PIN no se puede comprobar ahora. Espere un momento y pruebe otra vez.",
            ),
        ),
    ],
)
def test_what_cannot_be_read_or_checked_now_is_said_in_both_languages(
    translations: Translations, language: str, told: tuple[str, str, str]
) -> None:
    health, copied, unchecked = told
    seen = Health(5, None, 0, 0, (), ("a", "b"), 9000, (), None)
    translations.set_language(language)
    assert health in health_lines(translations.sentence, seen)
    assert copied in copied_lines(translations.sentence, Carried(0, CopyReport(2, 0, (), tuple("abcd"))))
    odd = copied_lines(translations.sentence, Carried(0, CopyReport(2, 0, odd=("call",))))
    assert len(odd) == 3
    assert odd[1].endswith(": 1 (call)")
    shared = copied_lines(translations.sentence, Carried(0, CopyReport(2, 0, odd=("call",)), is_share=True))
    stick, folder = {"en": ("stick", "shared folder"), "es": ("memoria", "carpeta compartida")}[language]
    assert all(stick in line and folder not in line for line in odd[1:])
    assert all(folder in line and stick not in line for line in shared[1:])
    unmarked = copied_lines(translations.sentence, Carried(0, CopyReport(2, 0, unmarked=("a", "b"))))
    assert unmarked == copied_lines(translations.sentence, Carried(None, CopyReport(2, 0)))
    assert len(unmarked) == 3
    assert translations.sentence("staff.pin.unchecked") == unchecked
    assert (
        len(health_lines(translations.sentence, dataclasses.replace(seen, unread=())))
        == len(health_lines(translations.sentence, seen)) - 1
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_reason_why_nothing_was_copied_has_a_sentence_of_its_own(
    translations: Translations, language: str
) -> None:
    translations.set_language(language)
    told = [not_carried_message(translations.sentence, verdict) for verdict in NotCarried]
    assert len(set(told)) == len(NotCarried)
    assert all(sentence.endswith(".") and "staff." not in sentence for sentence in told)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_end_of_taking_in_has_a_sentence_of_its_own(translations: Translations, language: str) -> None:
    translations.set_language(language)
    told = [take_in_message(translations.sentence, verdict) for verdict in TakeIn]
    assert len(set(told)) == len(TakeIn)
    assert all(sentence.endswith(".") and "staff." not in sentence for sentence in told)
