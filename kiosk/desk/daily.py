"""The commands of every day, on the desk's own folder: what the window does, for scripts."""

import argparse
import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.core.errors import KeyFileError, SpoolError
from kiosk.core.staff_words import tr
from kiosk.desk.access.desk_folder import DeskFolder
from kiosk.desk.access.passphrase import check_passphrase, choose_passphrase, read_passphrase_file
from kiosk.desk.backup.commands import back_up, restore
from kiosk.desk.people import NOT_YOURSELF, add_person, remove_person
from kiosk.desk.queue.call_list import CallCase, CallList, record_call
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.claims import Claims
from kiosk.desk.queue.hand_over import keep_note, of_today, put_away, read_notes
from kiosk.desk.queue.numbers import kept_outcomes, outcomes_of, weeks
from kiosk.desk.queue.open_board import open_board
from kiosk.desk.queue.recording import Said
from kiosk.desk.queue.take_in import note_taken_in, take_in
from kiosk.desk.queue.turns import rules_of
from kiosk.desk.show import board_table, case_fields, numbers_table
from kiosk.desk.terminal import (
    CliEnvironment,
    Desk,
    add_command,
    office_of,
    open_desk,
    print_json,
    progress,
    say,
    warn,
)
from kiosk.store.check_code import check_code

_STATES: Final = {state.value.replace(" ", "-"): state for state in CallState}
_NO_DESK: Final = "0" * 32
"""The commands look once who is calling, and claim nothing; see Claim."""


def add_daily_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add each command; add: add_parser of the program's commands."""
    command = add_command(add, "take-in", _take_in, "take requests in from a stick or a shared folder")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="the stick, or the kiosk's folder")
    command.add_argument("--trust", action="store_true", help="kiosks that this desk has not met are yours")

    add_command(add, "calls", _calls, "show every call the desk keeps and what became of it")

    command = add_command(add, "record", _record, "record what became of a call")
    command.add_argument("number", metavar="NUMBER", help="the request's, such as lobby#12")
    command.add_argument("state", choices=list(_STATES), metavar="STATE", help=", ".join(_STATES))
    command.add_argument("--note", default="", help="what the next one should know")
    command.add_argument(
        "--again", type=_clinic_time, metavar="TIME", help="call again then, such as 2026-11-25T16:00"
    )
    command.add_argument("--anyway", action="store_true", help="even while a colleague has the case open")

    add_command(add, "numbers", _numbers, "the numbers for the manager, week by week")

    kinds = add("people", help="who can open the desk").add_subparsers(required=True, metavar="WHAT")
    add_command(kinds.add_parser, "show", _people, "their names, and the check code", needs_key=False)
    command = add_command(kinds.add_parser, "add", _add_person, "make a key for somebody else")
    command.add_argument("person", metavar="PERSON", help="a name, such as 'Ana García'")
    command.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="its first line is the new person's"
    )
    command = add_command(kinds.add_parser, "remove", _remove_person, "lock everything without somebody")
    command.add_argument("person", metavar="PERSON", help="a name, as people show writes it")

    kinds = add("notes", help="hand-over notes").add_subparsers(required=True, metavar="WHAT")
    add_command(kinds.add_parser, "show", _notes, "what was handed over, and what was recorded today")
    command = add_command(kinds.add_parser, "add", _add_note, "leave a note for whoever comes next")
    command.add_argument("text", metavar="TEXT", help="the note")
    add_command(kinds.add_parser, "put-away", _put_away, "delete the notes, for everybody")

    command = add_command(add, "backup", back_up, "write what the desk keeps into one file", needs_key=False)
    command.add_argument("out", type=Path, metavar="FILE-OR-FOLDER", help="a folder, or a new .zip file")
    command = add_command(add, "restore", restore, "put a backup into an empty folder", needs_key=False)
    command.add_argument("file", type=Path, metavar="FILE", help="the backup")


