"""What the JSON documents of the reference half hold: what there is to read, whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routekaart_cli.domain import actueel
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Fase, Federatie, Onderwerp, Tip, Voorbeeld
from routekaart_cli.inhoud.search import Uitslag
from routekaart_cli.pages import json_document


def fase(
    fase: Fase, veranderd: Sequence[Actueel], antwoorden: Antwoorden | None, vandaag: date, *, alles: bool
) -> dict[str, object]:
    """Return a whole fase with what has *veranderd*; without *alles* only its main tips and bare voorbeelden."""
    velden: dict[str, object] = {
        "id": fase.id,
        "nummer": fase.nummer,
        "titel": fase.titel,
        "doel": fase.doel,
        "uitkomst": fase.uitkomst,
        "stappen": [json_document.stap(deel, antwoorden, vandaag) for deel in fase.stappen],
        "tips": [tip(deel) for deel in fase.tips if alles or deel.hoofdtip],
        "voorbeelden": [voorbeeld(deel, alles=alles) for deel in fase.voorbeelden],
    }
    if fase.tips_voor_gemeenten:
        velden["tips_voor_gemeenten"] = [tip(deel) for deel in fase.tips_voor_gemeenten]
    if fase.beleid:
        velden["beleid"] = fase.beleid._asdict()
    velden["actueel"] = [actueel_item(item, vandaag) for item in veranderd]
    return velden


def tips(fase: Fase) -> dict[str, object]:
    """Return all tips of a fase."""
    velden: dict[str, object] = {"fase": fase.id, "nummer": fase.nummer, "tips": [tip(deel) for deel in fase.tips]}
    if fase.tips_voor_gemeenten:
        velden["tips_voor_gemeenten"] = [tip(deel) for deel in fase.tips_voor_gemeenten]
    return velden


def voorbeelden(fase: Fase) -> dict[str, object]:
    """Return all voorbeelden of a fase, with their stories."""
    gevuld = [voorbeeld(deel, alles=True) for deel in fase.voorbeelden]
    return {"fase": fase.id, "nummer": fase.nummer, "voorbeelden": gevuld}


def tip(tip: Tip) -> dict[str, object]:
    """Return a tip."""
    return {"id": tip.id, "titel": tip.titel, "tekst": tip.tekst}


def voorbeeld(voorbeeld: Voorbeeld, *, alles: bool) -> dict[str, object]:
    """Return a voorbeeld; with *alles* its story too."""
    velden: dict[str, object] = {
        "id": voorbeeld.id,
        "titel": voorbeeld.titel,
        "soort": voorbeeld.soort,
        "kern": voorbeeld.kern,
    }
    if alles:
        velden |= {
            "plaats": voorbeeld.plaats or None,
            "verhaal": voorbeeld.verhaal,
            "let_op": voorbeeld.let_op or None,
            "meer": [{"tekst": meer.tekst, "adres": meer.adres, "datum": meer.datum} for meer in voorbeeld.meer],
        }
    return velden


def actueel_item(item: Actueel, vandaag: date) -> dict[str, object]:
    """Return one thing that changed, and whether it has expired."""
    return {
        **item._asdict(),
        "geldig_tot": item.geldig_tot or None,
        "verlopen": actueel.is_verlopen(item, vandaag),
        "bronnen": [bron._asdict() for bron in item.bronnen],
        "past_bij": json_document.als(item.past_bij),
    }


def begrip(begrip: Begrip) -> dict[str, object]:
    """Return a difficult word."""
    return begrip._asdict()


def contact(contact: Contact, federatie: Federatie | None) -> dict[str, object]:
    """Return who can help in the whole country, and in the provincie of *federatie* or else in every one."""
    federaties = [federatie] if federatie else contact.federaties
    loketten = [loket for loket in contact.loketten if not federatie or loket.provincie == federatie.provincie]
    return {
        "gecontroleerd_op": contact.gecontroleerd_op,
        "provincie": federatie.provincie if federatie else None,
        "federaties": [deel._asdict() for deel in federaties],
        "loketten": [deel._asdict() for deel in loketten],
        "koepel": contact.koepel._asdict(),
        "coalitie": {
            **contact.coalitie._asdict(),
            "partners": [partner._asdict() for partner in contact.coalitie.partners],
        },
    }


def gevonden(uitslag: Uitslag) -> dict[str, object]:
    """Return what a search found, best first."""
    return {
        "term": uitslag.term,
        "alle_woorden": uitslag.alle_woorden,
        "treffers": [
            {
                "soort": treffer.stuk.soort,
                "id": treffer.stuk.id,
                "titel": treffer.stuk.titel,
                "fase": treffer.stuk.fase,
                "zin": treffer.zin,
                "opdracht": treffer.stuk.opdracht,
            }
            for treffer in uitslag.treffers
        ],
        "bedoeld": uitslag.bedoeld,
    }


def onderwerp(onderwerp: Onderwerp) -> dict[str, object]:
    """Return a subject of the help."""
    regels = [{"wat": wat, "doet": doet} for wat, doet in onderwerp.regels]
    return {**onderwerp._asdict(), "regels": regels}
