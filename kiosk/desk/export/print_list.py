"""The call list to print: large type, one call a row, boxes to tick."""

import html
from typing import Final

from kiosk.desk.export.rows import CallList, Line, call_again, call_by, phone_to_read, state_in
from kiosk.desk.languages import language_to_speak
from kiosk.desk.phone_help import phone_help
from kiosk.desk.plain_text import printable
from kiosk.desk.queue.opened_request import OpenedRequest

_STYLE: Final = """
@page { size: A4; margin: 15mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
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
_BOXES: Final = ("no answer", "no answer", "voicemail left", "reached", "wrong number")
_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
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
<thead><tr><th scope="col">Call</th><th scope="col">Who and how</th><th scope="col">Done</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
<p>Shred after use.</p>
</body>
</html>
"""


def write_print_list(content: CallList) -> bytes:
    """Return an HTML page that any browser prints; nothing in it runs, nothing is loaded."""
    total = len(content.lines)
    rows = (_row(line, number, total, content) for number, line in enumerate(content.lines, start=1))
    page = _PAGE.format(
        title=f"Call-back list {content.job}",
        style=_STYLE,
        about="\n".join(f"<p>{_escaped(sentence)}</p>" for sentence in content.about),
        rows="\n".join(rows),
    )
    return page.encode()


def _row(line: Line, number: int, total: int, content: CallList) -> str:
    entry, request = line.entry, line.entry.request
    day = call_by(entry, content.rules.promise)
    case = line.case
    again = call_again(case, content)
    call = (
        f'<div class="phone">{_escaped(phone_to_read(entry))}</div>',
        f"<div>{number} of {total}: {_escaped(entry.number)}</div>",
        f"<div>call {day or 'soon: no date'}</div>",
        *((f'<div class="warning">call again {_escaped(again)}</div>',) if again else ()),
        f"<div>{_escaped(_window(request.energy_window))}</div>",
    )
    became = f"{state_in(case, content)}; calls without an answer: {case.attempts}" if line.records else ""
    told = [f"last note: {line.last_note}" if line.last_note else "", became]
    who = (
        f"<div><bdi>{_escaped(request.name) or '(no name given)'}</bdi></div>",
        *(f"<div><bdi>{_escaped(wish)}</bdi></div>" for wish in wishes(entry)),
        *(f"<div><bdi>{_escaped(part)}</bdi></div>" for part in reversed(told) if part),
        *(f'<div class="warning">Note: {_escaped(note)}</div>' for note in line.warnings),
    )
    boxes = "".join(f'<div class="box"><span></span>{box}</div>' for box in _BOXES)
    return f"<tr><td>{''.join(call)}</td><td>{''.join(who)}</td><td>{boxes}</td></tr>"


def wishes(entry: OpenedRequest) -> tuple[str, ...]:
    """Return what to keep in mind on the phone, one phrase each."""
    request = entry.request
    return (
        f"language: {language_to_speak(request)}",
        *(("interpreter needed",) if request.interpreter else ()),
        *phone_help(request),
        *((f"helper: {request.helper_name}",) if request.helper_name else ()),
        "voicemail may be left" if entry.has_consent("voicemail") else "leave no voicemail",
        "text may be sent" if entry.has_consent("text") else "send no text",
    )


def _window(window: str) -> str:
    return f"best time: {window}" if window else "any time"


def _escaped(text: str) -> str:
    return html.escape(printable(text))
