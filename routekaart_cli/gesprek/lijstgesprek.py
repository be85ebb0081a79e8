"""A lijst in the conversation: ordinary vragen about what to do and about each field; every field is saved at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand
from routekaart_cli.domain.in_words import record_in_words, records, waarde_in_words
from routekaart_cli.domain.routekaart import Keuze, Soort, Verplicht, Vraag
from routekaart_cli.domain.vaste_vragen import MENSEN
from routekaart_cli.dutch import bedragen, enumeration, sentence
from routekaart_cli.gesprek import spoken
from routekaart_cli.gesprek.tafel import AT_A_VRAAG, Tafel
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish

_REMOVE = "Iets weghalen"


@dataclass
class LijstGesprek:
    """Asks the vraag of *turn*, a lijst, at *tafel*.

    Another window can add and take out records at every save, so a record is found again by what it says.
    """

    tafel: Tafel
    turn: Turn

    def run(self) -> Reaction:
        """Return KEEP when the list is as wanted (its records are saved already), or what is wanted instead.

        Raises `Stopped`.
        """
        added = several = False
        while True:
            now = self._records()
            if now:
                lines = [f"  {n}. {record_in_words(self.turn.vraag, r)}" for n, r in enumerate(now, 1)]
                self.tafel.tell("\n".join([*lines, *totals(self.turn.vraag, now)]))
            reaction = self.tafel.ask(
                self.turn._replace(
                    vraag=self._menu(now),
                    current=None,
                    proposal="erbij" if (added or not self._answered) and not several else "klaar",
                    heading="" if added else self.turn.heading,
                    can_be_unknown=not now,
                ),
                AT_A_VRAAG,
            )
            self.turn = self.turn._replace(introduction="", keys=False)
            if not isinstance(reaction, Antwoord):
                return reaction
            if reaction.stand is not Stand.GEGEVEN:
                return Wish.KEEP if now else reaction
            match reaction.waarde:
                case "klaar":
                    return Wish.KEEP if self._answered else Antwoord(Stand.LEEG)
                case "volgorde":
                    self._move(now)
                    continue
                case "weghalen":
                    self._take_out(now)
                    continue
                case "veranderen":
                    index = self._which_row(now, "Welke wil je veranderen?")
                case _:
                    index = len(now)
            added = True
            several = index is not None and self._record(index)

    @property
    def _answered(self) -> bool:
        return self.turn.vraag.id in self.tafel.antwoorden

    def _records(self) -> tuple[Record, ...]:
        """Return the records so far. What somebody wrote as text, or in several opinions, becomes records too."""
        antwoord = self.tafel.antwoorden.get(self.turn.vraag.id)
        if antwoord is None:
            return ()
        found = [*records(self.turn.vraag, antwoord.waarde)]
        for side in antwoord.alternatieven:
            found += [record for record in records(self.turn.vraag, side.waarde) if record not in found]
        return tuple(found)

    def _menu(self, now: tuple[Record, ...]) -> Vraag:
        keuzes = [
            Keuze("erbij", "Nog iets toevoegen" if now else "Toevoegen"),
            Keuze("klaar", "De lijst is klaar" if now else spoken.LEAVE_IT if self._answered else "Overslaan"),
        ]
        if now:
            keuzes += [Keuze("veranderen", "Iets veranderen"), Keuze("weghalen", _REMOVE)]
        if now[1:]:
            keuzes.append(Keuze("volgorde", "De volgorde veranderen"))
        return self.turn.vraag._replace(soort=Soort.KEUZE, keuzes=tuple(keuzes))

    def _take_out(self, now: tuple[Record, ...]) -> None:
        """Take one record out."""
        index = self._which_row(now, "Welke wil je weghalen?")
        if index is not None:
            self._save((*now[:index], *now[index + 1 :]))
            self.tafel.tell(sentence(f"Weggehaald: {record_in_words(self.turn.vraag, now[index])}"))

    def _move(self, now: tuple[Record, ...]) -> None:
        """Put one record in another place."""
        index = self._which_row(now, "Welke wil je verplaatsen?")
        if index is None:
            return
        rest = (*now[:index], *now[index + 1 :])
        spots = ["Bovenaan", *(f"Onder {record_in_words(self.turn.vraag, r)}" for r in rest)]
        spot = self._choose(spots, "Waar moet het komen?")
        if spot is not None:
            self._save((*rest[:spot], now[index], *rest[spot:]))

    def _which_row(self, now: tuple[Record, ...], text: str) -> int | None:
        """Return which record is meant, or None when somebody goes back."""
        return self._choose([record_in_words(self.turn.vraag, record) for record in now], text)

    def _choose(self, texts: Sequence[str], text: str) -> int | None:
        """Return which of *texts* is chosen, or None when somebody goes back."""
        keuzes = tuple(Keuze(f"k{n}", words) for n, words in enumerate(texts))
        vraag = Vraag(
            "",
            self.turn.vraag.kort,
            text,
            Soort.KEUZE,
            "Kies er een uit de lijst. Met < ga je terug zonder iets te veranderen.",
            keuzes=keuzes,
        )
        chosen = self.tafel.choose(vraag, (Wish.BACK,))
        return int(chosen[1:]) if chosen else None

    def _record(self, start: int) -> bool:
        """Ask the fields of record *start* one by one; back goes to the field before, from the first to the menu.

        The first field is what a record is called: it can be changed, but not taken away. Return whether several
        people were named at once: then there are seldom more.
        """
        is_new = start >= len(self._records())
        velden = [veld for veld in self.turn.vraag.velden if not (is_new and veld.achteraf)]
        index: int | None = start
        spot = 0
        while index is not None and 0 <= spot < len(velden):
            now = self._records()
            record = now[index] if index < len(now) else {}
            veld = velden[spot]._replace(
                verplicht=Verplicht.NEE if spot else Verplicht.JA,
                waarom=velden[spot].waarom or self.turn.vraag.waarom,
            )
            given = record.get(veld.id)
            current = Antwoord(Stand.GEGEVEN, given) if given else None
            # Elsewhere a name with `en` in it can be one: a club, a company.
            several = is_new and spot == 0 and self.turn.vraag.id == MENSEN
            turn = self.tafel.with_offer(Turn(veld, "", self.turn.today, current))
            if several:
                turn = turn._replace(instruction="Typ een naam. Meer mensen? Zet er een komma tussen.")
            reaction = self.tafel.ask(turn, (Wish.BACK, Wish.CLEAR))
            match reaction:
                case Wish.BACK:
                    spot -= 1
                case Wish.CLEAR if spot == 0:
                    self.tafel.tell(f"Dit kan niet leeg. Weghalen kan in de lijst, met: {_REMOVE}.")
                case Wish.CLEAR if given:
                    index = self._put(index, {name: waarde for name, waarde in record.items() if name != veld.id})
                    self.tafel.tell(spoken.CLEARED)
                case Wish.CLEAR:
                    self.tafel.tell(spoken.NOTHING_TO_CLEAR)
                case Antwoord(stand=Stand.GEGEVEN, waarde=waarde) if several and (names := _names(str(waarde)))[1:]:
                    self._save((*self._records(), *({veld.id: name} for name in names)))
                    self.tafel.asker.confirm_saved(enumeration(names))
                    return True
                case Antwoord(stand=Stand.GEGEVEN, waarde=waarde):
                    index = self._put(index, {**record, veld.id: str(waarde)})
                    self.tafel.asker.confirm_saved(waarde_in_words(veld, waarde))
                    spot += 1
                case Antwoord() if spot == 0:
                    return False
                case _:
                    spot += 1
        return False

    def _put(self, index: int, record: Record) -> int | None:
        """Save *record* as number *index* of those there are; return which number it has then, None when it is gone."""
        now = self._records()
        self._save((*now[:index], record, *now[index + 1 :]))
        spots = [spot for spot, other in enumerate(self._records()) if other == record]
        return min(spots, key=lambda spot: abs(spot - index), default=None)

    def _save(self, new: tuple[Record, ...]) -> None:
        self.tafel.werk.answer(self.turn.vraag, Antwoord(Stand.GEGEVEN, new) if new else Antwoord(Stand.LEEG))


def totals(vraag: Vraag, rows: Sequence[Record]) -> Iterator[str]:
    """Yield for each veld with amounts how much the *rows* of *vraag* are together; one alone says it itself."""
    for veld in vraag.velden:
        if veld.soort is Soort.BEDRAG:
            known = [amount for row in rows if (amount := bedragen.amount(row.get(veld.id, ""))) is not None]
            if known[1:]:
                yield f"  Samen: {bedragen.in_euros(sum(known))}"


def _names(text: str) -> list[str]:
    """Return the people that *text* names: `Fatima, Ravi en Tom`."""
    return [name.strip() for name in re.split(r"[,;\n]|\s+en\s+", text) if name.strip()]
