"""What one room hands to another cannot be changed behind its back."""

import dataclasses
import importlib
import pkgutil

import pytest

import kiosk

# Gathered step by step, within one function or one module.
GATHERED = {"LanguageFiles", "_Kept"}
# One or a few of each in a program: nothing is gained by slots.
WITHOUT_SLOTS = {
    "CallbackFiles",
    "Clinic",
    "FileProblem",
    "Folders",
    "LanguageFiles",
    "Settings",
    "SettingsFile",
    "TomlText",
}


def _values(room: str) -> set[type]:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(kiosk.__path__, "kiosk.")
        if module.name.startswith(f"kiosk.{room}.") and not module.name.endswith("__main__")
    ]
    return {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__
    }


@pytest.mark.parametrize(
    ("room", "least"), [("core", 15), ("store", 10), ("content", 4), ("ops", 2), ("desk", 20)]
)
def test_every_value_is_frozen_and_has_no_room_for_more(room: str, least: int) -> None:
    values = {value.__name__: value for value in _values(room)}
    assert len(values) >= least
    changing = {name for name, value in values.items() if not value.__dataclass_params__.frozen}  # type: ignore[attr-defined]
    assert changing == values.keys() & GATHERED
    growing = {name for name, value in values.items() if "__slots__" not in vars(value)}
    assert growing == values.keys() & WITHOUT_SLOTS
