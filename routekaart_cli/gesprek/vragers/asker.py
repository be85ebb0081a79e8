"""Asking one vraag of a person: what an asker gets and gives, and how what was typed is understood."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import NamedTuple, Protocol

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.invoer import KEUZE_LEEG, LEEG_HINT, parse_antwoord
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import spoken


class Opdracht(Enum):
    """What a person can want instead of answering."""

    TERUG = auto()
    HULP = auto()
    OVERZICHT = auto()
    STOP = auto()
    WIS = auto()
    """Take the answer away: the only way to get rid of one."""
    ONEENS = auto()
    """Keep several answers side by side."""
    EDITOR = auto()
    """Write a long answer in a text program of one's own."""
    BEHOUD = auto()
    """Enter on a vraag that has an answer: it stays."""


Reactie = Antwoord | Opdracht


class Scherm(NamedTuple):
    """One vraag as it is put to a person."""

    vraag: Vraag
    kop: str
    """Which question this is and how far it is; empty inside a lijst."""
    vandaag: date
    huidig: Antwoord | None = None
    voorstel: str = ""
    """The id of the keuze that Enter takes when there is no answer yet."""
    toetsen: bool = False
    """Say which keys there are: under the first question."""
    weet_niet: bool = True
    """Offer `weet ik nog niet` in a menu: not where somebody only says what to do."""
    toelichting: str = ""
    """What the stap is about, where one begins."""
    instructie: str = ""
    """How to answer, where that is not what the soort says."""


class Asker(Protocol):
    """Puts a vraag to a person and brings back an answer that fits, or what they want instead.

    Every asker may raise KeyboardInterrupt; the end of the input is `Opdracht.STOP`.
    """

    def ask(self, scherm: Scherm) -> Reactie: ...

    def tell(self, tekst: str) -> None: ...

    def confirm_saved(self, woorden: str) -> None: ...


_OPDRACHTEN = {
    "<": Opdracht.TERUG,
    "\x02": Opdracht.TERUG,
    "?": Opdracht.HULP,
    ":overzicht": Opdracht.OVERZICHT,
    ":stop": Opdracht.STOP,
    ":wis": Opdracht.WIS,
    ":oneens": Opdracht.ONEENS,
    ":editor": Opdracht.EDITOR,
}


def is_opdracht(getypt: str) -> bool:
    """Is *getypt* by itself something to do, and no answer?"""
    return getypt.lower() in (*_OPDRACHTEN, ":later")


def parse_reactie(scherm: Scherm, getypt: str) -> Reactie:
    """Return what *getypt* means as a reaction to *scherm*; raises `RefusedAnswer` when it does not fit.

    An answer that begins with a colon is typed with two.
    """
    kaal = getypt.strip(" \t\r\n")
    if kaal.lower() in _OPDRACHTEN:
        return _OPDRACHTEN[kaal.lower()]
    if kaal.startswith("::"):
        kaal = kaal[1:]
    elif kaal.startswith(":") and kaal.lower() != ":later":
        raise RefusedAnswer(spoken.ONBEKENDE_OPDRACHT)
    if scherm.huidig is not None and (not kaal or kaal.lower() == ":later"):
        return Opdracht.BEHOUD
    if not kaal and scherm.voorstel:
        return Antwoord(Stand.GEGEVEN, scherm.voorstel)
    if not kaal and scherm.vraag.soort in (Soort.KEUZE, Soort.MEERKEUZE, Soort.JA_NEE):
        raise RefusedAnswer(KEUZE_LEEG, LEEG_HINT)
    return parse_antwoord(scherm.vraag, kaal, scherm.vandaag)


def instructie(scherm: Scherm, per_soort: dict[Soort, str]) -> str:
    """Return how to answer *scherm*, in the words of an asker."""
    vraag = scherm.vraag
    delen = [scherm.instructie or per_soort[vraag.soort]]
    vrij = vraag.soort in (Soort.TEKST, Soort.LANGE_TEKST, Soort.GETAL, Soort.DATUM)
    if vrij and vraag.verplicht == "nee" and not scherm.instructie:
        delen.append("Leeg laten mag.")
    return " ".join(delen)
