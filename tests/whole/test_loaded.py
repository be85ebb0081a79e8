"""What is loaded and read for a command, and what is not: that is what makes it fast."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.world import World

PROGRAM = """
import json, sys
gelezen = []
sys.addaudithook(lambda naam, args: gelezen.append(str(args[0])) if naam == "open" else None)
from routekaart_cli.__main__ import main
sys.argv = ["routekaart", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(json.dumps([sorted(sys.modules), gelezen]), file=sys.stderr)
"""


def loaded(folder: Path, *args: str) -> tuple[set[str], list[str]]:
    """Run a command in *folder*; return the modules that were loaded and the files that were opened."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    modules, as_read = json.loads(done.stderr.splitlines()[-1])
    return {module.partition(".")[0] for module in modules}, as_read


def test_versie_loads_neither_rich_nor_questionary_nor_yaml(tmp_path: Path) -> None:
    modules, as_read = loaded(tmp_path, "--versie")
    assert not modules & {"rich", "questionary", "prompt_toolkit", "yaml", "jinja2"}
    # Only to say of which day the texts are.
    assert [Path(path).name for path in as_read if "content" in Path(path).parts] == ["routekaart.yaml"]


@pytest.mark.parametrize("with_project", [True, False], ids=["with a project", "without a project"])
def test_fase_3_loads_no_questionary_and_reads_no_other_fase(world: World, *, with_project: bool) -> None:
    if with_project:
        world.start("wijk.naam=De Weide")
    modules, as_read = loaded(world.folder, "fase", "3")
    assert not modules & {"questionary", "prompt_toolkit", "jinja2"}
    inhoud = {Path(path).name.partition(".")[0] for path in as_read if "content" in Path(path).parts}
    assert inhoud == {"routekaart", "3-verdiepen", "actueel", "begrippen"}


def test_status_as_json_loads_no_rich(world: World) -> None:
    world.start("wijk.naam=De Weide")
    modules, _ = loaded(world.folder, "status", "--json")
    assert not modules & {"rich", "questionary", "prompt_toolkit", "jinja2"}


def test_the_interview_in_plain_lines_loads_no_rich_and_no_questionary(world: World) -> None:
    modules, _ = loaded(world.folder, "start", "--toegankelijk", "--antwoord", "wijk.naam=De Weide")
    assert not modules & {"rich", "questionary", "prompt_toolkit", "jinja2"}


def test_each_format_loads_only_its_own_library(world: World) -> None:
    world.start("wijk.naam=De Weide", "opstarten.de-wijk-in.wanneer=2027-01-31")
    found = {
        formaat: loaded(world.folder, "export", "-", "--formaat", formaat)[0] for formaat in ("csv", "ics", "html")
    }
    heavy = {"rich", "questionary", "jinja2", "icalendar"}
    assert {formaat: modules & heavy for formaat, modules in found.items()} == {
        "csv": set(), "ics": {"icalendar"}, "html": {"jinja2"},
    }  # fmt: skip
