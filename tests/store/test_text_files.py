"""Text files however an editor saved them: one text, or the name of what they are."""

from pathlib import Path

import pytest

from kiosk.store.text_files import NotText, read_text_file, text_of


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\n", "a\n"),
        (b"\xef\xbb\xbfa\r\n\r\nb\rc", "a\n\nb\nc"),
        ("\u738b\u5c0f\u660e\n".encode(), "\u738b\u5c0f\u660e\n"),
        (b"\x00\x00\x00", "\x00\x00\x00"),
    ],
)
def test_a_mark_and_line_endings_are_nothing(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_text_file(path) == text_of(data) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_an_editor_calls_unicode_is_named(encoding: str) -> None:
    name = encoding[:6].upper()
    with pytest.raises(
        NotText, match=rf'^is {name} text \("Unicode" in some editors\): save it once more as'
    ):
        text_of("# Ana\nage1qqqqqq\n".encode(encoding))


def test_what_is_no_text_is_named_with_its_place() -> None:
    with pytest.raises(NotText, match=r"is not UTF-8 text \(line \d\): save it once more as UTF-8"):
        text_of(b"ab\xff")
