"""The bill of materials (CycloneDX): what is inside a program, by the names that advisories use."""

import dataclasses
import datetime
import hashlib
import importlib.metadata
import json
import os
import re
import sys
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT: Final = Path(__file__).resolve().parents[2]
NAMESPACE: Final = uuid.UUID("6f0a1c1e-52a4-4f1c-9d5b-6a6f1f7f3b52")
"""Names the bill of materials of one build the same each time."""
UNTOLD: Final = {
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyrage": "MIT",
    "segno": "BSD-3-Clause",
}
"""Licences that stand in the package's licence file and not, or not as SPDX, in its metadata."""
_LOCKED: Final = re.compile(
    r"^([\w.-]+)==[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
_NEW: Final = rb"\x00((?:[89]|[1-9]\d)\.\d+\.\d+)\x00"
"""A version of 8 or higher, alone: HarfBuzz says no more, and nothing else in its library is as high."""
_IN_QT: Final = (
    ("PCRE2", "BSD-3-Clause", "cpe:2.3:a:pcre:pcre2", "Qt6Core", rb"\x00(10\.\d+) \d{4}-\d\d-\d\d\x00"),
    ("libpng", "libpng-2.0", "cpe:2.3:a:libpng:libpng", "Qt6Gui", rb"libpng version (\d+\.\d+\.\d+)"),
    (
        *("libjpeg-turbo", "IJG AND BSD-3-Clause", "cpe:2.3:a:libjpeg-turbo:libjpeg-turbo", "qjpeg"),
        rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
    ),
    ("HarfBuzz", "MIT", "cpe:2.3:a:harfbuzz_project:harfbuzz", "Qt6Gui", _NEW),
    ("FreeType", "FTL", "cpe:2.3:a:freetype:freetype", "Qt6Gui", b""),
    ("md4c", "MIT", "", "Qt6Gui", b""),
    ("zlib", "Zlib", "cpe:2.3:a:zlib:zlib", "Qt6Core", b""),
    ("double-conversion", "BSD-3-Clause", "", "Qt6Core", b""),
    ("TinyCBOR", "MIT", "", "Qt6Core", b""),
)
"""What others made and is compiled into Qt: name, licence, the begin of its CPE, which library it is in, and
how its version stands there. Of those that write no version into it, it is that of the source of this Qt."""


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """Something by others that is inside: name, version, licence as an SPDX expression.

    supplier: who makes it; purl, cpe: its name in advisories, "" for none; sums: SHA-256 of its files as they
    are published; inside: what is inside of it.
    """

    name: str
    version: str
    licence: str
    supplier: str = ""
    purl: str = ""
    cpe: str = ""
    sums: tuple[str, ...] = ()
    inside: tuple["Part", ...] = ()


def part_of(distribution: str) -> Part:
    """Return what is known of an installed package of Python."""
    about = importlib.metadata.metadata(distribution)
    classified = [
        value.rsplit(" :: ", 1)[1]
        for value in about.get_all("Classifier") or []
        if value.startswith("License ::")
    ]
    told = [value for field in ("License-Expression", "License") for value in about.get_all(field) or []]
    licence = UNTOLD.get(distribution) or [*told, ", ".join(classified)][0]
    makers = [about[field] for field in ("Author", "Author-email", "Maintainer", "Maintainer-email")]
    maker = next((maker for maker in makers if maker), distribution)
    name = re.sub(r"[-_.]+", "-", distribution).lower()
    return Part(
        distribution,
        about["Version"],
        licence.strip().split("\n")[0] or "NOASSERTION",
        supplier=maker.split("<")[0].strip(' "') or maker,
        purl=f"pkg:pypi/{name}@{about['Version']}",
        sums=locked_sums().get(name, ()),
        inside=tuple(_told_by(distribution)),
    )


def locked_sums(text: str = "") -> dict[str, tuple[str, ...]]:
    """Return the SHA-256 of each file that the lock allows, by package; no other is ever installed."""
    lock = text or (ROOT / "requirements.lock").read_text("utf-8")
    return {
        re.sub(r"[-_.]+", "-", name).lower(): tuple(re.findall(r"[0-9a-f]{64}", sums))
        for name, sums in _LOCKED.findall(lock)
    }


def _told_by(distribution: str) -> Iterator[Part]:
    """Yield what a package says itself is compiled into it (PEP 770), such as Rust's crates."""
    for file in importlib.metadata.files(distribution) or []:
        if "sboms" in file.parts and file.name.endswith(".json"):
            bill = json.loads(file.locate().read_text("utf-8"))  # type: ignore[attr-defined]  # it is a Path
            for each in bill.get("components", ()):
                yield Part(
                    each["name"],
                    each["version"],
                    _licence(each),
                    supplier=each.get("author") or each.get("publisher") or each["name"],
                    purl=each.get("purl", ""),
                    sums=tuple(one["content"] for one in each.get("hashes", ()) if one["alg"] == "SHA-256"),
                )


def _licence(component: dict[str, Any]) -> str:
    for told in component.get("licenses", ()):
        one = told.get("license", {})
        return str(told.get("expression") or one.get("id") or one.get("name"))
    return "NOASSERTION"


def qt(version: str, folder: Path) -> Part:
    """Return Qt with what is inside of it that a program in a folder has."""
    return Part(
        *("Qt", version, "LGPL-3.0-only", "The Qt Company"),
        purl=f"pkg:generic/qt@{version}",
        cpe=_cpe("cpe:2.3:a:qt:qt", version),
        inside=tuple(_in_qt(version, folder)),
    )


def _in_qt(qt_version: str, folder: Path) -> Iterator[Part]:
    for name, licence, cpe, library, pattern in _IN_QT:
        files = [file for file in sorted(folder.rglob(f"*{library}*")) if file.is_file()]
        if not files:
            continue
        found = re.search(pattern, files[0].read_bytes()) if pattern else None
        version = found[1].decode("ascii") if found else ""
        yield Part(
            name,
            version or f"of Qt {qt_version}",
            licence,
            supplier=name,
            purl=f"pkg:generic/{name.lower()}@{version}" if version else f"pkg:generic/{name.lower()}",
            cpe=_cpe(cpe, version) if cpe and version else "",
        )


def python() -> Part:
    """Return the interpreter with the libraries that are part of its source."""
    import _decimal  # noqa: PLC0415  # only where the programs are built
    import pyexpat  # noqa: PLC0415  # as above

    version, expat = sys.version.split()[0], pyexpat.EXPAT_VERSION.removeprefix("expat_")
    mpdec = _decimal.__libmpdec_version__
    inside = (
        Part(
            *("expat", expat, "MIT", "Expat development team"),
            purl=f"pkg:generic/expat@{expat}",
            cpe=_cpe("cpe:2.3:a:libexpat_project:libexpat", expat),
        ),
        Part(*("libmpdec", mpdec, "BSD-2-Clause", "Stefan Krah"), purl=f"pkg:generic/mpdecimal@{mpdec}"),
    )
    return Part(
        *("Python", version, "PSF-2.0", "Python Software Foundation"),
        purl=f"pkg:generic/python@{version}",
        cpe=_cpe("cpe:2.3:a:python:python", version),
        inside=inside,
    )


def _cpe(begin: str, version: str) -> str:
    return f"{begin}:{version}:*:*:*:*:*:*:*"


def bill(program: str, version: str, parts: Iterable[Part], executable: Path) -> str:
    """Return the bill of materials as CycloneDX 1.6; its time is SOURCE_DATE_EPOCH."""
    made = Bom(serial_number=uuid.uuid5(NAMESPACE, f"{program} {version}"))
    made.metadata.timestamp = datetime.datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.UTC
    )
    made.metadata.component = Component(
        name=program,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=program,
        supplier=OrganizationalEntity(name="Kiosk maintainers"),
        purl=PackageURL.from_string(f"pkg:deb/{program}@{version.replace('+', '%2B')}"),
        licenses=[LicenseFactory().make_from_string("Apache-2.0")],
        hashes=[_hash(hashlib.sha256(executable.read_bytes()).hexdigest())],
    )
    inside = [_component(part, "") for part in parts]
    made.components.update(inside)
    made.register_dependency(made.metadata.component, inside)
    return JsonV1Dot6(made).output_as_string(indent=2) + "\n"


def _component(part: Part, above: str) -> Component:
    name = f"{above}{part.name}@{part.version}"
    return Component(
        name=part.name,
        version=part.version,
        bom_ref=name,
        supplier=OrganizationalEntity(name=part.supplier) if part.supplier else None,
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        cpe=part.cpe or None,
        hashes=[_hash(each) for each in part.sums],
        licenses=[LicenseFactory().make_from_string(part.licence)],
        components=[_component(each, f"{name} > ") for each in part.inside],
    )


def _hash(content: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=content)
