"""The `import` of a program that uses no features of PySide6."""

import builtins

import PySide6.QtCore  # noqa: F401  # this replaces it


def import_plainly() -> None:
    """Take out of `import` what PySide6 6.12 does for its features.

    It looks at every import for `from __feature__ import ...`, which nothing here uses, and for the
    word "PySide6" in the source of every new module, which an installed program does not have.
    Needed last on 2026-11-30: tests/ui/test_pyside_faults.py fails when it is needed no longer.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