def _clinic_time(text: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError("give a time such as 2026-11-25T16:00") from None


def _take_in(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk = open_desk(arguments, environment)
    with progress(tr("Taking in"), environment) as on_taken:
        now = environment.now()
        found = take_in(desk.office, desk.key, arguments.folder, now.astimezone().date(), on_taken)
    note_taken_in(desk.office, found, desk.name, now)
    if arguments.trust and found.new_kiosks:
        desk.office.meet(found.new_kiosks)
        found = dataclasses.replace(found, new_kiosks=())
    if arguments.json:
        print_json(dataclasses.asdict(found), environment)
        return
    for sentence in found.sentences:
        say(sentence, environment)


def _calls(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk = open_desk(arguments, environment)
    board, rules = _board(desk, environment), rules_of(desk.office.settings())
    if arguments.json:
        now = environment.now()
        print_json(
            {"calls": [case_fields(case, rules, now) for case in board.cases], "warnings": board.warnings},
            environment,
        )
        return
    if board.cases:
        environment.output.print(board_table(board, rules))
    else:
        say(tr("There is no request at this desk."), environment)
    warn(board.warnings, environment)


def _record(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    now = environment.now()
    said = Said(_STATES[arguments.state], arguments.note, arguments.again)
    if problem := said.problem(now):
        raise SpoolError(tr("Not recorded: {problem}", problem=problem))
    desk = open_desk(arguments, environment)
    case = _case(_board(desk, environment), arguments.number)
    about, number = case.entry.request.id, case.entry.number
    by = Claims(desk.office, _NO_DESK, lambda: 0.0).others().get(about, "")
    if by and not arguments.anyway:
        told = tr("Not recorded: {by} has {number} open now; wait, or add --anyway.", by=by, number=number)
        raise SpoolError(told)
    changed = record_call(desk.office, case, said.record(about, desk.name, now))
    if arguments.json:
        rules = rules_of(desk.office.settings())
        print_json({"recorded": case_fields(changed, rules, now)}, environment)
        return
    say(tr("{number} is recorded as {told}.", number=number, told=changed.records[-1].told), environment)


def _numbers(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk = open_desk(arguments, environment)
    rules = rules_of(desk.office.settings())
    here = outcomes_of(_board(desk, environment).cases, rules, environment.now())
    found = weeks(here, kept_outcomes(desk.office, desk.key))
    if arguments.json:
        print_json({"weeks": [dataclasses.asdict(week.figures) for week in found]}, environment)
    elif found:
        environment.output.print(numbers_table(found))
    else:
        say(tr("There is no request yet to count."), environment)


def _people(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    _tell_people(office_of(arguments), (), arguments, environment)


def _add_person(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    def passphrase() -> str:
        if arguments.new_passphrase_file is None:
            return choose_passphrase(environment.dialogue)
        chosen = read_passphrase_file(arguments.new_passphrase_file)
        check_passphrase(chosen)
        return chosen

    desk = open_desk(arguments, environment)
    made = add_person(desk.office, desk.key, arguments.person, environment.now(), passphrase)
    person, file = arguments.person, made.recipients_file
    told = tr("{person} can open this desk. The kiosk needs the new {file}.", person=person, file=file)
    _tell_people(desk.office, (told,), arguments, environment)


def _remove_person(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk, person = open_desk(arguments, environment), arguments.person
    if person == desk.name:
        raise KeyFileError(tr(NOT_YOURSELF))
    if person not in desk.office.people():
        raise KeyFileError(tr("{person} cannot open this desk: see kiosk-desk people show.", person=person))
    told = remove_person(desk.office, desk.key, person, environment.now())
    _tell_people(desk.office, told, arguments, environment)


def _tell_people(
    office: DeskFolder, told: tuple[str, ...], arguments: argparse.Namespace, environment: CliEnvironment
) -> None:
    people, code = office.people(), check_code(office.recipients())
    if arguments.json:
        print_json({"people": people, "check_code": code, "done": told}, environment)
        return
    names, words = ", ".join(people), " ".join(code)
    for line in (*told, tr("Can open this desk: {names}", names=names), tr("Check code: {code}", code=words)):
        say(line, environment)


def _notes(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk = open_desk(arguments, environment)
    found = read_notes(desk.office, desk.key)
    today = of_today(_board(desk, environment), environment.now().astimezone().date())
    warnings = (found.warning,) if found.warning else ()
    if arguments.json:
        notes = [dataclasses.asdict(note) for _, note in found.notes]
        print_json({"today": today, "notes": notes, "warnings": warnings}, environment)
        return
    for line in (f"{today}.", *(note.told for _, note in found.notes)):
        say(line, environment)
    warn(warnings, environment)


def _add_note(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    if not arguments.text.strip():
        raise SpoolError(tr("Not kept: write a note first."))
    desk = open_desk(arguments, environment)
    keep_note(desk.office, arguments.text, desk.name, environment.now())
    _done(tr("The note is kept."), arguments, environment)


def _put_away(arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    desk = open_desk(arguments, environment)
    found = read_notes(desk.office, desk.key)
    put_away(desk.office, found)
    _done(tr("Put away for everybody: {count}.", count=len(found.notes)), arguments, environment)


def _done(told: str, arguments: argparse.Namespace, environment: CliEnvironment) -> None:
    if arguments.json:
        print_json({"done": [told]}, environment)
    else:
        say(told, environment)


def _board(desk: Desk, environment: CliEnvironment) -> CallList:
    with progress(tr("Opening"), environment) as on_opened:
        return open_board(desk.office, desk.key, environment.now(), on_opened)


def _case(board: CallList, number: str) -> CallCase:
    found = [case for case in board.cases if case.entry.number == number]
    if not found:
        raise SpoolError(
            tr("There is no request {number} at this desk: see kiosk-desk calls.", number=number)
        )
    if len(found) > 1:
        raise SpoolError(
            tr("Several requests say that they are {number}: record the call in the window.", number=number)
        )
    return found[0]
