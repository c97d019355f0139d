"""What goes into the two installed programs, and what of Qt stays out: lists, and a filter that knows no I/O.

A file of Qt that is on no list is left out: it is neither on the disk nor under a licence we did not choose.
"""

import dataclasses
import posixpath
import re
from collections.abc import Collection, Iterable
from typing import Final

OpenedRequest = tuple[str, str, str]
"""PyInstaller's way to say: name in the bundle, file it comes from ("" for a link's target), kind."""

GPL_ONLY: Final = re.compile(
    r"VirtualKeyboard|QuickTimeline|QtQuick/Timeline|Lottie|Charts|Graphs|DataVisualization|Quick3D"
)
"""Parts of Qt under the GPL or a commercial licence only; the kiosk uses Qt under the LGPL."""

UNSEALING: Final = "kiosk.desk"
"""The package whose code opens requests: the visitor's program must not hold it."""

# What each is there for: "-" means that the program does not start without it.
_COMMON_LIBRARIES: Final = {
    "Core": "-",
    "DBus": "Gui is linked to it; screen readers",
    "Gui": "-",
    "OpenGL": "the platform plugins are linked to it",
    "Svg": "pictures",
    "WaylandClient": "the Wayland platform",
    "WaylandEglClientHwIntegration": "its drawing by the graphics card",
    "WlShellIntegration": "its windows",
    "XcbQpa": "the X11 platform",
}
_COMMON_PLUGINS: Final = {
    "platforms/qxcb": "X11",
    "platforms/qwayland": "cage, the kiosk's compositor",
    "platforms/qoffscreen": "self-test and tour",
    "platforms/qwindows": "Windows",
    "platforms/qcocoa": "macOS",
    "xcbglintegrations/qxcb-egl-integration": "drawing by the graphics card on X11",
    "xcbglintegrations/qxcb-glx-integration": "the same with older drivers",
    "wayland-shell-integration/xdg-shell": "windows on Wayland",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl": "drawing by the graphics card on Wayland",
    "imageformats/qsvg": "pictures; without it they are missing and nothing says so",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Program:
    """One installed program: what of Qt it keeps and which Python modules stay out.

    libraries: names as in libQt6<name>; plugins: folder/name; qml: folders under the QML imports;
    modules: PySide6 modules; excludes: Python modules never collected; translations: of Qt's own words.
    """

    name: str
    entry: str
    libraries: frozenset[str]
    plugins: frozenset[str]
    qml: frozenset[str]
    modules: frozenset[str]
    excludes: tuple[str, ...]
    translations: frozenset[str] = frozenset()


# Development tools that importlib finds in the environment, and parts of numbering plans nobody asks for;
# through doctest come asyncio and multiprocessing, which PyInstaller then imports at every start.
_NEVER: Final = (
    *("_pytest", "asyncio", "attr", "doctest", "multiprocessing", "numpy", "pkg_resources", "pytest"),
    *("readline", "setuptools", "ssl", "textstat", "tkinter", "typing_extensions"),
    "kiosk.ops.source_version",  # asks git; a built program knows its version
    *("phonenumbers.carrierdata", "phonenumbers.geodata", "phonenumbers.tzdata"),
)

KIOSK: Final = Program(
    name="kiosk",
    entry="kiosk/__main__.py",
    libraries=frozenset(
        {
            *_COMMON_LIBRARIES,
            "Network",  # Qml is linked to it
            "Qml",
            "QmlMeta",
            "QmlModels",
            "QmlWorkerScript",
            "Quick",
            "QuickControls2Impl",
            "QuickLayouts",
            "QuickTemplates2",
        }
    ),
    plugins=frozenset(_COMMON_PLUGINS),
    qml=frozenset(
        {
            "QtQml",
            "QtQml/Models",
            "QtQml/WorkerScript",
            "QtQuick",
            "QtQuick/Controls/impl",
            "QtQuick/Layouts",
            "QtQuick/Templates",
            "QtQuick/Window",
        }
    ),
    modules=frozenset({"QtCore", "QtGui", "QtNetwork", "QtOpenGL", "QtQml", "QtQuick"}),
    excludes=(*_NEVER, UNSEALING, "PySide6.QtWidgets", "rich", "xkcdpass", "xlsxwriter"),
)
DESK: Final = Program(
    name="kiosk-desk",
    entry="kiosk/desk/__main__.py",
    libraries=frozenset({*_COMMON_LIBRARIES, "PrintSupport", "Widgets"}),
    plugins=frozenset(
        {
            *_COMMON_PLUGINS,
            "platforminputcontexts/composeplatforminputcontextplugin",
            "platforminputcontexts/ibusplatforminputcontextplugin",
            "printsupport/cupsprintersupport",
            "styles/qmodernwindowsstyle",
            "styles/qmacstyle",
        }
    ),
    qml=frozenset(),
    modules=frozenset({"QtCore", "QtGui", "QtPrintSupport", "QtWidgets"}),
    excludes=(*_NEVER, "PySide6.QtQml", "PySide6.QtQuick", "segno"),
    translations=frozenset({"qtbase_es.qm"}),
)
PROGRAMS: Final = (KIOSK, DESK)

_LIBRARY: Final = re.compile(r"^(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll|\.framework.*)?$")
_PLUGIN: Final = re.compile(r"(?:^|/)plugins/([\w-]+)/(?:lib)?([\w-]+?)(?:\.so|\.dll|\.dylib)$")
_QML: Final = re.compile(r"(?:^|/)qml/(.+)/[^/]+$")
_BINDING: Final = re.compile(r"^PySide6/(Qt\w+)\.(?:abi3\.so|pyd)$")


def keeps(program: Program, name: str) -> bool:
    """Say whether a file, by its name in the bundle (with "/"), belongs to a program."""
    if "translations/" in name and name.startswith("PySide6/"):
        return posixpath.basename(name) in program.translations
    if found := _PLUGIN.search(name):
        return f"{found[1]}/{found[2]}" in program.plugins
    if name.startswith("PySide6/") and (found := _QML.search(name)):
        is_source = name.endswith((".qmltypes", ".qml"))  # Qt's own are compiled into the plugins
        return found[1] in program.qml and not is_source
    if found := _BINDING.match(name):
        return found[1] in program.modules
    if found := _LIBRARY.match(posixpath.basename(name)):
        return found[1] in program.libraries
    return True


def trimmed(
    program: Program, entries: Iterable[OpenedRequest], own_folders: Collection[str] | None
) -> list[OpenedRequest]:
    """Return the files to keep: Qt's by the lists, others only if they come from `own_folders`.

    own_folders: where Python and its packages lie; None for anywhere. What comes from elsewhere is a library
    of the system this was built on: the package depends on it, so it is the system's own, mended version.
    """
    return [
        entry
        for entry in entries
        if keeps(program, entry[0].replace("\\", "/")) and _is_ours(entry, own_folders)
    ]


def unlisted(program: Program, imported: Iterable[str]) -> set[str]:
    """Return the QML folders that are imported and not kept: a screen would stay blank."""
    return set(imported) - program.qml


def _is_ours(entry: OpenedRequest, own_folders: Collection[str] | None) -> bool:
    name, path, kind = entry
    if own_folders is None or kind == "SYMLINK" or posixpath.basename(name).startswith("libpython"):
        return True
    return any(path.startswith(f"{folder}/") for folder in own_folders)
