"""A file with a mistake is answered with file, line and sentence, however the file is written."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.validation import KeyPath, Problem
from kiosk.store.settings.toml_files import FileProblem, TomlText, open_toml, read_toml


@dataclasses.dataclass(frozen=True)
class Part:
    """The inner tables of a list."""

    text: str


@dataclasses.dataclass(frozen=True)
class Step:
    """The tables of a list."""

    title: str
    parts: tuple[Part, ...] = ()


@dataclasses.dataclass(frozen=True)
class Book:
    """A file with tables and lists of tables in lists of tables."""

    title: str
    steps: tuple[Step, ...]


GOOD = """\
title = "Book"

[[steps]]
title = "One"

[[steps.parts]]
text = "a"

[[steps]]
title = "Two"
"""


def _line_of(text: str, place: KeyPath) -> int:
    toml = TomlText(Path("book.toml"), text, {})
    return toml.located([Problem(place, "wrong")])[0].line


def _marked(text: str) -> int:
    """Return the line with the mark."""
    (line,) = [number for number, line in enumerate(text.split("\n"), start=1) if "<-" in line]
    return line


def test_a_good_file_becomes_the_dataclass(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    path.write_text(GOOD)
    book, toml, problems = read_toml(Book, path)
    assert book == Book("Book", (Step("One", (Part("a"),)), Step("Two")))
    assert toml is not None
    assert (toml.path, toml.text, problems) == (path, GOOD, [])


def test_every_problem_of_a_file_is_reported_at_its_own_line(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    path.write_text(
        GOOD.replace('"a"', "7").replace('"Two"', "[]").replace('[[steps]]\ntitle = "One"', "[[steps]]")
    )
    book, toml, problems = read_toml(Book, path)
    assert book is None
    assert toml is not None
    assert sorted(problems) == [
        FileProblem(path, 3, "missing key 'title'"),
        FileProblem(path, 6, 'must be text: put quotation marks around it, such as "words"'),
        FileProblem(path, 9, 'must be text in quotation marks, such as "words", not a list'),
    ]


def test_a_problem_reads_as_editors_and_terminals_expect_it() -> None:
    assert str(FileProblem(Path("a.toml"), 7, "wrong")) == "a.toml:7: wrong"
    assert str(FileProblem(Path("a.toml"), 0, "wrong")) == "a.toml: wrong"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("a = 1\nb = 2 # <-\nc = 3", ("b",), id="key"),
        pytest.param("a = 1\n  b-c_d=2 # <-", ("b-c_d",), id="key without spaces, indented"),
        pytest.param("b = 1\n[t]\na = 1\nb = 2 # <-\n[u]\nb = 3", ("t", "b"), id="key in table"),
        pytest.param("[t]\nb = 1\n[t.u]\nb = 2 # <-", ("t", "u", "b"), id="key in table in table"),
        pytest.param("[t.u]\nb = 1\n[t] # <-\nb = 2", ("t",), id="outer table after inner"),
        pytest.param("a = 1\n[t.u] # <-\nb = 2", ("t",), id="outer table that only its inner one shows"),
        pytest.param("a = 1\n[ t ] # <-\nb = 2", ("t", "missing"), id="missing key: header of its table"),
        pytest.param("# <-\na = 1", ("missing",), id="missing key at the top"),
        pytest.param('a = 1\np = { alt = "" } # <-', ("p", "alt"), id="inline table"),
        pytest.param('a = 1\np.alt = "" # <-', ("p", "alt"), id="dotted key"),
        pytest.param('a = 1\np . alt = "" # <-\np.b = 1', ("p",), id="what dotted keys are in"),
        pytest.param('a = 1\n"b c" = 2 # <-', ("b c",), id="key in quotes"),
        pytest.param("a = 1\n'b' = 2 # <-", ("b",), id="key in single quotes"),
        pytest.param('[t]\n["M.1"] # <-\nb = 1', ("M.1",), id="header in quotes with a dot"),
        pytest.param("[[s]]\na = 1\n[[s]]\na = 2 # <-\n[[s]]\na = 3", ("s", 1, "a"), id="second of a list"),
        pytest.param("x = 1\n[[s]] # <-\na = 1\n[[s]]\na = 2", ("s",), id="a list: its first table"),
        pytest.param("[[s]]\na = 1\n[[s]] # <-\nb = 2", ("s", 1), id="one of a list"),
        pytest.param(
            "[[s]]\n[s.t]\na = 1\n[[s]]\n[s.t]\na = 2 # <-", ("s", 1, "t", "a"), id="table in a list"
        ),
        pytest.param(
            "[[s]]\n[[s.p]]\na = 1\n[[s.p]]\na = 2\n[[s]]\n[[s.p]]\na = 3\n[[s.p]]\na = 4 # <-",
            ("s", 1, "p", 1, "a"),
            id="list in a list",
        ),
        pytest.param(
            "[[s]]\n[[s.p]]\n[[s.p.q]]\n[[s.p.q]]\na = 1 # <-\n[[s.p]]\n[[s.p.q]]\na = 2",
            ("s", 0, "p", 0, "q", 1, "a"),
            id="list in a list in a list",
        ),
        pytest.param('a = [\n  "x",\n]\nb = [ # <-\n  "y",\n]', ("b", 0), id="list over several lines"),
        pytest.param('a = """\nb = 1\n[t]\n"""\nb = 2 # <-', ("b",), id="long text with keys in it"),
        pytest.param("a = '''\nb = 1\n[t]\n'''\nb = 2 # <-", ("b",), id="long literal text with keys in it"),
        pytest.param('a = """x\n\\"""\nb = 1\n"""\nb = 2 # <-', ("b",), id="long text with an escaped end"),
        pytest.param('a = """\n"b" = 1 ""\n""""\nb = 2 # <-', ("b",), id="long text that ends with a quote"),
        pytest.param('a = """one line"""\nb = 2 # <-', ("b",), id="long text on one line"),
        pytest.param('a = 1 # say """ here\nb = 2 # <-', ("b",), id="comment with quotes"),
        pytest.param("a = '\"\"\"' # it's\nb = 2 # <-", ("b",), id="quotes in quotes"),
        pytest.param('a = "# no comment"\nb = 2 # <-', ("b",), id="text that looks like a comment"),
        pytest.param('a = [\n  ["t"],\n]\nb = 2 # <-', ("b",), id="list in a list that looks like a header"),
        pytest.param('a = ["]", "["]\n# [\nb = 2 # <-', ("b",), id="brackets in texts and comments"),
        pytest.param(
            'a = "\N{LINE SEPARATOR}\N{NEXT LINE}"\nb = 2 # <-', ("b",), id="odd line ends in a text"
        ),
    ],
)
def test_a_problem_is_found_at_its_line(text: str, place: KeyPath) -> None:
    assert _line_of(text, place) == _marked(text)


