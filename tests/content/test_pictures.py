"""What a picture claims stands in the <desc> of its SVG file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.pictures import picture_claim

TOP = '<svg xmlns="http://www.w3.org/2000/svg">'


def claim_of(path: Path, svg: str) -> str:
    path.write_text(svg, "utf-8")
    return picture_claim(path)


@pytest.mark.parametrize(
    ("svg", "claim"),
    [
        (f"{TOP}<desc>A nerve.</desc><g/></svg>", "A nerve."),
        (f"{TOP}<title>T</title><desc>\n  A nerve\n  of two.\n</desc></svg>", "A nerve of two."),
        (f"{TOP}<desc>A &amp; B</desc></svg>", "A & B"),
        (f"{TOP}<g><desc>Of a part only.</desc></g></svg>", ""),
        (f"{TOP}<g/>No claim</svg>", ""),
        (f"{TOP}<desc> </desc></svg>", ""),
        (f"{TOP}<desc>Cut off", ""),
        ("", ""),
    ],
)
def test_the_claim_is_the_description_of_the_whole_picture(tmp_path: Path, svg: str, claim: str) -> None:
    assert claim_of(tmp_path / "a.svg", svg) == claim


def test_a_picture_that_is_not_there_claims_nothing(tmp_path: Path) -> None:
    assert picture_claim(tmp_path / "a.svg") == ""


@given(words=st.lists(st.text("abcé12", min_size=1), min_size=1))
def test_white_space_does_not_change_a_claim(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("svg") / "a.svg"
    assert claim_of(path, f"{TOP}<desc>\n\t{'  '.join(words)} </desc></svg>") == " ".join(words)
