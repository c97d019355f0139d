"""Every place that shows a version shows the same, and whatever is built holds it."""

import email
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assets.installer import changelog, finish
from assets.installer.bill import Part, bill
from assets.installer.bundle import KIOSK, PROGRAMS, Program
from assets.installer.stamp import STAMPED, stamped
from kiosk.desk.__main__ import main as kiosk_desk
from kiosk.ops.health import Health
from kiosk.ops.source_version import source_date, version_of_sources
from kiosk.ops.version import version
from kiosk.ui.staff.messages import health_lines
from tests.clinic import Clinic
from tests.conftest import StartKiosk
from tests.journeys.walk import start_visit

ROOT = Path(__file__).resolve().parents[2]
STAMP = Path("kiosk/_version.py")
ARCHIVED = "0.2.0+20261128080509.g0123456"
ANSWERS = (
    "node: 0123456789abcdef0123456789abcdef01234567\nnode-date: 1795853109\ndescribe-name: v0.2.0-3-g01\n"
)


def run(*command: str, folder: Path = ROOT) -> str:
    surroundings = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    surroundings.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=surroundings | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout or done.stderr


def test_both_programs_and_what_dates_a_build_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-m", "kiosk", "--version") == f"kiosk {version()}\n"
    assert kiosk_desk(["--version"]) == 0
    assert capsys.readouterr().out == f"kiosk-desk {version()}\n"
    assert run("-m", "assets.installer.stamp").split() == [
        version(),
        str(int(source_date(ROOT).timestamp())),
    ]


def test_the_doctor_says_it_to_people_and_to_monitoring_even_when_the_settings_are_broken(
    clinic: Clinic,
) -> None:
    doctor = ("-m", "kiosk", "doctor", "--config", str(clinic.config))
    clinic.config.write_text("broken", "utf-8")
    assert f" program: {version()}" in run(*doctor).splitlines()[0]
    told = {each["subject"]: each["found"] for each in json.loads(run(*doctor, "--json"))["findings"]}
    assert told["program"] == version()
    assert "settings" in told


def test_about_and_the_staffs_screen_show_it(start_kiosk: StartKiosk) -> None:
    kiosk = start_kiosk()
    visitor = start_visit(kiosk)
    kiosk.visit.openAbout()
    spoken = [spoken.name.replace("\u200b", "") for spoken in visitor.reads()]
    shown = [name for name in spoken if version() in name]
    content = kiosk.library.content
    assert content is not None
    assert shown == [f"Program {version()}. Content {content.version}."]
    health = Health(
        waiting=0,
        oldest=None,
        on_the_way=0,
        delivered=0,
        damaged=(),
        unread=(),
        free=500,
        keys=(),
        closed_reason=None,
    )
    assert f"Program version: {version()}" in health_lines(kiosk.translations.sentence, health)


def test_bill_of_materials_list_of_parts_and_changelog_of_the_packages_say_it(tmp_path: Path) -> None:
    parts = [Part("Qt", "6.12.0", "LGPL-3.0-only")]
    for program in PROGRAMS:
        (tmp_path / program.name).write_text("the program", "utf-8")
        told = json.loads(bill(program.name, version(), parts, tmp_path / program.name))
        assert told["metadata"]["component"]["version"] == version()
        assert finish._version(program, parts).startswith(f"{program.name} {version()}\ncommit ")
    releases = changelog.read_releases((ROOT / "CHANGELOG.md").read_text("utf-8"))
    pending = changelog.read_fragments(ROOT / ".changes")
    made = changelog.debian(version(), source_date(ROOT), pending, releases)
    assert made.startswith(f"kiosk ({version()}) ")


class Unstamped:
    """What PyInstaller found: no module with the version in it."""

    pure = (("kiosk", "kiosk/__init__.py", "PYMODULE"),)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_no_program_is_finished_that_does_not_know_its_version(tmp_path: Path, program: Program) -> None:
    with pytest.raises(SystemExit, match=r"kiosk\._version: missing") as refused:
        finish.finish(program, tmp_path, Unstamped(), KIOSK.qml)
    assert "\nshibokensupport: missing" in str(refused.value)
    assert "kiosk.ops.source_version" in program.excludes
    assert STAMPED not in program.excludes


