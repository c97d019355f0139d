"""The call-back request: what goes over the wire comes back, and nothing of it leaks on the way."""

import dataclasses
import json
import traceback
from typing import Any, Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.callback.proofs import id_of, withdrawal_secret_of
from kiosk.core.callback.request import CallbackRequest, Consent, Withdrawal, from_wire, to_wire
from kiosk.core.errors import DamagedEnvelope

ENTERED = "Quetzalcoatl"
KINDS: tuple[Literal["call", "voicemail", "text"], ...] = ("call", "voicemail", "text")
SECRET = "0123456789abcdef" * 2
REQUEST = CallbackRequest(
    id=id_of(SECRET),
    kiosk="lobby",
    seq=12,
    created="2026-11-23T14:15:30Z",
    zone="-05:00",
    language="en",
    name="Zoë",
    phone="+14155552671",
    phone_as_typed="(415) 555-2671",
    energy_window="",
    spoken_language="",
    interpreter=False,
    phone_hard=("text first",),
    helper_name="",
    consents=(Consent("call", "You may call me.", given=True),),
    config_version="0123",
    call_by="2026-11-25",
    secret=SECRET,
    kiosk_id="4c" * 16,
    kept_odd_number=False,
    clock="set",
)
OF_VERSION_2 = ("secret", "kiosk_id", "call_by", "kept_odd_number", "clock")
FIRST_EDITION = dataclasses.replace(
    REQUEST,
    id="0123456789ab4def8123456789abcdef",
    call_by=None,
    secret=None,
    kiosk_id=None,
    kept_odd_number=None,
    clock=None,
)
FIELDS = [field.name for field in dataclasses.fields(CallbackRequest)]


def _of_an_edition(secret: str, *, is_first: bool, **fields: Any) -> CallbackRequest:
    if is_first:
        fields |= dict.fromkeys(OF_VERSION_2, None)
        return CallbackRequest(id=f"{secret[:12]}4{secret[13:]}", **fields)
    if fields["clock"] == "not_set":
        fields["call_by"] = None
    return CallbackRequest(id=id_of(secret), secret=secret, **fields)


def _requests() -> st.SearchStrategy[CallbackRequest]:
    texts = st.text(max_size=60)
    return st.builds(
        _of_an_edition,
        secret=st.text("0123456789abcdef", min_size=32, max_size=32),
        is_first=st.booleans(),
        kiosk=texts,
        seq=st.integers(min_value=0, max_value=2**63 - 1),
        created=st.datetimes().map(lambda time: f"{time:%Y-%m-%dT%H:%M:%SZ}".zfill(20)),
        zone=texts,
        language=texts,
        name=texts,
        phone=st.from_regex(r"\A\+[1-9][0-9]{4,14}\Z"),
        phone_as_typed=texts,
        energy_window=texts,
        spoken_language=texts,
        interpreter=st.booleans(),
        phone_hard=st.lists(texts, max_size=3).map(tuple),
        helper_name=texts,
        consents=st.lists(st.builds(Consent, st.sampled_from(KINDS), texts, given=st.booleans())).map(tuple),
        config_version=texts,
        audit_head=st.none() | texts,
        call_by=st.dates().map(str),
        kiosk_id=st.text("0123456789abcdef", min_size=32, max_size=32),
        kept_odd_number=st.booleans(),
        clock=st.sampled_from(["set", "not_set"]),
    )


def _json() -> st.SearchStrategy[Any]:
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.text() | st.sampled_from([*FIELDS, "version"]), inner)
        ),
        max_leaves=12,
    )


def _changed(**changes: object) -> bytes:
    return json.dumps({**json.loads(to_wire(REQUEST)), **changes}).encode()


def _complaint(plain: bytes) -> str:
    """Return all a log could say of bytes that cannot be read, "" if they can."""
    try:
        from_wire(plain)
    except DamagedEnvelope as error:
        return "".join(traceback.format_exception(error))
    return ""


@given(_requests())
def test_what_is_written_is_what_the_desk_reads(request_sent: CallbackRequest) -> None:
    assert from_wire(to_wire(request_sent)) == request_sent


@given(_requests())
def test_the_length_tells_only_how_many_kilobytes(request_sent: CallbackRequest) -> None:
    plain = to_wire(request_sent)
    assert len(plain) % 1024 == 0
    assert len(plain) - len(plain.rstrip(b" ")) < 1024


