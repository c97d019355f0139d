"""Sound bytes to bytes that are nearly so: what a disk, an editor or an attacker makes of a file."""

import copy
import json
import random
from typing import Any, Final

_PIECES: Final = (
    *(b"1e999", b"-1", b"9" * 400, b"null", b"true", b"[]", b"{}", b"[" * 3000, b'{"a":' * 3000, b"\x00"),
    *(
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b'"',
        b"\\ud800",
        b"\r",
        b"\n",
        b"=",
        b"#",
        b"age1",
        b"\xc3",
        b"../",
        b"%s{0}",
    ),
    *(b"0000-00-00T00:00:00Z", b"9999-12-31T23:59:59Z", b"\xe2\x80\xae", b"AGE-SECRET-KEY-1", b"'''", b"nan"),
)
_VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 10**30, 1.5, float("inf"), float("nan"), "", "\ud800", "\x00", "\u202e=1+1"),
    *(
        "x" * 5000,
        [],
        {},
        [[]],
        [None],
        {"": {}},
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-11-23",
    ),
)


def mutated(sound: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to four faults."""
    if chance.random() < 1 / 3 and (other := _other_values(sound, chance)):
        return other
    data = bytearray(sound)
    for _ in range(chance.randint(1, 4)):
        place, length = chance.randint(0, len(data)), chance.choice((1, 1, 2, 8, 64, 1024))
        match chance.randrange(6):
            case 0 if place < len(data):
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                del data[place : place + length]
            case 2:
                data[place:place] = chance.choice(_PIECES)
            case 3:
                data[place : place + length] = chance.choice(_PIECES)
            case 4:
                data[place:place] = data[place : place + length]
            case _:
                data[place : place + length] = chance.randbytes(length)
    return bytes(data)


def _other_values(sound: bytes, chance: random.Random) -> bytes:
    """Return JSON whose form is right with one or two other values or keys in it, nothing for no JSON."""
    try:
        top = json.loads(sound)
    except ValueError:
        return b""
    holder = [copy.deepcopy(top)]
    for _ in range(chance.randint(1, 2)):
        place: Any = holder
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = chance.choice(keys)
            if isinstance(place[key], dict | list) and place[key] and chance.random() < 0.8:  # mostly
                place = place[key]
                continue
            break
        match chance.randrange(4):
            case 0 if isinstance(place, dict):
                place[chance.choice(("version", "other", ""))] = place.pop(key)
            case 1 if len(place) > 1:
                del place[key]
            case _:
                place[key] = copy.deepcopy(chance.choice(_VALUES))
        if not holder or not isinstance(holder[0], dict | list) or not holder[0]:
            break
    return json.dumps(holder[0] if holder else None, ensure_ascii=chance.random() < 0.9).encode(
        "utf-8", "surrogatepass"
    )
