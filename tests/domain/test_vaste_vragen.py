"""The vragen that the code leans on: the content has them, and an editor who renames one hears so at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.content import change, copy
from helpers.world import World

from routekaart_cli.inhoud.folder import Inhoud


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("routekaart.yaml", "- id: status", "- id: toestand", "een vraag 'status' van de soort keuze"),
        ("routekaart.yaml", "- id: wie\n", "- id: wie-doet\n", "een vraag 'wie' van de soort tekst"),
        ("routekaart.yaml", "soort: datum", "soort: tekst", "een vraag 'wanneer' van de soort datum"),
        ("routekaart.yaml", "{id: klaar,", "{id: af,", "precies deze keuzes: niet-begonnen, bezig, klaar en past-niet"),
        ("intake.yaml", "- id: naam", "- id: heet", "een vraag 'wijk.naam' van de soort tekst"),
        ("intake.yaml", "- id: gemeente", "- id: stad", "een vraag 'wijk.gemeente' van de soort tekst"),
        ("intake.yaml", "- id: doel", "- id: droom", "een vraag 'groep.doel' van de soort lange-tekst"),
    ],
)
def test_a_vraag_that_the_code_leans_on_cannot_be_renamed_without_a_word(  # noqa: PLR0913, PLR0917  # what changes
    zonnehoek: World, tmp_path: Path, file: str, old: str, new: str, finding: str
) -> None:
    changed = tmp_path / "content"
    copy(Inhoud(), changed)
    change(changed, file, old, new)
    zonnehoek.variables = {"ROUTEKAART_INHOUD": str(changed)}
    of_a_stap = [("stap", "2.3", "--status", "bezig")] if file == "routekaart.yaml" else []
    for args in (("inhoud", "controleer"), ("status",), ("export", "-"), *of_a_stap):
        outcome = zonnehoek.run(*args)
        assert outcome.code == 1, args
        said = " ".join(f"{outcome.stdout} {outcome.stderr}".split())
        assert f"{changed}/{file}:" in said
        assert finding in said
