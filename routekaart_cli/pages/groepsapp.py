"""An evening in a few lines, for the app of the group: who does what by when, what is open, when they meet. Pure.

Nobody's address or number stands in it: what is pasted in an app goes everywhere.
"""

from __future__ import annotations

from datetime import date

from routekaart_cli.domain.antwoorden import Stand, text_of
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Intake, Vraag
from routekaart_cli.domain.vaste_vragen import AVOND, GROEP, WIJK
from routekaart_cli.domain.voortgang import Actie, Overzicht, Reden
from routekaart_cli.dutch import lowered, sentence
from routekaart_cli.dutch.characters import visible
from routekaart_cli.dutch.dates import MONTHS, day_in_words

MOST = 5
"""So many of a kind are named, so that it stays one message."""


def lines(now: Overzicht, intake: Intake, today: date) -> str:
    """Return what to paste after an evening of the group in *now*, who answered *intake*."""
    counting = now.antwoorden
    who = text_of(counting.get(GROEP)) or text_of(counting.get(WIJK)) or "Onze groep"
    said = [f"{who}, {today.day} {MONTHS[today.month - 1]}."]
    agreed = [actie for actie in now.acties if actie.wie or actie.wanneer]
    said += [_agreed(actie, today) for actie in agreed[:MOST]]
    if agreed[MOST:]:
        said.append(f"En nog {len(agreed) - MOST} afspraken.")
    if now.open_punten:
        names = [f"{lowered(vraag.kort)}{_stap(now, vraag)}" for vraag in now.open_punten[:MOST]]
        more = f" en nog {len(now.open_punten) - MOST}" if now.open_punten[MOST:] else ""
        said.append(f"Nog open: {', '.join(names)}{more}.")
    meeting = [vraag for part in intake.extra if part.id == AVOND for vraag in part.vragen]
    given = [(vraag, counting[vraag.id]) for vraag in meeting if vraag.id in counting]
    again = [in_words(vraag, antwoord) for vraag, antwoord in given if antwoord.stand is Stand.GEGEVEN]
    if again:
        said.append(sentence(f"Volgende keer: {', '.join(again)}"))
    return visible(" ".join(said))


def _agreed(actie: Actie, today: date) -> str:
    when = day_in_words(actie.wanneer).removesuffix(f" {today.year}")
    late = ", dat is voorbij" if actie.reden is Reden.DATUM_VOORBIJ else ""
    who = f"{actie.wie}: " if actie.wie else ""
    return f"{who}{lowered(actie.stap.werk or actie.stap.titel)}{f' ({when}{late})' if when else ''}."


def _stap(now: Overzicht, vraag: Vraag) -> str:
    """Return behind the name of *vraag* which stap it is about."""
    stap = next((stap for fase in now.all_fasen for stap in fase.stappen if stap.id == vraag.stap), None)
    return f" bij stap {stap.nummer}" if stap else ""
