"""How a project and its last changes are written down: YAML that a person can read and edit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from routekaart_cli.domain.antwoorden import Antwoord, Geschiedenis, Project, Stand, Waarde, Wijziging
from routekaart_cli.project import from_yaml

HEADER = """\
# Dit is het projectbestand van routekaart. Hierin staan alle antwoorden van jullie groep.
# Je mag het lezen en veranderen. Eigen opmerkingen met # gaan verloren als routekaart het bestand weer bewaart.
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
    inhoud = {
        "formaat": from_yaml.newest(),
        **project.unknown,
        "antwoorden": {vraag_id: _antwoord_fields(antwoord) for vraag_id, antwoord in project.antwoorden.items()},
    }
    return HEADER + _dump(inhoud, _Dumper)


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


def _dump(inhoud: object, dumper: type[Any]) -> str:
    text: str = yaml.dump(inhoud, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return _dump(inhoud, _SlowDumper) if dumper is not _SlowDumper and "\\U000" in text else text


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text and _BLOCK.fullmatch(text) else None
    if not style and _ODD.search(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


for _soort in (_Dumper, _SlowDumper):
    _soort.add_representer(str, _text)


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
    velden: dict[str, object] = {}
    if antwoord.stand is Stand.GEGEVEN:
        velden["waarde"] = _waarde_fields(antwoord.waarde)
    elif antwoord.stand is Stand.ONEENS:
        velden["alternatieven"] = [
            {
                "waarde": _waarde_fields(alternatief.waarde),
                **({"door": alternatief.door} if alternatief.door else {}),
                **alternatief.unknown,
            }
            for alternatief in antwoord.alternatieven
        ]
    else:
        velden["open"] = antwoord.stand.value
    if antwoord.gewijzigd:
        velden["gewijzigd"] = antwoord.gewijzigd
    if antwoord.door:
        velden["door"] = antwoord.door
    return {**velden, **antwoord.unknown}


def _waarde_fields(waarde: Waarde) -> object:
    if isinstance(waarde, str):
        return waarde
    return [dict(part) if isinstance(part, Mapping) else part for part in waarde]
