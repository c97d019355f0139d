"""A chain of what staff did: whatever is done to it shows, by itself or beside a head that somebody has."""

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.audit import (
    ENTRIES_A_FILE,
    NOTHING_BEFORE,
    AuditEvent,
    Entry,
    Head,
    entry_of,
    first_entry,
    head_of,
    last_entry,
    read_chain,
)

AT = "2026-11-23T14:30:00Z"
EVENTS = st.sampled_from(AuditEvent)
NAMES = st.text(max_size=6)
DEEDS = st.lists(
    st.tuples(
        EVENTS, st.dictionaries(st.sampled_from(("requests", "keys")), st.integers(0, 99)), NAMES, NAMES
    ),
    min_size=2,
    max_size=8,
)


def chained(*deeds: Entry, after: Entry | None = None) -> list[Entry]:
    """Return deeds one after another."""
    made: list[Entry] = []
    for each in deeds:
        made.append(each.after(made[-1] if made else after))
    return made


def deed(event: AuditEvent = AuditEvent.CAME_IN, by: str = "", **numbers: int) -> Entry:
    return Entry(1, AT, event, NOTHING_BEFORE, numbers, by)


def written(entries: list[Entry]) -> bytes:
    return b"".join(entry.line + b"\n" for entry in entries)


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Return a log of two to eight entries, none like another."""
    return chained(
        *(
            Entry(1, AT, event, NOTHING_BEFORE, {**numbers, "place": place}, by, whom)
            for place, (event, numbers, by, whom) in enumerate(draw(DEEDS))
        )
    )


@given(logs())
def test_an_untouched_log_holds_and_is_read_as_it_was_written(log: list[Entry]) -> None:
    chain = read_chain(written(log))
    assert chain.entries == tuple(log)
    assert (chain.fault, chain.first, chain.last) == (0, 1, len(log))


def test_an_empty_log_holds() -> None:
    chain = read_chain(b"")
    assert (chain.entries, chain.fault, chain.first, chain.last) == ((), 0, 0, 0)
    assert last_entry(b"") == (None, 0)
    assert first_entry(b"\n") is None


def shows(changed: bytes, head: Head) -> bool:
    """Whether a log gives itself away, or does not have the head that somebody knows."""
    chain = read_chain(changed)
    known = chain.by_number.get(head.n)
    return bool(chain.fault) or known is None or known.hash != head.hash


def _edit(log: list[Entry], at: int) -> list[Entry]:
    return [*log[:at], dataclasses.replace(log[at], by=log[at].by + "x"), *log[at + 1 :]]


def _delete(log: list[Entry], at: int) -> list[Entry]:
    return log[:at] + log[at + 1 :]


def _truncate(log: list[Entry], at: int) -> list[Entry]:
    return log[:at]


def _reorder(log: list[Entry], at: int) -> list[Entry]:
    other = (at + 1) % len(log)
    moved = list(log)
    moved[at], moved[other] = log[other], log[at]
    return moved


def _replace_whole(log: list[Entry], at: int) -> list[Entry]:
    return chained(*(dataclasses.replace(entry, numbers={"keys": at + 100}) for entry in log))


ATTACKS = {
    "edit": _edit,
    "delete": _delete,
    "truncate": _truncate,
    "reorder": _reorder,
    "replace whole": _replace_whole,
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.untraced
@settings(max_examples=300)
@given(log=logs(), data=st.data())
def test_every_attack_on_what_was_before_a_known_head_shows(
    attack: Callable[[list[Entry], int], list[Entry]], log: list[Entry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    last = log[-1]
    assert shows(written(attack(log, at)), Head(last.n, last.hash))


@pytest.mark.parametrize("attack", [_edit, _delete, _truncate])
@pytest.mark.untraced
@settings(max_examples=300)
@given(log=logs(), more=logs(), data=st.data())
def test_who_makes_the_chain_anew_behind_what_they_changed_is_given_away_by_the_head(
    attack: Callable[[list[Entry], int], list[Entry]],
    log: list[Entry],
    more: list[Entry],
    data: st.DataObject,
) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    last = log[-1]
    forged = chained(*attack(log, at), *(dataclasses.replace(entry, by="forged") for entry in more))
    assert read_chain(written(forged)).fault == 0
    assert shows(written(forged), Head(last.n, last.hash))


def test_a_line_that_was_torn_is_no_fault_where_the_next_one_says_so() -> None:
    one, two = chained(deed(), deed(AuditEvent.LEFT))
    torn = two.line[:40]
    mended, again = chained(deed(AuditEvent.LOG_MENDED, bytes=40), deed(AuditEvent.LEFT), after=one)
    log = one.line + b"\n" + torn
    assert last_entry(log) == (one, 40)
    assert read_chain(log).fault == 0
    assert read_chain(log + b"\n" + written([mended, again])).fault == 0
    assert read_chain(log[:-1] + b"\n" + written([mended, again])).fault == 2
    assert read_chain(log + b"\n" + written(chained(deed(AuditEvent.LEFT), after=one))).fault == 2


def test_only_a_full_file_may_be_missing_at_the_beginning() -> None:
    log = chained(*(deed() for _ in range(ENTRIES_A_FILE + 2)))
    assert read_chain(written(log[2:])).fault == 0
    assert read_chain(written(log[3:])).fault == 4
    assert read_chain(written([log[0].after(log[1])])).fault == 3


def test_the_first_entry_of_all_names_nothing_before_it() -> None:
    assert read_chain(written([dataclasses.replace(deed(), before="1" * 64)])).fault == 1


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\0\0\0",
        b"[]",
        b"7",
        b"{}",
        b'{"n":1}',
        deed().line.replace(b":", b": ", 1),
        deed().line.replace(b'"n":1', b'"n":0'),
        deed().line.replace(b'"n":1', b'"n":true'),
        deed().line.replace(b"came-in", b"Came in"),
        deed().line.replace(AT.encode(), b"today"),
        deed(requests=3).line.replace(b"3", b"3.5"),
        deed(requests=3).line.replace(b'{"requests":3}', b'["requests"]'),
        deed().line.replace(b'"n":1', b'"n":1,"name":"Visitor"'),
        b"[" * 100_000,
    ],
)
def test_what_is_no_whole_entry_is_none(line: bytes) -> None:
    assert entry_of(line) is None


def test_a_name_that_no_file_can_hold_is_written_all_the_same() -> None:
    log = chained(deed(by="\ud800"), deed())
    assert read_chain(written(log)).fault == 0


def test_a_head_travels_as_text() -> None:
    head = Head(12, "3f" * 32)
    assert head_of(str(head)) == head
    assert str(head).startswith("12:3f3f")


@pytest.mark.parametrize("text", ["", "12", "0:" + "3f" * 32, "12:3f", "12:" + "3F" * 32, "a head"])
def test_what_is_no_head_is_none(text: str) -> None:
    assert head_of(text) is None
