"""Texts, their signatures and sources, and the days of the clinic."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.core.counted import counted
from kiosk.core.errors import ContentError
from kiosk.ops.doctor.findings import Examined, Finding, fine, problem, warning

if TYPE_CHECKING:
    import datetime


def own_texts(examined: Examined) -> Iterator[Finding]:
    """Find what the clinic laid over the shipped texts and pictures, and nothing shows."""
    # Reading all texts takes a moment, which only this command has.
    from kiosk.content.folders import folders_of  # noqa: PLC0415

    folders = folders_of(examined.settings)
    for refused in folders.refused_pictures():
        yield warning("content", str(refused), "kiosk content check --own")
    _, unread = folders.own_files()
    for closed in unread:
        remedy = "the kiosk shows the shipped text, or asks visitors to the desk, until it can be read"
        yield problem("content", str(closed), remedy)
    for stray in folders.unrecognized_files():
        if stray not in unread:
            yield warning("content", str(stray), "give it the name of the file it replaces")


def content(examined: Examined) -> Iterator[Finding]:
    """Read all texts as the kiosk does."""
    from kiosk.content.claims import expiring  # noqa: PLC0415  # as above
    from kiosk.content.files import load_content  # noqa: PLC0415
    from kiosk.content.folders import folders_of  # noqa: PLC0415

    settings, today = examined.settings, examined.now.date()
    folders = folders_of(settings)
    soon: dict[str, datetime.date] = {}
    for language in settings.file.languages:
        subject = f"content {language}"
        try:
            texts = load_content(folders, language, settings.placeholders, today)
        except ContentError as error:
            found = str(error).split("\n")
            yield problem(
                subject,
                f"{counted(len(found), 'problem:', 'problems, such as')} {found[0]}",
                "kiosk content check",
            )
            continue
        soon = expiring(texts.sources, today)
        drafts = [key for key, reviewed in texts.reviews.items() if reviewed.is_draft]
        void = [key for key in drafts if texts.reviews[key].is_void]
        if void:
            changed = f"changed since they were signed, so the signature is void: {', '.join(void)}"
            yield warning(f"signatures {language}", changed, "kiosk content review, and sign again")
        if texts.left_out:
            yield warning(subject, f"no self-check: {texts.left_out}", "kiosk content check")
        elif drafts:
            yield warning(subject, f"drafts: {', '.join(drafts)}", "kiosk content review, and sign")
        else:
            yield fine(subject, f"all signed, version {texts.version}")
    if soon:
        first, day = next(iter(soon.items()))
        due = (
            f"{counted(len(soon), 'source must', 'sources must')} be read again, {first} by {day.isoformat()}"
        )
        yield warning("sources", due, "a clinician compares the texts with them; take the next version")


def calendar(examined: Examined) -> Iterator[Finding]:
    """Say when the days end that are known as closed."""
    clinic, today = examined.settings.file.clinic, examined.now.date()
    if last := clinic.promise.runs_out(today):
        yield warning(
            "calendar",
            f"no closed day after {last.isoformat()} is known",
            "add the next holidays to closed_days of [clinic], and at the desk",
        )
        return
    coming = [day for day in sorted(clinic.closed_days) if day >= today]
    closed = f"closed next on {coming[0].isoformat()}" if coming else "no closed days"
    yield fine("calendar", f"working days: {', '.join(clinic.open_weekdays)}; {closed}")
