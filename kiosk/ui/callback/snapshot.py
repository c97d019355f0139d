"""What the call-back form shows at each step, its words, icon and heading chosen here and nowhere else.

Without Qt: it is derived from what was entered, the settings and the words.
"""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kiosk.core.callback import names
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.core.callback.phone import PhoneVerdict, check_phone, format_as_typed, is_full
from kiosk.core.callback.urgent_numbers import is_urgent
from kiosk.core.callback_steps import ENDS, STEPS, CallbackPart, part_of, steps_asked
from kiosk.ui.callback.promised import words_for
from kiosk.ui.callback.request import agreement
from kiosk.ui.paging.page_breaks import POINT

if TYPE_CHECKING:
    from kiosk.store.settings.settings import Settings
    from kiosk.ui.translations import Sentence

_HEADINGS: Final[Mapping[CallbackStep, str]] = {
    CallbackStep.NOTICE: "callback.notice.title",
    CallbackStep.PRIVACY: "callback.privacy.title",
    CallbackStep.PHONE: "callback.phone.title",
    CallbackStep.NAME: "callback.name.title",
    CallbackStep.WINDOW: "callback.window.title",
    CallbackStep.LANGUAGE: "callback.language.title",
    CallbackStep.OTHER_LANGUAGE: "callback.other_language.title",
    CallbackStep.INTERPRETER: "callback.interpreter.title",
    CallbackStep.PHONE_HARD: "callback.hard.title",
    CallbackStep.HELPER: "callback.helper.title",
    CallbackStep.CONSENT: "callback.consent.title",
    CallbackStep.CHECK: "callback.check.title",
    CallbackStep.SENDING: "callback.sending.title",
    CallbackStep.DONE: "callback.done.title",
    CallbackStep.TAKING_BACK: "callback.sending.title",
    CallbackStep.UNDONE: "callback.undone.title",
    CallbackStep.NOT_UNDONE: "desk.title",
    CallbackStep.DESK: "desk.title",
}
_ICONS: Final[Mapping[CallbackStep, str]] = {
    CallbackStep.NOTICE: "warning",
    CallbackStep.PRIVACY: "lock",
    CallbackStep.SENDING: "clock",
    CallbackStep.DONE: "check",
    CallbackStep.TAKING_BACK: "clock",
    CallbackStep.UNDONE: "check",
    CallbackStep.NOT_UNDONE: "hand",
    CallbackStep.DESK: "hand",
}
_BLOCKS: Final[Mapping[CallbackStep, tuple[str, ...]]] = {
    CallbackStep.NOTICE: ("callback.notice.if",),
    CallbackStep.PRIVACY: (
        "callback.privacy.lock",
        "callback.privacy.delete",
        "callback.privacy.take_back",
        "callback.privacy.clears",
    ),
    CallbackStep.SENDING: ("callback.sending.wait",),
    CallbackStep.DONE: (
        "callback.done.when",
        "callback.done.shows",
        "callback.done.cancel",
        "callback.done.nothing_more",
    ),
    CallbackStep.TAKING_BACK: ("callback.undone.wait",),
    CallbackStep.UNDONE: ("callback.undone.again",),
    CallbackStep.NOT_UNDONE: ("callback.not_undone.why", "callback.done.cancel"),
    CallbackStep.DESK: ("callback.desk.why", "callback.desk.nothing_kept"),
}
_COUNTED: Final[Mapping[str, str]] = {
    "callback.privacy.delete": "delete_days",
    "callback.done.when": "call_days",
    "callback.check.when": "call_days",
}
"""Which placeholder the form of these words goes with."""
_RED_FLAGS: Final = (
    "callback.notice.breathing",
    "callback.notice.chest",
    "callback.notice.stroke",
    "callback.notice.sudden",
    "callback.notice.spreading",
    "callback.notice.bladder",
    "callback.notice.injury",
    "callback.notice.urine",
    "callback.notice.joint",
)
_HINTS: Final[Mapping[CallbackStep, str]] = {
    CallbackStep.PHONE: "callback.phone.hint",
    CallbackStep.NAME: "callback.name.hint",
    CallbackStep.WINDOW: "check.touch_one",
    CallbackStep.LANGUAGE: "check.touch_one",
    CallbackStep.OTHER_LANGUAGE: "check.touch_one",
    CallbackStep.INTERPRETER: "check.touch_one",
    CallbackStep.PHONE_HARD: "callback.hard.hint",
    CallbackStep.HELPER: "callback.helper.hint",
    CallbackStep.CONSENT: "callback.consent.hint",
    CallbackStep.CHECK: "callback.check.hint",
}
_REFUSALS: Final[Mapping[CallbackStep, str]] = {
    CallbackStep.HELPER: "callback.helper.missing",
    CallbackStep.CONSENT: "callback.consent.needed",
}
_PHONE_REFUSALS: Final[Mapping[PhoneVerdict, str]] = {
    PhoneVerdict.EMPTY: "callback.refusal.empty",
    PhoneVerdict.URGENT: "callback.refusal.urgent",
    PhoneVerdict.TOO_SHORT: "callback.refusal.too_short",
    PhoneVerdict.TOO_LONG: "callback.refusal.too_long",
    PhoneVerdict.UNKNOWN_COUNTRY: "callback.refusal.unknown_country",
    PhoneVerdict.IMPOSSIBLE: "callback.refusal.impossible",
}


