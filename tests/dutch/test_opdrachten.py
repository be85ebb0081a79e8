"""A command in a text is made in one place and shown as it must be typed on this computer."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import routekaart_cli
from routekaart_cli.cli.app import COMMANDS
from routekaart_cli.dutch.opdrachten import spelled, to_type
from routekaart_cli.environment import shell

SOURCE = Path(routekaart_cli.__file__).parent
TYPED = re.compile(rf"routekaart ({'|'.join(command.naam for command in COMMANDS)})\b")
OF_A_FILE = {"project/to_yaml.py"}
"""What stands in the project file itself travels along, so it names the bare program."""


def test_no_other_place_writes_a_command_out() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}: {node.value!r}"
        for path in sorted(SOURCE.rglob("*.py"))
        if path.relative_to(SOURCE).as_posix() not in OF_A_FILE
        for node in _texts(ast.parse(path.read_text(encoding="utf-8")))
        if TYPED.search(str(node.value))
    ]
    assert not found, "make a command with to_type(...): only then it works as it is typed here"


def _texts(tree: ast.Module) -> list[ast.Constant]:
    """Return the texts in *tree* that can be shown: all but the docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_a_command_is_shown_as_the_program_was_called_with_each_word_quoted() -> None:
    text = f"Typ: {to_type('vergeet', 'Kees de Vries')}."
    assert spelled(text) == "Typ: routekaart vergeet 'Kees de Vries'."
    shown = spelled(text, lambda: "./x/routekaart", ("--project", "p.yaml"), space="\u00a0")
    assert shown == "Typ: ./x/routekaart\u00a0vergeet\u00a0'Kees\u00a0de\u00a0Vries'\u00a0--project\u00a0p.yaml."


@pytest.mark.parametrize(
    ("typed", "seen", "called"),
    [
        (["python3", ".venv/bin/routekaart"], [".venv/bin/routekaart"], ".venv/bin/routekaart"),
        (["python3", "/een map/routekaart"], ["/een map/routekaart"], "'/een map/routekaart'"),
        (["python3", "-m", "routekaart_cli"], [f"{SOURCE}/__main__.py"], "python3 -m routekaart_cli"),
        (
            ["python3", "/een stick/routekaart.pyz"],
            ["/een stick/routekaart.pyz"],
            "python3 '/een stick/routekaart.pyz'",
        ),
        (["pytest"], ["/bin/pytest"], "routekaart"),
    ],
    ids=["by a path", "by a path with a space", "as a module", "as one file", "within another program"],
)
def test_the_program_is_named_as_it_was_called(typed: list[str], seen: list[str], called: str) -> None:
    assert shell.program(typed, seen) == called


def test_a_program_that_the_shell_finds_needs_no_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "routekaart").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shell.program([], [str(tmp_path / "routekaart")]) == "routekaart"
    (tmp_path / "ander").mkdir()
    (tmp_path / "ander" / "routekaart").touch(mode=0o755)
    assert shell.program([], [str(tmp_path / "ander" / "routekaart")]) == str(tmp_path / "ander" / "routekaart")


def test_powershell_gets_its_own_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "WINDOWS", True)
    assert [shell.quoted(word) for word in ("stap", "map's plan.md", r"..\plan.md", "a,b")] == [
        "stap", "'map''s plan.md'", r"..\plan.md", "'a,b'"
    ]  # fmt: skip
    assert shell.program([], [r"C:\mijn map\routekaart"]) in (r"& 'C:\mijn map\routekaart'", "routekaart")
