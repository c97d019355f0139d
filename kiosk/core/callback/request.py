"""What a visitor asks us: a call-back request, or taking one back, and the versioned wire form of both."""

import dataclasses
import json
from typing import Annotated, Literal

from kiosk.core.errors import DamagedEnvelope
from kiosk.core.staff_words import tr
from kiosk.core.validation import Constraints, parse_json, read

WIRE_VERSION = 1
_WIRE_VERSION_WITH_A_DAY = 2
"""Of requests that say by which day we promised to call; those of version 1 are read as before."""
PADDED_TO = 1024
"""Bytes; every request is filled up to a multiple, so its size does not tell how long a name is. Chosen."""
_VERSIONS = (WIRE_VERSION, _WIRE_VERSION_WITH_A_DAY)
_WITHDRAWN = "withdrawn"

RequestId = Annotated[
    str, Constraints("3f" * 16, "32 of the signs 0 to 9 and a to f", pattern=r"^[0-9a-f]{32}\Z")
]
ConsentKind = Literal["call", "voicemail", "text"]
UtcTime = Annotated[
    str,
    Constraints(
        "2026-11-28T14:30:00Z",
        "a date and a time that ends in Z",
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z",
    ),
]
Day = Annotated[str, Constraints("2026-11-30", "a date", pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
PhoneE164 = Annotated[
    str, Constraints("+12025550143", "a phone number that begins with +", pattern=r"^\+[1-9][0-9]{4,14}\Z")
]


@dataclasses.dataclass(frozen=True, slots=True)
class Consent:
    """One sentence the visitor was shown, word for word, and whether they agreed."""

    kind: ConsentKind
    words: str
    given: bool


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallbackRequest:
    """One "ask us to call you"; its repr never shows what the visitor entered.

    seq: per kiosk, counting from 1, so that the desk sees gaps; 0 until the spool gives one.
    created: UTC, whole seconds; zone: the kiosk's UTC offset such as "-05:00".
    phone: E.164; phone_as_typed: what the visitor saw in the field.
    energy_window, spoken_language, phone_hard, helper_name: empty when not asked or not chosen.
    config_version: hash of the settings that were in force.
    audit_head: head of the audit log, None where there is none.
    call_by: the last day to call that the kiosk counted; None from a kiosk that did not say so yet.
    """

    id: RequestId
    kiosk: str
    seq: int
    created: UtcTime
    zone: str
    language: str
    name: str
    phone: PhoneE164
    phone_as_typed: str
    energy_window: str
    spoken_language: str
    interpreter: bool
    phone_hard: tuple[str, ...]
    helper_name: str
    consents: tuple[Consent, ...]
    config_version: str
    audit_head: str | None
    call_by: Day | None = None

    def __repr__(self) -> str:
        """Return the id only."""
        return f"CallbackRequest(id={self.id!r}, ...)"


@dataclasses.dataclass(frozen=True, slots=True)
class Withdrawal:
    """A request that its visitor took back at the kiosk: what is left of it.

    id, kiosk, seq: those of the request; created: when it was taken back, UTC, whole seconds.
    """

    id: RequestId
    kiosk: str
    seq: int
    created: UtcTime


def to_wire(content: CallbackRequest | Withdrawal) -> bytes:
    """UTF-8 canonical JSON (sorted keys, no spaces), padded with spaces to a multiple of 1,024 bytes."""
    fields: dict[str, object] = {"version": WIRE_VERSION}
    if isinstance(content, Withdrawal):
        fields[_WITHDRAWN] = True
    fields |= {field.name: getattr(content, field.name) for field in dataclasses.fields(content)}
    if fields.get("call_by"):
        fields["version"] = _WIRE_VERSION_WITH_A_DAY
    else:
        fields.pop("call_by", None)
    text = json.dumps(
        fields,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=dataclasses.asdict,
    )
    plain = text.encode()
    return plain + b" " * (-len(plain) % PADDED_TO)


def from_wire(plain: bytes) -> CallbackRequest | Withdrawal:
    """Read the wire form back.

    Raises DamagedEnvelope when it is not a request, or the end of one, of a version this program knows;
    the sentence names keys, never values.
    """
    try:
        fields = parse_json(plain)
    except ValueError:
        raise DamagedEnvelope(tr("The envelope holds no readable request.")) from None
    if not isinstance(fields, dict) or fields.pop("version", None) not in _VERSIONS:
        raise DamagedEnvelope(tr("The envelope holds a request of a version this program does not know."))
    is_withdrawal = fields.pop(_WITHDRAWN, False) is True
    kind: type[CallbackRequest | Withdrawal] = Withdrawal if is_withdrawal else CallbackRequest
    content, problems = read(kind, fields)
    if content is None:
        places = ", ".join(
            sorted({str(problem.place[0]) if problem.place else "top" for problem in problems})
        )
        raise DamagedEnvelope(tr("The envelope holds a request with wrong fields: {places}.", places=places))
    return content
