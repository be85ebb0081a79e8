"""Answers that came with the command: from `--antwoord`, from a YAML file, from `--fase`."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand
from routekaart_cli.domain.invoer import Ruw, parse_antwoord
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RefusedAnswer, UnknownName, UsageProblem
from routekaart_cli.gesprek import spoken

_NIETS_VERANDERD = "Er is niets bewaard."
_NIETS = ("", "~", "null")
"""How YAML writes that there is nothing."""


def parse_gegeven(env: Environment, los: Sequence[str], bestand: str, fase: str) -> dict[str, Antwoord]:
    """Return every given answer, checked: from the file *bestand*, then *los* (`ID=WAARDE`), then the chosen *fase*.

    Raises `UsageProblem`, `UnknownName`, `RefusedAnswer` or `UnreadableFile` on the first that is wrong, so that
    nothing is kept then.
    """
    ruw: list[tuple[str, Ruw | Antwoord]] = []
    if bestand:
        from routekaart_cli.project import store

        gelezen = store.load_antwoorden(paths.user_path(env.cwd, bestand))
        ruw += [(vraag_id, over) for vraag_id, waarde in gelezen.items() if (over := _ingevuld(waarde))]
        if not ruw:
            env.say(f"In {bestand} is nog niets ingevuld.")
    for tekst in los:
        vraag_id, is_teken, waarde = tekst.partition("=")
        if not is_teken:
            raise UsageProblem(
                f"--antwoord '{tekst}' mist een =-teken.",
                "Schrijf het zo: --antwoord wijk.naam='De Weide'. Alle namen zie je met: routekaart vragen",
            )
        if waarde.startswith(":") and not waarde.startswith("::") and waarde != ":later":
            raise RefusedAnswer(spoken.ONBEKENDE_OPDRACHT)
        ruw.append((vraag_id.strip(), waarde.removeprefix(":") if waarde.startswith("::") else waarde))
    if fase:
        ruw.append((env.inhoud.intake.fasevraag, env.inhoud.zoek_fase(fase).id))
    return {vraag_id: _parse(env, vraag_id, waarde) for vraag_id, waarde in ruw}


def _ingevuld(waarde: Ruw | Antwoord) -> Ruw | Antwoord:
    """Return what is filled in of *waarde*, of a form: what was left empty says nothing, and takes nothing away."""
    if isinstance(waarde, Antwoord):
        return waarde
    if isinstance(waarde, str):
        return "" if waarde.strip() in _NIETS else waarde
    # The parts are all text or all records, and stay so.
    return tuple(over for deel in waarde if (over := _deel(deel)))  # type: ignore[return-value]


def _deel(deel: str | Record) -> str | Record:
    if isinstance(deel, str):
        return "" if deel.strip() in _NIETS else deel
    return {naam: tekst for naam, tekst in deel.items() if tekst.strip() not in _NIETS}


def answer(env: Environment, vraag: Vraag, ruw: Ruw) -> Antwoord:
    """Return the answer *ruw* to *vraag*; a refusal names the vraag."""
    try:
        return parse_antwoord(vraag, ruw, env.vandaag)
    except RefusedAnswer as geweigerd:
        melding = f"Antwoord op '{vraag.id}': {geweigerd.message}"
        raise RefusedAnswer(melding, f"{geweigerd.hint} {_NIETS_VERANDERD}".strip()) from None


def _parse(env: Environment, vraag_id: str, ruw: Ruw | Antwoord) -> Antwoord:
    try:
        vraag = env.inhoud.zoek_vraag(vraag_id)
    except UnknownName as onbekend:
        raise UnknownName(onbekend.message, f"{onbekend.hint} {_NIETS_VERANDERD}") from None
    if not isinstance(ruw, Antwoord):
        return answer(env, vraag, ruw)
    if ruw.stand is Stand.GEGEVEN:
        return answer(env, vraag, ruw.waarde)._replace(door=ruw.door)
    kanten = tuple(kant._replace(waarde=answer(env, vraag, kant.waarde).waarde) for kant in ruw.alternatieven)
    return ruw._replace(alternatieven=kanten)
