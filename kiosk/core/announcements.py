"""What a screen reader is told when something comes up: a page's new titles, and warnings at once."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class OnScreen:
    """What is on the glass in words.

    progress: such as "Step 3 of 17", "" for none; alerts: what warns; news: what is told without a warning.
    """

    titles: tuple[str, ...] = ()
    progress: str = ""
    alerts: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Announcement:
    """Words to say; is_urgent: at once, whatever is being read."""

    text: str
    is_urgent: bool = False


def announcements(before: OnScreen, now: OnScreen, *, is_new_page: bool) -> tuple[Announcement, ...]:
    """Return what to say of what came up since `before`.

    Of a new page's titles those that are new, or all of them if none is; one that warns is said once. News
    come after the titles, and those of a page that has begun to come up wait until it has.
    """
    alerts = tuple(alert for alert in now.alerts if alert not in before.alerts)
    said = [Announcement(alert, is_urgent=True) for alert in alerts]
    calm = tuple(title for title in now.titles if not any(alert.startswith(title) for alert in now.alerts))
    new = tuple(title for title in calm if title not in before.titles)
    words = ". ".join(part for part in (*(new or calm), now.progress) if part)
    if is_new_page and words:
        said.append(Announcement(words))
    if is_new_page or now.titles == before.titles:
        said += [Announcement(told) for told in now.news if told not in before.news]
    return tuple(said)
