"""The project a command works on: what is in it, and saving each change at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from routekaart_cli import voortgang, wijzigingen
from routekaart_cli.cli.environment import Environment
from routekaart_cli.errors import UnreadableFile, WriteFailed
from routekaart_cli.model import Antwoord, Antwoorden, Geschiedenis, Project, Vraag, Wijziging
from routekaart_cli.samenvoegen import Herkomst, Samenvoeging, voeg_samen
from routekaart_cli.texts import samengevoegd
from routekaart_cli.voortgang import Overzicht


@dataclass
class Werk:
    """A project that is being changed: every change is in the file before the next question is asked."""

    env: Environment
    path: Path
    project: Project = field(default_factory=Project)
    """As we know it; what another window makes of it meanwhile is merged in at the next change."""
    gesprek: bool = False
    """Is this an evening of its own, of which a copy is kept? Else it belongs to the last one."""
    nogmaals: Callable[[WriteFailed], bool] = lambda _: False
    """Asks whoever is there whether to try again, when the system refused to save."""
    _gelezen: object = None
    """The stamp of the file as we know it."""
    _geschiedenis: Geschiedenis | None = None
    """The last changes; None when they were not read yet, or another window made some."""
    _sessie: int | None = None
    """The number of the copy of this session; None before the first change."""
    _gewaarschuwd: bool = False

    @classmethod
    def open(
        cls, env: Environment, *, bestaand: bool = False, gesprek: bool = False, alleen_lezen: bool = False
    ) -> Werk:
        """Return the project of *env* to change (or only to look at), empty when its file does not exist yet.

        Raises `NoProject` when it must be *bestaand* and is not, `UnreadableFile` when it cannot be read or is of a
        newer format, `WriteFailed` when nothing can be kept.
        """
        from routekaart_cli import files, store

        gelezen = files.stamp(env.nieuw_path)  # before it is read: a change in between is then seen
        project = env.need_project() if bestaand else env.load_project()
        if not alleen_lezen:
            store.check_writable(env.nieuw_path, project)
        return cls(env, env.nieuw_path, project or Project(), gesprek, _gelezen=gelezen)

    def answer(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """Keep *antwoord* to *vraag* and save; the same answer again changes nothing."""
        self.answer_all({vraag.id: antwoord})

    def answer_all(self, nieuw: Antwoorden) -> None:
        """Keep all answers in *nieuw* and save once."""
        project = self.project
        for vraag_id, antwoord in nieuw.items():
            if not antwoord.zelfde(project.antwoorden.get(vraag_id)):
                project = project.met(vraag_id, antwoord._replace(gewijzigd=self.env.nu))
        self._save(project)

    def clear(self, vraag: Vraag) -> None:
        """Take the answer to *vraag* away and save."""
        self._save(self.project.zonder(vraag.id))

    def replace(self, project: Project) -> None:
        """Save *project* in place of what there is."""
        self._save(project)

    def turn_back(self, *, opnieuw: bool = False) -> Wijziging:
        """Undo the last change, or with *opnieuw* what was undone last; return what that changed, empty for nothing.

        Raises `UnreadableFile` when the list of changes cannot be read.
        """
        from routekaart_cli import sidecar

        stap = wijzigingen.maak_opnieuw if opnieuw else wijzigingen.draai_terug
        with self._locked():
            self._reload()
            project, geschiedenis, gebeurd = stap(self.project, self.geschiedenis, self.env.nu)
            if gebeurd.oud:
                self._write(project)
                self._geschiedenis = geschiedenis
                sidecar.save_geschiedenis(self.path, geschiedenis)
        return gebeurd

    @property
    def geschiedenis(self) -> Geschiedenis:
        """The last changes; raises `UnreadableFile`."""
        if self._geschiedenis is None:
            from routekaart_cli import sidecar

            self._geschiedenis = sidecar.load_geschiedenis(self.path)
        return self._geschiedenis

    def _save(self, ons: Project) -> None:
        """Save *ons*, with what another window or another laptop kept since we read the file.

        Raises `UnreadableFile` when the file was broken meanwhile (what we have is then in a copy), `WriteFailed` when
        the system refuses and nobody wants to try again.
        """
        if ons is self.project:
            return
        oneens: list[str] = []
        while True:
            try:
                with self._locked():
                    samen = self._merged(ons)
                    ons = samen.project  # when writing fails, the next try begins with what was read
                    oneens += samen.van(Herkomst.ONEENS)
                    self._remember(ons)
                    self._write(ons)
                break
            except UnreadableFile as fout:
                raise self._rescued(ons, fout) from fout
            except WriteFailed as fout:
                if not self.nogmaals(fout):
                    raise
        for vraag_id in oneens:
            self.env.say(samengevoegd.intussen_anders(self.env.inhoud.vraag_bij(vraag_id).kort, vraag_id))

    def _merged(self, ons: Project) -> Samenvoeging:
        """Return *ons* together with what came in the file since we read it; raises `UnreadableFile`."""
        basis = self.project
        return voeg_samen(ons, self.project, basis) if self._reload() else Samenvoeging(ons, {})

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows waiting; where that cannot be, say so once."""
        from routekaart_cli import sidecar

        with sidecar.locked(self.path) as gelukt:
            if not gelukt and not self._gewaarschuwd:
                self._gewaarschuwd = True
                self.env.say(samengevoegd.GEEN_SLOT)
            yield

    def _reload(self) -> bool:
        """Read the file again if it is not what we know; return whether it was. One that is gone is as we know it."""
        from routekaart_cli import files, store

        nu = files.stamp(self.path)
        if nu in (None, self._gelezen):
            return False
        self.project = store.load(self.path)
        self._gelezen = nu
        self._geschiedenis = None
        return True

    def _remember(self, project: Project) -> None:
        """Note the change to *project* before it is saved: a crash between the two costs nothing.

        Where that cannot be, the answer matters more than the way back.
        """
        from routekaart_cli import sidecar

        wijziging = wijzigingen.verschil(self.project.antwoorden, project.antwoorden, self.env.nu)
        if not wijziging.oud:
            return
        try:
            eerder = self.geschiedenis
        except UnreadableFile:
            eerder = Geschiedenis()
        self._geschiedenis = wijzigingen.voeg_toe(eerder, wijziging)
        with contextlib.suppress(WriteFailed):
            sidecar.save_geschiedenis(self.path, self._geschiedenis)

    def _write(self, project: Project) -> None:
        from routekaart_cli import files, sidecar, store

        sessie = self._sessie or self._begin_sessie()
        data = store.save(self.path, project)
        self.project = project
        self._gelezen = files.stamp(self.path)
        with contextlib.suppress(WriteFailed):
            sidecar.save_kopie(self.path, sessie, data)

    def _begin_sessie(self) -> int:
        """Return the number of this session, after a copy of what was there that no session kept (edited by hand)."""
        from routekaart_cli import sidecar, store

        laatste = next(iter(sidecar.kopieen(self.path)), None)
        nummer = laatste.nummer if laatste else 0
        nieuw = self.gesprek or not nummer
        with contextlib.suppress(OSError, WriteFailed):
            nu = self.path.read_bytes()
            if not (laatste and laatste.path.read_bytes() == nu):
                nummer, nieuw = nummer + 1, True
                sidecar.save_kopie(self.path, nummer, nu)
        if self.path.exists() and store.is_older(self.project):
            sidecar.keep(self.path, f"formaat-{self.project.formaat}")
        self._sessie = nummer + nieuw
        return self._sessie

    def _rescued(self, ons: Project, fout: UnreadableFile) -> UnreadableFile:
        """Keep *ons* in the copy of this session, since the file cannot be read; return *fout* saying where it is."""
        from routekaart_cli import project_yaml, sidecar

        sessie = self._sessie or self._begin_sessie()
        with contextlib.suppress(WriteFailed):
            sidecar.save_kopie(self.path, sessie, project_yaml.dump(ons).encode())
            return UnreadableFile(fout.message, f"{samengevoegd.gered(sessie)} {fout.hint}".rstrip())
        return fout

    @property
    def naam(self) -> str:
        """The file as a person here would write it."""
        return self.env.naam_van(self.path)


def overzicht(env: Environment, project: Project) -> Overzicht:
    """Return where the group of *project* is today."""
    inhoud = env.inhoud
    return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, project.antwoorden, env.vandaag)
