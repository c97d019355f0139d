"""What work of the staff's screen came to: what is known then, and what the journal is told."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar, assert_never

from kiosk.core.events import Event
from kiosk.core.result import Err, Ok, Result
from kiosk.ops.health import Health
from kiosk.store.recipients_door import Offer, TakeIn
from kiosk.store.staff_pin import PinAnswer
from kiosk.store.volumes import Volume
from kiosk.ui.staff.messages import (
    WARNED_OF,
    copied_lines,
    not_carried_message,
    pin_message,
    take_in_message,
)
from kiosk.ui.staff.services import Carried, NotCarried
from kiosk.ui.staff.snapshot import StaffInputs
from kiosk.ui.translations import Sentence

T = TypeVar("T")
Outcome: TypeAlias = Callable[[StaffInputs, Result[T], Sentence], StaffInputs]
_log = logging.getLogger(__name__)


def with_answer(known: StaffInputs, answered: Result[PinAnswer], sentence: Sentence) -> StaffInputs:
    """Know what became of a guess at the PIN, and when the next one is free."""
    match answered:
        case Ok(answer):
            if answer.verdict in WARNED_OF:
                _log.warning("%s", WARNED_OF[answer.verdict])
            told = pin_message(sentence, answer.verdict)
            return replace(known, free_at=known.now + answer.wait, message=told, is_trouble=False)
        case Err(told):
            return replace(known, message=told, is_trouble=False)
        case _ as never:
            assert_never(never)


def with_health(known: StaffInputs, checked: Result[Health], _sentence: Sentence) -> StaffInputs:
    """Know the state of the kiosk, or why it is not known."""
    match checked:
        case Ok(health):
            return replace(known, health=health, message="")
        case Err(told):
            return _troubled(replace(known, health=None), told)
        case _ as never:
            assert_never(never)


def with_places(
    shared: tuple[Volume, ...], known: StaffInputs, listed: Result[tuple[Volume, ...]], sentence: Sentence
) -> StaffInputs:
    """Know where requests can be copied to; shared: what is there without a stick."""
    match listed:
        case Ok(sticks):
            return replace(known, places=(*shared, *sticks))
        case Err(told):
            return _unlisted(replace(known, places=shared), told, sentence)
        case _ as never:
            assert_never(never)


def with_copied(known: StaffInputs, result: Result[Carried | NotCarried], sentence: Sentence) -> StaffInputs:
    """Know what a copy did."""
    match result:
        case Ok(carried):
            if isinstance(carried, NotCarried):
                _log.error("%s %s", Event.COPY_FAILED, carried)
                return _troubled(known, not_carried_message(sentence, carried))
            report = carried.report
            _log.info("%s %d %d", Event.REQUESTS_COPIED, report.copied, carried.receipts or 0)
            if report.unmarked or carried.receipts is None:
                _log.error("%s %s", Event.REQUESTS_UNMARKED, ", ".join(report.unmarked))
            if report.unread:
                _log.warning("%s %s", Event.REQUESTS_UNREAD, ", ".join(report.unread))
            told = "\n".join(copied_lines(sentence, carried))
            return replace(known, message=told, is_trouble=False)
        case Err(told):
            _log.error("%s %s", Event.COPY_FAILED, told)
            return _troubled(known, told)
        case _ as never:
            assert_never(never)


def with_offer(known: StaffInputs, found: Result[Offer | TakeIn], sentence: Sentence) -> StaffInputs:
    """Know which recipients.txt a stick holds, or why none can be taken in."""
    match found:
        case Ok(offer):
            if isinstance(offer, Offer):
                return replace(known, offer=offer)
            return _troubled(known, take_in_message(sentence, offer))
        case Err(told):
            return _unlisted(known, told, sentence)
        case _ as never:
            assert_never(never)


def with_taken(known: StaffInputs, result: Result[TakeIn], sentence: Sentence) -> StaffInputs:
    """Know what became of a recipients.txt that was handed in."""
    verdict = result.value if isinstance(result, Ok) else TakeIn.UNANSWERED
    told = take_in_message(sentence, verdict)
    if verdict is TakeIn.TAKEN:
        _log.info("%s", Event.RECIPIENTS_TAKEN)
        return replace(known, message=told, is_trouble=False)
    _log.warning("%s %s", Event.RECIPIENTS_REFUSED, verdict)
    return _troubled(known, told)


def _troubled(known: StaffInputs, told: str) -> StaffInputs:
    return replace(known, message=told, is_trouble=True)


def _unlisted(known: StaffInputs, told: str, sentence: Sentence) -> StaffInputs:
    _log.error("%s %s", Event.STICKS_UNLISTED, told)
    return _troubled(known, sentence("staff.places.unlisted"))
