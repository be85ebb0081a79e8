"""The published JSON Schema of each document that `--json` gives; the tests hold every document against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart_cli.cli import documenten, opzoeken, projectbestand, typer_dutch
from routekaart_cli.domain.as_json import Schema, exactly, schema_of
from routekaart_cli.domain.routekaart import Onderwerp
from routekaart_cli.gesprek import sessie
from routekaart_cli.pages import json_document as of
from routekaart_cli.pages import redactie

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS: Mapping[str, Any] = {
    "routekaart": of.FasenJson | of.StatusJson,
    "start": sessie.StartJson,
    "vragen": of.VragenJson,
    "fase": of.FasenJson | of.FaseJson,
    "gemeente": of.FaseJson,
    "stap": of.StapMetActueelJson,
    "status": of.StatusJson,
    "nakijken": of.NakijkenJson,
    "tips": of.TipsJson,
    "voorbeelden": of.VoorbeeldenJson | of.EenVoorbeeldJson,
    "begrippen": of.BegrippenJson | of.BegripJson,
    "zoek": of.ZoekJson,
    "contact": of.ContactJson,
    "actueel": of.AlleActueelJson,
    "hulp": opzoeken.HulpJson | typer_dutch.OpdrachthulpJson | Onderwerp,
    "export": documenten.ExportJson,
    "werkblad": documenten.WerkbladJson,
    "agenda": documenten.AgendaJson,
    "controleer": of.ControleJson,
    "terugdraaien": of.WijzigingenJson | of.WijzigingJson | projectbestand.SessiesJson,
    "samenvoegen": projectbestand.SamenvoegingJson,
    "inhoud": redactie.BevindingenJson | redactie.KaartJson,
}
"""By command, what its `gegevens` hold."""


def document(opdracht: str) -> Schema:
    """Return the whole schema of the document of *opdracht*."""
    fields = {
        "schema": {"const": of.SCHEMA},
        "opdracht": {"const": opdracht},
        "gegevens": schema_of(DOCUMENTS[opdracht]),
    }
    return {"$schema": DIALECT, "title": f"routekaart {opdracht} --json", **exactly(fields)}


def of_all() -> Schema:
    """Return the schema of any document: of each command, or of an error."""
    error = exactly({"schema": {"const": of.SCHEMA}, "opdracht": schema_of(str), "fout": schema_of(of.FoutJson)})
    return {"$schema": DIALECT, "title": "routekaart --json", "anyOf": [*map(document, DOCUMENTS), error]}
