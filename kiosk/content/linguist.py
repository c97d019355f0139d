"""Interface words by id, from the Qt Linguist file of a language."""

from pathlib import Path
from xml.parsers import expat

from kiosk.store.settings.toml_files import FileProblem


def read_ts(path: Path) -> tuple[dict[str, str], list[FileProblem]]:
    """Read `<message id="..."><translation>...</translation></message>`.

    Of words that go with a number each `<numerusform>` is a line of its own. A double id, a missing id, an
    unfinished or empty translation is a problem with its line.
    """
    reader = _Reader(path)
    try:
        with path.open("rb") as file:
            reader.parser.ParseFile(file)
    except FileNotFoundError:
        return {}, [FileProblem(path, 0, "the file is missing")]
    except OSError as error:
        return {}, [FileProblem(path, 0, f"the file cannot be read: {error.strerror}")]
    except expat.ExpatError as error:
        reader.problems.append(
            FileProblem(path, error.lineno, f"not valid XML: {expat.ErrorString(error.code)}")
        )
    return reader.words, reader.problems


class _Reader:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.words: dict[str, str] = {}
        self.problems: list[FileProblem] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self._id = ""
        self._text: list[str] | None = None
        self._forms: list[str] = []
        self._is_translated = False

    def _problem(self, message: str) -> None:
        self.problems.append(FileProblem(self.path, self.parser.CurrentLineNumber, message))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "message":
            self._id = attributes.get("id", "")
            self._is_translated = False
            if not self._id:
                self._problem("a message needs an id")
            elif self._id in self.words:
                self._problem(f"the id {self._id!r} stands here a second time")
        elif name == "translation":
            self._text, self._forms = [], []
            self._is_translated = True
            if attributes.get("type") == "unfinished":
                self._problem(f"{self._id!r} is not translated yet")

    def _end(self, name: str) -> None:
        if name in {"numerusform", "translation"} and self._text is not None:
            words = "".join(self._text).strip()
            is_counted = name == "translation" and bool(self._forms)
            if not words and not is_counted:
                self._problem(f"{self._id!r} has no words")
            if name == "translation" and "%n" in words:
                self._problem(f"{self._id!r} counts with %n and needs a <numerusform> for each form")
            if name == "numerusform":
                self._forms.append(words)
                self._text = []
            else:
                self.words[self._id] = "\n".join(self._forms) if is_counted else words
                self._text = None
        elif name == "message" and not self._is_translated:
            self._problem(f"{self._id!r} has no words")

    def _data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