NOISE = st.sampled_from(
    [
        "",
        "# [[steps]] # title = 1",
        'note = """\n[[steps]]\ntitle = 1\n"""',
        "note = '''\n[steps.0]\n'''",
        'note = [\n  ["steps"],\n  ["title"],\n]',
        'note = "[[steps]]"',
        "note = { title = 1 }",
    ]
)


@given(st.lists(st.tuples(NOISE, st.lists(NOISE, max_size=3)), max_size=4))
def test_whatever_stands_between_them_keys_are_found_at_their_lines(
    steps: list[tuple[str, list[str]]],
) -> None:
    lines: list[str] = []
    expected: dict[KeyPath, int] = {}

    def add(text: str) -> None:
        lines.extend(text.split("\n"))

    for index, (noise, parts) in enumerate(steps):
        add(f"[[steps]]\n{noise}")
        expected["steps", index, "title"] = len(lines) + 1
        add('title = "x"')
        for inner, noise_inside in enumerate(parts):
            add(f"[[steps.parts]]\n{noise_inside}")
            expected["steps", index, "parts", inner, "title"] = len(lines) + 1
            add("title = 7")
    text = "\n".join(lines)
    assert {place: _line_of(text, place) for place in expected} == expected


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            'title = "Book"\nsteps = = 1\n',
            2,
            'not valid TOML: this is no value: write text in quotation marks, such as "words"',
        ),
        ('a = 1\nb = """x\n\ny', 4, "not valid TOML: the quotation mark at the end of the text is missing"),
        (
            "a = 1\nb = [1\n",
            2,
            "not valid TOML: the bracket ] at the end of the list, or a comma in it, is missing",
        ),
        (
            "a = 1\na = 2\n",
            2,
            "not valid TOML: this key stands in the file a second time: keep one of the two",
        ),
        (
            "a = 1\n\nwords\n",
            3,
            "not valid TOML: there must be a = between a key and its value",
        ),
        ("a = 2026-02-30\n", 1, "not valid TOML: there is no such date or time"),
    ],
)
def test_a_syntax_error_is_named_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "book.toml"
    path.write_text(text)
    assert read_toml(Book, path) == (None, None, [FileProblem(path, line, message)])


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 20_000])
def test_a_file_that_breaks_the_parser_is_a_problem_and_no_crash(tmp_path: Path, text: str) -> None:
    path = tmp_path / "book.toml"
    path.write_text(text)
    message = "not valid TOML: a number is too long or a list too deep"
    assert open_toml(path) == (None, [FileProblem(path, 0, message)])


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    assert read_toml(Book, path) == (None, None, [FileProblem(path, 0, "the file is missing")])


def test_a_folder_in_the_place_of_the_file_cannot_be_read(tmp_path: Path) -> None:
    toml, problems = open_toml(tmp_path)
    assert toml is None
    assert [(problem.path, problem.line) for problem in problems] == [(tmp_path, 0)]
    assert problems[0].message.startswith("the file cannot be read: ")
    assert not problems[0].message.endswith("None")


def test_a_file_in_another_encoding_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    path.write_bytes('title = "Zoë"'.encode("latin-1"))
    assert open_toml(path) == (
        None,
        [FileProblem(path, 0, "the file is not UTF-8 text (line 1): save it once more as UTF-8")],
    )


def test_a_file_saved_on_windows_is_read_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    path.write_bytes(GOOD.replace('"Two"', "2").replace("\n", "\r\n").encode())
    _, toml, problems = read_toml(Book, path)
    assert problems == [FileProblem(path, 10, 'must be text: put quotation marks around it, such as "words"')]
    assert toml is not None
    assert "\r" not in toml.text


@given(data=st.binary() | st.text().map(str.encode) | st.text("[]{}=\"'.#\n a1-").map(str.encode))
def test_no_file_can_crash_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    book, toml, problems = read_toml(Book, path)
    assert (book is None) == bool(problems)
    last_line = data.count(b"\n") + data.count(b"\r") + 1
    assert all(problem.path == path and 0 <= problem.line <= last_line for problem in problems)
    assert toml is not None or book is None


def test_a_file_of_a_windows_editor_is_read_and_utf_16_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf\r\na = 1\r\n")
    toml, problems = open_toml(path)
    assert (toml and toml.data, problems) == ({"a": 1}, [])
    path.write_text("a = 1\n", encoding="utf-16")
    _, [problem] = open_toml(path)
    assert problem.message.startswith("the file is UTF-16 text")