@dataclasses.dataclass(frozen=True, slots=True)
class _Question:
    """What the form asks before it does what cannot be undone, by the ids of its words."""

    title: str
    text: str
    stay: str
    leave: str


_STOP: Final = _Question(
    "callback.stop.title", "callback.stop.text", "callback.stop.stay", "callback.stop.leave"
)
_TAKE_BACK: Final = _Question(
    "callback.take_back.title",
    "callback.take_back.text",
    "callback.take_back.stay",
    "callback.take_back.leave",
)


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallbackSnapshot:
    """What the form shows; its repr never shows what was typed.

    progress: which of the steps this visitor meets this is; hint: what to do here, or when it warns what to
    change or look at again; footnote: what sending means; phone, name: as typed so far, at their own steps
    only; phone_aloud, name_aloud: the same for a screen reader; forward_label: on the button that leads on;
    stay_label, leave_label: the answers to what the form asks first, "" while it asks nothing; is_closed: no
    request can be taken today.
    """

    step: CallbackStep = CallbackStep.NOTICE
    part: CallbackPart = CallbackPart.READING
    progress: str = ""
    heading: str = ""
    icon: str = ""
    blocks: tuple[str, ...] = ()
    hint: str = ""
    warns: bool = False
    footnote: str = ""
    forward_label: str = ""
    phone: str = ""
    phone_aloud: str = ""
    name: str = ""
    name_aloud: str = ""
    is_waiting: bool = False
    is_ending: bool = False
    clears_itself: bool = False
    can_take_back: bool = False
    stay_label: str = ""
    leave_label: str = ""
    is_closed: bool = False


def derive_callback(
    draft: CallbackDraft | None,
    settings: "Settings",
    sentence: "Sentence",
    *,
    is_closed: bool,
    call_by: str = "",
) -> CallbackSnapshot:
    """Return what the form shows of what was entered; nothing of it while no form is open.

    call_by: as of promised.words_for.
    """
    if draft is None:
        return CallbackSnapshot(is_closed=is_closed)
    if draft.asks_first:
        return _derive_question(draft, sentence, is_closed=is_closed)
    step, part, facts = draft.step, part_of(draft), _facts(settings, call_by)
    hint, warns = _hint(draft, settings.file.country, settings.file.emergency_number)
    phone = format_as_typed(draft.typed, settings.file.country) if part is CallbackPart.PHONE else ""
    return CallbackSnapshot(
        step=step,
        part=part,
        progress=_progress(draft, sentence),
        heading=sentence(_HEADINGS[step]),
        icon=_ICONS.get(step, ""),
        blocks=_blocks(step, facts, sentence),
        hint=sentence(hint) if hint else "",
        warns=warns,
        footnote=_footnote(step, facts, sentence),
        forward_label=sentence(_forward_label(step)),
        phone=phone,
        phone_aloud=_phone_aloud(phone, sentence) if part is CallbackPart.PHONE else "",
        name=draft.name_on_screen,
        name_aloud=_name_aloud(draft.name_on_screen, sentence) if part is CallbackPart.NAME else "",
        is_waiting=draft.is_waiting,
        is_ending=step in ENDS,
        clears_itself=draft.clears_itself,
        can_take_back=draft.can_be_taken_back,
        is_closed=is_closed,
    )


