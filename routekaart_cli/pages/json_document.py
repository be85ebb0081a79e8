"""The one JSON document of a command, as section 7 of the design lays it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand, Waarde, Wijziging, text_of
from routekaart_cli.domain.routekaart import Deel, Fase, Soort, Stap, Status, Voorwaarde, Vraag
from routekaart_cli.domain.vaste_vragen import GEMEENTE, NOTITIE, WANNEER, WIE, WIJK
from routekaart_cli.errors import RoutekaartError

if TYPE_CHECKING:
    from routekaart_cli.project.controle import Controle

SCHEMA = "routekaart/1"


def render(opdracht: str, data: object) -> str:
    """Return the document of *opdracht* with *data*, which hold only what JSON knows."""
    return _dump({"schema": SCHEMA, "opdracht": opdracht, "gegevens": data})


def render_error(opdracht: str, error: RoutekaartError) -> str:
    """Return the document of an error."""
    velden = {"code": error.exit_code, "soort": error.soort, "melding": error.message, "hint": error.hint}
    return _dump({"schema": SCHEMA, "opdracht": opdracht, "fout": velden})


def vraag(vraag: Vraag) -> dict[str, object]:
    """Return a vraag with all that `--antwoord` needs to know."""
    velden: dict[str, object] = {
        "id": vraag.id,
        "kort": vraag.kort,
        "vraag": vraag.vraag,
        "soort": vraag.soort.value,
        "keuzes": [{"id": keuze.id, "tekst": keuze.tekst} for keuze in vraag.keuzes],
        "als": als(vraag.als),
        "verplicht": vraag.verplicht.value,
        "persoonsgegeven": vraag.persoonsgegeven,
        "fase": vraag.fase,
        "stap": vraag.stap,
    }
    if vraag.velden:
        velden["velden"] = [
            {
                "id": veld.id,
                "vraag": veld.vraag,
                "soort": veld.soort.value,
                "keuzes": [{"id": keuze.id, "tekst": keuze.tekst} for keuze in veld.keuzes],
                "persoonsgegeven": veld.persoonsgegeven,
            }
            for veld in vraag.velden
        ]
    return velden


def stap(stap: Stap, antwoorden: Antwoorden | None, today: date) -> dict[str, object]:
    """Return a stap; with a project (*antwoorden* not None) also how it is doing and its answers."""
    velden: dict[str, object] = {
        "id": stap.id,
        "nummer": stap.nummer,
        "titel": stap.titel,
        "uitleg": stap.uitleg,
        "vragen": [vraag.id for vraag in stap.vragen],
    }
    if antwoorden is not None:
        velden |= {
            "status": voortgang.status(stap, antwoorden).value,
            "wie": stap.text(WIE, antwoorden) or None,
            "wanneer": stap.text(WANNEER, antwoorden) or None,
            "notitie": stap.text(NOTITIE, antwoorden) or None,
            "datum_voorbij": voortgang.is_late(stap, antwoorden, today),
            "antwoorden": {
                vraag.id: antwoord(vraag, antwoorden[vraag.id]) for vraag in stap.vragen if vraag.id in antwoorden
            },
        }
    return velden


def antwoord(vraag: Vraag, antwoord: Antwoord) -> dict[str, object]:
    """Return an answer: what stands there, and its value where there is one."""
    velden: dict[str, object] = {"stand": antwoord.stand.value}
    if antwoord.stand is Stand.GEGEVEN:
        velden["waarde"] = _waarde(vraag, antwoord.waarde)
    if antwoord.alternatieven:
        velden["alternatieven"] = [
            {"waarde": _waarde(vraag, alternatief.waarde), "door": alternatief.door or None}
            for alternatief in antwoord.alternatieven
        ]
    return velden


def wijziging(wijziging: Wijziging, vragen: Mapping[str, tuple[Vraag, str]]) -> dict[str, object]:
    """Return a change: when it was, and for each of its *vragen* the answer before and after; null is no answer."""
    antwoorden = []
    for name, old in wijziging.oud.items():
        sides = {"oud": old, "nieuw": wijziging.nieuw[name]}
        waarden = {side: antwoord(vragen[name][0], this) if this else None for side, this in sides.items()}
        antwoorden.append({"id": name, **waarden})
    return {"moment": wijziging.moment, "antwoorden": antwoorden}


def controle(seen: Controle, beside: Sequence[str]) -> dict[str, object]:
    """Return what is wrong and what is missing in a project, and which copies are *beside* it."""
    return {
        "compleet": seen.complete,
        "nieuwer": seen.nieuwer,
        "past_niet": [{"id": part.vraag.id, "reden": part.reden} for part in seen.past_niet],
        "niet_eens": [vraag.id for vraag in seen.oneens],
        "open_punten": [vraag.id for vraag in seen.open_punten],
        "vraag_weg": list(seen.weg),
        "onbekend": list(seen.unknown),
        "geparkeerd": list(seen.geparkeerd),
        "kopieen": list(beside),
    }


def fase_short(fase: Fase, antwoorden: Antwoorden | None) -> dict[str, object]:
    """Return a fase in one line, with counts per status when there is a project."""
    velden: dict[str, object] = {
        "id": fase.id,
        "nummer": fase.nummer,
        "titel": fase.titel,
        "uitkomst": fase.uitkomst,
        "stappen": len(fase.stappen),
    }
    if antwoorden is not None:
        velden |= counts_by_status(fase, antwoorden)
    return velden


def counts_by_status(fase: Fase, antwoorden: Antwoorden) -> dict[str, int]:
    """Return the counts per status, with keys JSON users can rely on."""
    return {status.value.replace("-", "_"): voortgang.status_counts(fase, antwoorden)[status] for status in Status}


def status(overzicht: voortgang.Overzicht, file: str, today: date) -> dict[str, object]:
    """Return where a group is: counts per fase, what makes sense now and why, dates that passed, open points."""
    antwoorden = overzicht.antwoorden
    return {
        "bestand": file,
        "wijk": text_of(antwoorden.get(WIJK)) or None,
        "gemeente": text_of(antwoorden.get(GEMEENTE)) or None,
        "fase": {"id": overzicht.huidig.id, "nummer": overzicht.huidig.nummer, "advies": overzicht.advies or None},
        "intake_nog": {"minst": overzicht.intake_nog[0], "meest": overzicht.intake_nog[1]},
        "fasen": [fase_short(fase, antwoorden) for fase in overzicht.all_fasen],
        "acties": [
            {
                "stap": actie.stap.id,
                "nummer": actie.stap.nummer,
                "titel": actie.stap.titel,
                "reden": actie.reden.value,
                "wie": actie.wie or None,
                "wanneer": actie.wanneer or None,
            }
            for actie in overzicht.acties
        ],
        "datum_voorbij": [
            part.id
            for fase in overzicht.all_fasen
            for part in fase.stappen
            if voortgang.is_late(part, antwoorden, today)
        ],
        "open_punten": [vraag.id for vraag in overzicht.open_punten],
        "geparkeerd": list(overzicht.geparkeerd),
    }


def als(voorwaarden: Sequence[Voorwaarde]) -> dict[str, object]:
    """Return conditions: by vraag the one value that makes them hold, or any of a list."""
    return {
        voorwaarde.vraag: voorwaarde.waarden[0] if len(voorwaarde.waarden) == 1 else list(voorwaarde.waarden)
        for voorwaarde in voorwaarden
    }


def _waarde(vraag: Vraag, waarde: Waarde) -> object:
    if isinstance(waarde, tuple):
        return [dict(part) if isinstance(part, Mapping) else part for part in waarde]
    if vraag.soort is Soort.GETAL and waarde.isdecimal() and len(waarde) < 16:  # a number that JSON can hold
        return int(waarde)
    return waarde


def _dump(document: object) -> str:
    import json  # commands import this module for a document that is seldom asked for

    return json.dumps(document, indent=2) + "\n"


def nakijken(parts: Sequence[Deel], vragen: Sequence[Vraag], antwoorden: Antwoorden) -> dict[str, object]:
    """Return the answers that count in each of *parts*, and which of all *vragen* have one that does not count."""
    counting = intake.counted(vragen, antwoorden)
    return {
        "delen": [
            {
                "id": part.id,
                "titel": part.titel,
                "antwoorden": {v.id: antwoord(v, counting[v.id]) if v.id in counting else None for v in part.vragen},
            }
            for part in parts
        ],
        "geparkeerd": list(intake.parked(vragen, antwoorden)),
    }
