"""A folder on a disk: what stands there now, and what of it a power cut may leave."""

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

Tree = dict[str, bytes | None]
"""What stands under each path: a file's bytes, None for a folder."""

_SECTOR: Final = 512
"""Bytes that a disk writes whole or not at all."""
LEFT: Final = ("full", "none", "half", "zeros", "sectors 1", "sectors 2", "sectors 3", "sectors 4")
"""What becomes of bytes that were not synced; of the sectors, any: by a seed."""


@dataclasses.dataclass(slots=True, eq=False)
class File:
    """A file's bytes, and those of its last sync."""

    data: bytearray = dataclasses.field(default_factory=bytearray)
    synced: bytes = b""

    def as_left(self, how: str) -> bytes:
        """Return its bytes after a power cut; how: one of LEFT."""
        now = bytes(self.data)
        if now == self.synced or how == "full":
            return now
        if how.startswith("sectors"):
            chance = random.Random(f"{how}{len(now)}")  # noqa: S311  # draws examples
            sectors = (now[at : at + _SECTOR] for at in range(0, len(now), _SECTOR))
            return b"".join(sector if chance.random() < 1 / 2 else bytes(len(sector)) for sector in sectors)
        return {"none": self.synced, "half": now[: len(now) // 2], "zeros": bytes(len(now))}[how]


@dataclasses.dataclass(slots=True, eq=False)
class Folder:
    """What is in a folder by name, and what was at its last sync."""

    names: "dict[str, File | Folder]" = dataclasses.field(default_factory=dict)
    synced: "dict[str, File | Folder]" = dataclasses.field(default_factory=dict)


Node = File | Folder
Names = dict[Folder, dict[str, Node]]
"""What each folder holds."""


@dataclasses.dataclass(slots=True, eq=False)
class Change:
    """What one call did to names; a rename changes two, and no journal does one without the other.

    is_safe: a folder of it was synced since.
    """

    effects: list[tuple[Folder, str, Node | None]]
    is_safe: bool = False


def read_tree(root: Path) -> Tree:
    """Return all that stands under a folder."""
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


def write_tree(root: Path, tree: Tree) -> None:
    """Put a disk into an empty folder."""
    for path, data in sorted(tree.items()):
        if data is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(data)


def names_now(root: Folder) -> Names:
    """Return what each folder holds now."""
    return {folder: dict(folder.names) for folder in _folders(root)}


def names_synced(root: Folder) -> Names:
    """Return what each folder held at its last sync."""
    found: Names = {}
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        found[folder] = folder.synced
        waiting += [node for node in folder.synced.values() if isinstance(node, Folder)]
    return found


def tree_of(root: Folder, names: Names, how: str) -> Tree:
    """Return what stands there when folders hold these names; how: see LEFT."""
    tree: Tree = {}
    waiting = [("", root)]
    while waiting:
        path, folder = waiting.pop()
        for name, node in names.get(folder, {}).items():
            if isinstance(node, Folder):
                tree[f"{path}{name}"] = None
                waiting.append((f"{path}{name}/", node))
            else:
                tree[f"{path}{name}"] = node.as_left(how)
    return tree


def _folders(root: Folder) -> Iterator[Folder]:
    yield root
    for node in root.names.values():
        if isinstance(node, Folder):
            yield from _folders(node)
