"""The project that is being changed: every change is in its file at once, together with what others made of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Geschiedenis, Project, Wijziging
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch import plural, unbroken
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.project import sidecar, store, wijzigingen
from routekaart_cli.project.kopieen import Sessiekopie
from routekaart_cli.project.samenvoeging import Herkomst, Samenvoeging, merge

HALFWAY_SECONDS = 0.3
"""After so long, a file that somebody was just writing without a lock can be read again."""


@dataclass
class Werk:
    """The project in the file *path*; nothing of a screen, and no clock but the one it is given."""

    path: Path
    now: Callable[[], str]
    """Tells the moment, ISO with offset."""
    say: Callable[[str], None]
    """Tells the group what happened to their file, in Dutch."""
    kort: Callable[[str], str]
    """The label of the vraag with an id, to name it by."""
    project: Project = field(default_factory=Project)
    """As we know it; what another window makes of it meanwhile is merged in at the next change."""
    evening: bool = False
    """Is this an evening of its own, of which a copy is kept? Else it belongs to the last one."""
    ask_again: Callable[[RoutekaartError], bool] = lambda _: False
    """Asks whoever is there whether to try again, when saving does not work."""
    _loaded: files.Stamp | None = None
    """The stamp of the file as we know it."""
    _before: dict[str, Antwoord | None] = field(default_factory=dict)
    """Of each vraag that we changed: the answer in the file when we last read it; None is no answer."""
    _geschiedenis: Geschiedenis | None = None
    """The last changes; None when they were not read yet, or another window made some."""
    _lock_seconds: float = files.LOCK_SECONDS
    """How long to wait for the lock: not again once it was in vain."""

    def load(self, *, read_only: bool = False) -> Werk:
        """Read the file, when it is there; return this.

        Raises `UnreadableFile` when it cannot be read or (unless *read_only*) is of a newer format, `WriteFailed` when
        nothing could be kept.
        """
        self._loaded = files.stamp(self.path)  # before it is read: a change in between is then seen
        there = self.path.exists()
        if there:
            self.project = store.load(self.path)
        if not read_only:
            store.check_writable(self.path, self.project if there else None)
        return self

    def answer(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """Keep *antwoord* to *vraag* and save; the same answer again changes nothing."""
        self.answer_all({vraag.id: antwoord})

    def answer_all(self, new: Antwoorden) -> None:
        """Keep all answers in *new* and save once."""
        project = self.project
        for vraag_id, antwoord in new.items():
            if not antwoord.same(project.antwoorden.get(vraag_id)):
                project = project.with_antwoord(vraag_id, antwoord._replace(gewijzigd=self.now()))
        self._save(project)

    def clear(self, vraag: Vraag) -> None:
        """Take the answer to *vraag* away and save."""
        self._save(self.project.without(vraag.id))

    def replace(self, project: Project) -> None:
        """Save *project* in place of what there is."""
        self._save(project)

    def turn_back(self, *, again: bool = False) -> Wijziging:
        """Undo the last change, or with *again* what was undone last; return what that changed, empty for nothing.

        Raises `UnreadableFile` when the list of changes cannot be read.
        """
        stap = wijzigingen.make_again if again else wijzigingen.turn_back
        with self._locked():
            self._reload()
            project, geschiedenis, happened = stap(self.project, self.geschiedenis, self.now())
            if happened.oud:
                self._write(project)
                self._geschiedenis = geschiedenis
                sidecar.save_geschiedenis(self.path, geschiedenis)
        return happened

    @property
    def geschiedenis(self) -> Geschiedenis:
        """The last changes; raises `UnreadableFile`."""
        if self._geschiedenis is None:
            self._geschiedenis = sidecar.load_geschiedenis(self.path)
        return self._geschiedenis

    def _save(self, ours: Project) -> None:
        """Save *ours*, with what another window or another laptop kept since we read the file.

        Raises `UnreadableFile` when the file was broken meanwhile (what we have is then in a copy), `WriteFailed` when
        the system refuses, both when nobody wants to try again.
        """
        if ours is self.project:
            return
        for vraag_id in wijzigingen.difference(self.project.antwoorden, ours.antwoorden, "").oud:
            self._before.setdefault(vraag_id, self.project.antwoorden.get(vraag_id))
        said: list[str] = []
        noted: Wijziging | None = None
        waited = False
        while True:
            try:
                with self._locked():
                    merged = self._merged(ours, said)
                    ours = merged.project  # when writing fails, the next try begins with what was read
                    noted = self._remember(ours, noted)
                    self._write(ours)
                break
            except (UnreadableFile, WriteFailed) as error:
                if isinstance(error, UnreadableFile) and not waited:
                    waited = True  # a shared folder may be halfway bringing it in
                    time.sleep(HALFWAY_SECONDS)
                elif not self.ask_again(error):
                    raise self._kopie.rescue(ours, error) if isinstance(error, UnreadableFile) else error from error
        for phrase in said:
            self.say(phrase)

    def _merged(self, ours: Project, said: list[str]) -> Samenvoeging:
        """Return *ours* together with what came in the file since we read it; what is to be said is added to *said*.

        What we changed counts as seen by the others only when the list of changes says that somebody went on from
        there. Else they had an older file (a shared folder put it back, or there was no lock): then it stays ours.
        Raises `UnreadableFile`.
        """
        known = self.project
        if not self._reload():
            return Samenvoeging(ours, {})
        theirs = self.project.antwoorden
        different = wijzigingen.difference(known.antwoorden, theirs, "").oud
        unseen = {
            vraag_id: before
            for vraag_id, before in self._before.items()
            if vraag_id in different and not wijzigingen.went_on(self._changes(), vraag_id, different[vraag_id])
        }
        basis = {**known.antwoorden, **unseen}.items()
        start = known._replace(antwoorden={vraag_id: antwoord for vraag_id, antwoord in basis if antwoord})
        merged = merge(ours, self.project, start)
        self._before = {vraag_id: theirs.get(vraag_id) for vraag_id in self._before}
        back = [
            vraag_id
            for vraag_id in unseen
            if (antwoord := different[vraag_id]) and antwoord.same(merged.project.antwoorden.get(vraag_id))
        ]
        if back:
            said.append(_put_back_words(len(back)))
        said += [_changed_meanwhile(self.kort(id_), id_) for id_ in merged.ids_from(Herkomst.DISAGREED)]
        return merged

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows waiting; where that cannot be, say so once."""
        with sidecar.locked(self.path, self._lock_seconds) as succeeded:
            if not succeeded and self._lock_seconds:
                self._lock_seconds = 0
                self.say(
                    "Let op: het projectbestand gaat niet op slot. Misschien hangt er een ander venster, of kan "
                    "deze map het niet. "
                    "Werk er niet in twee vensters tegelijk in. Antwoorden bewaren gaat gewoon door."
                )
            yield

    def _reload(self) -> bool:
        """Read the file again if it is not what we know; return whether it was. One that is gone is as we know it."""
        from routekaart_cli import files

        now = files.stamp(self.path)
        if now in (None, self._loaded):
            return False
        self.project = store.load(self.path)
        self._loaded = now
        self._geschiedenis = None
        return True

    def _changes(self) -> Geschiedenis:
        """Return the last changes, or none when they cannot be read: an answer matters more than the way back."""
        try:
            return self.geschiedenis
        except UnreadableFile:
            return Geschiedenis()

    def _remember(self, project: Project, noted: Wijziging | None) -> Wijziging:
        """Note the change to *project* before it is saved: a crash between the two costs nothing. Return the change.

        Where that cannot be, the answer matters more than the way back. A save that is tried again was *noted*.
        """
        wijziging = wijzigingen.difference(self.project.antwoorden, project.antwoorden, self.now())
        if wijziging.oud and not (noted and noted.oud == wijziging.oud and noted.nieuw == wijziging.nieuw):
            self._geschiedenis = wijzigingen.add(self._changes(), wijziging)
            with contextlib.suppress(WriteFailed):
                sidecar.save_geschiedenis(self.path, self._geschiedenis)
        return wijziging

    def _write(self, project: Project) -> None:
        self._kopie.begin(self.project)
        data, self._loaded = store.save(self.path, project)
        self.project = project
        self._kopie.keep(data)

    @cached_property
    def _kopie(self) -> Sessiekopie:
        return Sessiekopie(self.path, evening=self.evening)


def _changed_meanwhile(short: str, vraag_id: str) -> str:
    opdracht = unbroken(f"routekaart nakijken {vraag_id}")
    return f"{short}: iemand anders gaf intussen een ander antwoord. Allebei zijn bewaard. Kies samen met: {opdracht}"


def _put_back_words(how_many: int) -> str:
    was = "was een antwoord" if how_many == 1 else f"waren {plural(how_many, 'antwoord', 'antwoorden')}"
    again = "Het staat er weer in." if how_many == 1 else "Ze staan er weer in."
    return f"Het bestand was veranderd door een ouder exemplaar. Daarin {was} van net verdwenen. {again}"
