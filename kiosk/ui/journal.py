"""Problems in the journal: each on a line of its own, behind its event, so that grep finds file and line."""

import logging

from kiosk.core.events import Event


def log_problems(log: logging.Logger, event: Event, problems: str) -> None:
    """Log an error for each line of what is wrong."""
    for line in problems.split("\n"):
        log.error("%s %s", event, line)
