"""Finds and reads content/: each file only when it is asked for, and once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from routekaart_cli.domain import actueel
from routekaart_cli.domain.in_words import ZIJSPOOR_NAAM, fase_titel
from routekaart_cli.domain.routekaart import (
    Actueel,
    Begrip,
    Contact,
    Fase,
    Intake,
    Keuze,
    Onderwerp,
    Routekaart,
    Soort,
    Stap,
    Voorbeeld,
    Vraag,
)
from routekaart_cli.dutch import did_you_mean, enumeration, lowered, nearest
from routekaart_cli.errors import UnknownName, UnreadableFile
from routekaart_cli.files import read_bytes
from routekaart_cli.inhoud import cache, naslag
from routekaart_cli.inhoud import fasen as content_records
from routekaart_cli.yaml_fields.fields import Fields, Reader

T = TypeVar("T")
ZIJSPOOR = "gemeente"


def content_map() -> Path:
    """Return the folder with the texts: inside an installed package, else beside the package in a checkout."""
    hier = Path(__file__).parent.parent
    return hier / "content" if (hier / "content").is_dir() else hier.parent / "content"


class Inhoud:
    """The content of the folder *map*, file by file.

    Everything raises `UnreadableFile` with all findings when a file is missing or wrong.
    """

    def __init__(self, map: Path | None = None) -> None:
        self.map = map or content_map()
        self._fasen: dict[str, Fase] = {}

    @cached_property
    def routekaart(self) -> Routekaart:
        return self._read("routekaart.yaml", content_records.routekaart)

    @cached_property
    def intake(self) -> Intake:
        hoofdstukken = [hoofdstuk.id for hoofdstuk in self.routekaart.hoofdstukken]
        fasen = tuple(Keuze(naam, self._fase_keuze(naam)) for naam in (*self.fase_ids, ZIJSPOOR))
        return self._read("intake.yaml", lambda f: content_records.intake(f, hoofdstukken, fasen))

    @property
    def provincies(self) -> dict[str, str]:
        """By the id of a provincie what it is called: the keuzes of its vraag in the intake."""
        keuzes = (vraag.keuzes for vraag in self.intake.vragen if vraag.id == "wijk.provincie")
        return {keuze.id: keuze.tekst for keuze in next(keuzes, ())}

    @cached_property
    def contact(self) -> Contact:
        gelezen = self._read("contact.yaml", naslag.contact)
        namen = self.provincies
        federaties = (
            deel._replace(provincienaam=namen.get(deel.provincie, deel.provincie)) for deel in gelezen.federaties
        )
        return gelezen._replace(federaties=tuple(federaties))

    @cached_property
    def begrippen(self) -> tuple[Begrip, ...]:
        """The difficult words, in alphabetical order."""
        return self._kept("begrippen.yaml", naslag.begrip_van, naslag.begrippen)

    @cached_property
    def actueel(self) -> tuple[Actueel, ...]:
        """What changed since the source was written. Reads all fases: each id that an item belongs to must exist."""
        bekend = {id_ for fase in self.alles for id_ in _ids(fase)} | {begrip.id for begrip in self.begrippen}
        return self._read("actueel.yaml", lambda f: naslag.actueel(f, bekend))

    def actueel_bij(self, fase: Fase) -> tuple[Actueel, ...]:
        """Return what changed for *fase* or for one of its stappen, without reading another fase."""
        bekend = _ids(fase)

        def build(fields: Fields) -> tuple[Actueel, ...]:
            return naslag.actueel(fields, bekend, binnen=fase.id)

        return actueel.bij(self._kept("actueel.yaml", naslag.actueel_van, build), *bekend)

    @cached_property
    def onderwerpen(self) -> tuple[Onderwerp, ...]:
        """The subjects of `hulp`."""
        return self._read("hulp.yaml", naslag.onderwerpen)

    @property
    def fasen(self) -> tuple[Fase, ...]:
        """The five fasen, in order."""
        return tuple(self.fase(naam) for naam in self.fase_ids)

    @property
    def fase_ids(self) -> tuple[str, ...]:
        return tuple(naam.partition("-")[2] for naam in self.routekaart.fasen)

    @property
    def zijspoor(self) -> Fase:
        """The side track: bringing your plan to the gemeente."""
        return self.fase(ZIJSPOOR)

    @property
    def alles(self) -> tuple[Fase, ...]:
        """The five fasen and the side track."""
        return (*self.fasen, self.zijspoor)

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Every vraag there is, in the order in which it can be asked."""
        return (*self.intake.vragen, *(vraag for fase in self.alles for vraag in fase.vragen))

    def fase(self, fase_id: str) -> Fase:
        """Return the fase with *fase_id*."""
        if fase_id not in self._fasen:
            bestand, nummer = self._bestand(fase_id)
            self._fasen[fase_id] = self._read(bestand, lambda f: content_records.fase(f, nummer, self.routekaart))
        return self._fasen[fase_id]

    def zoek_fase(self, getypt: str) -> Fase:
        """Return the fase that a person means with *getypt*: `3`, `verdiepen`, `Verd`, `g` or `gemeente`.

        Raises `UnknownName` with the names that exist.
        """
        zoek = getypt.strip().lower().removeprefix("fase").strip().replace(" ", "-")
        namen = (*self.fase_ids, ZIJSPOOR)
        nummers = {str(nummer): naam for nummer, naam in enumerate(self.fase_ids, 1)}
        if zoek in nummers:
            return self.fase(nummers[zoek])
        passend = [naam for naam in namen if zoek and naam.startswith(zoek)]
        if len(passend) == 1:
            return self.fase(passend[0])
        raise UnknownName(
            f"Fase '{getypt}' bestaat niet.",
            (
                f"{did_you_mean(nearest(zoek, namen))}Typ een nummer van 1 tot {len(namen) - 1}, of een naam: "
                f"{enumeration(namen, 'of')}."
            ),
        )

    def zoek_stap(self, getypt: str) -> tuple[Fase, Stap]:
        """Return the stap that a person means with *getypt*, and its fase: `3.2`, its id, or the last part of its id.

        Raises `UnknownName` with the nearest id.
        """
        zoek = getypt.strip().lower()
        eerste = zoek.partition(".")[0]
        if eerste in (*self.fase_ids, ZIJSPOOR, "g", *(str(n) for n in range(1, len(self.fase_ids) + 1))):
            fasen: tuple[Fase, ...] = (self.zoek_fase(eerste),)
        else:
            fasen = self.alles
        paren = [(fase, stap) for fase in fasen for stap in fase.stappen]
        for fase, stap in paren:
            if zoek in (stap.nummer, stap.id, stap.id.partition(".")[2]):
                return fase, stap
        bedoeld = nearest(zoek, [*(stap.id for _, stap in paren), *(stap.nummer for _, stap in paren)])
        code = (fasen[0].nummer or fasen[0].id) if len(fasen) == 1 else None
        raise UnknownName(f"Stap '{getypt}' bestaat niet.", _stap_hint(bedoeld, code))

    def zoek_voorbeelden(self, getypt: str) -> tuple[tuple[Fase, ...], Voorbeeld | None]:
        """Return the fase that a person means with *getypt*; or one voorbeeld, by (the end of) its id, with its fase.

        Raises `UnknownName` with the nearest id.
        """
        zoek = getypt.strip().lower()
        paren = [(fase, voorbeeld) for fase in self.alles for voorbeeld in fase.voorbeelden]
        for fase, voorbeeld in paren:
            if zoek in (voorbeeld.id, voorbeeld.id.rpartition(".")[2], voorbeeld.titel.lower()):
                return (fase,), voorbeeld
        with contextlib.suppress(UnknownName):
            return (self.zoek_fase(zoek),), None
        namen = [voorbeeld.id.rpartition(".")[2] for _, voorbeeld in paren] + list(self.fase_ids)
        raise UnknownName(
            f"Voorbeeld '{getypt}' bestaat niet.",
            f"{did_you_mean(nearest(zoek, namen, 0.5))}Alle voorbeelden zie je met: routekaart voorbeelden",
        )

    def zoek_begrip(self, getypt: str) -> Begrip:
        """Return the begrip that a person means with *getypt*, in any of its forms; raises `UnknownName`."""
        from routekaart_cli.inhoud.search import kaal

        vormen = {kaal(vorm): begrip for begrip in self.begrippen for vorm in (begrip.id, begrip.woord, *begrip.ook)}
        zoek = kaal(getypt.strip())
        if zoek in vormen:
            return vormen[zoek]
        bedoeld = nearest(zoek, vormen)
        raise UnknownName(
            f"Het woord '{getypt}' staat niet in de lijst.",
            f"{did_you_mean(vormen[bedoeld].woord if bedoeld else None)}Alle woorden zie je met: routekaart begrippen",
        )

    def zoek_vraag(self, getypt: str) -> Vraag:
        """Return the vraag with the id *getypt*; raises `UnknownName` with the nearest id."""
        if getypt in self._vragen:
            return self._vragen[getypt]
        raise UnknownName(
            f"De vraag '{getypt}' bestaat niet.",
            f"{did_you_mean(nearest(getypt, self._vragen))}Alle vragen zie je met: routekaart vragen.",
        )

    def vraag_bij(self, vraag_id: str) -> Vraag:
        """Return the vraag with *vraag_id*; one that is no longer there as a bare vraag that goes by its id."""
        return self._vragen.get(vraag_id) or Vraag(vraag_id, vraag_id, vraag_id, Soort.TEKST)

    @cached_property
    def _vragen(self) -> dict[str, Vraag]:
        return {vraag.id: vraag for vraag in self.vragen}

    def _bestand(self, fase_id: str) -> tuple[str, int | None]:
        """Return in which file a fase stands, and its number."""
        if fase_id == ZIJSPOOR:
            return "gemeente.yaml", None
        index = self.fase_ids.index(fase_id)
        return f"fasen/{self.routekaart.fasen[index]}.yaml", index + 1

    def _fase_keuze(self, fase_id: str) -> str:
        """Return a fase as one can choose it, without building the rest when its file was read before.

        One that cannot be read goes by its id: whoever reads the fase itself hears what is wrong.
        """
        bestand, nummer = self._bestand(fase_id)
        titel = cache.load_text(self.map / bestand, "titel")
        if titel is None:
            try:
                titel = self.fase(fase_id).titel
            except UnreadableFile:
                titel = fase_id
        return _fase_keuze_woorden(nummer, " ".join(titel.split()))

    def _kept(self, bestand: str, van: Callable[[Any], T], build: Callable[[Fields], tuple[T, ...]]) -> tuple[T, ...]:
        """Return the records of *bestand*: each *van* what was kept of it, or else all that *build* makes."""
        gehouden = cache.load_records(self.map / bestand, van)
        if gehouden is not None:
            return gehouden
        vooraf = cache.stempel(self.map / bestand)
        gelezen = self._read(bestand, build)
        cache.save_records(self.map / bestand, gelezen, vooraf)
        return gelezen

    def _read(self, bestand: str, build: Callable[[Fields], T]) -> T:
        reader = Reader(f"content/{bestand}")
        vooraf = cache.stempel(self.map / bestand)
        gelezen = cache.load(self.map / bestand)
        node = gelezen or reader.parse(read_bytes(self.map / bestand, reader.naam))
        fields = reader.fields(node)
        gebouwd = build(fields)
        if node:
            fields.close()
        reader.finish("Verbeter de tekst in content/ en probeer het opnieuw.")
        if node and not gelezen:
            cache.save(self.map / bestand, node, vooraf)
        return gebouwd


def _ids(fase: Fase) -> list[str]:
    """Return the ids of *fase* and of its stappen."""
    return [fase.id, *(stap.id for stap in fase.stappen)]


def _stap_hint(bedoeld: str | None, fase: int | str | None) -> str:
    """Say where the stappen are: of the *fase* that was meant, or of any."""
    waar = "De stappen staan per fase. Typ bijvoorbeeld" if fase is None else "De stappen van deze fase zie je met"
    return f"{did_you_mean(bedoeld)}{waar}: routekaart fase {3 if fase is None else fase}"


def _fase_keuze_woorden(nummer: int | None, titel: str) -> str:
    """Return a fase as one can choose it: `Fase 3: Verdiepen`."""
    return fase_titel(nummer, titel) if nummer else f"Het {ZIJSPOOR_NAAM.lower()}: {lowered(titel)}"
