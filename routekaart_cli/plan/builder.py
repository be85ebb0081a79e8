"""From where a group is to the data of its action plan."""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.in_words import (
    STATUS_WOORDEN,
    fase_titel,
    fase_zin,
    reden_woorden,
    stap_naam,
    waarde_woorden,
)
from routekaart_cli.domain.routekaart import Actueel, Contact, Fase, Intake, Routekaart, Soort, Stap, Status, Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch.dates import bewaard, kort
from routekaart_cli.plan import kalender, passend
from routekaart_cli.plan.records import OpenPunt, Plan, PlanActie, PlanFase, PlanHoofdstuk, PlanStap
from routekaart_cli.plan.velden import gegeven, open_punt, veld

_EIGEN_PLEK = ("status", "wie", "wanneer", "notitie")
"""The vragen of a stap that have a field of their own in `PlanStap`."""


class Teksten(Protocol):
    """The content that a plan needs, beside the fasen."""

    @property
    def routekaart(self) -> Routekaart: ...
    @property
    def intake(self) -> Intake: ...
    @property
    def contact(self) -> Contact: ...
    @property
    def actueel(self) -> tuple[Actueel, ...]: ...


def build(inhoud: Teksten, overzicht: Overzicht, vandaag: date, *, zonder_persoonsgegevens: bool = False) -> Plan:
    """Return the plan of the group in *overzicht*, on the day *vandaag*. Every answer that counts is in it once.

    With *zonder_persoonsgegevens* the answers in *overzicht* must have gone through `personen.zonder`; the plan then
    says so.
    """
    return _Bouwer(inhoud, overzicht, vandaag).plan(zonder_persoonsgegevens)


