"""What is in the action plan: from the overview of a project to the data that a template uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from routekaart_cli import voortgang
from routekaart_cli.antwoorden import record_woorden, records, waarde_woorden, woorden
from routekaart_cli.datums import kort
from routekaart_cli.intake import past
from routekaart_cli.model import (
    Antwoord,
    Bron,
    Contact,
    Fase,
    Federatie,
    Intake,
    Koepel,
    Loket,
    Routekaart,
    Soort,
    Stand,
    Stap,
    Status,
    Tip,
    Voorbeeld,
    Vraag,
)  # fmt: skip
from routekaart_cli.texts import klein, schermen
from routekaart_cli.voortgang import Overzicht


@dataclass(frozen=True, slots=True)
class Veld:
    """One answer: its label, and a text, several chosen texts, or a table."""

    kort: str
    tekst: str = ""
    punten: tuple[str, ...] = ()
    kolommen: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanHoofdstuk:
    titel: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True)
class PlanStap:
    nummer: str
    titel: str
    status: str
    """In words."""
    klaar: bool
    nodig: bool
    """False when the stap does not fit this wijk."""
    wie: str
    wanneer: str
    notitie: str
    velden: tuple[Veld, ...]
    elders: tuple[str, ...]
    """The titles of the chapters that hold its other answers."""


@dataclass(frozen=True, slots=True)
class PlanFase:
    naam: str
    uitkomst: str
    klaar: int
    bezig: int
    te_doen: int
    stappen: tuple[PlanStap, ...]


@dataclass(frozen=True, slots=True)
class PlanActie:
    nummer: str
    titel: str
    wie: str
    wanneer: str
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Passend:
    """A tip or voorbeeld, with the reason why it is in this plan."""

    titel: str
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True)
class OpenPunt:
    kort: str
    vraag: str
    waar: str
    hoe: str
    """Not known yet, put off, no agreement (with what was said), or not answered."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a template of the action plan can use; described in `content/sjablonen/LEESMIJ.md`."""

    titel: str
    datum: str
    wijk: str
    gemeente: str
    provincie: str
    groep: str
    woningen: str
    doel: str
    fase: str
    fase_reden: str
    stappen: int
    stappen_klaar: int
    stappen_bezig: int
    fasen: tuple[PlanFase, ...]
    acties: tuple[PlanActie, ...]
    hoofdstukken: tuple[PlanHoofdstuk, ...]
    tips: tuple[Passend, ...]
    voorbeelden: tuple[Passend, ...]
    open_punten: tuple[OpenPunt, ...]
    woordvoerder: str
    federatie: Federatie | None
    loketten: tuple[Loket, ...]
    koepel: Koepel
    bron: Bron


def build(routekaart: Routekaart, intake: Intake, contact: Contact, overzicht: Overzicht, vandaag: date) -> Plan:
    """Return the plan of the group in *overzicht*, on the day *vandaag*. Every answer that counts is in it once."""
    return _Bouwer(routekaart, intake, contact, overzicht, vandaag).plan()


