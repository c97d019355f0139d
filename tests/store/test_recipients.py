"""The recipients file: one public key per line, or one sentence."""

from pathlib import Path

import pytest
from pyrage import x25519

from kiosk.core.errors import SealError
from kiosk.store.recipients import DEMONSTRATION_LINE, load_recipients


def _key() -> str:
    return str(x25519.Identity.generate().to_public())


def _write(folder: Path, *lines: str) -> Path:
    path = folder / "recipients.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_keys_are_read_and_comments_and_empty_lines_left_out(tmp_path: Path) -> None:
    one, two = _key(), _key()
    recipients = load_recipients(
        _write(tmp_path, "# front-desk", one, "", f"  {two} "), demonstration_allowed=False
    )
    assert recipients.keys == (one, two)
    assert not recipients.is_demonstration


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    key = _key()
    path = tmp_path / "recipients.txt"
    path.write_bytes(b"\xef\xbb\xbf# desk\r\n" + key.encode() + b"\r\n")
    assert load_recipients(path, demonstration_allowed=False).keys == (key,)


def test_demonstration_keys_are_known_by_the_first_line(tmp_path: Path) -> None:
    path = _write(tmp_path, DEMONSTRATION_LINE, _key())
    assert load_recipients(path, demonstration_allowed=True).is_demonstration


def test_demonstration_keys_are_refused_in_a_real_clinic(tmp_path: Path) -> None:
    path = _write(tmp_path, DEMONSTRATION_LINE, _key())
    with pytest.raises(
        SealError, match=r"line 1, says its keys are for the demonstration: copy the clinic's own"
    ):
        load_recipients(path, demonstration_allowed=False)


@pytest.mark.parametrize(
    "bad",
    ["age1nonsense", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1QQQQ", "hello", "age1 age1", "age1" + "q" * 58],
)
def test_a_bad_line_is_named_and_never_shown(tmp_path: Path, bad: str) -> None:
    path = _write(tmp_path, "# front-desk", _key(), bad)
    with pytest.raises(SealError, match=r"recipients\.txt, line 3, is not a public key") as caught:
        load_recipients(path, demonstration_allowed=True)
    assert bad not in str(caught.value)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SealError, match=r"is missing: copy the clinic's recipients\.txt there"):
        load_recipients(tmp_path / "recipients.txt", demonstration_allowed=True)


@pytest.mark.parametrize("lines", [(), ("# front-desk",), (DEMONSTRATION_LINE,)])
def test_a_file_without_keys_is_one_sentence(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(SealError, match="has no public key on any of its"):
        load_recipients(_write(tmp_path, *lines), demonstration_allowed=True)


def test_an_unreadable_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SealError, match="cannot be read"):
        load_recipients(tmp_path, demonstration_allowed=True)


def test_a_file_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "recipients.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SealError, match=r"recipients\.txt is (UTF-16|not UTF-8) text"):
        load_recipients(path, demonstration_allowed=True)


def test_text_around_a_key_does_not_matter_and_two_keys_in_a_line_are_not_guessed(tmp_path: Path) -> None:
    one, two = _key(), _key()
    path = _write(tmp_path, "", f"Ana's key: {one}, made today", f"> {two}")
    assert load_recipients(path, demonstration_allowed=False).keys == (one, two)
    for line in (f"{one} {two}", f"{one} age1mistyped", f"{one}q", one[:-1]):
        with pytest.raises(SealError, match="line 1, is not a public key"):
            load_recipients(_write(tmp_path, line), demonstration_allowed=False)


def test_a_blank_line_or_a_mark_hides_no_demonstration(tmp_path: Path) -> None:
    path = tmp_path / "recipients.txt"
    path.write_bytes(f"\ufeff\r\n{DEMONSTRATION_LINE} \r\n{_key()}\r\n".encode())
    assert load_recipients(path, demonstration_allowed=True).is_demonstration
    with pytest.raises(SealError, match="line 2, says its keys are for the demonstration"):
        load_recipients(path, demonstration_allowed=False)


def test_the_comment_above_a_key_is_whose_it_is(tmp_path: Path) -> None:
    path = _write(
        tmp_path, "# keys of the desk", "# ana", "", _key(), _key(), "#", "# Jos\u0065\u0301", _key()
    )
    recipients = load_recipients(path, demonstration_allowed=False)
    assert recipients.names == ("ana", "", "Jos\u00e9")
