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
from routekaart_cli.inhoud.fasen import Builder, verwijzing, voorwaarden
from routekaart_cli.yaml_fields.fields import Fields

R = TypeVar("R")
_ZEKERHEDEN = {zekerheid.value: zekerheid for zekerheid in Zekerheid}


def actueel(fields: Fields, known: Collection[str], within: str = "") -> tuple[Actueel, ...]:
    """Build the records of `actueel.yaml`, in the order of the file.

    Each may belong to the ids in *known*. With *within*, the id of a fase, those are only the ids of that fase and its
    stappen, and what an item belongs to elsewhere is left unchecked.
    """
    builder = Builder(fields)

    def hoort_bij(f: Fields) -> tuple[str, ...]:
        found = f.placed_texts("hoort_bij")
        for text, place in found:
            here = not within or text.partition(".")[0] == within
            if here and text not in known:
                f.reader.report(place, _belongs_nowhere(text, nearest(text, known)))
        return tuple(text for text, _ in found)

    def item(f: Fields, thema: str) -> Actueel:
        return Actueel(
            id=builder.new_id(f),
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
        title = f.text("titel")
        return f.records("items", lambda part: item(part, title), verplicht=True)

    return tuple(built for part in fields.records("themas", thema, verplicht=True) for built in part)


def begrippen(fields: Fields) -> tuple[Begrip, ...]:
    """Build the records of `begrippen.yaml`; every form of a woord holds a letter or a digit."""
    builder = Builder(fields)

    def begrip(f: Fields) -> Begrip:
        word = f.text("woord")
        if word and not has_word(word):
            f.reader.report(f.place_of("woord"), _no_word(word))
        node = f.node("ook")
        also_error = f.placed_texts_of(node) if node else ()
        for form, place in also_error:
            if not has_word(form):
                f.reader.report(place, _no_word(form))
        return Begrip(
            builder.new_id(f), word, f.text("uitleg"), f.text("bron"),
            f.choice("zekerheid", Zekerheid, Zekerheid.ZEKER), tuple(form for form, _ in also_error),
        )  # fmt: skip

    return fields.records("begrippen", begrip, verplicht=True)


def begrip_van(bare: Any) -> Begrip:
    """Return the begrip that was kept as the bare tuple *bare*."""
    id_, word, explanation, bron, zekerheid, also_error = bare
    return Begrip(id_, word, explanation, bron, _ZEKERHEDEN[zekerheid], also_error)


def actueel_van(bare: Any) -> Actueel:
    """Return the item that was kept as the bare tuple *bare*."""
    item = Actueel(*bare)
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
    builder = Builder(fields)
    return fields.records(
        "onderwerpen",
        lambda f: Onderwerp(
            builder.new_id(f),
            f.text("titel"),
            f.prose("uitleg"),
            f.records("regels", lambda line: (line.text("wat"), line.text("doet"))),
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
    names = soort._fields  # type: ignore[attr-defined]
    return lambda fields: soort(**{name: fields.text(name) for name in names})


def _no_word(found: str) -> str:
    return f"'{found}' is geen woord. Schrijf ten minste één letter of cijfer"


def _belongs_nowhere(found: str, meant: str | None) -> str:
    vraag = f" Bedoel je '{meant}'?" if meant else ""
    return f"er is geen fase, stap of begrip met het id '{found}'.{vraag}"
