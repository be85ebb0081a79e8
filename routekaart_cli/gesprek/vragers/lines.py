"""Asking in plain lines: append-only, no escape codes; safe for a screen reader, and readable from a pipe."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TextIO

from routekaart_cli.domain.in_words import WEET_NIET, in_words
from routekaart_cli.domain.routekaart import Soort
from routekaart_cli.dutch import did_you_mean
from routekaart_cli.dutch.characters import wrap
from routekaart_cli.dutch.opdrachten import spelled
from routekaart_cli.errors import InputNeeded, RefusedAnswer
from routekaart_cli.gesprek import spoken
from routekaart_cli.gesprek.vragers import asker
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish, instructie, is_wish, parse_reaction, split_off

_INSTRUCTIES = {
    Soort.TEKST: spoken.TYPE_TEKST,
    Soort.LANGE_TEKST: "Typ je antwoord, op één of meer regels. Een lege regel sluit het af.",
    Soort.JA_NEE: "Typ j voor ja of n voor nee.",
    Soort.KEUZE: "Typ een nummer, bijvoorbeeld 1.",
    Soort.MEERKEUZE: "Typ één of meer nummers, bijvoorbeeld 1\u00a03.",
    Soort.GETAL: spoken.TYPE_GETAL,
    Soort.BEDRAG: spoken.TYPE_BEDRAG,
    Soort.DATUM: spoken.TYPE_DATUM,
}
MOST_BYTES = 4095
"""A terminal passes on no more of one line (N_TTY_BUF_SIZE of Linux) and drops the rest without a word."""
MOST_REFUSED = 5
"""So many lines of a pipe may be wrong at one question: nobody is there to learn from it."""
MOST_IDLE = 1000
"""And so many may come without one answer among them: a pipe can be without end."""


class LinesAsker:
    """Asks on *out*, on a terminal at most *width* wide, and reads lines from *source*.

    *spell* fills in how the commands in a text are typed here.
    Lines from a pipe are echoed, so that the transcript can be read.
    """

    def __init__(self, source: TextIO, out: TextIO, width: int, spell: Callable[[str], str] = spelled) -> None:
        self._source = source
        self._out = out
        self._spell = spell
        self._width = width - 1 if out.isatty() else None
        self._echo = not source.isatty()
        self._idle = 0
        self._then: Wish | None = None
        """What was typed below a long text: it comes once that is saved."""

    def ask(self, turn: Turn) -> Reaction:
        if wish := self._then:
            self._then = None
            return wish
        # Before anything of this question stands there: what a person types at it, counts.
        if not self._echo and asker.drop(self._source):
            self._write(spoken.LINES_LEFT)
        self._put(turn)

        def again() -> None:
            self._put(turn)
            self._prompt()

        with contextlib.nullcontext() if self._echo else asker.shown_again(again):
            return self._listen(turn)

    def _put(self, turn: Turn) -> None:
        self._write("")
        if turn.heading:
            self._write(turn.heading)
        self._write(turn.vraag.vraag)
        for number, tekst in enumerate(self._choices(turn), 1):
            self._write(f"{number}. {tekst}")
        for number, rij in enumerate(turn.rijen, 1):
            self._write(f"{number}. {rij.text} ({', '.join(filter(None, [rij.state, rij.remark]))})")
        if turn.introduction:
            self._write(f"Over deze stap:\n{spoken.paragraphs(turn.introduction)}")
        if turn.current:
            self._write(f"{spoken.current(in_words(turn.vraag, turn.current))}. Enter houdt dit antwoord.")
        elif turn.proposal:
            self._write(f"Druk op Enter voor: {turn.vraag.text_of(turn.proposal)}.")
        short = "Typ ? voor uitleg, < voor de vorige vraag." if turn.vraag.id else "Typ ? voor uitleg."
        opdrachten = (
            (
                "Typ ? voor uitleg, < voor de vorige vraag, :later om later te antwoorden, :overzicht voor jullie "
                "antwoorden en "
                ":stop om te stoppen. Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? "
                "Typ: :oneens."
            )
            if turn.keys
            else short
        )
        self._write(f"{instructie(turn, _INSTRUCTIES)} {opdrachten}")

    def _choices(self, turn: Turn) -> list[str]:
        """Return what can be chosen by its number; last, where one may not know, that."""
        tekst = [keuze.tekst for keuze in turn.vraag.keuzes]
        return [*tekst, WEET_NIET] if tekst and turn.can_be_unknown else tekst

    def _prompt(self) -> None:
        self._out.write("> ")
        self._out.flush()

    def _listen(self, turn: Turn) -> Reaction:
        """Return what is answered to *turn*, which stands there; raises `InputNeeded` when a pipe does not know how."""
        refused = 0
        while True:
            try:
                text = self._read_answer(turn)
                text, then = split_off(turn, text) if text is not None else (None, None)
                choices = self._choices(turn)
                if text and choices[-1:] == [WEET_NIET] and text.strip().rstrip(".") == str(len(choices)):
                    text = WEET_NIET
                reaction = Wish.STOP if text is None else parse_reaction(turn, text)
            except RefusedAnswer as refusal:
                hint = self._refuse(turn, refusal)
                refused += 1
                if self._echo and refused == MOST_REFUSED:
                    message = f"Vijf antwoorden achter elkaar pasten niet bij de vraag: {turn.vraag.vraag}"
                    raise InputNeeded(message, f"{hint} Alles ervoor is bewaard.".strip()) from None
            else:
                self._then = then
                return reaction

    def tell(self, text: str) -> None:
        self._write(text)

    def confirm_saved(self, words: str) -> None:
        self._idle = 0
        self._write(spoken.stored(words))

    def _refuse(self, turn: Turn, refusal: RefusedAnswer) -> str:
        """Say why an answer to *turn* is refused; return what it can be."""
        hint = refusal.hint
        if turn.vraag.keuzes:  # here they have numbers, and their ids are nowhere to be seen
            hint = f"{did_you_mean(refusal.meant)}{spoken.number_hint(len(self._choices(turn)))}"
        self._write(f"{refusal.message} {hint}".rstrip())
        return hint

    def _read_answer(self, turn: Turn) -> str | None:
        """Read what a person types: one line, or for a long text lines up to an empty one. A pipe has one line each."""
        text = self._read()
        if self._echo or text is None or turn.vraag.soort is not Soort.LANGE_TEKST:
            return text
        if not text.strip() or is_wish(text.strip()):
            return text
        while (line := self._read()) and line.strip():
            text += line
            if split_off(turn, text)[1]:
                break
        return text

    def _read(self) -> str | None:
        self._prompt()
        self._idle += 1
        if self._echo and self._idle > MOST_IDLE:
            raise InputNeeded("Er komen regels binnen, maar geen antwoorden.", "Kijk na wat er uit de pijp komt.")
        try:
            line = self._source.readline()
        except KeyboardInterrupt:  # what is said next stands on a line of its own
            self._write("")
            raise
        if not line:
            self._write("")
            return None
        if self._echo:
            self._write(line.rstrip("\r\n"))
        elif len(line.encode()) >= MOST_BYTES:
            raise RefusedAnswer(
                "Deze regel is te lang voor de terminal. Daarom is er niets bewaard.",
                "Typ je antwoord korter. Bij een lang antwoord kun je ook meer regels typen, of kies :editor.",
            )
        return line

    def _write(self, text: str) -> None:
        self._out.write(f"{wrap(self._spell(text), self._width)}\n")
        self._out.flush()
