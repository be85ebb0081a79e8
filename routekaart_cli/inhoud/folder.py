"""Finds and reads content/: each file only when it is asked for, and once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from routekaart_cli.domain import actueel
from routekaart_cli.domain.in_words import ZIJSPOOR_NAME, fase_title
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
from routekaart_cli.domain.vaste_vragen import PROVINCIE
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
    here = Path(__file__).parent.parent
    return here / "content" if (here / "content").is_dir() else here.parent / "content"


class Inhoud:
    """The content of the folder *folder*, file by file.

    Everything raises `UnreadableFile` with all findings when a file is missing or wrong.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or content_map()
        self._fasen: dict[str, Fase] = {}

    @cached_property
    def routekaart(self) -> Routekaart:
        return self._read("routekaart.yaml", content_records.routekaart)

    @cached_property
    def intake(self) -> Intake:
        hoofdstukken = [hoofdstuk.id for hoofdstuk in self.routekaart.hoofdstukken]
        fasen = tuple(Keuze(name, self._fase_keuze(name)) for name in (*self.fase_ids, ZIJSPOOR))
        return self._read("intake.yaml", lambda f: content_records.intake(f, hoofdstukken, fasen))

    @property
    def provincies(self) -> dict[str, str]:
        """By the id of a provincie what it is called: the keuzes of its vraag in the intake."""
        keuzes = (vraag.keuzes for vraag in self.intake.vragen if vraag.id == PROVINCIE)
        return {keuze.id: keuze.tekst for keuze in next(keuzes, ())}

    @cached_property
    def contact(self) -> Contact:
        as_read = self._read("contact.yaml", naslag.contact)
        names = self.provincies
        federaties = (
            part._replace(provincienaam=names.get(part.provincie, part.provincie)) for part in as_read.federaties
        )
        return as_read._replace(federaties=tuple(federaties))

    @cached_property
    def begrippen(self) -> tuple[Begrip, ...]:
        """The difficult words, in alphabetical order."""
        return self._kept("begrippen.yaml", naslag.begrip_van, naslag.begrippen)

    @cached_property
    def actueel(self) -> tuple[Actueel, ...]:
        """What changed since the source was written. Reads all fases: each id that an item belongs to must exist."""
        known = {id_ for fase in self.all_fasen for id_ in _ids(fase)} | {begrip.id for begrip in self.begrippen}
        return self._read("actueel.yaml", lambda f: naslag.actueel(f, known))

    def actueel_for(self, fase: Fase) -> tuple[Actueel, ...]:
        """Return what changed for *fase* or for one of its stappen, without reading another fase."""
        known = _ids(fase)

        def build(fields: Fields) -> tuple[Actueel, ...]:
            return naslag.actueel(fields, known, within=fase.id)

        return actueel.belonging_to(self._kept("actueel.yaml", naslag.actueel_van, build), *known)

    @cached_property
    def onderwerpen(self) -> tuple[Onderwerp, ...]:
        """The subjects of `hulp`."""
        return self._read("hulp.yaml", naslag.onderwerpen)

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
        return (*self.intake.vragen, *(vraag for fase in self.all_fasen for vraag in fase.vragen))

    def fase(self, fase_id: str) -> Fase:
        """Return the fase with *fase_id*."""
        if fase_id not in self._fasen:
            file, number = self._file(fase_id)
            self._fasen[fase_id] = self._read(file, lambda f: content_records.fase(f, number, self.routekaart))
        return self._fasen[fase_id]

    def find_fase(self, typed: str) -> Fase:
        """Return the fase that a person means with *typed*: `3`, `verdiepen`, `Verd`, `g` or `gemeente`.

        Raises `UnknownName` with the names that exist.
        """
        sought = typed.strip().lower().removeprefix("fase").strip().replace(" ", "-")
        names = (*self.fase_ids, ZIJSPOOR)
        numbers = {str(number): name for number, name in enumerate(self.fase_ids, 1)}
        if sought in numbers:
            return self.fase(numbers[sought])
        fitting = [name for name in names if sought and name.startswith(sought)]
        if len(fitting) == 1:
            return self.fase(fitting[0])
        raise UnknownName(
            f"Fase '{typed}' bestaat niet.",
            (
                f"{did_you_mean(nearest(sought, names))}Typ een nummer van 1 tot {len(names) - 1}, of een naam: "
                f"{enumeration(names, 'of')}."
            ),
        )

    def find_stap(self, typed: str) -> tuple[Fase, Stap]:
        """Return the stap that a person means with *typed*, and its fase: `3.2`, its id, or the last part of its id.

        Raises `UnknownName` with the nearest id.
        """
        sought = typed.strip().lower()
        first = sought.partition(".")[0]
        if first in (*self.fase_ids, ZIJSPOOR, "g", *(str(n) for n in range(1, len(self.fase_ids) + 1))):
            fasen: tuple[Fase, ...] = (self.find_fase(first),)
        else:
            fasen = self.all_fasen
        pairs = [(fase, stap) for fase in fasen for stap in fase.stappen]
        for fase, stap in pairs:
            if sought in (stap.nummer, stap.id, stap.id.partition(".")[2]):
                return fase, stap
        meant = nearest(sought, [*(stap.id for _, stap in pairs), *(stap.nummer for _, stap in pairs)])
        code = (fasen[0].nummer or fasen[0].id) if len(fasen) == 1 else None
        raise UnknownName(f"Stap '{typed}' bestaat niet.", _stap_hint(meant, code))

    def find_voorbeelden(self, typed: str) -> tuple[tuple[Fase, ...], Voorbeeld | None]:
        """Return the fase that a person means with *typed*; or one voorbeeld, by (the end of) its id, with its fase.

        Raises `UnknownName` with the nearest id.
        """
        sought = typed.strip().lower()
        pairs = [(fase, voorbeeld) for fase in self.all_fasen for voorbeeld in fase.voorbeelden]
        for fase, voorbeeld in pairs:
            if sought in (voorbeeld.id, voorbeeld.id.rpartition(".")[2], voorbeeld.titel.lower()):
                return (fase,), voorbeeld
        with contextlib.suppress(UnknownName):
            return (self.find_fase(sought),), None
        names = [voorbeeld.id.rpartition(".")[2] for _, voorbeeld in pairs] + list(self.fase_ids)
        raise UnknownName(
            f"Voorbeeld '{typed}' bestaat niet.",
            f"{did_you_mean(nearest(sought, names, 0.5))}Alle voorbeelden zie je met: routekaart voorbeelden",
        )

    def find_begrip(self, typed: str) -> Begrip:
        """Return the begrip that a person means with *typed*, in any of its forms; raises `UnknownName`."""
        from routekaart_cli.inhoud.search import without_accents

        forms = {
            without_accents(form): begrip
            for begrip in self.begrippen
            for form in (begrip.id, begrip.woord, *begrip.ook)
        }
        sought = without_accents(typed.strip())
        if sought in forms:
            return forms[sought]
        meant = nearest(sought, forms)
        raise UnknownName(
            f"Het woord '{typed}' staat niet in de lijst.",
            f"{did_you_mean(forms[meant].woord if meant else None)}Alle woorden zie je met: routekaart begrippen",
        )

    def find_vraag(self, typed: str) -> Vraag:
        """Return the vraag with the id *typed*; raises `UnknownName` with the nearest id."""
        if typed in self._vragen:
            return self._vragen[typed]
        raise UnknownName(
            f"De vraag '{typed}' bestaat niet.",
            f"{did_you_mean(nearest(typed, self._vragen))}Alle vragen zie je met: routekaart vragen.",
        )

    def vraag_of(self, vraag_id: str) -> Vraag:
        """Return the vraag with *vraag_id*; one that is no longer there as a bare vraag that goes by its id."""
        return self._vragen.get(vraag_id) or Vraag(vraag_id, vraag_id, vraag_id, Soort.TEKST)

    @cached_property
    def _vragen(self) -> dict[str, Vraag]:
        return {vraag.id: vraag for vraag in self.vragen}

    def _file(self, fase_id: str) -> tuple[str, int | None]:
        """Return in which file a fase stands, and its number."""
        if fase_id == ZIJSPOOR:
            return "gemeente.yaml", None
        index = self.fase_ids.index(fase_id)
        return f"fasen/{self.routekaart.fasen[index]}.yaml", index + 1

    def _fase_keuze(self, fase_id: str) -> str:
        """Return a fase as one can choose it, without building the rest when its file was read before.

        One that cannot be read goes by its id: whoever reads the fase itself hears what is wrong.
        """
        file, number = self._file(fase_id)
        title = cache.load_text(self.folder / file, "titel")
        if title is None:
            try:
                title = self.fase(fase_id).titel
            except UnreadableFile:
                title = fase_id
        return _fase_keuze_in_words(number, " ".join(title.split()))

    def _kept(self, file: str, origin: Callable[[Any], T], build: Callable[[Fields], tuple[T, ...]]) -> tuple[T, ...]:
        """Return the records of *file*: each *origin* what was kept of it, or else all that *build* makes."""
        kept = cache.load_records(self.folder / file, origin)
        if kept is not None:
            return kept
        before = cache.stamp_of(self.folder / file)
        as_read = self._read(file, build)
        cache.save_records(self.folder / file, as_read, before)
        return as_read

    def _read(self, file: str, build: Callable[[Fields], T]) -> T:
        reader = Reader(f"content/{file}")
        before = cache.stamp_of(self.folder / file)
        as_read = cache.load(self.folder / file)
        node = as_read or reader.parse(read_bytes(self.folder / file, reader.name))
        fields = reader.fields(node)
        built = build(fields)
        if node:
            fields.close()
        reader.finish("Verbeter de tekst in content/ en probeer het opnieuw.")
        if node and not as_read:
            cache.save(self.folder / file, node, before)
        return built


def _ids(fase: Fase) -> list[str]:
    """Return the ids of *fase* and of its stappen."""
    return [fase.id, *(stap.id for stap in fase.stappen)]


def _stap_hint(meant: str | None, fase: int | str | None) -> str:
    """Say where the stappen are: of the *fase* that was meant, or of any."""
    where = "De stappen staan per fase. Typ bijvoorbeeld" if fase is None else "De stappen van deze fase zie je met"
    return f"{did_you_mean(meant)}{where}: routekaart fase {3 if fase is None else fase}"


def _fase_keuze_in_words(number: int | None, title: str) -> str:
    """Return a fase as one can choose it: `Fase 3: Verdiepen`."""
    return fase_title(number, title) if number else f"Het {ZIJSPOOR_NAME.lower()}: {lowered(title)}"
