"""Asking in plain lines: append-only, no escape codes; safe for a screen reader, and readable from a pipe."""

from __future__ import annotations

from typing import TextIO

from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import did_you_mean
from routekaart_cli.dutch.characters import vouw
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek import spoken
from routekaart_cli.gesprek.vragers import pending
from routekaart_cli.gesprek.vragers.asker import Opdracht, Reactie, Scherm, instructie, is_opdracht, parse_reactie

_INSTRUCTIES = {
    Soort.TEKST: spoken.TYP_TEKST,
    Soort.LANGE_TEKST: "Typ je antwoord, op een of meer regels. Een lege regel sluit het af.",
    Soort.JA_NEE: "Typ j voor ja of n voor nee.",
    Soort.KEUZE: "Typ een nummer, bijvoorbeeld 1.",
    Soort.MEERKEUZE: "Typ een of meer nummers, bijvoorbeeld 1\u00a03.",
    Soort.GETAL: spoken.TYP_GETAL,
    Soort.DATUM: spoken.TYP_DATUM,
}
MEESTE_BYTES = 4095
"""A terminal passes on no more of one line (N_TTY_BUF_SIZE of Linux) and drops the rest without a word."""


class LinesAsker:
    """Asks on *uit*, on a terminal at most *breedte* wide, and reads lines from *invoer*.

    Lines from a pipe are echoed, so that the transcript can be read.
    """

    def __init__(self, invoer: TextIO, uit: TextIO, breedte: int) -> None:
        self._invoer = invoer
        self._uit = uit
        self._breedte = breedte - 1 if uit.isatty() else None
        self._echo = not invoer.isatty()

    def ask(self, scherm: Scherm) -> Reactie:
        # Before anything of this question stands there: what a person types at it, counts.
        if not self._echo and pending.drop(self._invoer):
            self._write(spoken.REGELS_OVER)
        self._write("")
        if scherm.kop:
            self._write(scherm.kop)
        self._write(scherm.vraag.vraag)
        for nummer, keuze in enumerate(scherm.vraag.keuzes, 1):
            self._write(f"{nummer}. {keuze.tekst}")
        if scherm.toelichting:
            self._write(f"Over deze stap:\n{spoken.alineas(scherm.toelichting)}")
        if scherm.huidig:
            self._write(f"{spoken.huidig(woorden(scherm.vraag, scherm.huidig))}. Enter houdt dit antwoord.")
        elif scherm.voorstel:
            self._write(f"Alleen Enter kiest: {scherm.vraag.tekst_van(scherm.voorstel)}.")
        kort = "Typ ? voor uitleg, < voor de vorige vraag." if scherm.vraag.id else "Typ ? voor uitleg."
        opdrachten = (
            (
                "Typ ? voor uitleg, < voor de vorige vraag, :later om later te antwoorden, :overzicht voor jullie "
                "antwoorden en "
                ":stop om te stoppen. Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? "
                "Typ: :oneens."
            )
            if scherm.toetsen
            else kort
        )
        self._write(f"{instructie(scherm, _INSTRUCTIES)} {opdrachten}")
        while True:
            try:
                tekst = self._read_answer(scherm)
                return Opdracht.STOP if tekst is None else parse_reactie(scherm, tekst)
            except RefusedAnswer as geweigerd:
                self._refuse(scherm.vraag, geweigerd)

    def tell(self, tekst: str) -> None:
        self._write(tekst)

    def confirm_saved(self, woorden: str) -> None:
        self._write(spoken.bewaard(woorden))

    def _refuse(self, vraag: Vraag, geweigerd: RefusedAnswer) -> None:
        hint = geweigerd.hint
        if vraag.keuzes:  # here they have numbers, and their ids are nowhere to be seen
            hint = f"{did_you_mean(geweigerd.bedoeld)}{spoken.nummer_hint(len(vraag.keuzes))}"
        self._write(f"{geweigerd.message} {hint}".rstrip())

    def _read_answer(self, scherm: Scherm) -> str | None:
        """Read what a person types: one line, or for a long text lines up to an empty one. A pipe has one line each."""
        tekst = self._read()
        if self._echo or tekst is None or scherm.vraag.soort is not Soort.LANGE_TEKST:
            return tekst
        if not tekst.strip() or is_opdracht(tekst.strip()):
            return tekst
        while (regel := self._read()) and regel.strip():
            tekst += regel
        return tekst

    def _read(self) -> str | None:
        self._uit.write("> ")
        self._uit.flush()
        try:
            regel = self._invoer.readline()
        except KeyboardInterrupt:  # what is said next stands on a line of its own
            self._write("")
            raise
        if not regel:
            self._write("")
            return None
        if self._echo:
            self._write(regel.rstrip("\r\n"))
        elif len(regel.encode()) >= MEESTE_BYTES:
            raise RefusedAnswer(
                "Deze regel is te lang voor de terminal. Daarom is er niets bewaard.",
                "Typ je antwoord korter. Bij een lang antwoord kun je ook meer regels typen, of kies :editor.",
            )
        return regel

    def _write(self, tekst: str) -> None:
        self._uit.write(f"{vouw(tekst, self._breedte)}\n")
        self._uit.flush()
