"""The project a command works on: what is in it, and saving each change at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from routekaart_cli import voortgang
from routekaart_cli.cli.environment import Environment
from routekaart_cli.model import Antwoord, Antwoorden, Project, Vraag
from routekaart_cli.voortgang import Overzicht


@dataclass
class Werk:
    """A project that is being changed: every change is in the file before the next question is asked."""

    env: Environment
    path: Path
    project: Project = field(default_factory=Project)

    @classmethod
    def open(cls, env: Environment) -> Werk:
        """Return the project of *env*, empty when its file does not exist yet; raises `UnreadableFile`."""
        return cls(env, env.nieuw_path, env.load_project() or Project())

    def answer(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """Keep *antwoord* to *vraag* and save; the same answer again changes nothing."""
        self.answer_all({vraag.id: antwoord})

    def answer_all(self, nieuw: Antwoorden) -> None:
        """Keep all answers in *nieuw* and save once."""
        project = self.project
        for vraag_id, antwoord in nieuw.items():
            if not antwoord.zelfde(project.antwoorden.get(vraag_id)):
                project = project.met(vraag_id, antwoord._replace(gewijzigd=self.env.nu))
        if project is not self.project:
            from routekaart_cli import store

            store.save(self.path, project)
            self.project = project

    def clear(self, vraag: Vraag) -> None:
        """Take the answer to *vraag* away and save."""
        from routekaart_cli import store

        project = self.project.zonder(vraag.id)
        store.save(self.path, project)
        self.project = project

    @property
    def naam(self) -> str:
        """The file as a person here would write it."""
        return self.env.naam_van(self.path)


def overzicht(env: Environment, project: Project) -> Overzicht:
    """Return where the group of *project* is today."""
    inhoud = env.inhoud
    return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, project.antwoorden, env.vandaag)
