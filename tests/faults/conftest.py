import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return an empty folder in memory, where there is one: a sync costs nothing there."""
    memory = Path("/dev/shm")  # noqa: S108  # nobody else knows the name below it
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as made:
        yield Path(made)
