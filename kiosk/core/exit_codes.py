"""How the visitor's program ends by itself: staff or changed settings end it, or a part of it failed."""

from typing import Final

LEAVE: Final = 0
RESTART: Final = 75
"""To be started again at once."""
FAILED: Final = 70
"""To be started again at once, as one more start that did not end well."""
