import dataclasses
import datetime
import errno
import os
import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.core.callback.draft import CallbackStep
from kiosk.core.callback.phone import check_phone, format_as_typed
from kiosk.core.callback.request import Withdrawal, from_wire
from kiosk.core.callback_steps import at_step
from kiosk.core.events import Event
from kiosk.core.idle import FORM_SECONDS
from kiosk.core.unbroken import unbroken
from kiosk.tour.guided_visit import Clock
from kiosk.tour.visitor import Visitor
from kiosk.ui.app import Glass, Kiosk
from kiosk.ui.callback.outbox import RequestEnvironment
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import (
    HELPER,
    PHONE_IS_HARD,
    answer,
    ask_for_a_call,
    fill_in,
    send,
    settle,
    start_visit,
    type_name,
    type_number,
)
from tests.store.fake_machine import steady_machine

NEW_YORK = datetime.timezone(datetime.timedelta(hours=-5))
PHONE = unbroken("(202) 555-0143")
VOICEMAIL = f"You may leave this voicemail: “This is Test Clinic. Please call us back at {PHONE}.”"
TEXT = "You may send me a text about this call."
CANNOT_CALL = "This screen cannot call for help. Please tell the front desk now."
NAME_IS_FULL = "No more letters fit here. You can go on, or make it shorter."
ENVIRONMENT = RequestEnvironment(
    lambda: "ab" * 16, lambda: datetime.datetime(2026, 11, 23, 9, 15, tzinfo=NEW_YORK), steady_machine
)


