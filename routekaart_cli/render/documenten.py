"""Which formats the action plan can have. Each is a module here, imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from routekaart_cli.errors import UsageProblem
from routekaart_cli.plan.gegevens import Plan
from routekaart_cli.texts import enumeration


class Formaat(NamedTuple):
    """A format: its *module* here has `render(plan, sjabloon) -> str`, where *sjabloon* is the template to use."""

    naam: str
    module: str = ""
    sjabloon: str = ""
    """The template in `content/sjablonen/`; empty for a format that has none."""
    achter: tuple[str, ...] = ()
    """Other endings of a file of this format, beside its name."""
    levend: bool = False
    """Does a file of it live on, with what people typed in it? Then it has the blocks of `plan.levend`."""


FORMATEN = (
    Formaat("md", "plan_md", "actieplan.md.j2", ("markdown", "txt"), levend=True),
    Formaat("html", "plan_html", "actieplan.html.j2", ("htm",)),
    Formaat("ics", "plan_ics"),
    Formaat("csv", "plan_csv"),
    Formaat("json", "plan_json"),
)
AGENDA = tuple(deel for deel in FORMATEN if deel.naam == "md")
"""What the agenda can be."""
AGENDA_SJABLOON = "agenda.md.j2"


def of_name(bestand: str, formaten: Sequence[Formaat] = FORMATEN) -> Formaat | None:
    """Return the format that the ending of the name *bestand* says, or None when no format has it."""
    achter = PurePath(bestand).suffix[1:].lower()
    return next((deel for deel in formaten if achter == deel.naam or achter in deel.achter), None)


def choose(formaat: str, bestand: str, formaten: Sequence[Formaat] = FORMATEN) -> Formaat:
    """Return the format called *formaat*, or that of the file *bestand*, or the first when neither says one.

    Raises `UsageProblem` with the formats there are, or when the name of *bestand* says another one than *formaat*.
    """
    namen = [deel.naam for deel in formaten]
    naar_naam = of_name(bestand, formaten)
    if formaat:
        gevonden = next((deel for deel in formaten if deel.naam == formaat.lower()), None)
        if gevonden is None:
            raise UsageProblem(f"Het formaat '{formaat}' bestaat niet.", _formaat_hint(namen))
        if naar_naam not in (gevonden, None):
            raise UsageProblem(
                f"De naam {bestand} past niet bij het formaat {gevonden.naam}.",
                f"Laat de naam eindigen op .{gevonden.naam}, of laat --formaat weg.",
            )
        return gevonden
    achter = PurePath(bestand).suffix[1:].lower()
    if not achter:
        return formaten[0]
    if naar_naam is None:
        raise UsageProblem(
            f"Een bestand dat eindigt op .{achter} kan routekaart hier niet maken.", _formaat_hint(namen)
        )
    return naar_naam


def render(formaat: Formaat, plan: Plan, sjabloon: Path) -> str:
    """Return *plan* as a document; raises `UnreadableFile` when the template *sjabloon* is wrong."""
    module = importlib.import_module(f"routekaart_cli.render.{formaat.module}")
    tekst: str = module.render(plan, sjabloon)
    return tekst


def _formaat_hint(namen: list[str]) -> str:
    if len(namen) == 1:
        return f"Kies een naam die eindigt op .{namen[0]}."
    return f"Kies met --formaat: {enumeration(namen, 'of')}."
