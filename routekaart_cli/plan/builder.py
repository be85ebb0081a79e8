"""From where a group is to the data of its action plan."""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import text_of
from routekaart_cli.domain.in_words import (
    STATUS_IN_WORDS,
    fase_in_sentence,
    fase_title,
    reden_in_words,
    stap_name,
    waarde_in_words,
)
from routekaart_cli.domain.routekaart import Actueel, Contact, Fase, Intake, Routekaart, Soort, Stap, Status, Vraag
from routekaart_cli.domain.vaste_vragen import (
    DOEL,
    GEMEENTE,
    GROEP,
    NOTITIE,
    OF_EVERY_STAP,
    PROVINCIE,
    WANNEER,
    WIE,
    WIJK,
    WONINGEN,
    WOORDVOERDER,
)
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch.dates import in_short, stored
from routekaart_cli.plan import kalender, passend
from routekaart_cli.plan.records import OpenPunt, Plan, PlanActie, PlanFase, PlanHoofdstuk, PlanStap
from routekaart_cli.plan.velden import given, open_punt, veld


class Texts(Protocol):
    """The content that a plan needs, beside the fasen."""

    @property
    def routekaart(self) -> Routekaart: ...
    @property
    def intake(self) -> Intake: ...
    @property
    def contact(self) -> Contact: ...
    @property
    def actueel(self) -> tuple[Actueel, ...]: ...


def build(inhoud: Texts, overzicht: Overzicht, today: date, *, zonder_persoonsgegevens: bool = False) -> Plan:
    """Return the plan of the group in *overzicht*, on the day *today*. Every answer that counts is in it once.

    With *zonder_persoonsgegevens* the answers in *overzicht* must have gone through `personen.without`; the plan then
    says so.
    """
    return _Builder(inhoud, overzicht, today).plan(zonder_persoonsgegevens)


