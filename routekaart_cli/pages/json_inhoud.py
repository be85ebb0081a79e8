"""What the JSON documents of the reference half hold: what there is to read, whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from routekaart_cli.domain import actueel
from routekaart_cli.domain.antwoorden import Antwoorden
from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Fase, Federatie, Onderwerp, Tip, Voorbeeld
from routekaart_cli.pages import json_document

if TYPE_CHECKING:
    from routekaart_cli.inhoud.search import Result


def fase(
    fase: Fase, changed: Sequence[Actueel], antwoorden: Antwoorden | None, today: date, *, everything: bool
) -> dict[str, object]:
    """Return a whole fase with what has *changed*; without *everything* only its main tips and bare voorbeelden."""
    velden: dict[str, object] = {
        "id": fase.id,
        "nummer": fase.nummer,
        "titel": fase.titel,
        "doel": fase.doel,
        "uitkomst": fase.uitkomst,
        "stappen": [json_document.stap(part, antwoorden, today) for part in fase.stappen],
        "tips": [tip(part) for part in fase.tips if everything or part.hoofdtip],
        "voorbeelden": [voorbeeld(part, everything=everything) for part in fase.voorbeelden],
    }
    if fase.tips_voor_gemeenten:
        velden["tips_voor_gemeenten"] = [tip(part) for part in fase.tips_voor_gemeenten]
    if fase.beleid:
        velden["beleid"] = fase.beleid._asdict()
    velden["actueel"] = [actueel_item(item, today) for item in changed]
    return velden


def tips(fase: Fase) -> dict[str, object]:
    """Return all tips of a fase."""
    velden: dict[str, object] = {"fase": fase.id, "nummer": fase.nummer, "tips": [tip(part) for part in fase.tips]}
    if fase.tips_voor_gemeenten:
        velden["tips_voor_gemeenten"] = [tip(part) for part in fase.tips_voor_gemeenten]
    return velden


def voorbeelden(fase: Fase) -> dict[str, object]:
    """Return all voorbeelden of a fase, with their stories."""
    filled = [voorbeeld(part, everything=True) for part in fase.voorbeelden]
    return {"fase": fase.id, "nummer": fase.nummer, "voorbeelden": filled}


def tip(tip: Tip) -> dict[str, object]:
    """Return a tip."""
    return {"id": tip.id, "titel": tip.titel, "tekst": tip.tekst}


def voorbeeld(voorbeeld: Voorbeeld, *, everything: bool) -> dict[str, object]:
    """Return a voorbeeld; with *everything* its story too."""
    velden: dict[str, object] = {
        "id": voorbeeld.id,
        "titel": voorbeeld.titel,
        "soort": voorbeeld.soort,
        "kern": voorbeeld.kern,
    }
    if everything:
        velden |= {
            "plaats": voorbeeld.plaats or None,
            "verhaal": voorbeeld.verhaal,
            "let_op": voorbeeld.let_op or None,
            "meer": [{"tekst": more.tekst, "adres": more.adres, "datum": more.datum} for more in voorbeeld.meer],
        }
    return velden


def actueel_item(item: Actueel, today: date) -> dict[str, object]:
    """Return one thing that changed, and whether it has expired."""
    return {
        **item._asdict(),
        "geldig_tot": item.geldig_tot or None,
        "verlopen": actueel.has_expired(item, today),
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
        "federaties": [part._asdict() for part in federaties],
        "loketten": [part._asdict() for part in loketten],
        "koepel": contact.koepel._asdict(),
        "coalitie": {
            **contact.coalitie._asdict(),
            "partners": [partner._asdict() for partner in contact.coalitie.partners],
        },
    }


def found_page(result: Result) -> dict[str, object]:
    """Return what a search found, best first."""
    return {
        "term": result.term,
        "alle_woorden": result.all_words,
        "treffers": [
            {
                "soort": hit.piece.soort,
                "id": hit.piece.id,
                "titel": hit.piece.titel,
                "fase": hit.piece.fase,
                "zin": hit.sentence,
                "opdracht": hit.piece.opdracht,
            }
            for hit in result.hits
        ],
        "bedoeld": result.meant,
    }


def onderwerp(onderwerp: Onderwerp) -> dict[str, object]:
    """Return a subject of the help."""
    return {**onderwerp._asdict(), "regels": [regel._asdict() for regel in onderwerp.regels]}
