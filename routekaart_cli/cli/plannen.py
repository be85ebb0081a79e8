"""The plan of a project, with or without the people in it: what every document is made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from routekaart_cli import voortgang
from routekaart_cli.cli import paden
from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import NoProject, UsageProblem
from routekaart_cli.plan import bouwen, personen
from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.render.documenten import Formaat
from routekaart_cli.texts import plan as woorden


def build(env: Environment, *, zonder: bool) -> tuple[Plan, Mapping[str, int]]:
    """Return the plan of the project of *env*, and what was left out when it must be *zonder* personal data.

    People are taken out of the answers, before anything is made of them. Raises `NoProject`, `UnreadableFile`.
    """
    antwoorden = env.need_project().antwoorden
    if not antwoorden:
        raise NoProject(woorden.LEEG, woorden.LEEG_HINT)
    inhoud = env.inhoud
    anoniem = personen.zonder(inhoud.vragen, antwoorden) if zonder else personen.Anoniem(antwoorden)
    stand = voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, anoniem.antwoorden, env.vandaag)
    bron = bouwen.Inhoud(inhoud.routekaart, inhoud.intake, inhoud.contact)
    return bouwen.build(bron, stand, env.vandaag, zonder_persoonsgegevens=zonder), anoniem.weggelaten


def sjabloon_van(env: Environment, formaat: Formaat, gevraagd: str) -> Path:
    """Return the template for *formaat*: the one *gevraagd*, or ours; raises `UsageProblem` when it has none."""
    if gevraagd and not formaat.sjabloon:
        raise UsageProblem(woorden.geen_sjabloon(formaat.naam), woorden.GEEN_SJABLOON_HINT)
    return paden.user_path(env.cwd, gevraagd) if gevraagd else env.inhoud.map / "sjablonen" / formaat.sjabloon


def doel_van(env: Environment, getypt: str, *, overschrijf: bool) -> Path | None:
    """Return the file to write that a person means with *getypt*, or None for stdout (`-`)."""
    if getypt == "-":
        return None
    return paden.target(env.cwd, getypt, env.opdracht, overschrijf=overschrijf, nooit=env.project_path)
