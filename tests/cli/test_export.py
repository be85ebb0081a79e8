"""`export` as a command: which file, which format, which template, and what goes wrong."""

from __future__ import annotations

import json
import re
import signal
from pathlib import Path

import pytest
from helpers import content
from helpers.world import World

from routekaart_cli.documents import templates
from routekaart_cli.documents.formats import PLAN
from routekaart_cli.dutch import enumeration
from routekaart_cli.inhoud.folder import Inhoud


def test_the_plan_is_written_to_a_file_and_never_over_another_one(zonnehoek: World) -> None:
    target = zonnehoek.folder / "actieplan.md"
    assert zonnehoek.run("export").code == 0
    assert target.read_text(encoding="utf-8") == zonnehoek.run("export", "-").stdout
    target.write_text("van ons", encoding="utf-8")
    outcome = zonnehoek.run("export")
    assert outcome.code == 1
    assert "routekaart export actieplan.md --overschrijf" in outcome.stderr
    assert target.read_text(encoding="utf-8") == "van ons"
    assert zonnehoek.run("export", "--overschrijf").code == 0
    assert target.read_text(encoding="utf-8") != "van ons"


def test_a_folder_that_does_not_exist_is_said(zonnehoek: World) -> None:
    outcome = zonnehoek.run("export", "weg/plan.md")
    assert outcome.code == 1
    assert "bestaat niet" in " ".join(outcome.stderr.split())


def test_without_answers_there_is_no_plan(world: World) -> None:
    assert world.run("export").code == 1
    assert not (world.folder / "actieplan.md").exists()


@pytest.fixture
def template(zonnehoek: World) -> Path:
    """A template of a federatie of its own."""
    return zonnehoek.folder / "eigen.md.j2"


def test_another_template_changes_the_plan_without_python(zonnehoek: World, template: Path) -> None:
    template.write_text("<!-- blok top -->\n# Plan van {{ plan.groep }}\n", encoding="utf-8")
    assert zonnehoek.run("export", "--sjabloon", "eigen.md.j2").code == 0
    plan = (zonnehoek.folder / "actieplan.md").read_text(encoding="utf-8")
    assert "# Plan van Zonnehoek Warm\n" in plan
    assert "<!-- routekaart:begin top " in plan


def test_what_is_not_there_is_empty(zonnehoek: World, template: Path) -> None:
    template.write_text("{% for fase in plan.fasen %}{{ fase.nummer }}-{% endfor %}", encoding="utf-8")
    assert "1-2-3-4-5--" in zonnehoek.run("export", "-", "--sjabloon", "eigen.md.j2").stdout


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ plan.wijkk }}", "een naam die niet bestaat"),
        ("{{ wijk }}", "een naam die niet bestaat"),
        ("{% if plan.wijk %}", "De opbouw klopt niet"),
        ("{{ plan.wijk }", "De opbouw klopt niet"),
        ("{{ plan.wijk|vet }}", "een filter dat niet bestaat"),
        ("{% include 'weg.j2' %}", "moet in dezelfde map staan"),
        ("{% include 'routekaart-project.yaml' %}", "eindigen op .j2 of .css"),
        ("{{ cycler() }}", "een naam die niet bestaat"),
        ("{{ lipsum() }}", "een naam die niet bestaat"),
        ("{{ 'a' * 10 ** 14 }}", "kan niet worden uitgevoerd"),
        ("{% set x %}{{ self.y() }}{% endset %}", "een naam die niet bestaat"),
        ("{{ plan }}", "geen tekst of getal"),
        ("{{ plan.acties }}", "geen tekst of getal"),
        ("<!-- blok a b -->", "Schrijf een blok zo"),
        ("  <!-- BLOK x -->", "Schrijf een blok zo"),
        ("<!--blok x-->", "Schrijf een blok zo"),
        ("<!-- blok x --> tekst", "Schrijf een blok zo"),
        ("{{ range }}", "geen tekst of getal"),
        ("{{ plan.acties.__class__.__mro__ }}", "Dit mag een sjabloon niet"),
        ("{{ plan.wijk.format.__globals__ }}", "Dit mag een sjabloon niet"),
        ("{{ range(10000000)|list|length }}", "kan niet worden uitgevoerd"),
        ("{{ 1 / 0 }}", "kan niet worden uitgevoerd"),
        ("{{ plan.acties + 1 }}", "kan niet worden uitgevoerd"),
    ],
)
def test_a_mistake_in_a_template_is_named_with_its_line(
    zonnehoek: World, template: Path, line: str, message: str
) -> None:
    template.write_text(f"# een\n\n{line}\n", encoding="utf-8")
    outcome = zonnehoek.run("export", "--sjabloon", "eigen.md.j2")
    said = " ".join(outcome.stderr.split())
    assert outcome.code == 1
    assert re.search(r"eigen\.md\.j2:[34]:", said)
    assert message in said
    assert not (zonnehoek.folder / "actieplan.md").exists()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system cannot wake us")
