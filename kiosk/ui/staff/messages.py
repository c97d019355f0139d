"""What the staff's screen says of a guess and of the requests in the kiosk, one sentence a line."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from kiosk.core.events import Event
from kiosk.ops.health import Health
from kiosk.ops.version import version
from kiosk.store.recipients_door import Offer, TakeIn
from kiosk.store.staff_pin import PinVerdict
from kiosk.ui.staff.services import Carried, NotCarried
from kiosk.ui.translations import Sentence

MOST_NAMES: Final = 8
"""Names of people whose keys a recipients.txt holds; the words tell of the others. Chosen; not measured."""
MOST_LETTERS: Final = 24
"""Characters of each. Chosen; not measured."""
WARNED_OF: Final[Mapping[PinVerdict, Event]] = {
    PinVerdict.WRONG: Event.STAFF_REFUSED,
    PinVerdict.UNCHECKED: Event.PIN_UNCHECKED,
}
"""What the journal is told of a guess."""
_NAMED: Final = 3
"""Files that a line names. Chosen; not measured."""
_TAKE_IN: Final[Mapping[TakeIn, str]] = {
    TakeIn.NOT_HERE: "staff.recipients.not_here",
    TakeIn.NO_STICK: "staff.places.none",
    TakeIn.NO_ANSWER: "staff.places.no_answer",
    TakeIn.NO_FILE: "staff.recipients.no_file",
    TakeIn.MANY: "staff.recipients.many",
    TakeIn.UNREAD: "staff.recipients.unread",
    TakeIn.SECRET: "staff.recipients.secret",
    TakeIn.UNUSABLE: "staff.recipients.unusable",
    TakeIn.UNWRITTEN: "staff.recipients.unwritten",
    TakeIn.UNTAKEN: "staff.recipients.untaken",
    TakeIn.UNANSWERED: "staff.recipients.unanswered",
    TakeIn.TAKEN: "staff.recipients.taken",
}

_NOT_CARRIED: Final[Mapping[NotCarried, str]] = {
    NotCarried.NO_STICK: "staff.places.none",
    NotCarried.NO_SHARE: "staff.places.no_share",
    NotCarried.NO_ANSWER: "staff.places.no_answer",
    NotCarried.SHARE_HANGS: "staff.places.share_hangs",
}


def pin_message(sentence: Sentence, verdict: PinVerdict) -> str:
    """Say why a guess did not open the screen; "" when it did, or when none was made."""
    match verdict:
        case PinVerdict.WRONG:
            return sentence("staff.pin.wrong")
        case PinVerdict.UNCHECKED:
            return sentence("staff.pin.unchecked")
        case PinVerdict.NOT_SET:
            return sentence("staff.pin.not_set")
        case PinVerdict.READY | PinVerdict.WAIT | PinVerdict.RIGHT:
            return ""
        case _ as never:
            assert_never(never)


def health_lines(sentence: Sentence, health: Health) -> list[str]:
    """Say whether the form is open, where requests are, and what IT may ask for."""
    oldest = health.oldest.isoformat() if health.oldest else ""
    told = {
        sentence("staff.health.waiting"): str(health.waiting),
        sentence("staff.health.oldest"): oldest,
        sentence("staff.health.on_the_way"): str(health.on_the_way),
        sentence("staff.health.delivered"): str(health.delivered),
        sentence("staff.health.damaged"): _counted(health.damaged),
        sentence("staff.health.unread"): _counted(health.unread),
        sentence("staff.health.free"): f"{health.free:,}".replace(",", "\u202f"),
        sentence("staff.health.keys"): " ".join(health.keys) or "-",
        sentence("staff.health.version"): version(),
    }
    counted = [text.replace("%1", value) for text, value in told.items() if value]
    first = [] if health.clock is None else [_clock_line(sentence, health.clock)]
    if health.closed_reason is None:
        return [*first, sentence("staff.health.open"), *counted]
    reason = sentence("staff.health.forgets") if health.disk_forgets else health.closed_reason
    return [*first, sentence("staff.health.closed"), reason, *counted]


def _clock_line(sentence: Sentence, clock: datetime.datetime) -> str:
    return sentence("staff.health.clock").replace("%1", f"{clock.astimezone():%Y-%m-%d %H:%M}")


def _counted(names: Sequence[str]) -> str:
    """Count files and name the first of them, such as "1 (20261123-0f3a...)"; "" for none."""
    if not names:
        return ""
    more = ", ..." if len(names) > _NAMED else ""
    return f"{len(names)} ({', '.join(names[:_NAMED])}{more})"


def copied_lines(sentence: Sentence, carried: Carried) -> list[str]:
    """Say what a copy did."""
    receipts, report = carried.receipts, carried.report
    is_share = carried.is_share
    told = {
        sentence("staff.copied.there"): str(report.copied + report.there_already),
        sentence("staff.copied.receipts"): str(receipts or ""),
        sentence("staff.copied.damaged"): _counted(report.damaged),
        sentence("staff.copied.unread"): _counted(report.unread),
        sentence("staff.copied.odd.share" if is_share else "staff.copied.odd"): _counted(report.odd),
    }
    counted = [text.replace("%1", value) for text, value in told.items() if value]
    unmarked = [sentence("staff.copied.unmarked")] * (receipts is None or bool(report.unmarked))
    last = "staff.copied.take_out.share" if is_share else "staff.copied.take_out"
    return [*counted, *unmarked, sentence(last)]


def not_carried_message(sentence: Sentence, verdict: NotCarried) -> str:
    """Say why nothing was copied."""
    return sentence(_NOT_CARRIED[verdict])


def take_in_message(sentence: Sentence, verdict: TakeIn) -> str:
    """Say what became of a recipients.txt, or why there is none to take in."""
    return sentence(_TAKE_IN[verdict])


def offered_names(sentence: Sentence, offer: Offer) -> str:
    """Say on which stick a recipients.txt is, how many keys it holds and whose they are."""
    names = [_shown_name(name) for name in offer.recipients.names]
    named = ", ".join([*names[:MOST_NAMES], *["\u2026"] * (len(names) > MOST_NAMES)])
    told = sentence("staff.recipients.names").replace("%1", offer.stick).replace("%2", str(len(names)))
    return told.replace("%3", named)


def _shown_name(name: str) -> str:
    """Return what can be seen of a name that anybody may have written, "?" for none."""
    seen = "".join(filter(str.isprintable, name))
    return (seen if len(seen) <= MOST_LETTERS else f"{seen[: MOST_LETTERS - 1]}\u2026") or "?"
