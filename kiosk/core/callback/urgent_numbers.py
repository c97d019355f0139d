"""Numbers of help: whoever types one here wants help, not a call back."""

from collections.abc import Mapping
from typing import Final

EVERYWHERE: Final = ("911", "112", "988")
"""Known far beyond the countries that have them; counted wherever they can be no other number."""

CRISIS_LINES: Final[Mapping[str, Mapping[str, str]]] = {
    "AU": {"131114": "Lifeline, lifelineh2h.org.au/get-help/telephone-crisis-support/faqs"},
    "CA": {"988": "CRTC, announced 2022-08-31, in service since 2023-11-30"},
    "DE": {
        "08001110111": "TelefonSeelsorge, telefonseelsorge.de",
        "08001110222": "TelefonSeelsorge, telefonseelsorge.de",
    },
    "ES": {"024": "Boletín Oficial del Estado, 2021-12-20"},
    "FR": {"3114": "Numéro national de prévention du suicide, 3114.fr"},
    "GB": {"116123": "Samaritans, samaritans.org", "111": "NHS 111, option 2: mental health crisis"},
    "IE": {"116123": "Samaritans, samaritans.org"},
    "MX": {"8009112000": "Línea de la Vida, Secretaría de Salud (CONASAMA)"},
    "NZ": {"1737": "Need to Talk, Minister of Health, 2017-06-07", "0508828865": "Suicide Crisis Helpline"},
    "US": {
        "988": "Federal Communications Commission, 2020-07-16",
        "8002738255": "988 Lifeline's number of before, still answered: FCC, 2020-07-16",
    },
}
"""By country, as dialled there; with where each was read. Emergency numbers are in the numbering plan."""


def is_urgent(digits: str, country: str, emergency_number: str) -> bool:
    """Whether these very digits, dialled in the country, reach an emergency service or a crisis line.

    emergency_number: the clinic's own, "" for none.
    """
    # phonenumbers takes some 35 ms to import: it stays off the way to the first frame.
    from phonenumbers import is_emergency_number  # noqa: PLC0415

    if digits == emergency_number or digits in CRISIS_LINES.get(country, {}):
        return bool(digits)
    return bool(is_emergency_number(digits, country))


def hides_urgent(typed: str, country: str, emergency_number: str) -> bool:
    """Whether a number that the plan does not have is one of help with a plus or a prefix before it.

    Prefixes are the 9 for an outside line, the exit code, the country's own code and its trunk prefix.
    """
    return any(
        form in EVERYWHERE or is_urgent(form, country, emergency_number)
        for form in _without_prefixes(typed.lstrip("+"), country)
    )


def _without_prefixes(digits: str, country: str) -> set[str]:
    import re  # noqa: PLC0415  # as above

    from phonenumbers import PhoneMetadata  # noqa: PLC0415

    plan = PhoneMetadata.metadata_for_region(country)
    own = (plan.international_prefix, str(plan.country_code), plan.national_prefix) if plan else ()
    forms = {digits}
    for prefix in ("9", *own):
        forms |= {re.sub(f"^(?:{prefix})", "", form) for form in forms if prefix}
    return forms
