"""`routekaart terugdraaien`: undo the last change, show what can be undone, or make it again."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.cli.environment import Environment
from routekaart_cli.model import Vraag, Wijziging
from routekaart_cli.texts import hulp


def terugdraaien(
    ctx: typer.Context,
    nummer: Annotated[str, typer.Argument(metavar=hulp.META_NUMMER, help=hulp.TERUG_NUMMER)] = "",
    sessie: Annotated[bool, typer.Option("--sessie", help=hulp.TERUG_SESSIE)] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help=hulp.TERUG_LIJST)] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help=hulp.TERUG_OPNIEUW)] = False,
) -> None:
    from routekaart_cli.cli.project import Werk
    from routekaart_cli.errors import NothingToUndo, UsageProblem
    from routekaart_cli.render import json_document, review
    from routekaart_cli.texts import wijzigingen

    env = ctx.ensure_object(Environment)
    if sessie:
        _sessie(env, nummer)
        return
    if nummer:
        raise UsageProblem(wijzigingen.NUMMER_LOS, wijzigingen.SESSIE_HINT)
    if lijst and opnieuw:
        raise UsageProblem(wijzigingen.LIJST_OPNIEUW, wijzigingen.LIJST_OPNIEUW_HINT)
    if lijst:
        _lijst(env)
        return
    gebeurd = Werk.open(env, bestaand=True).turn_back(opnieuw=opnieuw)
    if not gebeurd.oud:
        raise NothingToUndo(wijzigingen.NIETS_OPNIEUW if opnieuw else wijzigingen.NIETS, wijzigingen.NIETS_HINT)
    if env.opties.json:
        env.show_json(json_document.wijziging(gebeurd, _vragen(env, gebeurd)))
    else:
        env.show(review.teruggedraaid(gebeurd, _vragen(env, gebeurd), opnieuw=opnieuw))


def _lijst(env: Environment) -> None:
    """Show what can be turned back, newest first; reading is enough for that."""
    from routekaart_cli import sidecar
    from routekaart_cli.render import json_document, review
    from routekaart_cli.texts import wijzigingen

    env.need_project()
    gedaan = sidecar.load_geschiedenis(env.nieuw_path).gedaan
    if env.opties.json:
        env.show_json({"wijzigingen": [json_document.wijziging(w, _vragen(env, w)) for w in reversed(gedaan)]})
    elif gedaan:
        env.show(review.wijzigingenlijst(gedaan, _vragen(env, *gedaan)))
    else:
        env.say(f"{wijzigingen.NIETS}\n{wijzigingen.NIETS_HINT}")


def _sessie(env: Environment, nummer: str) -> None:
    """Show the copies of earlier sessions, or put number *nummer* back."""
    from routekaart_cli.cli import kopie_terug
    from routekaart_cli.render import check, json_document
    from routekaart_cli.texts import wijzigingen

    if nummer:
        gebeurd = kopie_terug.restore(env, nummer)
        if gebeurd is None:
            env.say(wijzigingen.SESSIE_NIET)
        elif env.opties.json:
            env.show_json(json_document.wijziging(gebeurd, _vragen(env, gebeurd)))
        return
    gevonden = kopie_terug.sessies(env, kopie_terug.current(env))
    regels = [(s.nummer, s.moment, len(s.project.antwoorden) if s.project else None, s.anders) for s in gevonden]
    if env.opties.json:
        namen = ("nummer", "moment", "antwoorden", "anders")
        env.show_json({"sessies": [dict(zip(namen, regel, strict=True)) for regel in regels]})
    elif regels:
        env.show(check.sessies(regels))
    else:
        env.say(wijzigingen.SESSIES_GEEN)


def _vragen(env: Environment, *wijzigingen: Wijziging) -> dict[str, tuple[Vraag, str]]:
    """Return every vraag in *wijzigingen* by id, with the number of its stap."""
    vragen = [env.inhoud.vraag_bij(naam) for wijziging in wijzigingen for naam in wijziging.oud]
    return {v.id: (v, env.inhoud.zoek_stap(v.stap)[1].nummer if v.stap else "") for v in vragen}
