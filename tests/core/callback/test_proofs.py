"""What follows from a request's secret: each proof proves one thing, and no proof gives another one away."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.callback.proofs import has_secret, id_of, is_receipt_for, receipt_of, withdrawal_secret_of

SECRET = "a7" * 16
SECRETS = st.text("0123456789abcdef", min_size=32, max_size=32)


def test_what_follows_from_a_secret_never_changes() -> None:
    """Kiosks and desks of all versions must agree on these for ever."""
    assert receipt_of(SECRET) == "d9be3a3572ca4c77e7019598c79593112f5ce55d3e7d66ce88b665ecfcbee301"
    assert withdrawal_secret_of(SECRET) == "ac79c86017f310425a82c58b88205e7dd266d6c7ea7fdbd985e71dbc321b4602"
    assert id_of(SECRET) == "2ce8668aca268e13ac645bdd87afdad6"


@given(SECRETS)
def test_an_id_that_follows_from_a_secret_is_a_uuid_made_by_a_hash(secret: str) -> None:
    made = uuid.UUID(id_of(secret))
    assert (made.version, made.variant) == (8, uuid.RFC_4122)
    assert has_secret(made.hex)


@given(st.uuids(version=4))
def test_the_ids_of_the_first_edition_have_no_secret(made: uuid.UUID) -> None:
    assert not has_secret(made.hex)
    assert not is_receipt_for(receipt_of(made.hex), made.hex)


@given(SECRETS, st.text())
def test_a_receipt_is_good_for_its_envelope_alone(secret: str, other: str) -> None:
    withdrawal = withdrawal_secret_of(secret)
    assert is_receipt_for(receipt_of(secret), id_of(secret))
    assert is_receipt_for(receipt_of(withdrawal), id_of(withdrawal))
    assert not is_receipt_for(receipt_of(secret), id_of(withdrawal))
    assert not is_receipt_for(receipt_of(withdrawal), id_of(secret))
    for known in (other, "\ud800", id_of(secret), withdrawal, secret):
        assert not is_receipt_for(known, id_of(secret))
