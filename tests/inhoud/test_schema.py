"""The schemas for editors: the texts keep to them, and what they refuse, the reader refuses."""

from __future__ import annotations

import copy
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpers.places import CONTENT, SMALL_CONTENT
from jsonschema import Draft202012Validator

from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud import kinds
from routekaart_cli.inhoud.folder import Inhoud

FILES = [(kind, pattern) for kind, (_, patterns) in kinds.READERS.items() for pattern in patterns]


def validator(kind: str) -> Draft202012Validator:
    made = kinds.schema(kind)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def found(folder: Path) -> Iterator[tuple[str, Path]]:
    for kind, pattern in FILES:
        for path in sorted(folder.glob(pattern)):
            yield kind, path


class AsEditorsDo(yaml.CSafeLoader):
    """Reads numbers and nothing as such, as a program for editors does; a day is a text."""


AsEditorsDo.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


class Dumper(yaml.SafeDumper):
    """Writes nothing as nothing."""


Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


@pytest.mark.parametrize("folder", [CONTENT, SMALL_CONTENT], ids=["content", "small content"])
@pytest.mark.parametrize("loader", [yaml.CBaseLoader, AsEditorsDo])
def test_every_file_of_the_content_keeps_to_its_schema(folder: Path, loader: Any) -> None:
    validators = {kind: validator(kind) for kind in kinds.READERS}
    files = list(found(folder))
    assert {kind for kind, _ in files} == set(validators)
    for kind, path in files:
        document = yaml.load(path.read_text(encoding="utf-8"), loader)
        assert not [error.message for error in validators[kind].iter_errors(document)], path.name


def read(folder: Path, kind: str, path: Path) -> object:
    """Read the file *path* of the content in *folder* as routekaart does."""
    inhoud = Inhoud(folder)
    if kind == "fase":
        names = [*inhoud.routekaart.fasen, "gemeente"]
        return (*inhoud.fasen, inhoud.zijspoor)[names.index(path.stem)]
    return getattr(inhoud, {"hulp": "onderwerpen"}.get(kind, kind))


def places(document: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each mapping or list within *document* with each of its keys."""
    keys = list(document) if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    for key in keys:
        yield document, key
        yield from places(document[key])


def changed(document: Any, draw: random.Random) -> Any:
    """Return *document* with one thing in it different."""
    document = copy.deepcopy(document)
    where, key = draw.choice(list(places(document)))
    value = where[key]
    values = ["", None, "iets", "3", [], {}, ["a", "b"], {"a": "b"}, [{"a": "b"}], [value], {"id": value}]
    changes: list[Callable[[], object]] = [lambda: where.__setitem__(key, draw.choice(values))] * 3
    if isinstance(where, dict):
        changes += [lambda: where.pop(key), lambda: where.__setitem__(f"{key}x", where.pop(key))]
    draw.choice(changes)()
    return document


@pytest.mark.how_many(300, 5000)
def test_what_a_schema_refuses_the_reader_refuses(
    tmp_path: Path, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    draw = random.Random(os.environ["ROUTEKAART_SEED"])
    shutil.copytree(SMALL_CONTENT, tmp_path, dirs_exist_ok=True)
    validators = {kind: validator(kind) for kind in kinds.READERS}
    files = list(found(tmp_path))
    refused = seen = 0
    for _ in range(how_many):
        kind, path = draw.choice(files)
        before = path.read_bytes()
        document = changed(yaml.load(before, yaml.CBaseLoader), draw)
        path.write_text(yaml.dump(document, Dumper=Dumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
        errors = [error.message for error in validators[kind].iter_errors(document)]
        try:
            read(tmp_path, kind, path)
        except UnreadableFile:
            refused += 1
            seen += bool(errors)
        else:
            assert not errors, f"{path.name} is read:\n{path.read_text(encoding='utf-8')}"
        path.write_bytes(before)
    assert seen > refused / 2
    record_property("changed files, refused by the reader", refused)
    record_property("of those, refused by the schema too", seen)


def test_the_schemas_stand_in_a_folder_with_what_to_do(world: Any) -> None:
    outcome = world.run("inhoud", "schema", "mijn schemas")
    assert ".vscode/settings.json" in outcome.stderr
    assert '"mijn schemas/fase.schema.json": [' in outcome.stdout
    made = world.run("inhoud", "schema", "mijn schemas", "--json").gegevens["bestanden"]
    assert {(world.folder / file).name for file in made} == {
        f"{kind}.schema.json" for kind in (*kinds.READERS, "actieplan")
    }
    assert "MAP ontbreekt" in world.run("inhoud", "schema").stderr
