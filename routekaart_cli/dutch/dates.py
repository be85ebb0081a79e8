"""Dates as Dutch people type them, and as they read them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_EENHEID = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_GETALLEN = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
_LOSSE_DAGEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_DEEL = "begin|half|medio|midden|eind|einde"
_BEGINDAG = re.compile(rf"({'|'.join([*DAGEN, *(dag[:2] for dag in DAGEN)])})\.? (?=\d)")
"""A weekday before a date, in full or its first two letters."""
_BEWAARD = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}")
_TIJD = re.compile(r" (om )?\d{1,2}:\d{2}( uur)?$| om \d{1,2}(\.\d{2})? uur$")
"""A time behind a date; it is no part of the day."""


def voluit(dag: date) -> str:
    """Return *dag* in full: `zondag 31 januari 2027`."""
    return f"{DAGEN[dag.weekday()]} {kort(dag)}"


def kort(dag: date) -> str:
    """Return *dag* without its weekday: `31 januari 2027`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag(iso: str) -> str:
    """Return the date *iso* in words; what is no date comes back as it is."""
    gelezen = bewaard(iso)
    return kort(gelezen) if gelezen else iso


def bewaard(tekst: str) -> date | None:
    """Return the date that a project file holds: ISO, or `31-12-2026` when a person typed it in the file.

    None for what is no date, or means another one tomorrow.
    """
    if not _BEWAARD.fullmatch(tekst.strip()):
        return None
    return parse_datum(tekst, date.min)  # every part of the date is there: it does not matter from where it is seen


def moment(iso: str) -> str:
    """Return the moment *iso* (with or without offset) in words: `maandag 23 november 2026 om 20:14`.

    What is no moment comes back as it is.
    """
    try:
        wanneer = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{voluit(wanneer.date())} om {wanneer:%H:%M}"


def _laatste(jaar: int, maand: int) -> date:
    """Return the last day of *maand* in *jaar*."""
    return date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)


def parse_datum(tekst: str, vandaag: date) -> date | None:
    """Return the date that *tekst* means, seen from *vandaag*, or None when it means none.

    Knows `31-1-2027`, `31/01`, `2027-01-31`, `zo 31 jan`, `1e mei`, `eind maart`, `half mei 2027`, `maart 2027` (its
    last day), `eind 2027`, `vrijdag`, `volgende week vrijdag`, `volgende maand`, `over twee weken` and `morgen`.
    Without a year it is the first such day to come. A weekday before a date says nothing here: see `op_weekdag`.
    """
    woorden = _BEGINDAG.sub("", _TIJD.sub("", _klein(tekst)))
    for lees in (_los, _iso, _cijfers, _dag_maand, _deel_van_maand, _deel_van_jaar, _weekdag, _over):
        try:
            dag = lees(woorden, vandaag)
        except (ValueError, OverflowError):
            return None
        if dag is not None:
            return dag if dag.year >= 1000 else None
    return None


def op_weekdag(tekst: str, dag: date) -> date:
    """Return the day nearest to *dag* on the weekday before the date in *tekst*: *dag* itself when that is right."""
    gevonden = _BEGINDAG.match(_klein(tekst))
    if not gevonden:
        return dag
    genoemd = next(nummer for nummer, naam in enumerate(DAGEN) if naam.startswith(gevonden[1]))
    return dag + timedelta(days=(genoemd - dag.weekday() + 3) % 7 - 3)


def _klein(tekst: str) -> str:
    return " ".join(tekst.lower().replace(",", " ").replace("’", "'").replace("é", "e").split())


def _los(tekst: str, vandaag: date) -> date | None:
    return vandaag + timedelta(days=_LOSSE_DAGEN[tekst]) if tekst in _LOSSE_DAGEN else None


