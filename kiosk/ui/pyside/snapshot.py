"""Snapshots: what a screen shows is one frozen value, swapped whole and announced by what of it changed."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject


def announce_changes(view_model: QObject, before: Any, after: Any) -> None:
    """Emit the change signal of each field in which two snapshots of one frozen dataclass differ.

    The signal of the field `step_title` is `stepTitleChanged`. Swap the snapshot first: whatever reads a
    property while the signals go out then reads the whole new value.
    """
    for field in dataclasses.fields(after):
        if getattr(before, field.name) != getattr(after, field.name):
            getattr(view_model, f"{camel_case(field.name)}Changed").emit()


def camel_case(name: str) -> str:
    """Return a Python name as QML writes it: `step_title` is `stepTitle`."""
    first, *others = name.split("_")
    return first + "".join(other.capitalize() for other in others)
