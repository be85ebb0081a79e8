"""`routekaart terugdraaien`: undo the last change, show what can be undone, or make it again."""

from __future__ import annotations

from typing import Annotated

import typer

from routekaart_cli.domain.antwoorden import Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import unbroken
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek import restoring

_NOTHING_HINT = "Een antwoord veranderen kan altijd met: routekaart nakijken"
_NOTHING = "Er is niets om terug te draaien."


def terugdraaien(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="[NUMMER]", help="Het nummer van een kopie, bij --sessie.")] = "",
    sessie: Annotated[
        bool, typer.Option("--sessie", help="Laat de kopieën van eerdere avonden zien, of zet er een terug.")
    ] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help="Laat alleen zien wat er terug kan.")] = False,
    again: Annotated[bool, typer.Option("--opnieuw", help="Maak het terugdraaien zelf ongedaan.")] = False,
) -> None:
    from routekaart_cli.errors import NothingToUndo, UsageProblem
    from routekaart_cli.pages import json_document, review

    env = ctx.ensure_object(Environment)
    if sessie:
        _sessie(env, number)
        return
    if number:
        raise UsageProblem("Een nummer hoort bij --sessie.", restoring.SESSIE_HINT)
    if lijst and again:
        raise UsageProblem(
            "--lijst en --opnieuw kunnen niet samen.",
            f"Eerst zien wat er terug kan? Typ alleen: {unbroken('routekaart terugdraaien --lijst')}",
        )
    if lijst:
        _lijst(env)
        return
    happened = env.werk(existing=True).turn_back(again=again)
    if not happened.oud:
        raise NothingToUndo("Er is niets teruggedraaid dat terug kan komen." if again else _NOTHING, _NOTHING_HINT)
    if env.opties.json:
        env.show_json(json_document.wijziging(happened, _vragen(env, happened)))
    else:
        env.show(review.turned_back(happened, _vragen(env, happened), again=again))


def _lijst(env: Environment) -> None:
    """Show what can be turned back, newest first; reading is enough for that."""
    from routekaart_cli.pages import json_document, review
    from routekaart_cli.project import sidecar

    env.need_project()
    done = sidecar.load_geschiedenis(env.file_path).gedaan
    if env.opties.json:
        env.show_json({"wijzigingen": [json_document.wijziging(w, _vragen(env, w)) for w in reversed(done)]})
    elif done:
        env.show(review.wijzigingen_list(done, _vragen(env, *done)))
    else:
        env.say(f"{_NOTHING}\n{_NOTHING_HINT}")


def _sessie(env: Environment, number: str) -> None:
    """Show the copies of earlier sessions, or put number *number* back."""
    from routekaart_cli.gesprek import restoring
    from routekaart_cli.pages import bestand, json_document

    if number:
        happened = restoring.restore(env, number)
        if happened is None:
            env.say(restoring.SESSIE_NIET)
        elif env.opties.json:
            env.show_json(json_document.wijziging(happened, _vragen(env, happened)))
        return
    found = restoring.sessies(env, restoring.current(env))
    lines = [(s.nummer, s.moment, len(s.project.antwoorden) if s.project else None, s.anders) for s in found]
    if env.opties.json:
        names = ("nummer", "moment", "antwoorden", "anders")
        env.show_json({"sessies": [dict(zip(names, line, strict=True)) for line in lines]})
    elif lines:
        env.show(bestand.sessies(lines))
    else:
        env.say("Er zijn nog geen kopieën. De eerste komt er bij het eerste antwoord.")


def _vragen(env: Environment, *wijzigingen: Wijziging) -> dict[str, tuple[Vraag, str]]:
    """Return every vraag in *wijzigingen* by id, with the number of its stap."""
    vragen = [env.inhoud.vraag_of(name) for wijziging in wijzigingen for name in wijziging.oud]
    return {v.id: (v, env.inhoud.find_stap(v.stap)[1].nummer if v.stap else "") for v in vragen}
