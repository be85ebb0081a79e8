"""From the fields of a content file to records: which fields each thing has, and what must be true within one file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from routekaart_cli.domain import vaste_vragen
from routekaart_cli.domain.routekaart import (
    Actueel,
    Adviesregel,
    Begrip,
    Beleid,
    Contact,
    Deel,
    Fase,
    Federatie,
    Intake,
    Keuze,
    Onderwerp,
    Routekaart,
    Soort,
    Stap,
    Status,
    Tip,
    Voorbeeld,
    Voorwaarde,
    Vraag,
)
from routekaart_cli.domain.vaste_vragen import STATUS
from routekaart_cli.inhoud.begrippen import has_word
from routekaart_cli.yaml_fields.fields import Fields, build, not_allowed
from routekaart_cli.yaml_fields.nodes import Place, Scalar

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*")


def routekaart(fields: Fields) -> Routekaart:
    """Build the record of `routekaart.yaml`."""
    builder = Builder(fields)
    built = build(Routekaart, fields, stapvragen=builder.vraag, fasevragen=builder.vraag)
    builder.hold(vaste_vragen.OF_EVERY_STAP, built.stapvragen, "stapvragen")
    return built


def intake(fields: Fields, hoofdstukken: Collection[str], fasen: tuple[Keuze, ...]) -> Intake:
    """Build the record of `intake.yaml`.

    *hoofdstukken* are the ids a vraag can choose from, *fasen* the keuzes of a vraag that says `keuzes: fasen`.
    """
    builder = Builder(fields, hoofdstukken, fasen)
    parts = fields.records("delen", builder.deel, verplicht=True)
    first = _begin(fields, builder)
    rest = tuple(part._replace(vragen=tuple(v for v in part.vragen if v not in first.vragen)) for part in parts)
    fasevraag = fields.text("fasevraag")
    if fasevraag and fasevraag not in builder.vragen:
        fields.reader.report(fields.place_of("fasevraag"), _unknown_voorwaarde(fasevraag))
    choosable = [keuze.id for keuze in builder.vragen[fasevraag].keuzes] if fasevraag in builder.vragen else []
    advies = fields.records("advies", lambda f: builder.adviesregel(f, choosable), verplicht=True)
    if advies and advies[-1].als:
        fields.reader.report(
            fields.place_of("advies"),
            "de laatste regel van het advies mag geen 'als' hebben, anders is er soms geen advies",
        )
    builder.hold(vaste_vragen.IN_THE_INTAKE, builder.vragen.values(), "delen")
    delen, extra = (tuple(part for part in rest if part.vragen and part.los is los) for los in (False, True))
    return Intake(first, delen, extra, fasevraag, advies)


def _begin(fields: Fields, builder: Builder) -> Deel:
    """Return the part that comes first: the vragen under `begin`, in that order."""
    names = fields.placed_texts("begin")
    for name in names:
        if name.value not in builder.vragen:
            fields.reader.report(name.place, _unknown_voorwaarde(name.value))
    return Deel("begin", "Om te beginnen", tuple(builder.vragen[n.value] for n in names if n.value in builder.vragen))


def fase(fields: Fields, number: int | None, routekaart: Routekaart) -> Fase:
    """Build a fase of *routekaart* with *number* (None for the side track); every stap also gets its stapvragen."""
    builder = Builder(fields, [hoofdstuk.id for hoofdstuk in routekaart.hoofdstukken])
    stapvragen = routekaart.stapvragen
    fase_id = builder.new_id(fields)
    code = str(number) if number else "g"
    numbers = iter(range(1, 1000))

    def stap(f: Fields) -> Stap:
        return builder.stap(f, fase_id, f"{code}.{next(numbers)}", number or fase_id, stapvragen)

    def tip(f: Fields) -> Tip:
        return build(Tip, f, id=builder.new_id(f, f"{fase_id}.tip"), past_bij=voorwaarden(f, "past_bij"))

    def voorbeeld(f: Fields) -> Voorbeeld:
        return build(Voorbeeld, f, id=builder.new_id(f, f"{fase_id}.voorbeeld"), past_bij=voorwaarden(f, "past_bij"))

    own = tuple(vraag._replace(id=f"{fase_id}.{vraag.id}", fase=number or fase_id) for vraag in routekaart.fasevragen)
    return build(
        Fase, fields, eigen_vragen=own, id=fase_id, nummer=number, stappen=stap, tips=tip, voorbeelden=voorbeeld,
        beleid=fields.record("transitievisie", lambda f: build(Beleid, f)), tips_voor_gemeenten=tip,
    )  # fmt: skip


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
        ook = f.placed_texts("ook")
        built = build(Begrip, f, id=builder.new_id(f), ook=tuple(form.value for form in ook))
        words = (Scalar(built.woord, f.place_of("woord")), *ook) if built.woord else ook
        for form in words:
            if not has_word(form.value):
                f.reader.report(form.place, f"'{form.value}' is geen woord. Schrijf ten minste één letter of cijfer")
        return built

    return fields.records("begrippen", begrip, verplicht=True)


def contact(fields: Fields) -> Contact:
    """Build the record of `contact.yaml`; what the provincies are called stands in the intake."""
    return build(Contact, fields, federaties=lambda f: build(Federatie, f, provincienaam=""))


def onderwerpen(fields: Fields) -> tuple[Onderwerp, ...]:
    """Build the records of `hulp.yaml`."""
    builder = Builder(fields)
    return fields.records("onderwerpen", lambda f: build(Onderwerp, f, id=builder.new_id(f)), verplicht=True)


def voorwaarden(fields: Fields, key: str) -> tuple[Voorwaarde, ...]:
    """Return the conditions under *key*: a mapping of the id of a vraag to one value or a list of them."""
    return tuple(Voorwaarde(vraag, fields.texts_of(node)) for vraag, node, _ in fields.pairs(key))


class Builder:
    """Builds the vragen of one file and checks what they say of each other: ids, parents, conditions, keuzes."""

    def __init__(self, fields: Fields, hoofdstukken: Collection[str] = (), fasen: tuple[Keuze, ...] = ()) -> None:
        self.fields = fields
        self.reader = fields.reader
        self.hoofdstukken = hoofdstukken
        self.fasen = fasen
        self.seen: dict[str, Place] = {}
        self.vragen: dict[str, Vraag] = {}

    def new_id(self, fields: Fields, parent: str = "") -> str:
        """Return the full id: that of its *parent*, and behind it what is written here."""
        found, place = fields.text("id"), fields.place_of("id")
        short = found.rpartition(".")[2] if parent else found
        if found and not _ID.fullmatch(found):
            self.reader.report(place, _id_form(found))
        elif short != found:
            self.reader.report(
                place,
                f"in id '{found}' hoort geen punt. Schrijf alleen: {short}. "
                "Wat ervoor komt, zet routekaart er zelf bij",
            )
        whole = _full_id(short, parent)
        if whole in self.seen:
            self.reader.report(place, f"id '{found}' bestaat al, zie {self.reader.where(self.seen[whole])}")
        self.seen[whole] = place
        return whole

    def hold(self, needed: Mapping[str, Soort], vragen: Iterable[Vraag], where: str) -> None:
        """Report each of the *needed* vragen that the *vragen* under *where* lack, or have in another way."""
        for vraag_id, what in vaste_vragen.findings(needed, vragen):
            self.reader.report(self.seen.get(vraag_id, self.fields.place_of(where)), what)

    def deel(self, fields: Fields) -> Deel:
        part_id = self.new_id(fields)
        return build(Deel, fields, id=part_id, vragen=lambda f: self.vraag(f, part_id))

    def adviesregel(self, fields: Fields, fasen: list[str]) -> Adviesregel:
        built = build(Adviesregel, fields, als=self._als(fields))
        if built.fase and built.fase not in fasen:
            self.reader.report(fields.place_of("fase"), not_allowed(built.fase, fasen))
        return built

    def stap(
        self, fields: Fields, fase_id: str, number: str, fase_number: int | str, stapvragen: Sequence[Vraag]
    ) -> Stap:
        stap_id = self.new_id(fields, fase_id)
        own = fields.records("vragen", lambda f: self.vraag(f, stap_id), verplicht=True)
        vragen = tuple(
            _in_stap(vraag, stap_id, fase_number, own=vraag in own)
            for vraag in (*stapvragen[:1], *own, *stapvragen[1:])
        )
        return build(Stap, fields, id=stap_id, nummer=number, vragen=vragen)

    def vraag(self, fields: Fields, parent: str = "") -> Vraag:
        vraag_id = self.new_id(fields, parent)
        built = build(
            Vraag, fields, id=vraag_id, keuzes=self._keuzes(fields), velden=Builder(fields).vraag,
            als=self._als(fields, parent), blijft=None, fase=None, stap=None,
        )  # fmt: skip
        if built.soort in (Soort.KEUZE, Soort.MEERKEUZE) and len(built.keuzes) < 2:
            self.reader.report(fields.place, "deze soort vraag heeft keuzes nodig, ten minste twee")
        if built.soort is Soort.LIJST and not built.velden:
            self.reader.report(fields.place, "een lijst heeft velden nodig")
        if built.hoofdstuk and built.hoofdstuk not in self.hoofdstukken:
            self.reader.report(fields.place_of("hoofdstuk"), not_allowed(built.hoofdstuk, list(self.hoofdstukken)))
        for keuze in built.keuzes:
            # A bare number would be taken for the place of a keuze in the list.
            if keuze.id and (keuze.id.isdecimal() or not _ID.fullmatch(keuze.id)):
                self.reader.report(fields.place_of("keuzes"), _id_form(keuze.id))
        self.vragen[vraag_id] = built
        return built

    def _keuzes(self, fields: Fields) -> tuple[Keuze, ...]:
        words = {"fasen": self.fasen} if self.fasen else {}
        return fields.records("keuzes", lambda f: build(Keuze, f), words=words)

    def _als(self, fields: Fields, parent: str = "") -> tuple[Voorwaarde, ...]:
        """Return the conditions under `als`; an id without a dot is that of a vraag below the same *parent*."""
        als = _with_full_ids(voorwaarden(fields, "als"), parent)
        for (name, _, place), voorwaarde in zip(fields.pairs("als"), als, strict=True):
            earlier = self.vragen.get(voorwaarde.vraag)
            if earlier is None:
                elsewhere = next((vraag_id for vraag_id in self.vragen if vraag_id.endswith(f".{name}")), None)
                self.reader.report(place, _unknown_voorwaarde(name, elsewhere))
                continue
            for waarde in voorwaarde.waarden:
                if waarde not in earlier.possible:
                    self.reader.report(place, f"voorwaarde: '{waarde}' is geen keuze van '{name}'")
        return als


def _in_stap(vraag: Vraag, stap_id: str, fase_number: int | str, *, own: bool) -> Vraag:
    """Return *vraag* as it stands in a stap: with its full id, and asked only while the stap is in progress.

    Wie, wanneer and notitie count whenever they are given: a stap can be planned. The *own* vragen of a stap keep
    counting when it is done: they are what the group agreed on.
    """
    status_id = f"{stap_id}.{STATUS}"
    vraag_id = vraag.id if own else f"{stap_id}.{vraag.id}"
    in_stap = vraag._replace(id=vraag_id, fase=fase_number, stap=stap_id)
    if vraag_id == status_id:
        return in_stap
    als = vraag.als if own else _with_full_ids(vraag.als, stap_id)
    done = (Voorwaarde(status_id, (Status.KLAAR,)),) if own else ()
    return in_stap._replace(als=(Voorwaarde(status_id, (Status.BEZIG,)), *als), blijft=(*done, *als))


def _full_id(written: str, parent: str) -> str:
    """Return the full id of what is *written* below *parent*; with a dot in it, it is one already."""
    return written if "." in written or not parent else f"{parent}.{written}"


def _with_full_ids(als: tuple[Voorwaarde, ...], parent: str) -> tuple[Voorwaarde, ...]:
    return tuple(part._replace(vraag=_full_id(part.vraag, parent)) for part in als)


def _id_form(found: str) -> str:
    return f"id '{found}' mag alleen kleine letters, cijfers en streepjes hebben"


def _unknown_voorwaarde(vraag: str, meant: str | None = None) -> str:
    hint = f". Bedoel je '{meant}'?" if meant else ""
    return f"voorwaarde: vraag '{vraag}' bestaat niet of komt pas later{hint}"
