"""What the lists keep and what they leave out, on every system we build for."""

from pathlib import Path

import pytest

from assets.installer.bundle import (
    DESK,
    GPL_ONLY,
    KIOSK,
    PROGRAMS,
    OpenedRequest,
    Program,
    keeps,
    trimmed,
    unlisted,
)
from assets.installer.finish import imported_qml

ROOT = Path(__file__).resolve().parents[2]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Core.so.6",
        "libQt6Quick.so.6",
        "PySide6/Qt6Quick.dll",
        f"{QT}/lib/libicudata.so.73",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        f"{QT}/qml/QtQuick/Templates/qmldir",
        f"{QT}/qml/QtQuick/Controls/impl/libqtquickcontrols2implplugin.so",
        "PySide6/QtQuick.abi3.so",
        "PySide6/QtQuick.pyd",
        "kiosk/ui/qml/Kiosk/App/Main.qml",
        "content/en/cards/1-genetic.toml",
        "python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_kiosk_needs_stays(name: str) -> None:
    assert keeps(KIOSK, name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Widgets.so.6",
        "libQt6QuickControls2Material.so.6",
        "PySide6/Qt6Charts.dll",
        f"{QT}/lib/libQt6VirtualKeyboard.so.6",
        f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/imageformats/libqtiff.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/qml/QtQuick/Controls/Material/qmldir",
        f"{QT}/qml/QtQuick/Controls/qmldir",
        f"{QT}/qml/QtQuick/Templates/plugins.qmltypes",
        f"{QT}/translations/qtbase_de.qm",
        "PySide6/QtWidgets.abi3.so",
    ],
)
def test_what_nobody_asked_for_is_left_out(name: str) -> None:
    assert not keeps(KIOSK, name)


def test_the_desk_has_a_window_and_no_qml() -> None:
    assert keeps(DESK, f"{QT}/lib/libQt6Widgets.so.6")
    assert keeps(DESK, f"{QT}/plugins/printsupport/libcupsprintersupport.so")
    assert not keeps(DESK, f"{QT}/lib/libQt6Quick.so.6")
    assert not keeps(DESK, f"{QT}/qml/QtQuick/qmldir")


def test_the_desk_has_qts_words_of_its_languages() -> None:
    languages = [file.stem for file in (ROOT / "kiosk" / "desk" / "words").glob("*.ts")]
    assert {f"qtbase_{language}.qm" for language in languages} == DESK.translations
    assert keeps(DESK, f"{QT}/translations/qtbase_es.qm")
    assert not keeps(DESK, f"{QT}/translations/qtbase_de.qm")
    assert not keeps(KIOSK, f"{QT}/translations/qtbase_es.qm")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_no_list_names_a_part_under_the_gpl_only(program: Program) -> None:
    named = {*program.libraries, *program.plugins, *program.qml, *program.modules}
    assert not [name for name in named if GPL_ONLY.search(name)]


def test_every_qml_module_that_a_screen_imports_is_on_the_list() -> None:
    imported = imported_qml(ROOT / "kiosk" / "ui" / "qml")
    assert "QtQuick/Layouts" in imported
    assert unlisted(KIOSK, imported) == set()
    assert unlisted(KIOSK, {*imported, "QtQuick/Shapes"}) == {"QtQuick/Shapes"}


def test_libraries_of_the_building_system_are_left_to_the_package_manager() -> None:
    entries: list[OpenedRequest] = [
        ("libfontconfig.so.1", "/lib/x86_64-linux-gnu/libfontconfig.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        (f"{QT}/lib/libQt6Gui.so.6", "/venv/lib/PySide6/Qt/lib/libQt6Gui.so.6", "BINARY"),
        ("pyrage/pyrage.abi3.so", "/venv/lib/pyrage/pyrage.abi3.so", "EXTENSION"),
        ("libQt6Sql.so.6", "/venv/lib/PySide6/Qt/lib/libQt6Sql.so.6", "BINARY"),
    ]
    assert [name for name, _, _ in trimmed(KIOSK, entries, {"/venv"})] == [
        "libpython3.11.so.1.0",
        "libQt6Gui.so.6",
        f"{QT}/lib/libQt6Gui.so.6",
        "pyrage/pyrage.abi3.so",
    ]
    assert len(trimmed(KIOSK, entries, None)) == len(entries) - 1
