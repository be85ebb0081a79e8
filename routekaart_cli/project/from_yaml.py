"""From the fields of a project file to a project; unknown keys are kept, and what a person edited is read as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from routekaart_cli.domain.antwoorden import (
    Antwoord,
    Dot,
    Entry,
    Geschiedenis,
    Project,
    Stand,
    Waarde,
    Wijziging,
)
from routekaart_cli.dutch import enumeration
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.project import versies
from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.nodes import Node, Pairs, Scalar, Series, plain

NEWER_FORMAT_HINT = "Werk routekaart bij en probeer het opnieuw. Het bestand is niet veranderd."
_OPEN = {stand.value: stand for stand in versies.OPEN}
_OF_ONE = {"waarde", "open", "gewijzigd", "door", "versie"}
"""What stands at a vraag that has one answer."""


def project(fields: Fields, *, to_look: bool = False) -> Project:
    """Build the project in *fields*; raises `UnreadableFile` when a newer format makes no sense to us.

    Only *to_look*, most answers are read without their versions: it may not be changed, merged or saved.
    """
    formaat = fields.text("formaat")
    if formaat and not re.fullmatch(r"[1-9]\d{0,5}", formaat):
        fields.reader.report(
            fields.place_of("formaat"), f"formaat '{formaat}' is onbekend. Bovenaan hoort te staan: formaat: 1"
        )
        return Project()
    entries: dict[str, list[tuple[Entry, str]]] = {}
    single: dict[str, Antwoord] = {}
    said = ({name: node for name, node, _ in fields.pairs(part)} for part in ("antwoorden", "concepten"))
    for vraag_id, node in versies.together(*said).items():
        if to_look and not vraag_id.startswith(versies.CONCEPT) and (one := _single(node)):
            single[vraag_id] = one
            continue
        if isinstance(node, Scalar):
            fields.reader.report(
                node.place, f"een antwoord staat op een regel eronder, zo: waarde: {node.value or '…'}"
            )
            continue
        found = fields.record_of(node, _entries)
        if found:
            entries[vraag_id] = found
    number = int(formaat or newest())
    if number > newest() and fields.reader.bevindingen:
        raise UnreadableFile(newer_format(fields.reader.name), NEWER_FORMAT_HINT)
    id_, seen = fields.text("project", ""), versies.dots_of(fields.text("gezien", ""))
    vergeten = versies.dots_of(fields.text("vergeten", ""))
    rest, answers = fields.take_rest(), fields.place_of("antwoorden")
    below = frozenset(name for name, node in rest.items() if node.place > answers)
    unknown = {name: plain(node) for name, node in rest.items()}
    read = Project(formaat=number, unknown=unknown, below=below, id=id_, gezien=seen, vergeten=vergeten)
    whole = versies.opened(migrate(read), entries)
    return whole._replace(antwoorden={**single, **whole.antwoorden}) if single else whole


def _single(node: Node) -> Antwoord | None:
    """Return the answer at a vraag when it is one value, as nearly all are; None for what `_entries` must read."""
    if not isinstance(node, Pairs) or not node.pairs.keys() <= _OF_ONE:
        return None
    waarde = node.pairs.get("waarde")
    plain = {name: part.value for name, part in node.pairs.items() if isinstance(part, Scalar)}
    gewijzigd, door = (" ".join(plain.get(name, "").split()) for name in ("gewijzigd", "door"))
    if isinstance(waarde, Series):
        if waarde.parts and isinstance(waarde.parts[0], Pairs):
            return (
                _single_rows(waarde, gewijzigd)
                if plain.keys() == node.pairs.keys() - {"waarde"} <= {"gewijzigd"}
                else None
            )
        texts = tuple(part.value for part in waarde.parts if isinstance(part, Scalar))
        whole = len(texts) == len(waarde.parts) and len(plain) == len(node.pairs) - 1
        return Antwoord(Stand.GEGEVEN, texts, gewijzigd, door) if whole else None
    if len(plain) < len(node.pairs):
        return None
    if waarde is None:
        stand = _OPEN.get(" ".join(plain.get("open", "").split()))
        return Antwoord(stand, "", gewijzigd, door) if stand else None
    return Antwoord(Stand.GEGEVEN, plain["waarde"], gewijzigd, door)


def _single_rows(lijst: Series, gewijzigd: str) -> Antwoord | None:
    """Return the answer of the rows of *lijst*, when each has its id and no two say the same; else None."""
    rows = [
        {name: part.value for name, part in row.pairs.items() if isinstance(part, Scalar)}
        for row in lijst.parts
        if isinstance(row, Pairs) and _is_record(row)
    ]
    moments = [" ".join(row.pop("gewijzigd", gewijzigd).split()) for row in rows]
    ids = [(" ".join(row.pop("id", "").split()), bool(row.pop("versie", ""))) for row in rows]
    different = {tuple(sorted(row.items())) for row in rows}
    if len(different) < len(lijst.parts) or not all(id_ and whole for id_, whole in ids) or len(set(ids)) < len(ids):
        return None
    ordered = [row for _, row in sorted(zip(ids, rows, strict=True), key=lambda one: one[0])]
    return Antwoord(Stand.GEGEVEN, tuple(ordered), max(moments))


def _entries(fields: Fields) -> list[tuple[Entry, str]]:
    """Return what stands at a vraag, each with the digest beside it: one value, rows, or several side by side."""
    gewijzigd = fields.text("gewijzigd", "")
    sides = fields.records("alternatieven", lambda f: _side(f, gewijzigd, aside=True))
    beside = [pair for side in sides for pair in side]
    if not beside or {"waarde", "open"} & fields.rest().keys():
        return [*_side(fields, gewijzigd), *beside]  # a value beside them was written by hand: one more opinion
    door, _ = fields.text("door", ""), _versie(fields)  # of one that came in by hand: it belongs to the first
    unknown = {name: plain(node) for name, node in fields.take_rest().items()}
    entry, stated = beside[0]
    return [(entry._replace(door=entry.door or door, unknown={**unknown, **entry.unknown}), stated), *beside[1:]]


def _side(fields: Fields, gewijzigd: str, *, aside: bool = False) -> list[tuple[Entry, str]]:
    """Return one value with its digest, or the rows of a lijst, each with its own; *aside*: it is an alternatief."""
    waarde, stand, door = fields.node("waarde"), fields.text("open", ""), fields.text("door", "")
    gewijzigd = fields.text("gewijzigd", gewijzigd)
    dots, stated = _versie(fields)
    if waarde is None and stand not in _OPEN:
        fields.reader.report(
            fields.place_of("open"),
            f"bij dit antwoord hoort 'waarde: …', of 'open:' met {enumeration(list(_OPEN), 'of')}",
        )
    unknown = {name: plain(node) for name, node in fields.take_rest().items()}
    if waarde is None:
        return [(Entry(_OPEN.get(stand, Stand.LEEG), "", "", door, gewijzigd, unknown, dots), stated)]
    rows = waarde.parts if isinstance(waarde, Series) and all(map(_is_record, waarde.parts)) else ()
    if rows and not (dots or door or (aside and not any(isinstance(row, Pairs) and "id" in row.pairs for row in rows))):
        found = [fields.record_of(row, lambda f: _row(f, gewijzigd, unknown)) for row in rows]
        return [row for row in found if row]
    return [(Entry(Stand.GEGEVEN, _waarde(fields.reader, waarde), "", door, gewijzigd, unknown, dots), stated)]


def _row(fields: Fields, gewijzigd: str, unknown: Mapping[str, object]) -> tuple[Entry, str]:
    id_, gewijzigd = fields.text("id", versies.NEW_ROW), fields.text("gewijzigd", gewijzigd)
    dots, stated = _versie(fields)
    record = {name: node.value for name, node in fields.take_rest().items() if isinstance(node, Scalar)}
    return Entry(Stand.GEGEVEN, (record,), id_, "", gewijzigd, unknown, dots), stated


def _versie(fields: Fields) -> tuple[frozenset[Dot], str]:
    """Return which writes said this, and the digest of what they said."""
    dots, _, stated = fields.text("versie", "").partition("~")
    return frozenset(versies.dots_of(dots).items()), stated


def _antwoord(fields: Fields) -> Antwoord:
    """Return an answer of the list of changes, which knows no versions."""
    return versies.answer([entry for entry, _ in _entries(fields)])


def _waarde(reader: Reader, node: Node) -> Waarde:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Series):
        if all(isinstance(part, Scalar) for part in node.parts):
            return tuple(part.value for part in node.parts if isinstance(part, Scalar))
        if all(_is_record(part) for part in node.parts):
            return tuple(
                {name: waarde.value for name, waarde in part.pairs.items() if isinstance(waarde, Scalar)}
                for part in node.parts
                if isinstance(part, Pairs)
            )
    reader.report(node.place, "hier hoort een tekst te staan, of een lijst met een streepje voor elk deel")
    return ""


def _is_record(node: Node) -> bool:
    return isinstance(node, Pairs) and all(isinstance(waarde, Scalar) for waarde in node.pairs.values())


class Loose(NamedTuple):
    """An answer in a form, and where it stands; of a whole project nothing says where."""

    waarde: Waarde | Antwoord
    node: Node | None = None


def loose(fields: Fields) -> dict[str, Loose]:
    """Build loose answers by id, or those of a whole project."""
    if {"antwoorden", "formaat"} <= fields.rest().keys():
        return {name: Loose(antwoord) for name, antwoord in project(fields).antwoorden.items()}
    rest = fields.take_rest().items()
    return {name: Loose(_unquoted(_waarde(fields.reader, node)), node) for name, node in rest}


def _unquoted(waarde: Waarde) -> Waarde:
    """Return *waarde* without the curly quotes around it, which a word processor makes of straight ones."""
    whole = isinstance(waarde, str) and re.fullmatch(r"\s*[“„]([^“”„]*)[”“]\s*|\s*[‘‚]([^‘’‚]*)[’‘]\s*", waarde)
    return (whole[1] or whole[2] or "") if whole else waarde


def geschiedenis(fields: Fields) -> Geschiedenis:
    """Build the last changes of a project."""
    built = Geschiedenis(fields.records("gedaan", _wijziging), fields.records("teruggedraaid", _wijziging))
    fields.close()
    return built


def _wijziging(fields: Fields) -> Wijziging:
    moment = fields.text("moment")
    antwoorden = fields.records(
        "antwoorden", lambda f: (f.raw("vraag", ""), f.record("oud", _antwoord), f.record("nieuw", _antwoord))
    )
    return Wijziging(moment, {name: old for name, old, _ in antwoorden}, {name: new for name, _, new in antwoorden})


MIGRATIONS: tuple[Callable[[Project], Project], ...] = (lambda project: project,)
"""The first makes of a project of format 1 one of format 2, and so on. A format that was released never changes.

With a migration comes a file of the old format in `tests/projecten/`. What 2 has more than 1, the versions and the
identity, is made of what stands there.
"""


def newest() -> int:
    """Return the newest format that we know."""
    return 1 + len(MIGRATIONS)


def migrate(project: Project) -> Project:
    """Return *project* in the newest shape; `formaat` still tells which format its file has."""
    formaat = project.formaat
    for migration in MIGRATIONS[formaat - 1 :]:
        project = migration(project)
    return project._replace(formaat=formaat)


def newer_format(path: str) -> str:
    return f"{path}: dit bestand is gemaakt met een nieuwere routekaart."
