"""`routekaart terugdraaien`: undo the last change, show what can be undone, or make it again."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.domain.antwoorden import Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import unbroken
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek import restoring

_NIETS_HINT = "Een antwoord veranderen kan altijd met: routekaart nakijken"
_NIETS = "Er is niets om terug te draaien."


def terugdraaien(
    ctx: typer.Context,
    nummer: Annotated[str, typer.Argument(metavar="[NUMMER]", help="Het nummer van een kopie, bij --sessie.")] = "",
    sessie: Annotated[
        bool, typer.Option("--sessie", help="Laat de kopieën van eerdere avonden zien, of zet er een terug.")
    ] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help="Laat alleen zien wat er terug kan.")] = False,
    opnieuw: Annotated[bool, typer.Option("--opnieuw", help="Maak het terugdraaien zelf ongedaan.")] = False,
) -> None:
    from routekaart_cli.errors import NothingToUndo, UsageProblem
    from routekaart_cli.gesprek.werk import Werk
    from routekaart_cli.pages import json_document, review

    env = ctx.ensure_object(Environment)
    if sessie:
        _sessie(env, nummer)
        return
    if nummer:
        raise UsageProblem("Een nummer hoort bij --sessie.", restoring.SESSIE_HINT)
    if lijst and opnieuw:
        raise UsageProblem(
            "--lijst en --opnieuw kunnen niet samen.",
            f"Eerst zien wat er terug kan? Typ alleen: {unbroken('routekaart terugdraaien --lijst')}",
        )
    if lijst:
        _lijst(env)
        return
    gebeurd = Werk.open(env, bestaand=True).turn_back(opnieuw=opnieuw)
    if not gebeurd.oud:
        raise NothingToUndo("Er is niets teruggedraaid dat terug kan komen." if opnieuw else _NIETS, _NIETS_HINT)
    if env.opties.json:
        env.show_json(json_document.wijziging(gebeurd, _vragen(env, gebeurd)))
    else:
        env.show(review.teruggedraaid(gebeurd, _vragen(env, gebeurd), opnieuw=opnieuw))


def _lijst(env: Environment) -> None:
    """Show what can be turned back, newest first; reading is enough for that."""
    from routekaart_cli.pages import json_document, review
    from routekaart_cli.project import sidecar

    env.need_project()
    gedaan = sidecar.load_geschiedenis(env.nieuw_path).gedaan
    if env.opties.json:
        env.show_json({"wijzigingen": [json_document.wijziging(w, _vragen(env, w)) for w in reversed(gedaan)]})
    elif gedaan:
        env.show(review.wijzigingenlijst(gedaan, _vragen(env, *gedaan)))
    else:
        env.say(f"{_NIETS}\n{_NIETS_HINT}")


def _sessie(env: Environment, nummer: str) -> None:
    """Show the copies of earlier sessions, or put number *nummer* back."""
    from routekaart_cli.gesprek import restoring
    from routekaart_cli.pages import bestand, json_document

    if nummer:
        gebeurd = restoring.restore(env, nummer)
        if gebeurd is None:
            env.say(restoring.SESSIE_NIET)
        elif env.opties.json:
            env.show_json(json_document.wijziging(gebeurd, _vragen(env, gebeurd)))
        return
    gevonden = restoring.sessies(env, restoring.current(env))
    regels = [(s.nummer, s.moment, len(s.project.antwoorden) if s.project else None, s.anders) for s in gevonden]
    if env.opties.json:
        namen = ("nummer", "moment", "antwoorden", "anders")
        env.show_json({"sessies": [dict(zip(namen, regel, strict=True)) for regel in regels]})
    elif regels:
        env.show(bestand.sessies(regels))
    else:
        env.say("Er zijn nog geen kopieën. De eerste komt er bij het eerste antwoord.")


def _vragen(env: Environment, *wijzigingen: Wijziging) -> dict[str, tuple[Vraag, str]]:
    """Return every vraag in *wijzigingen* by id, with the number of its stap."""
    vragen = [env.inhoud.vraag_bij(naam) for wijziging in wijzigingen for naam in wijziging.oud]
    return {v.id: (v, env.inhoud.zoek_stap(v.stap)[1].nummer if v.stap else "") for v in vragen}
