"""One opened request as staff see it: its number, its times, its phone, and what is odd about it."""

import dataclasses
import datetime
import re
from typing import Final

import phonenumbers

from kiosk.core.callback.phone import PhoneCaution, caution_of
from kiosk.core.callback.promise import USUAL_PROMISE, Promise
from kiosk.core.callback.request import CallbackRequest, to_wire
from kiosk.core.staff_words import mark, tr
from kiosk.store.envelope import UNDATED, Envelope

_OFFSET: Final = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_KIOSK: Final = re.compile(r"[a-z0-9-]{1,32}")
_MINUTES: Final = len("2026-11-23 09:15")
WINDOWS: Final = (mark("morning"), mark("midday"), mark("afternoon"))
"""The best times that a kiosk offers, in the order of the day."""
_BEFORE_ANY_KIOSK: Final = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
MADE_IN_THE_FUTURE: Final = mark("made in the future")
_KEPT: Final = mark("the visitor was asked to check the number and kept it")
_CLOCKS_DIFFER_BY: Final = datetime.timedelta(days=1)
"""A request made later than this from now is doubted. Chosen; not measured."""


@dataclasses.dataclass(frozen=True, slots=True)
class Expected:
    """What this desk knows of its clinic, to judge a request by.

    now: UTC, aware; kiosks: their names, none while the desk has not met one; promise: to visitors.
    """

    now: datetime.datetime
    kiosks: frozenset[str] = frozenset()
    promise: Promise = USUAL_PROMISE


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class OpenedRequest:
    """One opened request; its repr shows nothing of it.

    caution: of its number, which takes long to find out; same_number: one phrase naming requests of the same
    phone within a day, or ""; doubts: why it may be forged, one phrase each.
    """

    envelope: Envelope
    request: CallbackRequest
    caution: PhoneCaution
    same_number: str = ""
    doubts: tuple[str, ...] = ()

    @classmethod
    def of(cls, envelope: Envelope, request: CallbackRequest) -> "OpenedRequest":
        """Return a request as it was opened, before anything was compared with it."""
        return cls(envelope, request, caution_of(request.phone))

    @property
    def number(self) -> str:
        """Kiosk name and sequence number, such as "lobby#12"."""
        return f"{self.request.kiosk}#{self.request.seq}"

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to know before the call, one phrase each: of the number itself, of other requests with it."""
        kept = tr(_KEPT) if self.request.kept_odd_number else ""
        return tuple(
            part for part in (tr(self.caution.value), kept, self.same_number, self._clock_caution) if part
        )

    @property
    def _clock_caution(self) -> str:
        if self.request.is_dated:
            return ""
        if self.envelope.day == UNDATED:
            return tr("the kiosk's clock was not set")
        return tr("the kiosk's clock was not set; it came in on {day}", day=self.envelope.day)

    @property
    def warning(self) -> str:
        """All that is odd about it in one line, or ""."""
        return "; ".join((*self.cautions, *map(tr, self.doubts)))

    @property
    def created(self) -> datetime.datetime | None:
        """When it was made, with the kiosk's offset (UTC when that makes no sense); None for no such time.

        Where the kiosk's clock was not set: the beginning of the day on which it came in.
        """
        if not self.request.is_dated and self.envelope.day == UNDATED:
            return None
        zone = self.request.zone if _OFFSET.fullmatch(self.request.zone) else "+00:00"
        try:
            offset = datetime.datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo
            return self._made_at(offset)
        except (ValueError, OverflowError):
            return None

    def _made_at(self, offset: datetime.tzinfo | None) -> datetime.datetime:
        if self.request.is_dated:
            return datetime.datetime.fromisoformat(self.request.created).astimezone(offset)
        return datetime.datetime.combine(self.envelope.day, datetime.time.min, offset)

    @property
    def made(self) -> str:
        """When it was made, or came in from a kiosk whose clock was not set: UTC, as in a request."""
        return self.request.created if self.request.is_dated else f"{self.envelope.day}T00:00:00Z"

    @property
    def received(self) -> str:
        """Local time at the kiosk with its offset, or the time as sent when there is no such time.

        Where the kiosk's clock was not set, the day on which it came in.
        """
        if not self.request.is_dated:
            return "" if self.envelope.day == UNDATED else str(self.envelope.day)
        created = self.created
        if created is None:
            return self.request.created
        text = created.isoformat(" ", "minutes")
        return f"{text[:_MINUTES]} {text[_MINUTES:]}"

    def promised_by(self, promise: Promise) -> datetime.date:
        """Return the promised last day to call; the latest date there is when the request has no date."""
        try:
            return datetime.date.max if self.created is None else promise.last_day(self.created.date())
        except OverflowError:
            return datetime.date.max

    def order(self, promise: Promise) -> tuple[datetime.date, int, str, str, int]:
        """Return what lists are sorted by: promised day, energy window, then as they came."""
        rank = window_rank(self.request.energy_window)
        return self.promised_by(promise), rank, self.made, self.request.kiosk, self.request.seq

    def phone(self, form: int) -> str:
        """Write the number in a form of phonenumbers.PhoneNumberFormat; in E.164 if its plan is unknown."""
        try:
            return phonenumbers.format_number(phonenumbers.parse(self.request.phone), form)
        except phonenumbers.NumberParseException:
            return self.request.phone

    def has_consent(self, kind: str) -> bool:
        """Whether the visitor agreed to "voicemail" or "text"."""
        return any(consent.given for consent in self.request.consents if consent.kind == kind)


def time_of_day(request: CallbackRequest) -> str:
    """Return the best time to call in words for staff, "" for any time."""
    return tr(request.energy_window)


def window_rank(window: str) -> int:
    """Return the place of a best time in the day; any time, and what no kiosk sends, comes last."""
    return WINDOWS.index(window) if window in WINDOWS else len(WINDOWS)


def find_doubts(entry: OpenedRequest, plain: bytes, expected: Expected) -> tuple[str, ...]:
    """Say why a request may not come from one of the clinic's kiosks; plain: the bytes it was read from."""
    request, created = entry.request, entry.created
    # Who does not know what day it is is no forger for that.
    is_dated = request.is_dated
    at = created if is_dated else None
    is_new_kiosk = bool(expected.kiosks) and request.kiosk not in expected.kiosks
    texts = (request.name, request.helper_name, request.energy_window, request.spoken_language)
    found = {
        mark("not written the way a kiosk writes"): _is_foreign(request, plain),
        mark("no kiosk can have this name"): not _KIOSK.fullmatch(request.kiosk),
        mark("from a kiosk this desk does not know"): is_new_kiosk and bool(_KIOSK.fullmatch(request.kiosk)),
        mark("no kiosk gives this number"): request.seq < 1,
        mark("no such time"): (is_dated and created is None) or not _OFFSET.fullmatch(request.zone),
        MADE_IN_THE_FUTURE: at is not None and at > expected.now + _CLOCKS_DIFFER_BY,
        mark("made before there was a kiosk"): at is not None and at < _BEFORE_ANY_KIOSK,
        mark("another date than on its envelope"): is_dated
        and request.created[:10] != entry.envelope.day.isoformat(),
        mark("nobody agreed to a call"): not entry.has_consent("call"),
        mark("characters that a kiosk has no keys for"): not all(text.isprintable() for text in texts),
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)


def _is_foreign(request: CallbackRequest, plain: bytes) -> bool:
    try:
        return to_wire(request) != plain
    except UnicodeEncodeError:
        return True
