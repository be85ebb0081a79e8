"""Finds and reads content/: each file only when it is asked for, and once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from routekaart_cli.domain import actueel, vroeger
from routekaart_cli.domain.antwoorden import Antwoorden, text_of
from routekaart_cli.domain.in_words import ZIJSPOOR_NAME
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
    Vraag,
)
from routekaart_cli.domain.vaste_vragen import FOLLOWS, PROVINCIE
from routekaart_cli.dutch import enumeration, lowered, without_accents
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.files import read_bytes
from routekaart_cli.inhoud import cache, content_records, gemeenten, location
from routekaart_cli.yaml_fields.fields import Fields, Reader
from routekaart_cli.yaml_fields.nodes import Node

if TYPE_CHECKING:
    from routekaart_cli.inhoud.lagen import Laag, Verschil

T = TypeVar("T")
ZIJSPOOR = "gemeente"


class Inhoud:
    """The content of the folder *folder*, file by file.

    Everything raises `UnreadableFile` with all findings when a file is missing or wrong.
    """

    def __init__(self, folder: Path | None = None, name: str = "content", layers: Sequence[Laag] = ()) -> None:
        self.folder = folder or location.shipped()
        self.name = name
        """What messages call the folder."""
        self.lagen = tuple(layers)
        """What lies over it, the last on top."""
        self._fasen: dict[str, Fase] = {}

    @cached_property
    def routekaart(self) -> Routekaart:
        return self._read(content_records.routekaart, "routekaart.yaml")

    @cached_property
    def intake(self) -> Intake:
        def build(fields: Fields) -> Intake:
            hoofdstukken = [hoofdstuk.id for hoofdstuk in self.routekaart.hoofdstukken]
            keuzes = tuple(Keuze(name, self._fase_keuze(name)) for name in (*self.fase_ids, ZIJSPOOR))
            return content_records.intake(fields, hoofdstukken, keuzes)

        fasen = [self.file_of(self._number(name)) for name in (*self.fase_ids, ZIJSPOOR)]
        return self._read(build, "intake.yaml", "routekaart.yaml", *fasen)

    @property
    def provincies(self) -> dict[str, str]:
        """By the id of a provincie what it is called: the keuzes of its vraag in the intake."""
        keuzes = (vraag.keuzes for vraag in self.intake.vragen if vraag.id == PROVINCIE)
        return {keuze.id: keuze.tekst for keuze in next(keuzes, ())}

    @cached_property
    def contact(self) -> Contact:
        as_read = self._read(content_records.contact, "contact.yaml")
        names = self.provincies
        federaties = (
            part._replace(provincienaam=names.get(part.provincie, part.provincie)) for part in as_read.federaties
        )
        return as_read._replace(federaties=tuple(federaties))

    @cached_property
    def begrippen(self) -> tuple[Begrip, ...]:
        """The difficult words, in alphabetical order."""
        found = self._read(content_records.begrippen, "begrippen.yaml")
        # What a layer adds stands behind the others.
        return tuple(sorted(found, key=lambda one: without_accents(one.woord))) if self.lagen else found

    @cached_property
    def actueel(self) -> tuple[Actueel, ...]:
        """What changed since the source was written."""
        return self._read(content_records.actueel, "actueel.yaml")

    def actueel_for(self, fase: Fase) -> tuple[Actueel, ...]:
        """Return what changed for *fase* or for one of its stappen."""
        return actueel.belonging_to(self.actueel, fase.id, *(stap.id for stap in fase.stappen))

    @cached_property
    def onderwerpen(self) -> tuple[Onderwerp, ...]:
        """The subjects of `hulp`."""
        return self._read(content_records.onderwerpen, "hulp.yaml")

    @property
    def fasen(self) -> tuple[Fase, ...]:
        """The five fasen, in order."""
        return tuple(self.fase(name) for name in self.fase_ids)

    @property
    def fase_ids(self) -> tuple[str, ...]:
        return tuple(name.partition("-")[2] for name in self.routekaart.fasen)

    @property
    def zijspoor(self) -> Fase:
        """The side track: bringing your plan to the gemeente."""
        return self.fase(ZIJSPOOR)

    @property
    def all_fasen(self) -> tuple[Fase, ...]:
        """The five fasen and the side track."""
        return (*self.fasen, self.zijspoor)

    @property
    def vragen(self) -> tuple[Vraag, ...]:
        """Every vraag there is, in the order in which it can be asked."""
        of_the_intake = (vraag for part in self.intake.all_delen for vraag in part.vragen)
        return (*of_the_intake, *(vraag for fase in self.all_fasen for vraag in fase.vragen))

    def read_now(self, antwoorden: Antwoorden, vragen: Sequence[Vraag] = ()) -> Antwoorden:
        """Return *antwoorden* to *vragen* (none: all there are) as they read now.

        Older ones go by the id that their vraag has now, and the provincie follows from the gemeente.
        """
        vragen = vragen or self.vragen
        now = vroeger.read_now(vragen, antwoorden)
        gemeente = now.get(FOLLOWS[PROVINCIE])
        if gemeente is None or PROVINCIE in now or all(vraag.id != PROVINCIE for vraag in vragen):
            return now
        name = gemeenten.provincie_of(self.folder, text_of(gemeente))
        provincie = next((id_ for id_, tekst in self.provincies.items() if tekst == name), "")
        return {**now, PROVINCIE: gemeente._replace(waarde=provincie, afgeleid=True)} if provincie else now

    def fase(self, fase_id: str) -> Fase:
        """Return the fase with *fase_id*."""
        if fase_id not in self._fasen:
            number = self._number(fase_id)
            self._fasen[fase_id] = self._read(
                lambda fields: content_records.fase(fields, number, self.routekaart),
                self.file_of(number),
                "routekaart.yaml",
            )
        return self._fasen[fase_id]

    def offers(self, vraag: Vraag) -> Vraag | None:
        """Return the vraag whose answer can be one to *vraag*, or holds some in a veld; None when there is none."""
        lijst, _, veld = vraag.uit.rpartition(".")
        plain, rows = self.vraag_by_id.get(vraag.uit), self.vraag_by_id.get(lijst)
        return plain or (rows if rows and any(one.id == veld for one in rows.velden) else None)

    def vraag_of(self, vraag_id: str) -> Vraag:
        """Return the vraag with *vraag_id*; one that is no longer there as a bare vraag that goes by its id."""
        return self.vraag_by_id.get(vraag_id) or Vraag(vraag_id, vraag_id, vraag_id, Soort.TEKST)

    @cached_property
    def vraag_by_id(self) -> dict[str, Vraag]:
        return {vraag.id: vraag for vraag in self.vragen}

    def file_of(self, number: int | None) -> str:
        """Return in which file the fase with *number* stands; None is the side track."""
        return f"fasen/{self.routekaart.fasen[number - 1]}.yaml" if number else "gemeente.yaml"

    def _number(self, fase_id: str) -> int | None:
        return None if fase_id == ZIJSPOOR else self.fase_ids.index(fase_id) + 1

    def _fase_keuze(self, fase_id: str) -> str:
        """Return a fase as one can choose it: `Fase 3: Verdiepen`.

        One that cannot be read goes by its id: whoever reads the fase itself hears what is wrong.
        """
        number = self._number(fase_id)
        try:
            title = self.fase(fase_id).titel
        except UnreadableFile:
            title = fase_id
        return f"Fase {number}: {title}" if number else f"Het {ZIJSPOOR_NAME.lower()}: {lowered(title)}"

    def _read(self, build: Callable[[Fields], T], file: str, *also: str) -> T:
        """Return what *build* makes of the fields of *file*; it may look into the files *also*."""

        def read() -> T:
            reader = Reader(f"{self.name}/{file}")
            node = self._node(file, reader)
            fields = reader.fields(node)
            built = build(fields)
            if node:
                fields.close()
            folders = enumeration([f"{name}/" for name in (self.name, *(laag.name for laag in self.lagen))], "of")
            reader.finish(f"Verbeter de tekst in {folders} en probeer het opnieuw.")
            return built

        return cache.kept([path for name in (file, *also) for _, path in self.sources(name)], read)

    @property
    def told_lagen(self) -> str:
        """At the foot of a page or a document: which layers it shows; nothing without them."""
        if not self.lagen:
            return ""
        from routekaart_cli.inhoud import lagen

        return lagen.in_words(self.lagen)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Its own folder, and those of its layers."""
        return self.folder, *(laag.folder for laag in self.lagen)

    def sources(self, file: str) -> list[tuple[str, Path]]:
        """Return what goes into *file*, each with what messages call it: that of the content, and of each layer."""
        below = [(f"{self.name}/{file}", self.folder / file)]
        above = [(f"{laag.name}/{file}", path) for laag in self.lagen if (path := laag.file(file))]
        return above if above and not below[0][1].exists() else below + above

    def path(self, file: str) -> Path:
        """Return where *file* stands that no layer changes in part, such as a template: in the topmost that has it."""
        return self.sources(file)[-1][1]

    def _node(self, file: str, reader: Reader, seen: list[Verschil] | None = None) -> Node | None:
        """Return what stands in *file*, with all layers over it; what they do goes to *seen*."""
        first = self.folder / file
        above = [laag for laag in self.lagen if laag.file(file)]
        node = None if above and not first.exists() else reader.parse(read_bytes(first, reader.name))
        for laag in above:
            from routekaart_cli.inhoud import lagen  # most have none

            over = lagen.parsed(laag, file, reader)
            if node and over:
                over = lagen.Laying(reader, [] if seen is None else seen).merged(node, over)
            node = over or node
        return node

    def differences(self) -> list[Verschil]:
        """Return what the layers do, in the order of their files; what cannot be done is for those who read them."""
        seen: list[Verschil] = []
        if self.lagen:
            from routekaart_cli.inhoud import lagen

            for file in sorted({file for laag in self.lagen for file in lagen.files(laag)}):
                self._node(file, Reader(f"{self.name}/{file}"), seen)
        return seen
