"""How the visitor's program ends when staff, or changed settings, end it."""

from typing import Final

LEAVE: Final = 0
RESTART: Final = 75
"""To be started again at once."""
