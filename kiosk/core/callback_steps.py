"""The way through the call-back form: one question a step, in the order of product.md."""

import dataclasses
import enum
from typing import Final

from kiosk.core.callback import phone as phones
from kiosk.core.callback.draft import CLOSING, CallbackDraft, CallbackStep, EnergyWindow, PhoneHard
from kiosk.core.callback.names import clean_name, press_letter
from kiosk.core.callback.urgent_numbers import is_urgent
from kiosk.core.visit import Screen, Visit, ask_for_help, go

STEPS: Final = (
    CallbackStep.NOTICE,
    CallbackStep.PRIVACY,
    CallbackStep.PHONE,
    CallbackStep.NAME,
    CallbackStep.WINDOW,
    CallbackStep.LANGUAGE,
    CallbackStep.INTERPRETER,
    CallbackStep.PHONE_HARD,
    CallbackStep.HELPER,
    CallbackStep.CONSENT,
    CallbackStep.CHECK,
)
ENDS: Final = CLOSING | {CallbackStep.DESK}
WAITING: Final = frozenset({CallbackStep.SENDING, CallbackStep.TAKING_BACK})


class CallbackPart(enum.Enum):
    """What a visitor does at a step: read, type a number or a name, choose, or check all answers."""

    READING = enum.auto()
    PHONE = enum.auto()
    NAME = enum.auto()
    CHOICE = enum.auto()
    CHECK = enum.auto()


_PARTS: Final = {
    CallbackStep.PHONE: CallbackPart.PHONE,
    CallbackStep.NAME: CallbackPart.NAME,
    CallbackStep.WINDOW: CallbackPart.CHOICE,
    CallbackStep.LANGUAGE: CallbackPart.CHOICE,
    CallbackStep.INTERPRETER: CallbackPart.CHOICE,
    CallbackStep.PHONE_HARD: CallbackPart.CHOICE,
    CallbackStep.HELPER: CallbackPart.NAME,
    CallbackStep.CONSENT: CallbackPart.CHOICE,
    CallbackStep.CHECK: CallbackPart.CHECK,
}


def part_of(step: CallbackStep) -> CallbackPart:
    """Return what a visitor does at a step."""
    return _PARTS.get(step, CallbackPart.READING)


def open_callback(visit: Visit, request_id: str) -> Visit:
    """Open the form at its red-flag notice; the request it may become has this id.

    Whoever comes from the outcome of the self-check has just answered the red flags: there the form
    begins after the notice, at what happens to the number. The answers are forgotten.
    """
    has_answered = visit.check is not None and visit.check.has_outcome
    left = go(visit, Screen.CALLBACK)
    if left.screen is not Screen.CALLBACK:
        return left
    first = CallbackStep.PRIVACY if has_answered else CallbackStep.NOTICE
    draft = CallbackDraft(request_id, step=first, skips_notice=has_answered)
    return dataclasses.replace(left, callback=draft)


def at_step(visit: Visit, step: CallbackStep) -> Visit:
    """Go to a step; the last ones forget what was entered."""
    if visit.callback is None:
        return visit
    if step in ENDS:
        return dataclasses.replace(visit, callback=CallbackDraft(visit.callback.id, step=step))
    return _with(visit, step=step, is_refused=False)


def thank(visit: Visit, seq: int) -> Visit:
    """Say that the request is kept, under this number, to be taken back by; what it says is forgotten."""
    return _with(at_step(visit, CallbackStep.DONE), seq=seq)


def steps_asked(draft: CallbackDraft) -> tuple[CallbackStep, ...]:
    """Return the steps this visitor meets, the one on screen among them.

    The helper's name only with a helper, the notice only when its red flags were not asked before.
    """
    idle = {CallbackStep.NOTICE} if draft.skips_notice else set()
    if "helper" not in draft.phone_hard:
        idle.add(CallbackStep.HELPER)
    return tuple(step for step in STEPS if step is draft.step or step not in idle)


def next_step(visit: Visit, country: str, emergency_number: str = "") -> Visit:
    """Go on from an answer that can be used, else say why not; a changed answer leads back to the check.

    country, emergency_number: see `check_phone`.
    """
    draft = visit.callback
    if draft is None or draft.step not in STEPS or draft.step is CallbackStep.CHECK:
        return visit
    if not is_usable(draft, country, emergency_number):
        return _refuse(visit, draft, country, emergency_number)
    asked = steps_asked(draft)
    after = asked[asked.index(draft.step) + 1]
    needs_more = draft.step is CallbackStep.PHONE_HARD and not text_consent_given_if_needed(draft)
    if draft.is_changing and not needs_more and after is not CallbackStep.HELPER:
        after = CallbackStep.CHECK
    return _with(
        visit, step=after, is_refused=False, is_changing=draft.is_changing and after is not asked[-1]
    )


