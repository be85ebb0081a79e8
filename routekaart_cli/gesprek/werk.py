"""The project a command works on: what is in it, and saving each change at once."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Geschiedenis, Project, Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import plural, unbroken
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.files import LOCK_SECONDS, Stamp
from routekaart_cli.project import wijzigingen
from routekaart_cli.project.samenvoeging import Herkomst, Samenvoeging, voeg_samen

if TYPE_CHECKING:
    from routekaart_cli.project.sessiekopie import Sessiekopie

HALFWAY_SECONDS = 0.3
"""After so long, a file that somebody was just writing without a lock can be read again."""


@dataclass
class Werk:
    """A project that is being changed: every change is in the file before the next question is asked."""

    env: Environment
    path: Path
    project: Project = field(default_factory=Project)
    """As we know it; what another window makes of it meanwhile is merged in at the next change."""
    gesprek: bool = False
    """Is this an evening of its own, of which a copy is kept? Else it belongs to the last one."""
    nogmaals: Callable[[RoutekaartError], bool] = lambda _: False
    """Asks whoever is there whether to try again, when saving does not work."""
    _gelezen: Stamp | None = None
    """The stamp of the file as we know it."""
    _voor: dict[str, Antwoord | None] = field(default_factory=dict)
    """Of each vraag that we changed: the answer in the file when we last read it; None is no answer."""
    _geschiedenis: Geschiedenis | None = None
    """The last changes; None when they were not read yet, or another window made some."""
    _slot_seconden: float = LOCK_SECONDS
    """How long to wait for the lock: not again once it was in vain."""

    @classmethod
    def open(
        cls, env: Environment, *, bestaand: bool = False, gesprek: bool = False, alleen_lezen: bool = False
    ) -> Werk:
        """Return the project of *env* to change (or only to look at), empty when its file does not exist yet.

        Raises `NoProject` when it must be *bestaand* and is not, `UnreadableFile` when it cannot be read or is of a
        newer format, `WriteFailed` when nothing can be kept.
        """
        from routekaart_cli import files
        from routekaart_cli.project import store

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
        from routekaart_cli.project import sidecar

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
            from routekaart_cli.project import sidecar

            self._geschiedenis = sidecar.load_geschiedenis(self.path)
        return self._geschiedenis

    def _save(self, ons: Project) -> None:
        """Save *ons*, with what another window or another laptop kept since we read the file.

        Raises `UnreadableFile` when the file was broken meanwhile (what we have is then in a copy), `WriteFailed` when
        the system refuses, both when nobody wants to try again.
        """
        if ons is self.project:
            return
        for vraag_id in wijzigingen.verschil(self.project.antwoorden, ons.antwoorden, "").oud:
            self._voor.setdefault(vraag_id, self.project.antwoorden.get(vraag_id))
        gezegd: list[str] = []
        genoteerd: Wijziging | None = None
        even_gewacht = False
        while True:
            try:
                with self._locked():
                    samen = self._merged(ons, gezegd)
                    ons = samen.project  # when writing fails, the next try begins with what was read
                    genoteerd = self._remember(ons, genoteerd)
                    self._write(ons)
                break
            except (UnreadableFile, WriteFailed) as fout:
                if isinstance(fout, UnreadableFile) and not even_gewacht:
                    even_gewacht = True  # a shared folder may be halfway bringing it in
                    time.sleep(HALFWAY_SECONDS)
                elif not self.nogmaals(fout):
                    raise self._kopie.rescue(ons, fout) if isinstance(fout, UnreadableFile) else fout from fout
        for zin in gezegd:
            self.env.say(zin)

    def _merged(self, ons: Project, gezegd: list[str]) -> Samenvoeging:
        """Return *ons* together with what came in the file since we read it; what is to be said is added to *gezegd*.

        What we changed counts as seen by the others only when the list of changes says that somebody went on from
        there. Else they had an older file (a shared folder put it back, or there was no lock): then it stays ours.
        Raises `UnreadableFile`.
        """
        bekend = self.project
        if not self._reload():
            return Samenvoeging(ons, {})
        hun = self.project.antwoorden
        anders = wijzigingen.verschil(bekend.antwoorden, hun, "").oud
        niet_gezien = {
            vraag_id: voor
            for vraag_id, voor in self._voor.items()
            if vraag_id in anders and not wijzigingen.ging_verder(self._changes(), vraag_id, anders[vraag_id])
        }
        basis = {**bekend.antwoorden, **niet_gezien}.items()
        begin = bekend._replace(antwoorden={vraag_id: antwoord for vraag_id, antwoord in basis if antwoord})
        samen = voeg_samen(ons, self.project, begin)
        self._voor = {vraag_id: hun.get(vraag_id) for vraag_id in self._voor}
        terug = [
            vraag_id
            for vraag_id in niet_gezien
            if (antwoord := anders[vraag_id]) and antwoord.zelfde(samen.project.antwoorden.get(vraag_id))
        ]
        if terug:
            gezegd.append(_teruggezet(len(terug)))
        kort = [(vraag_id, self.env.inhoud.vraag_bij(vraag_id).kort) for vraag_id in samen.van(Herkomst.ONEENS)]
        gezegd += [_intussen_anders(woorden, vraag_id) for vraag_id, woorden in kort]
        return samen

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows waiting; where that cannot be, say so once."""
        from routekaart_cli.project import sidecar

        with sidecar.locked(self.path, self._slot_seconden) as gelukt:
            if not gelukt and self._slot_seconden:
                self._slot_seconden = 0
                self.env.say(
                    "Let op: het projectbestand gaat niet op slot. Misschien hangt er een ander venster, of kan "
                    "deze map het niet. "
                    "Werk er niet in twee vensters tegelijk in. Antwoorden bewaren gaat gewoon door."
                )
            yield

    def _reload(self) -> bool:
        """Read the file again if it is not what we know; return whether it was. One that is gone is as we know it."""
        from routekaart_cli import files
        from routekaart_cli.project import store

        nu = files.stamp(self.path)
        if nu in (None, self._gelezen):
            return False
        self.project = store.load(self.path)
        self._gelezen = nu
        self._geschiedenis = None
        return True

    def _changes(self) -> Geschiedenis:
        """Return the last changes, or none when they cannot be read: an answer matters more than the way back."""
        try:
            return self.geschiedenis
        except UnreadableFile:
            return Geschiedenis()

    def _remember(self, project: Project, genoteerd: Wijziging | None) -> Wijziging:
        """Note the change to *project* before it is saved: a crash between the two costs nothing. Return the change.

        Where that cannot be, the answer matters more than the way back. A save that is tried again was *genoteerd*.
        """
        from routekaart_cli.project import sidecar

        wijziging = wijzigingen.verschil(self.project.antwoorden, project.antwoorden, self.env.nu)
        if wijziging.oud and not (genoteerd and genoteerd.oud == wijziging.oud and genoteerd.nieuw == wijziging.nieuw):
            self._geschiedenis = wijzigingen.voeg_toe(self._changes(), wijziging)
            with contextlib.suppress(WriteFailed):
                sidecar.save_geschiedenis(self.path, self._geschiedenis)
        return wijziging

    def _write(self, project: Project) -> None:
        from routekaart_cli.project import store

        self._kopie.begin(self.project)
        data, self._gelezen = store.save(self.path, project)
        self.project = project
        self._kopie.keep(data)

    @cached_property
    def _kopie(self) -> Sessiekopie:
        from routekaart_cli.project.sessiekopie import Sessiekopie

        return Sessiekopie(self.path, avond=self.gesprek)

    @property
    def naam(self) -> str:
        """The file as a person here would write it."""
        return self.env.naam_van(self.path)


def overzicht(env: Environment, project: Project) -> Overzicht:
    """Return where the group of *project* is today."""
    inhoud = env.inhoud
    return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, project.antwoorden, env.vandaag)


def _intussen_anders(kort: str, vraag_id: str) -> str:
    opdracht = unbroken(f"routekaart nakijken {vraag_id}")
    return f"{kort}: iemand anders gaf intussen een ander antwoord. Allebei zijn bewaard. Kies samen met: {opdracht}"


def _teruggezet(hoeveel: int) -> str:
    was = "was een antwoord" if hoeveel == 1 else f"waren {plural(hoeveel, 'antwoord', 'antwoorden')}"
    weer = "Het staat er weer in." if hoeveel == 1 else "Ze staan er weer in."
    return f"Het bestand was veranderd door een ouder exemplaar. Daarin {was} van net verdwenen. {weer}"
