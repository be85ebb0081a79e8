"""The project file: read it, and write it so that a crash at any moment loses nothing."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.model import Alternatief, Antwoord, Project, Stand, Waarde
from routekaart_cli.texts import lezen
from routekaart_cli.yaml_nodes import Node, Reeks, Tekst, Velden, plain
from routekaart_cli.yaml_reader import Fields, Reader, read_bytes

T = TypeVar("T")
FORMAAT = 1
KOP = """\
# Dit is het projectbestand van routekaart. Hierin staan alle antwoorden van jullie groep.
# Je mag het lezen en veranderen. Eigen opmerkingen met # gaan verloren als routekaart het bestand weer bewaart.
"""
_OPEN = {stand.value: stand for stand in (Stand.LEEG, Stand.WEET_NIET, Stand.LATER)}
_VREEMD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that stay the same only as numbers between quotes."""
_BLOK = re.compile(r"(?=\S)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\S")
"""Text that stays the same as a YAML block: nothing invisible, no blanks at the ends."""


def load(path: Path) -> Project:
    """Return the project in the file *path*; raises `UnreadableFile` with every finding, and never changes the file."""
    return _read(path, _project)


def load_antwoorden(path: Path) -> dict[str, Waarde | Antwoord]:
    """Return the loose answers in the YAML file *path*: id to text, list of texts or list of records.

    A whole project file is accepted too; of that come the answers as they stand there.
    """
    return _read(path, _los)


def save(path: Path, project: Project) -> None:
    """Write *project* to *path*: beside it first, flushed to the disk, then in its place.

    A link is followed; the permissions of an existing file stay, a new one is for its owner only (it holds names).
    Raises `UnreadableFile` when the file is of a newer format, `WriteFailed` when the system refuses.
    """
    if project.formaat > FORMAAT:
        raise UnreadableFile(lezen.formaat_nieuwer(str(path)), lezen.FORMAAT_NIEUWER_HINT)
    write_atomic(path, dump(project).encode())


def stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes whenever the file *path* does, or None when it is not there."""
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_ino, info.st_size, info.st_mtime_ns


def check_writable(path: Path, project: Project | None) -> None:
    """Raise `UnreadableFile` or `WriteFailed` when *project* could not be saved in *path*: better before than after."""
    if project and project.formaat > FORMAAT:
        raise UnreadableFile(lezen.formaat_nieuwer(str(path)), lezen.FORMAAT_NIEUWER_HINT)
    map = Path(os.path.realpath(path)).parent
    if not map.is_dir() or not os.access(map, os.W_OK | os.X_OK):
        reden = "ENOENT" if not map.is_dir() else "EACCES"
        raise WriteFailed(lezen.schrijven_mislukt(str(path), lezen.OS_REDENEN[reden]), lezen.SCHRIJVEN_HINT)


def write_atomic(path: Path, data: bytes) -> None:
    """Put *data* in the file *path* completely or not at all. Raises `WriteFailed` when the system refuses."""
    import tempfile  # only to write: it loads much

    doel = Path(os.path.realpath(path))
    tijdelijk: Path | None = None
    try:
        greep, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=doel.parent)
        tijdelijk = Path(naam)
        with os.fdopen(greep, "wb") as bestand:
            with contextlib.suppress(OSError):
                tijdelijk.chmod(doel.stat().st_mode & 0o7777)
            bestand.write(data)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(doel)
        tijdelijk = None
        _sync_folder(doel.parent)
    except OSError as fout:
        raise WriteFailed(lezen.schrijven_mislukt(str(path), lezen.reden(fout)), lezen.SCHRIJVEN_HINT) from fout
    finally:
        if tijdelijk:
            with contextlib.suppress(OSError):
                tijdelijk.unlink()


def dump(project: Project) -> str:
    """Return the text of the project file for *project*."""
    inhoud = {
        "formaat": project.formaat,
        **project.onbekend,
        "antwoorden": {vraag_id: _antwoord_velden(antwoord) for vraag_id, antwoord in project.antwoorden.items()},
    }
    return KOP + _dump(inhoud, _Dumper)


class _Leesbaar:
    """Writes text of several lines as a block, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the name PyYAML gives it
        return True


