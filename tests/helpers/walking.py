"""What a random conversation needs: something to say at any vraag, and a project that stands at any vraag."""

from __future__ import annotations

import contextlib
import random

from helpers.world import NOW

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Project, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import INGEVULD, Fase, Soort, Vraag
from routekaart_cli.domain.vaste_vragen import NOTITIE, STATUS, WANNEER, WIE, is_of_every_stap
from routekaart_cli.domain.volgorde import WHO_AND_WHEN, own_vragen
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek.vragers.asker import Turn
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project.versies import write

TEXTS = ("De Weide", "Fatima; techniek", "350 huizen, waarvan 1/3 huur", "ja", "Weet ik veel.")


def fitting(vraag: Vraag, chance: random.Random) -> str:
    """Return something that fits *vraag*, as a person would type it."""
    if vraag.vraag == WHO_AND_WHEN:  # a text with a number behind a comma is refused: it may be a slip in a date
        return chance.choice(("Fatima", "Fatima, eind maart", "Kees en Tom, 31-1-2027", "week 12"))
    match vraag.soort:
        case Soort.JA_NEE:
            return chance.choice(("j", "Ja", "n", "nee", "yes"))
        case Soort.KEUZE:
            return str(chance.randrange(len(vraag.keuzes)) + 1)
        case Soort.MEERKEUZE:
            return " ".join(str(n + 1) for n in chance.sample(range(len(vraag.keuzes)), chance.randrange(1, 3)))
        case Soort.GETAL:
            return chance.choice(("350", "ongeveer 1.200", "0"))
        case Soort.BEDRAG:
            return chance.choice(("1.250", "€ 99,50", "ongeveer 1200 euro"))
        case Soort.DATUM:
            return chance.choice(("31-1-2027", "eind maart", "volgende week vrijdag", "31 jan"))
    return chance.choice(TEXTS)


def next_vraag(vragen: tuple[Vraag, ...], antwoorden: Antwoorden) -> Vraag | None:
    """Return the first vraag that applies and has no answer, or None when all are answered."""
    walked = intake.asked(vragen, antwoorden)
    return walked[-1] if walked and walked[-1].id not in antwoorden else None


def targets(inhoud: Inhoud) -> tuple[Vraag, ...]:
    """Return every vraag that a conversation comes to by itself: all but the notities and the choice of a fase."""
    return tuple(
        vraag
        for vraag in inhoud.vragen
        if not (is_of_every_stap(vraag) and vraag.id.endswith(NOTITIE)) and vraag.id != inhoud.intake.fasevraag
    )


def fase_of(vraag: Vraag, inhoud: Inhoud) -> Fase | None:
    return next((fase for fase in inhoud.all_fasen if vraag in fase.vragen), None)


def towards(turn: Turn, target: Vraag, inhoud: Inhoud, chance: random.Random) -> str | None:
    """Return the line that leads from *turn* on to *target*; None where it does not lie on the way."""
    if turn.rijen:
        return ""
    if turn.vraag.kort == "Verder":  # the list of parts
        part = next((part.id for part in inhoud.intake.all_delen if target in part.vragen), "")
        ids = [keuze.id for keuze in turn.vraag.keuzes]
        return str(ids.index(part if part in ids else "stoppen") + 1)
    return None if turn.vraag.id or turn.vraag.soort is not Soort.JA_NEE else chance.choice(("j", "n"))


def up_to(target: Vraag, inhoud: Inhoud, chance: random.Random) -> Project:
    """Return a project in which *target* is the next that is asked, in its part.

    What comes before it there has an answer; in a fase its stap is in progress, and the others are not.
    """
    fase = fase_of(target, inhoud)
    needed = _conditions(target, {vraag.id: vraag for vraag in inhoud.vragen})
    before = [*inhoud.intake.begin.vragen]
    if fase:
        needed |= {inhoud.intake.fasevraag: fase.id, **_statuses(target, fase, chance)}
        before += [inhoud.vraag_of(inhoud.intake.fasevraag), *(stap.vragen[0] for stap in fase.stappen)]
        before += _of_stap(target, fase)
    else:
        part = next(part for part in inhoud.intake.all_delen if target in part.vragen)
        before += [*inhoud.intake.vragen, *part.vragen]
        before = before[: before.index(target)]
    given = {}
    for vraag in dict.fromkeys(before):
        if vraag.id in needed:
            keuze = needed[vraag.id]
            given[vraag.id] = Antwoord(Stand.GEGEVEN, (keuze,) if vraag.soort is Soort.MEERKEUZE else keuze)
        elif vraag != target:
            given[vraag.id] = _something(vraag, chance)
    return write(Project(), Project(), given, "begin", "")


def _conditions(target: Vraag, by_id: dict[str, Vraag]) -> dict[str, str]:
    """Return the answers without which *target* is not asked."""
    needed: dict[str, str] = {}
    to_do = [target]
    while to_do:
        for voorwaarde in to_do.pop().als:
            first = voorwaarde.waarden[0]
            needed.setdefault(voorwaarde.vraag, "2027-01-31" if first == INGEVULD else first)
            to_do.append(by_id[voorwaarde.vraag])
    return needed


def _statuses(target: Vraag, fase: Fase, chance: random.Random) -> dict[str, str]:
    """Return how the stappen of *fase* are doing when *target* comes, and what else its stap needs."""
    found = {stap.vraag_id(STATUS): chance.choice(("klaar", "past-niet")) for stap in fase.stappen}
    if target.stap is None:
        return {**found, fase.stappen[0].vraag_id(STATUS): "klaar"}
    if target.id.endswith(f".{WANNEER}"):
        found |= {target.id: "2026-01-01", f"{target.stap}.{WIE}": "Fatima"}
    found[f"{target.stap}.{STATUS}"] = "bezig"
    found.pop(target.id if target.id.endswith(f".{STATUS}") else "", None)
    return found


def _of_stap(target: Vraag, fase: Fase) -> list[Vraag]:
    """Return the vragen of its own stap that come before *target*; a date that has passed is one itself."""
    stap = next((stap for stap in fase.stappen if stap.id == target.stap), None)
    if stap is None or target.id == stap.vraag_id(STATUS):
        return []
    own = own_vragen(stap)
    if target in own:
        return [*own[: own.index(target)]]
    passed = [stap.vraag(WIE), target] if target.id == stap.vraag_id(WANNEER) else []
    return [*own, *passed]


def _something(vraag: Vraag, chance: random.Random) -> Antwoord:
    if not vraag.id.endswith(f".{STATUS}") and chance.random() < 0.5:
        with contextlib.suppress(RefusedAnswer):
            return parse_antwoord(vraag, fitting(vraag, chance), NOW.date())
    return Antwoord(Stand.WEET_NIET)
