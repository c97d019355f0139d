"""The drawn tree of failures is the tree that is caught."""

from kiosk.core import errors
from kiosk.core.errors import KioskError


def _drawn() -> dict[str, str]:
    """Return each drawn class with the one it is drawn under."""
    above: dict[int, str] = {}
    tree: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        name, _, meaning = line.lstrip(" │├└─").partition(" ")
        if not meaning or name not in vars(errors):
            continue
        indent = len(line) - len(line.lstrip(" │├└─"))
        above[indent] = name
        tree[name] = (
            above[max((other for other in above if other < indent), default=0)] if indent else "Exception"
        )
        above = {other: drawn for other, drawn in above.items() if other <= indent}
    return tree


def test_the_drawn_tree_is_the_tree_of_classes() -> None:
    classes = {value for value in vars(errors).values() if isinstance(value, type)}
    assert len(classes) > 1
    assert _drawn() == {error.__name__: error.__bases__[0].__name__ for error in classes}


def test_every_failure_is_caught_as_a_kiosk_error_and_keeps_its_sentence() -> None:
    for name in _drawn():
        error = vars(errors)[name]("The desk must know.")
        assert isinstance(error, KioskError)
        assert str(error) == "The desk must know."
