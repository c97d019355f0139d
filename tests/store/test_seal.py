"""Sealing: each recipient can open alone, and nobody else."""

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

from kiosk.core.callback.proofs import id_of
from kiosk.core.callback.request import CallbackRequest, Consent, from_wire, to_wire
from kiosk.core.errors import SealError
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal

STAFF, RECOVERY, STRANGER = (x25519.Identity.generate() for _ in range(3))
RECIPIENTS = Recipients((str(STAFF.to_public()), str(RECOVERY.to_public())), is_demonstration=False)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)

REQUESTS = st.builds(
    lambda secret, **fields: CallbackRequest(id=id_of(secret), secret=secret, **fields),
    secret=st.from_regex("[0-9a-f]{32}", fullmatch=True),
    kiosk=WORDS,
    seq=st.integers(1, 10**9),
    created=st.datetimes().map(lambda moment: f"{moment.year:04}-{moment:%m-%dT%H:%M:%SZ}"),
    zone=st.sampled_from(["-05:00", "+00:00", "+05:45"]),
    language=WORDS,
    name=WORDS,
    phone=st.from_regex(r"\+[1-9][0-9]{4,14}", fullmatch=True),
    phone_as_typed=WORDS,
    energy_window=WORDS,
    spoken_language=WORDS,
    interpreter=st.booleans(),
    phone_hard=st.lists(WORDS, max_size=4).map(tuple),
    helper_name=WORDS,
    consents=st.lists(
        st.builds(
            Consent, kind=st.sampled_from(["call", "voicemail", "text"]), words=WORDS, given=st.booleans()
        ),
        max_size=3,
    ).map(tuple),
    config_version=WORDS,
    audit_head=st.none() | WORDS,
    call_by=st.dates().map(str),
    kiosk_id=st.from_regex("[0-9a-f]{32}", fullmatch=True),
    kept_odd_number=st.booleans(),
    clock=st.just("set"),
)


@given(REQUESTS)
def test_what_is_sealed_is_what_is_opened(request_: CallbackRequest) -> None:
    sealed = seal(to_wire(request_), RECIPIENTS)
    assert from_wire(pyrage.decrypt(sealed, [STAFF])) == request_
    assert from_wire(pyrage.decrypt(sealed, [RECOVERY])) == request_


@given(st.binary(max_size=3000))
def test_nobody_else_can_open(plain: bytes) -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(seal(plain, RECIPIENTS), [STRANGER])


def test_the_plain_words_are_not_in_the_sealed_bytes() -> None:
    assert b"marker name" not in seal(b"marker name " * 100, RECIPIENTS)


@pytest.mark.parametrize("keys", [(), ("age1broken",)])
def test_sealing_to_nobody_fails_in_one_sentence(keys: tuple[str, ...]) -> None:
    with pytest.raises(SealError, match=r"^The request could not be sealed: check recipients\.txt\.$"):
        seal(b"plain", Recipients(keys, is_demonstration=False))
