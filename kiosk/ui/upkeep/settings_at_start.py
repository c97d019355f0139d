"""The settings a kiosk starts with: what is wrong with them is in the journal, and never a black screen."""

import logging
from pathlib import Path

from kiosk.core.errors import SettingsError
from kiosk.core.events import Event
from kiosk.store.settings.settings import Settings, load_settings, stand_in
from kiosk.ui.journal import log_problems

_log = logging.getLogger(__name__)


def settings_at_start(config: Path) -> Settings:
    """Read the settings; of broken ones say what is wrong, and return what asks visitors to the desk."""
    try:
        return load_settings(config)
    except SettingsError as error:
        log_problems(_log, Event.SETTINGS_BROKEN, str(error))
        return stand_in(config)
