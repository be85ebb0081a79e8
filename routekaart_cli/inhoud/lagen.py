"""A layer over the content: what a federatie adds to it, replaces in it or takes away from it.

A layer is a folder with a `laag.yaml`. Its files are called as those of the content, and hold only what differs: a
record is found by its id, and of it only the fields that stand there are replaced. `weg: ja` takes it away. All is done
on nodes, before records are made of them, so that every finding names the file in which it must be mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from routekaart_cli.domain.routekaart import Isodate
from routekaart_cli.dutch import did_you_mean, enumeration, nearest
from routekaart_cli.dutch.dates import day_in_words
from routekaart_cli.files import read_bytes
from routekaart_cli.inhoud import cache, location
from routekaart_cli.yaml_fields.fields import Reader, build
from routekaart_cli.yaml_fields.nodes import Bevinding, Node, Pairs, Place, Scalar, Series

AWAY = "weg"
_KNOWN_BY = {"federaties": "provincie", "loketten": "naam", "partners": "naam", "themas": "titel"}
"""By the name of a list the field that tells its records apart; in every other list that is their id."""
_AS_A_WHOLE = ("als", "past_bij")
"""Conditions: what a layer says comes in place of all that stood there."""


class Kenmerk(NamedTuple):
    """What stands in `laag.yaml`."""

    naam: str
    versie: str
    peildatum: Isodate


class Laag(NamedTuple):
    """A layer in the folder *folder*; messages call it *name*."""

    folder: Path
    name: str
    kenmerk: Kenmerk

    def file(self, name: str) -> Path | None:
        """Return its file called *name*, or None when it has none."""
        path = self.folder / name
        return path if path.is_file() else None


class Verschil(NamedTuple):
    """What a layer does to one item."""

    bestand: str
    """The file of the layer, with the line."""
    item: str
    """Its id, behind those of what it stands in."""
    wat: str
    """That it is new, that it is gone, or which fields it replaces."""


def load(folder: Path, name: str) -> Laag:
    """Return the layer in *folder*, which messages call *name*; raises `UnreadableFile`."""
    file = folder / location.LAYER_FILE

    def read() -> Kenmerk:
        reader = Reader(f"{name}/{location.LAYER_FILE}")
        fields = reader.fields(reader.parse(read_bytes(file, reader.name)))
        built = build(Kenmerk, fields)
        fields.close()
        reader.finish()
        return built

    return Laag(folder, name, cache.kept([file], read))


def in_words(lagen: tuple[Laag, ...]) -> str:
    """Return at the foot of a page or a document which *lagen* it shows; nothing without them."""
    told = [
        f"{k.naam} (versie {k.versie}, nagezocht tot {day_in_words(k.peildatum)})"
        for k in (one.kenmerk for one in lagen)
    ]
    return f"Met teksten van {'; '.join(told)}." if told else ""


class Laying:
    """Lays files of layers over what is below them; what cannot be done goes to *reader*, what was done to *seen*."""

    def __init__(self, reader: Reader, seen: list[Verschil]) -> None:
        self.reader = reader
        self.seen = seen

    def merged(self, under: Node, over: Node, trail: tuple[str, ...] = (), kind: str = "id") -> Node:
        """Return *under* with *over* on top; *trail* are the ids around it, by *kind* its records are known."""
        if isinstance(under, Pairs) and isinstance(over, Pairs):
            return self._fields(under, over, trail)
        if (
            isinstance(under, Series)
            and isinstance(over, Series)
            and _all_known(over, kind)
            and _all_known(under, kind)
        ):
            return self._records(under, over, trail, kind)
        return over

    def _fields(self, under: Pairs, over: Pairs, trail: tuple[str, ...]) -> Pairs:
        pairs, places = dict(under.pairs), dict(under.places)
        replaced = []
        for name, node in over.pairs.items():
            before = pairs.get(name)
            places[name] = over.places[name]
            if _is_away(node):
                pairs.pop(name, None)
                replaced.append(f"{name} (weg)")
            elif before is None or name in _AS_A_WHOLE:
                pairs[name] = node
                replaced.append(name)
            else:
                pairs[name] = self.merged(before, node, trail, _KNOWN_BY.get(name, "id"))
                if pairs[name] is node and _text(before) != _text(node):
                    replaced.append(name)
        if replaced:
            self._did(over.place, trail, f"veranderd: {enumeration(replaced)}")
        return Pairs(pairs, places, under.place)

    def _records(self, under: Series, over: Series, trail: tuple[str, ...], kind: str) -> Series:
        parts = {_name(part, kind): part for part in under.parts}
        for part in over.parts:
            name = _name(part, kind)
            around = (*trail, name)
            if not _is_away(part):
                if name not in parts:
                    self._did(part.place, around, "nieuw")
                parts[name] = self.merged(parts[name], part, around) if name in parts else part
            elif name in parts:
                del parts[name]
                self._did(part.place, around, "weg")
            else:
                hint = did_you_mean(nearest(name, parts))
                self.reader.report(part.place, f"'{name}' kan niet weg, want het is er niet. {hint}".strip())
        return Series(list(parts.values()), over.place)

    def _did(self, place: Place, trail: tuple[str, ...], what: str) -> None:
        self.seen.append(Verschil(self.reader.where(place), ".".join(trail), what))


def _all_known(series: Series, kind: str) -> bool:
    return all(isinstance(part, Pairs) and isinstance(part.pairs.get(kind), Scalar) for part in series.parts)


def _name(part: Node, kind: str) -> str:
    known = part.pairs[kind] if isinstance(part, Pairs) else None
    return known.value.strip() if isinstance(known, Scalar) else ""


def _text(node: Node) -> object:
    """Return what tells whether *node* says something else: the text, or which node it is."""
    return node.value.strip() if isinstance(node, Scalar) else id(node)


def _is_away(node: Node) -> bool:
    away = node.pairs.get(AWAY) if isinstance(node, Pairs) else None
    return isinstance(away, Scalar) and away.value.strip() == "ja"


def placed(node: Node, file: str) -> Node:
    """Return *node* with places that say that they are in *file*."""

    def there(place: Place) -> Place:
        return place._replace(file=file)

    match node:
        case Scalar():
            return node._replace(place=there(node.place))
        case Series():
            return Series([placed(part, file) for part in node.parts], there(node.place))
    places = {name: there(place) for name, place in node.places.items()}
    pairs = {name: placed(part, file) for name, part in node.pairs.items()}
    return Pairs(pairs, places, there(node.place), node.braces)


def parsed(laag: Laag, file: str, reader: Reader) -> Node | None:
    """Return what stands in *file* of *laag*; what is wrong goes to *reader*, with where it is."""
    own = Reader(f"{laag.name}/{file}")
    node = own.parse(read_bytes(laag.folder / file, own.name))
    for bevinding in own.bevindingen:
        reader.bevindingen.append(Bevinding(bevinding.place._replace(file=own.name), bevinding.text))
    return placed(node, own.name) if node else None


def files(laag: Laag) -> Iterator[str]:
    """Yield the names of the YAML files in *laag*, but for that which says what it is."""
    found = sorted(path.relative_to(laag.folder).as_posix() for path in laag.folder.rglob("*.yaml"))
    yield from (name for name in found if name != location.LAYER_FILE)
