"""The card that anybody may begin with."""

from typing import Final

START: Final = "start-here"
"""Its id."""
