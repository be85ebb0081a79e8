"""What a random conversation needs: something to say at any vraag, and a project that stands at any vraag."""

from __future__ import annotations

import random

from helpers.world import NOW

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.invoer import parse_antwoord
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project.versies import write

TEXTS = ("De Weide", "Fatima; techniek", "350 huizen, waarvan 1/3 huur", "ja", "Weet ik veel.")


def fitting(vraag: Vraag, chance: random.Random) -> str:
    """Return something that fits *vraag*, as a person would type it."""
    match vraag.soort:
        case Soort.JA_NEE:
            return chance.choice(("j", "Ja", "n", "nee", "yes"))
        case Soort.KEUZE:
            return str(chance.randrange(len(vraag.keuzes)) + 1)
        case Soort.MEERKEUZE:
            return " ".join(str(n + 1) for n in chance.sample(range(len(vraag.keuzes)), chance.randrange(1, 3)))
        case Soort.GETAL:
            return chance.choice(("350", "ongeveer 1.200", "0"))
        case Soort.DATUM:
            return chance.choice(("31-1-2027", "eind maart", "volgende week vrijdag", "31 jan"))
    return chance.choice(TEXTS)


def up_to(target: Vraag, inhoud: Inhoud, chance: random.Random) -> Project:
    """Return a project in which everything before *target* has an answer, such that *target* is asked next."""
    given: dict[str, Antwoord] = {}
    needed: dict[str, str] = {}
    by_id = {vraag.id: vraag for vraag in inhoud.vragen}
    to_do = [target]
    while to_do:
        for voorwaarde in to_do.pop().als:
            needed.setdefault(voorwaarde.vraag, str(voorwaarde.waarden[0]))
            to_do.append(by_id[voorwaarde.vraag])
    fase = next((fase for fase in inhoud.all_fasen if target in fase.vragen), None)
    if fase:
        needed[inhoud.intake.fasevraag] = fase.id
    route = (*inhoud.intake.vragen, *(fase.vragen if fase else ()))
    for vraag in route[: route.index(target)]:
        if vraag.id in needed:
            keuze = needed[vraag.id]
            given[vraag.id] = Antwoord(Stand.GEGEVEN, (keuze,) if vraag.soort is Soort.MEERKEUZE else keuze)
        elif vraag.id.endswith(".status") or chance.random() < 0.5:
            given[vraag.id] = Antwoord(Stand.WEET_NIET)
        else:
            try:
                given[vraag.id] = parse_antwoord(vraag, fitting(vraag, chance), NOW.date())
            except RefusedAnswer:
                given[vraag.id] = Antwoord(Stand.LEEG)
    return write(Project(), Project(), given, "begin", "")
