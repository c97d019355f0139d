"""PySide6's Python part as it is shipped."""

import ast
from pathlib import Path

import pytest

from assets.installer import shiboken


def test_all_of_it_is_unpacked_but_what_makes_stub_files(tmp_path: Path) -> None:
    for name in shiboken.unpack(tmp_path):
        assert (tmp_path / name.replace(".", "/")).with_suffix(".py").is_file() or (
            tmp_path / name.replace(".", "/") / "__init__.py"
        ).is_file()
    sizes = {path.stem: len(ast.parse(path.read_bytes()).body) for path in tmp_path.rglob("*.py")}
    del sizes["__init__"]
    assert len(sizes) > 5
    assert {name for name, size in sizes.items() if size == 1} == {Path(shiboken.STUB_MAKER).name}


def test_a_pyside_without_it_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shiboken, "STUB_MAKER", "signature/lib/stubs")
    with pytest.raises(SystemExit, match="has no signature/lib/stubs any more"):
        shiboken.unpack(tmp_path)
