"""The published JSON Schema of each document that `--json` gives; the tests hold every document against it."""

from __future__ import annotations

from collections.abc import Mapping

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.domain.as_json import schema_of
from routekaart_cli.domain.routekaart import Soort, Status, Verplicht, VoorbeeldSoort, Zekerheid
from routekaart_cli.domain.voortgang import Reden
from routekaart_cli.inhoud.search import SOORTEN
from routekaart_cli.pages.json_document import SCHEMA
from routekaart_cli.plan.agenda import Agenda
from routekaart_cli.project.samenvoeging import Herkomst

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = Mapping[str, object]

TEKST: Schema = {"type": "string"}
GETAL: Schema = {"type": "integer"}
JA_NEE: Schema = {"type": "boolean"}
DATUM: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
MOMENT: Schema = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}T.*)?$"}
FASE: Schema = {"enum": [1, 2, 3, 4, 5, "gemeente", None]}


def one_of(*waarden: str) -> Schema:
    return {"enum": [str(waarde) for waarde in waarden]}


def of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def of_niets(schema: Schema) -> Schema:
    return of(schema, {"type": "null"})


def lijst(part: Schema) -> Schema:
    return {"type": "array", "items": part}


def per_naam(part: Schema) -> Schema:
    return {"type": "object", "additionalProperties": part}


def velden(may: Mapping[str, Schema] | None = None, /, **must: Schema) -> Schema:
    """Return the schema of a record with exactly the fields that it *must* have, and perhaps those that it *may*."""
    return {
        "type": "object",
        "properties": {**must, **(may or {})},
        "required": list(must),
        "additionalProperties": False,
    }


IDS = lijst(TEKST)
VOORWAARDEN = per_naam(of(TEKST, IDS))
KEUZES = lijst(velden(id=TEKST, tekst=TEKST))
VERWIJZINGEN = lijst(velden(tekst=TEKST, adres=TEKST, datum=TEKST))
WAARDE = of(TEKST, GETAL, IDS, lijst(per_naam(TEKST)))
ANTWOORD = velden(
    {"waarde": WAARDE, "alternatieven": lijst(velden(waarde=WAARDE, door=of_niets(TEKST)))}, stand=one_of(*Stand)
)
VELD = velden(id=TEKST, vraag=TEKST, soort=one_of(*Soort), keuzes=KEUZES, persoonsgegeven=JA_NEE)
VRAAG = velden(
    {"velden": lijst(VELD)},
    id=TEKST, kort=TEKST, vraag=TEKST, soort=one_of(*Soort), keuzes=KEUZES, als=VOORWAARDEN,
    verplicht=one_of(*Verplicht), persoonsgegeven=JA_NEE, fase=FASE, stap=of_niets(TEKST),
)  # fmt: skip
_STAP: Mapping[str, Schema] = {"id": TEKST, "nummer": TEKST, "titel": TEKST, "uitleg": TEKST, "vragen": IDS}
_STAND: Mapping[str, Schema] = {
    "status": one_of(*Status), "wie": of_niets(TEKST), "wanneer": of_niets(TEKST), "notitie": of_niets(TEKST),
    "datum_voorbij": JA_NEE, "antwoorden": per_naam(ANTWOORD),
}  # fmt: skip
STAP = velden(_STAND, **_STAP)
TELLINGEN = {status.value.replace("-", "_"): GETAL for status in Status}
FASE_KORT = velden(TELLINGEN, id=TEKST, nummer=of_niets(GETAL), titel=TEKST, uitkomst=TEKST, stappen=GETAL)
TIP = velden(id=TEKST, titel=TEKST, tekst=TEKST)
VOORBEELD = velden(
    {"plaats": of_niets(TEKST), "verhaal": TEKST, "let_op": of_niets(TEKST), "meer": VERWIJZINGEN},
    id=TEKST, titel=TEKST, soort=one_of(*VoorbeeldSoort), kern=TEKST,
)  # fmt: skip
ACTUEEL = velden(
    id=TEKST, thema=TEKST, titel=TEKST, tekst=TEKST, zekerheid=one_of(*Zekerheid), vraag_na=TEKST,
    gecontroleerd_op=DATUM, geldig_tot=of_niets(DATUM), verlopen=JA_NEE, hoort_bij=IDS, bronnen=VERWIJZINGEN,
    past_bij=VOORWAARDEN,
)  # fmt: skip
BEGRIP = velden(
    id=TEKST, woord=TEKST, uitleg=TEKST, bron=TEKST, zekerheid=one_of(*Zekerheid), ook=IDS
)  # fmt: skip
FASE_HEEL = velden(
    {"tips_voor_gemeenten": lijst(TIP), "beleid": velden(titel=TEKST, tekst=TEKST)},
    id=TEKST, nummer=of_niets(GETAL), titel=TEKST, doel=TEKST, uitkomst=TEKST, stappen=lijst(STAP), tips=lijst(TIP),
    voorbeelden=lijst(VOORBEELD), actueel=lijst(ACTUEEL),
)  # fmt: skip
FASEN = velden(fasen=lijst(FASE_KORT))
STATUS = velden(
    bestand=TEKST, wijk=of_niets(TEKST), gemeente=of_niets(TEKST),
    fase=velden(id=TEKST, nummer=of_niets(GETAL), advies=of_niets(TEKST)), intake_nog=velden(minst=GETAL, meest=GETAL),
    fasen=lijst(FASE_KORT),
    acties=lijst(
        velden(
            stap=TEKST, nummer=TEKST, titel=TEKST, reden=one_of(*Reden), wie=of_niets(TEKST), wanneer=of_niets(TEKST)
        )
    ),
    datum_voorbij=IDS, open_punten=IDS, geparkeerd=IDS,
)  # fmt: skip
WIJZIGING = velden(moment=MOMENT, antwoorden=lijst(velden(id=TEKST, oud=of_niets(ANTWOORD), nieuw=of_niets(ANTWOORD))))
SESSIE = velden(nummer=GETAL, moment=MOMENT, antwoorden=of_niets(GETAL), anders=of_niets(GETAL))
HULPREGELS = lijst(velden(naam=TEKST, uitleg=TEKST))
PER_FASE = {"fase": TEKST, "nummer": of_niets(GETAL)}

