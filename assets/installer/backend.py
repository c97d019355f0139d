"""What pip calls to build (PEP 517, PEP 660): flit, with the version in a place where it looks for one."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flit_core import buildapi

from assets.installer.stamp import ROOT, stamped

P = ParamSpec("P")
R = TypeVar("R")


def _with_version(hook: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(hook)
    def build(*arguments: P.args, **named: P.kwargs) -> R:
        with stamped(ROOT):
            return hook(*arguments, **named)

    return build


get_requires_for_build_wheel = _with_version(buildapi.get_requires_for_build_wheel)
get_requires_for_build_sdist = _with_version(buildapi.get_requires_for_build_sdist)
get_requires_for_build_editable = _with_version(buildapi.get_requires_for_build_editable)
prepare_metadata_for_build_wheel = _with_version(buildapi.prepare_metadata_for_build_wheel)
prepare_metadata_for_build_editable = _with_version(buildapi.prepare_metadata_for_build_editable)
build_wheel = _with_version(buildapi.build_wheel)
build_editable = _with_version(buildapi.build_editable)
build_sdist = _with_version(buildapi.build_sdist)
