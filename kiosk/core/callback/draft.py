"""What a visitor has entered into the call-back form so far."""

import dataclasses
import enum
from typing import Final, Literal

EnergyWindow = Literal["morning", "midday", "afternoon", "any"]
PhoneHard = Literal["slowly", "text-first", "relay", "helper"]

ENERGY_WINDOWS: Final[tuple[EnergyWindow, ...]] = ("morning", "midday", "afternoon", "any")
PHONE_HARD: Final[tuple[PhoneHard, ...]] = ("slowly", "text-first", "relay", "helper")
OTHER_LANGUAGE: Final = "other"


class CallbackStep(enum.StrEnum):
    """The steps of the call-back form.

    UNDONE is "taken back", NOT_UNDONE "it could not be taken back", DESK "please ask at the desk".
    """

    NOTICE = "notice"
    PRIVACY = "privacy"
    PHONE = "phone"
    NAME = "name"
    WINDOW = "window"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    PHONE_HARD = "phone_hard"
    HELPER = "helper"
    CONSENT = "consent"
    CHECK = "check"
    SENDING = "sending"
    DONE = "done"
    TAKING_BACK = "taking_back"
    UNDONE = "undone"
    NOT_UNDONE = "not_undone"
    DESK = "desk"


CLOSING: Final = frozenset({CallbackStep.DONE, CallbackStep.UNDONE, CallbackStep.NOT_UNDONE})
"""The last pages of a form that was sent; they clear by themselves."""


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallbackDraft:
    """What the visitor has entered so far; its repr never shows it.

    id: of the request to be, one a form, so that no touch makes a second one; seq: its number once it is
    kept, 0 before; typed: digits with an
    optional leading plus; name, helper: as typed; spoken: a language or OTHER_LANGUAGE, "" before it is
    chosen; voicemail, text: consents, never given before they are touched; is_refused: Next was touched
    on something that cannot be used; is_changing: the step was opened from "check your answers";
    skips_notice: the red flags were asked just before, so the form begins after them.
    """

    id: str = ""
    seq: int = 0
    step: CallbackStep = CallbackStep.NOTICE
    typed: str = ""
    name: str = ""
    window: EnergyWindow | Literal[""] = ""
    spoken: str = ""
    interpreter: bool | None = None
    phone_hard: tuple[PhoneHard, ...] = ()
    helper: str = ""
    voicemail: bool = False
    text: bool = False
    is_refused: bool = False
    is_changing: bool = False
    skips_notice: bool = False

    @property
    def name_on_screen(self) -> str:
        """The name as typed at the step that asks for one, "" elsewhere."""
        return {CallbackStep.NAME: self.name, CallbackStep.HELPER: self.helper}.get(self.step, "")

    @property
    def clears_itself(self) -> bool:
        """Whether this is a last page of a form that was sent."""
        return self.step in CLOSING
