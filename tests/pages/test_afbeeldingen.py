"""The pictures in the README: made of what the program really prints, and still much like it.

An editor who changes a word or adds a stap breaks no test: what is compared is where the lines begin and in
which styles. A page that became another page makes its picture stale.
"""

from __future__ import annotations

import difflib
import io
import re

import pytest
from helpers.places import PICTURES, README, VOORBEELD
from helpers.world import World

SCREENS = {"welkom": (), "fase-3": ("fase", "3"), "status": ("status",)}
"""By the name of its picture, the command of which it is the screen."""
HEIGHT = 36


def picture(args: tuple[str, ...], turn: str) -> str:
    """Return a picture (SVG) of *turn*, what `routekaart *args` prints on a terminal with colours."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=io.StringIO(), record=True, width=80, force_terminal=True, color_system="256")
    for line in turn.split("\n")[:HEIGHT]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    opdracht = " ".join(("routekaart", *args))
    svg = console.export_svg(title=opdracht, unique_id="routekaart")
    # Rich would fetch its font from elsewhere: without it, the reader's own is used.
    svg = re.sub(r"\s*@font-face \{.*?\}|\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    return re.sub(r"(?<=font-family: )(Fira Code|arial)", "monospace", svg).replace("\r\n", "\n")


def layout(svg: str) -> list[tuple[str, ...]]:
    """Return of each line of the picture *svg* where it begins and in which styles its pieces of text are."""
    lines: dict[str, list[str]] = {}
    for style, left, top in re.findall(r'<text class="routekaart-(r\d+)" x="([\d.]+)" y="([\d.]+)"', svg):
        lines.setdefault(top, [left]).append(style)
    return [tuple(line) for line in lines.values()]


@pytest.mark.parametrize("name", SCREENS)
def test_a_picture_is_what_the_program_shows(world: World, name: str, request: pytest.FixtureRequest) -> None:
    if name != "welkom":
        world.bestand.write_bytes(VOORBEELD.read_bytes())
        added = world.run("status", "--json").gegevens["intake_nog"]["minst"]
        if added:  # vragen that the made-up group does not know
            world.lines(*["weet ik nog niet"] * added)
    world.terminal = True
    world.variables = {"TERM": "xterm-256color"}
    args = SCREENS[name]
    svg = picture(args, world.run(*args).stdout)
    file = PICTURES / f"{name}.svg"
    if request.config.getoption("--goldens"):
        file.write_text(svg, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8")
    alike = difflib.SequenceMatcher(None, layout(kept), layout(svg), autojunk=False).ratio()
    assert alike > 0.9, "the page became another one: write the picture anew with pytest --goldens"
    without_namespace = kept.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|//\w|@import|url\((?!#)", without_namespace), "it asks for nothing from elsewhere"


def test_the_readme_shows_every_picture_with_words_for_who_cannot_see_it() -> None:
    readme = README.read_text(encoding="utf-8")
    assert re.findall(r"!\[[^\]]{20,}\]\(tests/afbeeldingen/([\w-]+)\.svg\)", readme) == list(SCREENS)
    assert {path.stem for path in PICTURES.iterdir()} == set(SCREENS)