class _Bouwer:
    def __init__(self, inhoud: Teksten, overzicht: Overzicht, vandaag: date) -> None:
        self.inhoud = inhoud
        self.overzicht = overzicht
        self.vandaag = vandaag
        self.antwoorden = overzicht.antwoorden
        fasevragen = (vraag for fase in overzicht.alles for vraag in fase.vragen)
        self.vragen = {vraag.id: vraag for vraag in (*inhoud.intake.vragen, *fasevragen)}
        self.open_punten = tuple(self._open_punt(vraag) for vraag in overzicht.open_punten)
        self.hoofdstuktitels = {hoofdstuk.id: hoofdstuk.titel for hoofdstuk in inhoud.routekaart.hoofdstukken}

    def plan(self, zonder_persoonsgegevens: bool) -> Plan:  # passed on by `build`  # noqa: FBT001  # passed on by `build`
        overzicht, huidig = self.overzicht, self.overzicht.huidig
        fasen = tuple(self._fase(fase) for fase in overzicht.alles)
        hoofdfasen = [fase for fase in fasen if fase.nummer]
        provincie = voortgang.tekst_van(self.antwoorden.get("wijk.provincie"))
        contact = self.inhoud.contact
        return Plan(
            titel=self.inhoud.routekaart.titel,
            datum=kort(self.vandaag),
            datum_iso=self.vandaag.isoformat(),
            zonder_persoonsgegevens=zonder_persoonsgegevens,
            wijk=self._woorden("wijk.naam"),
            gemeente=_zonder_soort(self._woorden("wijk.gemeente")),
            provincie=self._woorden("wijk.provincie"),
            groep=self._woorden("groep.naam"),
            woningen=self._woorden("wijk.woningen"),
            doel=self._woorden("groep.doel"),
            woordvoerder=self._woorden("groep.woordvoerder"),
            fase=fase_zin(huidig.nummer, huidig.titel),
            fase_reden=overzicht.advies,
            stappen=sum(len(fase.stappen) for fase in hoofdfasen),
            stappen_klaar=sum(fase.klaar for fase in hoofdfasen),
            stappen_bezig=sum(fase.bezig for fase in hoofdfasen),
            fasen=fasen,
            acties=tuple(self._actie(actie) for actie in overzicht.acties),
            datums=kalender.datums(overzicht, self.vragen),
            hoofdstukken=self._hoofdstukken(),
            tips=passend.tips(overzicht, self.vragen),
            voorbeelden=passend.voorbeelden(overzicht, self.vragen),
            actueel=passend.actueel(self.inhoud.actueel, overzicht, self.vragen, self.vandaag),
            open_punten=self.open_punten,
            federatie=next((deel for deel in contact.federaties if deel.provincie == provincie), None),
            loketten=tuple(deel for deel in contact.loketten if deel.provincie == provincie),
            koepel=contact.koepel,
            bron=self.inhoud.routekaart.bron,
        )

    def _woorden(self, vraag_id: str) -> str:
        vraag, antwoord = self.vragen.get(vraag_id), gegeven(vraag_id, self.antwoorden)
        return waarde_woorden(vraag, antwoord.waarde) if vraag and antwoord else ""

    def _hoofdstukken(self) -> tuple[PlanHoofdstuk, ...]:
        gevuld = (
            PlanHoofdstuk(
                hoofdstuk.id,
                hoofdstuk.titel,
                tuple(
                    veld(vraag, antwoord)
                    for vraag in self.vragen.values()
                    if vraag.hoofdstuk == hoofdstuk.id and (antwoord := gegeven(vraag.id, self.antwoorden))
                ),
                tuple(punt for punt in self.open_punten if punt.hoofdstuk == hoofdstuk.id),
            )
            for hoofdstuk in self.inhoud.routekaart.hoofdstukken
        )
        return tuple(hoofdstuk for hoofdstuk in gevuld if hoofdstuk.velden or hoofdstuk.open_punten)

    def _fase(self, fase: Fase) -> PlanFase:
        tellen = voortgang.tellen(fase, self.antwoorden)
        return PlanFase(
            id=fase.id,
            nummer=fase.nummer,
            titel=fase.titel,
            naam=fase_titel(fase.nummer, fase.titel),
            uitkomst=fase.uitkomst,
            huidig=fase.id == self.overzicht.huidig.id,
            klaar=tellen[Status.KLAAR],
            bezig=tellen[Status.BEZIG],
            te_doen=tellen[Status.NIET_BEGONNEN],
            past_niet=tellen[Status.PAST_NIET],
            stappen=tuple(self._stap(stap) for stap in fase.stappen),
        )

    def _stap(self, stap: Stap) -> PlanStap:
        status = voortgang.status(stap, self.antwoorden)
        vast = {f"{stap.id}.{deel}" for deel in _EIGEN_PLEK}
        eigen = [(vraag, antwoord) for vraag in stap.vragen if (antwoord := gegeven(vraag.id, self.antwoorden))]
        return PlanStap(
            id=stap.id,
            nummer=stap.nummer,
            titel=stap.titel,
            status=STATUS_WOORDEN[status],
            status_id=status.value,
            klaar=status is Status.KLAAR,
            nodig=status is not Status.PAST_NIET,
            te_laat=voortgang.verlopen(stap, self.antwoorden, self.vandaag),
            wie=self._woorden(f"{stap.id}.wie"),
            wanneer=self._woorden(f"{stap.id}.wanneer"),
            wanneer_iso=_iso(voortgang.tekst_van(self.antwoorden.get(f"{stap.id}.wanneer"))),
            notitie=self._woorden(f"{stap.id}.notitie"),
            velden=tuple(veld(vraag, a) for vraag, a in eigen if not vraag.hoofdstuk and vraag.id not in vast),
            open_punten=tuple(p for p in self.open_punten if p.stap == stap.id and not p.hoofdstuk),
            elders=tuple(dict.fromkeys(self.hoofdstuktitels[v.hoofdstuk] for v, _ in eigen if v.hoofdstuk)),
        )

    def _actie(self, actie: voortgang.Actie) -> PlanActie:
        wanneer = waarde_woorden(Vraag("", "", "", Soort.DATUM), actie.wanneer)
        fase = self.overzicht.fase_van(actie.stap)
        return PlanActie(
            id=actie.stap.id,
            nummer=actie.stap.nummer,
            titel=actie.stap.titel,
            wie=actie.wie,
            wanneer=wanneer,
            wanneer_iso=_iso(actie.wanneer),
            te_laat=actie.reden is voortgang.Reden.DATUM_VOORBIJ,
            reden=reden_woorden(actie.reden, wanneer, fase_zin(fase.nummer, fase.titel)),
            reden_id=actie.reden.value,
        )

    def _open_punt(self, vraag: Vraag) -> OpenPunt:
        if vraag.stap:
            stap = next(s for fase in self.overzicht.alles for s in fase.stappen if s.id == vraag.stap)
            waar = stap_naam(stap.nummer, stap.titel)
        else:
            waar = next(deel.titel for deel in self.inhoud.intake.delen if vraag in deel.vragen)
        return open_punt(vraag, self.antwoorden.get(vraag.id), waar)


def _zonder_soort(gemeente: str) -> str:
    """Return the name of *gemeente* alone: the documents write the word gemeente before it."""
    return re.sub(r"^gemeente\s+(?=\S)", "", gemeente, flags=re.IGNORECASE)


def _iso(tekst: str) -> str:
    """Return *tekst* as an ISO date; empty when it is none, but for example a text that was typed in the file."""
    dag = bewaard(tekst)
    return dag.isoformat() if dag else ""
