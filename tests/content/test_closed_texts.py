"""Texts the kiosk's user may not read: named with owner and remedy, by the kiosk and by the check of root."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __main__
from kiosk.content.files import load_content
from kiosk.content.folders import Folders
from kiosk.core.errors import ContentError
from kiosk.core.self_check.laws import Enumeration
from kiosk.ops import content_command
from kiosk.store.settings.settings import assets_folder, content_folder
from tests.content_copy import TODAY
from tests.ops.installed import Installed, as_the_kiosks_user

PLACES = ("en", "en/cards", "en/emergency.toml")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    made = Installed(tmp_path)
    made.write("own/en/cards/notes.txt", "")
    text = (content_folder() / "en" / "emergency.toml").read_text("utf-8")
    yield made.write("own/en/emergency.toml", text).parents[1]
    made.remove()


@pytest.mark.parametrize("place", PLACES)
def test_the_kiosk_names_what_it_may_not_read_and_nothing_that_follows(own: Path, place: str) -> None:
    own.joinpath(place).chmod(0o600 if own.stat().st_uid == 0 else 0)
    with as_the_kiosks_user(), pytest.raises(ContentError) as refused:
        load_content(Folders(content_folder(), assets_folder(), own), "en", {}, TODAY)
    own.joinpath(place).chmod(0o755)
    [line] = str(refused.value).split("\n")
    assert line.startswith(f"{own / place}: it cannot be read: Permission denied: ")
    assert line.endswith(f"chmod a+rX {own / place}")


def test_other_languages_are_not_blamed(own: Path) -> None:
    own.joinpath("en").chmod(0o700)
    folders = Folders(content_folder(), assets_folder(), own)
    assert folders.unread("es") == Folders(content_folder(), assets_folder()).unread("en") == []
    own.joinpath("en").chmod(0o755)


@pytest.mark.parametrize("place", PLACES[1:])
def test_root_is_told_what_the_kiosks_user_could_not_read(
    own: Path, place: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "en/cards/notes.txt").unlink()
    check = ["content", "check", "--own", str(own)]
    closed = own.joinpath(place)
    closed.chmod(0o700)
    sound = Enumeration((1, 2, 3, 4), 5, 0, 6, 0, 7, 0, (), ())  # trying all answer sets takes seconds
    monkeypatch.setattr("kiosk.content.check.enumerate_all", lambda: sound)
    dropped = as_the_kiosks_user()
    monkeypatch.setattr(content_command, "become_service_user", dropped.__enter__)
    if own.stat().st_uid != 0:
        closed.chmod(0)
    try:
        code = __main__.main(check)
    finally:
        dropped.__exit__(None, None, None)
        closed.chmod(0o755)
    assert code == 1
    assert f"{closed}: it cannot be read: Permission denied: {closed} belongs to " in capsys.readouterr().out
