"""The project that is being changed: every change is in its file at once, together with what others made of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import (
    Antwoord,
    Antwoorden,
    Geschiedenis,
    Project,
    Stand,
    Wijziging,
    same,
)
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.project import from_yaml, kopieen, recent, sidecar, store, versies, wijzigingen
from routekaart_cli.project.samenvoeging import Samenvoeging, merge
from routekaart_cli.project.wijzigingen import Turned

Changes = Mapping[str, Antwoord | None]
"""By the id of a vraag what comes there; None is no answer."""
_NOTHING: Changes = MappingProxyType({})
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
    _written: bool = False
    """Did we write to the file?"""
    _geschiedenis: Geschiedenis | None = None
    """The last changes; None when they were not read yet, or another window made some."""
    _name: str = ""
    """The name by which this computer wrote last."""
    _alone: str = ""
    """The name by which only this window writes: where nothing keeps other windows waiting."""
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
            self.project = kopieen.opened(self.path)
        if not read_only:
            store.check_writable(self.path, self.project if there else None)
            if kopieen.of_before_forgetting(self.path, self.project):
                self.keep()  # what only a copy knew is in the file, before that goes
                self._drop_what_is_forgotten()
        return self

    def answer(self, vraag: Vraag, antwoord: Antwoord) -> None:
        """Keep *antwoord* to *vraag* and save; the same answer again changes nothing."""
        self.change({vraag.id: antwoord})

    def clear(self, vraag: Vraag) -> None:
        """Take the answer to *vraag* away and save."""
        self.change({vraag.id: None})

    def change(self, new: Changes, drafts: Changes = _NOTHING) -> None:
        """Keep all answers in *new* and all *drafts*, None taking one away, and save once.

        What is the same already stays as it is. Keys of an answer that we do not know stay with it.
        """
        known = self.project
        antwoorden = _different(new, known.antwoorden)
        said = versies.together(antwoorden, _different(drafts, known.concepten))
        if not said:
            return
        moment = self.now()
        self._save(lambda now, writer: versies.write(now, known, said, writer, moment))
        for vraag_id, given in antwoorden.items():
            kept = self.project.antwoorden.get(vraag_id)
            if given and kept and kept.stand is Stand.ONEENS and given.stand is not Stand.ONEENS:
                self.say(_changed_meanwhile(self.kort(vraag_id), vraag_id))

    def take_in(self, other: Project) -> Samenvoeging:
        """Merge *other* into the project and save; return what came from where."""
        merged = merge(self.project, other)
        if merged.project != self.project:
            self._save(lambda now, _: versies.join(now, other))
        return merged

    def forget(self, antwoorden: Changes, drafts: Changes) -> None:
        """Keep *antwoorden* and *drafts*, out of which somebody was taken, and drop what this computer has of before.

        Elsewhere that is done where the mark of it is seen.
        """
        known, moment, said = self.project, self.now(), versies.together(antwoorden, drafts)

        def change(now: Project, writer: str) -> Project:
            new = versies.write(now, known, said, writer, moment)
            number = new.gezien.get(writer, 0) + 1  # a write of its own: there may be nothing left to write
            return new._replace(gezien={**new.gezien, writer: number}, vergeten={**new.vergeten, writer: number})

        self._save(change)
        self._drop_what_is_forgotten()

    def _drop_what_is_forgotten(self) -> None:
        for file in kopieen.of_before_forgetting(self.path, self.project):
            with contextlib.suppress(OSError):
                file.unlink()
        self._geschiedenis = None

    def keep(self) -> None:
        """Save the project as it was opened, with what its copies knew more."""
        self._save(lambda now, _: now)

    def turn_back(self, *, again: bool = False) -> Turned:
        """Undo the last change, or with *again* what was undone last; return what that changed, empty for nothing.

        Raises `UnreadableFile` when the list of changes cannot be read.
        """
        stap = wijzigingen.make_again if again else wijzigingen.turn_back
        with self._locked():
            now = self._reloaded()
            turned = stap(now.antwoorden, self.geschiedenis)
            if turned.happened.oud or turned.passed:
                if turned.antwoorden:
                    self._write(versies.write(now, now, turned.antwoorden, self._writer(now), self.now()))
                self._geschiedenis = turned.geschiedenis
                sidecar.save_geschiedenis(self.path, turned.geschiedenis)
        return turned

    @property
    def geschiedenis(self) -> Geschiedenis:
        """The last changes; raises `UnreadableFile`."""
        if self._geschiedenis is None:
            self._geschiedenis = sidecar.load_geschiedenis(self.path)
        return self._geschiedenis

    def _save(self, change: Callable[[Project, str], Project]) -> None:
        """Save what *change* makes of the project as it is now, which another window may have changed; and who writes.

        Raises `UnreadableFile` when the file was broken meanwhile (what we have is then in a copy), `WriteFailed` when
        the system refuses, both when nobody wants to try again.
        """
        noted: Wijziging | None = None
        waited = False
        while True:
            try:
                with self._locked():
                    now = self._reloaded()
                    new = change(now, self._writer(now))
                    noted = self._remember(now, new, noted)
                    self._write(new)
                break
            except (UnreadableFile, WriteFailed) as error:
                if isinstance(error, UnreadableFile) and not waited:
                    waited = True  # a shared folder may be halfway bringing it in
                    time.sleep(HALFWAY_SECONDS)
                elif not self.ask_again(error):
                    if isinstance(error, UnreadableFile):
                        raise self._kopie.rescue(change(self.project, self._writer(self.project)), error) from error
                    raise

    def _writer(self, now: Project) -> str:
        """Return by which name this computer writes in *now*: another one when its numbers could be given out twice.

        That is when what it wrote last is gone from the folder beside the file, or somewhere more was seen of it.
        """
        if self._alone or (self._name and now is self.project):  # nobody wrote since we did
            return self._alone or self._name
        name = recent.writer(self.path)
        wrote = max((store.head(kopie.path).gezien.get(name, 0) for kopie in sidecar.kopieen(self.path)), default=0)
        if now.gezien.get(name, 0) > wrote:
            old, name = name, recent.writer(self.path, not_this=name)
            sidecar.rename(self.path, old, name)
        self._name = name
        return name

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other windows waiting; where that cannot be, say so once."""
        with sidecar.locked(self.path, self._lock_seconds) as succeeded:
            if not succeeded and self._lock_seconds:
                self._lock_seconds, self._alone = 0, versies.draw(4)
                self.say(
                    "Let op: Het projectbestand gaat niet op slot. Misschien staat routekaart nog open in "
                    "een ander venster, of kan deze map geen slot gebruiken. "
                    "Werk er niet in twee vensters tegelijk in. Antwoorden bewaren gaat gewoon door."
                )
            yield

    def _reloaded(self) -> Project:
        """Return the project as it is now: read again if it is not what we know. One that is gone is as we know it."""
        now = files.stamp(self.path)
        if now in (None, self._loaded):
            return self.project
        read = kopieen.opened(self.path)
        if self._written:  # an older file may have come in its place, and our copy may be gone
            read = versies.join(read, self.project)._replace(unknown=read.unknown, below=read.below)
        self.project, self._loaded, self._name = read, now, ""
        self._geschiedenis = None
        return read

    def _changes(self) -> Geschiedenis:
        """Return the last changes, or none when they cannot be read: an answer matters more than the way back."""
        try:
            return self.geschiedenis
        except UnreadableFile:
            return Geschiedenis()

    def _remember(self, now: Project, new: Project, noted: Wijziging | None) -> Wijziging:
        """Note the change from *now* to *new* before it is saved: a crash between the two costs nothing. Return it.

        Where that cannot be, the answer matters more than the way back. A save that is tried again was *noted*.
        """
        wijziging = wijzigingen.difference(now.antwoorden, new.antwoorden, self.now())
        if wijziging.oud and not (noted and noted.oud == wijziging.oud and noted.nieuw == wijziging.nieuw):
            self._geschiedenis = wijzigingen.add(self._changes(), wijziging)
            with contextlib.suppress(WriteFailed):
                sidecar.save_geschiedenis(self.path, self._geschiedenis)
        return wijziging

    def _write(self, project: Project) -> None:
        self._kopie.begin(self.project)
        project = project._replace(id=project.id or versies.identity(self.project))
        self._loaded = store.save(self.path, project, self._kopie.keep)
        self._written = True
        self.project = project._replace(formaat=from_yaml.newest())

    @cached_property
    def _kopie(self) -> sidecar.Sessiekopie:
        return sidecar.Sessiekopie(self.path, evening=self.evening)


def _different(new: Changes, old: Antwoorden) -> dict[str, Antwoord | None]:
    """Return what in *new* is not what stands in *old*; with what we do not know of the old answer."""
    return {
        vraag_id: antwoord._replace(unknown=old[vraag_id].unknown) if antwoord and vraag_id in old else antwoord
        for vraag_id, antwoord in new.items()
        if not same(antwoord, old.get(vraag_id))
    }


def _changed_meanwhile(short: str, vraag_id: str) -> str:
    opdracht = to_type("nakijken", vraag_id)
    return f"{short}: iemand anders gaf intussen een ander antwoord. Allebei zijn bewaard. Kies samen met: {opdracht}"
