"""A lijst in the conversation: ordinary vragen about what to do and about each field; every field is saved at once."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand
from routekaart_cli.domain.in_words import record_woorden, records, waarde_woorden
from routekaart_cli.domain.routekaart import Keuze, Soort, Verplicht, Vraag
from routekaart_cli.dutch import sentence
from routekaart_cli.gesprek import spoken, tafel
from routekaart_cli.gesprek.vragers.asker import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.gesprek.werk import Werk

_LIJST_WEG = "Iets weghalen"


@dataclass
class LijstGesprek:
    """Asks the vraag of *scherm*, a lijst, through *asker*.

    Another window can add and take out records at every save, so a record is found again by what it says.
    """

    werk: Werk
    asker: Asker
    scherm: Scherm

    def run(self) -> Reactie:
        """Return BEHOUD when the list is as wanted (its records are saved already), or what is wanted instead.

        Raises `Gestopt`.
        """
        toegevoegd = False
        while True:
            nu = self._records()
            if nu:
                regels = [f"  {n}. {record_woorden(self.scherm.vraag, r)}" for n, r in enumerate(nu, 1)]
                self.asker.tell("\n".join(regels))
            reactie = self._ask(
                self.scherm._replace(
                    vraag=self._menu(nu),
                    huidig=None,
                    voorstel="erbij" if toegevoegd or not self._beantwoord else "klaar",
                    kop="" if toegevoegd else self.scherm.kop,
                    weet_niet=not nu,
                ),
                tafel.BIJ_EEN_VRAAG,
            )
            self.scherm = self.scherm._replace(toelichting="", toetsen=False)
            if not isinstance(reactie, Antwoord):
                return reactie
            if reactie.stand is not Stand.GEGEVEN:
                return Opdracht.BEHOUD if nu else reactie
            match reactie.waarde:
                case "klaar":
                    return Opdracht.BEHOUD if self._beantwoord else Antwoord(Stand.LEEG)
                case "volgorde":
                    self._verplaats(nu)
                    continue
                case "weghalen":
                    self._haal_weg(nu)
                    continue
                case "veranderen":
                    index = self._welke(nu, "Welke wil je veranderen?")
                case _:
                    index = len(nu)
            toegevoegd = True
            if index is not None:
                self._record(index)

    @property
    def _beantwoord(self) -> bool:
        return self.scherm.vraag.id in self.werk.project.antwoorden

    def _records(self) -> tuple[Record, ...]:
        """Return the records so far. What somebody wrote as text, or in several opinions, becomes records too."""
        antwoord = self.werk.project.antwoorden.get(self.scherm.vraag.id)
        if antwoord is None:
            return ()
        gevonden = [*records(self.scherm.vraag, antwoord.waarde)]
        for kant in antwoord.alternatieven:
            gevonden += [record for record in records(self.scherm.vraag, kant.waarde) if record not in gevonden]
        return tuple(gevonden)

    def _menu(self, nu: tuple[Record, ...]) -> Vraag:
        keuzes = [
            Keuze("erbij", "Nog iets toevoegen" if nu else "Toevoegen"),
            Keuze("klaar", "De lijst is klaar" if nu else self._niets),
        ]
        if nu:
            keuzes += [Keuze("veranderen", "Iets veranderen"), Keuze("weghalen", _LIJST_WEG)]
        if nu[1:]:
            keuzes.append(Keuze("volgorde", "De volgorde veranderen"))
        return self.scherm.vraag._replace(soort=Soort.KEUZE, keuzes=tuple(keuzes))

    @property
    def _niets(self) -> str:
        return spoken.LAAT_ZO if self._beantwoord else "Overslaan"

    def _haal_weg(self, nu: tuple[Record, ...]) -> None:
        """Take one record out."""
        index = self._welke(nu, "Welke wil je weghalen?")
        if index is not None:
            self._save((*nu[:index], *nu[index + 1 :]))
            self.asker.tell(sentence(f"Weggehaald: {record_woorden(self.scherm.vraag, nu[index])}"))

    def _verplaats(self, nu: tuple[Record, ...]) -> None:
        """Put one record in another place."""
        index = self._welke(nu, "Welke wil je verplaatsen?")
        if index is None:
            return
        rest = (*nu[:index], *nu[index + 1 :])
        plekken = ["Bovenaan", *(f"Onder {record_woorden(self.scherm.vraag, r)}" for r in rest)]
        plek = self._kies(plekken, "Waar moet het komen?")
        if plek is not None:
            self._save((*rest[:plek], nu[index], *rest[plek:]))

    def _welke(self, nu: tuple[Record, ...], tekst: str) -> int | None:
        """Return which record is meant, or None when somebody goes back."""
        return self._kies([record_woorden(self.scherm.vraag, record) for record in nu], tekst)

    def _kies(self, teksten: Sequence[str], tekst: str) -> int | None:
        """Return which of *teksten* is chosen, or None when somebody goes back."""
        keuzes = tuple(Keuze(f"k{n}", woorden) for n, woorden in enumerate(teksten))
        vraag = Vraag(
            "",
            self.scherm.vraag.kort,
            tekst,
            Soort.KEUZE,
            "Kies er een uit de lijst. Met < ga je terug zonder iets te veranderen.",
            keuzes=keuzes,
        )
        match self._ask(Scherm(vraag, "", self.scherm.vandaag, weet_niet=False), (Opdracht.TERUG,)):
            case Antwoord(waarde=str() as gekozen):
                return int(gekozen[1:])
        return None

    def _record(self, start: int) -> None:
        """Ask the fields of record *start* one by one; back goes to the field before, from the first to the menu.

        The first field is what a record is called: it can be changed, but not taken away.
        """
        velden = self.scherm.vraag.velden
        index: int | None = start
        plek = 0
        while index is not None and 0 <= plek < len(velden):
            nu = self._records()
            record = nu[index] if index < len(nu) else {}
            veld = velden[plek]._replace(
                verplicht=Verplicht.NEE if plek else Verplicht.JA,
                waarom=velden[plek].waarom or self.scherm.vraag.waarom,
            )
            gegeven = record.get(veld.id)
            huidig = Antwoord(Stand.GEGEVEN, gegeven) if gegeven else None
            reactie = self._ask(Scherm(veld, "", self.scherm.vandaag, huidig), (Opdracht.TERUG, Opdracht.WIS))
            match reactie:
                case Opdracht.TERUG:
                    plek -= 1
                case Opdracht.WIS if plek == 0:
                    self.asker.tell(f"Dit kan niet leeg. Weghalen kan in de lijst, met: {_LIJST_WEG}.")
                case Opdracht.WIS if gegeven:
                    index = self._put(index, {naam: waarde for naam, waarde in record.items() if naam != veld.id})
                    self.asker.tell(spoken.GEWIST)
                case Opdracht.WIS:
                    self.asker.tell(spoken.NIETS_TE_WISSEN)
                case Antwoord(stand=Stand.GEGEVEN, waarde=waarde):
                    index = self._put(index, {**record, veld.id: str(waarde)})
                    self.asker.confirm_saved(waarde_woorden(veld, waarde))
                    plek += 1
                case Antwoord() if plek == 0:
                    return
                case _:
                    plek += 1

    def _put(self, index: int, record: Record) -> int | None:
        """Save *record* as number *index* of those there are; return which number it has then, None when it is gone."""
        nu = self._records()
        self._save((*nu[:index], record, *nu[index + 1 :]))
        plekken = [plek for plek, ander in enumerate(self._records()) if ander == record]
        return min(plekken, key=lambda plek: abs(plek - index), default=None)

    def _ask(self, scherm: Scherm, zelf: Container[Opdracht]) -> Reactie:
        return tafel.ask(self.werk.env, self.asker, scherm, self.werk.project.antwoorden, zelf)

    def _save(self, nieuw: tuple[Record, ...]) -> None:
        self.werk.answer(self.scherm.vraag, Antwoord(Stand.GEGEVEN, nieuw) if nieuw else Antwoord(Stand.LEEG))
