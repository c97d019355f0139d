"""Who signed a text, and whether the signature still covers the text."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Annotated, Final, Literal

from kiosk.core.self_check.offer import SOURCE_LANGUAGE
from kiosk.core.validation import Constraints

DIGEST: Final = Constraints(
    "3f" * 32, "the 64 signs 0 to 9 and a to f from the print-out", pattern=r"^[0-9a-f]{64}\Z"
)
Kind = Literal["clinician", "translator"]


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """One signature under a text.

    role: as shown to visitors, such as "neurologist"; hash: SHA-256 (hex) of what was read.
    """

    reviewer: Annotated[str, Constraints("Dr. Robin Lee", min_length=1)]
    role: Annotated[str, Constraints("neurologist", min_length=1)]
    date: datetime.date
    next_review: datetime.date
    hash: Annotated[str, DIGEST]
    kind: Kind = "clinician"


@dataclasses.dataclass(frozen=True, slots=True)
class Reviewed:
    """A text with the clinician's review that covers it today, or None: then it is a draft.

    is_void: it was signed once, but then the text, its pictures, its sources or the rules changed.
    """

    review: Review | None
    is_void: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether a needed signature is missing or is for another text, or the review is overdue."""
        return self.review is None


def reviews_in_force(reviews: Iterable[Review], digest: str, language: str, today: datetime.date) -> Reviewed:
    """Return what covers a text today: any edit and any overdue date makes it a draft.

    A translation needs a translator's signature beside the clinician's.
    """
    reviews = tuple(reviews)
    in_force = {
        review.kind: review
        for review in reviews
        if review.hash == digest and review.date <= today <= review.next_review
    }
    is_translated = language == SOURCE_LANGUAGE or "translator" in in_force
    covering = in_force.get("clinician") if is_translated else None
    return Reviewed(covering, is_void=bool(reviews) and all(review.hash != digest for review in reviews))
