"""The published JSON Schema of each document that `--json` gives; the tests hold every document against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart_cli.cli import aan_de_slag, adviseurs, documenten, opzoeken, projectbestand, redacteuren, typer_dutch
from routekaart_cli.domain.as_json import Schema, exactly, schema_of
from routekaart_cli.domain.routekaart import Onderwerp
from routekaart_cli.gesprek import sessie
from routekaart_cli.pages import json_document, redactie

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCHEMA = {"schema": {"const": json_document.SCHEMA}}
DOCUMENTS: Mapping[str, Any] = {
    "routekaart": json_document.FasenJson | json_document.StatusJson,
    "start": sessie.StartJson,
    "vragen": json_document.VragenJson,
    "snelkoppeling": aan_de_slag.SnelkoppelingJson,
    "fase": json_document.FasenJson | json_document.FaseJson,
    "gemeente": json_document.FaseJson,
    "stap": json_document.StapMetActueelJson,
    "status": json_document.StatusJson,
    "nakijken": json_document.NakijkenJson,
    "tips": json_document.TipsJson,
    "voorbeelden": json_document.VoorbeeldenJson | json_document.EenVoorbeeldJson,
    "begrippen": json_document.BegrippenJson | json_document.BegripJson,
    "zoek": json_document.ZoekJson,
    "contact": json_document.ContactJson,
    "actueel": json_document.AlleActueelJson,
    "hulp": opzoeken.HulpJson | typer_dutch.OpdrachthulpJson | Onderwerp,
    "export": documenten.ExportJson,
    "werkblad": documenten.WerkbladJson,
    "agenda": documenten.AgendaJson,
    "controleer": json_document.ControleJson,
    "terugdraaien": json_document.WijzigingenJson | json_document.WijzigingJson | projectbestand.SessiesJson,
    "kopie": projectbestand.KopieJson,
    "vergeet": json_document.WijzigingJson,
    "samenvoegen": projectbestand.SamenvoegingJson,
    "overzicht": adviseurs.OverzichtJson,
    "inhoud": redactie.BevindingenJson | redactie.KaartJson | redacteuren.SchemasJson,
}
"""By command, what its `gegevens` hold."""


def document(opdracht: str) -> Schema:
    """Return the whole schema of the document of *opdracht*."""
    fields = {**_SCHEMA, "opdracht": {"const": opdracht}, "gegevens": schema_of(DOCUMENTS[opdracht])}
    return {"$schema": DIALECT, "title": f"routekaart {opdracht} --json", **exactly(fields)}


def of_all() -> Schema:
    """Return the schema of any document: of each command, or of an error."""
    error = exactly({**_SCHEMA, "opdracht": schema_of(str), "fout": schema_of(json_document.FoutJson)})
    return {"$schema": DIALECT, "title": "routekaart --json", "anyOf": [*map(document, DOCUMENTS), error]}
