"""What is promised of every write, and in which order each platform keeps it."""

import ctypes
import errno
import fcntl
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.store import durable
from kiosk.store.durable import (
    is_plain_file,
    make_folders,
    move_durably,
    remove_durably,
    remove_leftovers,
    sync_file,
    sync_folder,
    write_durably,
)


def _record(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    calls: list[str] = []

    def recorded(name: str, original: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            calls.append(name)
            return original(*args, **kwargs)

        return call

    for name in names:
        monkeypatch.setattr(os, name, recorded(name, getattr(os, name)))
    return calls


def _refuse(number: int) -> Callable[..., object]:
    def call(*_args: object, **_kwargs: object) -> object:
        raise OSError(number, os.strerror(number))

    return call


def test_a_file_is_synced_before_its_rename_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _record(monkeypatch, "open", "write", "fsync", "replace", "close")
    write_durably(tmp_path, "a", b"data", tmp_path)
    assert calls == ["open", "write", "fsync", "close", "replace", "open", "fsync", "close"]
    assert (tmp_path / "a").read_bytes() == b"data"


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    write_durably(tmp_path, "a", b"0123456789", tmp_path)
    assert (tmp_path / "a").read_bytes() == b"0123456789"


@pytest.mark.parametrize("what", [b"xxxx", b"datax"], ids=["other bytes", "one byte more"])
@pytest.mark.parametrize("can_forget", [True, False])
def test_what_does_not_read_back_never_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_forget: bool, what: bytes
) -> None:
    write = os.write

    def write_something_else(descriptor: int, data: bytes) -> int:
        write(descriptor, what)
        return len(data)

    monkeypatch.setattr(os, "write", write_something_else)
    if not can_forget:
        monkeypatch.delattr(os, "posix_fadvise")
    with pytest.raises(OSError, match="what was written does not read back"):
        write_durably(tmp_path, "a", b"data", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    write_durably(tmp_path, "a", b"", tmp_path)
    assert (tmp_path / "a").read_bytes() == b""


def test_a_file_is_private_unless_told_otherwise(tmp_path: Path) -> None:
    write_durably(tmp_path, "private", b"x", tmp_path)
    write_durably(tmp_path, "public", b"x", tmp_path, mode=durable.PUBLIC_FILE)
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "public").stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_a_refused_step_is_raised_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, name, _refuse(errno.EIO))
        with pytest.raises(OSError, match="Input/output error"):
            write_durably(tmp_path, "a", b"data", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_left_over_part_does_not_hide_the_first_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refuse(errno.ENOSPC))
        patch.setattr(os, "unlink", _refuse(errno.EROFS))
        with pytest.raises(OSError, match="No space left"):
            write_durably(tmp_path, "a", b"data", tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [durable.PART]


def test_a_move_syncs_both_folders_and_may_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "from" / "a", tmp_path / "to" / "a"
    make_folders(source.parent)
    make_folders(target.parent)
    source.write_bytes(b"x")
    calls = _record(monkeypatch, "replace", "fsync")
    move_durably([(source, target)])
    move_durably([(source, target)])
    assert target.read_bytes() == b"x"
    assert calls == ["replace", "fsync", "fsync"] * 2


def test_removing_twice_is_as_good_as_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    remove_durably(tmp_path / "a")
    remove_durably(tmp_path / "a")
    assert not (tmp_path / "a").exists()


def test_new_folders_are_private_and_synced_into_their_parents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _record(monkeypatch, "mkdir", "fsync")
    make_folders(tmp_path / "a" / "b")
    make_folders(tmp_path / "a" / "b")
    assert calls == ["mkdir", "fsync"] * 2
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_macos_flushes_the_drive_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "fcntl", lambda _descriptor, command: commands.append(command))
    calls = _record(monkeypatch, "fsync")
    write_durably(tmp_path, "a", b"data", tmp_path)
    assert commands == [51, 51]
    assert calls == []


def test_macos_falls_back_where_a_disk_knows_no_full_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "fcntl", _refuse(errno.ENOTSUP))
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    sync_file(7)
    assert synced == [7]


def test_macos_never_flushes_again_after_an_input_output_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "fcntl", _refuse(errno.EIO))
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    with pytest.raises(OSError, match="Input/output error"):
        sync_file(7)
    assert synced == []


def test_windows_writes_its_renames_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moves: list[int] = []

    def move_file(source: str, target: str, flags: int) -> int:
        moves.append(flags)
        Path(source).rename(target)
        return 1

    monkeypatch.setattr(
        ctypes, "WinDLL", lambda _name, **_options: SimpleNamespace(MoveFileExW=move_file), raising=False
    )
    calls = _record(monkeypatch, "fsync")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        write_durably(tmp_path, "a", b"data", tmp_path)
        sync_folder(tmp_path)
    assert moves == [0x1 | 0x8]
    assert calls == ["fsync"]
    assert (tmp_path / "a").read_bytes() == b"data"


def test_a_refused_rename_on_windows_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = SimpleNamespace(MoveFileExW=lambda *_args: 0)
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name, **_options: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: 5, raising=False)
    monkeypatch.setattr(ctypes, "WinError", lambda code: PermissionError(code, "denied"), raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        with pytest.raises(PermissionError):
            write_durably(tmp_path, "a", b"data", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_never_in_the_way_of_a_file_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a" / "what is in it").mkdir(parents=True)
    (tmp_path / "a.1").symlink_to("nowhere")
    write_durably(tmp_path, "a", b"data", tmp_path)
    assert (tmp_path / "a").read_bytes() == b"data"
    assert (tmp_path / "a.2" / "what is in it").is_dir()


def test_only_what_a_write_leaves_is_removed_as_left_over(tmp_path: Path) -> None:
    for name in ("a[1].x.part", "a[1].y", "a1.x.part"):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "a[1].folder.part").mkdir()
    (tmp_path / "a[1].link.part").symlink_to(tmp_path / "a[1].y")
    remove_leftovers(tmp_path, "a[1]")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a1.x.part",
        "a[1].folder.part",
        "a[1].link.part",
        "a[1].y",
    ]
    assert not is_plain_file(tmp_path / "gone")
