"""Which text program is meant, also when it is written as people do: with spaces, backslashes and options."""

from __future__ import annotations

from pathlib import Path

import pytest

from routekaart_cli.environment.shell import text_program


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder on the path with a space in its name, and programs in it."""
    folder = tmp_path / "Program Files"
    folder.mkdir()
    for name in ("vi", "notepad", "code", "Mijn Editor", r"C:\Windows\Notepad++ x.exe"):
        (folder / name).write_text("", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, ["vi"]),
        ({"EDITOR": "code"}, ["code"]),
        ({"EDITOR": "nano", "VISUAL": "code --wait"}, ["code", "--wait"]),
        ({"EDITOR": 'code -c "set tw=0"'}, ["code", "-c", "set tw=0"]),
        ({"EDITOR": "MAP/Mijn Editor"}, ["MAP/Mijn Editor"]),
        ({"EDITOR": "MAP/Mijn Editor --wacht"}, ["MAP/Mijn Editor", "--wacht"]),
        ({"EDITOR": '"MAP/Mijn Editor" --wacht'}, ["MAP/Mijn Editor", "--wacht"]),
        ({"EDITOR": r"C:\Windows\Notepad++ x.exe -multiInst"}, [r"C:\Windows\Notepad++ x.exe", "-multiInst"]),
        ({"EDITOR": "code 'open"}, ["code", "'open"]),
        ({"EDITOR": "/bestaat/niet"}, ["/bestaat/niet"]),
        ({"EDITOR": " "}, ["vi"]),
    ],
)
def test_the_program_that_is_there_is_meant(programs: Path, variables: dict[str, str], expected: list[str]) -> None:
    given = {name: text.replace("MAP", str(programs)) for name, text in variables.items()}
    found = text_program({"PATH": str(programs), **given})
    assert found == [word.replace("MAP", str(programs)) for word in expected]


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert text_program({"PATH": str(tmp_path)}) == []