def _refuse(visit: Visit, draft: CallbackDraft, country: str, emergency_number: str) -> Visit:
    """Say why not; with a number of help on screen and said to be one, lead to help."""
    refused = _with(visit, is_refused=True)
    is_said = draft.is_refused or is_urgent(draft.typed, country, emergency_number)
    if draft.step is not CallbackStep.PHONE or not is_said:
        return refused
    verdict = phones.check_phone(draft.typed, country, emergency_number).verdict
    return ask_for_help(refused) if verdict is phones.PhoneVerdict.URGENT else refused


def previous_step(visit: Visit) -> Visit:
    """Go to the step before, keeping what was entered; before the first to all causes."""
    draft = visit.callback
    if draft is None or draft.step in ENDS or draft.step is steps_asked(draft)[0]:
        return go(visit, Screen.HOME)
    if draft.step in WAITING:
        return visit
    if draft.is_changing:
        return change(visit, CallbackStep.CHECK)
    asked = steps_asked(draft)
    return _with(visit, step=asked[asked.index(draft.step) - 1], is_refused=False)


def change(visit: Visit, step: CallbackStep) -> Visit:
    """Open a step from "check your answers", or go back there from it."""
    if visit.callback is None or step not in STEPS:
        return visit
    return _with(visit, step=step, is_refused=False, is_changing=step is not CallbackStep.CHECK)


def is_usable(draft: CallbackDraft, country: str, emergency_number: str = "") -> bool:
    """Whether what the step on screen asks for is there and can be used."""
    if draft.step is CallbackStep.PHONE:
        return phones.check_phone(draft.typed, country, emergency_number).verdict.can_be_called
    if draft.step is CallbackStep.WINDOW:
        return bool(draft.window)
    if draft.step is CallbackStep.LANGUAGE:
        return bool(draft.spoken)
    if draft.step is CallbackStep.INTERPRETER:
        return draft.interpreter is not None
    if draft.step is CallbackStep.HELPER:
        return bool(clean_name(draft.helper))
    return draft.step is not CallbackStep.CONSENT or text_consent_given_if_needed(draft)


def text_consent_given_if_needed(draft: CallbackDraft) -> bool:
    """Whether a visitor who wants a text before the call has agreed to get texts."""
    return "text-first" not in draft.phone_hard or draft.text


def press_key(visit: Visit, key: str) -> Visit:
    """Type one key of the number pad or of the letters into the field on screen."""
    draft = visit.callback
    if draft is None:
        return visit
    if draft.step is CallbackStep.PHONE:
        return _with(visit, typed=phones.press(draft.typed, key), is_refused=False)
    if draft.step is CallbackStep.NAME:
        return _with(visit, name=press_letter(draft.name, key), is_refused=False)
    if draft.step is CallbackStep.HELPER:
        return _with(visit, helper=press_letter(draft.helper, key), is_refused=False)
    return visit


def choose_window(visit: Visit, window: EnergyWindow) -> Visit:
    """Choose the part of the day with most energy."""
    return _with(visit, window=window)


def choose_language(visit: Visit, language: str) -> Visit:
    """Choose the language to speak."""
    return _with(visit, spoken=language)


def need_interpreter(visit: Visit, *, needed: bool) -> Visit:
    """Say whether an interpreter is needed."""
    return _with(visit, interpreter=needed)


def toggle_phone_hard(visit: Visit, choice: PhoneHard) -> Visit:
    """Choose something that makes a call easier, or take it back; without a helper no name is kept."""
    draft = visit.callback
    if draft is None:
        return visit
    others = tuple(other for other in draft.phone_hard if other != choice)
    chosen = others if choice in draft.phone_hard else (*others, choice)
    return _with(visit, phone_hard=chosen, helper=draft.helper if "helper" in chosen else "")


def toggle_voicemail(visit: Visit) -> Visit:
    """Give the consent to a voicemail, or take it back."""
    return _with(visit, voicemail=visit.callback is not None and not visit.callback.voicemail)


def toggle_text(visit: Visit) -> Visit:
    """Give the consent to a text message, or take it back."""
    return _with(visit, text=visit.callback is not None and not visit.callback.text, is_refused=False)


def _with(visit: Visit, **changes: object) -> Visit:
    if visit.callback is None:
        return visit
    draft = dataclasses.replace(visit.callback, **changes)  # type: ignore[arg-type]  # the callers name real fields
    return dataclasses.replace(visit, callback=draft)
