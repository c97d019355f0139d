"""Numbers in sentences for staff and IT: one request is, two requests are."""


def counted(count: int, one: str, many: str = "") -> str:
    """Return the number with what is counted, in the form that goes with it; many "" only adds an s."""
    return f"{count} {one if count == 1 else many or one + 's'}"
