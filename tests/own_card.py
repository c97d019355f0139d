"""A tenth card with its pictures, as a clinic lays it into its own folder."""

from pathlib import Path

from kiosk.store.settings.settings import assets_folder, content_folder

MODEL = "7-later-life.toml"
"""Its words are those of a shipped card: how a card is added is tried, not what it says."""
TITLE_LINE = 3
NUMBER = len(list((content_folder() / "en" / "cards").glob("*.toml")))
"""After the shipped cards, which begin with 0."""
FILE = f"{NUMBER}-sleep.toml"
WORDS = {"en": ("Poor sleep", "Can poor sleep make you weak?"), "es": ("Dormir mal", "¿Dormir mal debilita?")}
"""Title and question for the first screen; a language without any here takes the English ones."""


def add_own_card(own: Path) -> None:
    """Write the card "sleep" in each shipped language, its tile and its two pictures."""
    for model in content_folder().glob(f"*/cards/{MODEL}"):
        text, language = model.read_text("utf-8"), model.parts[-3]
        title, question = WORDS.get(language, WORDS["en"])
        changes = {
            'id = "later-life"': 'id = "sleep"',
            "number = 7": f"number = {NUMBER}",
            "#E3EAF7": "#E8F0E0",
            "#26457F": "#2F4A12",
            "#B6CCF5": "#CFE8A9",
        }
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new, 1)
        lines = [
            f'attract_question = "{question}"'
            if line.startswith("attract_question")
            else "leads_here = { S5 = 2 }"
            if line.startswith("leads_here")
            else f'title = "{title}"'
            if number == TITLE_LINE
            else line
            for number, line in enumerate(text.split("\n"), start=1)
        ]
        path = own / language / "cards" / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), "utf-8")
    for name in ("pictures/{}-healthy.svg", "pictures/{}-affected.svg", "thumbnails/{}.svg"):
        path = own / name.format("sleep")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((assets_folder() / name.format("later-life")).read_bytes())
