"""`kiosk content check | review | sign | try`: looks after a content folder."""

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path

from kiosk.content.check import check_content, law_lines, report_lines
from kiosk.content.folders import Folders
from kiosk.content.review_command import add_review_command
from kiosk.content.sign_command import add_sign_command
from kiosk.content.trial import answer_lines, texts_to_try, trial_as_json, trial_lines, try_answers
from kiosk.ops.service_user import become_service_user
from kiosk.store.settings.settings import assets_folder, content_folder


def add_content_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", today: Callable[[], datetime.date]
) -> None:
    """Add the command and its actions to those of `kiosk`."""
    content = commands.add_parser("content", help="look after a content folder")
    actions = content.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="name every problem by file and line")
    check.add_argument("folder", type=Path, nargs="?", default=content_folder(), metavar="DIR")
    check.add_argument("--own", type=Path, metavar="DIR", help="a clinic's own texts, laid over them")
    check.add_argument("--report", action="store_true", help="words, reading grade and sources of every step")
    check.set_defaults(command=lambda arguments: _check_content(arguments, today()))
    add_review_command(actions, today)
    add_sign_command(actions, today)
    trial = actions.add_parser("try", help="what answers of the self-check come to, and why")
    trial.add_argument("answers", nargs="*", metavar="ID", help="answers by id; none lists them all")
    trial.add_argument("--own", type=Path, metavar="DIR", help="a clinic's own texts, laid over the shipped")
    trial.add_argument("--json", action="store_true", help="for a program")
    trial.set_defaults(command=_try_answers)


def _check_content(arguments: argparse.Namespace, today: datetime.date) -> int:
    folders = Folders(arguments.folder, assets_folder(), arguments.own)
    report = check_content(folders, today)
    # Read as the administrator; then what the service's user may not read is a problem too.
    become_service_user()
    _, unread = folders.own_files()
    problems = sorted({*report.problems, *unread})
    if arguments.report:
        print(*report_lines(report), sep="\n")
    print(*law_lines(report.laws), *report.notes, *problems, sep="\n")
    checked = f"{arguments.folder} with {arguments.own}" if arguments.own else arguments.folder
    count = len(problems)
    if report.notes and not count:
        print(f"{checked}: nothing wrong was found, but not everything was checked here: see above")
    else:
        print(f"{checked}: {count or 'no'} {'problem' if count == 1 else 'problems'}")
    return 1 if problems else 0


def _try_answers(arguments: argparse.Namespace) -> int:
    texts = texts_to_try(Folders(content_folder(), assets_folder(), arguments.own))
    if not arguments.answers:
        print(*answer_lines(texts), sep="\n")
        return 0
    trial = try_answers(arguments.answers, texts)
    print(trial_as_json(trial) if arguments.json else "\n".join(trial_lines(trial)))
    return 0
