"""The paper that the review print-out and its annex are printed on."""

from html import escape
from typing import Final

from kiosk.core.self_check.offer import SOURCE_LANGUAGE

STYLE: Final = """
@page { margin: 14mm 14mm 16mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { font: 10.5pt/1.35 "Atkinson Hyperlegible", "Liberation Sans", Arial, sans-serif; color: #12263a;
  max-width: 56em; margin: 2em auto; padding: 0 1em; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
h1 { font-size: 20pt; } h2 { font-size: 16pt; border-bottom: 2px solid #12506a; padding-bottom: .2em; }
h3 { font-size: 13pt; margin: .8em 0 .3em; } h4 { font-size: 10.5pt; margin: 0 0 .1em; } p { margin: .2em 0; }
h2, h3, h4 { break-after: avoid; } section { break-before: page; } ul { margin: .2em 0; padding-left: 1.3em; }
table { border-collapse: collapse; width: 100%; } tbody { break-inside: avoid; }
td, th { border-bottom: 1px solid #b9b2a3; padding: .25em .5em; text-align: left; vertical-align: top; }
.texts { table-layout: fixed; } col.label { width: 19%; } td h3 { margin: 0; }
.texts th { font-size: 9pt; } .cited { font-size: 8pt; font-weight: normal; color: #3c4f63; }
mark { background: none; border: 1.5px solid #12263a; border-radius: .3em; padding: 0 .3em;
  font-size: 8.5pt; font-weight: bold; }
.figures { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .6em; margin-top: .8em; }
figure { margin: 0; break-inside: avoid; } figcaption { font-size: 9pt; }
img { width: 100%; max-height: 45mm; object-fit: contain; border: 1px solid #b9b2a3; background: #faf6ef; }
.on-pathway { background-size: contain; background-position: center; background-repeat: no-repeat;
  print-color-adjust: exact; }
.one-page { break-after: page; } .rules { table-layout: fixed; }
.rules td, .rules th { font-size: 8pt; line-height: 1.2; padding: .1em .4em; } .rules .cited { margin: 0; }
.rules thead th:nth-child(1) { width: 12%; } .rules thead th:nth-child(2) { width: 34%; }
.rules thead th:nth-child(3) { width: 36%; }
.words { list-style: none; padding: 0; font-size: 9.5pt; margin-bottom: .6em; }
.words.in-1 { columns: 2; } .words li { break-inside: avoid; border-bottom: 1px solid #ddd8cc; }
.words.in-2 li { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; }
.sources { font-size: 9pt; } .state { font-weight: bold; }
.changed { border-left: 6px solid #a4262c; padding-left: .6em; }
code, pre { font: 8pt/1.3 "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.cited span { white-space: nowrap; } pre { border: 1px solid #b9b2a3; }
.sign { border: 2px solid #12263a; margin-top: .8em; table-layout: fixed; font-size: 9pt; }
.sign tr { break-inside: avoid; } .sign td, .sign th { border: 1px solid #b9b2a3; }
.sign thead th:nth-child(1) { width: 18%; } .sign thead th:nth-child(2) { width: 8%; }
.sign thead th:nth-child(3) { width: 24%; } .sign thead th:nth-child(5) { width: 13%; }
"""


def printed_page(title: str, body: str, more_style: str = "") -> str:
    """Return one HTML page for print that needs no other file."""
    return (
        f'<!DOCTYPE html>\n<html lang="{SOURCE_LANGUAGE}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}{more_style}</style></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>\n"
    )
