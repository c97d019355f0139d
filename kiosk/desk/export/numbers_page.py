"""The numbers for the manager on paper: a table, and no name."""

import datetime
import html
from collections.abc import Iterable

from kiosk.desk.queue.numbers import ABOUT, HEADER, Week


def numbers_page(found: Iterable[Week], made: datetime.datetime) -> str:
    """Return an HTML page; made: where the clinic is, aware."""
    head = "".join(f"<th align='left'>{html.escape(cell)}</th>" for cell in HEADER)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in week.cells)}</tr>" for week in found
    )
    return (
        f"<h2>Call-backs by week</h2><p>Made {made:%Y-%m-%d %H:%M}. {html.escape(ABOUT)}</p>"
        f"<table border='1' cellspacing='0' cellpadding='4' width='100%'><tr>{head}</tr>{rows}</table>"
    )
