"""Who has the stick, the share and recipients.txt: knows all bytes there, and no secret of a kiosk."""

import dataclasses
import datetime
import hashlib
import hmac
from pathlib import Path
from typing import Final

from kiosk.core.callback.proofs import id_of, withdrawal_secret_of
from kiosk.core.callback.request import CallbackRequest, Withdrawal, to_wire
from kiosk.store.envelope import name_of
from kiosk.store.recipients import Recipients
from kiosk.store.seal import seal
from kiosk.store.stick import FOLDER, RECEIPT
from tests.desk.conftest import make_request

OWN: Final = "5e" * 16
"""A secret of the attacker's own."""
_DAY_AND_ID: Final = 41
OLD: Final = "2026-01-02T00:00:00Z"


def there(place: Path) -> list[Path]:
    """Return the files in a place in an order of their own: sealed bytes, and so names, differ each time."""
    found = (place / FOLDER).glob("*")
    return sorted(found, key=lambda path: (path.name[:_DAY_AND_ID], path.suffix, path.stat().st_mtime_ns))


class Attacker:
    """Remembers what was ever read in the places where requests travel, and writes there what may do harm."""

    def __init__(self, recipients: Recipients) -> None:
        """Begin with the public keys."""
        self.recipients = recipients
        self.files: dict[str, bytes] = {}
        self.taken_apart: dict[str, None] = {OWN: None}

    @property
    def names(self) -> list[str]:
        """Names of sealed files, with that of one that is the attacker's own."""
        own = name_of(b"", id_of(OWN), datetime.date(2026, 11, 23))
        return [*dict.fromkeys([own, *(name.removesuffix(RECEIPT) for name in self.files)])]

    @property
    def ids(self) -> list[str]:
        """Ids of requests and withdrawals."""
        return [name.split("-")[1] for name in self.names]

    @property
    def words(self) -> list[str]:
        """Whatever may be a secret or a receipt: texts of receipts, ids, and hashes of all that."""
        known = [*self.taken_apart, *self.ids]
        files = [hashlib.sha256(data).hexdigest() for data in self.files.values()]
        twice = [hashlib.sha256(word.encode()).hexdigest() for word in known]
        keyed = [hmac.new(word.encode(), b"receipt", hashlib.sha256).hexdigest() for word in known]
        return [*dict.fromkeys([*known, *twice, *keyed, *files])]

    def read(self, place: Path) -> None:
        """Remember all that is there."""
        for path in there(place):
            self.files[path.name] = path.read_bytes()
            if path.name.endswith(RECEIPT):
                self.taken_apart[path.read_text("utf-8", "replace")] = None

    def put(self, place: Path, name: str, data: bytes) -> None:
        """Write a file there."""
        (place / FOLDER).mkdir(exist_ok=True)
        (place / FOLDER / name).write_bytes(data)

    def send(self, place: Path, content: CallbackRequest | Withdrawal, envelope_id: str) -> None:
        """Seal something, and put it there under an id."""
        sealed = seal(to_wire(content), self.recipients)
        day = datetime.date.fromisoformat(content.created[:10])
        self.put(place, name_of(sealed, envelope_id, day), sealed)

    def withdrawals(self, about: str, word: str, number: int) -> list[Withdrawal]:
        """Return ways to say that a request was taken back."""
        return [
            Withdrawal(about, "lobby", number, OLD),
            Withdrawal(about, "lobby", number, "2026-11-24T00:00:00Z"),
            Withdrawal(about, "lobby", number, OLD, word[:32], "set"),
            Withdrawal(about, "lobby", number, OLD, withdrawal_secret_of(word)[:32], "set"),
            Withdrawal.of(word[:32], "lobby", number, OLD),
            Withdrawal.of(OWN, "lobby", number, OLD),
        ]

    def requests(self, about: str, word: str, number: int) -> list[CallbackRequest]:
        """Return ways to write a request in place of another, or one more."""
        names = ("secret", "call_by", "kiosk_id", "kept_odd_number", "clock")
        first = dict.fromkeys(names)
        made = make_request(7, seq=number, name="Mallory", phone="+14155559999", kiosk_id="0" * 32)
        return [
            _with(made, id=about, secret=word[:32]),
            _with(made, id=id_of(word[:32]), secret=word[:32]),
            _with(made, id=id_of(OWN), secret=OWN),
            _with(made, id=about, **first),
            _with(made, id=f"{about[:12]}4{about[13:]}", **first),
        ]


def _with(request: CallbackRequest, **changes: object) -> CallbackRequest:
    return dataclasses.replace(request, **changes)  # type: ignore[arg-type]  # names of fields
