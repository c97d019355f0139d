"""A screen reader's end of the accessibility bus: GLib's D-Bus in the system's Python, and nothing of ours.

bus_reader.py    says on the session bus that a screen reader runs, prints "[]", then answers each line of
                 JSON on standard input with one on standard output
    ["tree", PID]          every object of the program with this PID, in reading order; none at first
    ["act", PATH, INDEX]   does an action of an object: whether the program says that it did
    ["at", PATH, X, Y]     the object of a window at a place on the screen, in pixels
    ["heard"]              what the program told since the last time, oldest first
"""

import json
import sys
from typing import Any

import gi

gi.require_version("Gio", "2.0")

from gi.repository import Gio, GLib  # noqa: E402  # the version is chosen first

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EVENTS = "org.a11y.atspi.Event.Object"
REGISTRY = "org.a11y.atspi.Registry"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
ON_SCREEN = 0
STATES = {"enabled": 8, "focusable": 11, "showing": 25, "visible": 30}
"""Bits of AtspiStateType."""
LISTENED = ("announcement", "property-change:accessible-name", "state-changed")

Json = dict[str, Any]


class Bus:
    """A connection to a message bus."""

    def __init__(self, address: str) -> None:
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )

    def ask(self, name: str, path: str, member: str, given: Any = None) -> Any:
        """Call interface.member of an object; returns the first value of the answer."""
        interface, _, method = member.rpartition(".")
        answer = self.connection.call_sync(
            name, path, interface, method, given, None, Gio.DBusCallFlags.NONE, -1, None
        )
        return answer.unpack()[0] if answer.n_children() else None


class Reader:
    """Reads one program's objects; remembers what it is told."""

    def __init__(self) -> None:
        session = Bus(Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None))
        is_on = GLib.Variant("(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True)))  # noqa: FBT003
        session.ask("org.a11y.Bus", "/org/a11y/bus", f"{PROPERTIES}.Set", is_on)
        self._bus = Bus(session.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"))
        self._program = ""
        self._heard: list[Any] = []
        self._bus.connection.signal_subscribe(
            None, EVENTS, None, None, None, Gio.DBusSignalFlags.NONE, self._on_event
        )
        for event in LISTENED:
            wanted = GLib.Variant("(s)", (f"object:{event}",))
            self._bus.ask(REGISTRY, "/org/a11y/atspi/registry", f"{REGISTRY}.RegisterEvent", wanted)

    def _on_event(self, _bus: Any, sender: str, path: str, _interface: str, event: str, told: Any) -> None:
        if sender == self._program:
            detail, number, _, value, *_ = told.unpack()
            self._heard.append(
                {"event": event, "path": path, "detail": detail, "number": number, "value": value}
            )

    def _find(self, pid: int) -> None:
        for name, _path in self._bus.ask(REGISTRY, ROOT, f"{ACCESSIBLE}.GetChildren"):
            theirs = GLib.Variant("(s)", (name,))
            asked = "org.freedesktop.DBus.GetConnectionUnixProcessID"
            if self._bus.ask("org.freedesktop.DBus", "/", asked, theirs) == pid:
                self._program = name

    def tree(self, pid: int) -> list[Json]:
        """Walk the program's objects from its root on; one that went away meanwhile is left out."""
        if not self._program:
            self._find(pid)
        nodes: list[Json] = []
        stack = [ROOT] if self._program else []
        while stack:
            path = stack.pop()
            try:
                node, children = self._read(path)
            except GLib.Error:
                continue
            nodes.append(node)
            stack += [child for _name, child in reversed(children)]
        return nodes

    def _ask(self, path: str, member: str, given: Any = None) -> Any:
        return self._bus.ask(self._program, path, member, given)

    def _read(self, path: str) -> tuple[Json, list[tuple[str, str]]]:
        low, high = self._ask(path, f"{ACCESSIBLE}.GetState")
        interfaces = self._ask(path, f"{ACCESSIBLE}.GetInterfaces")
        bits = low | high << 32
        node = {
            "path": path,
            "role": self._ask(path, f"{ACCESSIBLE}.GetRoleName"),
            "name": self._ask(path, f"{PROPERTIES}.Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name"))),
            "states": [state for state, bit in STATES.items() if bits >> bit & 1],
            "actions": [],
            "box": [0, 0, 0, 0],
        }
        if ACTION in interfaces:
            node["actions"] = [name for name, *_ in self._ask(path, f"{ACTION}.GetActions")]
        if COMPONENT in interfaces:
            node["box"] = self._ask(path, f"{COMPONENT}.GetExtents", GLib.Variant("(u)", (ON_SCREEN,)))
        return node, self._ask(path, f"{ACCESSIBLE}.GetChildren")

    def act(self, path: str, index: int) -> bool:
        """Do an action; False when the program refuses it or no longer has the object."""
        try:
            return bool(self._ask(path, f"{ACTION}.DoAction", GLib.Variant("(i)", (index,))))
        except GLib.Error:
            return False

    def at(self, path: str, x: int, y: int) -> str:
        """Return the path of the object that a window has at a place."""
        place = GLib.Variant("(iiu)", (x, y, ON_SCREEN))
        _name, found = self._ask(path, f"{COMPONENT}.GetAccessibleAtPoint", place)
        return str(found)

    def heard(self) -> list[Any]:
        """Return what was told since the last time."""
        while GLib.MainContext.default().iteration(False):  # noqa: FBT003  # GLib's signature
            pass
        heard, self._heard = self._heard, []
        return heard


def main() -> None:
    """Answer until standard input ends."""
    reader = Reader()
    answers: dict[str, Any] = {
        "tree": reader.tree,
        "act": reader.act,
        "at": reader.at,
        "heard": reader.heard,
    }
    print("[]", flush=True)
    for line in sys.stdin:
        verb, *given = json.loads(line)
        print(json.dumps(answers[verb](*given)), flush=True)


if __name__ == "__main__":
    main()
