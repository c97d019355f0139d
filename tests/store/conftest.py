"""Where requests wait, and what they are carried away on."""

from pathlib import Path

import pytest

from kiosk.store.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    """Return an empty spool with its folders."""
    prepared = Spool(tmp_path / "spool")
    prepared.create_folders()
    return prepared


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
