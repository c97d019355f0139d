"""Who signed a text, and whether that still covers what stands there."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.content.reviews import Review, Reviewed, reviews_in_force
from kiosk.core.validation import read

DAY = datetime.date(2026, 11, 23)
CLINICIAN = Review("Dr. A", "neurologist", DAY, datetime.date(2027, 11, 23), "ab" * 32)
TRANSLATOR = dataclasses.replace(CLINICIAN, reviewer="B", role="translator", kind="translator")
HASH = CLINICIAN.hash


@pytest.mark.parametrize("days", [0, 1, 365])
def test_a_signed_and_unchanged_text_is_reviewed_until_its_next_review(days: int) -> None:
    reviewed = reviews_in_force([CLINICIAN], HASH, "en", DAY + datetime.timedelta(days=days))
    assert reviewed == Reviewed(CLINICIAN)
    assert not reviewed.is_draft


@pytest.mark.parametrize(
    ("reviews", "digest", "days"),
    [
        pytest.param([], HASH, 0, id="never signed"),
        pytest.param([CLINICIAN], "cd" * 32, 0, id="edited"),
        pytest.param([CLINICIAN], HASH, 366, id="overdue"),
        pytest.param([CLINICIAN], HASH, -1, id="signed tomorrow"),
        pytest.param([TRANSLATOR], HASH, 0, id="signed by a translator only"),
    ],
)
def test_a_text_no_clinician_stands_behind_today_is_a_draft(
    reviews: list[Review], digest: str, days: int
) -> None:
    reviewed = reviews_in_force(reviews, digest, "en", DAY + datetime.timedelta(days=days))
    assert reviewed.review is None
    assert reviewed.is_draft


def test_a_signature_is_void_when_what_was_signed_has_changed_and_not_when_its_time_is_over() -> None:
    late = DAY + datetime.timedelta(days=366)
    assert reviews_in_force([CLINICIAN], "cd" * 32, "en", DAY) == Reviewed(None, is_void=True)
    assert reviews_in_force([CLINICIAN], HASH, "en", late) == Reviewed(None)
    assert reviews_in_force([], HASH, "en", DAY) == Reviewed(None)


def test_a_translation_needs_a_translator_beside_the_clinician() -> None:
    assert reviews_in_force([CLINICIAN], HASH, "es", DAY).is_draft
    assert reviews_in_force([TRANSLATOR], HASH, "es", DAY).is_draft
    assert reviews_in_force([TRANSLATOR, CLINICIAN], HASH, "es", DAY) == Reviewed(CLINICIAN)


def test_a_translator_who_signed_other_words_does_not_count() -> None:
    other = dataclasses.replace(TRANSLATOR, hash="cd" * 32)
    assert reviews_in_force([CLINICIAN, other], HASH, "es", DAY).is_draft


def test_an_old_signature_beside_a_new_one_does_no_harm() -> None:
    old = dataclasses.replace(CLINICIAN, hash="cd" * 32)
    assert reviews_in_force([CLINICIAN, old], HASH, "en", DAY).review == CLINICIAN
    assert reviews_in_force([old, CLINICIAN], HASH, "en", DAY).review == CLINICIAN


@given(
    kinds=st.lists(st.sampled_from([CLINICIAN, TRANSLATOR])),
    start=st.integers(-3, 3),
    end=st.integers(-3, 3),
    language=st.sampled_from(["en", "es"]),
    is_edited=st.booleans(),
)
def test_nothing_is_signed_without_every_signature_that_is_needed_on_that_day(
    kinds: list[Review], start: int, end: int, language: str, *, is_edited: bool
) -> None:
    first, last = (DAY + datetime.timedelta(days=days) for days in (start, end))
    reviews = [dataclasses.replace(review, date=first, next_review=last) for review in kinds]
    needed = {"clinician"} if language == "en" else {"clinician", "translator"}
    is_signed = needed <= {review.kind for review in reviews} and start <= 0 <= end and not is_edited
    digest = "cd" * 32 if is_edited else HASH
    assert reviews_in_force(reviews, digest, language, DAY).is_draft == (not is_signed)


@pytest.mark.parametrize(
    ("key", "value"), [("reviewer", ""), ("role", ""), ("hash", "ab"), ("kind", "cook"), ("date", "today")]
)
def test_a_signature_that_is_not_filled_in_is_not_one(key: str, value: str) -> None:
    assert read(Review, dataclasses.asdict(CLINICIAN)) == (CLINICIAN, [])
    review, problems = read(Review, {**dataclasses.asdict(CLINICIAN), key: value})
    assert review is None
    assert [problem.place for problem in problems] == [(key,)]
