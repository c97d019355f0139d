"""What a visitor has entered into the call-back form so far."""

import dataclasses
import enum
from typing import Final, Literal

from kiosk.core.callback.proofs import id_of

EnergyWindow = Literal["morning", "midday", "afternoon", "any"]
PhoneHard = Literal["slowly", "text-first", "relay", "helper"]

ENERGY_WINDOWS: Final[tuple[EnergyWindow, ...]] = ("morning", "midday", "afternoon", "any")
PHONE_HARD: Final[tuple[PhoneHard, ...]] = ("slowly", "text-first", "relay", "helper")
OTHER_LANGUAGE: Final = "other"
"""None of the languages of the screen; named or, as the last choice of all, not on the list either."""
PHONE_IS_HARD: Final = "phone-is-hard"
"""Said with nothing about what would make a call easier."""


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
    OTHER_LANGUAGE = "other_language"
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
WAITING: Final = frozenset({CallbackStep.SENDING, CallbackStep.TAKING_BACK})
"""While something is written no touch leads away."""


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class CallbackDraft:
    """What the visitor has entered so far; its repr never shows it.

    secret: of the request to be, one a form, so that no touch makes a second one; it goes with the visit.
    seq: its number once it is kept, 0 before; typed: digits with an optional leading plus; name, helper: as
    typed; spoken: a language of the screen or OTHER_LANGUAGE, "" for that of the visit as long as none was
    chosen; other_language: the one named then, or OTHER_LANGUAGE for one that is not on the list;
    finds_phone_hard: the box was ticked
    behind which phone_hard is asked; voicemail, text: consents, never given before they are touched;
    is_refused: Next was touched on something that cannot be used; before_change: the form as it was at
    "check your answers" when a line there was touched to change it; skips_notice: the red flags were asked
    just before, so the form begins after them; asks_first: whether to stop, or to take the request back.
    """

    secret: str = ""
    seq: int = 0
    step: CallbackStep = CallbackStep.NOTICE
    typed: str = ""
    name: str = ""
    window: EnergyWindow | Literal[""] = ""
    spoken: str = ""
    other_language: str = ""
    interpreter: bool | None = None
    finds_phone_hard: bool = False
    phone_hard: tuple[PhoneHard, ...] = ()
    helper: str = ""
    voicemail: bool = False
    text: bool = False
    is_refused: bool = False
    before_change: "CallbackDraft | None" = None
    skips_notice: bool = False
    asks_first: bool = False

    @property
    def id(self) -> str:
        """The id of the request to be."""
        return id_of(self.secret)

    @property
    def name_on_screen(self) -> str:
        """The name as typed at the step that asks for one, "" elsewhere."""
        return {CallbackStep.NAME: self.name, CallbackStep.HELPER: self.helper}.get(self.step, "")

    @property
    def clears_itself(self) -> bool:
        """Whether this is a last page of a form that was sent."""
        return self.step in CLOSING

    @property
    def is_waiting(self) -> bool:
        """Whether something is being written."""
        return self.step in WAITING

    @property
    def can_be_taken_back(self) -> bool:
        """Whether this is the page of a request that was kept under a number to take it back by."""
        return self.step is CallbackStep.DONE and self.seq > 0

    @property
    def holds_answers(self) -> bool:
        """Whether anything was typed or chosen."""
        return bool(
            self.typed
            or self.name
            or self.window
            or self.spoken
            or self.finds_phone_hard
            or self.voicemail
            or self.text
        )
