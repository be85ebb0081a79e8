"""A project in which every vraag has an answer, of whatever text a test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud

MOMENT = "2026-11-23T20:00:00+00:00"


Scalar = Callable[[str], str]
"""From the id of a vraag, or of a field of a lijst (that of its vraag, a point, and its own), to a text."""


def project(inhoud: Inhoud, text: Scalar) -> Project:
    """Return a project that answers every vraag of *inhoud*, so that all count; with *text* where text is wanted."""
    wanted_now: dict[str, list[str]] = {}
    for voorwaarde in (voorwaarde for vraag in inhoud.vragen for voorwaarde in vraag.als):
        wanted_now.setdefault(voorwaarde.vraag, []).append(voorwaarde.waarden[0])
    waarden = {vraag.id: _waarde(vraag, text, wanted_now.get(vraag.id, [])) for vraag in inhoud.vragen}
    return Project({name: Antwoord(Stand.GEGEVEN, waarde, MOMENT) for name, waarde in waarden.items()})


def _waarde(vraag: Vraag, text: Scalar, wanted_now: Sequence[str]) -> Waarde:
    if vraag.soort is Soort.LIJST:
        return ({veld.id: _one_of(f"{vraag.id}.{veld.id}", veld, text, ()) for veld in vraag.velden},)
    if vraag.soort is Soort.MEERKEUZE:
        return tuple(dict.fromkeys(wanted_now)) or (vraag.keuzes[0].id,)
    return _one_of(vraag.id, vraag, text, wanted_now)


def _one_of(name: str, vraag: Vraag, text: Scalar, wanted_now: Sequence[str]) -> str:
    fixed = {Soort.JA_NEE: "ja", Soort.GETAL: "12", Soort.BEDRAG: "12.50", Soort.DATUM: "2026-12-24"}
    if vraag.keuzes:
        return str(wanted_now[0] if wanted_now else vraag.keuzes[0].id)
    return fixed.get(vraag.soort) or text(name)
