"""One way to read: nothing waits, no link leads away, no file is too large, and a disk is asked again."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import reading
from kiosk.store.reading import NotAFile, is_in_place, read_file, read_json, read_patiently
from tests.bad_files import BAD, NO_FILES, without_waiting


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    with without_waiting():
        yield


def test_a_file_is_read_whole_and_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3_000_000)
    assert read_file(path) == read_file(path, 3_000_000) == path.read_bytes()
    with pytest.raises(NotAFile, match="larger than 2,999,999 bytes"):
        read_file(path, 2_999_999)


@pytest.mark.parametrize("bad", [*NO_FILES, "2 GB"])
def test_what_is_no_file_is_named_and_not_opened(
    tmp_path: Path, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    BAD[bad](tmp_path / "a")
    monkeypatch.setattr(os, "open", None)
    with pytest.raises(NotAFile, match=r"it is (a link|a folder|a pipe or a device|larger)"):
        read_file(tmp_path / "a")


def test_links_are_followed_only_where_people_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"data")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(NotAFile, match="it is a link"):
        read_file(tmp_path / "b")
    assert read_file(tmp_path / "b", follows_links=True) == b"data"
    for bad in ("pipe", "device"):
        BAD[bad](tmp_path / bad)
        with pytest.raises(NotAFile, match="a pipe or a device"):
            read_file(tmp_path / bad, follows_links=True)


def test_what_takes_its_place_while_it_is_opened_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"data")
    real = os.open

    def swapped(name: Path, flags: int) -> int:
        name.unlink()
        os.mkfifo(name)
        return real(name, flags)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(NotAFile, match="a pipe"):
        read_file(path)


def test_what_grows_while_it_is_read_is_read_no_further() -> None:
    with pytest.raises(NotAFile, match="larger than 10 bytes"):
        read_file(Path("/proc/self/mountinfo"), 10)  # its size is said to be 0


@pytest.mark.parametrize("bad", ["not UTF-8", "deep", "empty"])
def test_what_is_no_json_is_one_kind_of_error(tmp_path: Path, bad: str) -> None:
    BAD[bad](tmp_path / "a")
    with pytest.raises(ValueError, match=r".*"):
        read_json(tmp_path / "a")
    (tmp_path / "b").write_bytes(b'{"a": 1}')
    assert read_json(tmp_path / "b") == {"a": 1}


def test_a_folder_is_in_place_unless_a_link_leads_elsewhere(tmp_path: Path) -> None:
    for name in ("stick", "stick/real", "elsewhere", "elsewhere/deep"):
        (tmp_path / name).mkdir()
    stick = tmp_path / "stick"
    (stick / "out").symlink_to(tmp_path / "elsewhere")
    (stick / "beside").symlink_to("real")
    (tmp_path / "way").symlink_to(stick)
    assert is_in_place(stick / "real", stick)
    assert is_in_place(tmp_path / "way" / "real", stick)
    assert not is_in_place(stick / "out", stick)
    assert not is_in_place(stick / "beside", stick)
    assert not is_in_place(stick / "out" / "deep", stick)


@pytest.mark.parametrize(("refused", "read"), [(0, 1), (1, 2), (2, 3), (3, 3)])
def test_a_read_is_tried_three_times_at_most(refused: int, read: int) -> None:
    tries = 0

    def read_once() -> str:
        nonlocal tries
        tries += 1
        if tries <= refused:
            raise OSError(errno.EIO, "Input/output error")
        return "read"

    if refused < 3:
        assert read_patiently(read_once) == "read"
    else:
        with pytest.raises(OSError, match="Input/output error"):
            read_patiently(read_once)
    assert tries == read


@pytest.mark.parametrize(
    "error", [FileNotFoundError(errno.ENOENT, "gone"), NotAFile(errno.EISDIR, "no file")]
)
def test_what_a_second_look_does_not_change_is_said_at_once(error: OSError) -> None:
    tries: list[int] = []

    def read_once() -> str:
        tries.append(1)
        raise error

    with pytest.raises(type(error)):
        read_patiently(read_once)
    assert tries == [1]


def test_where_the_system_knows_no_such_flags_the_look_before_has_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    monkeypatch.setattr(reading, "_NO_FOLLOW", 0)
    monkeypatch.setattr(reading, "_FLAGS", os.O_RDONLY)
    (tmp_path / "a").write_bytes(b"data")
    assert read_file(tmp_path / "a") == b"data"
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(NotAFile):
        read_file(tmp_path / "b")


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    assert read_file(path, owner=path.stat().st_uid) == b"1234"
    with pytest.raises(NotAFile, match="somebody else"):
        read_file(path, owner=path.stat().st_uid + 1)
