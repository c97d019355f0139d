"""The screen of the tests lets nobody down who comes as the last window goes."""

import shutil
import socket

import psutil
import pytest

from tests.virtual_screen import virtual_screen

SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108  where X servers listen
X11_HELLO = b"l\0\x0b\0\0\0\0\0\0\0\0\0"
"""A client of little endian, protocol 11.0, with no authority (X11 protocol, Connection Setup)."""
WELCOME = 1
TIMES = 20


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_client_that_comes_while_the_last_one_goes_is_let_in() -> None:
    with virtual_screen() as display:
        server = next(each for each in psutil.Process().children() if each.name() == "Xvfb")
        for _ in range(TIMES):
            last = _greeting(display)
            assert last.recv(1)[0] == WELCOME
            server.suspend()
            last.close()
            new = _greeting(display)
            server.resume()
            with new:
                assert new.recv(1)[:1] == bytes([WELCOME])


def _greeting(display: str) -> socket.socket:
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(10)
    client.connect(f"{SOCKETS}{display.removeprefix(':')}")
    client.sendall(X11_HELLO)
    return client
