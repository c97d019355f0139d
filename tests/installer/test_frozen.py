import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from PySide6.QtGui import QImage

from assets.installer.bill import locked_sums
from assets.installer.bundle import GPL_ONLY
from assets.installer.licences import LIST
from tests.clinic import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "kiosk" / "kiosk"
DESK = ROOT / "dist" / "kiosk-desk" / "kiosk-desk"

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("dist")]


def frozen(*arguments: str, program: Path = PROGRAM) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(
        [str(program), *arguments], cwd="/", env=surroundings, capture_output=True, text=True, check=False
    )


def test_both_frozen_programs_and_their_papers_are_of_one_version() -> None:
    version = (ROOT / "build" / "version").read_text("utf-8").split()[0]
    for program in (PROGRAM, DESK):
        assert frozen("--version", program=program).stdout == f"{program.name} {version}\n"
        assert (program.parent / "VERSION").read_text("utf-8").startswith(f"{program.name} {version}\n")
        bill = json.loads((program.parent / "sbom.cdx.json").read_text("utf-8"))
        assert bill["metadata"]["component"]["version"] == version
    assert json.loads(frozen("doctor", "--json").stdout)["version"] == version


def test_the_frozen_kiosk_goes_through_a_whole_visit_and_the_frozen_desk_opens_what_it_sealed(
    tmp_path: Path,
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("correct horse battery staple once more\n", "utf-8")
    key = ("--passphrase-file", str(passphrase))
    made = frozen("key", "new", "--name", "ana", "--out", str(tmp_path / "desk"), *key, program=DESK)
    assert made.returncode == 0, made.stderr
    config, pictures = tmp_path / "kiosk.toml", tmp_path / "tour"
    config.write_text(SETTINGS.replace("recipients.txt", "desk/recipients.txt"), "utf-8")

    done = frozen("tour", "--config", str(config), "--out", str(pictures))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "qt-message" not in done.stderr
    home = QImage(str(pictures / "home-en-1920x1080.png"))
    colours = {home.pixel(x, y) for x in range(0, home.width(), 40) for y in range(0, home.height(), 40)}
    assert len(colours) > 30

    reading = ("--spool", str(tmp_path / "spool"), "--key", str(tmp_path / "desk" / "ana.key"), *key)
    listed = frozen("list", *reading, "--json", program=DESK)
    assert len(json.loads(listed.stdout)["requests"]) >= 1


def test_the_frozen_program_refuses_demonstration_keys(tmp_path: Path) -> None:
    subprocess.run(
        [str(ROOT / ".venv" / "bin" / "kiosk-desk"), "demonstration", "--out", str(tmp_path / "demo")],
        check=True,
        capture_output=True,
    )
    config = tmp_path / "demo" / "kiosk" / "kiosk.toml"

    done = frozen("tour", "--config", str(config), "--out", str(tmp_path / "tour"))

    assert done.returncode == 1
    assert "Please ask at the desk." in done.stderr
    assert list((tmp_path / "demo" / "kiosk" / "spool" / "new").iterdir()) == []


def test_the_frozen_program_holds_no_gpl_only_library_and_nothing_that_opens_requests() -> None:
    names = [str(path.relative_to(PROGRAM.parent)) for path in PROGRAM.parent.rglob("*")]
    assert [name for name in names if GPL_ONLY.search(name)] == []
    listing = subprocess.run(
        [
            str(ROOT / ".venv" / "bin" / "pyi-archive_viewer"),
            "--list",
            "--recursive",
            "--brief",
            str(PROGRAM),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "kiosk.core.visit" in listing
    assert "kiosk.desk" not in listing
    assert "phonenumbers.geodata" not in listing


def test_the_frozen_program_checks_the_content_it_carries() -> None:
    done = frozen("content", "check")
    assert done.returncode == 0, done.stdout
    *told, last = done.stdout.splitlines()
    assert "reading grades were not checked: textstat is not installed" in told
    assert last.endswith(": nothing wrong was found, but not everything was checked here: see above")


def test_the_frozen_program_finds_itself_whole() -> None:
    done = frozen("self-test", "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["sealed"] == 2


def test_a_frozen_program_that_lacks_a_picture_and_a_plugin_says_so_of_each(tmp_path: Path) -> None:
    copy = tmp_path / "kiosk"
    shutil.copytree(PROGRAM.parent, copy, symlinks=True)
    for name in ("PySide6/Qt/plugins/imageformats/libqsvg.so", "assets/icons/home.svg"):
        (copy / "_internal" / name).unlink()
    done = frozen("self-test", "--json", program=copy / "kiosk")
    assert done.returncode == 1
    told = json.loads(done.stdout)["problems"]
    cannot_open = {each.rpartition("/assets/")[2] for each in told if "Cannot open: " in each}
    assert cannot_open == {"icons/home.svg"}
    cannot_read = {each.rpartition("/assets/")[2] for each in told if "Error decoding: " in each}
    assert "pictures/pathway.svg: Unsupported image format" in cannot_read


def test_every_file_of_both_programs_is_named_with_its_sum_and_every_part_with_its_licence() -> None:
    for program in (PROGRAM, DESK):
        folder = program.parent
        done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=False)
        assert done.returncode == 0
        text = (folder / "sbom.cdx.json").read_text("utf-8")
        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
        bill = json.loads(text)
        parts = {part["name"]: part["licenses"] for part in bill["components"]}
        assert {"Qt", "Python", "PySide6_Essentials", "pyrage", "phonenumbers"} <= parts.keys()
        assert all(parts.values())
        assert "NOASSERTION" not in str(parts)
        packages = {part["purl"].split("@")[0] for part in bill["components"]}
        locked = {f"pkg:pypi/{name}" for name in locked_sums()}
        assert {name for name in packages - locked if "pypi" in name} == {"pkg:pypi/pyinstaller"}
        told = (folder / "LICENSES" / LIST).read_text("utf-8")
        assert [part for part in _named(bill["components"]) if f"{part}, by " not in told] == []
        texts = {path.name for path in (folder / "LICENSES").iterdir()} - {LIST}
        assert {text for text in texts if f" {text}" not in told} == set()
        assert {"ICU.txt", "LGPL-3.0.txt", "expat.txt", "pyinstaller-1.txt", "x25519-dalek.txt"} <= texts


def _named(components: list[dict[str, Any]]) -> Iterator[str]:
    for each in components:
        yield f"{each['name']} {each['version']}"
        yield from _named(each.get("components", []))
