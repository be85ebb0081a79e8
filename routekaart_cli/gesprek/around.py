"""What is said around a vraag: which one it is and how far, why it is asked, and what was answered so far."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.invoer import VOORBEELD
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud import begrippen
from routekaart_cli.inhoud.folder import Inhoud


def kop(inhoud: Inhoud, vraag: Vraag, eerste_regel: str) -> str:
    """Return *eerste_regel*, and in a fase the stap below it."""
    if not vraag.stap:
        return eerste_regel
    stap = inhoud.zoek_stap(vraag.stap)[1]
    return f"{eerste_regel}\nStap {stap.nummer}: {stap.titel}"


def toelichting(inhoud: Inhoud, vraag: Vraag) -> str:
    """Return what its stap is about, at the first vraag of a stap; elsewhere nothing."""
    if not vraag.stap:
        return ""
    stap = inhoud.zoek_stap(vraag.stap)[1]
    return stap.uitleg if vraag == stap.vragen[0] else ""


def uitleg(env: Environment, vraag: Vraag) -> str:
    """Return why *vraag* is asked, with an example, and what the difficult words in it mean."""
    regels = [vraag.waarom or "Bij deze vraag is geen uitleg."]
    if vraag.voorbeeld:
        regels.append(VOORBEELD.format(voorbeeld=vraag.voorbeeld))
    tekst = " ".join([vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)])
    regels += [
        f"{b.woord[:1].upper()}{b.woord[1:]}: {b.uitleg}" for b in begrippen.voorkomend(env.inhoud.begrippen, tekst)
    ]
    if vraag.soort is Soort.LANGE_TEKST and env.tekstprogramma:
        regels.append("Liever schrijven in je eigen tekstprogramma? Typ :editor.")
    return "\n".join(regels)


def overzicht(delen: Sequence[Deel], antwoorden: Antwoorden) -> str:
    """Return what was answered so far in *delen*, as far as it counts."""
    tellen = intake.tellend([vraag for deel in delen for vraag in deel.vragen], antwoorden)
    regels: list[str] = []
    for deel in delen:
        gegeven = [f"- {v.kort}: {woorden(v, tellen[v.id])}" for v in deel.vragen if v.id in tellen]
        regels += ["", deel.titel, *(gegeven or ["- Nog niets ingevuld"])]
    return "\n".join(regels)