def _iso(tekst: str, _vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
    return date(*(int(deel) for deel in gevonden.groups())) if gevonden else None


def _cijfers(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", tekst)
    return _met_jaar(int(gevonden[1]), int(gevonden[2]), gevonden[3], vandaag) if gevonden else None


def _dag_maand(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(\d{1,2})(?:e|de|ste)? ?([a-z]+)\.?(?: '?(\d{4}|\d{2}))?", tekst)
    maand = _maand(gevonden[2]) if gevonden else None
    return _met_jaar(int(gevonden[1]), maand, gevonden[3], vandaag) if gevonden and maand else None


def _deel_van_maand(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(rf"(?:({_DEEL}) )?([a-z]+)\.?(?: (\d{{4}})| '(\d{{2}}))?", tekst)
    if tekst == "volgende maand":
        return _laatste(vandaag.year + vandaag.month // 12, vandaag.month % 12 + 1)
    maand = _maand(gevonden[2]) if gevonden else None
    if not gevonden or not maand:
        return None
    genoemd = gevonden[3] or (f"20{gevonden[4]}" if gevonden[4] else "")
    jaar = int(genoemd) if genoemd else vandaag.year + (maand < vandaag.month)
    dag = _laatste(jaar, maand)
    if gevonden[1] and not gevonden[1].startswith("eind"):
        dag = date(jaar, maand, 1 if gevonden[1] == "begin" else 15)
    return dag if genoemd or dag >= vandaag else date(jaar + 1, maand, min(dag.day, 28))


def _deel_van_jaar(tekst: str, _vandaag: date) -> date | None:
    gevonden = re.fullmatch(rf"({_DEEL}) (\d{{4}})", tekst)
    if not gevonden:
        return None
    maand, dag = {"begin": (1, 1), "eind": (12, 31), "einde": (12, 31)}.get(gevonden[1], (7, 1))
    return date(int(gevonden[2]), maand, dag)


def _weekdag(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(
        rf"(volgende week|aanstaande|komende|a\.s\.)? ?({'|'.join(DAGEN)})?( volgende week)?", tekst
    )
    if not gevonden or (gevonden[1] and gevonden[3]):
        return None
    wanneer, weekdag = (gevonden[1] or gevonden[3] or "").strip(), gevonden[2]
    if wanneer == "volgende week":
        maandag = vandaag - timedelta(days=vandaag.weekday()) + timedelta(days=7)
        return maandag + timedelta(days=DAGEN.index(weekdag)) if weekdag else maandag
    return vandaag + timedelta(days=(DAGEN.index(weekdag) - vandaag.weekday() - 1) % 7 + 1) if weekdag else None


def _over(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(rf"over ({'|'.join(_GETALLEN)}|\d{{1,3}}) (dag|dagen|week|weken|maand|maanden|jaar)", tekst)
    if not gevonden:
        return None
    hoeveel = _GETALLEN.index(gevonden[1]) + 1 if gevonden[1] in _GETALLEN else int(gevonden[1])
    if gevonden[2] in _EENHEID:
        return vandaag + timedelta(days=hoeveel * _EENHEID[gevonden[2]])
    maanden = vandaag.month - 1 + hoeveel * (12 if gevonden[2] == "jaar" else 1)
    laatste = _laatste(vandaag.year + maanden // 12, maanden % 12 + 1)
    return laatste.replace(day=min(vandaag.day, laatste.day))


def _maand(woord: str) -> int | None:
    """Return the number of the month that *woord* names or shortens (three letters or more)."""
    if woord == "mrt":
        return 3
    passend = [nummer for nummer, naam in enumerate(MAANDEN, 1) if len(woord) >= 3 and naam.startswith(woord)]
    return passend[0] if len(passend) == 1 else None


def _met_jaar(dag: int, maand: int, jaar: str | None, vandaag: date) -> date:
    if jaar:
        return date(int(jaar) + (2000 if len(jaar) == 2 else 0), maand, dag)
    if (maand, dag) == (2, 29):
        gekozen = vandaag.year
        while _laatste(gekozen, 2).day < 29 or date(gekozen, 2, 29) < vandaag:
            gekozen += 1
        return date(gekozen, 2, 29)
    gevonden = date(vandaag.year, maand, dag)
    return gevonden if gevonden >= vandaag else date(vandaag.year + 1, maand, dag)