def test_a_template_without_end_is_stopped_and_its_line_named(
    zonnehoek: World, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "MOST_SECONDS", 0.3)
    endless = "een\n{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}"
    template.write_text(f"{endless}{{% endfor %}}{{% endfor %}}\n", encoding="utf-8")
    outcome = zonnehoek.run("export", "-", "--sjabloon", template.name)
    assert outcome.code == 1
    assert f"{template}:2: het sjabloon klopt niet. Dit is na 0.3 seconden nog niet klaar." in " ".join(
        outcome.stderr.split()
    )


def test_who_goes_wrong_with_a_template_is_told_where_ours_are(
    zonnehoek: World, template: Path, inhoud: Inhoud
) -> None:
    template.write_text("{{ wijk }}", encoding="utf-8")
    zonnehoek.width = 1000
    for name in ("eigen.md.j2", "weg.md.j2"):
        assert f"{inhoud.folder / 'sjablonen' / 'LEESMIJ.md'}" in zonnehoek.run("export", "--sjabloon", name).stderr


def test_a_template_that_is_not_there_or_cannot_be_read_is_said(zonnehoek: World, template: Path) -> None:
    assert "weg.md.j2: dit sjabloon" in zonnehoek.run("export", "--sjabloon", "weg.md.j2").stderr.replace("\n", " ")
    assert zonnehoek.run("export", "--sjabloon", ".").code == 1
    template.write_bytes(b"caf\xe9")
    outcome = zonnehoek.run("export", "--sjabloon", "eigen.md.j2")
    assert outcome.code == 1
    assert "UTF-8" in outcome.stderr


@pytest.mark.parametrize(
    ("template", "args"),
    [("eigen.html.j2", ()), ("eigen.HTM.j2", ()), ("eigen.md.j2", ("--formaat", "html")), ("eigen.html", ())],
)
def test_a_template_for_another_format_is_refused_its_values_would_not_be_safe(
    zonnehoek: World, template: str, args: tuple[str, ...]
) -> None:
    (zonnehoek.folder / template).write_text("x", encoding="utf-8")
    outcome = zonnehoek.run("export", "-", "--sjabloon", template, *args)
    origin, to = ("md", "html") if args else ("html", "md")
    assert outcome.code == 2
    assert f"{template} is een sjabloon voor {origin}, en dit plan wordt {to}." in " ".join(outcome.stderr.split())
    assert f"--formaat {origin}" in outcome.stderr


def test_a_template_whose_name_says_nothing_is_used(zonnehoek: World) -> None:
    (zonnehoek.folder / "eigen.j2").write_text("{{ plan.groep }}", encoding="utf-8")
    assert "Zonnehoek Warm" in zonnehoek.run("export", "-", "--formaat", "html", "--sjabloon", "eigen.j2").stdout


def test_a_format_without_a_template_refuses_one(zonnehoek: World, template: Path) -> None:
    template.write_text("x", encoding="utf-8")
    assert zonnehoek.run("export", "--formaat", "json", "--sjabloon", "eigen.md.j2").code == 2


def test_what_an_editor_adds_to_the_content_is_in_the_plan_with_no_other_edit(zonnehoek: World, tmp_path: Path) -> None:
    """One vraag, one tip and one voorbeeld more in the YAML of a fase, and nothing else."""
    kopie = tmp_path / "content"
    content.copy(Inhoud(), kopie)
    zonnehoek.variables = {"ROUTEKAART_INHOUD": str(kopie)}
    file = kopie / "fasen" / "2-plan-maken.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "      - id: combineren\n",
        "      - {id: nieuw, kort: Onze nieuwe vraag, vraag: Wat is nieuw?, soort: tekst,"
        " hoofdstuk: gebied}\n      - id: combineren\n",
    )
    text = text.replace(
        "\ntips:\n",
        "\ntips:\n  - {id: nieuw, titel: Onze nieuwe tip, tekst: Doe het zo., past_bij: {wijk.leeft: groen}}\n",
    )
    file.write_text(text, encoding="utf-8")
    zonnehoek.start("plan-maken.koppel-plannen.nieuw=Een heel nieuw antwoord")
    plan = zonnehoek.run("export", "-", "--volledig", "--met-bijlagen").stdout
    assert "**Onze nieuwe vraag:** Een heel nieuw antwoord" in plan
    assert "**Onze nieuwe tip:** Doe het zo." in plan
    assert "Onze nieuwe vraag" in zonnehoek.run("export", "-", "--formaat", "json", "--volledig").stdout


def test_the_format_follows_from_the_name_of_the_file(zonnehoek: World) -> None:
    assert zonnehoek.run("export", "plan.json").code == 0
    assert json.loads((zonnehoek.folder / "plan.json").read_text(encoding="utf-8"))["plan"]["wijk"].startswith(
        "De Zonne"
    )
    assert zonnehoek.run("export", "--formaat", "json").code == 0
    assert (zonnehoek.folder / "actieplan.json").exists()
    assert zonnehoek.run("export", "plan", "--formaat", "json").code == 0
    assert json.loads((zonnehoek.folder / "plan").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["plan.md", "plan.txt", "plan.csv", "PLAN.MD"])
