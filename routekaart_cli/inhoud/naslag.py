"""From the fields of a content file to records, for the reference half: contact, begrippen, what changed, help."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from routekaart_cli.domain.routekaart import (
    Actueel,
    Begrip,
    Coalitie,
    Contact,
    Federatie,
    Koepel,
    Loket,
    Onderwerp,
    Partner,
    Verwijzing,
    Voorwaarde,
    Zekerheid,
)
from routekaart_cli.dutch import nearest
from routekaart_cli.inhoud.begrippen import has_word
from routekaart_cli.inhoud.fasen import Bouwer, verwijzing, voorwaarden
from routekaart_cli.yaml_fields.fields import Fields

R = TypeVar("R")
_ZEKERHEDEN = {zekerheid.value: zekerheid for zekerheid in Zekerheid}


def actueel(fields: Fields, bekend: Collection[str], binnen: str = "") -> tuple[Actueel, ...]:
    """Build the records of `actueel.yaml`, in the order of the file.

    Each may belong to the ids in *bekend*. With *binnen*, the id of a fase, those are only the ids of that fase and its
    stappen, and what an item belongs to elsewhere is left unchecked.
    """
    bouwer = Bouwer(fields)

    def hoort_bij(f: Fields) -> tuple[str, ...]:
        gevonden = f.placed_texts("hoort_bij")
        for tekst, plaats in gevonden:
            hier = not binnen or tekst.partition(".")[0] == binnen
            if hier and tekst not in bekend:
                f.reader.melden(plaats, _hoort_nergens_bij(tekst, nearest(tekst, bekend)))
        return tuple(tekst for tekst, _ in gevonden)

    def item(f: Fields, thema: str) -> Actueel:
        return Actueel(
            id=bouwer.nieuw_id(f),
            thema=thema,
            titel=f.text("titel"),
            tekst=f.prose("tekst"),
            zekerheid=f.choice("zekerheid", Zekerheid),
            vraag_na=f.text("vraag_na"),
            gecontroleerd_op=f.isodate("gecontroleerd_op"),
            geldig_tot=f.isodate("geldig_tot", ""),
            hoort_bij=hoort_bij(f),
            bronnen=f.records("bronnen", verwijzing, verplicht=True),
            past_bij=voorwaarden(f, "past_bij"),
        )

    def thema(f: Fields) -> tuple[Actueel, ...]:
        titel = f.text("titel")
        return f.records("items", lambda deel: item(deel, titel), verplicht=True)

    return tuple(gebouwd for deel in fields.records("themas", thema, verplicht=True) for gebouwd in deel)


def begrippen(fields: Fields) -> tuple[Begrip, ...]:
    """Build the records of `begrippen.yaml`; every form of a woord holds a letter or a digit."""
    bouwer = Bouwer(fields)

    def begrip(f: Fields) -> Begrip:
        woord = f.text("woord")
        if woord and not has_word(woord):
            f.reader.melden(f.plaats_van("woord"), _geen_woord(woord))
        node = f.node("ook")
        ook = f.placed_texts_of(node) if node else ()
        for vorm, plaats in ook:
            if not has_word(vorm):
                f.reader.melden(plaats, _geen_woord(vorm))
        return Begrip(
            bouwer.nieuw_id(f), woord, f.text("uitleg"), f.text("bron"),
            f.choice("zekerheid", Zekerheid, Zekerheid.ZEKER), tuple(vorm for vorm, _ in ook),
        )  # fmt: skip

    return fields.records("begrippen", begrip, verplicht=True)


def begrip_van(kaal: Any) -> Begrip:
    """Return the begrip that was kept as the bare tuple *kaal*."""
    id_, woord, uitleg, bron, zekerheid, ook = kaal
    return Begrip(id_, woord, uitleg, bron, _ZEKERHEDEN[zekerheid], ook)


def actueel_van(kaal: Any) -> Actueel:
    """Return the item that was kept as the bare tuple *kaal*."""
    item = Actueel(*kaal)
    return item._replace(
        zekerheid=Zekerheid(item.zekerheid),
        bronnen=tuple(Verwijzing(*bron) for bron in item.bronnen),
        past_bij=tuple(Voorwaarde(*voorwaarde) for voorwaarde in item.past_bij),
    )


def contact(fields: Fields) -> Contact:
    """Build the record of `contact.yaml`."""
    return Contact(
        gecontroleerd_op=fields.isodate("gecontroleerd_op"),
        koepel=fields.record("koepel", _all_text(Koepel)) or Koepel(*[""] * 6),
        federaties=fields.records("federaties", _federatie, verplicht=True),
        loketten=fields.records("loketten", _all_text(Loket)),
        coalitie=fields.record("coalitie", _coalitie) or Coalitie("", "", "", ()),
    )


def onderwerpen(fields: Fields) -> tuple[Onderwerp, ...]:
    """Build the records of `hulp.yaml`."""
    bouwer = Bouwer(fields)
    return fields.records(
        "onderwerpen",
        lambda f: Onderwerp(
            bouwer.nieuw_id(f),
            f.text("titel"),
            f.prose("uitleg"),
            f.records("regels", lambda regel: (regel.text("wat"), regel.text("doet"))),
            f.raw("gesprek", ""),
        ),
        verplicht=True,
    )


def _federatie(fields: Fields) -> Federatie:
    return Federatie(
        fields.text("provincie"), "", fields.text("naam"), fields.text("site"), fields.text("bron"),
        fields.text("datum"), fields.choice("zekerheid", Zekerheid), fields.texts("ook"),
    )  # fmt: skip


def _coalitie(fields: Fields) -> Coalitie:
    return Coalitie(
        fields.text("naam"), fields.text("site"), fields.prose("tekst"),
        fields.records("partners", _all_text(Partner)),
    )  # fmt: skip


def _all_text(soort: type[R]) -> Callable[[Fields], R]:
    """Return a builder for a record whose fields are all one line of text."""
    namen = soort._fields  # type: ignore[attr-defined]
    return lambda fields: soort(**{naam: fields.text(naam) for naam in namen})


def _geen_woord(gevonden: str) -> str:
    return f"'{gevonden}' is geen woord. Schrijf ten minste één letter of cijfer"


def _hoort_nergens_bij(gevonden: str, bedoeld: str | None) -> str:
    vraag = f" Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"er is geen fase, stap of begrip met het id '{gevonden}'.{vraag}"
