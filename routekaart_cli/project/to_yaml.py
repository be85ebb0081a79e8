"""How a project and its last changes are written down: YAML that a person can read and edit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from routekaart_cli.domain.antwoorden import Antwoord, Entry, Geschiedenis, Project, Stand, Waarde, Wijziging
from routekaart_cli.project import from_yaml, versies
from routekaart_cli.yaml_fields.nodes import Bare

HEADER = """\
# Dit is het projectbestand van routekaart. Hierin staan alle antwoorden van jullie groep.
# Je mag het lezen en veranderen. Eigen opmerkingen met # gaan verloren als routekaart het bestand weer bewaart.
# Laat id, versie en gezien staan: daarmee worden exemplaren van dit bestand weer één.
"""
_HISTORY_HEADER = """\
# De laatste wijzigingen van dit project, voor: routekaart terugdraaien.
# Dit bestand mag weg. Dan kun je alleen niets meer terugdraaien.
"""
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that stay the same only as numbers between quotes."""
_BLOCK = re.compile(r"(?=\S)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\S")
"""Text that stays the same as a YAML block: nothing invisible, no blanks at the ends."""


def dump(project: Project) -> str:
    """Return the text of the project file for *project*."""
    antwoorden = {
        vraag_id: project.entries.get(vraag_id) or versies.entries_of(antwoord)
        for vraag_id, antwoord in project.antwoorden.items()
    }
    drafts = {name: project.entries[f"{versies.CONCEPT}{name}"] for name in project.concepten}
    above = {"formaat": from_yaml.newest(), **({"project": project.id} if project.id else {})}
    above |= {name: part for name, part in project.unknown.items() if name not in project.below}
    below = {
        **{name: part for name, part in project.unknown.items() if name in project.below},
        **({"vergeten": versies.dots_text(project.vergeten.items())} if project.vergeten else {}),
        # Last: of a file that a sync program brought halfway, nothing counts as taken out on purpose.
        **({"gezien": versies.dots_text(project.gezien.items())} if project.gezien else {}),
    }
    return "".join(
        (
            HEADER,
            _dump(above),
            _answers("antwoorden", antwoorden) or "antwoorden: {}\n",
            _answers("concepten", drafts),
            _dump(below) if below else "",
        )
    )


_written: dict[tuple[str, str], tuple[Sequence[Entry], str]] = {}
"""By heading and vraag what was written there last, and its text: at a save nearly all answers are what they were."""


def _answers(heading: str, entries: Mapping[str, Sequence[Entry]]) -> str:
    """Return the text of the answers *entries* below *heading*."""
    texts = []
    for vraag_id, here in entries.items():
        before, text = _written.get((heading, vraag_id), ((), ""))
        if before is not here:
            text = _dump({heading: {vraag_id: _entries_fields(here)}}).removeprefix(f"{heading}:\n")
            _written[heading, vraag_id] = here, text
        texts.append(text)
    return "".join([f"{heading}:\n", *texts]) if texts else ""


def dump_geschiedenis(geschiedenis: Geschiedenis) -> str:
    """Return the text of the file with the last changes: YAML too, but one change a line, written as JSON.

    It is written at every answer and nobody reads it; PyYAML would take ten times as long.
    """
    lines = [_HISTORY_HEADER]
    for name in geschiedenis._fields:
        stack = [
            _ODD.sub(_json_char, json.dumps(_wijziging_fields(part), ensure_ascii=False))
            for part in getattr(geschiedenis, name)
        ]
        lines.append("\n- ".join([f"{name}:", *stack]) if stack else f"{name}: []")
    return "\n".join([*lines, ""])


class _Readable:
    """Writes text of several lines as a block, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the name PyYAML gives it
        return True


class _Dumper(_Readable, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    pass


class _SlowDumper(_Readable, yaml.SafeDumper):
    """Knows emoji, which the C library would write as numbers."""


def _dump(inhoud: object, dumper: type[Any] = _Dumper) -> str:
    text: str = yaml.dump(inhoud, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return _dump(inhoud, _SlowDumper) if dumper is not _SlowDumper and "\\U000" in text else text


def _text(dumper: Any, text: str) -> Any:
    style = None
    if not text.isprintable():  # most is, and asking that costs least
        style = "|" if "\n" in text and _BLOCK.fullmatch(text) else '"' if _ODD.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _bare(dumper: Any, text: Bare) -> Any:
    """Write *text* without quotes again, as the number or day that it was to other programs."""
    return dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, str(text), (True, False)), str(text))


for _soort in (_Dumper, _SlowDumper):
    _soort.add_representer(str, _text)
    _soort.add_representer(Bare, _bare)


def _json_char(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _wijziging_fields(wijziging: Wijziging) -> dict[str, object]:
    antwoorden = []
    for vraag_id, old in wijziging.oud.items():
        sides = {"oud": old, "nieuw": wijziging.nieuw[vraag_id]}
        antwoorden.append(
            {"vraag": vraag_id} | {name: _antwoord_fields(antwoord) for name, antwoord in sides.items() if antwoord}
        )
    return {"moment": wijziging.moment, "antwoorden": antwoorden}


def _antwoord_fields(antwoord: Antwoord) -> dict[str, object]:
    """Return an answer of the list of changes, which knows no versions."""
    return _entries_fields(versies.entries_of(antwoord))


def _entries_fields(entries: Sequence[Entry]) -> dict[str, object]:
    """Return what stands at a vraag: one value, the rows of a lijst, or several values side by side."""
    rows = [entry for entry in entries if entry.rij]
    sides = [[entry] for entry in entries if not entry.rij] + ([rows] if rows else [])
    if len(sides) == 1:
        return _side_fields(sides[0], "")
    last = max(entry.gewijzigd for entry in entries)
    moment = {"gewijzigd": last} if last else {}
    return {"alternatieven": [_side_fields(side, last) for side in sides], **moment}


def _side_fields(side: Sequence[Entry], known: str) -> dict[str, object]:
    """Return the fields of one value, or of all rows of a lijst; the moment only where it is not the one *known*."""
    entry, last = side[0], max(entry.gewijzigd for entry in side)
    moment = {"gewijzigd": last} if last != known else {}
    if entry.rij:
        unknown = {name: kept for row in side for name, kept in row.unknown.items()}
        return {"waarde": [_row_fields(row, last) for row in side], **moment, **unknown}
    filled = entry.stand is Stand.GEGEVEN
    fields: dict[str, object] = {"waarde": _waarde_fields(entry.waarde)} if filled else {"open": entry.stand.value}
    fields |= moment
    if entry.door:
        fields["door"] = entry.door
    return fields | _versie_fields(entry) | dict(entry.unknown)


def _row_fields(row: Entry, known: str) -> dict[str, object]:
    record = row.waarde[0]
    fields = dict(record) if isinstance(record, Mapping) else {}
    moment = {"gewijzigd": row.gewijzigd} if row.gewijzigd != known else {}
    return {**({"id": row.rij} if row.dots else {}), **fields, **moment, **_versie_fields(row)}


def _versie_fields(entry: Entry) -> dict[str, object]:
    return {"versie": f"{versies.dots_text(entry.dots)} ~{versies.digest(entry)}"} if entry.dots else {}


def _waarde_fields(waarde: Waarde) -> object:
    if isinstance(waarde, str):
        return waarde
    return [dict(part) if isinstance(part, Mapping) else part for part in waarde]
