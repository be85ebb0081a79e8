"""What is said around a vraag: which one it is and how far, why it is asked, and what was answered so far."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.invoer import VOORBEELD
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud import begrippen
from routekaart_cli.inhoud.folder import Inhoud


def heading_of(inhoud: Inhoud, vraag: Vraag, first_line: str) -> str:
    """Return *first_line*, and in a fase the stap below it."""
    if not vraag.stap:
        return first_line
    stap = inhoud.find_stap(vraag.stap)[1]
    return f"{first_line}\nStap {stap.nummer}: {stap.titel}"


def introduction(inhoud: Inhoud, vraag: Vraag) -> str:
    """Return what its stap is about, at the first vraag of a stap; elsewhere nothing."""
    if not vraag.stap:
        return ""
    stap = inhoud.find_stap(vraag.stap)[1]
    return stap.uitleg if vraag == stap.vragen[0] else ""


def explanation(env: Environment, vraag: Vraag) -> str:
    """Return why *vraag* is asked, with an example, and what the difficult words in it mean."""
    lines = [vraag.waarom or "Bij deze vraag is geen uitleg."]
    if vraag.voorbeeld:
        lines.append(VOORBEELD.format(voorbeeld=vraag.voorbeeld))
    text = " ".join([vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)])
    lines += [
        f"{b.woord[:1].upper()}{b.woord[1:]}: {b.uitleg}" for b in begrippen.occurring(env.inhoud.begrippen, text)
    ]
    if vraag.soort is Soort.LANGE_TEKST and env.text_program:
        lines.append("Liever schrijven in je eigen tekstprogramma? Typ :editor.")
    return "\n".join(lines)


def overzicht(parts: Sequence[Deel], antwoorden: Antwoorden) -> str:
    """Return what was answered so far in *parts*, as far as it counts."""
    counting = intake.counted([vraag for part in parts for vraag in part.vragen], antwoorden)
    lines: list[str] = []
    for part in parts:
        given = [f"- {v.kort}: {in_words(v, counting[v.id])}" for v in part.vragen if v.id in counting]
        lines += ["", part.titel, *(given or ["- Nog niets ingevuld"])]
    return "\n".join(lines)
