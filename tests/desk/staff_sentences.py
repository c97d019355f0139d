"""Every sentence for staff that stands in the program, and a language that marks each of them."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from kiosk.core.callback.phone import PhoneCaution
from kiosk.core.staff_words import Catalog
from kiosk.desk.queue.calls import CallState

KIOSK = Path(__file__).parents[2] / "kiosk"
BEGIN, END = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}", "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}"


def sentences() -> dict[str, int]:
    """Return each sentence with how many forms it has: 2 for one that counts, named by its form for more."""
    found = {str(shown): 1 for kind in (CallState, PhoneCaution) for shown in kind if shown.value}
    for file in KIOSK.rglob("*.py"):
        for call in _calls(file):
            is_counted = _name(call) == "tr_count"
            named = call.args[2] if is_counted else call.args[0]
            for part in ast.walk(named):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    found[part.value] = 2 if is_counted else 1
    return found


def wrong_calls() -> list[str]:
    """Return calls whose sentence is put together, or counted elsewhere: no catalog can have it."""
    return [
        f"{file.name}:{call.lineno}"
        for file in KIOSK.rglob("*.py")
        for call in _calls(file)
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
        or (_name(call) == "tr_count" and any(isinstance(argument, ast.Name) for argument in call.args[1:]))
    ]


def places_of(sentence: str) -> set[str]:
    """Return the places of a sentence, such as {file}."""
    if "{" not in sentence or " = " in sentence:  # a table of TOML is shown as it is written
        return set()
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def marking() -> Catalog:
    """Return a language that marks what is ours in each sentence, and leaves its places unmarked."""
    return Catalog("xx", {sentence: (_marked(sentence),) * forms for sentence, forms in sentences().items()})


def unmarked(text: str) -> str:
    """Return what is left of a text without what is marked: nothing in it went through the catalog."""
    depth, left = 0, []
    for letter in text:
        depth += (letter == BEGIN) - (letter == END)
        if not depth:
            left.append(" " if letter == END else letter)
    return "".join(left)


def _marked(sentence: str) -> str:
    if not places_of(sentence):
        return f"{BEGIN}{sentence}{END}"
    return "".join(
        (f"{BEGIN}{text}{END}" if text else "") + (_place(name, spec or "", how) if name else "")
        for text, name, spec, how in string.Formatter().parse(sentence)
    )


def _place(name: str, spec: str, how: str | None) -> str:
    return "{" + name + (f"!{how}" if how else "") + (f":{spec}" if spec else "") + "}"


def _calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in {"tr", "tr_count", "mark"}:
            yield node


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
