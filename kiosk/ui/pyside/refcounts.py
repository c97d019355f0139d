"""Keeps None, True and False alive where PySide6 6.12 would use them up."""

import ctypes
import sys
from typing import Final

EXTRA_REFERENCES: Final = 1 << 40


def immortalize_singletons() -> None:
    """Give None, True and False more references than any run can lose; Python 3.12 and later need nothing.

    Measured with PySide6 6.12.0 on Python 3.11: a call of a Qt method that returns nothing gives up
    a reference to None it does not own, and a tour of 180 screens some 6,000 of them and 1,100 of
    True. After some thousand touches the interpreter stops with "Fatal Python error: none_dealloc".
    Since 3.12 these objects cannot die (PEP 683).
    Needed last on 2026-11-28: tests/ui/test_pyside_faults.py reproduces it and fails when it is needed no
    longer. No report of it was found at bugreports.qt.io.
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += EXTRA_REFERENCES
