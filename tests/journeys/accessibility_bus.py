"""Somebody with a screen reader: the program runs for itself, another reads it by the accessibility bus."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kiosk.tour.patience import PATIENCE_SECONDS
from tests.virtual_screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = (
    "Xvfb",
    "xdotool",
    "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/libexec/at-spi2-registryd",
)
PAUSE_SECONDS = 0.05

T = TypeVar("T")


@dataclass(frozen=True)
class Node:
    """An object as the bus tells of it; box: left, top, width and height on the screen, in pixels."""

    path: str
    role: str
    name: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    box: tuple[int, int, int, int]

    @property
    def is_control(self) -> bool:
        return "Press" in self.actions

    @property
    def acts(self) -> list[int]:
        """The actions that do more than set the focus; a reader does the first."""
        return [index for index, action in enumerate(self.actions) if action != "Set Focus"]


def _node(told: dict[str, Any]) -> Node:
    left, top, width, height = told["box"]
    states, actions = tuple(told["states"]), tuple(told["actions"])
    return Node(told["path"], told["role"], told["name"], states, actions, (left, top, width, height))


@dataclass(frozen=True)
class Told:
    """An event of the program; number: of an announcement 2 for at once, 1 for in its turn."""

    event: str
    path: str
    detail: str
    number: int
    value: Any


class BusReader:
    """Reads the program and acts on it by the bus alone; counts what it does."""

    def __init__(self, reader: subprocess.Popen[str], pid: int) -> None:
        self._reader = reader
        self._pid = pid
        self.actions = 0
        self._told: list[Told] = []
        self.met: dict[str, Node] = {}

    def _asks(self, *question: object) -> Any:
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(json.dumps(question) + "\n")
        self._reader.stdin.flush()
        return json.loads(self._reader.stdout.readline())

    @property
    def announced(self) -> list[Told]:
        """Everything that was announced, oldest first."""
        self._told += [Told(**event) for event in self._asks("heard")]
        return [told for told in self._told if told.event == "Announcement"]

    @property
    def said(self) -> list[str]:
        return [told.value for told in self.announced]

    def tree(self) -> list[Node]:
        """Everything on the bus, read until nothing changes under the reading."""
        before: list[Node] = []
        while (now := [_node(told) for told in self._asks("tree", self._pid)]) != before:
            before = now
        return now

    def until(self, look: Callable[[], T | None], what: str) -> T:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (found := look()) is None:
            assert time.monotonic() < deadline, f"{what} did not come; on the bus: {self.tree()}"
            time.sleep(PAUSE_SECONDS)
        return found

    def finds(self, name: str) -> Node | None:
        return next((node for node in self.tree() if node.name == name), None)

    def control(self, name: str) -> Node | None:
        usable = (node for node in self.tree() if node.is_control and "enabled" in node.states)
        return next((node for node in usable if node.name == name), None)

    def waits_for(self, name: str) -> Node:
        return self.until(lambda: self.finds(name), name)

    def presses(self, name: str) -> None:
        control = self.until(lambda: self.control(name), name)
        self.actions += 1
        assert self.does(control, control.acts[0]), name

    def does(self, control: Node, action: int) -> bool:
        """Do an action; False when the program no longer has the control."""
        return bool(self._asks("act", control.path, action))

    def presses_what_it_remembers(self) -> None:
        """Do every action of every control that was met and is no longer there."""
        there = {node.path for node in self.tree()}
        for control in self.met.values():
            if control.path not in there:
                for action in control.acts:
                    self.does(control, action)

    def hears(self, start: str, since: int) -> str:
        """Wait for an announcement with this beginning, after so many others."""
        return self.until(
            lambda: next((said for said in self.said[since:] if said.startswith(start)), None), start
        )

    def what_is_at(self, window: Node, x: int, y: int) -> str:
        return str(self._asks("at", window.path, x, y))


@contextlib.contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """Start a screen and a session of their own; gives the environment of a program in it."""
    runtime = folder / "session"
    runtime.mkdir(mode=0o700)
    with virtual_screen() as display:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": display,
            "GSETTINGS_BACKEND": "memory",
        }
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as daemon:
            assert daemon.stdout is not None
            address = daemon.stdout.readline().strip()
            try:
                yield environment | {"DBUS_SESSION_BUS_ADDRESS": address}
            finally:
                daemon.terminate()


@contextlib.contextmanager
def reader_at_kiosk(config: Path, environment: dict[str, str], log: Path) -> Iterator[BusReader]:
    """Start a screen reader, then the kiosk as a clinic does; both are ended with the block."""
    reading = [SYSTEM_PYTHON, str(Path(__file__).with_name("bus_reader.py"))]
    running = [sys.executable, "-m", "kiosk", "run", "--config", str(config)]
    notified = config.parent / "notify"
    surroundings = environment | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "NOTIFY_SOCKET": str(notified),
    }
    with (
        subprocess.Popen(
            reading, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as reader,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager,
        log.open("wb") as journal,
    ):
        manager.bind(str(notified))
        manager.settimeout(PATIENCE_SECONDS)
        assert reader.stdout is not None
        assert reader.stdout.readline() == "[]\n"
        with subprocess.Popen(running, env=surroundings, cwd=ROOT, stderr=journal) as kiosk:
            try:
                assert manager.recv(200).startswith(b"READY=1")
                yield BusReader(reader, kiosk.pid)
            finally:
                kiosk.terminate()
                reader.terminate()
