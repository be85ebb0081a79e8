"""What is not right in a project, and what is still missing before it can go to the gemeente. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from routekaart_cli.domain import intake, vroeger
from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand
from routekaart_cli.domain.invoer import check
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.project import from_yaml


class Misfit(NamedTuple):
    """An answer that its vraag would not accept: somebody changed the file by hand, or the vraag changed."""

    vraag: Vraag
    reden: str


class Controle(NamedTuple):
    past_niet: tuple[Misfit, ...]
    weg: tuple[str, ...]
    """Answers to vragen that are no longer there, by id; they stay in the file."""
    unknown: tuple[str, ...]
    """Keys in the file that we do not know; they stay too."""
    oneens: tuple[Vraag, ...]
    open_punten: tuple[Vraag, ...]
    """What has no answer yet, but should have; without the disagreements."""
    geparkeerd: tuple[str, ...]
    nieuwer: bool = False
    """Is the file of a newer format, so that it can only be looked at?"""

    @property
    def complete(self) -> bool:
        """Can the plan go to the gemeente as it is?"""
        return not (self.past_niet or self.oneens or self.open_punten)


def controleer(vragen: Sequence[Vraag], project: Project, today: date) -> Controle:
    """Return what can be said of *project*, with all *vragen* there are."""
    antwoorden = vroeger.read_now(vragen, project.antwoorden)
    open_punten = intake.open_punten(vragen, antwoorden)
    oneens = tuple(vraag for vraag in open_punten if vraag.id in antwoorden and antwoorden[vraag.id].alternatieven)
    ids = {vraag.id for vraag in vragen}
    both = [(vraag, _refusal(vraag, antwoorden[vraag.id], today)) for vraag in vragen if vraag.id in antwoorden]
    of_antwoord = [f"{name}: {key}" for name, antwoord in antwoorden.items() for key in antwoord.unknown]
    misfits = tuple(Misfit(vraag, reden) for vraag, reden in both if reden)
    elsewhere = {*(vraag.id for vraag in oneens), *(misfit.vraag.id for misfit in misfits)}
    return Controle(
        past_niet=misfits,
        weg=tuple(name for name in antwoorden if name not in ids),
        unknown=(*project.unknown, *of_antwoord),
        oneens=oneens,
        open_punten=tuple(vraag for vraag in open_punten if vraag.id not in elsewhere),
        geparkeerd=intake.parked(vragen, antwoorden),
        nieuwer=project.formaat > from_yaml.newest(),
    )


def _refusal(vraag: Vraag, antwoord: Antwoord, today: date) -> str:
    """Return why *antwoord* to *vraag* does not fit, or nothing."""
    waarden = [antwoord.waarde] if antwoord.stand is Stand.GEGEVEN else [side.waarde for side in antwoord.alternatieven]
    for waarde in waarden:
        try:
            check(vraag, waarde, today)
        except RefusedAnswer as refusal:
            return refusal.message
    return ""
