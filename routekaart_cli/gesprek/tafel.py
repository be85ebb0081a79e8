"""Putting any vraag to the people at the table: what they may always type works at each of them, and is done here."""

from __future__ import annotations

from collections.abc import Container

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek import around
from routekaart_cli.gesprek.route import route
from routekaart_cli.gesprek.vragers.asker import Asker, Opdracht, Reactie, Scherm

_KAN_HIER_NIET = "Dat kan niet bij deze vraag."
BIJ_EEN_VRAAG = (Opdracht.TERUG, Opdracht.WIS, Opdracht.ONEENS, Opdracht.EDITOR)
"""What can be wanted at a vraag of the content, besides what is done here."""


class Gestopt(Exception):
    """They want to stop, in the middle of whatever was asked."""


def ask(
    env: Environment, asker: Asker, scherm: Scherm, antwoorden: Antwoorden, zelf: Container[Opdracht] = ()
) -> Reactie:
    """Return the answer to *scherm*, BEHOUD, or what is wanted instead as far as the caller does that *zelf*.

    What explains or shows is done here, with the *antwoorden* so far; what cannot be done at this vraag is said. Then
    the vraag stands there again. Raises `Gestopt`.
    """
    while True:
        reactie = asker.ask(scherm)
        match reactie:
            case Opdracht.STOP:
                raise Gestopt
            case Opdracht.HULP:
                asker.tell(around.uitleg(env, scherm.vraag))
            case Opdracht.OVERZICHT:
                asker.tell(around.overzicht(route(env.inhoud, antwoorden), antwoorden))
            case Opdracht.BEHOUD:
                return reactie
            case Opdracht() if reactie not in zelf:
                asker.tell(_KAN_HIER_NIET)
            # Not knowing is no answer to what to do now.
            case Antwoord(stand=Stand.WEET_NIET | Stand.LATER) if not (scherm.vraag.id or scherm.weet_niet):
                asker.tell(_KAN_HIER_NIET)
            case _:
                return reactie
        scherm = scherm._replace(toelichting="", toetsen=False)


def agree(env: Environment, asker: Asker, vraag: Vraag, antwoorden: Antwoorden, voorstel: str = "") -> bool:
    """Return whether they answer ja to *vraag*, of which nothing is kept; anything else is no. Raises `Gestopt`.

    Enter alone takes *voorstel*, as in a `Scherm`; *antwoorden* are those so far, to show when they are asked for.
    """
    reactie = ask(env, asker, Scherm(vraag, "", env.vandaag, voorstel=voorstel, weet_niet=False), antwoorden)
    return isinstance(reactie, Antwoord) and reactie.waarde == "ja"
