"""Names of Qt's value types that Python has no class for."""

from typing import Final, cast

QStringList: Final = cast("type[list[str]]", "QStringList")
"""For `Property(QStringList, ...)`: the tools that read our types want a name there, not a text."""
QVariantList: Final = cast("type[list[int]]", "QVariantList")
"""For a list of numbers, for which Qt has no type of its own."""
