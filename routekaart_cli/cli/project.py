"""The project a command works on: what is in it, and saving each change at once."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from routekaart_cli import voortgang, wijzigingen
from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.model import Antwoord, Antwoorden, Geschiedenis, Project, Vraag, Wijziging
from routekaart_cli.voortgang import Overzicht


@dataclass
class Werk:
    """A project that is being changed: every change is in the file before the next question is asked."""

    env: Environment
    path: Path
    project: Project = field(default_factory=Project)
    gelezen: object = None
    """The stamp of the file as we know it."""
    _geschiedenis: Geschiedenis | None = None
    """The last changes; None when they were not read yet, or another window made some."""

    @classmethod
    def open(cls, env: Environment, *, bestaand: bool = False) -> Werk:
        """Return the project of *env* to change, empty when its file does not exist yet.

        Raises `NoProject` when it must be *bestaand* and is not, `UnreadableFile` when it cannot be read or is of a
        newer format, `WriteFailed` when nothing can be kept.
        """
        from routekaart_cli import store

        project = env.need_project() if bestaand else env.load_project()
        store.check_writable(env.nieuw_path, project)
        return cls(env, env.nieuw_path, project or Project(), store.stamp(env.nieuw_path))

    def answer(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """Keep *antwoord* to *vraag* and save; the same answer again changes nothing."""
        self.answer_all({vraag.id: antwoord})

    def answer_all(self, nieuw: Antwoorden) -> None:
        """Keep all answers in *nieuw* and save once. What another window kept meanwhile stays."""
        project = self._newest()
        for vraag_id, antwoord in nieuw.items():
            if not antwoord.zelfde(project.antwoorden.get(vraag_id)):
                project = project.met(vraag_id, antwoord._replace(gewijzigd=self.env.nu))
        self._save(project)

    def clear(self, vraag: Vraag) -> None:
        """Take the answer to *vraag* away and save."""
        self._save(self._newest().zonder(vraag.id))

    def turn_back(self, *, opnieuw: bool = False) -> Wijziging:
        """Undo the last change, or with *opnieuw* what was undone last; return what that changed, empty for nothing.

        Raises `UnreadableFile` when the list of changes cannot be read.
        """
        from routekaart_cli import store

        stap = wijzigingen.maak_opnieuw if opnieuw else wijzigingen.draai_terug
        project, geschiedenis, gebeurd = stap(self._newest(), self.geschiedenis, self.env.nu)
        if gebeurd.oud:
            self._write(project)
            self._geschiedenis = geschiedenis
            store.save_geschiedenis(self.path, geschiedenis)
        return gebeurd

    @property
    def geschiedenis(self) -> Geschiedenis:
        """The last changes; raises `UnreadableFile`."""
        if self._geschiedenis is None:
            from routekaart_cli import store

            self._geschiedenis = store.load_geschiedenis(self.path)
        return self._geschiedenis

    def _newest(self) -> Project:
        """Return the project as it is in the file now: another window may have kept answers since we read it."""
        from routekaart_cli import store

        if self.gelezen is not None and store.stamp(self.path) not in (None, self.gelezen):
            self.project = store.load(self.path)
            self.gelezen = store.stamp(self.path)
            self._geschiedenis = None
        return self.project

    def _save(self, project: Project) -> None:
        if project is self.project:
            return
        self._remember(project)
        self._write(project)

    def _remember(self, project: Project) -> None:
        """Note the change to *project* before it is saved: a crash between the two costs nothing.

        Where that cannot be, the answer matters more than the way back.
        """
        from routekaart_cli import store

        wijziging = wijzigingen.verschil(self.project.antwoorden, project.antwoorden, self.env.nu)
        try:
            eerder = self.geschiedenis
        except UnreadableFile:
            eerder = Geschiedenis()
        self._geschiedenis = wijzigingen.voeg_toe(eerder, wijziging)
        with contextlib.suppress(WriteFailed):
            store.save_geschiedenis(self.path, self._geschiedenis)

    def _write(self, project: Project) -> None:
        from routekaart_cli import store

        store.save(self.path, project)
        self.project = project
        self.gelezen = store.stamp(self.path)

    @property
    def naam(self) -> str:
        """The file as a person here would write it."""
        return self.env.naam_van(self.path)


def overzicht(env: Environment, project: Project) -> Overzicht:
    """Return where the group of *project* is today."""
    inhoud = env.inhoud
    return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, project.antwoorden, env.vandaag)
