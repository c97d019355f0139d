"""What follows what in the records of one request: they say it themselves, so that no clock decides."""

from collections.abc import Iterable, Sequence

from kiosk.desk.queue.calls import CallRecord


def in_turn(records: Iterable[CallRecord]) -> tuple[CallRecord, ...]:
    """Sort the records of one request so that each comes after those it follows; the last one decides.

    Of several that nobody followed, one after which somebody still has to call comes last.
    """
    by_time = sorted(records, key=_clock_order)
    followed = _followed_by(by_time)
    ordered: list[CallRecord] = []
    placed: set[str] = set()
    while len(ordered) < len(by_time):
        following = next(
            record for record in by_time if record.id not in placed and followed[record.id] <= placed
        )
        ordered.append(following)
        placed.add(following.id)
    last = max(unfollowed(ordered), key=lambda record: record.is_open, default=None)
    return tuple(ordered) if last is None else (*(one for one in ordered if one is not last), last)


def unfollowed(records: Sequence[CallRecord]) -> tuple[CallRecord, ...]:
    """Return the records that no other one follows: several when people did not see each other's."""
    if len(records) <= 1:  # most of them, in a list of thousands; an id takes a while to make
        return tuple(records)
    followed = set().union(*_followed_by(records).values())
    return tuple(record for record in records if record.id not in followed)


def standing(records: Sequence[CallRecord]) -> tuple[CallRecord, ...]:
    """Return the records without those that were taken back, and without what took them back."""
    gone = {record.takes_back for record in records} - {None}
    if not gone:
        return tuple(records)
    return tuple(record for record in records if record.takes_back is None and record.id not in gone)


def _followed_by(records: Sequence[CallRecord]) -> dict[str, frozenset[str]]:
    """Return the ids of the records that each one follows, by its own id.

    One that does not name any that is here (the first edition's, what a visitor took back, one whose
    predecessor is lost) follows those of its kind that are earlier by the clock.
    """
    here = {record.id for record in records}
    followed: dict[str, frozenset[str]] = {}
    by_clock: set[str] = set()
    for record in sorted(records, key=_clock_order):
        named = here.intersection(record.follows or ())
        if named or record.follows == ():
            followed[record.id] = frozenset(named)
        else:
            followed[record.id] = frozenset(by_clock)
            by_clock.add(record.id)
    return followed


def _clock_order(record: CallRecord) -> tuple[str, str, str, str]:
    return record.at, record.state, record.by, record.note
