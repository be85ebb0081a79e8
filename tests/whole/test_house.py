"""The house: each room has a door, and a reader finds every name once."""

from __future__ import annotations

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import routekaart_cli

ROOT = Path(routekaart_cli.__file__).parent
ROOMS = sorted(path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file())


def modules_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]


def used() -> Iterator[tuple[str, str, str]]:
    """Yield every module that is imported from another room: who imports, the room, and its module ('' is the door)."""
    for file in ROOT.rglob("*.py"):
        mine = file.relative_to(ROOT).parts[0]
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("routekaart_cli."):
                room, *within = str(node.module).split(".")[1:]
                for name in node.names:
                    if room in ROOMS and room != mine:
                        is_module = not within and (ROOT / room / f"{name.name}.py").is_file()
                        yield str(file.relative_to(ROOT)), room, ".".join([*within, name.name] if is_module else within)


def test_one_room_uses_another_only_through_its_door() -> None:
    doors = {room: set(importlib.import_module(f"routekaart_cli.{room}").__all__) for room in ROOMS}
    assert not [(who, room, module) for who, room, module in used() if module and module not in doors[room]]
    own = {(room, path.stem) for room in ROOMS for path in modules_in(ROOT / room)}
    assert own & {(room, name) for room, door in doors.items() for name in door} == {
        (room, module) for _, room, module in used() if module
    }


def test_no_module_is_loose_beside_the_rooms() -> None:
    assert [path.name for path in modules_in(ROOT)] == ["__main__.py", "errors.py", "files.py"]


@pytest.mark.parametrize("folder", [path.parent for path in sorted(ROOT.rglob("__init__.py"))], ids=lambda f: f.name)
def test_a_folder_holds_at_most_fifteen_modules(folder: Path) -> None:
    assert len(modules_in(folder)) <= 15


def test_no_two_modules_have_one_name() -> None:
    names = Counter(path.stem for path in ROOT.rglob("*.py") if path.name != "__init__.py") + Counter(ROOMS)
    assert [name for name, times in names.items() if times > 1] == []
