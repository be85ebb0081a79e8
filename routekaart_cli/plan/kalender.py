"""Every day that is in the answers: the end of a stap, and what happens on a day that was agreed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Record
from routekaart_cli.domain.in_words import records, stap_naam, waarde_woorden
from routekaart_cli.domain.routekaart import Soort, Stap, Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch.dates import bewaard, voluit
from routekaart_cli.plan.records import AFSPRAAK, PlanDatum
from routekaart_cli.plan.velden import gegeven


def datums(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[PlanDatum, ...]:
    """Return all days, earliest first; what is no date (edited by hand) is left out."""
    stappen = [stap for fase in overzicht.alles for stap in fase.stappen]
    gevonden = [*_van_stappen(stappen, overzicht), *_van_vragen(vragen, stappen, overzicht)]
    return tuple(sorted(gevonden, key=lambda deel: deel.wanneer_iso))


def _van_stappen(stappen: list[Stap], overzicht: Overzicht) -> Iterator[PlanDatum]:
    for stap in stappen:
        dag = bewaard(voortgang.tekst_van(overzicht.antwoorden.get(f"{stap.id}.wanneer")))
        klaar = voortgang.status(stap, overzicht.antwoorden) in voortgang.AFGEROND
        if dag:
            yield PlanDatum(
                id=stap.id,
                soort="stap",
                wat=stap.titel,
                waar=stap_naam(stap.nummer, stap.titel),
                wanneer=voluit(dag),
                wanneer_iso=dag.isoformat(),
                wie=voortgang.tekst_van(overzicht.antwoorden.get(f"{stap.id}.wie")),
                klaar=klaar,
                gewijzigd=_laatst(stap, overzicht, "status", "wie", "wanneer", "notitie"),
                afgerond=_laatst(stap, overzicht, "status") if klaar else "",
            )


def _van_vragen(vragen: dict[str, Vraag], stappen: list[Stap], overzicht: Overzicht) -> Iterator[PlanDatum]:
    van_stap = {f"{stap.id}.wanneer" for stap in stappen}
    for vraag in vragen.values():
        antwoord = gegeven(vraag.id, overzicht.antwoorden)
        if not antwoord or vraag.id in van_stap:
            continue
        if vraag.soort is Soort.LIJST:
            yield from _van_lijst(vraag, antwoord)
        elif vraag.soort is Soort.DATUM and (dag := bewaard(voortgang.tekst_van(antwoord))):
            yield _afspraak(vraag, antwoord, vraag.id, vraag.kort, dag)


def _van_lijst(vraag: Vraag, antwoord: Antwoord) -> Iterator[PlanDatum]:
    dagen = [kolom for kolom in vraag.velden if kolom.soort is Soort.DATUM]
    eerder: Counter[str] = Counter()
    # Rows that begin alike are told apart by their order; sorted, so that moving a row in the lijst changes no id.
    for rij in sorted(records(vraag, antwoord.waarde), key=lambda rij: sorted(rij.items())) if dagen else ():
        eerste = rij.get(vraag.velden[0].id, "")
        eerder[eerste] += 1
        for kolom in dagen:
            if dag := bewaard(rij.get(kolom.id, "")):
                sleutel = f"{vraag.id}/{eerste}/{eerder[eerste]}/{kolom.id}"
                yield replace(_afspraak(vraag, antwoord, sleutel, _wat(vraag, rij), dag), wie=rij.get("wie", ""))


def _afspraak(vraag: Vraag, antwoord: Antwoord, sleutel: str, wat: str, dag: date) -> PlanDatum:
    return PlanDatum(
        id=sleutel,
        soort=AFSPRAAK,
        wat=wat,
        waar=vraag.kort,
        wanneer=voluit(dag),
        wanneer_iso=dag.isoformat(),
        wie="",
        klaar=False,
        gewijzigd=antwoord.gewijzigd,
        afgerond="",
    )


def _laatst(stap: Stap, overzicht: Overzicht, *delen: str) -> str:
    """Return the last moment at which *delen* of *stap* changed. As texts: their offsets differ an hour at most."""
    antwoorden = (overzicht.antwoorden.get(f"{stap.id}.{deel}") for deel in delen)
    return max((antwoord.gewijzigd for antwoord in antwoorden if antwoord), default="")


def _wat(vraag: Vraag, rij: Record) -> str:
    """Return what happens: the fields of *rij* that are no date and no person."""
    kolommen = [kolom for kolom in vraag.velden if kolom.soort is not Soort.DATUM and not kolom.persoonsgegeven]
    return ", ".join(waarde_woorden(kolom, rij[kolom.id]) for kolom in kolommen if rij.get(kolom.id)) or vraag.kort
