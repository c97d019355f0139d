"""The visitor's program starts here: `kiosk run | tour | self-test | doctor | content | ...`."""

import argparse
import datetime
import gc
import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from kiosk.core.errors import KioskError
from kiosk.core.exit_codes import FAILED, RESTART
from kiosk.ops.process import (
    keep_memory_private,
    need_screen,
    replace_missing_streams,
    use_one_arena,
)
from kiosk.ops.version import VersionOption
from kiosk.store.settings.settings import DEFAULT_FILE, is_frozen, load_settings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # it has no other name


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 after a sentence on standard error, 2 on wrong usage."""
    # Nothing made on the way to the first frame is ever garbage: looking for some costs a tenth of the way.
    gc.disable()
    replace_missing_streams()
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(*argv[:1]).parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stderr)
    try:
        code: int = arguments.command(arguments)
    except KioskError as error:
        print(error, file=sys.stderr)
        return 1
    except EOFError:
        print("This needs an answer: run it in a terminal.", file=sys.stderr)
        return 1
    return code


def _parser(command: str = "") -> argparse.ArgumentParser:
    """Return a parser of one command, of all where it is none of them: all take 4 ms to make."""
    parser = argparse.ArgumentParser(
        prog="kiosk", description="The program visitors use in the waiting room."
    )
    parser.add_argument("--version", action=VersionOption)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in [_COMMANDS[command]] if command in _COMMANDS else _COMMANDS.values():
        add(commands)
    return parser


def _add_run(commands: "Commands") -> None:
    run = commands.add_parser("run", help="show the kiosk full screen")
    run.add_argument("--config", type=Path, default=DEFAULT_FILE, help=f"settings file ({DEFAULT_FILE})")
    run.add_argument("--windowed", type=_window, metavar="WxH", help="in a window of so many pixels")
    run.set_defaults(command=_run)


def _add_tour(commands: "Commands") -> None:
    from kiosk.core.comfort import THEMES  # noqa: PLC0415  # as _run
    from kiosk.core.reach import Reach  # noqa: PLC0415

    tour = commands.add_parser("tour", help="visit every screen, take pictures and check them")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    tour.add_argument("--config", type=Path, help="settings file; without one, a made-up clinic")
    tour.add_argument(
        "--size",
        type=_glass,
        action="append",
        metavar="WxH:INCHES",
        help="glass to show it on, again for more (1920x1080:21.5)",
    )
    tour.add_argument(
        "--theme",
        choices=THEMES,
        action="append",
        default=[],
        help="the colours, again for more; without one, those of the settings",
    )
    tour.add_argument("--text-size", type=int, choices=range(1, 5), default=2, help="1 to 4 (2)")
    tour.add_argument("--easy-touch", action="store_true", help="as a visitor sees it who chose easy touch")
    tour.add_argument(
        "--reach",
        type=Reach,
        choices=tuple(Reach),
        default=Reach.WHOLE,
        help="the part of the glass with everything",
    )
    tour.add_argument(
        "--language", default="", help="language of the visitor; without one, the first on offer"
    )
    tour.set_defaults(command=_tour)


def _add_self_test(commands: "Commands") -> None:
    test = commands.add_parser("self-test", help="go through every screen unseen; ends with 0 or 1")
    test.add_argument("--json", action="store_true", help="for monitoring")
    test.set_defaults(command=_test_itself)


def _add_doctor(commands: "Commands") -> None:
    doctor = commands.add_parser("doctor", help="what is wrong with this kiosk? ends with 0, 1 or 2")
    doctor.add_argument("--config", type=Path, default=DEFAULT_FILE, help=f"settings file ({DEFAULT_FILE})")
    doctor.add_argument("--json", action="store_true", help="for monitoring")
    doctor.add_argument(
        "--prometheus", type=Path, metavar="FILE", help="also write it for node_exporter's textfile collector"
    )
    doctor.add_argument("--screen", action="store_true", help="only the screen of this session, as JSON")
    doctor.set_defaults(command=_examine)


def _add_content(commands: "Commands") -> None:
    from kiosk.ops.content_command import add_content_command  # noqa: PLC0415  # as _run

    add_content_command(commands, _today)


def _add_settings(commands: "Commands") -> None:
    commands.add_parser(
        "settings", help="print kiosk.toml with every key, what it means and its default"
    ).set_defaults(command=_print_settings)


def _add_drop_in(commands: "Commands") -> None:
    folders = commands.add_parser(
        "drop-in", help="print what systemd must know of the folders in the settings"
    )
    folders.add_argument("--config", type=Path, default=DEFAULT_FILE, help=f"settings file ({DEFAULT_FILE})")
    folders.set_defaults(command=_print_drop_in)


def _add_recipients(commands: "Commands") -> None:
    from kiosk.ops.recipients_command import add_recipients_command  # noqa: PLC0415  # as _run

    add_recipients_command(commands)


def _add_staff_pin(commands: "Commands") -> None:
    from kiosk.ops.staff_pin_command import add_staff_pin_command  # noqa: PLC0415  # as _run

    add_staff_pin_command(commands)


def _window(text: str) -> tuple[int, int]:
    if found := re.fullmatch(r"(\d+)x(\d+)", text):
        return int(found[1]), int(found[2])
    raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT in pixels, such as 1280x720")


def _glass(text: str) -> tuple[int, int, float]:
    if found := re.fullmatch(r"(\d+)x(\d+):(\d+(?:\.\d+)?)", text):
        return int(found[1]), int(found[2]), float(found[3])
    raise argparse.ArgumentTypeError(f"{text!r} is not WIDTHxHEIGHT:INCHES, such as 1920x1080:21.5")


def _run(arguments: argparse.Namespace) -> int:
    # Qt takes 45 ms or more to import: a command that shows nothing does without.
    from kiosk.ui.pyside.imports import import_plainly  # noqa: PLC0415

    import_plainly()
    from kiosk.ui import start  # noqa: PLC0415

    keep_memory_private()
    use_one_arena()
    need_screen()
    code = start.run(arguments.config, arguments.windowed)
    if code in {RESTART, FAILED}:
        _start_anew()
    return code


def _start_anew() -> NoReturn:
    """Become a new process of the same program, with the same arguments."""
    if is_frozen():
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv[1:]])  # noqa: S606  # itself
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # itself


def _tour(arguments: argparse.Namespace) -> int:
    from kiosk.tour import guided_visit, tour  # noqa: PLC0415  # as above
    from kiosk.ui import app  # noqa: PLC0415  # as above

    sizes = arguments.size or [(1920, 1080, 21.5)]
    views = [
        guided_visit.View(
            app.Glass(*size),
            arguments.text_size,
            arguments.language,
            tuple(arguments.theme),
            has_easy_touch=arguments.easy_touch,
            reach=arguments.reach,
        )
        for size in sizes
    ]
    return tour.run(arguments.out, arguments.config, views)


def _test_itself(arguments: argparse.Namespace) -> int:
    from kiosk.tour import guided_visit, tour  # noqa: PLC0415  # as above
    from kiosk.ui import app  # noqa: PLC0415  # as above

    return tour.self_test(guided_visit.View(app.Glass(1366, 768, 15.6)), as_json=arguments.json)


def _examine(arguments: argparse.Namespace) -> int:
    from kiosk.ops.doctor.command import run_doctor, show_screen  # noqa: PLC0415  # as above

    if not arguments.screen:
        return run_doctor(arguments, datetime.datetime.now().astimezone(), _itself())
    from kiosk.ui.doctor import examine_screen  # noqa: PLC0415
    from kiosk.ui.pyside.qt_application import start_qt  # noqa: PLC0415

    need_screen()
    _application = start_qt(["kiosk"])
    return show_screen(arguments.config, examine_screen)


def _itself() -> list[str]:
    """Return the command that runs this program."""
    return [sys.executable] if is_frozen() else [sys.executable, "-m", "kiosk"]


def _print_settings(_arguments: argparse.Namespace) -> int:
    from kiosk.store.settings.reference import INSTALLED, settings_file  # noqa: PLC0415  # as above

    print(settings_file(INSTALLED), end="")
    return 0


def _print_drop_in(arguments: argparse.Namespace) -> int:
    from kiosk.ops.drop_in import drop_in  # noqa: PLC0415  # as above

    print(drop_in(load_settings(arguments.config)), end="")
    return 0


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


_COMMANDS: Final = {
    "run": _add_run,
    "tour": _add_tour,
    "self-test": _add_self_test,
    "doctor": _add_doctor,
    "content": _add_content,
    "settings": _add_settings,
    "drop-in": _add_drop_in,
    "recipients": _add_recipients,
    "staff-pin": _add_staff_pin,
}


if __name__ == "__main__":
    sys.exit(main())
