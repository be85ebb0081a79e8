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
    gewild: dict[str, list[str]] = {}
    for voorwaarde in (voorwaarde for vraag in inhoud.vragen for voorwaarde in vraag.als):
        gewild.setdefault(voorwaarde.vraag, []).append(voorwaarde.waarden[0])
    waarden = {vraag.id: _waarde(vraag, text, gewild.get(vraag.id, [])) for vraag in inhoud.vragen}
    return Project({name: Antwoord(Stand.GEGEVEN, waarde, MOMENT) for name, waarde in waarden.items()})


def _waarde(vraag: Vraag, text: Scalar, gewild: Sequence[str]) -> Waarde:
    if vraag.soort is Soort.LIJST:
        return ({veld.id: _een(f"{vraag.id}.{veld.id}", veld, text, ()) for veld in vraag.velden},)
    if vraag.soort is Soort.MEERKEUZE:
        return tuple(dict.fromkeys(gewild)) or (vraag.keuzes[0].id,)
    return _een(vraag.id, vraag, text, gewild)


def _een(name: str, vraag: Vraag, text: Scalar, gewild: Sequence[str]) -> str:
    fixed = {Soort.JA_NEE: "ja", Soort.GETAL: "12", Soort.DATUM: "2026-12-24"}
    if vraag.keuzes:
        return str(gewild[0] if gewild else vraag.keuzes[0].id)
    return fixed.get(vraag.soort) or text(name)
