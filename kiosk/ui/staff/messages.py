"""What the staff's screen says of the requests in the kiosk, one sentence a line."""

from kiosk.ops.health import Health
from kiosk.ops.version import version
from kiosk.store.stick import CopyReport
from kiosk.ui.translations import Translations


def health_lines(translations: Translations, health: Health) -> list[str]:
    """Say whether the form is open, where requests are, and what IT may ask for."""
    oldest = health.oldest.isoformat() if health.oldest else ""
    told = {
        translations.sentence("staff.health.waiting"): str(health.waiting),
        translations.sentence("staff.health.oldest"): oldest,
        translations.sentence("staff.health.on_the_way"): str(health.on_the_way),
        translations.sentence("staff.health.delivered"): str(health.delivered),
        translations.sentence("staff.health.damaged"): str(health.damaged or ""),
        translations.sentence("staff.health.unread"): str(health.unread or ""),
        translations.sentence("staff.health.free"): f"{health.free:,}".replace(",", "\u202f"),
        translations.sentence("staff.health.keys"): " ".join(health.keys) or "-",
        translations.sentence("staff.health.version"): version(),
    }
    counted = [sentence.replace("%1", value) for sentence, value in told.items() if value]
    if health.closed_reason is None:
        return [translations.sentence("staff.health.open"), *counted]
    return [translations.sentence("staff.health.closed"), health.closed_reason, *counted]


def copied_lines(translations: Translations, receipts: int, report: CopyReport) -> list[str]:
    """Say what a copy did; receipts: how many requests the desk had given one for."""
    told = {
        translations.sentence("staff.copied.there"): str(report.copied + report.there_already),
        translations.sentence("staff.copied.receipts"): str(receipts or ""),
        translations.sentence("staff.copied.damaged"): str(report.damaged or ""),
        translations.sentence("staff.copied.unread"): str(report.unread or ""),
    }
    counted = [sentence.replace("%1", value) for sentence, value in told.items() if value]
    return [*counted, translations.sentence("staff.copied.take_out")]
