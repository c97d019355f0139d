"""What a picture claims stands in the <desc> of its SVG file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.pictures import MAX_PICTURE_BYTES, picture_claim, picture_complaint
from kiosk.store.settings.settings import assets_folder
from tests.bad_files import BAD, without_waiting

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
        (f"{TOP}<a>Of a link only.</a><text>Of a text only.</text></svg>", ""),
        (f"{TOP}<desc> </desc></svg>", ""),
        (f"{TOP}<desc>Cut off", ""),
        ("", ""),
    ],
)
def test_the_claim_is_the_description_of_the_whole_picture(tmp_path: Path, svg: str, claim: str) -> None:
    assert claim_of(tmp_path / "a.svg", svg) == claim


def test_a_picture_that_is_not_there_claims_nothing(tmp_path: Path) -> None:
    assert picture_claim(tmp_path / "a.svg") == ""


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_picture_is_neither_waited_for_nor_read_whole(tmp_path: Path, bad: str) -> None:
    BAD[bad](tmp_path / "a.svg")
    with without_waiting():
        assert picture_claim(tmp_path / "a.svg") == ""
        assert picture_complaint(tmp_path / "a.svg")


@given(words=st.lists(st.text("abcé12", min_size=1), min_size=1))
def test_white_space_does_not_change_a_claim(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("svg") / "a.svg"
    assert claim_of(path, f"{TOP}<desc>\n\t{'  '.join(words)} </desc></svg>") == " ".join(words)


SOUND = """\
<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
<desc>A nerve.</desc><style>.a { fill: url( '#g' ) }</style>
<linearGradient id="g"/><use xlink:href="#g" style="fill:url(#g)"/></svg>
"""


@pytest.mark.parametrize(
    "path", sorted((assets_folder() / "pictures").glob("*.svg")), ids=lambda path: path.stem
)
def test_every_shipped_picture_keeps_to_the_rules_for_a_clinics_own(path: Path) -> None:
    assert picture_complaint(path) == ""


@pytest.mark.parametrize(
    ("inside", "complaint"),
    [
        ("<script>1</script>", "the picture holds <script>: take scripts out"),
        ("<g><SCRIPT/></g>", "the picture holds <script>: take scripts out"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "the picture holds <script>: take scripts out"),
        ('<g onclick="1"/>', "the picture holds onclick=: take scripts out"),
        ("<foreignObject/>", "the picture holds <foreignobject>: draw it as shapes"),
        ('<set attributeName="x"/>', "the picture holds <set>: pictures stand still"),
        ("<animate/>", "the picture holds <animate>: pictures stand still"),
        (
            '<image href="photo.png"/>',
            "the picture refers to 'photo.png': draw it inside, only #... may be referred to",
        ),
        (
            '<image href="data:image/png;base64,AAAA"/>',
            (
                "the picture refers to 'data:image/png;base64,AAAA': "
                "draw it inside, only #... may be referred to"
            ),
        ),
        (
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="a.svg#b"/>',
            "the picture refers to 'a.svg#b': draw it inside, only #... may be referred to",
        ),
        *(
            (inside, "a style of the picture refers to another file: only url(#...) may stand there")
            for inside in (
                '<g style="fill: URL( http://a )"/>',
                "<style>.a{fill:url(b.svg#c)}</style>",
                "<style>@import 'a.css';</style>",
            )
        ),
        ("<?xml-stylesheet href='a.css'?>", "take out the line <?xml-stylesheet ...?>"),
        ("<g>", "the picture is broken (mismatched tag: line 1, column 45): save it again as SVG"),
    ],
)
def test_a_picture_that_runs_or_reads_something_is_refused(
    tmp_path: Path, inside: str, complaint: str
) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f"{TOP}{inside}</svg>", "utf-8")
    assert picture_complaint(path) == complaint


def test_a_sound_picture_may_refer_to_its_own_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(SOUND, "utf-8")
    assert picture_complaint(path) == ""


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"<html/>", "the picture is <html>: save it as SVG"),
        (b"<xhtml/>", "the picture is <xhtml>: save it as SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "take out the line <!DOCTYPE ...>"),
        (b"", "the picture is broken (no element found: line 1, column 0): save it again as SVG"),
        (
            b"\x89PNG",
            "the picture is broken (not well-formed (invalid token): line 1, column 0): save it again as SVG",
        ),
        (
            b"<svg>" + b" " * MAX_PICTURE_BYTES + b"</svg>",
            "the picture has 1.0 MB, at most 1: save it without photographs in it",
        ),
    ],
    ids=["html", "xhtml", "doctype", "empty", "png", "large"],
)
def test_what_is_no_small_svg_is_refused(tmp_path: Path, data: bytes, complaint: str) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(data)
    assert picture_complaint(path) == complaint


def test_the_largest_picture_there_may_be_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"<svg>" + b" " * (MAX_PICTURE_BYTES - 11) + b"</svg>")
    assert picture_complaint(path) == ""
    assert MAX_PICTURE_BYTES == 1_000_000, "at most 1 MB, as the contributor's guide says"


def test_a_picture_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert picture_complaint(tmp_path / "a.svg") == "the file cannot be read: No such file or directory"