def test_a_digit_is_formatted_once_and_a_refused_number_judged_once(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = start_kiosk(environment=ENVIRONMENT)
    type_number(start_visit(kiosk), "415")
    calls: list[str] = []

    def count(name: str, counted: Callable[..., object]) -> None:
        def called(*arguments: str) -> object:
            calls.append(name)
            return counted(*arguments)

        for module in [
            module for module in [*sys.modules.values()] if getattr(module, name, None) is counted
        ]:
            monkeypatch.setattr(module, name, called)

    count("format_as_typed", format_as_typed)
    count("check_phone", check_phone)
    kiosk.screens.callback.press("5")
    settle()
    assert calls == ["format_as_typed"]
    kiosk.screens.callback.next()
    settle()
    assert kiosk.screens.callback.property("warns")
    assert calls[1:].count("format_as_typed") == 1
    assert calls[1:].count("check_phone") == 2  # once by the step that refuses, once for the words


def test_a_digit_announces_the_number_and_nothing_else(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk(environment=ENVIRONMENT)
    type_number(start_visit(kiosk), "415")
    announced: list[str] = []
    for view_model in (
        kiosk.screens.callback,
        kiosk.screens.call_choices,
        kiosk.screens.self_check,
        kiosk.screens.poster,
    ):
        for name in [name for name in dir(type(view_model)) if name.endswith("Changed")]:
            getattr(view_model, name).connect(lambda name=name: announced.append(name))
    kiosk.screens.callback.press("5")
    assert sorted(announced) == ["phoneAloudChanged", "phoneChanged"]


def test_the_exported_row_equals_what_was_entered(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(environment=ENVIRONMENT)
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
            "best_time": "morning",
            "language": "English",
            "interpreter": "no",
            "phone_help": "",
            "helper": "",
            "voicemail_ok": "no",
            "text_ok": "no",
            "state": "new",
            "attempts": "0",
            "call_again": "",
            "last_note": "",
            "warning": "",
        }
    ]


def test_what_was_agreed_is_kept_word_for_word(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk(environment=ENVIRONMENT)
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    fill_in(visitor, agreed=(VOICEMAIL,))
    shown = [spoken.name for spoken in visitor.reads() if "you agree" in spoken.name]
    send(visitor)

    [request] = clinic.waiting()
    [call] = [consent.words for consent in request.consents if consent.kind == "call"]
    assert [spoken.startswith(call) for spoken in shown] == [True]
    assert [(consent.kind, consent.words, consent.given) for consent in request.consents[1:]] == [
        ("voicemail", VOICEMAIL, True),
        ("text", TEXT, False),
    ]
    assert (request.secret, request.created, request.zone) == ("ab" * 16, "2026-11-23T14:15:00Z", "-05:00")
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

    kiosk.visit_holder.changed.connect(look)
    ask_for_a_call(visitor, "4155552671")

    assert on_disk_at_thank_you == [1]


def test_a_second_request_gets_the_next_number(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    secrets = iter(("a" * 32, "b" * 32))
    kiosk = start_kiosk(environment=dataclasses.replace(ENVIRONMENT, new_secret=lambda: next(secrets)))
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
        ("+999", "We do not know this country code. Please check the first digits."),
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


def test_a_number_of_help_leads_to_the_front_desk_and_not_to_a_call(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "91")
    assert not visitor.sees(CANNOT_CALL)
    visitor.press("1")
    assert visitor.sees(CANNOT_CALL, QAccessible.Role.AlertMessage)

    visitor.press("Next")

    assert visitor.sees("Please tell the front desk now.")
    visitor.press("Close")
    visitor.press("Yes, close")
    assert visitor.sees(CANNOT_CALL, QAccessible.Role.AlertMessage)
    for digit in "5551234":
        visitor.press(digit)
    assert visitor.sees("Your number so far: (911) 555-1234")
    assert not visitor.sees(CANNOT_CALL)


def test_no_digit_is_swallowed_and_a_full_field_says_so(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "01149151123456789")
    assert visitor.sees("Your number so far: 011 49 151 12 3456789")
    for _ in range(7):
        visitor.press("9")
    assert visitor.sees("No more digits fit here. Please check this number.", QAccessible.Role.AlertMessage)
    for _ in range(7):
        visitor.press("Delete")

    fill_in(visitor)
    send(visitor)

    assert [request.phone for request in clinic.waiting()] == ["+49151123456789"]


def test_a_number_that_only_looks_odd_can_be_used(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "1112223333")

    fill_in(visitor)
    assert visitor.sees("Please check this number. It looks unusual. You can still use it.")
    send(visitor)

    assert [request.phone for request in clinic.waiting()] == ["+11112223333"]
    assert [row["warning"] for row in clinic.export()] == [
        "looks odd: check it; the visitor was asked to check the number and kept it"
    ]


def test_the_number_is_formatted_while_it_is_typed_and_kept_when_going_back(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    assert visitor.sees("Your number so far: (415) 555-2671")

    fill_in(visitor)
    visitor.press("Number: " + unbroken("(415) 555-2671"))
    visitor.press("Delete")

    assert visitor.sees("Your number so far: (415) 555-267")


def test_asking_for_help_and_coming_back_loses_nothing(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "415555")
    visitor.press("I need help now")
    assert visitor.sees("Please tell the front desk now.")
    visitor.press("Close")
    assert visitor.sees("Please tell the front desk now.")

    visitor.press("Yes, close")

    assert visitor.sees("Your number so far: 415-555")


@pytest.mark.allows_log(Event.FORM_CLOSED, Event.RECIPIENTS_BROKEN)
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
    fill_in(visitor)
    kiosk.screens.jobs.wait()

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    visitor.press("Ask for a call")
    visitor.waits_for("Please ask at the desk.")

    assert not visitor.sees("Thank you. We will call you.")
    assert clinic.waiting() == []
    assert list((clinic.settings.spool / "tmp").iterdir()) == []
    assert kiosk.visit_holder.visit.callback is not None
    assert kiosk.visit_holder.visit.callback.typed == ""


@pytest.mark.allows_log(Event.REQUEST_FAILED)
def test_a_failure_nobody_foresaw_ends_at_the_desk_too(
    start_kiosk: StartKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    fill_in(visitor)

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
    fill_in(visitor)

    kiosk.screens.callback.send()
    kiosk.visit.startOver()
    kiosk.screens.jobs.wait()
    settle()

    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]
    assert visitor.sees("Touch to start")


def test_everything_a_visitor_can_say_arrives(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = start_visit(start_kiosk(environment=ENVIRONMENT))
    type_number(visitor, "4155552671")
    hard = ("Please speak slowly and give me time", "Send me a text first", "I use a relay service", HELPER)
    fill_in(visitor, name="Ana", hard=hard, agreed=(VOICEMAIL, TEXT))
    send(visitor)

    [request] = clinic.waiting()
    assert (request.name, request.energy_window, request.spoken_language) == ("Ana", "morning", "en")
    assert (request.interpreter, request.helper_name) == (False, "Zoe")
    assert request.phone_hard == ("slowly", "text-first", "relay", "helper")
    assert [consent.given for consent in request.consents] == [True, True, True]


def test_text_first_asks_for_the_consent_it_needs(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")
    visitor.press("Next")
    answer(visitor, "Any time")
    answer(visitor, "Another language", PHONE_IS_HARD)
    answer(visitor, "Korean")
    answer(visitor, "Yes")
    answer(visitor, "Send me a text first")

    answer(visitor)

    needed = "You asked for a text first. Please touch the line about the text, or go back."
    assert visitor.sees(needed, QAccessible.Role.AlertMessage)
    answer(visitor, TEXT)
    assert visitor.sees("Check your answers")
    assert visitor.sees("Voicemail: No. Text: Yes")


def test_what_was_agreed_in_spanish_is_kept_in_spanish(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    file = dataclasses.replace(clinic.settings.file, languages=("en", "es"))
    kiosk = start_kiosk(settings=dataclasses.replace(clinic.settings, file=file), environment=ENVIRONMENT)
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    fill_in(visitor)
    visitor.press("Español")
    [shown] = [spoken.name for spoken in visitor.reads() if "usted acepta" in spoken.name]

    visitor.press("Pedir la llamada")
    visitor.waits_for("Gracias. Le vamos a llamar.")

    [request] = clinic.waiting()
    assert request.language == "es"
    assert shown.startswith(request.consents[0].words)
    assert "mensaje" in request.consents[1].words


def test_two_quick_touches_make_one_request(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    fill_in(visitor)

    kiosk.screens.callback.send()
    kiosk.screens.callback.send()
    visitor.waits_for("Thank you. We will call you.")
    kiosk.screens.callback.send()
    kiosk.screens.jobs.wait()
    settle()

    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]


def test_undo_takes_the_request_off_the_disk(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    visitor = start_visit(start_kiosk(environment=ENVIRONMENT))
    ask_for_a_call(visitor, "4155552671")

    visitor.press("Undo")
    visitor.press("Take my request back")
    visitor.waits_for("Taken back. Nobody will call.")

    [envelope] = clinic.spool.waiting()
    left = from_wire(clinic.key.open(envelope.path.read_bytes()))
    assert left == Withdrawal.of("ab" * 16, "test-kiosk", 1, "2026-11-23T14:15:00Z")
    assert not visitor.sees("Undo")
    visitor.press("I am finished")
    assert visitor.sees("Touch to start")


@pytest.mark.allows_log(Event.TAKE_BACK_FAILED)
def test_an_undo_that_fails_says_so_and_what_to_do(
    start_kiosk: StartKiosk, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = start_visit(start_kiosk())
    ask_for_a_call(visitor, "4155552671")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    visitor.press("Undo")
    visitor.press("Take my request back")

    visitor.waits_for("Please ask at the desk.")
    assert visitor.sees("We could not take your request back on this screen.")
    assert visitor.sees(f"To change or cancel, call {PHONE} or ask the desk.")
    assert [request.phone for request in clinic.waiting()] == ["+14155552671"]


@pytest.mark.allows_log(Event.FORM_CLOSED)
def test_a_call_that_nobody_made_closes_the_form(start_kiosk: StartKiosk, clinic: Clinic) -> None:
    asked = dataclasses.replace(
        ENVIRONMENT, new_secret=lambda: "a" * 32, now=lambda: ENVIRONMENT.now() - datetime.timedelta(days=7)
    )
    ask_for_a_call(start_visit(start_kiosk(environment=asked)), "4155552671")
    visitor = start_visit(start_kiosk(environment=ENVIRONMENT))

    visitor.press("Ask us to call you")

    visitor.waits_for("Please ask at the desk.")
    clinic.spool.collect(clinic.spool.waiting()[0].path.name)
    visitor.press("All causes")
    visitor.press("Ask us to call you")
    assert visitor.sees("First: do you need help now?")


@pytest.mark.allows_log(Event.CLOCK_NOT_SET)
@pytest.mark.parametrize("year", [1970, 2038, 2099])
def test_a_kiosk_whose_clock_is_not_set_takes_a_call_without_a_day_and_promises_from_the_right_one(
    start_kiosk: StartKiosk, clinic: Clinic, year: int
) -> None:
    now = [datetime.datetime(year, 1, 20, 0, 5, tzinfo=NEW_YORK)]
    secrets = iter(["a" * 32, "b" * 32])
    kiosk = start_kiosk(environment=RequestEnvironment(lambda: next(secrets), lambda: now[0], steady_machine))
    visitor = start_visit(kiosk)
    ask_for_a_call(visitor, "4155552671")
    assert visitor.sees(
        "Test Clinic will call you. This screen cannot say by which day: its clock is not set. You can ask "
        "at the front desk."
    )
    visitor.press("I am finished")
    now[0] = ENVIRONMENT.now()
    ask_for_a_call(start_visit(kiosk), "4155552671")
    assert visitor.sees("Test Clinic will call you within 2 working days.")
    requests = sorted(clinic.waiting(), key=lambda request: request.seq)
    assert [(request.clock, request.call_by) for request in requests] == [
        ("not_set", None),
        ("set", "2026-11-25"),
    ]


@pytest.mark.allows_log(Event.CLOCK_NOT_SET)
def test_a_clock_that_goes_back_in_the_middle_of_a_form_takes_its_promise_with_it(
    start_kiosk: StartKiosk, clinic: Clinic
) -> None:
    now = [ENVIRONMENT.now()]
    kiosk = start_kiosk(environment=dataclasses.replace(ENVIRONMENT, now=lambda: now[0]))
    visitor = start_visit(kiosk)
    visitor.press("Ask us to call you")
    assert kiosk.late.screens.jobs is not None
    kiosk.screens.jobs.wait()
    settle()
    now[0] -= datetime.timedelta(days=400)
    kiosk.visit_holder.apply(lambda visit: at_step(visit, CallbackStep.CHECK))
    assert "The clock here is not set, so we name no day." in str(kiosk.screens.callback.footnote)
    now[0] = ENVIRONMENT.now()
    kiosk.visit_holder.apply(lambda visit: at_step(visit, CallbackStep.PHONE))
    kiosk.visit_holder.apply(lambda visit: at_step(visit, CallbackStep.CHECK))
    assert "We call within 2 working days." in str(kiosk.screens.callback.footnote)
    assert clinic.waiting() == []


def forward_widths(kiosk: Kiosk, step: CallbackStep, last: str) -> list[tuple[float, float]]:
    """Show a step page by page; tell the usual and the least width of the button that leads on from each."""
    kiosk.visit_holder.apply(lambda visit: at_step(visit, step))
    visitor = Visitor(kiosk.window)
    widths: list[tuple[float, float]] = []
    while True:
        settle()
        name = "More" if visitor.sees("More") else last
        [button] = buttons_on_show(kiosk.window.contentItem(), name)
        widths.append((button.implicitWidth(), button.property("leastWidth")))
        if name == last:
            return widths
        visitor.press("More")


def buttons_on_show(item: QQuickItem, text: str) -> list[QQuickItem]:
    own = [item] if item.property("leastWidth") and item.property("text") == text else []
    below = [
        found for child in item.childItems() if child.isVisible() for found in buttons_on_show(child, text)
    ]
    return own + below


@pytest.mark.parametrize(
    ("step", "last"),
    [
        (CallbackStep.NOTICE, "Next"),
        (CallbackStep.NOT_UNDONE, "I am finished"),
    ],
)
def test_the_button_under_a_text_is_as_wide_on_its_last_page_as_before(
    start_kiosk: StartKiosk, step: CallbackStep, last: str
) -> None:
    """A bar that grew on the last page would leave it less room than it needs, and so without end."""
    kiosk = start_kiosk(glass=Glass(1024, 600, 10))
    start_visit(kiosk).press("Ask us to call you")
    widths = forward_widths(kiosk, step, last)
    assert len(widths) > 1
    assert len(set(widths)) == 1


def send_with_name(kiosk: Kiosk, name: str) -> None:
    """Ask for a call under a name."""
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    fill_in(visitor, name=name)
    send(visitor)


@pytest.mark.parametrize(
    "name",
    [
        *("McDonald", "van der Berg", "O'Brien-Núñez", "DE LA O", "José"),
        *("Nguyễn Thị Hằng", "Lê Ữu Đức", "Łukasz Żółć", "Kőrösi-Škoda"),
    ],
)
def test_a_name_arrives_as_it_is_written(start_kiosk: StartKiosk, clinic: Clinic, name: str) -> None:
    send_with_name(start_kiosk(), name)

    assert [request.name for request in clinic.waiting()] == [name]
    assert [row["name"] for row in clinic.export()] == [name]


def test_one_accent_and_then_the_plain_letters_again(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")
    type_name(visitor, "Jose")
    visitor.press("Letters with accents")
    assert not visitor.sees("á"), "only what the last letter can be"
    visitor.press("é")
    assert visitor.sees("The name so far: José")
    assert visitor.sees("q"), "one accent, then the plain letters again"
    visitor.press("Next")
    answer(visitor, "Morning")
    answer(visitor)
    answer(visitor)
    send(visitor)


def test_the_letters_with_accents_stay_for_whoever_is_asked_and_is_there(
    start_kiosk: StartKiosk, clock: Clock
) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    type_number(visitor, "4155552671")
    visitor.press("Next")
    visitor.press("Letters with accents")
    clock.now += FORM_SECONDS + 1
    kiosk.visit.check_idle()
    visitor.waits_for("I am still here")
    visitor.press("I am still here")
    visitor.waits_for("Ł")


def test_a_word_may_begin_with_an_accent(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")
    visitor.press("Letters with accents")
    visitor.press("Ł")
    visitor.press("Delete")
    visitor.press("Letters with accents")
    visitor.press("Á")
    type_name(visitor, "ngel")
    assert visitor.sees("The name so far: Ángel")


def test_the_keys_show_the_letters_as_they_will_be_typed(start_kiosk: StartKiosk) -> None:
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")
    assert visitor.sees("M")
    visitor.press("Small letters")
    assert visitor.sees("m")
    visitor.press("Capital letters")
    visitor.press("M")
    assert visitor.sees("c"), "a word goes on in small letters"
    visitor.press("Capital letters")
    visitor.press("D")
    assert visitor.sees("o"), "a capital counts for one letter"
    assert visitor.sees("The name so far: MD")


def test_a_full_name_says_so(start_kiosk: StartKiosk) -> None:
    name = ("Wolfeschlegelsteinhausenbergerdorff " * 2)[:70]
    visitor = start_visit(start_kiosk())
    type_number(visitor, "4155552671")
    visitor.press("Next")
    type_name(visitor, name[:-1])
    assert not visitor.sees(NAME_IS_FULL)
    visitor.press(name[-1])
    assert visitor.sees(NAME_IS_FULL, QAccessible.Role.AlertMessage)
    visitor.press("a")
    assert visitor.sees(f"The name so far: {name}")
    visitor.press("Delete")
    assert visitor.sees(f"The name so far: {name[:-1]}")
    assert not visitor.sees(NAME_IS_FULL)
