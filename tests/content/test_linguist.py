"""Interface words: found by id, and no translation can go missing unseen."""

from pathlib import Path

import pytest

from kiosk.content.linguist import read_ts
from kiosk.store.settings.toml_files import FileProblem

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="es">\n<context>\n'
TAIL = "</context>\n</TS>\n"
GOOD = """\
<message id="bar.next"><source></source>
<translation>Siguiente</translation></message>
<message id="bar.back"><source>Back</source>
<translation>
  Atrás &amp; adiós
</translation></message>
"""


def _write(folder: Path, messages: str) -> Path:
    path = folder / "interface.ts"
    path.write_text(HEAD + messages + TAIL, encoding="utf-8")
    return path


def test_words_are_found_by_their_id(tmp_path: Path) -> None:
    words = {"bar.next": "Siguiente", "bar.back": "Atrás & adiós"}
    assert read_ts(_write(tmp_path, GOOD)) == (words, [])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            '<message id="bar.back">',
            '<message id="bar.next">',
            7,
            "the id 'bar.next' stands here a second time",
        ),
        ('<message id="bar.back">', "<message>", 7, "a message needs an id"),
        ('<message id="bar.back">', '<message id="">', 7, "a message needs an id"),
        (
            "<translation>Siguiente",
            '<translation type="unfinished">Siguiente',
            6,
            "'bar.next' is not translated yet",
        ),
        ("Siguiente", "", 6, "'bar.next' has no words"),
        ("Siguiente", " ", 6, "'bar.next' has no words"),
        ("<translation>Siguiente</translation>", "", 6, "'bar.next' has no words"),
    ],
)
def test_words_a_visitor_would_miss_are_a_problem_at_their_line(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    assert GOOD.count(old) == 1
    path = _write(tmp_path, GOOD.replace(old, new))
    assert read_ts(path)[1] == [FileProblem(path, line, message)]


COUNTED = """\
<message id="left" numerus="yes"><source></source>
<translation>
  <numerusform>%n second</numerusform>
  <numerusform>%n seconds</numerusform>
</translation></message>
"""


def test_of_words_that_go_with_a_number_each_form_is_a_line(tmp_path: Path) -> None:
    words = {"left": "%n second\n%n seconds", "bar.next": "Siguiente", "bar.back": "Atrás & adiós"}
    assert read_ts(_write(tmp_path, COUNTED + GOOD)) == (words, [])


def test_words_that_count_need_a_form_for_each_number(tmp_path: Path) -> None:
    path = _write(tmp_path, COUNTED.replace("%n seconds", " ") + GOOD.replace("Siguiente", "%n más"))
    assert [(problem.line, problem.message) for problem in read_ts(path)[1]] == [
        (8, "'left' has no words"),
        (11, "'bar.next' counts with %n and needs a <numerusform> for each form"),
    ]


def test_an_unfinished_translation_without_words_says_both(tmp_path: Path) -> None:
    path = _write(tmp_path, '<message id="a"><translation type="unfinished"/></message>\n')
    assert read_ts(path)[1] == [
        FileProblem(path, 5, "'a' is not translated yet"),
        FileProblem(path, 5, "'a' has no words"),
    ]


def test_every_problem_of_a_file_is_reported(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD.replace("Siguiente", "") + GOOD)
    assert [problem.line for problem in read_ts(path)[1]] == [6, 11, 13]


def test_a_broken_file_is_named_with_its_line_and_keeps_the_words_before(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD.replace("</translation></message>\n", "</message>\n"))
    words, problems = read_ts(path)
    assert problems == [FileProblem(path, 6, "not valid XML: mismatched tag")]
    assert words == {}
    path = _write(tmp_path, GOOD + "<message>")
    words, problems = read_ts(path)
    assert words["bar.next"] == "Siguiente"
    assert problems[-1] == FileProblem(path, 11, "not valid XML: mismatched tag")


@pytest.mark.parametrize("encoding", ["utf-99", "shift_jis", "iso-8859-1"])
def test_a_file_is_read_as_utf_8_whatever_it_says(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "interface.ts"
    path.write_text((HEAD + GOOD + TAIL).replace("utf-8", encoding), encoding="utf-8")
    assert read_ts(path)[0]["bar.back"] == "Atrás & adiós"


def test_a_file_that_is_not_utf_8_is_a_problem_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "interface.ts"
    path.write_bytes((HEAD + GOOD + TAIL).encode("latin-1"))
    assert read_ts(path)[1] == [FileProblem(path, 9, "not valid XML: not well-formed (invalid token)")]


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "interface.ts"
    path.touch()
    assert read_ts(path) == ({}, [FileProblem(path, 1, "not valid XML: no element found")])


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "interface.ts"
    assert read_ts(path) == ({}, [FileProblem(path, 0, "the file is missing")])


def test_a_folder_in_the_place_of_the_file_cannot_be_read(tmp_path: Path) -> None:
    words, problems = read_ts(tmp_path)
    assert (words, problems[0].path, problems[0].line) == ({}, tmp_path, 0)
    assert problems[0].message.startswith("the file cannot be read: ")


def test_a_byte_that_stands_for_a_control_character_ends_no_words(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD.replace("Siguiente", 'Sigui<byte value="x9"/>ente'))
    assert read_ts(path)[0]["bar.next"] == "Siguiente"
