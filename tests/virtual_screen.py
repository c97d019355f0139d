"""An X screen of the size of the kiosk's glass, for as long as it is needed."""

import contextlib
import os
import subprocess
from collections.abc import Iterator


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """Start Xvfb and give its DISPLAY.

    It is not set back when its last window goes: who opens the next one meanwhile would be thrown out.
    """
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as display:
            try:
                yield f":{display.readline().strip()}"
            finally:
                server.terminate()
