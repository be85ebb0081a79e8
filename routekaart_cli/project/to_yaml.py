"""How a project and its last changes are written down: YAML that a person can read and edit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from routekaart_cli.domain.antwoorden import Antwoord, Geschiedenis, Project, Stand, Waarde, Wijziging
from routekaart_cli.project import from_yaml

KOP = """\
# Dit is het projectbestand van routekaart. Hierin staan alle antwoorden van jullie groep.
# Je mag het lezen en veranderen. Eigen opmerkingen met # gaan verloren als routekaart het bestand weer bewaart.
"""
_KOP_GESCHIEDENIS = """\
# De laatste wijzigingen van dit project, voor: routekaart terugdraaien.
# Dit bestand mag weg. Dan kun je alleen niets meer terugdraaien.
"""
_VREEMD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that stay the same only as numbers between quotes."""
_BLOK = re.compile(r"(?=\S)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\S")
"""Text that stays the same as a YAML block: nothing invisible, no blanks at the ends."""


def dump(project: Project) -> str:
    """Return the text of the project file for *project*."""
    inhoud = {
        "formaat": from_yaml.nieuwste(),
        **project.onbekend,
        "antwoorden": {vraag_id: _antwoord_velden(antwoord) for vraag_id, antwoord in project.antwoorden.items()},
    }
    return KOP + _dump(inhoud, _Dumper)


def dump_geschiedenis(geschiedenis: Geschiedenis) -> str:
    """Return the text of the file with the last changes: YAML too, but one change a line, written as JSON.

    It is written at every answer and nobody reads it; PyYAML would take ten times as long.
    """
    regels = [_KOP_GESCHIEDENIS]
    for naam in geschiedenis._fields:
        stapel = [
            _VREEMD.sub(_json_teken, json.dumps(_wijziging_velden(deel), ensure_ascii=False))
            for deel in getattr(geschiedenis, naam)
        ]
        regels.append("\n- ".join([f"{naam}:", *stapel]) if stapel else f"{naam}: []")
    return "\n".join([*regels, ""])


class _Leesbaar:
    """Writes text of several lines as a block, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:  # the name PyYAML gives it  # noqa: ARG002  # the name PyYAML gives it
        return True


class _Dumper(_Leesbaar, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    pass


class _SlowDumper(_Leesbaar, yaml.SafeDumper):
    """Knows emoji, which the C library would write as numbers."""


def _dump(inhoud: object, dumper: type[Any]) -> str:
    tekst: str = yaml.dump(inhoud, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return _dump(inhoud, _SlowDumper) if dumper is not _SlowDumper and "\\U000" in tekst else tekst


def _tekst(dumper: Any, tekst: str) -> Any:
    stijl = "|" if "\n" in tekst and _BLOK.fullmatch(tekst) else None
    if not stijl and _VREEMD.search(tekst):
        stijl = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", tekst, style=stijl)


for _soort in (_Dumper, _SlowDumper):
    _soort.add_representer(str, _tekst)


def _json_teken(gevonden: re.Match[str]) -> str:
    return f"\\u{ord(gevonden[0]):04x}"


def _wijziging_velden(wijziging: Wijziging) -> dict[str, object]:
    antwoorden = []
    for vraag_id, oud in wijziging.oud.items():
        kanten = {"oud": oud, "nieuw": wijziging.nieuw[vraag_id]}
        antwoorden.append(
            {"vraag": vraag_id} | {naam: _antwoord_velden(antwoord) for naam, antwoord in kanten.items() if antwoord}
        )
    return {"moment": wijziging.moment, "antwoorden": antwoorden}


def _antwoord_velden(antwoord: Antwoord) -> dict[str, object]:
    velden: dict[str, object] = {}
    if antwoord.stand is Stand.GEGEVEN:
        velden["waarde"] = _waarde_velden(antwoord.waarde)
    elif antwoord.stand is Stand.ONEENS:
        velden["alternatieven"] = [
            {
                "waarde": _waarde_velden(alternatief.waarde),
                **({"door": alternatief.door} if alternatief.door else {}),
                **alternatief.onbekend,
            }
            for alternatief in antwoord.alternatieven
        ]
    else:
        velden["open"] = antwoord.stand.value
    if antwoord.gewijzigd:
        velden["gewijzigd"] = antwoord.gewijzigd
    if antwoord.door:
        velden["door"] = antwoord.door
    return {**velden, **antwoord.onbekend}


def _waarde_velden(waarde: Waarde) -> object:
    if isinstance(waarde, str):
        return waarde
    return [dict(deel) if isinstance(deel, Mapping) else deel for deel in waarde]
