"""Which tips and voorbeelden fit this group, each with one sentence why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routekaart_cli.intake import past
from routekaart_cli.model import Fase, Tip, Voorbeeld, Voorwaarde, Vraag
from routekaart_cli.plan.gegevens import Passend
from routekaart_cli.texts import klein, opsomming, plan, schermen
from routekaart_cli.voortgang import Overzicht


def tips(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Passend, ...]:
    """Return the tips that fit: by an answer of the group, or without conditions by the fase it works on."""
    paren = [(fase, tip, tip.tekst, "") for fase in overzicht.alles for tip in fase.tips]
    return tuple(_passend(paren, overzicht, vragen))


def voorbeelden(overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[Passend, ...]:
    """Return the voorbeelden that fit, in the same way."""
    paren = [(fase, deel, deel.kern, deel.plaats) for fase in overzicht.alles for deel in fase.voorbeelden]
    return tuple(_passend(paren, overzicht, vragen))


def _passend(
    paren: Sequence[tuple[Fase, Tip | Voorbeeld, str, str]], overzicht: Overzicht, vragen: dict[str, Vraag]
) -> Iterator[Passend]:
    huidig = overzicht.huidig
    for fase, deel, tekst, plaats in paren:
        redenen = past(deel.past_bij, overzicht.antwoorden)
        if redenen:
            reden = plan.omdat_keuze([_gekozen(voorwaarde, overzicht, vragen) for voorwaarde in redenen])
        elif not deel.past_bij and fase.id == huidig.id:
            reden = plan.omdat_fase(schermen.fase_zin(huidig.nummer, huidig.titel))
        else:
            continue
        yield Passend(deel.id, deel.titel, tekst, plaats, fase.id, reden)


def _gekozen(voorwaarde: Voorwaarde, overzicht: Overzicht, vragen: dict[str, Vraag]) -> tuple[str, str]:
    """Return at which vraag the group chose what makes *voorwaarde* hold, and what that was, in words."""
    vraag = vragen[voorwaarde.vraag]
    waarde = overzicht.antwoorden[voorwaarde.vraag].waarde
    gekozen = [w for w in voorwaarde.waarden if w in (waarde if isinstance(waarde, tuple) else (waarde,))]
    return vraag.kort, opsomming([klein(vraag.tekst_van(deel)) for deel in gekozen])
