"""Dialling is offered only where the desktop names a program for it."""

import sys
from pathlib import Path

import pytest

from kiosk.desk import dialling
from kiosk.desk.dialling import can_dial, plain_number


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the program that the desktop is asked by: the first one on the path."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "xdg-mime"


@pytest.mark.parametrize(
    ("program", "can"),
    [
        ('[ "$*" = "query default x-scheme-handler/tel" ] && echo linphone.desktop', True),
        ("echo", False),
        ("exit 4", False),
        ("exec sleep 60", False),
    ],
)
def test_a_desktop_that_names_a_program_can_dial(
    asking: Path, monkeypatch: pytest.MonkeyPatch, program: str, *, can: bool
) -> None:
    monkeypatch.setattr(dialling, "_PATIENCE_S", 60 if can else 1)
    asking.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    asking.chmod(0o755)
    assert can_dial() == can


def test_without_anybody_to_ask_nothing_dials(asking: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(asking.parent))
    assert not can_dial()
    asking.write_bytes(b"\0no program")
    asking.chmod(0o755)
    assert not can_dial()


def test_every_mac_takes_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert can_dial()


def test_nothing_but_a_number_is_handed_on() -> None:
    assert plain_number("+1 (415) 555-2671") == "+14155552671"
    assert plain_number("+1415;phone-context=x\n#*31") == "+141531"