def test_a_short_and_a_long_name_have_the_same_length_on_the_wire() -> None:
    assert len(to_wire(REQUEST)) == len(to_wire(dataclasses.replace(REQUEST, name="Bartholomew" * 5))) == 1024


def test_the_same_request_is_always_the_same_bytes() -> None:
    text = to_wire(REQUEST).decode()
    fields = json.loads(text)
    assert list(fields) == sorted(fields)
    assert fields["version"] == 2
    assert text.rstrip(" ") == json.dumps(fields, separators=(",", ":"), ensure_ascii=False)
    assert '"name":"Zoë"' in text


def test_a_request_of_the_first_edition_is_read_as_ever_and_has_nothing_of_the_second() -> None:
    fields = json.loads(to_wire(FIRST_EDITION))
    assert (fields["version"], fields["audit_head"]) == (1, None)
    assert fields.keys().isdisjoint(OF_VERSION_2)
    assert from_wire(to_wire(FIRST_EDITION)) == FIRST_EDITION
    for name in OF_VERSION_2:
        changed = {**fields, name: json.loads(to_wire(REQUEST))[name]}
        with pytest.raises(DamagedEnvelope, match=f"with wrong fields: {name}"):
            from_wire(json.dumps(changed).encode())
    assert "wrong fields: call_by" in _complaint(_changed(call_by="Wednesday"))


@pytest.mark.parametrize(
    "forged",
    [
        dataclasses.replace(REQUEST, secret="ab" * 16),
        dataclasses.replace(REQUEST, id=id_of("ab" * 16)),
        dataclasses.replace(REQUEST, id=FIRST_EDITION.id),
        dataclasses.replace(FIRST_EDITION, id=REQUEST.id),
        Withdrawal(REQUEST.id, "lobby", 12, REQUEST.created),
        Withdrawal(REQUEST.id, "lobby", 12, REQUEST.created, SECRET, "set"),
        Withdrawal(REQUEST.withdrawal_id, "lobby", 12, REQUEST.created),
        Withdrawal(REQUEST.withdrawal_id, "lobby", 12, REQUEST.created, "ab" * 16, "set"),
        Withdrawal(
            REQUEST.withdrawal_id, "lobby", 12, REQUEST.created, withdrawal_secret_of(SECRET)[:32], "set"
        ),
    ],
)
def test_nobody_without_the_secret_writes_what_has_its_id(forged: CallbackRequest | Withdrawal) -> None:
    with pytest.raises(DamagedEnvelope, match="does not hold the secret that its name was made from: ask IT"):
        from_wire(to_wire(forged))


@given(st.binary())
def test_bytes_that_are_no_request_are_damaged_and_nothing_worse(plain: bytes) -> None:
    with pytest.raises(DamagedEnvelope):
        from_wire(plain)


@given(_json())
def test_json_that_is_no_request_is_damaged_and_nothing_worse(data: Any) -> None:
    with pytest.raises(DamagedEnvelope):
        from_wire(json.dumps(data).encode())


@given(
    st.dictionaries(
        st.sampled_from(FIELDS),
        st.recursive(
            st.sampled_from([ENTERED, f" {ENTERED}\n", f"+{ENTERED}"]),
            lambda inner: (
                st.lists(inner) | st.dictionaries(st.sampled_from(["kind", "words", "given", ENTERED]), inner)
            ),
            max_leaves=4,
        ),
        min_size=1,
    )
)
def test_a_damaged_envelope_never_quotes_what_the_visitor_entered(changes: dict[str, Any]) -> None:
    assert ENTERED not in _complaint(_changed(**changes))


def test_a_damaged_envelope_names_the_keys_that_are_wrong() -> None:
    plain = _changed(name=7, consents=[{"kind": "wish", "words": "", "given": True}], extra="x")
    with pytest.raises(DamagedEnvelope, match=r"with wrong fields: consents, extra, name\.$"):
        from_wire(plain)


@pytest.mark.parametrize("missing", [field for field in FIELDS if field != "audit_head"])
def test_a_request_without_one_of_its_fields_is_damaged(missing: str) -> None:
    fields = json.loads(to_wire(REQUEST))
    del fields[missing]
    with pytest.raises(DamagedEnvelope, match=rf"with wrong fields: ({missing}|top)\.$"):
        from_wire(json.dumps(fields).encode())


@pytest.mark.parametrize("version", [0, 3, "1", None])
def test_a_request_of_a_later_program_is_not_guessed_at(version: object) -> None:
    with pytest.raises(DamagedEnvelope, match="a version this program does not know"):
        from_wire(_changed(version=version))