DOCUMENTS: Mapping[str, Schema] = {
    "routekaart": of(FASEN, STATUS),
    "start": velden(bestand=TEKST, antwoorden=GETAL, open=IDS),
    "vragen": velden(vragen=lijst(VRAAG)),
    "fase": of(FASEN, FASE_HEEL),
    "gemeente": FASE_HEEL,
    "stap": velden(_STAND, **_STAP, actueel=lijst(ACTUEEL)),
    "status": STATUS,
    "nakijken": velden(
        delen=lijst(velden(id=TEKST, titel=TEKST, antwoorden=per_naam(of_niets(ANTWOORD)))), geparkeerd=IDS
    ),
    "tips": velden(fasen=lijst(velden({"tips_voor_gemeenten": lijst(TIP)}, **PER_FASE, tips=lijst(TIP)))),
    "voorbeelden": of(
        velden(fasen=lijst(velden(**PER_FASE, voorbeelden=lijst(VOORBEELD)))), velden(fase=TEKST, voorbeeld=VOORBEELD)
    ),
    "begrippen": of(velden(begrippen=lijst(BEGRIP)), velden(begrip=BEGRIP, actueel=lijst(ACTUEEL))),
    "zoek": velden(
        term=TEKST,
        alle_woorden=JA_NEE,
        treffers=lijst(
            velden(soort=one_of(*SOORTEN), id=TEKST, titel=TEKST, fase=FASE, zin=TEKST, opdracht=TEKST)
        ),
        bedoeld=of_niets(TEKST),
    ),
    "contact": velden(
        gecontroleerd_op=DATUM,
        provincie=of_niets(TEKST),
        federaties=lijst(
            velden(
                provincie=TEKST, provincienaam=TEKST, naam=TEKST, site=TEKST, bron=TEKST, datum=TEKST,
                zekerheid=one_of(*Zekerheid), ook=IDS,
            )
        ),
        loketten=lijst(velden(provincie=TEKST, naam=TEKST, tekst=TEKST, adres=TEKST, datum=TEKST)),
        koepel=velden(naam=TEKST, email=TEKST, telefoon=TEKST, site=TEKST, jouw_provincie=TEKST, let_op=TEKST),
        coalitie=velden(
            naam=TEKST, site=TEKST, tekst=TEKST,
            partners=lijst(velden(naam=TEKST, site=TEKST, helpt_met=TEKST, bron=TEKST, datum=TEKST)),
        ),
    ),
    "actueel": velden(actueel=lijst(ACTUEEL)),
    "hulp": of(
        velden(opdrachten=lijst(velden(naam=TEKST, groep=TEKST, wat=TEKST)), onderwerpen=IDS),
        velden(naam=TEKST, wat=TEKST, gebruik=TEKST, invullen=HULPREGELS, opties=HULPREGELS),
        velden(id=TEKST, titel=TEKST, uitleg=TEKST, regels=lijst(velden(wat=TEKST, doet=TEKST)), gesprek=TEKST),
    ),
    "export": velden(
        {
            "behouden": lijst(velden(id=TEKST, titel=TEKST, nieuwer=JA_NEE, vervallen=JA_NEE)),
            "stuk": IDS,
            "terug": IDS,
        },
        formaat=TEKST, bestand=of_niets(TEKST), plan=of_niets(TEKST), weggelaten=per_naam(GETAL), verdacht=IDS,
    ),
    "werkblad": velden(formaat=TEKST, bestand=of_niets(TEKST), werkblad=of_niets(TEKST)),
    "agenda": velden(bestand=of_niets(TEKST), agenda=schema_of(Agenda)),
    "controleer": velden(
        compleet=JA_NEE, nieuwer=JA_NEE, past_niet=lijst(velden(id=TEKST, reden=TEKST)), niet_eens=IDS, open_punten=IDS,
        vraag_weg=IDS, onbekend=IDS, geparkeerd=IDS, kopieen=IDS,
    ),
    "terugdraaien": of(velden(wijzigingen=lijst(WIJZIGING)), WIJZIGING, velden(sessies=lijst(SESSIE))),
    "vergeet": WIJZIGING,
    "kopie": velden(bestand=TEKST, antwoorden=GETAL),
    "samenvoegen": velden(bestand=TEKST, antwoorden=per_naam(one_of(*Herkomst))),
    "inhoud": of(
        velden(in_orde=JA_NEE, bevindingen=IDS),
        velden(
            fasen=lijst(
                velden(
                    id=TEKST, nummer=of_niets(GETAL), titel=TEKST, bestand=TEKST, tips=GETAL, voorbeelden=GETAL,
                    stappen=lijst(velden(id=TEKST, nummer=TEKST, titel=TEKST, vragen=GETAL)),
                )
            ),
            verder=lijst(velden(bestand=TEKST, wat=TEKST, aantal=GETAL)),
        ),
    ),
}  # fmt: skip
"""By command, what its `gegevens` hold."""

FOUT = velden(code=GETAL, soort=TEKST, melding=TEKST, hint=TEKST)


def document(opdracht: str) -> Schema:
    """Return the whole schema of the document of *opdracht*."""
    fixed = {"schema": {"const": SCHEMA}, "opdracht": {"const": opdracht}}
    return {
        "$schema": DIALECT,
        "title": f"routekaart {opdracht} --json",
        **velden(**fixed, gegevens=DOCUMENTS[opdracht]),
    }


def all_fasen() -> Schema:
    """Return the schema of any document: of each command, or of an error."""
    error = velden(schema={"const": SCHEMA}, opdracht=TEKST, fout=FOUT)
    return {"$schema": DIALECT, "title": "routekaart --json", "anyOf": [*map(document, DOCUMENTS), error]}
