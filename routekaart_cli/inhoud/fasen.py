"""From the fields of a content file to records: which fields each thing has, and what must be true within one file."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from routekaart_cli.domain.routekaart import (
    Adviesregel,
    Beleid,
    Bron,
    Deel,
    Fase,
    Hoofdstuk,
    Intake,
    Keuze,
    Routekaart,
    Soort,
    Stap,
    Status,
    Tip,
    Verplicht,
    Verwijzing,
    Voorbeeld,
    VoorbeeldSoort,
    Voorwaarde,
    Vraag,
)
from routekaart_cli.yaml_fields.fields import Fields, niet_toegestaan
from routekaart_cli.yaml_fields.nodes import Plaats, Tekst

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*")


def routekaart(fields: Fields) -> Routekaart:
    """Build the record of `routekaart.yaml`."""
    return Routekaart(
        titel=fields.text("titel"),
        ondertitel=fields.text("ondertitel"),
        inleiding=fields.prose("inleiding"),
        bron=fields.record("bron", _bron) or Bron("", "", "", "", ""),
        fasen=fields.texts("fasen"),
        stapvragen=fields.records("stapvragen", Bouwer(fields).vraag, verplicht=True),
        hoofdstukken=fields.records("hoofdstukken", lambda f: Hoofdstuk(f.text("id"), f.text("titel")), verplicht=True),
    )


def intake(fields: Fields, hoofdstukken: Collection[str], fasen: tuple[Keuze, ...]) -> Intake:
    """Build the record of `intake.yaml`.

    *hoofdstukken* are the ids a vraag can choose from, *fasen* the keuzes of a vraag that says `keuzes: fasen`.
    """
    bouwer = Bouwer(fields, hoofdstukken, fasen)
    delen = fields.records("delen", bouwer.deel, verplicht=True)
    fasevraag = fields.text("fasevraag")
    if fasevraag and fasevraag not in bouwer.vragen:
        fields.reader.melden(fields.plaats_van("fasevraag"), _voorwaarde_onbekend(fasevraag))
    te_kiezen = [keuze.id for keuze in bouwer.vragen[fasevraag].keuzes] if fasevraag in bouwer.vragen else []
    advies = fields.records("advies", lambda f: bouwer.adviesregel(f, te_kiezen), verplicht=True)
    if advies and advies[-1].als:
        fields.reader.melden(
            fields.plaats_van("advies"),
            "de laatste regel van het advies mag geen 'als' hebben, anders is er soms geen advies",
        )
    return Intake(delen, fasevraag, advies)


def fase(fields: Fields, nummer: int | None, routekaart: Routekaart) -> Fase:
    """Build a fase of *routekaart* with *nummer* (None for the side track); every stap also gets its stapvragen."""
    bouwer = Bouwer(fields, [hoofdstuk.id for hoofdstuk in routekaart.hoofdstukken])
    stapvragen = routekaart.stapvragen
    fase_id = bouwer.nieuw_id(fields)
    code = str(nummer) if nummer else "g"
    nummers = iter(range(1, 1000))

    def stap(f: Fields) -> Stap:
        return bouwer.stap(f, fase_id, f"{code}.{next(nummers)}", nummer or fase_id, stapvragen)

    def tip(f: Fields) -> Tip:
        return Tip(
            bouwer.nieuw_id(f, f"{fase_id}.tip"), f.text("titel"), f.prose("tekst"), f.flag("hoofdtip"),
            voorwaarden(f, "past_bij"),
        )  # fmt: skip

    def voorbeeld(f: Fields) -> Voorbeeld:
        return Voorbeeld(
            id=bouwer.nieuw_id(f, f"{fase_id}.voorbeeld"),
            titel=f.text("titel"),
            soort=f.choice("soort", VoorbeeldSoort),
            kern=f.text("kern"),
            verhaal=f.prose("verhaal"),
            plaats=f.text("plaats", ""),
            let_op=f.text("let_op", ""),
            meer=f.records("meer", verwijzing),
            past_bij=voorwaarden(f, "past_bij"),
        )

    return Fase(
        id=fase_id,
        nummer=nummer,
        titel=fields.text("titel"),
        doel=fields.text("doel"),
        uitkomst=fields.text("uitkomst"),
        stappen=fields.records("stappen", stap, verplicht=True),
        tips=fields.records("tips", tip),
        voorbeelden=fields.records("voorbeelden", voorbeeld),
        beleid=fields.record("transitievisie", _beleid),
        tips_voor_gemeenten=fields.records("tips_voor_gemeenten", tip),
    )


def verwijzing(fields: Fields) -> Verwijzing:
    return Verwijzing(fields.text("tekst"), fields.text("adres"), fields.text("datum"))


def voorwaarden(fields: Fields, sleutel: str) -> tuple[Voorwaarde, ...]:
    """Return the conditions under *sleutel*: a mapping of the id of a vraag to one value or a list of them."""
    return tuple(Voorwaarde(vraag, fields.texts_of(node)) for vraag, node, _ in fields.pairs(sleutel))


class Bouwer:
    """Builds the vragen of one file and checks what they say of each other: ids, parents, conditions, keuzes."""

    def __init__(self, fields: Fields, hoofdstukken: Collection[str] = (), fasen: tuple[Keuze, ...] = ()) -> None:
        self.reader = fields.reader
        self.hoofdstukken = hoofdstukken
        self.fasen = fasen
        self.gezien: dict[str, Plaats] = {}
        self.vragen: dict[str, Vraag] = {}

    def nieuw_id(self, fields: Fields, ouder: str = "") -> str:
        """Return the full id: that of its *ouder*, and behind it what is written here."""
        gevonden, plaats = fields.text("id"), fields.plaats_van("id")
        kort = gevonden.rpartition(".")[2] if ouder else gevonden
        if gevonden and not _ID.fullmatch(gevonden):
            self.reader.melden(plaats, _id_vorm(gevonden))
        elif kort != gevonden:
            self.reader.melden(
                plaats,
                (
                    f"in id '{gevonden}' hoort geen punt. Schrijf alleen: {kort}. "
                    "Wat ervoor komt, zet routekaart er zelf bij"
                ),
            )
        heel = _full_id(kort, ouder)
        if heel in self.gezien:
            self.reader.melden(plaats, f"id '{gevonden}' bestaat al, zie {self.reader.plek(self.gezien[heel])}")
        self.gezien[heel] = plaats
        return heel

    def deel(self, fields: Fields) -> Deel:
        deel_id = self.nieuw_id(fields)
        return Deel(
            deel_id, fields.text("titel"), fields.records("vragen", lambda f: self.vraag(f, deel_id), verplicht=True)
        )

    def adviesregel(self, fields: Fields, fasen: list[str]) -> Adviesregel:
        als = self._als(fields)
        fase = fields.text("fase")
        if fase and fase not in fasen:
            self.reader.melden(fields.plaats_van("fase"), niet_toegestaan(fase, fasen))
        return Adviesregel(fase, als, fields.text("reden"))

    def stap(
        self, fields: Fields, fase_id: str, nummer: str, fase_nummer: int | str, stapvragen: Sequence[Vraag]
    ) -> Stap:
        stap_id = self.nieuw_id(fields, fase_id)
        eigen = fields.records("vragen", lambda f: self.vraag(f, stap_id), verplicht=True)
        return Stap(
            stap_id,
            nummer,
            fields.text("titel"),
            fields.prose("uitleg"),
            tuple(
                _in_stap(vraag, stap_id, fase_nummer, eigen=vraag in eigen)
                for vraag in (*stapvragen[:1], *eigen, *stapvragen[1:])
            ),
        )

    def vraag(self, fields: Fields, ouder: str = "") -> Vraag:
        vraag_id = self.nieuw_id(fields, ouder)
        soort = fields.choice("soort", Soort)
        gebouwd = Vraag(
            id=vraag_id,
            kort=fields.text("kort"),
            vraag=fields.text("vraag"),
            soort=soort,
            waarom=fields.text("waarom", ""),
            voorbeeld=fields.text("voorbeeld", ""),
            keuzes=self._keuzes(fields),
            velden=fields.records("velden", Bouwer(fields).vraag),
            als=self._als(fields, ouder),
            verplicht=fields.choice("verplicht", Verplicht, Verplicht.NEE),
            persoonsgegeven=fields.flag("persoonsgegeven"),
            hoofdstuk=fields.text("hoofdstuk", ""),
        )
        if soort in (Soort.KEUZE, Soort.MEERKEUZE) and len(gebouwd.keuzes) < 2:
            self.reader.melden(fields.plaats, "deze soort vraag heeft keuzes nodig, ten minste twee")
        if soort is Soort.LIJST and not gebouwd.velden:
            self.reader.melden(fields.plaats, "een lijst heeft velden nodig")
        if gebouwd.hoofdstuk and gebouwd.hoofdstuk not in self.hoofdstukken:
            self.reader.melden(
                fields.plaats_van("hoofdstuk"), niet_toegestaan(gebouwd.hoofdstuk, list(self.hoofdstukken))
            )
        for keuze in gebouwd.keuzes:
            # A bare number would be taken for the place of a keuze in the list.
            if keuze.id and (keuze.id.isdecimal() or not _ID.fullmatch(keuze.id)):
                self.reader.melden(fields.plaats_van("keuzes"), _id_vorm(keuze.id))
        self.vragen[vraag_id] = gebouwd
        return gebouwd

    def _keuzes(self, fields: Fields) -> tuple[Keuze, ...]:
        node = fields.node("keuzes")
        zijn_fasen = self.fasen and isinstance(node, Tekst) and node.waarde == "fasen"
        return self.fasen if zijn_fasen else fields.records("keuzes", _keuze)

    def _als(self, fields: Fields, ouder: str = "") -> tuple[Voorwaarde, ...]:
        """Return the conditions under `als`; an id without a dot is that of a vraag below the same *ouder*."""
        als = _with_full_ids(voorwaarden(fields, "als"), ouder)
        for (naam, _, plaats), voorwaarde in zip(fields.pairs("als"), als, strict=True):
            eerder = self.vragen.get(voorwaarde.vraag)
            if eerder is None:
                elders = next((vraag_id for vraag_id in self.vragen if vraag_id.endswith(f".{naam}")), None)
                self.reader.melden(plaats, _voorwaarde_onbekend(naam, elders))
                continue
            mogelijk = {"ja", "nee"} if eerder.soort is Soort.JA_NEE else {keuze.id for keuze in eerder.keuzes}
            for waarde in voorwaarde.waarden:
                if waarde not in mogelijk:
                    self.reader.melden(plaats, f"voorwaarde: '{waarde}' is geen keuze van '{naam}'")
        return als


def _in_stap(vraag: Vraag, stap_id: str, fase_nummer: int | str, *, eigen: bool) -> Vraag:
    """Return *vraag* as it stands in a stap: with its full id, and asked only while the stap is in progress.

    Wie, wanneer and notitie count whenever they are given: a stap can be planned. The *eigen* vragen of a stap keep
    counting when it is done: they are what the group agreed on.
    """
    status_id = f"{stap_id}.status"
    vraag_id = vraag.id if eigen else f"{stap_id}.{vraag.id}"
    in_stap = vraag._replace(id=vraag_id, fase=fase_nummer, stap=stap_id)
    if vraag_id == status_id:
        return in_stap
    als = vraag.als if eigen else _with_full_ids(vraag.als, stap_id)
    klaar = (Voorwaarde(status_id, (Status.KLAAR,)),) if eigen else ()
    return in_stap._replace(als=(Voorwaarde(status_id, (Status.BEZIG,)), *als), blijft=(*klaar, *als))


def _full_id(geschreven: str, ouder: str) -> str:
    """Return the full id of what is *geschreven* below *ouder*; with a dot in it, it is one already."""
    return geschreven if "." in geschreven or not ouder else f"{ouder}.{geschreven}"


def _with_full_ids(als: tuple[Voorwaarde, ...], ouder: str) -> tuple[Voorwaarde, ...]:
    return tuple(deel._replace(vraag=_full_id(deel.vraag, ouder)) for deel in als)


def _keuze(fields: Fields) -> Keuze:
    return Keuze(fields.text("id"), fields.text("tekst"), fields.flag("alleen"))


def _bron(fields: Fields) -> Bron:
    return Bron(
        fields.text("titel"), fields.text("uitgever"), fields.text("periode"), fields.isodate("peildatum"),
        fields.text("toelichting"),
    )  # fmt: skip


def _beleid(fields: Fields) -> Beleid:
    return Beleid(fields.text("titel"), fields.prose("tekst"))


def _id_vorm(gevonden: str) -> str:
    return f"id '{gevonden}' mag alleen kleine letters, cijfers en streepjes hebben"


def _voorwaarde_onbekend(vraag: str, bedoeld: str | None = None) -> str:
    hint = f". Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"voorwaarde: vraag '{vraag}' bestaat niet of komt pas later{hint}"
