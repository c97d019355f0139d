"""A copy of the English content that a test may damage, sign or have translated into English again.

One card is a card of its own, so that tests do not hang on the words of a clinic.
"""

import dataclasses
import datetime
import shutil
from pathlib import Path

from kiosk.content.files import LanguageFiles, read_language
from kiosk.content.folders import Folders
from kiosk.store.settings.settings import assets_folder, content_folder

TODAY = datetime.date(2026, 11, 23)
TRANSLATION = "xx"
GENETIC = """\
id = "genetic"
number = 1
title = "Genetic factors"
headline = "A gene change can make muscles or nerves weak"
stops = ["nerve-cell", "nerve-fiber", "muscle"]
related = ["metabolic", "what-to-do"]
take_home = ["Call us at {phone}, or call {emergency_number}."]

[colours]
tint = "#ECE6F8"
accent = { standard = "#4E3493", dark = "#CFC1FA", high_contrast = "#FFE14D" }

[picture]
healthy_alt = "The signal reaches the muscle."
affected_alt = "The signal is lost."

[[steps]]
kind = "in_short"
title = "In short"
text = ["Genes are your body's instructions.", "Tell the front desk now if it is hard to breathe."]
must_know = { what_it_is = ["text.0"], emergency = ["text.1"] }
sources = ["M-MD", "M-SMA", "M-CMT"]

[[steps]]
kind = "happens"
title = "What happens"
text = ["One part can be wrong:"]
points = ["A letter can be a wrong one", "A word can be left out"]
sources = ["M-MD"]

[[steps]]
kind = "signs"
title = "What you may notice"
text = []
points = ["You trip or fall more often", "Your hands or feet feel numb"]
must_know = { sign = ["points.0", "points.1"] }
sources = ["M-MD", "M-CMT"]

[[steps]]
kind = "help"
title = "How it is found and what helps"
text = ["A blood test shows which gene has changed. These things can help you:"]
points = ["A helper can show you how to move", "Braces can keep your feet up"]
must_know = { found = ["text.0"], helps = ["points.0", "points.1"] }
sources = ["M-MD"]

[[steps]]
kind = "do"
title = "What to do today"
text = ["You can do this while you wait:"]
points = ["Write down who else in your family is weak", "Show it to your doctor or nurse"]
must_know = { today = ["points.0", "points.1"] }
sources = ["M-MD"]

[[steps]]
kind = "ask"
title = "Questions to ask"
text = []
points = ["Should my family have a test too?", "What can I do to stay strong?"]
must_know = { ask = ["points.0"] }
sources = ["M-MD"]

[[steps]]
kind = "more"
title = "More about muscular dystrophy"
text = ["In this condition the muscles slowly grow weaker."]
sources = ["M-MD"]

[teach_back]
question = "Can a gene change be new?"
answers = ["No.", "Yes.", "Only in men."]
right = 1
why = "A gene can change in one person first."
another_way = "A gene change can start with you."
sources = ["M-MD"]
"""
GENETIC_IN_SPANISH = """\
id = "genetic"
number = 1
title = "Factores genéticos"
headline = "Un cambio en un gen puede debilitar los músculos o los nervios"
stops = ["nerve-cell", "nerve-fiber", "muscle"]
related = ["metabolic", "what-to-do"]
take_home = ["Llámenos al {phone}, o llame al {emergency_number}."]

[colours]
tint = "#ECE6F8"
accent = { standard = "#4E3493", dark = "#CFC1FA", high_contrast = "#FFE14D" }

[picture]
healthy_alt = "La señal llega al músculo."
affected_alt = "La señal se pierde."

[[steps]]
kind = "in_short"
title = "En pocas palabras"
text = ["Los genes son las instrucciones de su cuerpo.", "Avise ahora en la recepción si le cuesta respirar."]
must_know = { what_it_is = ["text.0"], emergency = ["text.1"] }
sources = ["M-MD", "M-SMA", "M-CMT"]

[[steps]]
kind = "happens"
title = "Qué ocurre"
text = ["Una parte puede estar mal:"]
points = ["Una letra puede ser otra letra", "Una palabra puede faltar del todo"]
sources = ["M-MD"]

[[steps]]
kind = "signs"
title = "Lo que puede notar"
text = []
points = ["Se tropieza o se cae más", "Las manos o los pies no sienten bien"]
must_know = { sign = ["points.0", "points.1"] }
sources = ["M-MD", "M-CMT"]

[[steps]]
kind = "help"
title = "Cómo se encuentra y qué ayuda"
text = ["Una prueba de sangre muestra qué gen ha cambiado. Esto ayuda a muchas personas:"]
points = ["Una persona puede enseñarle a moverse", "Un soporte puede sostener los pies"]
must_know = { found = ["text.0"], helps = ["points.0", "points.1"] }
sources = ["M-MD"]

[[steps]]
kind = "do"
title = "Qué hacer hoy"
text = ["Puede hacer esto mientras espera:"]
points = ["Escriba quién más de su familia tiene debilidad", "Muéstrelo a su médico o a su enfermera"]
must_know = { today = ["points.0", "points.1"] }
sources = ["M-MD"]

[[steps]]
kind = "ask"
title = "Preguntas para hacer"
text = []
points = ["¿Debe hacerse una prueba mi familia?", "¿Qué puedo hacer para seguir fuerte?"]
must_know = { ask = ["points.0"] }
sources = ["M-MD"]

[[steps]]
kind = "more"
title = "Más sobre la distrofia muscular"
text = ["Con este trastorno, los músculos se debilitan poco a poco."]
sources = ["M-MD"]

[teach_back]
question = "¿Puede haber un cambio nuevo en un gen?"
answers = ["No.", "Sí.", "Solo en los hombres."]
right = 1
why = "Un gen puede cambiar por primera vez en una persona."
another_way = "Un cambio en un gen puede empezar con usted."
sources = ["M-MD"]
"""


