"""Which tips, voorbeelden and changes since the source fit this group, each with one sentence why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.actueel import has_expired, houdbaarheid
from routekaart_cli.domain.in_words import fase_in_sentence, stap_name
from routekaart_cli.domain.intake import past
from routekaart_cli.domain.routekaart import Actueel, Fase, Status, Tip, Voorbeeld, Voorwaarde, Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import enumeration, lowered
from routekaart_cli.plan.records import Fitting, PlanActueel


def tips(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Fitting, ...]:
    """Return the tips that fit: by an answer of the group, or without conditions by the fase it works on."""
    pairs = [(fase, tip, tip.tekst, "") for fase in overzicht.all_fasen for tip in fase.tips]
    return tuple(_fitting(pairs, overzicht, vragen))


def voorbeelden(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Fitting, ...]:
    """Return the voorbeelden that fit, in the same way."""
    pairs = [(fase, part, part.kern, part.plaats) for fase in overzicht.all_fasen for part in fase.voorbeelden]
    return tuple(_fitting(pairs, overzicht, vragen))


def actueel(
    items: Sequence[Actueel], overzicht: Overzicht, vragen: dict[str, Vraag], today: date
) -> tuple[PlanActueel, ...]:
    """Return what changed for this group: by an answer, or by what it works on now; not what no longer holds."""
    underway = {
        stap.id: f"Dit staat hier, omdat jullie bezig zijn met {lowered(stap_name(stap.nummer, stap.titel))}."
        for fase in overzicht.all_fasen
        for stap in fase.stappen
        if voortgang.status(stap, overzicht.antwoorden) is Status.BEZIG
    }
    werk = {overzicht.huidig.id: _because_fase(overzicht.huidig), **underway}
    reasons = ((item, _because_keuze(item.past_bij, overzicht, vragen) or _because_work(item, werk)) for item in items)
    return tuple(
        PlanActueel(
            id=item.id,
            titel=item.titel,
            tekst=item.tekst.split("\n\n")[0],
            houdbaarheid=houdbaarheid(item, today),
            bron=item.bronnen[0].tekst,
            adres=item.bronnen[0].adres,
            reden=reden,
        )
        for item, reden in reasons
        if reden and not has_expired(item, today)
    )


def _fitting(
    pairs: Sequence[tuple[Fase, Tip | Voorbeeld, str, str]], overzicht: Overzicht, vragen: dict[str, Vraag]
) -> Iterator[Fitting]:
    for fase, part, text, place in pairs:
        reden = _because_keuze(part.past_bij, overzicht, vragen)
        if not part.past_bij and fase.id == overzicht.huidig.id:
            reden = _because_fase(fase)
        if reden:
            yield Fitting(part.id, part.titel, text, place, fase.id, reden)


def _because_keuze(voorwaarden: Sequence[Voorwaarde], overzicht: Overzicht, vragen: dict[str, Vraag]) -> str:
    """Return why *voorwaarden* make something fit: what the group chose; empty when none of them holds."""
    holding = past(voorwaarden, overzicht.antwoorden)
    return _because_words([_chosen(voorwaarde, overzicht, vragen) for voorwaarde in holding]) if holding else ""


def _because_work(item: Actueel, werk: Mapping[str, str]) -> str:
    return next((werk[id_] for id_ in item.hoort_bij if id_ in werk), "") if not item.past_bij else ""


def _because_fase(fase: Fase) -> str:
    return f"Dit staat hier, omdat jullie nu werken aan {fase_in_sentence(fase)}."


def _chosen(voorwaarde: Voorwaarde, overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[str, list[str]]:
    """Return at which vraag the group chose what makes *voorwaarde* hold, and what that was, in words."""
    vraag = vragen[voorwaarde.vraag]
    waarde = overzicht.antwoorden[voorwaarde.vraag].waarde
    chosen = waarde if isinstance(waarde, tuple) else (waarde,)
    return vraag.kort, [vraag.text_of(part) for part in voorwaarde.waarden if part in chosen]


def _because_words(chosen: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Say why a tip is there: at which vraag the group chose what."""
    (vraag, begin), *rest = (
        (f"bij ‘{vraag}’", enumeration([f"‘{part}’" for part in parts])) for vraag, parts in chosen
    )
    reasons = [f"{vraag} kozen voor {begin}", *(f"{vraag} voor {parts}" for vraag, parts in rest)]
    return f"Dit staat hier, omdat jullie {enumeration(reasons)}."
