"""Putting any vraag to the people at the table: what they may always type works at each of them, and is done here."""

from __future__ import annotations

from collections.abc import Container

from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.gesprek import around
from routekaart_cli.gesprek.route import route
from routekaart_cli.gesprek.vragers.asker import Asker, Reaction, Turn, Wish

_NOT_HERE = "Dat kan niet bij deze vraag."
AT_A_VRAAG = (Wish.BACK, Wish.CLEAR, Wish.DISAGREE, Wish.EDITOR)
"""What can be wanted at a vraag of the content, besides what is done here."""


class Stopped(Exception):
    """They want to stop, in the middle of whatever was asked."""


def ask(env: Environment, asker: Asker, turn: Turn, antwoorden: Antwoorden, handled: Container[Wish] = ()) -> Reaction:
    """Return the answer to *turn*, BEHOUD, or what is wanted instead as far as the caller does that *handled*.

    What explains or shows is done here, with the *antwoorden* so far; what cannot be done at this vraag is said. Then
    the vraag stands there again. Raises `Stopped`.
    """
    while True:
        reaction = asker.ask(turn)
        match reaction:
            case Wish.STOP:
                raise Stopped
            case Wish.HELP:
                asker.tell(around.explanation(env, turn.vraag))
            case Wish.OVERVIEW:
                asker.tell(around.overzicht(route(env.inhoud, antwoorden), antwoorden))
            case Wish.KEEP:
                return reaction
            case Wish() if reaction not in handled:
                asker.tell(_NOT_HERE)
            # Not knowing is no answer to what to do now.
            case Antwoord(stand=Stand.WEET_NIET | Stand.LATER) if not (turn.vraag.id or turn.can_be_unknown):
                asker.tell(_NOT_HERE)
            case _:
                return reaction
        turn = turn._replace(introduction="", keys=False)


def agree(env: Environment, asker: Asker, vraag: Vraag, antwoorden: Antwoorden, proposal: str = "") -> bool:
    """Return whether they answer ja to *vraag*, of which nothing is kept; anything else is no. Raises `Stopped`.

    Enter alone takes *proposal*, as in a `Turn`; *antwoorden* are those so far, to show when they are asked for.
    """
    reaction = ask(env, asker, Turn(vraag, "", env.today, proposal=proposal, can_be_unknown=False), antwoorden)
    return isinstance(reaction, Antwoord) and reaction.waarde == "ja"