class _Bouwer:
    def __init__(
        self, routekaart: Routekaart, intake: Intake, contact: Contact, overzicht: Overzicht, vandaag: date
    ) -> None:
        self.routekaart = routekaart
        self.intake = intake
        self.contact = contact
        self.overzicht = overzicht
        self.vandaag = vandaag
        self.antwoorden = overzicht.antwoorden
        self.vragen = {
            vraag.id: vraag for vraag in (*intake.vragen, *(v for fase in overzicht.alles for v in fase.vragen))
        }
        self.hoofdstuktitels = {hoofdstuk.id: hoofdstuk.titel for hoofdstuk in routekaart.hoofdstukken}

    def plan(self) -> Plan:
        overzicht, huidig = self.overzicht, self.overzicht.huidig
        fasen = tuple(self._fase(fase) for fase in overzicht.alles)
        provincie = voortgang.tekst_van(self.antwoorden.get("wijk.provincie"))
        return Plan(
            titel=self.routekaart.titel,
            datum=kort(self.vandaag),
            wijk=self._woorden("wijk.naam"),
            gemeente=self._woorden("wijk.gemeente"),
            provincie=self._woorden("wijk.provincie"),
            groep=self._woorden("groep.naam"),
            woningen=self._woorden("wijk.woningen"),
            doel=self._woorden("groep.doel"),
            fase=schermen.fase_zin(huidig.nummer, huidig.titel),
            fase_reden=overzicht.advies,
            stappen=sum(len(fase.stappen) for fase in overzicht.fasen),
            stappen_klaar=sum(fase.klaar for fase in fasen[: len(overzicht.fasen)]),
            stappen_bezig=sum(fase.bezig for fase in fasen[: len(overzicht.fasen)]),
            fasen=fasen,
            acties=tuple(self._actie(actie) for actie in overzicht.acties),
            hoofdstukken=self._hoofdstukken(),
            tips=tuple(self._passend([(tip, tip.tekst) for fase in overzicht.alles for tip in fase.tips])),
            voorbeelden=tuple(
                self._passend([(deel, deel.kern) for fase in overzicht.alles for deel in fase.voorbeelden])
            ),
            open_punten=tuple(self._open_punt(vraag) for vraag in overzicht.open_punten),
            woordvoerder=self._woorden("groep.woordvoerder"),
            federatie=next((deel for deel in self.contact.federaties if deel.provincie == provincie), None),
            loketten=tuple(deel for deel in self.contact.loketten if deel.provincie == provincie),
            koepel=self.contact.koepel,
            bron=self.routekaart.bron,
        )

    def _gegeven(self, vraag: Vraag) -> Antwoord | None:
        antwoord = self.antwoorden.get(vraag.id)
        return antwoord if antwoord and antwoord.stand is Stand.GEGEVEN else None

    def _woorden(self, vraag_id: str) -> str:
        vraag = self.vragen.get(vraag_id)
        antwoord = self._gegeven(vraag) if vraag else None
        return woorden(vraag, antwoord) if vraag and antwoord else ""

    def _hoofdstukken(self) -> tuple[PlanHoofdstuk, ...]:
        gevuld = (
            PlanHoofdstuk(
                hoofdstuk.titel,
                tuple(
                    _veld(vraag, antwoord)
                    for vraag in self.vragen.values()
                    if vraag.hoofdstuk == hoofdstuk.id and (antwoord := self._gegeven(vraag))
                ),
            )
            for hoofdstuk in self.routekaart.hoofdstukken
        )
        return tuple(hoofdstuk for hoofdstuk in gevuld if hoofdstuk.velden)

    def _fase(self, fase: Fase) -> PlanFase:
        tellen = voortgang.tellen(fase, self.antwoorden)
        return PlanFase(
            naam=schermen.fase_titel(fase.nummer, fase.titel),
            uitkomst=fase.uitkomst,
            klaar=tellen[Status.KLAAR],
            bezig=tellen[Status.BEZIG],
            te_doen=tellen[Status.NIET_BEGONNEN],
            stappen=tuple(self._stap(stap) for stap in fase.stappen),
        )

    def _stap(self, stap: Stap) -> PlanStap:
        status = voortgang.status(stap, self.antwoorden)
        vast = {f"{stap.id}.{deel}" for deel in ("status", "wie", "wanneer", "notitie")}
        gegeven = [(vraag, antwoord) for vraag in stap.vragen if (antwoord := self._gegeven(vraag))]
        return PlanStap(
            nummer=stap.nummer,
            titel=stap.titel,
            status=schermen.STATUS_WOORDEN[status],
            klaar=status is Status.KLAAR,
            nodig=status is not Status.PAST_NIET,
            wie=self._woorden(f"{stap.id}.wie"),
            wanneer=self._woorden(f"{stap.id}.wanneer"),
            notitie=self._woorden(f"{stap.id}.notitie"),
            velden=tuple(_veld(v, antwoord) for v, antwoord in gegeven if not v.hoofdstuk and v.id not in vast),
            elders=tuple(dict.fromkeys(self.hoofdstuktitels[v.hoofdstuk] for v, _ in gegeven if v.hoofdstuk)),
        )

    def _actie(self, actie: voortgang.Actie) -> PlanActie:
        return PlanActie(
            actie.stap.nummer,
            actie.stap.titel,
            actie.wie,
            waarde_woorden(Vraag("", "", "", Soort.DATUM), actie.wanneer) if actie.wanneer else "",
            te_laat=actie.reden is voortgang.Reden.DATUM_VOORBIJ,
        )

    def _passend(self, delen: Sequence[tuple[Tip | Voorbeeld, str]]) -> list[Passend]:
        """Return what fits: by an answer of the group, or without conditions by the fase it works on."""
        huidig = self.overzicht.huidig
        gekozen: list[Passend] = []
        for deel, tekst in delen:
            redenen = past(deel.past_bij, self.antwoorden)
            if redenen:
                reden = schermen.past_bij(
                    [self._gekozen(voorwaarde.vraag, voorwaarde.waarden) for voorwaarde in redenen]
                )
            elif not deel.past_bij and deel.id.startswith(f"{huidig.id}."):
                reden = schermen.past_bij_fase(schermen.fase_zin(huidig.nummer, huidig.titel))
            else:
                continue
            gekozen.append(Passend(deel.titel, tekst, reden))
        return gekozen

    def _gekozen(self, vraag_id: str, waarden: Sequence[str]) -> str:
        """Return in words which of *waarden* the group chose."""
        gegeven = self.antwoorden[vraag_id].waarde
        gekozen = [w for w in waarden if w in (gegeven if isinstance(gegeven, tuple) else (gegeven,))]
        return ", ".join(klein(self.vragen[vraag_id].tekst_van(waarde)) for waarde in gekozen)

    def _open_punt(self, vraag: Vraag) -> OpenPunt:
        antwoord = self.antwoorden.get(vraag.id)
        if vraag.stap:
            stap = next(s for fase in self.overzicht.alles for s in fase.stappen if s.id == vraag.stap)
            waar = schermen.stap_naam(stap.nummer, stap.titel)
        else:
            waar = next(deel.titel for deel in self.intake.delen if vraag in deel.vragen)
        stand = antwoord.stand if antwoord else Stand.LEEG
        hoe = woorden(vraag, antwoord) if antwoord and stand is Stand.ONEENS else schermen.OPEN_PUNT[stand]
        return OpenPunt(vraag.kort, vraag.vraag, waar, hoe)


def _veld(vraag: Vraag, antwoord: Antwoord) -> Veld:
    if vraag.soort is Soort.LIJST:
        rijen = records(vraag, antwoord.waarde)
        return Veld(
            vraag.kort,
            punten=tuple(record_woorden(vraag, record) for record in rijen),
            kolommen=tuple(veld.kort for veld in vraag.velden),
            rijen=tuple(
                tuple(waarde_woorden(veld, record.get(veld.id, "")) for veld in vraag.velden) for record in rijen
            ),
        )
    if vraag.soort is Soort.MEERKEUZE and isinstance(antwoord.waarde, tuple):
        return Veld(vraag.kort, punten=tuple(vraag.tekst_van(str(deel)) for deel in antwoord.waarde))
    return Veld(vraag.kort, woorden(vraag, antwoord))