def test_nothing_on_the_way_to_the_first_frame_asks_for_a_version() -> None:
    program = "import sys, kiosk.__main__ as program\nprogram._parser('run')\nprint(*sys.modules)"
    asked = run("-c", program).split()
    assert "kiosk.ops.version" in asked
    assert {
        "subprocess",
        "importlib.metadata",
        "kiosk.core.version",
        "kiosk.ops.source_version",
    }.isdisjoint(asked)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The sources as an archive of a commit unpacks them, with what a build of the wheel reads."""
    root = tmp_path / "sources"
    leave_out = shutil.ignore_patterns("__pycache__", STAMP.name)
    for name in ("kiosk", "assets/installer"):
        shutil.copytree(ROOT / name, root / name, ignore=leave_out)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    (root / ".git_archival.txt").write_text(ANSWERS, "utf-8")
    return root


def built(hook: str, sources: Path, out: Path) -> Path:
    """Build as pip does, by one of the hooks of PEP 517; returns the only file that was made."""
    out.mkdir()
    said = run("-c", f"from assets.installer import backend; backend.{hook}({str(out)!r})", folder=sources)
    (made,) = out.iterdir()
    assert said == "", said
    return made


def read_wheel(wheel: Path) -> tuple[str, bool]:
    """Return the version in its metadata, and whether it holds the constant."""
    with zipfile.ZipFile(wheel) as file:
        (metadata,) = (name for name in file.namelist() if name.endswith(".dist-info/METADATA"))
        message = email.message_from_bytes(file.read(metadata))
        return message["Version"], str(STAMP) in file.namelist()


def test_a_wheel_holds_its_version_and_leaves_no_trace_in_the_sources(archive: Path, tmp_path: Path) -> None:
    assert version_of_sources(archive) == ARCHIVED
    assert read_wheel(built("build_wheel", archive, tmp_path / "out")) == (ARCHIVED, True)
    assert read_wheel(built("build_editable", archive, tmp_path / "editable")) == (ARCHIVED, False)
    assert not (archive / STAMP).exists()


def test_two_wheels_of_one_commit_are_the_same(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795853109")
    one, other = (built("build_wheel", archive, tmp_path / name).read_bytes() for name in ("one", "other"))
    assert one == other


def test_an_unpacked_sdist_has_the_version_it_was_made_with(archive: Path, tmp_path: Path) -> None:
    made = built("build_sdist", archive, tmp_path / "out")
    assert made.name == f"kiosk-{ARCHIVED}.tar.gz"
    subprocess.run(["tar", "-xf", str(made), "-C", str(tmp_path)], check=True)
    sources = tmp_path / f"kiosk-{ARCHIVED}"
    assert run("-m", "kiosk", "--version", folder=sources) == f"kiosk {ARCHIVED}\n"
    assert read_wheel(built("build_wheel", sources, tmp_path / "again")) == (ARCHIVED, True)
    assert (sources / STAMP).is_file()


@pytest.mark.parametrize("is_checkout", [True, False])
def test_a_stamp_that_is_left_over_is_believed_only_outside_a_checkout(
    archive: Path, *, is_checkout: bool
) -> None:
    (archive / STAMP).write_text('__version__ = "9.9.9"\n', "utf-8")
    if is_checkout:
        (archive / ".git").mkdir()
    with stamped(archive):
        assert ("9.9.9" in (archive / STAMP).read_text("utf-8")) is not is_checkout
    assert (archive / STAMP).exists() is not is_checkout


def test_a_build_that_fails_leaves_no_stamp(archive: Path) -> None:
    def fail() -> None:
        raise SystemExit("compiler")

    with pytest.raises(SystemExit, match="compiler"), stamped(archive):
        fail()
    assert not (archive / STAMP).exists()
