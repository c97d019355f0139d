"""The languages a clinic may offer to speak on the phone, beside those of the screen."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language by its name in its own words, and by its name in the language of the screen."""

    own: str
    name: str
