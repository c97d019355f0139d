"""Where settings come from: kiosk.toml, over it conf.d/*.toml by name, over these the environment."""

import contextlib
import dataclasses
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kiosk.core.validation import MISSING, KeyPath, Problem
from kiosk.store.passed_over import names_in
from kiosk.store.refusal import why_refused
from kiosk.store.settings.telling import PREFIX, is_text, kind_at, misspelt, plain_problem
from kiosk.store.settings.toml_files import FileProblem, open_toml

FOLDER: Final = "conf.d"
_ENDING: Final = ".toml"
_LIKE_SETTINGS: Final = (_ENDING, ".conf")


@dataclasses.dataclass(frozen=True, slots=True)
class Layer:
    """One place that sets some keys; text: what it holds, to tell one state of the settings from another."""

    name: str
    text: str
    data: dict[str, Any]
    located: Callable[[list[Problem]], list[FileProblem]]

    def at(self, place: KeyPath) -> Any:
        """Return what this layer sets there, None where it sets nothing."""
        value: Any = self.data
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        return value


def settings_files(path: Path) -> list[Path]:
    """Return the files that settings are read from, whether they are there or not."""
    with contextlib.suppress(OSError):
        return [path, *_over(path)]
    return [path]


def stray_settings(path: Path) -> list[Path]:
    """Return what in conf.d looks as if it were read, and is not: 60.conf, 60.TOML, 60.toml.txt."""
    folder = path.parent / FOLDER
    with contextlib.suppress(OSError):
        strays = (name for name in names_in(folder) if not name.endswith(_ENDING))
        return [folder / name for name in strays if any(mark in name.lower() for mark in _LIKE_SETTINGS)]
    return []


def _over(path: Path) -> list[Path]:
    """Return the files of conf.d. Raises OSError."""
    folder = path.parent / FOLDER
    return [folder / name for name in names_in(folder) if name.endswith(_ENDING)]


def read_layers(
    kind: type[Any], path: Path, environment: Mapping[str, str]
) -> tuple[list[Layer], list[FileProblem]]:
    """Read every layer, the weakest first; a file that cannot be parsed is a problem and no layer."""
    layers: list[Layer] = []
    problems: list[FileProblem] = []
    try:
        _over(path)
    except OSError as error:
        folder = path.parent / FOLDER
        reason = why_refused(folder, error)
        told = f"its files cannot be looked for ({reason}): it must be a folder that the kiosk may read"
        problems.append(FileProblem(folder, 0, told))
    for file in settings_files(path):
        toml, found = open_toml(file)
        problems += [_with_remedy(problem) for problem in found]
        if toml is not None:
            layers.append(Layer(file.name, toml.text, toml.data, toml.located))
    for name, text in sorted(environment.items()):
        place = tuple(name.removeprefix(PREFIX).lower().split("__"))
        if not name.startswith(PREFIX):
            continue
        if kind_at(kind, place) is not None:
            layers.append(_variable(kind, place, name, text))
        elif told := misspelt(kind, place):
            problems.append(FileProblem(_in_environment(name), 0, told))
    return layers, problems


def _with_remedy(found: FileProblem) -> FileProblem:
    """Say what to do about a file that cannot be read at all."""
    told = f"{found.message}: {remedy}" if (remedy := _remedy(found.path)) else found.message
    return dataclasses.replace(found, message=told)


def _remedy(file: Path) -> str:
    try:
        mode = file.stat().st_mode
    except PermissionError:
        return ""  # what refuses it says whose it is and what lets the kiosk in
    except FileNotFoundError:
        told = "it is a link that leads nowhere; remove it, or put back what it leads to"
        return told if file.is_symlink() else f"write it anew with kiosk settings >{file}"
    except OSError:
        mode = 0
    if stat.S_ISDIR(mode):
        return "move the folder away"
    return "" if stat.S_ISREG(mode) else "remove it, and write it anew"


def merged(layers: list[Layer]) -> dict[str, Any]:
    """Return all keys, each as the strongest layer that has it sets it; a list is replaced as a whole."""
    data: dict[str, Any] = {}
    for layer in layers:
        _lay_over(data, layer.data)
    return data


def located(kind: type[Any], layers: list[Layer], problems: list[Problem]) -> Iterator[FileProblem]:
    """Find the place of each problem: in the layer that set the value, or that began the table without it."""
    for problem in problems:
        setters = [layer for layer in layers if layer.at(problem.place) is not None] or layers[:1]
        is_missing = problem.message.startswith(MISSING)
        told = dataclasses.replace(problem, message=plain_problem(kind, problem))
        yield from setters[0 if is_missing else -1].located([told])


def _lay_over(data: dict[str, Any], upper: Mapping[str, Any]) -> None:
    for key, value in upper.items():
        if isinstance(value, dict) and isinstance(data.get(key), dict):
            _lay_over(data[key], value)
        else:
            data[key] = _copied(value)


def _copied(value: Any) -> Any:
    return {key: _copied(item) for key, item in value.items()} if isinstance(value, dict) else value


def _variable(kind: type[Any], place: KeyPath, name: str, text: str) -> Layer:
    data: Any = text if is_text(kind_at(kind, place)) else _toml_value(text)
    for key in reversed(place):
        data = {key: data}

    def here(problems: list[Problem]) -> list[FileProblem]:
        return [FileProblem(_in_environment(name), 0, problem.message) for problem in problems]

    return Layer(name, f"{name}={text}\n", data, here)


def _in_environment(name: str) -> Path:
    return Path(f"environment variable {name}")


def _toml_value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
