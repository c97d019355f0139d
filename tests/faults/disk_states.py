"""What a power cut may leave of what a program wrote: every disk that a model of file systems allows.

prefix     the calls up to one of them, nothing else, its last write torn
ordered    a journal: names change in the order of the calls, all up to the last sync at least; what was
           written to a file and not synced is there, torn, full of zeros or not at all
strict     only what was synced: a file's bytes by its own sync, a name only by the sync of its folder
subsets    what was synced, and of the rest any part in any order: some names, some bytes
"""

import dataclasses
import hashlib
import itertools
import os
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.faults.disk import LEFT, Change, File, Folder, Node, Tree, names_now, names_synced, tree_of
from tests.faults.system_calls import Call

MODELS: Final = ("prefix", "ordered", "strict", "subsets")
_MOST_SUBSETS: Final = 2**5
_FLAGS: Final = re.compile(r", (O_\w+(?:\|O_\w+)*)")


@dataclasses.dataclass(frozen=True, slots=True)
class DiskState:
    """One disk, by which model, after which call; told: what the program had said by then."""

    model: str
    tree: Tree
    told: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The same for the same disk after the same words."""
        made = hashlib.sha256(repr(self.told).encode())
        for path, data in sorted(self.tree.items()):
            made.update(f"{path}\0{'folder' if data is None else len(data)}\0".encode())
            made.update(data or b"")
        return made.hexdigest()


class Replay:
    """A folder as it was, all of it synced, and the calls that changed it since."""

    def __init__(self, root: Path, before: Tree, calls: Iterable[Call], seed: int = 19) -> None:
        """root: where the folder stood; seed: of the subsets that are drawn where there are too many."""
        self._path = os.fsencode(root)
        self._calls = calls
        self._chance = random.Random(seed)  # noqa: S311  # draws examples
        self._root = Folder()
        self._open: dict[str, tuple[Node, int] | None] = {}
        self._changes: list[Change] = []
        self._unsynced: set[File] = set()
        self._since_commit = 0
        for path, data in sorted(before.items()):
            folder, name = self._at(path.split("/"))
            folder.names[name] = Folder() if data is None else File(bytearray(data), data)
        self._settle(self._root)
        self._first = names_now(self._root)

    def states(self) -> Iterator[DiskState]:
        """Every disk of every model after every call; many are the same."""
        told: tuple[str, ...] = ()
        yield from self._states(told)
        for call in self._calls:
            words = call.told
            if words is not None:
                told = (*told, words)
            elif self._do(call):
                yield from self._torn(call, told)
            else:
                continue
            yield from self._states(told)

    def assert_complete(self, after: Tree) -> None:
        """Replay all calls at once: the record holds all that the program did if this is what it left."""
        for call in self._calls:
            self._do(call)
        assert self._now() == after, "the record is not all that the program did"

    def _now(self) -> Tree:
        return tree_of(self._root, names_now(self._root), "full")

    def _states(self, told: tuple[str, ...]) -> Iterator[DiskState]:
        yield DiskState("prefix", self._now(), told)
        ways = LEFT if self._unsynced else LEFT[:1]
        for count, how in itertools.product(range(self._since_commit, len(self._changes) + 1), ways):
            yield DiskState("ordered", self._after(self._changes[:count], how), told)
        yield DiskState("strict", tree_of(self._root, names_synced(self._root), "none"), told)
        unsafe = [change for change in self._changes if not change.is_safe]
        for chosen in self._subsets(unsafe):
            kept = [change for change in self._changes if change.is_safe or change in chosen]
            for how in ways:
                yield DiskState("subsets", self._after(kept, how), told)

    def _torn(self, call: Call, told: tuple[str, ...]) -> Iterator[DiskState]:
        if not call.name.startswith(("write", "pwrite")):
            return
        opened = self._open.get(call.descriptor)
        if opened is None or not isinstance(opened[0], File):
            return
        file, whole = opened[0], bytes(opened[0].data)
        for length in {0, 1, call.result // 2, call.result - 1}:
            file.data = bytearray(whole[: len(whole) - call.result + length])
            yield DiskState("prefix", self._now(), told)
        file.data = bytearray(whole)

    def _subsets(self, changes: list[Change]) -> Iterator[frozenset[Change]]:
        if 2 ** len(changes) <= _MOST_SUBSETS:
            sizes = range(len(changes) + 1)
            yield from (frozenset(some) for size in sizes for some in itertools.combinations(changes, size))
            return
        for _ in range(_MOST_SUBSETS):
            yield frozenset(change for change in changes if self._chance.random() < 1 / 2)

    def _after(self, changes: Iterable[Change], how: str) -> Tree:
        names = {folder: dict(held) for folder, held in self._first.items()}
        for change in changes:
            for folder, name, node in change.effects:
                held = names.setdefault(folder, {})
                if node is None:
                    held.pop(name, None)
                else:
                    held[name] = node
        return tree_of(self._root, names, how)

    def _do(self, call: Call) -> bool:
        """Change the folder as a call did; False for what changes nothing there."""
        match call.name:
            case "openat":
                return self._opened(call)
            case "close":
                self._open.pop(call.descriptor, None)
                return False
            case "write" | "pwrite64" | "writev" | "ftruncate":
                return self._wrote(call)
            case "fsync" | "fdatasync":
                return self._synced(call)
            case "mkdir" | "mkdirat" | "rename" | "renameat" | "renameat2" | "unlink" | "unlinkat" | "rmdir":
                places = [self._place(path) for path in call.texts]
                return any(places) and self._renamed(call.name, places)
            case _:
                assert not self._is_here(call), f"the replay does not know {call.name}({call.arguments})"
                return False

    def _is_here(self, call: Call) -> bool:
        return self._open.get(call.descriptor) is not None or any(map(self._place, call.texts))

    def _opened(self, call: Call) -> bool:
        place = self._place(call.texts[0])
        self._open[str(call.result)] = None
        if place is None:
            return False
        folder, name = place
        flags = _FLAGS.search(call.arguments)
        assert flags is not None, call
        node: Node | None = self._root if not name else folder.names.get(name)
        is_new = node is None
        if node is None:
            node = File()
            self._change([(folder, name, node)])
        elif "O_TRUNC" in flags[1] and isinstance(node, File):
            node.data.clear()
            self._unsynced.add(node)
        self._open[str(call.result)] = (
            node,
            len(node.data) if isinstance(node, File) and "O_APPEND" in flags[1] else 0,
        )
        return is_new or "O_TRUNC" in flags[1]

    def _wrote(self, call: Call) -> bool:
        opened = self._open.get(call.descriptor)
        if opened is None:
            return False
        file, at = opened
        assert isinstance(file, File)
        assert call.name == "write", f"the replay does not know {call.name}"
        file.data[at : at + call.result] = b"".join(call.texts)[: call.result]
        self._open[call.descriptor] = (file, at + call.result)
        self._unsynced.add(file)
        return True

    def _synced(self, call: Call) -> bool:
        opened = self._open.get(call.descriptor)
        if opened is None:
            return False
        node, _ = opened
        if isinstance(node, File):
            node.synced = bytes(node.data)
            self._unsynced.discard(node)
        else:
            node.synced = dict(node.names)
            for change in self._changes:
                change.is_safe |= any(folder is node for folder, _, _ in change.effects)
        self._since_commit = len(self._changes)
        return True

    def _renamed(self, name: str, places: "list[tuple[Folder, str] | None]") -> bool:
        assert all(places), "a file came from elsewhere or went there"
        [(folder, old), *others] = [place for place in places if place is not None]
        if name.startswith("mkdir"):
            self._change([(folder, old, Folder())])
        elif others:
            [(target, new)] = others
            self._change([(target, new, folder.names[old]), (folder, old, None)])
        else:
            self._change([(folder, old, None)])
        return True

    def _change(self, effects: list[tuple[Folder, str, Node | None]]) -> None:
        self._changes.append(Change(effects))
        for folder, name, node in effects:
            if node is None:
                del folder.names[name]
            else:
                folder.names[name] = node

    def _place(self, path: bytes) -> tuple[Folder, str] | None:
        """Return the folder and the name of a path, None for what is elsewhere."""
        if path != self._path and not path.startswith(self._path + b"/"):
            assert path.startswith(b"/") or not path.startswith(b".."), path
            return None
        return self._at([part for part in os.fsdecode(path.removeprefix(self._path)).split("/") if part])

    def _at(self, parts: list[str]) -> tuple[Folder, str]:
        folder = self._root
        for part in parts[:-1]:
            inner = folder.names[part]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, parts[-1] if parts else ""

    def _settle(self, folder: Folder) -> None:
        folder.synced = dict(folder.names)
        for node in folder.names.values():
            if isinstance(node, Folder):
                self._settle(node)
