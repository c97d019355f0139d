"""What tests of the print-out begin with."""

from pathlib import Path

import pytest

from tests.content_copy import ContentCopy


@pytest.fixture
def copy(tmp_path: Path) -> ContentCopy:
    """Return content that a test may change, translated once; a file of tests may have its own."""
    made = ContentCopy.under(tmp_path)
    made.translate()
    return made
