"""From the fields of a content file to records, for the reference half: contact, begrippen, what changed, help."""

from __future__ import annotations

from routekaart_cli.domain.routekaart import Actueel, Begrip, Contact, Federatie, Onderwerp
from routekaart_cli.inhoud.begrippen import has_word
from routekaart_cli.inhoud.fasen import Builder, voorwaarden
from routekaart_cli.yaml_fields.fields import Fields, build
from routekaart_cli.yaml_fields.nodes import Scalar


def actueel(fields: Fields) -> tuple[Actueel, ...]:
    """Build the records of `actueel.yaml`, in the order of the file."""
    builder = Builder(fields)

    def item(f: Fields, thema: str) -> Actueel:
        return build(Actueel, f, id=builder.new_id(f), thema=thema, past_bij=voorwaarden(f, "past_bij"))

    def thema(f: Fields) -> tuple[Actueel, ...]:
        title = f.text("titel")
        return f.records("items", lambda part: item(part, title), verplicht=True)

    return tuple(built for part in fields.records("themas", thema, verplicht=True) for built in part)


def begrippen(fields: Fields) -> tuple[Begrip, ...]:
    """Build the records of `begrippen.yaml`; every form of a woord holds a letter or a digit."""
    builder = Builder(fields)

    def begrip(f: Fields) -> Begrip:
        node = f.node("ook")
        ook = f.placed_texts_of(node) if node else ()
        built = build(Begrip, f, id=builder.new_id(f), ook=tuple(form for form, _ in ook))
        words = (Scalar(built.woord, f.place_of("woord")), *ook) if built.woord else ook
        for form, place in words:
            if not has_word(form):
                f.reader.report(place, f"'{form}' is geen woord. Schrijf ten minste één letter of cijfer")
        return built

    return fields.records("begrippen", begrip, verplicht=True)


def contact(fields: Fields) -> Contact:
    """Build the record of `contact.yaml`; what the provincies are called stands in the intake."""
    return build(Contact, fields, federaties=lambda f: build(Federatie, f, provincienaam=""))


def onderwerpen(fields: Fields) -> tuple[Onderwerp, ...]:
    """Build the records of `hulp.yaml`."""
    builder = Builder(fields)
    return fields.records("onderwerpen", lambda f: build(Onderwerp, f, id=builder.new_id(f)), verplicht=True)