def test_a_name_that_says_another_format_is_refused(zonnehoek: World, name: str) -> None:
    outcome = zonnehoek.run("export", name, "--formaat", "html", "--overschrijf")
    assert outcome.code == 2
    assert f"De naam {name} past niet bij het formaat html." in outcome.stderr
    assert not (zonnehoek.folder / name).exists()


def test_the_hint_repeats_every_option(zonnehoek: World, template: Path) -> None:
    template.write_text("x", encoding="utf-8")
    for name, options in (("plan", ("--formaat", "html")), ("plan.md", ("--sjabloon", "eigen.md.j2"))):
        (zonnehoek.folder / name).write_text("van ons", encoding="utf-8")
        said = " ".join(zonnehoek.run("export", name, *options).stderr.split())
        assert f"routekaart export {' '.join(options)} {name} --overschrijf" in said


@pytest.mark.parametrize(
    "args", [("export", "plan", "--formaat", "html"), ("agenda", "plan"), ("werkblad", "--naar", "plan")]
)
def test_nothing_proposes_to_replace_a_plan_that_lives_on(zonnehoek: World, args: tuple[str, ...]) -> None:
    plan = zonnehoek.folder / "plan"
    assert zonnehoek.run("export", "plan").code == 0
    before = plan.read_bytes()
    outcome = zonnehoek.run(*args)
    assert outcome.code == 1
    assert "--overschrijf" not in outcome.stderr
    assert "Dan is weg wat jullie er zelf in schreven." in " ".join(outcome.stderr.split())
    assert plan.read_bytes() == before


def test_the_help_names_every_format(world: World) -> None:
    names = enumeration([part.naam for part in PLAN], "of")
    for args in (("export", "--help"), ("hulp", "export")):
        assert f"De soort: {names}." in " ".join(world.run(*args).stdout.split())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.md", "Het actieplan staat in plan.md."), ("plan.html", "Het actieplan staat in plan.html."),
        ("plan.csv", "De lijst met acties staat in plan.csv."),
        ("plan.ics", "De datums voor in de agenda staan in plan.ics."),
        ("plan.json", "Het actieplan staat in plan.json."),
    ],
)  # fmt: skip
def test_what_was_written_is_called_what_it_is(zonnehoek: World, name: str, said: str) -> None:
    assert zonnehoek.run("export", name).stderr.startswith(f"{said}\n")


@pytest.mark.parametrize(
    ("answer", "made"),
    [
        ("1", {"actieplan.docx", "actieplan.pdf"}), ("ons", {"actieplan-ons.html"}), ("3", {"actieplan.md"}),
        (":stop", set()), ("", {"actieplan.docx", "actieplan.pdf"}),
    ],
)  # fmt: skip
def test_without_a_name_somebody_is_asked_for_whom_it_is(zonnehoek: World, answer: str, made: set[str]) -> None:
    outcome = zonnehoek.run("--toegankelijk", "export", source=f"{answer}\n")
    assert outcome.code == 0
    assert {path.name for path in zonnehoek.folder.glob("actieplan*")} == made
    assert outcome.stderr.count("Dit is voor") == (1 if made else 0)


@pytest.mark.parametrize("args", [("--geen-invoer",), ("--json",)])
def test_where_nobody_is_there_it_is_markdown(zonnehoek: World, args: tuple[str, ...]) -> None:
    assert zonnehoek.run("--toegankelijk", "export", *args).code == 0
    assert {path.name for path in zonnehoek.folder.glob("actieplan*")} == {"actieplan.md"}


def test_the_plan_of_a_made_up_wijk_needs_no_project_and_says_first_that_it_is_made_up(world: World) -> None:
    outcome = world.run("export", "--voorbeeld", "-")
    assert outcome.code == 0
    text = re.sub("<!--.*?-->", "", outcome.stdout).split()
    assert " ".join(text[:11]) == "**Dit is een voorbeeld. De wijk en de mensen zijn verzonnen.**"
    assert world.run("export", "--voorbeeld").stderr.startswith("Het actieplan staat in voorbeeldplan.md.")


def test_the_plan_of_a_made_up_wijk_never_goes_into_that_of_a_group(zonnehoek: World) -> None:
    zonnehoek.run("export")
    before = (zonnehoek.folder / "actieplan.md").read_bytes()
    assert zonnehoek.run("export", "--voorbeeld", "actieplan.md").code == 1
    assert (zonnehoek.folder / "actieplan.md").read_bytes() == before


@pytest.mark.parametrize("args", [("plan.odt",), ("--formaat", "odt")])
def test_a_format_that_is_not_there_is_refused_with_those_that_are(zonnehoek: World, args: tuple[str, ...]) -> None:
    outcome = zonnehoek.run("export", *args)
    assert outcome.code == 2
    assert "odt" in outcome.stderr
    assert "md" in outcome.stderr.split("--formaat:")[1]
    assert [path.name for path in zonnehoek.folder.iterdir()] == ["routekaart-project.yaml"]
