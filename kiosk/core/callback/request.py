"""What a visitor asks us: a call-back request, or taking one back, and the versioned wire form of both."""

import dataclasses
import json
from collections.abc import Collection
from typing import Annotated, Final, Literal

from kiosk.core.callback.proofs import has_secret, id_of, receipt_of, withdrawal_secret_of
from kiosk.core.errors import DamagedEnvelope
from kiosk.core.staff_words import tr
from kiosk.core.validation import Constraints, parse_json, read

WIRE_VERSION: Final = 2
_FIRST_EDITION: Final = 1
"""Without a secret: read, listed and receipted as ever, and what takes it back is never believed."""
PADDED_TO = 1024
"""Bytes; every request is filled up to a multiple, so its size does not tell how long a name is. Chosen."""
_WITHDRAWN = "withdrawn"
_SINCE_VERSION_2: Final = frozenset({"secret", "kiosk_id", "call_by", "kept_odd_number", "clock"})
_ABSENT_WHERE_NONE: Final = _SINCE_VERSION_2 | {"audit_head"}

RequestId = Annotated[
    str, Constraints("3f" * 16, "32 of the signs 0 to 9 and a to f", pattern=r"^[0-9a-f]{32}\Z")
]
ConsentKind = Literal["call", "voicemail", "text"]
Clock = Literal["set", "not_set"]
UtcTime = Annotated[
    str,
    Constraints(
        "2026-11-28T14:30:00Z",
        "a date and a time that ends in Z",
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z",
    ),
]
Day = Annotated[str, Constraints("2026-11-30", "a date", pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
Secret = Annotated[
    str, Constraints("a7" * 16, "32 of the signs 0 to 9 and a to f", pattern=r"^[0-9a-f]{32}\Z")
]
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
    All that follows is None from a kiosk of the first edition. call_by: the last day to call that the kiosk
    counted; secret: what proofs.py makes all proofs from; kiosk_id: of the kiosk's spool, "" until the spool
    says it; kept_odd_number: the form said that the number looks unusual, and the visitor kept it; clock:
    whether the kiosk believed its clock: if not, created tells nothing, and call_by is None.
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
    audit_head: str | None = None
    call_by: Day | None = None
    secret: Secret | None = None
    kiosk_id: RequestId | None = None
    kept_odd_number: bool | None = None
    clock: Clock | None = None

    def __repr__(self) -> str:
        """Return the id only."""
        return f"CallbackRequest(id={self.id!r}, ...)"

    @property
    def is_dated(self) -> bool:
        """Whether its kiosk's clock was set when it was made."""
        return self.clock != "not_set"

    @property
    def about(self) -> str:
        """The id of the request that this is about: its own."""
        return self.id

    @property
    def receipt(self) -> str | None:
        """What the desk gives back for it; None where the receipt is the hash of the sealed file."""
        return None if self.secret is None else receipt_of(self.secret)

    @property
    def withdrawal_id(self) -> str:
        """The id that only the taking back of this request can have; in the first edition it is the same."""
        return self.id if self.secret is None else id_of(withdrawal_secret_of(self.secret))


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Withdrawal:
    """A request that its visitor took back at the kiosk: what is left of it.

    id: its own; in the first edition that of the request. kiosk, seq: those of the request; created: when it
    was taken back, UTC, whole seconds; secret: of the request, which nobody knows but its kiosk and who can
    open it; clock: as of a request; both are None in the first edition.
    """

    id: RequestId
    kiosk: str
    seq: int
    created: UtcTime
    secret: Secret | None = None
    clock: Clock | None = None

    @classmethod
    def of(cls, secret: str, kiosk: str, seq: int, created: str, clock: Clock = "set") -> "Withdrawal":
        """Return what takes back the request that has this secret."""
        return cls(id_of(withdrawal_secret_of(secret)), kiosk, seq, created, secret, clock)

    def __repr__(self) -> str:
        """Return the id only."""
        return f"Withdrawal(id={self.id!r}, ...)"

    @property
    def is_dated(self) -> bool:
        """As of a request."""
        return self.clock != "not_set"

    @property
    def about(self) -> str:
        """The id of the request that was taken back."""
        return self.id if self.secret is None else id_of(self.secret)

    @property
    def receipt(self) -> str | None:
        """As of a request."""
        return None if self.secret is None else receipt_of(withdrawal_secret_of(self.secret))

    @property
    def is_proven(self) -> bool:
        """Whether it comes from the kiosk that sealed the request, or from who can open that."""
        return self.secret is not None


def to_wire(content: CallbackRequest | Withdrawal) -> bytes:
    """UTF-8 canonical JSON (sorted keys, no spaces), padded with spaces to a multiple of 1,024 bytes."""
    is_first_edition = content.secret is None
    fields: dict[str, object] = {"version": _FIRST_EDITION if is_first_edition else WIRE_VERSION}
    if isinstance(content, Withdrawal):
        fields[_WITHDRAWN] = True
    may_be_absent = _SINCE_VERSION_2 if is_first_edition else _ABSENT_WHERE_NONE
    for field in dataclasses.fields(content):
        value = getattr(content, field.name)
        if value is not None or field.name not in may_be_absent:
            fields[field.name] = value
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
    """Read the wire form back; what has a secret has the id that follows from it, and nothing else has one.

    Raises DamagedEnvelope when it is not a request, or the end of one, of a version this program knows;
    the sentence names keys, never values.
    """
    try:
        fields = parse_json(plain)
    except ValueError:
        raise DamagedEnvelope(tr("The envelope holds no readable request.")) from None
    version = fields.pop("version", None) if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or version not in (_FIRST_EDITION, WIRE_VERSION):
        raise DamagedEnvelope(tr("The envelope holds a request of a version this program does not know."))
    is_withdrawal = fields.pop(_WITHDRAWN, False) is True
    kind: type[CallbackRequest | Withdrawal] = Withdrawal if is_withdrawal else CallbackRequest
    content, problems = read(kind, fields)
    wrong = {str(problem.place[0]) if problem.place else "top" for problem in problems}
    if content is not None:
        wrong = _of_another_version(content, fields, version)
    if content is None or wrong:
        places = ", ".join(sorted(wrong))
        raise DamagedEnvelope(tr("The envelope holds a request with wrong fields: {places}.", places=places))
    if not _fits_its_secret(content):
        raise DamagedEnvelope(
            tr("The envelope does not hold the secret that its name was made from: ask IT.")
        )
    return content


def _of_another_version(
    content: CallbackRequest | Withdrawal, fields: Collection[str], version: object
) -> set[str]:
    """Return the fields that this version should have and has not, or has and should not."""
    since = _SINCE_VERSION_2.intersection(field.name for field in dataclasses.fields(content))
    if version == _FIRST_EDITION:
        return set(since.intersection(fields))
    absent = {name for name in since if getattr(content, name) is None}
    # Who does not know what day it is promises none.
    return absent if content.is_dated else absent ^ since.intersection({"call_by"})


def _fits_its_secret(content: CallbackRequest | Withdrawal) -> bool:
    if content.secret is None:
        return not has_secret(content.id)
    own = withdrawal_secret_of(content.secret) if isinstance(content, Withdrawal) else content.secret
    return content.id == id_of(own)
