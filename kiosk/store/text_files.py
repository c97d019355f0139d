"""Text files that people save, mail and carry about: read in one way, whatever their editor made of them."""

from pathlib import Path
from typing import Final

from kiosk.core.staff_words import tr
from kiosk.store.reading import read_file

_MARKS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


class NotText(ValueError):
    """Bytes that are not UTF-8 text; says what they are, to stand after the file's name."""


def read_text_file(path: Path) -> str:
    """Return what text_of makes of a file. Raises OSError, as read_file does, or NotText."""
    return text_of(read_file(path, follows_links=True))


def text_of(data: bytes, *, errors: str = "strict") -> str:
    """Return text without its byte order mark, and one kind of line ending. Raises NotText.

    errors: as bytes.decode takes it, for files of which only ASCII matters.
    """
    encoding = _wide(data)
    if encoding:
        raise NotText(
            tr(
                'is {encoding} text ("Unicode" in some editors): save it once more as UTF-8',
                encoding=encoding,
            )
        )
    try:
        text = data.decode("utf-8-sig", errors)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotText(tr("is not UTF-8 text (line {line}): save it once more as UTF-8", line=line)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(data: bytes) -> str:
    """Name an encoding of two or four bytes a letter, by its mark or by its many zeros; "" for none."""
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    halves = (data[::2], data[1::2])
    is_half_zeros = any(half.count(0) * 2 > len(half) for half in halves) and any(data)
    return marked or ("UTF-16" if is_half_zeros else "")
