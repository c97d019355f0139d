"""The numbers for the manager on paper: a table, and no name."""

import datetime
import html
from collections.abc import Iterable

from kiosk.core.staff_words import tr
from kiosk.desk.queue.numbers import ABOUT, HEADER, Week


def numbers_page(found: Iterable[Week], made: datetime.datetime) -> str:
    """Return an HTML page; made: where the clinic is, aware."""
    head = "".join(f"<th align='left'>{html.escape(tr(cell))}</th>" for cell in HEADER)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in week.cells)}</tr>" for week in found
    )
    title, told = tr("Call-backs by week"), tr("Made {time}.", time=f"{made:%Y-%m-%d %H:%M}")
    return (
        f"<h2>{html.escape(title)}</h2><p>{html.escape(told)} {html.escape(tr(ABOUT))}</p>"
        f"<table border='1' cellspacing='0' cellpadding='4' width='100%'><tr>{head}</tr>{rows}</table>"
    )