def _derive_question(draft: CallbackDraft, sentence: "Sentence", *, is_closed: bool) -> CallbackSnapshot:
    question = _TAKE_BACK if draft.can_be_taken_back else _STOP
    return CallbackSnapshot(
        step=draft.step,
        part=part_of(draft),
        heading=sentence(question.title),
        icon="question",
        blocks=(sentence(question.text),),
        stay_label=sentence(question.stay),
        leave_label=sentence(question.leave),
        is_closed=is_closed,
    )


def _progress(draft: CallbackDraft, sentence: "Sentence") -> str:
    if draft.step not in STEPS:
        return ""
    asked = steps_asked(draft)
    return sentence("callback.progress", number=str(asked.index(draft.step) + 1), count=str(len(asked)))


def _facts(settings: "Settings", call_by: str) -> dict[str, str]:
    return settings.placeholders | {"caller_number": settings.caller_number, "call_by": call_by}


def _blocks(step: CallbackStep, facts: Mapping[str, str], sentence: "Sentence") -> tuple[str, ...]:
    blocks = tuple(_counted(word_id, facts, sentence) for word_id in _BLOCKS.get(step, ()))
    if step is CallbackStep.NOTICE:
        return (*blocks, *(POINT + sentence(word_id) for word_id in _RED_FLAGS))
    return blocks


def _hint(draft: CallbackDraft, country: str, emergency_number: str) -> tuple[str, bool]:
    """Return the id of the hint at a step, "" for none, and whether it warns."""
    usual = _HINTS.get(draft.step, "")
    if draft.step is CallbackStep.CHECK:
        is_odd = check_phone(draft.typed, country).verdict is PhoneVerdict.ODD
        return ("callback.check.odd", True) if is_odd else (usual, False)
    if draft.step is CallbackStep.PHONE:
        refusal = _phone_refusal(draft, country, emergency_number)
        return refusal or usual, bool(refusal)
    if names.is_full(draft.name_on_screen):
        return "callback.name.full", True
    if not draft.is_refused:
        return usual, False
    return _REFUSALS.get(draft.step, usual), True


def _phone_refusal(draft: CallbackDraft, country: str, emergency_number: str) -> str:
    """Return the id of what must be said of the number now, "" for nothing."""
    if draft.is_refused:
        verdict = check_phone(draft.typed, country, emergency_number).verdict
        return _PHONE_REFUSALS.get(verdict, "")
    if is_urgent(draft.typed, country, emergency_number):
        return _PHONE_REFUSALS[PhoneVerdict.URGENT]
    return "callback.refusal.full" if is_full(draft.typed) else ""


def _footnote(step: CallbackStep, facts: Mapping[str, str], sentence: "Sentence") -> str:
    if step is not CallbackStep.CHECK:
        return ""
    return agreement("call", facts, sentence) + " " + _counted("callback.check.when", facts, sentence)


def _counted(word_id: str, facts: Mapping[str, str], sentence: "Sentence") -> str:
    word_id = words_for(word_id, facts["call_by"])
    counted = _COUNTED.get(word_id)
    return sentence(word_id, int(facts[counted]) if counted else -1, **facts)


def _forward_label(step: CallbackStep) -> str:
    if step is CallbackStep.CHECK:
        return "callback.check.send"
    return "callback.done.clear" if step in ENDS else "bar.next"


def _phone_aloud(phone: str, sentence: "Sentence") -> str:
    return sentence("callback.phone.field", number=phone) if phone else sentence("callback.phone.field_empty")


def _name_aloud(name: str, sentence: "Sentence") -> str:
    return sentence("callback.name.field", name=name) if name else sentence("callback.name.field_empty")
