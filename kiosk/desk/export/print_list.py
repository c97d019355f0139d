"""The call list to print: large type, one call a row, boxes to tick."""

import html
from typing import Final

from kiosk.core.staff_words import spoken, tr
from kiosk.desk.export.rows import CallList, Line, call_again, call_by, phone_to_read, state_in
from kiosk.desk.languages import language_to_speak
from kiosk.desk.phone_help import phone_help
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.calls import CallState
from kiosk.desk.queue.opened_request import OpenedRequest, time_of_day

_STYLE: Final = """
@page { size: A4; margin: 15mm; @bottom-right { content: PAGE; } }
body { font: 14pt/1.35 "Atkinson Hyperlegible", Verdana, sans-serif; color: #000; background: #fff; }
h1 { font-size: 20pt; margin: 0 0 4mm; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 1pt solid #000; padding: 3mm 3mm 3mm 0; text-align: start; vertical-align: top; }
.phone { font-size: 18pt; font-weight: bold; white-space: nowrap; }
.warning { font-weight: bold; }
.box { white-space: nowrap; }
.box span { display: inline-block; width: 6mm; height: 6mm; border: 1.2pt solid #000; margin-right: 2mm;
  vertical-align: middle; }
"""
_BOXES: Final = (
    *(CallState.NO_ANSWER, CallState.NO_ANSWER, CallState.VOICEMAIL),
    *(CallState.REACHED, CallState.WRONG_NUMBER),
)
_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
{about}
<table>
<thead><tr>{header}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
<p>{end}</p>
</body>
</html>
"""


def write_print_list(content: CallList) -> bytes:
    """Return an HTML page that any browser prints; nothing in it runs, nothing is loaded."""
    total = len(content.lines)
    rows = (_row(line, number, total, content) for number, line in enumerate(content.lines, start=1))
    header = (tr("Call"), tr("Who and how"), tr("Done"))
    page = _PAGE.format(
        language=spoken(),
        title=_escaped(tr("Call-back list {job}", job=content.job)),
        style=_STYLE.replace("PAGE", _page_number()),
        header="".join(f'<th scope="col">{_escaped(cell)}</th>' for cell in header),
        end=_escaped(tr("Shred after use.")),
        about="\n".join(f"<p>{_escaped(sentence)}</p>" for sentence in content.about),
        rows="\n".join(rows),
    )
    return page.encode()


def _page_number() -> str:
    """Return the foot of a page as CSS writes it: words in quotes, and counters between them."""
    page, pages = '" counter(page) "', '" counter(pages) "'
    return f'"{tr("Page {page} of {pages}", page=page, pages=pages)}"'


def _row(line: Line, number: int, total: int, content: CallList) -> str:
    entry, request = line.entry, line.entry.request
    day = call_by(entry, content.rules.promise)
    case = line.case
    again = call_again(case, content)
    call = (
        _line(phone_to_read(entry), "phone"),
        _line(tr("{place} of {total}: {number}", place=number, total=total, number=entry.number)),
        _line(tr("call {by}", by=day) if day else tr("call soon: no date")),
        *((_line(tr("call again {time}", time=again), "warning"),) if again else ()),
        _line(tr("best time: {time}", time=time) if (time := time_of_day(request)) else tr("any time")),
    )
    became = (
        tr(
            "{state}; calls without an answer: {attempts}",
            state=state_in(case, content),
            attempts=case.attempts,
        )
        if line.records
        else ""
    )
    told = [tr("last note: {note}", note=line.last_note) if line.last_note else "", became]
    who = (
        f"<div><bdi>{_escaped(request.name or tr('(no name given)'))}</bdi></div>",
        *(f"<div><bdi>{_escaped(wish)}</bdi></div>" for wish in wishes(entry)),
        *(f"<div><bdi>{_escaped(part)}</bdi></div>" for part in reversed(told) if part),
        *(_line(tr("Note: {note}", note=note), "warning") for note in line.warnings),
    )
    boxes = "".join(f'<div class="box"><span></span>{_escaped(box.label)}</div>' for box in _BOXES)
    return f"<tr><td>{''.join(call)}</td><td>{''.join(who)}</td><td>{boxes}</td></tr>"


def wishes(entry: OpenedRequest) -> tuple[str, ...]:
    """Return what to keep in mind on the phone, one phrase each."""
    request = entry.request
    return (
        tr("language: {language}", language=language_to_speak(request)),
        *((tr("interpreter needed"),) if request.interpreter else ()),
        *phone_help(request),
        *((tr("helper: {name}", name=request.helper_name),) if request.helper_name else ()),
        tr("voicemail may be left") if entry.has_consent("voicemail") else tr("leave no voicemail"),
        tr("text may be sent") if entry.has_consent("text") else tr("send no text"),
    )


def _line(text: str, kind: str = "") -> str:
    return f'<div class="{kind}">{_escaped(text)}</div>' if kind else f"<div>{_escaped(text)}</div>"


def _escaped(text: str) -> str:
    return html.escape(printable(text))
