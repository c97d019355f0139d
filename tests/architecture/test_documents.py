"""What the documents for those who come next name is there: tests, files, commits, decisions."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "kiosk" / "ARCHITECTURE.md"
TEXT = PAGE.read_text(encoding="utf-8")
DECISIONS = ROOT / "kiosk" / "decisions"
DOCUMENTS = [
    PAGE,
    ROOT / "README.md",
    ROOT / "tests" / "README.md",
    ROOT / "tests" / "benchmarks" / "HISTORY.md",
    *sorted(DECISIONS.glob("*.md")),
    *sorted((ROOT / ".github").glob("*.md")),
]


def section(title: str) -> str:
    """Return what stands under one heading of the architecture's page."""
    return TEXT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


INVARIANTS = re.split(r"^(?=\* )", section("Invariants"), flags=re.MULTILINE)[1:]
TERMS = re.findall(r"^\| (?!term|---)(.+?) \| (.+?) \| (.+?) \|$", section("Glossary"), re.MULTILINE)


def faults(invariant: str) -> list[str]:
    """Name what is wrong with an invariant's links to the tests that keep it."""
    links = re.findall(r"\[([^\]]+)\]\((\.\./tests/[^)]+\.py)\)", invariant)
    found = [] if links else ["no test"]
    for words, path in links:
        file = PAGE.parent / path
        name = f"def test_{words.replace(' ', '_')}("
        if not file.is_file() or name not in file.read_text(encoding="utf-8"):
            found.append(f"{path}: {words}")
    return found


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda text: " ".join(text.split()[1:5]))
def test_every_invariant_names_the_tests_that_keep_it_and_they_are_there(invariant: str) -> None:
    assert faults(invariant) == []


def test_an_invariant_that_nothing_keeps_is_found() -> None:
    assert len(INVARIANTS) > 30
    assert faults("* Nothing is lost.\n") == ["no test"]
    assert faults("* Nothing is lost.\n  [nobody wrote this](../tests/core/test_visit.py)\n")
    assert faults("* Nothing is lost.\n  [a new visit knows nothing](../tests/core/test_gone.py)\n")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_glossary_is_in_order_and_every_place_it_names_is_there() -> None:
    places = [place for _, _, where in TERMS for place in re.findall(r"`([^`]+)`", where)]
    names = [name.lower() for name, _, _ in TERMS]
    assert [place for place in places if not (PAGE.parent / place).exists()] == []
    assert names == sorted(set(names))
    assert len(names) >= 40


def test_every_test_that_a_hazard_names_is_there() -> None:
    rows = [line.split("|") for line in section("Hazard -> control -> test").splitlines()[4:]]
    named = [name for row in rows for name in re.findall(r"`([^`]+\.py)`", row[3])]
    assert len(named) > len(rows) > 40
    assert [name for name in named if not (ROOT / "tests" / name).is_file()] == []


def test_every_fault_that_was_tried_names_its_count_and_a_test_that_is_there() -> None:
    rows = [line.split("|") for line in section("Faults tried").splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 5
    assert [row for row in rows if not re.search(r"\d", row[2])] == []
    named = [name for row in rows for name in re.findall(r"`([^`]+\.py)`", row[4])]
    assert len(named) >= len(rows)
    assert [name for name in named if not (ROOT / "tests" / name).is_file()] == []


def test_every_decision_has_its_five_parts_and_stands_in_the_index() -> None:
    files = sorted(DECISIONS.glob("0*.md"))
    index = re.findall(
        r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \| (\d{4}-\d\d-\d\d) \|$",
        (DECISIONS / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert [name for _, name, _, _ in index] == [file.name for file in files]
    for position, ((number, name, title, date), file) in enumerate(zip(index, files, strict=True), start=1):
        text = file.read_text(encoding="utf-8")
        assert number == f"{position:04}" == name[:4]
        assert text.startswith(f"# {number} {title}\n\n{date}\n\n")
        parts = re.findall(r"^\*\*(.+?):\*\* \S", text, re.MULTILINE)
        assert parts == ["Context", "Choice", "Dropped", "Figure", "Look again when"], name
        named = re.findall(r"`((?:kiosk|tests|assets|content)/[\w./-]+)`", text)
        assert [place for place in named if not (ROOT / place).exists()] == []


def test_every_work_around_says_when_it_was_last_needed() -> None:
    around = [
        path
        for path in (ROOT / "kiosk").rglob("*.py")
        if re.search(r"PySide6? \d", path.read_text(encoding="utf-8"))
    ]
    assert len(around) >= 4
    assert [
        path.name
        for path in around
        if not re.search(r"(?i:needed)[\s#]+last on[\s#]+\d{4}-\d\d-\d\d", path.read_text(encoding="utf-8"))
    ] == []


CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_that_a_recipe_names_is_there() -> None:
    recipes = CONTRIBUTING.split("\n## Add ", 1)[1]
    named = set(re.findall(r"`((?:kiosk|tests|assets|content|README|pyproject)[\w./-]*)`", recipes))
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_commit_that_shows_a_recipe_is_there() -> None:
    recipes = CONTRIBUTING.split("\n## Add ")[1:]
    assert [title.split("\n")[0] for title in recipes] == [
        "a card",
        "a language",
        "a picture",
        "a screen",
        "a setting",
        "an export format",
    ]
    shown = [re.findall(r"`git show ([0-9a-f]{7})`", recipe) for recipe in recipes]
    assert all(shown)
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("these sources have no history")
    for commit in {commit for commits in shown for commit in commits}:
        subprocess.run([git, "cat-file", "-e", f"{commit}^{{commit}}"], cwd=ROOT, check=True)
