"""Raw calls that are banned, each with the safe one to use instead."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KIOSK = ROOT / "kiosk"
QML = KIOSK / "ui" / "qml" / "Kiosk"
COMPOSITION_ROOTS = (
    "kiosk/__main__.py",
    "kiosk/desk/__main__.py",
    "kiosk/ui/app.py",
    "kiosk/ui/safe_mode.py",
    "kiosk/ui/staff/services.py",
    "kiosk/ui/visit_screens.py",
)

# what, where it is looked for, where it is allowed, what to use instead
BANS = [
    (
        r"^\s*(Text|Label|TextEdit|TextInput|TextField)\s*\{",
        "*.qml",
        ("PlainText.qml",),
        "PlainText: Text renders HTML",
    ),
    (
        r"QThreadPool|QThread\b|threading|concurrent",
        "*.py",
        ("kiosk/ui/pyside/jobs.py", "kiosk/store/answering.py", "kiosk/store/machine.py"),
        "kiosk.ui.pyside.jobs.Jobs, or kiosk.store.answering for what may hang",
    ),
    (r"setContextProperty", "*.py", (), "setInitialProperties and required properties"),
    (
        r"datetime\.now\(|date\.today\(|time\.time\(",
        "*.py",
        COMPOSITION_ROOTS,
        "a clock given by the composition root",
    ),
    (
        r"time\.monotonic\b",
        "*.py",
        (
            "kiosk/desk/__main__.py",
            "kiosk/ops/machine.py",
            "kiosk/ui/app.py",
            "kiosk/ui/safe_mode.py",
            "kiosk/ui/start.py",
            "kiosk/tour/patience.py",
        ),
        "a clock given by the composition root",
    ),
    (
        r"uuid4|secrets\.|random\.",
        "*.py",
        (*COMPOSITION_ROOTS, "kiosk/store/kiosk_id.py"),
        "an Origin given by the composition root",
    ),
    (
        r"write_text|write_bytes|open\([^)]*[\"']w",
        "kiosk/store/*.py",
        ("kiosk/store/durable.py",),
        "write_durably",
    ),
    (r"write_text|write_bytes|open\([^)]*[\"']w", "kiosk/desk/**/*.py", (), "write_durably"),
    (
        r"\bIdentity\b|pyrage\.decrypt|passphrase as scrypt|pyrage\.passphrase",
        "*.py",
        ("kiosk/desk/access/unseal.py",),
        "unseal",
    ),
    (r"\bqsTr\(|QT_TR|\.tr\(", "*.qml", (), "qsTrId, with the words in content/<language>/interface.ts"),
    (r"property var\b", "*.qml", (), "a real type"),
    (
        r"\bShortcut\b|\bAction\s*\{|FileDialog|WebEngine|PrintDialog|TextArea",
        "*.qml",
        (),
        "nothing: kiosks have no way out",
    ),
    (
        r"\bQLabel\(|QMessageBox|setToolTip",
        "kiosk/desk/window/*.py",
        ("kiosk/desk/window/widgets.py",),
        "label(): Qt would render HTML",
    ),
    (
        r"QSettings|QClipboard|\.clipboard\(",
        "*.py",
        ("kiosk/desk/window/pages/phone_line.py",),  # staff copy the number they call; it goes with the lock
        "nothing: the kiosk keeps no such traces",
    ),
    (r"\b(TODO|FIXME|XXX|HACK)\b", "*", (), "an issue"),
    (
        r"import QtQuick\.Controls\.(Material|Fusion|Universal|Imagine)|import QtQuick\.Controls$",
        "*.qml",
        (),
        "Templates",
    ),
    (r"from \.|import \"", "*.qml", (), "module imports"),
    (
        r"\.metaObject\(\)",
        "tests/**/*.py",
        (
            "tests/architecture/test_bans.py",
            "tests/desk/window/test_spanish.py",
            "tests/journeys/hand.py",
            "tests/journeys/test_nothing_is_left.py",
            "tests/ui/test_staff_view_model.py",
        ),
        "kind_of(): PySide takes what comes to lie where QML freed a description for it",
    ),
]


def files(pattern: str) -> Iterator[Path]:
    found = ROOT.glob(pattern) if "/" in pattern else KIOSK.rglob(pattern)
    return (path for path in found if path.suffix in {".py", ".qml"})


@pytest.mark.parametrize(("banned", "pattern", "allowed", "instead"), BANS)
def test_the_raw_call_is_not_used(banned: str, pattern: str, allowed: tuple[str, ...], instead: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files(pattern)
        if not str(path).endswith(allowed or ("nowhere",))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(banned, line)
    ]
    assert not found, f"use {instead} instead"


@pytest.mark.parametrize(
    ("banned", "sample"),
    [
        (BANS[0][0], "    Text {"),
        (BANS[3][0], "now = datetime.datetime.now()"),
        (BANS[6][0], "path.write_bytes(data)"),
        (BANS[8][0], "x25519.Identity.generate()"),
        (BANS[9][0], 'text: qsTr("Home")'),
        (BANS[14][0], "# TODO later"),
        (BANS[-1][0], "item.metaObject().className()"),
    ],
)
def test_a_planted_call_is_found(banned: str, sample: str) -> None:
    assert re.search(banned, sample)


def test_no_visitor_text_stands_in_qml_or_view_models() -> None:
    sentence = re.compile(r"\"[A-Z][a-z]+ [^\"]*\"|text: \"[^\"]{2,}\"|name: \"[^\"]{2,}\"")
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in (*QML.rglob("*.qml"), *(KIOSK / "ui" / "viewmodels").glob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if sentence.search(line)
        and '"""' not in line
        and "Theme.family" not in line
        and "family:" not in line
    ]
    assert not found, "every word a visitor reads stands in content/<language>/"


