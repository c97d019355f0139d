"""What texts say in {braces}, filled in from the settings."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from kiosk.core.validation import KeyPath, Problem

PLACEHOLDERS: Final = frozenset({"clinic", "phone", "emergency_number", "call_days", "delete_days"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def placeholder_problems(data: Any, place: KeyPath = ()) -> list[Problem]:
    """Name every {placeholder} in data that stands for nothing."""
    if isinstance(data, str):
        unknown = [name for name in _PLACEHOLDER.findall(data) if name not in PLACEHOLDERS]
        return [Problem(place, f"{{{name}}} stands for nothing") for name in unknown]
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in placeholder_problems(value, (*place, key))]
    if isinstance(data, list):
        return [
            found
            for index, value in enumerate(data)
            for found in placeholder_problems(value, (*place, index))
        ]
    return []


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)
    if isinstance(value, dict):
        return {key: _mapped(item, change) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value)(
            **{field.name: _mapped(getattr(value, field.name), change) for field in dataclasses.fields(value)}
        )
    return value


def filled(value: Any, placeholders: Mapping[str, str]) -> Any:
    """Return a value with every {placeholder} in its texts replaced."""
    return _mapped(value, lambda text: _PLACEHOLDER.sub(lambda found: placeholders[found[1]], text))
