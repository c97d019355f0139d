"""The way through the call-back form: one question a step, in the order of product.md."""

import dataclasses
import enum
from typing import Final

from kiosk.core.callback import phone as phones
from kiosk.core.callback.draft import (
    CLOSING,
    OTHER_LANGUAGE,
    CallbackDraft,
    CallbackStep,
    EnergyWindow,
    PhoneHard,
)
from kiosk.core.callback.names import clean_name, exchange_letter, press_letter
from kiosk.core.callback.urgent_numbers import is_urgent
from kiosk.core.visit import Screen, Visit, ask_for_help, go, leave

STEPS: Final = (
    CallbackStep.NOTICE,
    CallbackStep.PRIVACY,
    CallbackStep.PHONE,
    CallbackStep.NAME,
    CallbackStep.WINDOW,
    CallbackStep.LANGUAGE,
    CallbackStep.OTHER_LANGUAGE,
    CallbackStep.INTERPRETER,
    CallbackStep.PHONE_HARD,
    CallbackStep.HELPER,
    CallbackStep.CONSENT,
    CallbackStep.CHECK,
)
ENDS: Final = CLOSING | {CallbackStep.DESK}


class CallbackPart(enum.Enum):
    """What a visitor does at a step: read, type a number or a name, choose, or check all answers.

    DECIDE: whether to stop, or to take the request back.
    """

    READING = enum.auto()
    PHONE = enum.auto()
    NAME = enum.auto()
    CHOICE = enum.auto()
    CHECK = enum.auto()
    DECIDE = enum.auto()


_PARTS: Final = {
    CallbackStep.PHONE: CallbackPart.PHONE,
    CallbackStep.NAME: CallbackPart.NAME,
    CallbackStep.WINDOW: CallbackPart.CHOICE,
    CallbackStep.LANGUAGE: CallbackPart.CHOICE,
    CallbackStep.OTHER_LANGUAGE: CallbackPart.CHOICE,
    CallbackStep.INTERPRETER: CallbackPart.CHOICE,
    CallbackStep.PHONE_HARD: CallbackPart.CHOICE,
    CallbackStep.HELPER: CallbackPart.NAME,
    CallbackStep.CONSENT: CallbackPart.CHOICE,
    CallbackStep.CHECK: CallbackPart.CHECK,
}


def part_of(draft: CallbackDraft) -> CallbackPart:
    """Return what a visitor does at the step on screen."""
    return CallbackPart.DECIDE if draft.asks_first else _PARTS.get(draft.step, CallbackPart.READING)


def open_callback(visit: Visit, secret: str) -> Visit:
    """Open the form at its red-flag notice; the request it may become has this secret.

    Whoever comes from the outcome of the self-check has just answered the red flags: there the form
    begins after the notice, at what happens to the number. The answers are forgotten.
    """
    has_answered = visit.check is not None and visit.check.has_outcome
    left = go(visit, Screen.CALLBACK)
    if left.screen is not Screen.CALLBACK:
        return left
    first = CallbackStep.PRIVACY if has_answered else CallbackStep.NOTICE
    draft = CallbackDraft(secret, step=first, skips_notice=has_answered)
    return dataclasses.replace(left, callback=draft)


def at_step(visit: Visit, step: CallbackStep) -> Visit:
    """Go to a step; the last ones forget what was entered."""
    if visit.callback is None:
        return visit
    if step in ENDS:
        return dataclasses.replace(visit, callback=CallbackDraft(visit.callback.secret, step=step))
    return _with(visit, step=step, is_refused=False, asks_first=False)


def thank(visit: Visit, seq: int) -> Visit:
    """Say that the request is kept, under this number, to be taken back by; what it says is forgotten."""
    return _with(at_step(visit, CallbackStep.DONE), seq=seq)


def steps_asked(draft: CallbackDraft) -> tuple[CallbackStep, ...]:
    """Return the steps this visitor meets, the one on screen among them.

    The notice only when its red flags were not asked before; which language and whether with an interpreter
    only when another one is spoken than those of the screen; what makes a call easier only to those who find
    it hard; the helper's name only with a helper.
    """
    idle = {CallbackStep.NOTICE} if draft.skips_notice else set()
    if draft.spoken != OTHER_LANGUAGE:
        idle |= {CallbackStep.OTHER_LANGUAGE, CallbackStep.INTERPRETER}
    if not draft.finds_phone_hard:
        idle.add(CallbackStep.PHONE_HARD)
    if "helper" not in draft.phone_hard:
        idle.add(CallbackStep.HELPER)
    return tuple(step for step in STEPS if step is draft.step or step not in idle)


def next_step(visit: Visit, country: str, emergency_number: str = "") -> Visit:
    """Go on from an answer that can be used, else say why not; a changed answer leads back to the check.

    Whoever goes on from the language has chosen the one that was shown, which is at first the visit's.
    country, emergency_number: see `check_phone`.
    """
    draft = visit.callback
    if draft is None or draft.asks_first or draft.step not in STEPS[:-1]:
        return visit
    if not is_usable(draft, country, emergency_number):
        return _refuse(visit, draft, country, emergency_number)
    if draft.step is CallbackStep.LANGUAGE:
        visit = choose_language(visit, spoken_in(visit))
    after = _step_after(draft, country)
    before = None if after is CallbackStep.CHECK else draft.before_change
    return _with(visit, step=after, is_refused=False, before_change=before)


def _step_after(draft: CallbackDraft, country: str) -> CallbackStep:
    """Return the step to come; in a change only those that the change has made necessary."""
    asked = steps_asked(draft)
    to_come = asked[asked.index(draft.step) + 1 :]
    if draft.before_change is None:
        return to_come[0]
    return next(step for step in to_come if step is CallbackStep.CHECK or _lacks_answer(draft, step, country))


