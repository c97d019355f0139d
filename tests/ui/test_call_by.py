"""A visitor reads the day of the call where the clinic's holidays make it another than one would count."""

import dataclasses
import datetime
import itertools
import re
from pathlib import Path

import pytest

from kiosk.core import callback_steps as steps
from kiosk.core.callback.draft import CallbackDraft, CallbackStep
from kiosk.store.settings.settings import Settings, load_settings
from kiosk.ui.callback.outbox import RequestEnvironment
from kiosk.ui.callback.promised import NO_DAY
from kiosk.ui.callback.snapshot import derive_callback
from tests.clinic import SETTINGS, Clinic
from tests.conftest import StartKiosk
from tests.ui.words import sentence_in

EVE = datetime.datetime(2026, 12, 24, 15, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))


def _closed_at_christmas(folder: Path, country: str = "US") -> Settings:
    file = folder / "closed.toml"
    days = "\nclosed_days = [2026-12-25, 2027-01-01]\n\n[callback]"
    languages = f'\nlanguages = ["en", "es"]\ncountry = "{country}"\n'
    file.write_text(languages + SETTINGS.replace("\n[callback]", days), encoding="utf-8")
    return load_settings(file)


@pytest.mark.parametrize(
    ("language", "check", "done"),
    [
        ("en", " We call by DAY.", "Test Clinic will call you by DAY."),
        ("es", " Le llamamos a más tardar el DAY.", "Test Clinic le llamará a más tardar el DAY."),
    ],
)
def test_a_day_that_is_named_takes_the_place_of_the_number_of_days(
    clinic: Clinic, language: str, check: str, done: str
) -> None:
    for call_by in ("DAY", ""):
        footnote, block = (
            getattr(
                derive_callback(
                    CallbackDraft(step=step),
                    clinic.settings,
                    sentence_in(language),
                    is_closed=False,
                    call_by=call_by,
                ),
                name,
            )
            for step, name in ((CallbackStep.CHECK, "footnote"), (CallbackStep.DONE, "blocks"))
        )
        assert footnote.endswith(check) == bool(call_by)
        assert (block[0] == done) == bool(call_by)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "is not set"), ("es", "reloj no está en hora")],
)
def test_where_nobody_knows_what_day_it_is_no_day_is_promised(
    clinic: Clinic, language: str, said: str
) -> None:
    for step, name in ((CallbackStep.CHECK, "footnote"), (CallbackStep.DONE, "blocks")):
        shown = derive_callback(
            CallbackDraft(step=step), clinic.settings, sentence_in(language), is_closed=False, call_by=NO_DAY
        )
        assert said in str(getattr(shown, name))
        assert not re.search(r"working day|días? hábil", str(getattr(shown, name)))


@pytest.mark.parametrize(
    ("country", "language", "day"),
    [
        ("US", "en", "Tuesday, December 29, 2026"),
        ("GB", "en", "Tuesday, 29 December 2026"),
        ("US", "es", "martes, 29 de diciembre de 2026"),
    ],
)
def test_who_asks_on_christmas_eve_reads_a_day_after_the_holiday(
    start_kiosk: StartKiosk, clinic: Clinic, country: str, language: str, day: str
) -> None:
    settings = _closed_at_christmas(clinic.folder, country)
    for now, is_named in ((EVE, True), (EVE - datetime.timedelta(days=7), False)):
        environment = RequestEnvironment(lambda: "a" * 32, itertools.repeat(now).__next__)
        kiosk = start_kiosk(settings, environment=environment)
        holder = kiosk.visit_holder
        holder.apply(lambda visit: dataclasses.replace(visit, language=language))
        holder.apply(lambda visit: steps.open_callback(visit, "a" * 32))
        holder.apply(lambda visit: steps.at_step(visit, CallbackStep.CHECK))
        footnote = str(kiosk.screens.callback.footnote)
        assert (day in footnote) == is_named, footnote