@pytest.mark.parametrize("plain", [b"[" * 100_000, b'{"seq":' + b"9" * 5000 + b"}", b"\xff\xfe\xfd", b""])
def test_bytes_made_to_break_the_reader_are_damaged_like_others(plain: bytes) -> None:
    with pytest.raises(DamagedEnvelope, match="holds no readable request"):
        from_wire(plain)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", REQUEST.id + "\n"),
        ("id", REQUEST.id.upper()),
        ("id", "../" + REQUEST.id[3:]),
        ("phone", REQUEST.phone + "\n"),
        ("phone", "+1415555267\N{ARABIC-INDIC DIGIT ONE}"),
        ("phone", "14155552671"),
        ("phone", "+1234567890123456"),
        ("created", REQUEST.created + "\n"),
        ("created", "2026-11-23T14:15:3\N{ARABIC-INDIC DIGIT ONE}Z"),
        ("created", "2026-11-23T14:15:30"),
        ("seq", True),
        ("seq", 1.5),
    ],
)
def test_a_field_that_only_looks_right_is_damaged(key: str, value: object) -> None:
    with pytest.raises(DamagedEnvelope, match=f"with wrong fields: {key}"):
        from_wire(_changed(**{key: value}))


@given(_requests())
def test_the_repr_of_a_request_is_its_id_whatever_was_entered(request_sent: CallbackRequest) -> None:
    assert repr(request_sent) == f"CallbackRequest(id={request_sent.id!r}, ...)"
    assert f"{request_sent}" == repr(request_sent)


def test_every_kind_of_consent_is_read() -> None:
    consents = tuple(Consent(kind, "Yes.", given=False) for kind in KINDS)
    assert get_args(Consent.__annotations__["kind"]) == KINDS
    sent = dataclasses.replace(REQUEST, consents=consents)
    assert from_wire(to_wire(sent)) == sent


@given(_requests())
def test_what_is_taken_back_says_which_request_it_was_and_nothing_else(asked: CallbackRequest) -> None:
    withdrawal = Withdrawal(asked.id, asked.kiosk, asked.seq, asked.created)
    if asked.secret:
        withdrawal = Withdrawal.of(asked.secret, asked.kiosk, asked.seq, asked.created)
    plain = to_wire(withdrawal)
    assert from_wire(plain) == withdrawal
    assert (withdrawal.about, withdrawal.id) == (asked.id, asked.withdrawal_id)
    assert withdrawal.is_proven is (asked.secret is not None)
    assert len(plain) == 1024
    fields = {"version", "withdrawn", "id", "kiosk", "seq", "created"}
    assert set(json.loads(plain)) == fields | ({"secret", "clock"} if asked.secret else set())
    assert repr(withdrawal) == f"Withdrawal(id={withdrawal.id!r}, ...)"


def test_a_kiosk_whose_clock_is_not_set_promises_no_day() -> None:
    undated = dataclasses.replace(REQUEST, clock="not_set", call_by=None)
    assert from_wire(to_wire(undated)) == undated
    assert (undated.is_dated, REQUEST.is_dated, FIRST_EDITION.is_dated) == (False, True, True)
    withdrawal = Withdrawal.of(SECRET, "lobby", 12, REQUEST.created, "not_set")
    assert from_wire(to_wire(withdrawal)) == withdrawal
    assert not withdrawal.is_dated


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"clock": "not_set"}, "call_by"),
        ({"clock": "not_set", "call_by": None, "kiosk_id": None}, "kiosk_id"),
        ({"call_by": None}, "call_by"),
        ({"clock": None}, "clock"),
        ({"clock": "fast"}, "clock"),
    ],
)
def test_a_day_is_promised_by_every_other_one_and_what_the_clock_was_is_said(
    changes: dict[str, Any], named: str
) -> None:
    assert f"wrong fields: {named}." in _complaint(to_wire(dataclasses.replace(REQUEST, **changes)))


@pytest.mark.parametrize("value", [False, 1, "yes", None])
def test_a_request_is_no_withdrawal_unless_it_says_so_plainly(value: object) -> None:
    fields = json.loads(to_wire(REQUEST))
    assert from_wire(json.dumps({**fields, "withdrawn": value}).encode()) == REQUEST


def test_a_withdrawal_with_a_phone_number_in_it_is_damaged() -> None:
    fields = {**json.loads(to_wire(REQUEST)), "withdrawn": True}
    with pytest.raises(DamagedEnvelope, match="phone"):
        from_wire(json.dumps(fields).encode())
