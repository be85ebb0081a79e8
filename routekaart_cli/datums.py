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
_LOSSE_DAGEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2}


def voluit(dag: date) -> str:
    """Return *dag* in full: `zondag 31 januari 2027`."""
    return f"{DAGEN[dag.weekday()]} {kort(dag)}"


def kort(dag: date) -> str:
    """Return *dag* without its weekday: `31 januari 2027`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag(iso: str) -> str:
    """Return the date *iso* in words; what is no date comes back as it is."""
    try:
        return kort(date.fromisoformat(iso))
    except ValueError:
        return iso


def moment(iso: str) -> str:
    """Return the moment *iso* (with or without offset) in words: `maandag 23 november 2026 om 20:14`.

    What is no moment comes back as it is.
    """
    try:
        wanneer = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{voluit(wanneer.date())} om {wanneer:%H:%M}"


def _dagen(jaar: int, maand: int) -> int:
    """Return how many days *maand* has in *jaar*."""
    return (date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)).day


def parse_datum(tekst: str, vandaag: date) -> date | None:
    """Return the date that *tekst* means, seen from *vandaag*, or None when it means none.

    Knows `31-1-2027`, `31/01`, `2027-01-31`, `31 jan`, `eind maart`, `half mei 2027`, `maart 2027` (its last day),
    `vrijdag`, `volgende week vrijdag`, `over 2 weken` and `morgen`. Without a year it is the first such day to come.
    """
    woorden = " ".join(tekst.lower().replace(",", " ").split())
    for lees in (_los, _iso, _cijfers, _dag_maand, _deel_van_maand, _weekdag, _over):
        try:
            dag = lees(woorden, vandaag)
        except (ValueError, OverflowError):
            return None
        if dag is not None:
            return dag
    return None


def _los(tekst: str, vandaag: date) -> date | None:
    return vandaag + timedelta(days=_LOSSE_DAGEN[tekst]) if tekst in _LOSSE_DAGEN else None


def _iso(tekst: str, _vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
    return date(*(int(deel) for deel in gevonden.groups())) if gevonden else None


def _cijfers(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", tekst)
    return _met_jaar(int(gevonden[1]), int(gevonden[2]), gevonden[3], vandaag) if gevonden else None


def _dag_maand(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(rf"(?:(?:{'|'.join(DAGEN)}) )?(\d{{1,2}}) ([a-z]+)\.?(?: (\d{{4}}|\d{{2}}))?", tekst)
    maand = _maand(gevonden[2]) if gevonden else None
    return _met_jaar(int(gevonden[1]), maand, gevonden[3], vandaag) if gevonden and maand else None


def _deel_van_maand(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"(?:(begin|half|medio|midden|eind|einde) )?([a-z]+)\.?(?: (\d{4}))?", tekst)
    maand = _maand(gevonden[2]) if gevonden else None
    if not gevonden or not maand:
        return None
    jaar = int(gevonden[3]) if gevonden[3] else vandaag.year + (maand < vandaag.month)
    laatste = _dagen(jaar, maand)
    dag = date(jaar, maand, {"begin": 1, "half": 15, "medio": 15, "midden": 15}.get(gevonden[1] or "", laatste))
    return dag if gevonden[3] or dag >= vandaag else date(jaar + 1, maand, min(dag.day, 28))


def _weekdag(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(rf"(volgende week ?|aanstaande |a\.s\. )?({'|'.join(DAGEN)})?", tekst)
    if not gevonden or not tekst:
        return None
    if gevonden[1] and gevonden[1].startswith("volgende"):
        maandag = vandaag - timedelta(days=vandaag.weekday()) + timedelta(days=7)
        return maandag + timedelta(days=DAGEN.index(gevonden[2])) if gevonden[2] else maandag
    if not gevonden[2]:
        return None
    return vandaag + timedelta(days=(DAGEN.index(gevonden[2]) - vandaag.weekday() - 1) % 7 + 1)


def _over(tekst: str, vandaag: date) -> date | None:
    gevonden = re.fullmatch(r"over (een|\d{1,3}) (dag|dagen|week|weken|maand|maanden|jaar)", tekst)
    if not gevonden:
        return None
    hoeveel = 1 if gevonden[1] == "een" else int(gevonden[1])
    if gevonden[2] in _EENHEID:
        return vandaag + timedelta(days=hoeveel * _EENHEID[gevonden[2]])
    maanden = vandaag.month - 1 + hoeveel * (12 if gevonden[2] == "jaar" else 1)
    jaar, maand = vandaag.year + maanden // 12, maanden % 12 + 1
    return date(jaar, maand, min(vandaag.day, _dagen(jaar, maand)))


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
        while _dagen(gekozen, 2) < 29 or date(gekozen, 2, 29) < vandaag:
            gekozen += 1
        return date(gekozen, 2, 29)
    gevonden = date(vandaag.year, maand, dag)
    return gevonden if gevonden >= vandaag else date(vandaag.year + 1, maand, dag)
