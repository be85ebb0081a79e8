"""Answers that came with the command: from `--antwoord`, from a YAML file, from `--fase`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand
from routekaart_cli.domain.invoer import Raw, check, parse_antwoord
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import enumeration, plural
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment import paths
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RefusedAnswer, UnknownName, UsageProblem
from routekaart_cli.gesprek import spoken
from routekaart_cli.inhoud import find
from routekaart_cli.yaml_fields.nodes import Node, Pairs, Scalar, Series

_NOTHING_CHANGED = "Er is niets bewaard."
_NOTHING = ("", "~", "null")
"""How YAML writes that there is nothing."""
_STDIN = "stdin"


class Form(NamedTuple):
    """What stands in a file with answers: those that can be kept, and what is wrong with the others."""

    antwoorden: dict[str, Antwoord]
    slips: tuple[str, ...]
    """Each in two lines: where it stands with the vraag, and what is accepted there."""


def parse_given(env: Environment, loose: Sequence[str], fase: str) -> dict[str, Antwoord]:
    """Return every answer that came with the command, checked: *loose* (`ID=WAARDE`), then the chosen *fase*.

    Raises `UsageProblem`, `UnknownName` or `RefusedAnswer` on the first that is wrong, so that nothing is kept then.
    """
    raw: list[tuple[str, str]] = []
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
    return dict(_parse_or_stop(env, vraag_id, waarde) for vraag_id, waarde in raw)


def parse_form(env: Environment, file: str) -> Form:
    """Return what stands in the YAML file *file* (`-` is stdin): each answer is checked by itself.

    Raises `UnreadableFile` when it is no such file.
    """
    from routekaart_cli.project import store

    antwoorden: dict[str, Antwoord] = {}
    slips: list[str] = []
    as_read = (
        store.parse_antwoorden(_STDIN, env.read_stdin())
        if file == "-"
        else store.load_antwoorden(paths.user_path(env.cwd, file))
    )
    filled = [(name, part, left_over) for name, part in as_read.items() if (left_over := _filled_in(part.waarde))]
    if not filled:
        env.say(f"In {_STDIN if file == '-' else file} is nog niets ingevuld.")
    for vraag_id, part, left_over in filled:
        try:
            antwoorden[find.vraag(env.inhoud, vraag_id).id] = _parse(env, vraag_id, left_over)
        except UnknownName as unknown:
            slips.append(_slip(part.node, vraag_id, f"{unknown.message} {unknown.hint}"))
        except RefusedAnswer as refusal:
            vraag = find.vraag(env.inhoud, vraag_id)
            within = list(_slips_in_rows(vraag, part.node, env.today))
            slips += within or [_slip(part.node, vraag.vraag, f"{refusal.message} {refusal.hint}")]
    return Form(antwoorden, tuple(slips))


def _slips_in_rows(vraag: Vraag, node: Node | None, today: date) -> Iterator[str]:
    """Yield what is wrong in each field of each row of a lijst."""
    velden = {veld.id: veld for veld in vraag.velden}
    rows = node.parts if isinstance(node, Series) else ()
    for number, row in enumerate(rows, 1):
        fields = row.pairs if isinstance(row, Pairs) else {}
        typed = {name: node for name, node in fields.items() if isinstance(node, Scalar) and _deel(node.value)}
        for name, waarde in typed.items():
            where = f"{vraag.vraag} ({velden[name].kort if name in velden else name}, deel {number})"
            if name not in velden:
                yield _slip(waarde, where, f"Het veld '{name}' bestaat niet. Wel: {enumeration(list(velden))}.")
                continue
            try:
                check(velden[name], waarde.value, today)
            except RefusedAnswer as refusal:
                yield _slip(waarde, where, f"{refusal.message} {refusal.hint}")
        # A name that does not exist is mostly this one misspelt, and was said already.
        if typed and vraag.velden[0].id not in typed and typed.keys() <= velden.keys():
            yield _slip(row, f"{vraag.vraag} (deel {number})", f"Vul ook in: {vraag.velden[0].id}.")


def _slip(node: Node | None, what: str, wrong: str) -> str:
    return f"  {f'regel {node.place.line}, ' if node else ''}{what}\n    {wrong}".rstrip()


def refused(file: str, form: Form) -> RefusedAnswer:
    """Return what is wrong in *form*, of the file *file*, of which the other answers were kept."""
    wrong, kept = plural(len(form.slips), "antwoord", "antwoorden"), len(form.antwoorden)
    rest = f"{'Het andere antwoord is' if kept == 1 else f'De andere {kept} antwoorden zijn'} bewaard."
    first = f"In {_STDIN if file == '-' else file} {'klopt' if len(form.slips) == 1 else 'kloppen'} {wrong} niet."
    return RefusedAnswer(
        "\n".join((f"{first} {rest if kept else _NOTHING_CHANGED}", *form.slips)),
        f"Verbeter dat in het bestand en typ nog eens: {to_type('start', '--antwoorden', file)}",
    )


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
    """Return the answer *raw* to *vraag*; a refusal names the vraag and says that nothing was kept."""
    try:
        return parse_antwoord(vraag, raw, env.today)
    except RefusedAnswer as refusal:
        message = f"Antwoord op '{vraag.id}': {refusal.message}"
        raise RefusedAnswer(message, f"{refusal.hint} {_NOTHING_CHANGED}".strip()) from None


def _parse_or_stop(env: Environment, vraag_id: str, raw: Raw) -> tuple[str, Antwoord]:
    try:
        vraag = find.vraag(env.inhoud, vraag_id)
    except UnknownName as unknown:
        raise UnknownName(unknown.message, f"{unknown.hint} {_NOTHING_CHANGED}") from None
    return vraag.id, answer(env, vraag, raw)


def _parse(env: Environment, vraag_id: str, raw: Raw | Antwoord) -> Antwoord:
    vraag, today = find.vraag(env.inhoud, vraag_id), env.today
    if not isinstance(raw, Antwoord):
        return parse_antwoord(vraag, raw, today)
    if raw.stand is Stand.GEGEVEN:
        return parse_antwoord(vraag, raw.waarde, today)._replace(door=raw.door)
    sides = tuple(side._replace(waarde=parse_antwoord(vraag, side.waarde, today).waarde) for side in raw.alternatieven)
    return raw._replace(alternatieven=sides)
