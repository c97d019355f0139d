"""A clinic whose recipients file holds one key that the tests can open envelopes with."""

import datetime
from pathlib import Path

from kiosk.core.callback.request import CallbackRequest, from_wire
from kiosk.desk.access.unseal import generate_key_file, read_key_file
from kiosk.desk.export.csv_list import read_csv
from kiosk.desk.export.rows import HEADER
from kiosk.desk.export.run import Order, export_list
from kiosk.store.settings.settings import load_settings
from kiosk.store.spool import Spool

SETTINGS = """
kiosk_name = "test-kiosk"

[clinic]
name = "Test Clinic"
phone = "(202) 555-0143"
call_back_within_days = 2

[callback]
recipients = "recipients.txt"
spool = "spool"
"""


def request_in(plain: bytes) -> CallbackRequest:
    """Read a request that is none that was taken back."""
    content = from_wire(plain)
    assert isinstance(content, CallbackRequest)
    return content


class Clinic:
    """Settings, keys and spool in one folder."""

    def __init__(self, folder: Path) -> None:
        key_file, recipient = generate_key_file("today")
        self.folder = folder
        self.key = read_key_file(key_file, str)
        self.recipients = folder / "recipients.txt"
        self.recipients.write_text(f"# front-desk\n{recipient}\n", encoding="utf-8")
        self.config = folder / "kiosk.toml"
        self.config.write_text(SETTINGS, encoding="utf-8")
        self.settings = load_settings(self.config)
        self.spool = Spool(self.settings.spool)

    def waiting(self) -> list[CallbackRequest]:
        """Open every request that waits."""
        return [request_in(self.key.open(envelope.path.read_bytes())) for envelope in self.spool.waiting()]

    def export(self) -> list[dict[str, str]]:
        """Export and read the list back."""
        now = datetime.datetime.now().astimezone()
        outcome = export_list(
            self.spool, self.key, Order(self.folder / "lists", now), lambda _done, _all: None
        )
        assert outcome.file is not None
        return [dict(zip(HEADER, row, strict=True)) for row in read_csv(outcome.file.read_bytes())]
