"""From the fields of a content file to records, for the reference half: contact, begrippen, what changed, help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

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
    Zekerheid,
)
from routekaart_cli.inhoud.begrippen import has_word
from routekaart_cli.inhoud.fasen import Builder, verwijzing, voorwaarden
from routekaart_cli.yaml_fields.fields import Fields

R = TypeVar("R")


def actueel(fields: Fields) -> tuple[Actueel, ...]:
    """Build the records of `actueel.yaml`, in the order of the file."""
    builder = Builder(fields)

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
            hoort_bij=f.texts("hoort_bij", verplicht=True),
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
