"""The outside world in one object: folder, streams, clock, width, and the options that hold everywhere."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from routekaart_cli.dutch import unbroken
from routekaart_cli.environment import paths, screen
from routekaart_cli.errors import NoProject, UnreadableFile

if TYPE_CHECKING:
    from routekaart_cli.domain.antwoorden import Antwoorden, Project
    from routekaart_cli.domain.routekaart import Vraag
    from routekaart_cli.inhoud.folder import Inhoud
    from routekaart_cli.pages.blokken import Pagina


BESTANDSNAAM = "routekaart-project.yaml"


class Opties:
    """The options that every command takes."""

    def __init__(self) -> None:
        self.json = False
        self.geen_kleur = False
        self.geen_invoer = False
        self.toegankelijk = False
        self.project = ""


class Environment:
    """What a command knows of the outside: tests make another one.

    *cwd* is the working folder, *variabelen* those of the environment, *maat* the columns and lines of the terminal
    (no lines: pages are never too long) and *klok* tells the moment, with its offset. *opties* and *opdracht* (the
    command, for messages and --json) are filled in while the command line is read.
    """

    def __init__(
        self,
        cwd: Path,
        variabelen: Mapping[str, str],
        streams: tuple[TextIO, TextIO, TextIO],
        maat: tuple[int, int] = (80, 0),
        klok: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self.cwd = cwd
        self.variabelen = variabelen
        self.stdin, self.stdout, self.stderr = streams
        self.breedte, self.hoogte = maat
        self.klok = klok
        self.opties = Opties()
        self.opdracht = ""

    @classmethod
    def from_system(cls) -> Environment:
        """Return the real world. A character that a stream does not have becomes one that looks like it.

        A stream that is closed (`>&-`) becomes one that goes nowhere.
        """
        for naam in ("stdin", "stdout", "stderr"):
            stream = getattr(sys, naam)
            if stream is None:
                nergens = os.open(os.devnull, os.O_RDWR)
                setattr(sys, naam, os.fdopen(nergens, "r" if naam == "stdin" else "w", encoding="utf-8"))
            else:
                stream.reconfigure(errors="replace" if naam == "stdin" else "benader")
        return cls(_cwd(), os.environ, (sys.stdin, sys.stdout, sys.stderr), screen.maat())

    @property
    def nu(self) -> str:
        """The moment, ISO with offset, to the second."""
        return self.klok().isoformat(timespec="seconds")

    @property
    def vandaag(self) -> date:
        return self.klok().date()

    @property
    def toegankelijk(self) -> bool:
        """Plain lines: asked for, or because the terminal can do no more."""
        return self.opties.toegankelijk or self._accessible or self.variabelen.get("TERM") == "dumb"

    @property
    def _accessible(self) -> bool:
        return self.variabelen.get("ACCESSIBLE", "") not in ("", "0")

    @property
    def kleur(self) -> bool:
        return not (self.opties.geen_kleur or self.toegankelijk or self.variabelen.get("NO_COLOR"))

    @property
    def kan_vragen(self) -> bool:
        """Is there somebody who can answer: a terminal, or lines that were asked for from a pipe?"""
        if self.opties.geen_invoer:
            return False
        regels = self.opties.toegankelijk or self._accessible
        return regels or (self.stdin.isatty() and self.stderr.isatty())

    @property
    def tekstprogramma(self) -> str:
        """The text program of whoever sits here; empty when there is none, or nobody to use it."""
        if not self.stdin.isatty():
            return ""
        return self.variabelen.get("VISUAL", "") or self.variabelen.get("EDITOR", "")

    @cached_property
    def inhoud(self) -> Inhoud:
        from routekaart_cli.inhoud.folder import Inhoud

        return Inhoud()

    @cached_property
    def project_path(self) -> Path | None:
        """The project file: the one asked for (it may not exist yet), or the nearest one, or None."""
        gevraagd = self.opties.project or self.variabelen.get("ROUTEKAART_PROJECT", "")
        if not gevraagd:
            return paths.find(BESTANDSNAAM, self.cwd)
        pad = paths.user_path(self.cwd, gevraagd)
        return pad / BESTANDSNAAM if paths.is_there(pad) and pad.is_dir() else pad

    @cached_property
    def nieuw_path(self) -> Path:
        """The project file to use, or where a new one comes: in the working folder."""
        return self.project_path or self.cwd / BESTANDSNAAM

    def load_project(self) -> Project | None:
        """Return the project, or None when there is none yet; raises `UnreadableFile`."""
        if not (self.project_path and paths.is_there(self.project_path)):
            return None
        from routekaart_cli.project import store

        try:
            return store.load(self.project_path)
        except UnreadableFile as fout:
            raise UnreadableFile(fout.message, f"{fout.hint}\n{self._heel_gebleven()}".rstrip()) from fout

    def _heel_gebleven(self) -> str:
        """Return which copy of the project can be read, when its file cannot; nothing when there is none."""
        from routekaart_cli.dutch.dates import moment
        from routekaart_cli.project import sidecar, store

        for kopie in sidecar.kopieen(self.nieuw_path):
            with contextlib.suppress(UnreadableFile):
                momenten = [antwoord.gewijzigd for antwoord in store.load(kopie.path).antwoorden.values()]
                return _heel_gebleven_woorden(moment(max(momenten, default="")), kopie.nummer)
        return ""

    def tellend(self, vragen: tuple[Vraag, ...]) -> Antwoorden | None:
        """Return the answers of the project to *vragen* that count, or None without a project.

        For a page that can do without: a project that cannot be read, or is not where it was asked for, is only said.
        """
        try:
            project = self.need_project() if self.project_path else None
        except (UnreadableFile, NoProject) as fout:
            self.say(f"{fout.message}\n{fout.hint}\nDeze pagina staat hier zonder jullie antwoorden.")
            return None
        if project is None:
            return None
        from routekaart_cli.domain import intake

        return intake.tellend(vragen, project.antwoorden)

    def need_project(self) -> Project:
        """Return the project; raises `NoProject` when there is none, and `UnreadableFile`."""
        project = self.load_project()
        if project is None:
            gevraagd = self.naam_van(self.project_path) if self.project_path else ""
            raise NoProject(
                _geen_project(gevraagd),
                "Begin met: routekaart start. Staat het bestand ergens anders? Gebruik dan --project PAD.",
            )
        return project

    def naam_van(self, path: Path) -> str:
        """Return *path* as a person here would write it."""
        try:
            return str(path.relative_to(self.cwd))
        except ValueError:
            return str(path)

    def write_document(self, tekst: str) -> None:
        """Write *tekst* on stdout as a document: UTF-8, whatever the terminal can show."""
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(tekst)
        else:
            self.stdout.flush()
            buffer.write(tekst.encode())

    def show(self, pagina: Pagina, *, gesprek: bool = False) -> None:
        """Print *pagina* on stdout: for the screen, or as plain lines; in a *gesprek* a question follows at once."""
        if self.toegankelijk:
            from routekaart_cli.pages import plain

            self.stdout.write(plain.render(pagina, self.breedte if self.stdout.isatty() else None))
            return
        from routekaart_cli.pages import terminal

        op_scherm = self.kleur and self.stdout.isatty()
        kan = terminal.Kan(
            terminal.kan_tekens(self.stdout),
            op_scherm,
            op_scherm and screen.kent_kleuren(self.variabelen),
            op_scherm and screen.kent_links(self.variabelen),
        )
        self.write(terminal.render(pagina, self.breedte, kan), gesprek=gesprek)

    def write(self, tekst: str, *, gesprek: bool = False) -> None:
        """Write *tekst* on stdout; a long one through a pager, if somebody is reading and no question follows."""
        if gesprek or not self._read(tekst):
            self.stdout.write(tekst)

    def _read(self, tekst: str) -> bool:
        """Let a person read *tekst* in their pager, if it is longer than the screen they sit at; return if they did."""
        past = not self.hoogte or tekst.count("\n") < self.hoogte
        if past or self.toegankelijk or not (self.stdout.isatty() and self.stdin.isatty()):
            return False
        opdracht = screen.pager(self.variabelen)
        self.stdout.flush()
        return bool(opdracht) and screen.lees(tekst, opdracht, self.variabelen, self.stdout.encoding or "utf-8")

    def show_json(self, gegevens: object) -> None:
        """Print *gegevens* on stdout as the one JSON document of this command."""
        from routekaart_cli.pages import json_document

        self.stdout.write(json_document.render(self.opdracht, gegevens))

    def say(self, tekst: str) -> None:
        """Write a message on stderr, wrapped to the width, with nothing in it that could steer the terminal."""
        from routekaart_cli.dutch.characters import vouw

        self.stderr.write(f"{vouw(tekst, self.breedte - 1)}\n")
        self.stderr.flush()


def _cwd() -> Path:
    """Return the working folder; when it is gone, what it was called."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("PWD", os.sep))


def _heel_gebleven_woorden(moment: str, nummer: int) -> str:
    van = f" van {moment}" if moment else ""
    return f"De kopie{van} is nog heel. Die zet je terug met: {unbroken(f'routekaart terugdraaien --sessie {nummer}')}"


def _geen_project(gevraagd: str) -> str:
    """Say that there is no project: at the place *gevraagd* somebody pointed at, or else here."""
    if gevraagd:
        return f"{gevraagd}: dit projectbestand is er niet."
    return "Er is nog geen project in deze map of in een map erboven."
