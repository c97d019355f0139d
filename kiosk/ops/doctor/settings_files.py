"""Which settings count, and which files look as if they did."""

from collections.abc import Iterator

from kiosk.ops.doctor.findings import Examined, Finding, fine, warning
from kiosk.store.settings.layers import stray_settings


def settings(examined: Examined) -> Iterator[Finding]:
    """Say what was read; that it is broken was said before."""
    its = examined.settings
    if its.file.demonstration:
        yield warning("settings", "this is a demonstration", "install without it for patients")
    else:
        yield fine("settings", f"version {its.version}, from {', '.join(its.layers)}")
    for path in stray_settings(its.staff_pin):
        yield warning("settings", f"{path} is not read", 'give it a name that ends in ".toml"')
