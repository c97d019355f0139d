import datetime
import errno
import os

import pytest
from PySide6.QtGui import QAccessible

from kiosk.core.events import Event
from kiosk.ui.viewmodels.callback import Origin
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import ask_for_a_call, settle, start_visit, type_number

NEW_YORK = datetime.timezone(datetime.timedelta(hours=-5))
ORIGIN = Origin(lambda: "ab" * 16, lambda: datetime.datetime(2026, 11, 23, 9, 15, tzinfo=NEW_YORK))


def test_the_exported_row_equals_what_was_entered(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(origin=ORIGIN)
    visitor = start_visit(kiosk)

    ask_for_a_call(visitor, "4155552671")

    row = clinic.export()
    assert row == [
        {
            "number": "test-kiosk#1",
            "received": "2026-11-23 09:15 -05:00",
            "phone": "tel:+1-415-555-2671",
            "name": "",
            "call_by": "by Wed 2026-11-25",
            "best_time": "",
            "language": "en",
            "interpreter": "no",
            "phone_help": "",
            "helper": "",
            "voicemail_ok": "no",
            "text_ok": "no",
            "warning": "",
        }
    ]


def test_what_was_agreed_is_kept_word_for_word(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(origin=ORIGIN)
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    visitor.press("Next")
    shown = [spoken.name for spoken in visitor.reads() if "you agree" in spoken.name]

    visitor.press("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")

    [request] = clinic.waiting()
    assert [consent.words for consent in request.consents] == shown
    assert [(consent.kind, consent.given) for consent in request.consents] == [("call", True)]
    assert (request.id, request.created, request.zone) == ("ab" * 16, "2026-11-23T14:15:00Z", "-05:00")
    assert (request.phone, request.phone_as_typed) == ("+14155552671", "(415) 555-2671")
    assert request.config_version == clinic.settings.version


def test_thank_you_appears_only_when_the_request_is_on_disk(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    on_disk_at_thank_you: list[int] = []
    thanked: list[bool] = []

    def look() -> None:
        is_thanked = visitor.sees("Thank you. We will call you.")
        if is_thanked and not thanked:
            thanked.append(True)
            on_disk_at_thank_you.append(len(list(clinic.spool.waiting())))

    kiosk.session.changed.connect(look)
    ask_for_a_call(visitor, "4155552671")

    assert on_disk_at_thank_you == [1]


def test_a_second_request_gets_the_next_number(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk()
    for digits in ("4155552671", "4155552672"):
        ask_for_a_call(start_visit(kiosk), digits)
        kiosk.visit.startOver()

    assert sorted((request.seq, request.phone) for request in clinic.waiting()) == [
        (1, "+14155552671"),
        (2, "+14155552672"),
    ]


@pytest.mark.parametrize(
    ("digits", "reason"),
    [
        ("", "Please type a number first."),
        ("415", "This number is too short. Please check it. Did you type the area code?"),
        ("415555267199", "This number is too long. Please check it."),
        ("+999", "We cannot call this number. Please check the first digits."),
    ],
)
def test_an_impossible_number_is_refused_with_a_reason(
    start_kiosk: StartKiosk, digits: str, reason: str
) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, digits.replace("+", ""))
    if digits.startswith("+"):
        for _ in range(3):
            visitor.press("Delete")
        visitor.press("Plus")
        for digit in digits[1:]:
            visitor.press(digit)

    visitor.press("Next")

    assert visitor.sees(reason, QAccessible.Role.AlertMessage)
    assert not visitor.sees("Check your answers")


def test_a_number_that_only_looks_odd_can_be_used(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "1112223333")

    visitor.press("Next")
    assert visitor.sees("Please check this number. It looks unusual. You can still use it.")
    visitor.press("Ask for a call")
    visitor.waits_for("Thank you. We will call you.")

    assert [request.phone for request in clinic.waiting()] == ["+11112223333"]


def test_the_number_is_formatted_while_it_is_typed_and_kept_when_going_back(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    assert visitor.sees("Your number so far: (415) 555-2671")

    visitor.press("Next")
    visitor.press("Change the phone number")
    visitor.press("Delete")

    assert visitor.sees("Your number so far: (415) 555-267")


def test_asking_for_help_and_coming_back_loses_nothing(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "415555")
    visitor.press("I need help now")
    assert visitor.sees("Please tell the front desk now.")
    visitor.press("Close")
    assert visitor.sees("Please tell the front desk now.")

    visitor.press("Touch again to close")

    assert visitor.sees("Your number so far: 415-555")


@pytest.mark.allows_log(Event.FORM_CLOSED)
@pytest.mark.parametrize(
    "text", ["", "# front-desk\n", "not a key\n", "# demonstration: nobody will call\n{key}"]
)
def test_without_usable_recipients_the_form_says_ask_at_the_desk(
    start_kiosk: StartKiosk, clinic: Clinic, text: str
) -> None:
    key = clinic.recipients.read_text(encoding="utf-8").splitlines()[1]
    clinic.recipients.write_text(text.format(key=key), encoding="utf-8")
    visitor = start_visit(start_kiosk())

    visitor.press("Ask us to call you")

    visitor.waits_for("Please ask at the desk.")
    assert not visitor.sees("Next")
    visitor.press("All causes")
    assert visitor.sees("What causes neuromuscular conditions?")


@pytest.mark.allows_log(Event.REQUEST_FAILED)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_failing_disk_ends_at_the_desk_with_nothing_half_written_and_the_number_forgotten(
    start_kiosk: StartKiosk, clinic: Clinic, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    visitor.press("Next")
    kiosk.stage.jobs.wait()

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    visitor.press("Ask for a call")
    visitor.waits_for("Please ask at the desk.")

    assert not visitor.sees("Thank you. We will call you.")
    assert clinic.waiting() == []
    assert list((clinic.settings.spool / "tmp").iterdir()) == []
    assert kiosk.session.visit.callback is not None
    assert kiosk.session.visit.callback.typed == ""


@pytest.mark.allows_log(Event.REQUEST_FAILED)
def test_a_failure_nobody_foresaw_ends_at_the_desk_too(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("kiosk.store.intake.seal", fail)
    visitor.press("Ask for a call")

    visitor.waits_for("Please ask at the desk.")


def test_a_request_under_way_is_kept_when_the_visitor_walks_off(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    visitor.press("Next")

    kiosk.stage.callback.send()
    kiosk.visit.startOver()
    kiosk.stage.jobs.wait()
    settle()

    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
    assert visitor.sees("Touch to start")
