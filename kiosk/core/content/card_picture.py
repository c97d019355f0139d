"""The words of a card's picture, and what makes them fit what is drawn."""

import dataclasses

from kiosk.core.validation import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """Alternative texts of a card's picture, and its captions.

    alt, caption: of a picture that stands alone; the others: of one drawn over the pathway, for each of its
    two states.
    """

    alt: str = ""
    caption: str = ""
    healthy_alt: str = ""
    affected_alt: str = ""
    healthy_caption: str = ""
    affected_caption: str = ""

    @property
    def has_states(self) -> bool:
        """Whether it is drawn over the pathway, healthy and affected."""
        return bool(self.affected_alt)

    def words(self, *, is_affected: bool) -> tuple[str, str]:
        """Return the alternative text and the caption of a state, or of the picture that stands alone."""
        if not self.has_states:
            return self.alt, self.caption
        if is_affected:
            return self.affected_alt, self.affected_caption
        return self.healthy_alt, self.healthy_caption


def picture_problems(picture: Picture) -> list[Problem]:
    """Everything wrong with the words of a picture; captions may be left out, but not of one state alone."""
    problems: list[Problem] = []
    is_alone = bool(picture.alt.strip())
    if (bool(picture.healthy_alt), bool(picture.affected_alt)) != (not is_alone,) * 2:
        problems.append(Problem(("picture",), "say alt, or both healthy_alt and affected_alt"))
    of_states = (bool(picture.healthy_caption), bool(picture.affected_caption))
    if is_alone and any(of_states):
        problems.append(Problem(("picture",), "a picture with alt has one caption: say caption"))
    if not is_alone and (picture.caption or any(of_states) != all(of_states)):
        message = "a picture with two states has a caption for each: say healthy_caption and affected_caption"
        problems.append(Problem(("picture",), message))
    return problems