def test_every_word_id_that_is_used_exists_and_every_one_that_exists_is_used() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in (KIOSK / "ui").rglob("*")
        if path.suffix in {".py", ".qml"}
    ]
    call = r"(?:qsTrId|sentence|sentence_in|words|press)\((?:[\w.]+,)?\s*\"([a-z_]+(?:\.[a-z_]+)*)\""
    called = {found for source in sources for found in re.findall(call, source)}
    named = {found for source in sources for found in re.findall(r"\"([a-z_]+(?:\.[a-z_]+)*)\"", source)}
    words = (ROOT / "content" / "en" / "interface.ts").read_text(encoding="utf-8")
    known = set(re.findall(r'<message id="([^"]+)"', words))
    assert called - known == set()
    assert known - named == set()
    counted = set(re.findall(r'<message id="([^"]+)" numerus="yes">', words))
    assert {
        found for source in sources for found in re.findall(r'qsTrId\("([^"]+)"\)', source)
    } & counted == set()


def test_qml_files_say_what_they_are_made_of_and_stay_small() -> None:
    for path in QML.rglob("*.qml"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 200, path.name
        assert f"{path.stem} 1.0 {path.name}" in (path.parent / "qmldir").read_text(encoding="utf-8")
        assert re.search(r"^    id: \w+$", text, re.MULTILINE) or "root." not in text, path.name


def test_python_files_stay_small() -> None:
    assert [
        path.name for path in KIOSK.rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 300
    ] == []


def test_the_top_level_is_the_one_that_was_fixed() -> None:
    fixed = {"kiosk", "assets", "content", "tests", "build_installer.spec", "pyproject.toml", "README.md"}
    tools = {
        "Makefile",
        "LICENSE",
        "CHANGELOG.md",
        "requirements.lock",
        "requirements-dev.lock",
        "build",
        "dist",
    }
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there <= fixed | tools
    assert fixed <= there


def test_lock_files_pin_hashes_and_name_no_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9-]+==\S+", text, re.MULTILINE)
        assert len(pins) > 5
        assert text.count("--hash=sha256:") >= len(pins)
        assert not re.search(r"https?:|file:|index-url|find-links", text)


def test_pyside_comes_without_its_meta_package_and_its_gpl_parts() -> None:
    pins = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert re.search(r"^pyside6-essentials==", pins, re.MULTILINE)
    assert not re.search(r"^pyside6(-addons)?==", pins, re.MULTILINE)
