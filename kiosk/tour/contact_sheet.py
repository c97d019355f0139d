"""The tour's pictures on one page."""

import dataclasses
import html
from pathlib import Path

from kiosk.core.visit import Visit


@dataclasses.dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file name, what is wrong with the screen, and what was on it.

    is_warned: the visitor was asked whether they are still there.
    """

    file: str
    problems: tuple[str, ...]
    visit: Visit = dataclasses.field(default_factory=Visit)
    is_warned: bool = False


def write_contact_sheet(out: Path, shots: list[Shot]) -> None:
    """Write index.html into `out`: every picture, with what is wrong under it."""
    figures = "\n".join(_figure(shot) for shot in shots)
    page = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Kiosk tour</title>
<style>
body {{ display: grid; font: 16px sans-serif; gap: 16px; }}
body {{ grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); }}
figure {{ margin: 0; }}
img {{ border: 1px solid #888; width: 100%; }}
strong {{ color: #7e2f0d; }}
</style>
{figures}
</html>
"""
    (out / "index.html").write_text(page, encoding="utf-8")


def _figure(shot: Shot) -> str:
    file = html.escape(shot.file)
    problems = "".join(f"<br><strong>{html.escape(problem)}</strong>" for problem in shot.problems)
    return (
        f'<figure><a href="{file}"><img alt="" loading="lazy" src="{file}"></a>'
        f"<figcaption>{file.removesuffix('.png')}{problems}</figcaption></figure>"
    )
