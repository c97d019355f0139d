"""The request that a filled-in form becomes, and its withdrawal."""

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kiosk.core.callback.draft import PHONE_IS_HARD, CallbackDraft
from kiosk.core.callback.names import clean_name
from kiosk.core.callback.phone import PhoneVerdict, check_phone, format_as_typed
from kiosk.core.callback.request import CallbackRequest, Clock, Consent, ConsentKind, Withdrawal

if TYPE_CHECKING:
    from kiosk.store.settings.settings import Settings
    from kiosk.ui.translations import Sentence

_WIRE_TIME: Final = "%Y-%m-%dT%H:%M:%SZ"


def request_of(  # noqa: PLR0913  # all that a request is made of
    draft: CallbackDraft,
    settings: "Settings",
    language: str,
    now: datetime.datetime,
    sentence: "Sentence",
    *,
    is_clock_set: bool = True,
) -> CallbackRequest:
    """Return the request, each consent in the words that were on screen.

    now: aware, in the kiosk's zone; is_clock_set: it is believed.
    """
    phone = check_phone(draft.typed, settings.file.country)
    zone = now.strftime("%z")
    agreed: dict[ConsentKind, bool] = {"call": True, "voicemail": draft.voicemail, "text": draft.text}
    return CallbackRequest(
        id=draft.id,
        kiosk=settings.kiosk_name,
        seq=0,
        created=_wire_time(now),
        zone=f"{zone[:3]}:{zone[3:5]}",
        language=language,
        name=clean_name(draft.name),
        phone=phone.e164,
        phone_as_typed=format_as_typed(draft.typed, settings.file.country),
        energy_window=draft.window,
        spoken_language=draft.other_language or draft.spoken or language,
        interpreter=bool(draft.interpreter),
        phone_hard=draft.phone_hard or ((PHONE_IS_HARD,) if draft.finds_phone_hard else ()),
        helper_name=clean_name(draft.helper),
        consents=tuple(
            Consent(kind, agreement(kind, settings.placeholders, sentence), given=given)
            for kind, given in agreed.items()
        ),
        config_version=settings.version,
        audit_head=None,
        call_by=settings.file.clinic.promise.last_day(now.date()).isoformat() if is_clock_set else None,
        secret=draft.secret,
        kiosk_id="",
        kept_odd_number=phone.verdict is PhoneVerdict.ODD,
        clock="set" if is_clock_set else "not_set",
    )


def withdrawal_of(
    draft: CallbackDraft, settings: "Settings", now: datetime.datetime, *, is_clock_set: bool = True
) -> Withdrawal:
    """Return what takes back the request that this form became; now, is_clock_set: as of request_of."""
    clock: Clock = "set" if is_clock_set else "not_set"
    return Withdrawal.of(draft.secret, settings.kiosk_name, draft.seq, _wire_time(now), clock)


def agreement(kind: ConsentKind, placeholders: Mapping[str, str], sentence: "Sentence") -> str:
    """Return the words by which a visitor agrees to a "call", a "voicemail" or a "text"."""
    words: dict[ConsentKind, str] = {
        "call": "callback.consent.call",
        "voicemail": "callback.consent.voicemail",
        "text": "callback.consent.text",
    }
    return sentence(words[kind], **placeholders)


def _wire_time(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime(_WIRE_TIME)