def _lacks_answer(draft: CallbackDraft, step: CallbackStep, country: str) -> bool:
    if step is CallbackStep.PHONE_HARD:
        return not draft.phone_hard
    return not is_usable(dataclasses.replace(draft, step=step), country)


def _refuse(visit: Visit, draft: CallbackDraft, country: str, emergency_number: str) -> Visit:
    """Say why not; with a number of help on screen and said to be one, lead to help."""
    refused = _with(visit, is_refused=True)
    is_said = draft.is_refused or is_urgent(draft.typed, country, emergency_number)
    if draft.step is not CallbackStep.PHONE or not is_said:
        return refused
    verdict = phones.check_phone(draft.typed, country, emergency_number).verdict
    return ask_for_help(refused) if verdict is phones.PhoneVerdict.URGENT else refused


def previous_step(visit: Visit) -> Visit:
    """Go to the step before, keeping what was entered; before the first to all causes.

    Out of a change it leads back to the answers as they were: none is left half-changed.
    """
    draft = visit.callback
    if draft is not None and draft.asks_first:
        return keep_on(visit)
    if draft is None or draft.step not in STEPS:
        return leave(visit, Screen.HOME)
    if draft.before_change is not None:
        return dataclasses.replace(visit, callback=draft.before_change)
    asked = steps_asked(draft)
    if draft.step is asked[0]:
        return leave(visit, Screen.HOME)
    return _with(visit, step=asked[asked.index(draft.step) - 1], is_refused=False)


def ask_to_take_back(visit: Visit) -> Visit:
    """Ask whether to take the request back that was just kept."""
    draft = visit.callback
    return visit if draft is None or not draft.can_be_taken_back else _with(visit, asks_first=True)


def give_up(visit: Visit) -> Visit:
    """Answer that the form is to stop: what was entered is forgotten."""
    draft = visit.callback
    return go(visit, Screen.HOME) if draft and draft.asks_first and draft.step in STEPS else visit


def keep_on(visit: Visit) -> Visit:
    """Answer that the form is to go on, or the request to stay."""
    return _with(visit, asks_first=False)


def change(visit: Visit, step: CallbackStep) -> Visit:
    """Open a step from "check your answers" to change what was said there."""
    draft = visit.callback
    if draft is None or draft.step is not CallbackStep.CHECK or step not in STEPS[:-1]:
        return visit
    return _with(visit, step=step, before_change=draft)


def is_usable(draft: CallbackDraft, country: str, emergency_number: str = "") -> bool:
    """Whether what the step on screen asks for is there; who wants a text first has to agree to texts."""
    if draft.step is CallbackStep.PHONE:
        return phones.check_phone(draft.typed, country, emergency_number).verdict.can_be_called
    if draft.step is CallbackStep.WINDOW:
        return bool(draft.window)
    if draft.step is CallbackStep.OTHER_LANGUAGE:
        return bool(draft.other_language)
    if draft.step is CallbackStep.INTERPRETER:
        return draft.interpreter is not None
    if draft.step is CallbackStep.HELPER:
        return bool(clean_name(draft.helper))
    return draft.step is not CallbackStep.CONSENT or "text-first" not in draft.phone_hard or draft.text


def press_key(visit: Visit, key: str) -> Visit:
    """Type one key of the number pad or of the letters into the field on screen."""
    draft = visit.callback
    if draft is None or draft.asks_first:
        return visit
    if draft.step is CallbackStep.PHONE:
        return _with(visit, typed=phones.press(draft.typed, key), is_refused=False)
    return _rename(visit, press_letter(draft.name_on_screen, key))


def exchange_last(visit: Visit, letter: str) -> Visit:
    """Put a letter in place of the last one of the name on screen."""
    draft = visit.callback
    if draft is None or draft.asks_first:
        return visit
    return _rename(visit, exchange_letter(draft.name_on_screen, letter))


def _rename(visit: Visit, name: str) -> Visit:
    fields = {CallbackStep.NAME: "name", CallbackStep.HELPER: "helper"}
    field = fields.get(visit.callback.step) if visit.callback is not None else None
    return _with(visit, **{field: name}, is_refused=False) if field is not None else visit


def choose_window(visit: Visit, window: EnergyWindow) -> Visit:
    """Choose the part of the day with most energy."""
    return _with(visit, window=window, is_refused=False)


def choose_language(visit: Visit, language: str) -> Visit:
    """Choose the language to speak: one of the screen's, or OTHER_LANGUAGE, which is named later."""
    if language == OTHER_LANGUAGE:
        return _with(visit, spoken=language)
    return _with(visit, spoken=language, other_language="", interpreter=None)


def spoken_in(visit: Visit) -> str:
    """Return the language that is chosen, which is that of the visit until another one is."""
    return visit.callback.spoken or visit.language if visit.callback is not None else ""


def name_language(visit: Visit, language: str) -> Visit:
    """Name the other language to speak; OTHER_LANGUAGE for one that is not on the list."""
    return _with(visit, other_language=language, is_refused=False)


def need_interpreter(visit: Visit, *, needed: bool) -> Visit:
    """Say whether an interpreter is needed."""
    return _with(visit, interpreter=needed, is_refused=False)


def toggle_finds_phone_hard(visit: Visit) -> Visit:
    """Say that talking on the phone is hard, or take it back and all that was chosen with it."""
    finds_hard = visit.callback is not None and not visit.callback.finds_phone_hard
    visit = _with(visit, finds_phone_hard=finds_hard)
    return visit if finds_hard else _with(visit, phone_hard=(), helper="")


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
