"""Rules of the QML that no linter knows."""

import re
from pathlib import Path

import pytest

QML = Path(__file__).resolve().parents[2] / "kiosk" / "ui" / "qml" / "Kiosk"
LONGEST_LINE = 120
CHOICE = re.compile(r"(?<!\?)\?(?![.?])")
INNERMOST = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
A_CHOICE_INSIDE = "\N{WHITE MEDIUM SMALL SQUARE}"


def nests_choices(line: str) -> bool:
    """Whether one `a ? b : c` of a line is part of another."""
    while found := INNERMOST.search(line):
        inside = found[1]
        if _is_nested(inside):
            return True
        mark = A_CHOICE_INSIDE if CHOICE.search(inside) or A_CHOICE_INSIDE in inside else ""
        line = line[: found.start()] + mark + line[found.end() :]
    return _is_nested(line)


def _is_nested(part: str) -> bool:
    choices = len(CHOICE.findall(part))
    return choices > 1 or (choices == 1 and A_CHOICE_INSIDE in part)


@pytest.mark.parametrize("folder", ["Controls", "Keys", "Pictures", "Text", "Theme"])
def test_what_is_shared_knows_no_view_model(folder: str) -> None:
    files = list((QML / folder).glob("*.qml"))
    assert files
    assert [path.name for path in files if re.search(r"\w+ViewModel\b", path.read_text("utf-8"))] == []


@pytest.mark.parametrize("folder", sorted(path.name for path in QML.iterdir()))
def test_a_line_can_be_read_at_a_glance(folder: str) -> None:
    lines = [
        (f"{path.name}:{number}", line)
        for path in (QML / folder).glob("*.qml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
    ]
    assert lines
    assert [place for place, line in lines if len(line) > LONGEST_LINE] == []
    assert [place for place, line in lines if nests_choices(line)] == []


@pytest.mark.parametrize(
    ("line", "is_nested"),
    [
        ("text: a ? b : c ? d : e", True),
        ("width: parent.width * (a < b ? 1 : a === b ? part : 0)", True),
        ("text: a ? b : c", False),
        ("text: (a ? b : c) + d", False),
        ("text: (a ? b : c) + (d ? e : f)", False),
        ("text: a ? (b ? c : d) : e", True),
        ("text: f(g(a ? b : c), d ? [e, h ? i : j] : k)", True),
        ("text: a?.b ?? c", False),
    ],
)
def test_a_planted_ternary_is_found(line: str, is_nested: bool) -> None:  # noqa: FBT001  # a case of a test
    assert nests_choices(line) == is_nested


def test_only_a_bar_button_says_how_wide_it_is_in_a_bar() -> None:
    said = re.compile(r"Layout\.(minimumWidth|maximumWidth): (root\.)?(leastWidth|implicitWidth)\b")
    assert {path.name for path in QML.rglob("*.qml") if said.search(path.read_text("utf-8"))} == {
        "BarButton.qml"
    }
