"""Words that are the same at the kiosk and at the desk, and others for other keys."""

import ipaddress

import pytest

from kiosk.store.check_code import _word, check_code
from kiosk.store.recipients import Recipients

# The two recipients in the README of age (https://github.com/FiloSottile/age).
ALICE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
BOB = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg"


def _words(*keys: str) -> str:
    return " ".join(check_code(Recipients(keys, is_demonstration=False)))


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((ALICE,), "sutuv jipaf gahud jadom jozud kunaf"),
        ((BOB,), "bilut gamud lokig bonoj mipav munag"),
        ((ALICE, BOB), "junav valam hakag fohap ropih gulif"),
        ((BOB, ALICE), "junav valam hakag fohap ropih gulif"),
    ],
    ids=["one key", "another key", "two keys", "two keys in the other order"],
)
def test_the_words_of_these_keys_stay_what_they_are(keys: tuple[str, ...], words: str) -> None:
    # A kiosk and a desk of two versions are compared by them. Worked out beside the program: the first 96
    # bits of printf 'KEY\nKEY' | sha256sum, sixteen to a word.
    assert _words(*keys) == words


@pytest.mark.parametrize(
    ("address", "proquints"),
    [
        ("127.0.0.1", "lusab-babad"),
        ("63.84.220.193", "gutih-tugad"),
        ("63.118.7.35", "gutuk-bisog"),
        ("140.98.193.141", "mudof-sakat"),
        ("64.255.6.200", "haguz-biram"),
        ("128.30.52.45", "mabiv-gibot"),
        ("147.67.119.2", "natag-lisaf"),
        ("212.58.253.68", "tibup-zujah"),
        ("216.35.68.215", "tobog-higil"),
        ("216.68.232.21", "todah-vobij"),
        ("198.81.129.136", "sinid-makam"),
        ("12.110.110.204", "budov-kuras"),
    ],
)
def test_the_words_are_proquints(address: str, proquints: str) -> None:
    # All examples of "A Proposal for Proquints" (D. S. Wilkerson, 2009), https://arxiv.org/html/0901.4016
    high, low = divmod(int(ipaddress.IPv4Address(address)), 1 << 16)
    assert f"{_word(high)}-{_word(low)}" == proquints


def test_any_other_key_gives_other_words() -> None:
    assert len({_words(ALICE), _words(BOB), _words(ALICE, BOB)}) == 3
