"""Putting back the project as it was at the end of an earlier session."""

from __future__ import annotations

from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoorden, Project, Wijziging
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.dutch import plural, unbroken
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import NothingToUndo, UnknownName, UnreadableFile
from routekaart_cli.gesprek import sessie, tafel
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.project import sidecar, store, wijzigingen

SESSIE_HINT = f"Zie welke kopieën er zijn met: {unbroken('routekaart terugdraaien --sessie')}"
SESSIE_NIET = "Er is niets veranderd."


class Sessie(NamedTuple):
    """One session of which a copy is kept."""

    nummer: int
    project: Project | None
    """None when the copy cannot be read."""
    moment: str
    """Of its last change, ISO; empty when nothing says so."""
    anders: int | None
    """How many answers are not as they are now; None when that cannot be told."""


def sessies(env: Environment, nu: Project | None) -> list[Sessie]:
    """Return the sessions of the project of *env*, which is *nu* (None: it cannot be read), newest first."""
    return [_sessie(kopie, nu) for kopie in sidecar.kopieen(env.nieuw_path)]


def current(env: Environment) -> Project | None:
    """Return the project as it is now; empty when there is no file, None when it cannot be read."""
    try:
        return env.load_project() or Project()
    except UnreadableFile:
        return None


def restore(env: Environment, nummer: str) -> Wijziging | None:
    """Show what session *nummer* would change and put it back; None when the group does not want that.

    Raises `UnknownName` for a number that is not there, `NothingToUndo` when it is as it is now, `UnreadableFile`.
    """
    from routekaart_cli.pages import bestand

    nu = current(env)
    werk = None if nu is None else Werk.open(env)  # now: what another window keeps meanwhile is merged in
    gekozen = next((s for s in sessies(env, nu) if str(s.nummer) == nummer), None)
    if gekozen is None:
        raise UnknownName(f"Kopie {nummer} is er niet.", SESSIE_HINT)
    if gekozen.project is None:
        raise UnreadableFile(f"Kopie {nummer} is niet te lezen.", SESSIE_HINT)
    verschil = wijzigingen.verschil((nu or Project()).antwoorden, gekozen.project.antwoorden, env.nu)
    if nu is not None and not verschil.oud:
        raise NothingToUndo(f"Kopie {nummer} is zoals het nu is.", SESSIE_HINT)
    if werk is None:
        env.say(_sessie_inhoud(nummer, len(gekozen.project.antwoorden)))
    elif not env.opties.json:
        vragen = {naam: env.inhoud.vraag_bij(naam) for naam in verschil.oud}
        env.show(bestand.sessie(verschil, vragen, nummer), gesprek=env.kan_vragen)
    if env.kan_vragen and not _confirmed(env, (nu or Project()).antwoorden):
        return None
    if werk is None:
        bewaard = sidecar.keep(env.nieuw_path, "onleesbaar")
        store.save(env.nieuw_path, gekozen.project)
        env.say(f"Kopie {nummer} is teruggezet. Het onleesbare bestand is bewaard als {env.naam_van(bewaard)}.")
    else:
        werk.replace(wijzigingen.zet(werk.project, verschil.nieuw, env.nu))
        env.say(f"Kopie {nummer} is teruggezet. Ongedaan maken kan met: {unbroken('routekaart terugdraaien')}")
    return verschil


def _sessie(kopie: sidecar.Kopie, nu: Project | None) -> Sessie:
    try:
        project = store.load(kopie.path)
    except UnreadableFile:
        return Sessie(kopie.nummer, None, "", None)
    moment = max((antwoord.gewijzigd for antwoord in project.antwoorden.values()), default="")
    anders = None if nu is None else len(wijzigingen.verschil(nu.antwoorden, project.antwoorden, "").oud)
    return Sessie(kopie.nummer, project, moment, anders)


def _confirmed(env: Environment, antwoorden: Antwoorden) -> bool:
    vraag = Vraag(
        "",
        "Terugzetten",
        "Willen jullie deze kopie terugzetten?",
        Soort.JA_NEE,
        (
            "Met ja komt alles zo terug te staan. Dat kun je weer ongedaan maken met: "
            f"{unbroken('routekaart terugdraaien')}"
        ),
    )
    try:
        return tafel.agree(env, sessie.asker(env), vraag, antwoorden)
    except tafel.Gestopt:
        return False
    except KeyboardInterrupt:
        env.say(f"\n{SESSIE_NIET}")
        raise


def _sessie_inhoud(nummer: str, antwoorden: int) -> str:
    staan = "staat" if antwoorden == 1 else "staan"
    return (
        f"In kopie {nummer} {staan} {plural(antwoorden, 'antwoord', 'antwoorden')}. Het bestand zelf is niet te lezen."
    )
