"""From where a group is to the data of its action plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Project, text_of
from routekaart_cli.domain.in_words import (
    STATUS_IN_WORDS,
    fase_in_sentence,
    fase_name,
    fase_title,
    reden_in_words,
    stap_name,
    waarde_in_words,
)
from routekaart_cli.domain.routekaart import (
    Actueel,
    Contact,
    Fase,
    Hoofdstuk,
    Intake,
    Routekaart,
    Soort,
    Stap,
    Status,
    Vraag,
)
from routekaart_cli.domain.vaste_vragen import (
    DOEL,
    GEMEENTE,
    GROEP,
    NOTITIE,
    PROVINCIE,
    WANNEER,
    WIE,
    WIJK,
    WOORDVOERDER,
)
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.dates import day_in_words, in_short, stored
from routekaart_cli.plan import kalender
from routekaart_cli.plan.bijlagen import bijlagen
from routekaart_cli.plan.hoofdstukken import Material, hoofdstukken, left_out
from routekaart_cli.plan.records import Lezer, OpenPunt, Plan, PlanActie, PlanFase, PlanHoofdstuk, PlanStap
from routekaart_cli.plan.velden import given, open_punt

BEREIKBAAR = f"{WOORDVOERDER}-bereikbaar"


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
    @property
    def told_lagen(self) -> str: ...


class Omvang(NamedTuple):
    """For whom a plan is, and how much stands in it."""

    voor: Lezer = Lezer.ONS
    volledig: bool = False
    """Does it hold all that the group wrote?"""
    bijlagen: bool = False
    """Does it hold what the routekaart says about it?"""
    verzonnen: bool = False
    """Is it about a wijk that does not exist?"""
    verslag: bool = False
    """Is it the report afterwards?"""


def build(inhoud: Texts, overzicht: Overzicht, today: date, omvang: Omvang, project: Project | None = None) -> Plan:
    """Return the plan of the group in *overzicht*, on the day *today*, as *omvang* says.

    The answers in *overzicht* must have gone through `lezers.select` for the reader; the ids that tell days apart come
    from *project*.
    """
    return _Builder(inhoud, overzicht, today, omvang, project or Project()).plan()


class _Builder:
    def __init__(self, inhoud: Texts, overzicht: Overzicht, today: date, omvang: Omvang, project: Project) -> None:
        self.inhoud = inhoud
        self.overzicht = overzicht
        self.today = today
        self.omvang = omvang
        self.antwoorden = overzicht.antwoorden
        self.project = project
        of_the_intake = (vraag for part in inhoud.intake.all_delen for vraag in part.vragen)
        of_the_fasen = (vraag for fase in overzicht.all_fasen for vraag in fase.vragen)
        self.vragen = {vraag.id: vraag for vraag in (*of_the_intake, *of_the_fasen)}

    def plan(self) -> Plan:
        material = Material(
            voor=self.omvang.voor,
            volledig=not self.omvang.verslag and (self.omvang.volledig or self.omvang.voor is Lezer.ONS),
            vragen=self.vragen,
            antwoorden=self.antwoorden,
            fasen=tuple(self._fase(fase) for fase in self.overzicht.all_fasen),
            acties=tuple(self._actie(actie) for actie in self.overzicht.acties),
            datums=kalender.datums(self.overzicht, self.vragen, self.project.entries, self.today),
            open_punten=tuple(self._open_punt(vraag) for vraag in self.overzicht.open_punten),
            today=self.today,
        )
        laid_down = self.inhoud.routekaart.verslag if self.omvang.verslag else self.inhoud.routekaart.hoofdstukken
        chapters = tuple(self._hoofdstukken(laid_down, material))
        wijk, groep, gemeente = self._in_words(WIJK), self._in_words(GROEP), _without_kind(self._in_words(GEMEENTE))
        from_whom = [f"Van {groep}"] if groep else []
        bereikbaar = self._in_words(BEREIKBAAR)
        woordvoerder = self._in_words(WOORDVOERDER)
        return Plan(
            titel=f"{'Verslag' if self.omvang.verslag else 'Actieplan'} {wijk}".rstrip(),
            van=" · ".join([*from_whom, *([f"gemeente {gemeente}"] if gemeente else []), in_short(self.today)]),
            vragen=", ".join(part for part in (woordvoerder, bereikbaar) if part),
            waarschuwing="Dit is een voorbeeld. De wijk en de mensen zijn verzonnen." if self.omvang.verzonnen else "",
            slot=" ".join(filter(None, (self.inhoud.routekaart.slot, self.inhoud.told_lagen))),
            datum=in_short(self.today),
            datum_iso=self.today.isoformat(),
            voor=self.omvang.voor,
            project=self.project.id or f"{wijk}, {gemeente}".casefold(),
            versie=sum(self.project.gezien.values()),
            wijk=wijk,
            gemeente=gemeente,
            provincie=self._in_words(PROVINCIE),
            groep=groep,
            doel=self._in_words(DOEL),
            woordvoerder=woordvoerder,
            fase=fase_in_sentence(self.overzicht.huidig),
            hoofdstukken=chapters,
            weggelaten=() if self.omvang.verslag else tuple(left_out(laid_down, material)),
            ingekort=tuple(dict.fromkeys(material.cut)),
            fasen=tuple(material.fasen),
            acties=tuple(material.acties),
            datums=tuple(material.datums),
            onbeantwoord=tuple(
                f"{item.vraag} (graag vóór {day_in_words(item.voor)})" for item in self.overzicht.onbeantwoord
            ),
            open_punten=tuple(material.open_punten),
        )

    def _hoofdstukken(self, laid_down: Sequence[Hoofdstuk], material: Material) -> Iterator[PlanHoofdstuk]:
        yield from hoofdstukken(laid_down, self.overzicht.all_fasen, material)
        if self.omvang.bijlagen:
            provincie = text_of(self.antwoorden.get(PROVINCIE))
            extra = bijlagen(self.inhoud, self.overzicht, material.fasen, provincie, self.today)
            yield from (hoofdstuk for hoofdstuk in extra if hoofdstuk.blokken)

    def _in_words(self, vraag_id: str) -> str:
        vraag, antwoord = self.vragen.get(vraag_id), given(vraag_id, self.antwoorden)
        return waarde_in_words(vraag, antwoord.waarde) if vraag and antwoord else ""

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
            in_woorden=_in_words(counting[Status.KLAAR], counting[Status.BEZIG], counting[Status.NIET_BEGONNEN]),
            stappen=tuple(self._stap(stap) for stap in fase.stappen),
        )

    def _stap(self, stap: Stap) -> PlanStap:
        status = voortgang.status(stap, self.antwoorden)
        return PlanStap(
            id=stap.id,
            nummer=stap.nummer,
            titel=stap.titel,
            werk=stap.werk or stap.titel,
            status=STATUS_IN_WORDS[status],
            status_id=status.value,
            klaar=status is Status.KLAAR,
            nodig=status is not Status.PAST_NIET,
            te_laat=voortgang.is_late(stap, self.antwoorden, self.today),
            wie=self._in_words(stap.vraag_id(WIE)),
            wanneer=self._in_words(stap.vraag_id(WANNEER)),
            wanneer_iso=_iso(stap.text(WANNEER, self.antwoorden)),
            notitie=self._in_words(stap.vraag_id(NOTITIE)),
        )

    def _actie(self, actie: voortgang.Actie) -> PlanActie:
        wanneer = waarde_in_words(Vraag("", "", "", Soort.DATUM), actie.wanneer)
        fase = self.overzicht.fase_of(actie.stap)
        return PlanActie(
            id=actie.stap.id,
            nummer=actie.stap.nummer,
            titel=actie.stap.titel,
            werk=actie.stap.werk or actie.stap.titel,
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
        elif vraag.fase:
            where = next(fase_name(fase) for fase in self.overzicht.all_fasen if vraag in fase.vragen)
        else:
            where = next(part.titel for part in self.inhoud.intake.all_delen if vraag in part.vragen)
        return open_punt(vraag, self.antwoorden.get(vraag.id), where)


def _in_words(done: int, underway: int, waiting: int) -> str:
    """Return how a fase is doing that has so many stappen that are done, underway and not begun."""
    if not underway and not waiting:
        return "klaar" if done else "past niet bij onze wijk"
    if not done and not underway:
        return "nog niet begonnen"
    total = done + underway + waiting
    if not done:
        return f"{underway} van {plural(total, 'stap', 'stappen')} bezig"
    return f"{done} van {plural(total, 'stap', 'stappen')} klaar{f', {underway} bezig' if underway else ''}"


def _without_kind(gemeente: str) -> str:
    """Return the name of *gemeente* alone: the documents write the word gemeente before it."""
    return re.sub(r"^gemeente\s+(?=\S)", "", gemeente, flags=re.IGNORECASE)


def _iso(text: str) -> str:
    """Return *text* as an ISO date; empty when it is none, but for example a text that was typed in the file."""
    day = stored(text)
    return day.isoformat() if day else ""
