"""What the core hands out cannot be changed behind its back."""

import dataclasses
import importlib
import pkgutil

import kiosk.core


def test_every_value_of_the_core_is_frozen_and_has_no_room_for_more() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(kiosk.core.__path__, "kiosk.core.")
    ]
    values = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
    }
    assert len(values) > 15
    assert [
        value.__name__
        for value in values
        if not value.__dataclass_params__.frozen or "__slots__" not in vars(value)  # type: ignore[attr-defined]
    ] == []
