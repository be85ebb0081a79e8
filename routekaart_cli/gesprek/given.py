"""Answers that came with the command: from `--antwoord`, from a YAML file, from `--fase`."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand
from routekaart_cli.domain.invoer import Raw, parse_antwoord
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RefusedAnswer, UnknownName, UsageProblem
from routekaart_cli.gesprek import spoken
from routekaart_cli.inhoud import find

_NOTHING_CHANGED = "Er is niets bewaard."
_NOTHING = ("", "~", "null")
"""How YAML writes that there is nothing."""


def parse_given(env: Environment, loose: Sequence[str], file: str, fase: str) -> dict[str, Antwoord]:
    """Return every given answer, checked: from the file *file*, then *loose* (`ID=WAARDE`), then the chosen *fase*.

    Raises `UsageProblem`, `UnknownName`, `RefusedAnswer` or `UnreadableFile` on the first that is wrong, so that
    nothing is kept then.
    """
    raw: list[tuple[str, Raw | Antwoord]] = []
    if file:
        from routekaart_cli.project import store

        as_read = store.load_antwoorden(paths.user_path(env.cwd, file))
        raw += [(vraag_id, left_over) for vraag_id, waarde in as_read.items() if (left_over := _filled_in(waarde))]
        if not raw:
            env.say(f"In {file} is nog niets ingevuld.")
    for text in loose:
        vraag_id, equals_sign, waarde = text.partition("=")
        if not equals_sign:
            raise UsageProblem(
                f"--antwoord '{text}' mist een =-teken.",
                f"Schrijf het zo: --antwoord wijk.naam='De Weide'. Alle namen zie je met: {to_type('vragen')}",
            )
        if waarde.startswith(":") and not waarde.startswith("::") and waarde != ":later":
            raise RefusedAnswer(spoken.UNKNOWN_WISH)
        raw.append((vraag_id.strip(), waarde.removeprefix(":") if waarde.startswith("::") else waarde))
    if fase:
        raw.append((env.inhoud.intake.fasevraag, find.fase(env.inhoud, fase).id))
    return {vraag_id: _parse(env, vraag_id, waarde) for vraag_id, waarde in raw}


def _filled_in(waarde: Raw | Antwoord) -> Raw | Antwoord:
    """Return what is filled in of *waarde*, of a form: what was left empty says nothing, and takes nothing away."""
    if isinstance(waarde, Antwoord):
        return waarde
    if isinstance(waarde, str):
        return "" if waarde.strip() in _NOTHING else waarde
    # The parts are all text or all records, and stay so.
    return tuple(left_over for part in waarde if (left_over := _deel(part)))  # type: ignore[return-value]


def _deel(part: str | Record) -> str | Record:
    if isinstance(part, str):
        return "" if part.strip() in _NOTHING else part
    return {name: text for name, text in part.items() if text.strip() not in _NOTHING}


def answer(env: Environment, vraag: Vraag, raw: Raw) -> Antwoord:
    """Return the answer *raw* to *vraag*; a refusal names the vraag."""
    try:
        return parse_antwoord(vraag, raw, env.today)
    except RefusedAnswer as refusal:
        message = f"Antwoord op '{vraag.id}': {refusal.message}"
        raise RefusedAnswer(message, f"{refusal.hint} {_NOTHING_CHANGED}".strip()) from None


def _parse(env: Environment, vraag_id: str, raw: Raw | Antwoord) -> Antwoord:
    try:
        vraag = find.vraag(env.inhoud, vraag_id)
    except UnknownName as unknown:
        raise UnknownName(unknown.message, f"{unknown.hint} {_NOTHING_CHANGED}") from None
    if not isinstance(raw, Antwoord):
        return answer(env, vraag, raw)
    if raw.stand is Stand.GEGEVEN:
        return answer(env, vraag, raw.waarde)._replace(door=raw.door)
    sides = tuple(side._replace(waarde=answer(env, vraag, side.waarde).waarde) for side in raw.alternatieven)
    return raw._replace(alternatieven=sides)
