"""How understandable each card is, item by item (PEMAT and CDC), rated for the text that stands there."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.files import read_language
from kiosk.content.folders import Folders

ROOT = Path(__file__).resolve().parents[2]
RATINGS = sorted((ROOT / "tests" / "reading").glob("*.toml"))
ENGLISH = read_language(Folders(ROOT / "content", ROOT / "assets"), "en")
# PEMAT for printable materials leaves out 13 and 14, which are about sound and moving pictures.
PEMAT = [
    *(f"U{number}" for number in (*range(1, 13), *range(15, 20))),
    *(f"A{number}" for number in range(20, 27)),
]
CDC = [f"C{number}" for number in range(1, 21)]


def _rating(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_card_is_rated() -> None:
    assert [path.name for path in RATINGS] == [f"{card.number}-{card.id}.toml" for card in ENGLISH.cards]
    assert [_rating(path)["card"] for path in RATINGS] == [card.id for card in ENGLISH.cards]


@pytest.mark.parametrize("path", RATINGS, ids=lambda path: path.stem)
def test_a_rating_is_of_what_stands_there(path: Path) -> None:
    rating = _rating(path)
    digest = ENGLISH.content_digest(rating["card"])
    assert rating["digest"] == digest, (
        f"{path.name}: the card, its pictures or its sources were edited after somebody rated it. Read it on "
        f'the screen, answer each item again, set the date, and only then write: digest = "{digest}"'
    )


@pytest.mark.parametrize("path", RATINGS, ids=lambda path: path.stem)
def test_a_rating_answers_every_item_with_a_reason(path: Path) -> None:
    rating = _rating(path)
    assert (list(rating["pemat"]), list(rating["cdc"])) == (PEMAT, CDC)
    for item, given in (rating["pemat"] | rating["cdc"]).items():
        assert given["answer"] in {"yes", "no", "n/a"}, item
        assert given["reason"].strip(), item
    assert rating["reader"]
    assert isinstance(rating["date"], datetime.date)
