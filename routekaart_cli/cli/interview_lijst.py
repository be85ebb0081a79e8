"""A lijst in the conversation: ordinary vragen about what to do and about each field; every field is saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routekaart_cli.antwoorden import record_woorden, records, waarde_woorden
from routekaart_cli.cli.project import Werk
from routekaart_cli.model import Antwoord, Keuze, Record, Soort, Stand, Verplicht, Vraag
from routekaart_cli.prompts import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.texts import gesprek


@dataclass
class LijstGesprek:
    """Asks the vraag of *scherm*, a lijst, through *asker*."""

    werk: Werk
    asker: Asker
    scherm: Scherm

    def run(self) -> Reactie:
        """Return BEHOUD when the list is as wanted (its records are saved already), or what is wanted instead."""
        toegevoegd = False
        while True:
            nu = self._records()
            if nu:
                regels = [gesprek.lijst_deel(n, record_woorden(self.scherm.vraag, r)) for n, r in enumerate(nu, 1)]
                self.asker.tell("\n".join(regels))
            reactie = self.asker.ask(
                self.scherm._replace(
                    vraag=self._menu(nu),
                    huidig=None,
                    voorstel="erbij" if toegevoegd or not self._beantwoord else "klaar",
                    kop="" if toegevoegd else self.scherm.kop,
                )
            )
            if not isinstance(reactie, Antwoord):
                return reactie
            if reactie.stand is not Stand.GEGEVEN:
                return Opdracht.BEHOUD if nu else reactie
            match reactie.waarde:
                case "klaar":
                    return Opdracht.BEHOUD if self._beantwoord else Antwoord(Stand.LEEG)
                case "erbij":
                    index: int | None = len(nu)
                case "veranderen":
                    index = self._welke(nu, gesprek.LIJST_WELKE_WIJZIGEN)
                case "volgorde":
                    self._verplaats(nu)
                    continue
                case _:
                    self._haal_weg(nu)
                    continue
            toegevoegd = True
            if index is not None and (weg := self._record(index)):
                return weg

    @property
    def _beantwoord(self) -> bool:
        return self.scherm.vraag.id in self.werk.project.antwoorden

    def _records(self) -> tuple[Record, ...]:
        """Return the records so far. What somebody wrote as text, or in several opinions, becomes records too."""
        antwoord = self.werk.project.antwoorden.get(self.scherm.vraag.id)
        waarden = [antwoord.waarde, *(kant.waarde for kant in antwoord.alternatieven)] if antwoord else []
        gevonden: list[Record] = []
        for record in (record for waarde in waarden for record in records(self.scherm.vraag, waarde)):
            if record not in gevonden:
                gevonden.append(record)
        return tuple(gevonden)

    def _menu(self, nu: tuple[Record, ...]) -> Vraag:
        keuzes = [
            Keuze("erbij", gesprek.LIJST_ERBIJ if nu else gesprek.LIJST_EERSTE),
            Keuze("klaar", gesprek.LIJST_KLAAR if nu else self._niets),
        ]
        if nu:
            keuzes += [Keuze("veranderen", gesprek.LIJST_WIJZIGEN), Keuze("weghalen", gesprek.LIJST_WEG)]
        if nu[1:]:
            keuzes.append(Keuze("volgorde", gesprek.LIJST_VOLGORDE))
        return self.scherm.vraag._replace(soort=Soort.KEUZE, keuzes=tuple(keuzes))

    @property
    def _niets(self) -> str:
        return gesprek.LAAT_ZO if self._beantwoord else gesprek.LIJST_OVERSLAAN

    def _haal_weg(self, nu: tuple[Record, ...]) -> None:
        """Take one record out."""
        index = self._welke(nu, gesprek.LIJST_WELKE_WEG)
        if index is not None:
            self._save((*nu[:index], *nu[index + 1 :]))
            self.asker.tell(gesprek.weggehaald(record_woorden(self.scherm.vraag, nu[index])))

    def _verplaats(self, nu: tuple[Record, ...]) -> None:
        """Put one record in another place."""
        index = self._welke(nu, gesprek.LIJST_WELKE_VERPLAATSEN)
        if index is None:
            return
        rest = (*nu[:index], *nu[index + 1 :])
        plekken = [gesprek.LIJST_BOVENAAN, *(gesprek.lijst_na(record_woorden(self.scherm.vraag, r)) for r in rest)]
        plek = self._kies(plekken, gesprek.LIJST_WAARHEEN)
        if plek is not None:
            self._save((*rest[:plek], nu[index], *rest[plek:]))

    def _welke(self, nu: tuple[Record, ...], tekst: str) -> int | None:
        """Return which record is meant, or None when somebody goes back."""
        return self._kies([record_woorden(self.scherm.vraag, record) for record in nu], tekst)

    def _kies(self, teksten: Sequence[str], tekst: str) -> int | None:
        """Return which of *teksten* is chosen, or None when somebody goes back."""
        namen = tuple(Keuze(f"k{n}", woorden) for n, woorden in enumerate(teksten))
        vraag = Vraag(self.scherm.vraag.id, self.scherm.vraag.kort, tekst, Soort.KEUZE, keuzes=namen)
        reactie = self.asker.ask(Scherm(vraag, "", self.scherm.vandaag, weet_niet=False))
        return int(str(reactie.waarde)[1:]) if isinstance(reactie, Antwoord) and reactie.waarde else None

    def _record(self, index: int) -> Opdracht | None:
        """Ask the fields of record *index* one by one; back goes to the field before, from the first to the menu."""
        velden = self.scherm.vraag.velden
        plek = 0
        while 0 <= plek < len(velden):
            nu = self._records()
            record = nu[index] if index < len(nu) else {}
            veld = velden[plek]._replace(verplicht=Verplicht.JA if plek == 0 else Verplicht.NEE)
            gegeven = record.get(veld.id)
            huidig = Antwoord(Stand.GEGEVEN, gegeven) if gegeven else None
            match self.asker.ask(Scherm(veld, "", self.scherm.vandaag, huidig)):
                case Opdracht.STOP | Opdracht.OVERZICHT as weg:
                    return weg
                case (Opdracht.TERUG | Opdracht.BEHOUD) as stap:
                    plek += 1 if stap is Opdracht.BEHOUD else -1
                case Opdracht.HULP:
                    self.asker.tell(veld.waarom or self.scherm.vraag.waarom or gesprek.GEEN_UITLEG)
                case Opdracht.WIS:
                    if self._clear(index, veld) is None:
                        return None
                case Antwoord() as antwoord:
                    if antwoord.stand is Stand.GEGEVEN:
                        self._save((*nu[:index], {**record, veld.id: str(antwoord.waarde)}, *nu[index + 1 :]))
                        self.asker.confirm_saved(waarde_woorden(veld, antwoord.waarde))
                    elif plek == 0:
                        return None
                    plek += 1
        return None

    def _clear(self, index: int, veld: Vraag) -> Record | None:
        """Take *veld* of record *index* away; return what is left, or None when the whole record is gone with it.

        Then the next record has its number, and nothing more may be asked about this one.
        """
        nu = self._records()
        if index >= len(nu):
            return None
        over = {naam: waarde for naam, waarde in nu[index].items() if naam != veld.id}
        self._save((*nu[:index], *([over] if over else []), *nu[index + 1 :]))
        return over or None

    def _save(self, nieuw: tuple[Record, ...]) -> None:
        self.werk.answer(self.scherm.vraag, Antwoord(Stand.GEGEVEN, nieuw) if nieuw else Antwoord(Stand.LEEG))