@dataclasses.dataclass(frozen=True)
class ContentCopy:
    """Content and pictures under one folder, as shipped in English."""

    folders: Folders

    @classmethod
    def under(cls, folder: Path) -> "ContentCopy":
        """Copy what is shipped."""
        folders = Folders(folder / "content", folder / "assets")
        shutil.copytree(content_folder() / "en", folders.of("en"))
        (folders.of("en") / "reviews.toml").unlink(missing_ok=True)
        folders.of("en").joinpath("cards/1-genetic.toml").write_text(GENETIC, "utf-8")
        for name in ("sources.toml", "languages.toml"):
            shutil.copy(content_folder() / name, folders.content)
        for name in ("pictures", "thumbnails"):
            shutil.copytree(assets_folder() / name, folders.assets / name)
        return cls(folders)

    def add_spanish(self) -> None:
        """Add Spanish as shipped, with the card of our own in it."""
        shutil.copytree(content_folder() / "es", self.folders.of("es"))
        (self.folders.of("es") / "reviews.toml").unlink(missing_ok=True)
        self.file("es/cards/1-genetic.toml").write_text(GENETIC_IN_SPANISH, "utf-8")

    def translate(self) -> None:
        """Add a language whose words are the English ones."""
        shutil.copytree(self.folders.of("en"), self.folders.of(TRANSLATION))

    def read(self, language: str = "en") -> LanguageFiles:
        """Read one language."""
        return read_language(self.folders, language)

    def file(self, name: str) -> Path:
        """Return a file of the content folder."""
        return self.folders.content / name

    def change(self, name: str, old: str, new: str) -> None:
        """Change the first place in a file that reads `old`."""
        text = self.file(name).read_text("utf-8")
        assert old in text
        self.file(name).write_text(text.replace(old, new, 1), "utf-8")

    def line(self, name: str, text: str) -> int:
        """Return the first line of a file that holds a text."""
        lines = self.file(name).read_text("utf-8").split("\n")
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def sign(
        self,
        key: str,
        language: str = "en",
        *,
        kind: str = "clinician",
        date: str = "2026-11-01",
        until: str = "2027-11-23",
    ) -> None:
        """Sign a text as it stands now."""
        digest = self.read(language).content_digest(key)
        with (self.folders.of(language) / "reviews.toml").open("a", encoding="utf-8") as file:
            file.write(
                f'[[{key}]]\nkind = "{kind}"\nreviewer = "Dr. A"\nrole = "neurologist"\n'
                f'date = {date}\nnext_review = {until}\nhash = "{digest}"\n\n'
            )
