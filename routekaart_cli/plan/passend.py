"""Which tips, voorbeelden and changes since the source fit this group, each with one sentence why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.actueel import houdbaarheid, is_verlopen
from routekaart_cli.domain.in_words import fase_zin, stap_naam
from routekaart_cli.domain.intake import past
from routekaart_cli.domain.routekaart import Actueel, Fase, Status, Tip, Voorbeeld, Voorwaarde, Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import enumeration, lowered
from routekaart_cli.plan.records import Passend, PlanActueel


def tips(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Passend, ...]:
    """Return the tips that fit: by an answer of the group, or without conditions by the fase it works on."""
    paren = [(fase, tip, tip.tekst, "") for fase in overzicht.alles for tip in fase.tips]
    return tuple(_passend(paren, overzicht, vragen))


def voorbeelden(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Passend, ...]:
    """Return the voorbeelden that fit, in the same way."""
    paren = [(fase, deel, deel.kern, deel.plaats) for fase in overzicht.alles for deel in fase.voorbeelden]
    return tuple(_passend(paren, overzicht, vragen))


def actueel(
    items: Sequence[Actueel], overzicht: Overzicht, vragen: dict[str, Vraag], vandaag: date
) -> tuple[PlanActueel, ...]:
    """Return what changed for this group: by an answer, or by what it works on now; not what no longer holds."""
    bezig = {
        stap.id: f"Dit staat hier, omdat jullie bezig zijn met {lowered(stap_naam(stap.nummer, stap.titel))}."
        for fase in overzicht.alles
        for stap in fase.stappen
        if voortgang.status(stap, overzicht.antwoorden) is Status.BEZIG
    }
    werk = {overzicht.huidig.id: _omdat_fase(overzicht.huidig), **bezig}
    redenen = ((item, _omdat_keuze(item.past_bij, overzicht, vragen) or _omdat_werk(item, werk)) for item in items)
    return tuple(
        PlanActueel(
            id=item.id,
            titel=item.titel,
            tekst=item.tekst.split("\n\n")[0],
            houdbaarheid=houdbaarheid(item, vandaag),
            bron=item.bronnen[0].tekst,
            adres=item.bronnen[0].adres,
            reden=reden,
        )
        for item, reden in redenen
        if reden and not is_verlopen(item, vandaag)
    )


def _passend(
    paren: Sequence[tuple[Fase, Tip | Voorbeeld, str, str]], overzicht: Overzicht, vragen: dict[str, Vraag]
) -> Iterator[Passend]:
    for fase, deel, tekst, plaats in paren:
        reden = _omdat_keuze(deel.past_bij, overzicht, vragen)
        if not deel.past_bij and fase.id == overzicht.huidig.id:
            reden = _omdat_fase(fase)
        if reden:
            yield Passend(deel.id, deel.titel, tekst, plaats, fase.id, reden)


def _omdat_keuze(voorwaarden: Sequence[Voorwaarde], overzicht: Overzicht, vragen: dict[str, Vraag]) -> str:
    """Return why *voorwaarden* make something fit: what the group chose; empty when none of them holds."""
    houdt = past(voorwaarden, overzicht.antwoorden)
    return _omdat_keuze_woorden([_gekozen(voorwaarde, overzicht, vragen) for voorwaarde in houdt]) if houdt else ""


def _omdat_werk(item: Actueel, werk: Mapping[str, str]) -> str:
    return next((werk[id_] for id_ in item.hoort_bij if id_ in werk), "") if not item.past_bij else ""


def _omdat_fase(fase: Fase) -> str:
    return f"Dit staat hier, omdat jullie nu werken aan {fase_zin(fase.nummer, fase.titel)}."


def _gekozen(voorwaarde: Voorwaarde, overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[str, list[str]]:
    """Return at which vraag the group chose what makes *voorwaarde* hold, and what that was, in words."""
    vraag = vragen[voorwaarde.vraag]
    waarde = overzicht.antwoorden[voorwaarde.vraag].waarde
    gekozen = waarde if isinstance(waarde, tuple) else (waarde,)
    return vraag.kort, [vraag.tekst_van(deel) for deel in voorwaarde.waarden if deel in gekozen]


def _omdat_keuze_woorden(gekozen: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Say why a tip is there: at which vraag the group chose what."""
    (vraag, eerst), *rest = (
        (f"bij ‘{vraag}’", enumeration([f"‘{deel}’" for deel in delen])) for vraag, delen in gekozen
    )
    redenen = [f"{vraag} kozen voor {eerst}", *(f"{vraag} voor {delen}" for vraag, delen in rest)]
    return f"Dit staat hier, omdat jullie {enumeration(redenen)}."
