import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("root.home.isDraft", "root.home.isDraftt", "isDraftt"),
        ("root.card.toggleSources()", "root.card.toggleSource()", "toggleSource"),
        ("Enums.SelfCheckPage.QUESTION", "Enums.SelfCheckPage.QUESTOIN", "QUESTOIN"),
        ("Enums.CallbackPart.CHECK", "Enums.CallbackParts.CHECK", "CallbackParts"),
        ("Theme.margin", "Theme.margins", "margins"),
        ("    spacing: Theme.gap", "        spacing: Theme.gap", "qmlformat"),
    ],
)
def test_a_planted_fault_fails_the_qml_lint(tmp_path: Path, right: str, wrong: str, complaint: str) -> None:
    folder = tmp_path / "qml"
    shutil.copytree(ROOT / "kiosk" / "ui" / "qml", folder)
    planted = next(
        path for path in sorted(folder.rglob("*.qml")) if right in path.read_text(encoding="utf-8")
    )
    planted.write_text(planted.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")

    lint = subprocess.run(
        ["bash", str(ROOT / ".ci" / "qml-lint"), str(folder)], capture_output=True, text=True, check=False
    )

    assert lint.returncode != 0
    assert complaint in lint.stdout + lint.stderr
