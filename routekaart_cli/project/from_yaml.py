"""From the fields of a project file to a project; unknown keys are kept, and what a person edited is read as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Geschiedenis, Project, Stand, Waarde, Wijziging
from routekaart_cli.dutch import enumeration
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.nodes import Node, Reeks, Tekst, Velden, plain

FORMAAT_NIEUWER_HINT = "Werk routekaart bij en probeer het opnieuw. Het bestand is niet veranderd."
_OPEN = {stand.value: stand for stand in (Stand.LEEG, Stand.WEET_NIET, Stand.LATER)}


def project(fields: Fields) -> Project:
    """Build the project in *fields*; raises `UnreadableFile` when a newer format makes no sense to us."""
    formaat = fields.text("formaat")
    if formaat and not re.fullmatch(r"[1-9]\d{0,5}", formaat):
        fields.reader.melden(
            fields.plaats_van("formaat"), f"formaat '{formaat}' is onbekend. Bovenaan hoort te staan: formaat: 1"
        )
        return Project()
    antwoorden: dict[str, Antwoord] = {}
    for vraag_id, node, _ in fields.pairs("antwoorden"):
        if isinstance(node, Tekst):
            fields.reader.melden(
                node.plaats, f"een antwoord staat op een regel eronder, zo: waarde: {node.waarde or '…'}"
            )
            continue
        antwoord = fields.record_of(node, _antwoord)
        if antwoord:
            antwoorden[vraag_id] = antwoord
    nummer = int(formaat or nieuwste())
    if nummer > nieuwste() and fields.reader.bevindingen:
        raise UnreadableFile(formaat_nieuwer(fields.reader.naam), FORMAAT_NIEUWER_HINT)
    onbekend = {naam: plain(node) for naam, node in fields.take_rest().items()}
    return migreer(Project(antwoorden, nummer, onbekend))


def _antwoord(fields: Fields) -> Antwoord:
    gewijzigd, door = fields.text("gewijzigd", ""), fields.text("door", "")
    alternatieven = fields.records("alternatieven", _alternatief)
    waarde = fields.node("waarde")
    stand = fields.text("open", "")
    if alternatieven:
        # A value beside them was written by hand: one more opinion.
        eerste = (Alternatief(_waarde(fields.reader, waarde), door),) if waarde is not None else ()
        antwoord = Antwoord(Stand.ONEENS, "", gewijzigd, door, (*eerste, *alternatieven))
    elif waarde is not None:
        antwoord = Antwoord(Stand.GEGEVEN, _waarde(fields.reader, waarde), gewijzigd, door)
    else:
        if stand not in _OPEN:
            fields.reader.melden(
                fields.plaats_van("open"),
                f"bij dit antwoord hoort 'waarde: …', of 'open:' met {enumeration(list(_OPEN), 'of')}",
            )
        antwoord = Antwoord(_OPEN.get(stand, Stand.LEEG), "", gewijzigd, door)
    onbekend = {naam: plain(node) for naam, node in fields.take_rest().items()}
    return antwoord._replace(onbekend=onbekend)


def _alternatief(fields: Fields) -> Alternatief:
    waarde = fields.node("waarde", verplicht=True)
    door = fields.text("door", "")
    onbekend = {naam: plain(rest) for naam, rest in fields.take_rest().items()}
    return Alternatief(_waarde(fields.reader, waarde) if waarde else "", door, onbekend)


def _waarde(reader: Reader, node: Node) -> Waarde:
    if isinstance(node, Tekst):
        return node.waarde
    if isinstance(node, Reeks):
        if all(isinstance(deel, Tekst) for deel in node.delen):
            return tuple(deel.waarde for deel in node.delen if isinstance(deel, Tekst))
        if all(_is_record(deel) for deel in node.delen):
            return tuple(
                {naam: waarde.waarde for naam, waarde in deel.paren.items() if isinstance(waarde, Tekst)}
                for deel in node.delen
                if isinstance(deel, Velden)
            )
    reader.melden(node.plaats, "hier hoort een tekst te staan, of een lijst met een streepje voor elk deel")
    return ""


def _is_record(node: Node) -> bool:
    return isinstance(node, Velden) and all(isinstance(waarde, Tekst) for waarde in node.paren.values())


def loose(fields: Fields) -> dict[str, Waarde | Antwoord]:
    """Build loose answers by id, or those of a whole project."""
    if {"antwoorden", "formaat"} <= fields.rest().keys():
        return dict(project(fields).antwoorden)
    return {naam: _waarde(fields.reader, node) for naam, node in fields.take_rest().items()}


def geschiedenis(fields: Fields) -> Geschiedenis:
    """Build the last changes of a project."""
    gebouwd = Geschiedenis(fields.records("gedaan", _wijziging), fields.records("teruggedraaid", _wijziging))
    fields.close()
    return gebouwd


def _wijziging(fields: Fields) -> Wijziging:
    moment = fields.text("moment")
    antwoorden = fields.records(
        "antwoorden", lambda f: (f.raw("vraag", ""), f.record("oud", _antwoord), f.record("nieuw", _antwoord))
    )
    return Wijziging(moment, {naam: oud for naam, oud, _ in antwoorden}, {naam: nieuw for naam, _, nieuw in antwoorden})


MIGRATIES: tuple[Callable[[Project], Project], ...] = ()
"""The first makes of a project of format 1 one of format 2, and so on. A format that was released never changes.

With a migration comes a file of the old format in `tests/projecten/`.
"""


def nieuwste() -> int:
    """Return the newest format that we know."""
    return 1 + len(MIGRATIES)


def migreer(project: Project) -> Project:
    """Return *project* in the newest shape; `formaat` still tells which format its file has."""
    formaat = project.formaat
    for migratie in MIGRATIES[formaat - 1 :]:
        project = migratie(project)
    return project._replace(formaat=formaat)


def formaat_nieuwer(pad: str) -> str:
    return f"{pad}: dit bestand is gemaakt met een nieuwere routekaart."