class _Dumper(_Leesbaar, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    pass


class _SlowDumper(_Leesbaar, yaml.SafeDumper):
    """Knows emoji, which the C library would write as numbers."""


def _dump(inhoud: object, dumper: type[Any]) -> str:
    tekst: str = yaml.dump(inhoud, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return _dump(inhoud, _SlowDumper) if dumper is not _SlowDumper and "\\U000" in tekst else tekst


def _tekst(dumper: Any, tekst: str) -> Any:
    stijl = "|" if "\n" in tekst and _BLOK.fullmatch(tekst) else None
    if not stijl and _VREEMD.search(tekst):
        stijl = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", tekst, style=stijl)


for _soort in (_Dumper, _SlowDumper):
    _soort.add_representer(str, _tekst)


def _sync_folder(map: Path) -> None:
    """Make the new name in *map* durable; some systems and shared folders cannot, and then it is left at that."""
    with contextlib.suppress(OSError):
        greep = os.open(map, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)


def _antwoord_velden(antwoord: Antwoord) -> dict[str, object]:
    velden: dict[str, object] = {}
    if antwoord.stand is Stand.GEGEVEN:
        velden["waarde"] = _waarde_velden(antwoord.waarde)
    elif antwoord.stand is Stand.ONEENS:
        velden["alternatieven"] = [
            {
                "waarde": _waarde_velden(alternatief.waarde),
                **({"door": alternatief.door} if alternatief.door else {}),
                **alternatief.onbekend,
            }
            for alternatief in antwoord.alternatieven
        ]
    else:
        velden["open"] = antwoord.stand.value
    if antwoord.gewijzigd:
        velden["gewijzigd"] = antwoord.gewijzigd
    if antwoord.door:
        velden["door"] = antwoord.door
    return {**velden, **antwoord.onbekend}


def _waarde_velden(waarde: Waarde) -> object:
    if isinstance(waarde, str):
        return waarde
    return [dict(deel) if isinstance(deel, Mapping) else deel for deel in waarde]


def _read(path: Path, build: Callable[[Fields], T]) -> T:
    reader = Reader(str(path))
    gebouwd = build(reader.fields(reader.parse(read_bytes(path, reader.naam))))
    reader.finish()
    return gebouwd


def _project(fields: Fields) -> Project:
    formaat = fields.text("formaat")
    if formaat and not re.fullmatch(r"[1-9]\d{0,5}", formaat):
        fields.reader.melden(fields.plaats_van("formaat"), lezen.formaat_onbekend(formaat))
        return Project()
    antwoorden: dict[str, Antwoord] = {}
    for vraag_id, node, _ in fields.pairs("antwoorden"):
        antwoord = fields.record_of(node, _antwoord)
        if antwoord:
            antwoorden[vraag_id] = antwoord
    if int(formaat or FORMAAT) > FORMAAT and fields.reader.bevindingen:
        raise UnreadableFile(lezen.formaat_nieuwer(fields.reader.naam), lezen.FORMAAT_NIEUWER_HINT)
    onbekend = {naam: plain(node) for naam, node in fields.take_rest().items()}
    return Project(antwoorden, int(formaat or FORMAAT), onbekend)


def _antwoord(fields: Fields) -> Antwoord:
    gewijzigd, door = fields.text("gewijzigd", ""), fields.text("door", "")
    alternatieven = fields.records("alternatieven", _alternatief)
    waarde = fields.node("waarde")
    stand = fields.text("open", "")
    if alternatieven:
        # A value beside them was written by hand: one more opinion.
        eerste = (Alternatief(_waarde(fields.reader, waarde), door),) if waarde is not None else ()
        antwoord = Antwoord(Stand.ONEENS, "", gewijzigd, door, (*eerste, *alternatieven))
    elif waarde is not None:
        antwoord = Antwoord(Stand.GEGEVEN, _waarde(fields.reader, waarde), gewijzigd, door)
    else:
        if stand not in _OPEN:
            fields.reader.melden(fields.plaats_van("open"), lezen.antwoord_leeg(list(_OPEN)))
        antwoord = Antwoord(_OPEN.get(stand, Stand.LEEG), "", gewijzigd, door)
    onbekend = {naam: plain(node) for naam, node in fields.take_rest().items()}
    return Antwoord(antwoord.stand, antwoord.waarde, gewijzigd, door, antwoord.alternatieven, onbekend)


def _alternatief(fields: Fields) -> Alternatief:
    waarde = fields.node("waarde", verplicht=True)
    door = fields.text("door", "")
    onbekend = {naam: plain(rest) for naam, rest in fields.take_rest().items()}
    return Alternatief(_waarde(fields.reader, waarde) if waarde else "", door, onbekend)


def _waarde(reader: Reader, node: Node) -> Waarde:
    if isinstance(node, Tekst):
        return node.waarde
    if isinstance(node, Reeks):
        if all(isinstance(deel, Tekst) for deel in node.delen):
            return tuple(deel.waarde for deel in node.delen if isinstance(deel, Tekst))
        if all(_is_record(deel) for deel in node.delen):
            return tuple(
                {naam: waarde.waarde for naam, waarde in deel.paren.items() if isinstance(waarde, Tekst)}
                for deel in node.delen
                if isinstance(deel, Velden)
            )
    reader.melden(node.plaats, lezen.WAARDE_VORM)
    return ""


def _is_record(node: Node) -> bool:
    return isinstance(node, Velden) and all(isinstance(waarde, Tekst) for waarde in node.paren.values())


def _los(fields: Fields) -> dict[str, Waarde | Antwoord]:
    if {"antwoorden", "formaat"} <= fields.rest().keys():
        return dict(_project(fields).antwoorden)
    return {naam: _waarde(fields.reader, node) for naam, node in fields.take_rest().items()}
