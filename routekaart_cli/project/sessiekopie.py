"""The copy that each session leaves of the project file, for `terugdraaien --sessie`."""

from __future__ import annotations

import contextlib
from pathlib import Path

from routekaart_cli import files
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.dutch import unbroken
from routekaart_cli.errors import RoutekaartError, UnreadableFile, WriteFailed
from routekaart_cli.files import read_bytes
from routekaart_cli.project import sidecar, store, to_yaml


class Sessiekopie:
    """The copy of this session beside the project file *path*.

    An evening (*avond*) has a copy of its own; a single command goes on with the last one.
    """

    def __init__(self, path: Path, *, avond: bool) -> None:
        self._path = path
        self._avond = avond
        self._nummer = 0

    def begin(self, project: Project) -> None:
        """Before the first change of *project*: keep what was there and no session kept (edited by hand, or older)."""
        if self._nummer:
            return
        laatste = next(iter(sidecar.kopieen(self._path)), None)
        nummer = laatste.nummer if laatste else 0
        nieuw = self._avond or not nummer
        with contextlib.suppress(UnreadableFile, WriteFailed):
            nu = read_bytes(self._path, "")
            if not (laatste and _reads_as(laatste.path, nu)):
                nummer, nieuw = nummer + 1, True
                sidecar.save_kopie(self._path, nummer, nu)
            if store.is_older(project):
                sidecar.keep(self._path, f"formaat-{project.formaat}")
        files.remove_leftovers(self._path)
        self._nummer = nummer + nieuw

    def keep(self, data: bytes) -> None:
        """Keep *data* as the last state of this session; where that cannot be, it is left at that."""
        with contextlib.suppress(WriteFailed):
            sidecar.save_kopie(self._path, self._nummer, data)

    def rescue(self, project: Project, fout: UnreadableFile) -> RoutekaartError:
        """Keep *project*, whose file cannot be read, in the copy; return *fout* saying how it comes back."""
        self.begin(project)
        try:
            sidecar.save_kopie(self._path, self._nummer, to_yaml.dump(project).encode())
        except WriteFailed as ook:
            return WriteFailed(f"{fout.message}\n{ook.message}", ook.hint)
        return UnreadableFile(fout.message, _gered(self._nummer))


def _reads_as(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path, "") == data
    except UnreadableFile:
        return False


def _gered(sessie: int) -> str:
    opdracht = unbroken(f"routekaart terugdraaien --sessie {sessie}")
    return f"Jullie antwoorden zijn bewaard in een kopie. Die zet je terug met: {opdracht}."
