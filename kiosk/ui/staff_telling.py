"""What the staff's screen says of the requests in the kiosk, one sentence a line."""

from kiosk.store.health import Health
from kiosk.store.stick import CopyReport
from kiosk.store.version import version
from kiosk.ui.words import Words


def health_lines(words: Words, health: Health) -> list[str]:
    """Say whether the form is open, where requests are, and what IT may ask for."""
    oldest = health.oldest.isoformat() if health.oldest else ""
    told = {
        words.sentence("staff.health.waiting"): str(health.waiting),
        words.sentence("staff.health.oldest"): oldest,
        words.sentence("staff.health.on_the_way"): str(health.on_the_way),
        words.sentence("staff.health.delivered"): str(health.delivered),
        words.sentence("staff.health.damaged"): str(health.damaged or ""),
        words.sentence("staff.health.unread"): str(health.unread or ""),
        words.sentence("staff.health.free"): f"{health.free:,}".replace(",", "\u202f"),
        words.sentence("staff.health.keys"): " ".join(health.keys) or "-",
        words.sentence("staff.health.version"): version(),
    }
    counted = [sentence.replace("%1", value) for sentence, value in told.items() if value]
    if health.trouble is None:
        return [words.sentence("staff.health.open"), *counted]
    return [words.sentence("staff.health.closed"), health.trouble, *counted]


def copied_lines(words: Words, receipts: int, report: CopyReport) -> list[str]:
    """Say what a copy did; receipts: how many requests the desk had given one for."""
    told = {
        words.sentence("staff.copied.there"): str(report.copied + report.there_already),
        words.sentence("staff.copied.receipts"): str(receipts or ""),
        words.sentence("staff.copied.damaged"): str(report.damaged or ""),
        words.sentence("staff.copied.unread"): str(report.unread or ""),
    }
    counted = [sentence.replace("%1", value) for sentence, value in told.items() if value]
    return [*counted, words.sentence("staff.copied.take_out")]