class _Builder:
    def __init__(self, inhoud: Texts, overzicht: Overzicht, today: date) -> None:
        self.inhoud = inhoud
        self.overzicht = overzicht
        self.today = today
        self.antwoorden = overzicht.antwoorden
        fasevragen = (vraag for fase in overzicht.all_fasen for vraag in fase.vragen)
        self.vragen = {vraag.id: vraag for vraag in (*inhoud.intake.vragen, *fasevragen)}
        self.open_punten = tuple(self._open_punt(vraag) for vraag in overzicht.open_punten)
        self.chapter_titles = {hoofdstuk.id: hoofdstuk.titel for hoofdstuk in inhoud.routekaart.hoofdstukken}

    def plan(self, zonder_persoonsgegevens: bool) -> Plan:  # noqa: FBT001  # passed on by `build`
        overzicht, current = self.overzicht, self.overzicht.huidig
        fasen = tuple(self._fase(fase) for fase in overzicht.all_fasen)
        main_fasen = [fase for fase in fasen if fase.nummer]
        provincie = text_of(self.antwoorden.get(PROVINCIE))
        contact = self.inhoud.contact
        return Plan(
            titel=self.inhoud.routekaart.titel,
            datum=in_short(self.today),
            datum_iso=self.today.isoformat(),
            zonder_persoonsgegevens=zonder_persoonsgegevens,
            wijk=self._in_words(WIJK),
            gemeente=_without_kind(self._in_words(GEMEENTE)),
            provincie=self._in_words(PROVINCIE),
            groep=self._in_words(GROEP),
            woningen=self._in_words(WONINGEN),
            doel=self._in_words(DOEL),
            woordvoerder=self._in_words(WOORDVOERDER),
            fase=fase_in_sentence(current),
            fase_reden=overzicht.advies,
            stappen=sum(len(fase.stappen) for fase in main_fasen),
            stappen_klaar=sum(fase.klaar for fase in main_fasen),
            stappen_bezig=sum(fase.bezig for fase in main_fasen),
            fasen=fasen,
            acties=tuple(self._actie(actie) for actie in overzicht.acties),
            datums=kalender.datums(overzicht, self.vragen),
            hoofdstukken=self._hoofdstukken(),
            tips=passend.tips(overzicht, self.vragen),
            voorbeelden=passend.voorbeelden(overzicht, self.vragen),
            actueel=passend.actueel(self.inhoud.actueel, overzicht, self.vragen, self.today),
            open_punten=self.open_punten,
            federatie=next((part for part in contact.federaties if part.provincie == provincie), None),
            loketten=tuple(part for part in contact.loketten if part.provincie == provincie),
            koepel=contact.koepel,
            bron=self.inhoud.routekaart.bron,
        )

    def _in_words(self, vraag_id: str) -> str:
        vraag, antwoord = self.vragen.get(vraag_id), given(vraag_id, self.antwoorden)
        return waarde_in_words(vraag, antwoord.waarde) if vraag and antwoord else ""

    def _hoofdstukken(self) -> tuple[PlanHoofdstuk, ...]:
        filled = (
            PlanHoofdstuk(
                hoofdstuk.id,
                hoofdstuk.titel,
                tuple(
                    veld(vraag, antwoord)
                    for vraag in self.vragen.values()
                    if vraag.hoofdstuk == hoofdstuk.id and (antwoord := given(vraag.id, self.antwoorden))
                ),
                tuple(item for item in self.open_punten if item.hoofdstuk == hoofdstuk.id),
            )
            for hoofdstuk in self.inhoud.routekaart.hoofdstukken
        )
        return tuple(hoofdstuk for hoofdstuk in filled if hoofdstuk.velden or hoofdstuk.open_punten)

    def _fase(self, fase: Fase) -> PlanFase:
        counting = voortgang.status_counts(fase, self.antwoorden)
        return PlanFase(
            id=fase.id,
            nummer=fase.nummer,
            titel=fase.titel,
            naam=fase_title(fase),
            uitkomst=fase.uitkomst,
            huidig=fase.id == self.overzicht.huidig.id,
            klaar=counting[Status.KLAAR],
            bezig=counting[Status.BEZIG],
            te_doen=counting[Status.NIET_BEGONNEN],
            past_niet=counting[Status.PAST_NIET],
            stappen=tuple(self._stap(stap) for stap in fase.stappen),
        )

    def _stap(self, stap: Stap) -> PlanStap:
        status = voortgang.status(stap, self.antwoorden)
        fixed = {stap.vraag_id(part) for part in OF_EVERY_STAP}  # they have a field of their own
        own = [(vraag, antwoord) for vraag in stap.vragen if (antwoord := given(vraag.id, self.antwoorden))]
        return PlanStap(
            id=stap.id,
            nummer=stap.nummer,
            titel=stap.titel,
            status=STATUS_IN_WORDS[status],
            status_id=status.value,
            klaar=status is Status.KLAAR,
            nodig=status is not Status.PAST_NIET,
            te_laat=voortgang.is_late(stap, self.antwoorden, self.today),
            wie=self._in_words(stap.vraag_id(WIE)),
            wanneer=self._in_words(stap.vraag_id(WANNEER)),
            wanneer_iso=_iso(stap.text(WANNEER, self.antwoorden)),
            notitie=self._in_words(stap.vraag_id(NOTITIE)),
            velden=tuple(veld(vraag, a) for vraag, a in own if not vraag.hoofdstuk and vraag.id not in fixed),
            open_punten=tuple(p for p in self.open_punten if p.stap == stap.id and not p.hoofdstuk),
            elders=tuple(dict.fromkeys(self.chapter_titles[v.hoofdstuk] for v, _ in own if v.hoofdstuk)),
        )

    def _actie(self, actie: voortgang.Actie) -> PlanActie:
        wanneer = waarde_in_words(Vraag("", "", "", Soort.DATUM), actie.wanneer)
        fase = self.overzicht.fase_of(actie.stap)
        return PlanActie(
            id=actie.stap.id,
            nummer=actie.stap.nummer,
            titel=actie.stap.titel,
            wie=actie.wie,
            wanneer=wanneer,
            wanneer_iso=_iso(actie.wanneer),
            te_laat=actie.reden is voortgang.Reden.DATUM_VOORBIJ,
            reden=reden_in_words(actie.reden, wanneer, fase_in_sentence(fase)),
            reden_id=actie.reden.value,
        )

    def _open_punt(self, vraag: Vraag) -> OpenPunt:
        if vraag.stap:
            stap = next(s for fase in self.overzicht.all_fasen for s in fase.stappen if s.id == vraag.stap)
            where = stap_name(stap.nummer, stap.titel)
        else:
            where = next(part.titel for part in self.inhoud.intake.delen if vraag in part.vragen)
        return open_punt(vraag, self.antwoorden.get(vraag.id), where)


def _without_kind(gemeente: str) -> str:
    """Return the name of *gemeente* alone: the documents write the word gemeente before it."""
    return re.sub(r"^gemeente\s+(?=\S)", "", gemeente, flags=re.IGNORECASE)


def _iso(text: str) -> str:
    """Return *text* as an ISO date; empty when it is none, but for example a text that was typed in the file."""
    day = stored(text)
    return day.isoformat() if day else ""
