"""One view model per screen."""
