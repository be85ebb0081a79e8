"""From the fields of a project file to a project; unknown keys are kept, and what a person edited is read as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Geschiedenis, Project, Stand, Waarde, Wijziging
from routekaart_cli.dutch import enumeration
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.nodes import Node, Pairs, Scalar, Series, plain

NEWER_FORMAT_HINT = "Werk routekaart bij en probeer het opnieuw. Het bestand is niet veranderd."
_OPEN = {stand.value: stand for stand in (Stand.LEEG, Stand.WEET_NIET, Stand.LATER)}


def project(fields: Fields) -> Project:
    """Build the project in *fields*; raises `UnreadableFile` when a newer format makes no sense to us."""
    formaat = fields.text("formaat")
    if formaat and not re.fullmatch(r"[1-9]\d{0,5}", formaat):
        fields.reader.report(
            fields.place_of("formaat"), f"formaat '{formaat}' is onbekend. Bovenaan hoort te staan: formaat: 1"
        )
        return Project()
    antwoorden: dict[str, Antwoord] = {}
    for vraag_id, node, _ in fields.pairs("antwoorden"):
        if isinstance(node, Scalar):
            fields.reader.report(
                node.place, f"een antwoord staat op een regel eronder, zo: waarde: {node.value or '…'}"
            )
            continue
        antwoord = fields.record_of(node, _antwoord)
        if antwoord:
            antwoorden[vraag_id] = antwoord
    number = int(formaat or newest())
    if number > newest() and fields.reader.bevindingen:
        raise UnreadableFile(newer_format(fields.reader.name), NEWER_FORMAT_HINT)
    unknown = {name: plain(node) for name, node in fields.take_rest().items()}
    return migrate(Project(antwoorden, number, unknown))


def _antwoord(fields: Fields) -> Antwoord:
    gewijzigd, by_whom = fields.text("gewijzigd", ""), fields.text("door", "")
    alternatieven = fields.records("alternatieven", _alternatief)
    waarde = fields.node("waarde")
    stand = fields.text("open", "")
    if alternatieven:
        # A value beside them was written by hand: one more opinion.
        first = (Alternatief(_waarde(fields.reader, waarde), by_whom),) if waarde is not None else ()
        antwoord = Antwoord(Stand.ONEENS, "", gewijzigd, by_whom, (*first, *alternatieven))
    elif waarde is not None:
        antwoord = Antwoord(Stand.GEGEVEN, _waarde(fields.reader, waarde), gewijzigd, by_whom)
    else:
        if stand not in _OPEN:
            fields.reader.report(
                fields.place_of("open"),
                f"bij dit antwoord hoort 'waarde: …', of 'open:' met {enumeration(list(_OPEN), 'of')}",
            )
        antwoord = Antwoord(_OPEN.get(stand, Stand.LEEG), "", gewijzigd, by_whom)
    unknown = {name: plain(node) for name, node in fields.take_rest().items()}
    return antwoord._replace(unknown=unknown)


def _alternatief(fields: Fields) -> Alternatief:
    waarde = fields.node("waarde", verplicht=True)
    by_whom = fields.text("door", "")
    unknown = {name: plain(rest) for name, rest in fields.take_rest().items()}
    return Alternatief(_waarde(fields.reader, waarde) if waarde else "", by_whom, unknown)


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


def loose(fields: Fields) -> dict[str, Waarde | Antwoord]:
    """Build loose answers by id, or those of a whole project."""
    if {"antwoorden", "formaat"} <= fields.rest().keys():
        return dict(project(fields).antwoorden)
    return {name: _waarde(fields.reader, node) for name, node in fields.take_rest().items()}


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


MIGRATIONS: tuple[Callable[[Project], Project], ...] = ()
"""The first makes of a project of format 1 one of format 2, and so on. A format that was released never changes.

With a migration comes a file of the old format in `tests/projecten/`.
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
