"""The outside world in one object: folder, streams, clock, width, and the options that hold everywhere."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

from routekaart_cli.dutch.opdrachten import spelled, to_type
from routekaart_cli.environment import paths, screen, shell
from routekaart_cli.errors import NoProject, UnreadableFile, UsageProblem
from routekaart_cli.files import as_bytes
from routekaart_cli.inhoud import location

if TYPE_CHECKING:
    from routekaart_cli.domain.antwoorden import Antwoorden, Project
    from routekaart_cli.domain.routekaart import Vraag
    from routekaart_cli.domain.voortgang import Overzicht
    from routekaart_cli.inhoud.folder import Inhoud
    from routekaart_cli.pages.blocks import Page
    from routekaart_cli.project.werk import Werk


T = TypeVar("T")
FILE_NAME = "routekaart-project.yaml"


class Options:
    """The options that every command takes."""

    def __init__(self) -> None:
        self.json = False
        self.no_color = False
        self.no_input = False
        self.accessible = False
        self.project = ""
        self.inhoud = ""


class Environment:
    """What a command knows of the outside: tests make another one.

    *cwd* is the working folder, *variables* those of the environment, *size* the columns and lines of the terminal
    (no lines: pages are never too long) and *clock* tells the moment, with its offset. *options* and *opdracht* (the
    command, for messages and --json) are filled in while the command line is read.
    """

    def __init__(
        self,
        cwd: Path,
        variables: Mapping[str, str],
        streams: tuple[TextIO, TextIO, TextIO],
        size: tuple[int, int] = (80, 0),
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self.cwd = cwd
        self.variables = variables
        self.stdin, self.stdout, self.stderr = streams
        self.width, self.height = size
        self.clock = clock
        self.options = Options()
        self.opdracht = ""

    @classmethod
    def from_system(cls) -> Environment:
        """Return the real world. A character that a stream does not have becomes one that looks like it.

        A stream that is closed (`>&-`) becomes one that goes nowhere.
        """
        for name in ("stdin", "stdout", "stderr"):
            stream = getattr(sys, name)
            if stream is None:
                nowhere = os.open(os.devnull, os.O_RDWR)
                setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w", encoding="utf-8"))
            else:
                stream.reconfigure(errors="replace" if name == "stdin" else "benader")
        return cls(_cwd(), os.environ, (sys.stdin, sys.stdout, sys.stderr), screen.size())

    @property
    def now(self) -> str:
        """The moment, ISO with offset, to the second."""
        return self.clock().isoformat(timespec="seconds")

    @property
    def today(self) -> date:
        return self.clock().date()

    @property
    def accessible(self) -> bool:
        """Plain lines: asked for, or because the terminal can do no more."""
        return self.options.accessible or self._accessible or self.variables.get("TERM") == "dumb"

    @property
    def _accessible(self) -> bool:
        return self.variables.get("ACCESSIBLE", "") not in ("", "0")

    @property
    def color(self) -> bool:
        return not (self.options.no_color or self.accessible or self.variables.get("NO_COLOR"))

    @property
    def can_ask(self) -> bool:
        """Is there somebody who can answer: a terminal, or lines that were asked for from a pipe?"""
        if self.options.no_input:
            return False
        lines = self.options.accessible or self._accessible
        return lines or (self.stdin.isatty() and self.stderr.isatty())

    @property
    def text_program(self) -> list[str]:
        """The command of the text program of whoever sits here; empty when there is none, or nobody to use it."""
        if not self.stdin.isatty():
            return []
        return shell.text_program(self.variables)

    @cached_property
    def inhoud(self) -> Inhoud:
        """The texts: those in the folder that was asked for, or those that ship, with the layers that were asked for.

        Raises `UnreadableFile` when such a folder is no content and no layer.
        """
        from routekaart_cli.inhoud.folder import Inhoud

        if not self.asked_inhoud:
            return Inhoud()
        from routekaart_cli.inhoud import lagen

        whole, layers = self._asked_folders
        over = [lagen.load(folder, name) for name, folder in layers]
        return Inhoud(whole[1], whole[0], over) if whole else Inhoud(layers=over)

    @property
    def asked_inhoud(self) -> str:
        """The folders with texts that were asked for, as they were typed."""
        return self.options.inhoud or self.variables.get("ROUTEKAART_INHOUD", "")

    def use_inhoud(self, folder: str) -> None:
        """Go on with the texts in *folder*, as if they had been asked for."""
        self.options.inhoud = folder
        self.__dict__.pop("inhoud", None)

    @property
    def content_folder(self) -> Path:
        """Where the texts lie, without the layers over them; raises `UnreadableFile` as `inhoud` does."""
        whole = self._asked_folders[0]
        return whole[1] if whole else location.shipped()

    @property
    def _asked_folders(self) -> tuple[tuple[str, Path] | None, list[tuple[str, Path]]]:
        """The whole content that was asked for, if any, and the layers, each with what a person calls it."""
        whole: tuple[str, Path] | None = None
        layers = []
        for asked in filter(None, self.asked_inhoud.split(os.pathsep)):
            named = asked.rstrip("/\\"), paths.user_path(self.cwd, asked)
            if location.is_layer(named[1]):
                layers.append(named)
            elif not location.is_content(named[1]):
                raise UnreadableFile(
                    f"{asked}: hier staan geen teksten van routekaart.",
                    f"Kies de map waarin {location.MAIN_FILE} staat, of een laag, met {location.LAYER_FILE}.",
                )
            elif whole:
                raise UsageProblem(
                    f"{whole[0]} en {named[0]} zijn allebei een hele inhoud.",
                    f"Kies er één. Een laag eroverheen is een map met {location.LAYER_FILE}.",
                )
            else:
                whole = named
        return whole, layers

    @cached_property
    def project_path(self) -> Path | None:
        """The project file: the one asked for (it may not exist yet), or the nearest one, or None."""
        asked = self._asked_project
        if not asked:
            if found := self.strangers_project:
                raise NoProject(
                    f"{found}: dit project in een map hoger is van iemand anders op deze computer.",
                    f"Hoort het bij jullie? Zet er dan bij: --project {shell.quoted(str(found))}\n"
                    "Willen jullie een eigen project? Kies dan een andere map.",
                )
            return self._nearest_project
        path = paths.user_path(self.cwd, asked)
        return path / FILE_NAME if paths.is_there(path) and path.is_dir() else path

    @property
    def strangers_project(self) -> Path | None:
        """The nearest project file, when nobody asked for one and it is in a folder above and of somebody else."""
        found = self._nearest_project
        return found if found and found.parent != self.cwd and paths.is_of_a_stranger(found) else None

    @cached_property
    def _nearest_project(self) -> Path | None:
        return None if self._asked_project else paths.find(FILE_NAME, self.cwd)

    @property
    def _asked_project(self) -> str:
        return self.options.project or self.variables.get("ROUTEKAART_PROJECT", "")

    def use_project(self, path: Path) -> None:
        """Go on with the project file *path*, as if it had been asked for."""
        self.project_path = path
        self.options.project = str(path)

    @property
    def file_path(self) -> Path:
        """The project file to use, or where a new one comes: in the working folder."""
        return self.project_path or self.cwd / FILE_NAME

    def load_project(self) -> Project | None:
        """Return the project, or None when there is none yet; raises `UnreadableFile`."""
        if not (self.project_path and paths.is_there(self.project_path)):
            return None
        from routekaart_cli.project import kopieen

        with self._with_copy_that_is_whole():
            return kopieen.opened(self.project_path)

    def werk(self, *, existing: bool = False, evening: bool = False, read_only: bool = False) -> Werk:
        """Return the project to change (or only to look at), empty when its file does not exist yet.

        Raises `NoProject` when it must be *existing* and is not, and what `Werk.load` raises.
        """
        there = self.project_path and paths.is_there(self.project_path)
        if existing and not there:
            raise self._no_project()
        with self._with_copy_that_is_whole():
            return self.new_werk(evening=evening).load(read_only=read_only)

    def new_werk(self, *, evening: bool = False) -> Werk:
        """Return the project to change as if its file were not there."""
        from routekaart_cli.project.werk import Werk

        return Werk(
            self.file_path,
            now=lambda: self.now,
            say=self.say,
            kort=lambda vraag_id: self.inhoud.vraag_of(vraag_id).kort,
            evening=evening,
        )

    @contextlib.contextmanager
    def _with_copy_that_is_whole(self) -> Iterator[None]:
        """Say which copy can be put back, when the project file turns out to be unreadable."""
        try:
            yield
        except UnreadableFile as error:
            from routekaart_cli.project import sidecar

            raise UnreadableFile(error.message, f"{error.hint}\n{sidecar.whole(self.file_path)}".rstrip()) from error

    def counted(self, vragen: tuple[Vraag, ...]) -> Antwoorden | None:
        """Return the answers of the project to *vragen* that count, or None without a project.

        For a page that can do without: a project that cannot be read, or is not where it was asked for, is only said.
        """
        try:
            project = self.need_project() if self.project_path else None
        except (UnreadableFile, NoProject) as error:
            self.say(f"{error.message}\n{error.hint}\nDeze pagina staat hier zonder jullie antwoorden.")
            return None
        if project is None:
            return None
        from routekaart_cli.domain import intake

        return intake.counted(vragen, self.inhoud.read_now(project.antwoorden, vragen))

    def need_project(self) -> Project:
        """Return the project; raises `NoProject` when there is none, and `UnreadableFile`."""
        project = self.load_project()
        if project is None:
            raise self._no_project()
        return project

    def _no_project(self) -> NoProject:
        """Return that there is no project: at the place that somebody pointed at, or else here."""
        here = "Er is nog geen project in deze map of in een map erboven."
        return NoProject(
            f"{self.name_of(self.project_path)}: dit projectbestand is er niet." if self.project_path else here,
            f"Begin met: {to_type('start')}. Staat het bestand ergens anders? Gebruik dan --project PAD.",
        )

    def overzicht(self) -> Overzicht:
        """Return where the group of the project is today; raises `NoProject` and `UnreadableFile`."""
        from routekaart_cli.domain import voortgang

        inhoud = self.inhoud
        antwoorden = inhoud.read_now(self.need_project().antwoorden)
        return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, antwoorden, self.today)

    def name_of(self, path: Path) -> str:
        """Return *path* as a person here would write it."""
        try:
            return str(path.relative_to(self.cwd))
        except ValueError:
            return str(path)

    def read_stdin(self) -> bytes:
        """Return all that comes in on stdin; raises `UsageProblem` when that is the keyboard."""
        if self.stdin.isatty():
            raise UsageProblem(
                "Met - komen de antwoorden van een ander programma, niet van het toetsenbord.",
                f"Typ de naam van een bestand, bijvoorbeeld: {to_type('start', '--antwoorden', 'antwoorden.yaml')}",
            )
        buffer = getattr(self.stdin, "buffer", None)
        return bytes(buffer.read()) if buffer else self.stdin.read().encode()

    def write_document(self, document: str | bytes) -> None:
        """Write *document* on stdout: text as UTF-8, whatever the terminal can show.

        Raises `UsageProblem` for what is no text when a person would see it: it can spoil their terminal.
        """
        buffer = getattr(self.stdout, "buffer", None)
        if isinstance(document, bytes) and (buffer is None or self.stdout.isatty()):
            raise UsageProblem(
                "Dit document is geen tekst. Het past niet op het scherm.",
                f"Geef een naam, bijvoorbeeld: {to_type(self.opdracht, 'plan.docx')}",
            )
        if buffer is None:
            self.stdout.write(str(document))
        else:
            self.stdout.flush()
            buffer.write(as_bytes(document))

    def show(
        self, page: Page | Callable[[], Page], *, json: Callable[[], object] | None = None, gesprek: bool = False
    ) -> None:
        """Print *page* on stdout: for the screen, or as plain lines; in a *gesprek* a question follows at once.

        With --json it is *json* instead, for a page that a program can read too; only one of the two is made.
        """
        if json and self.options.json:
            self.show_json(json())
            return
        from routekaart_cli.pages import blocks

        if callable(page):
            page = page()
        if self.asked_inhoud and (told := self.inhoud.told_lagen):
            page = (*page, blocks.Paragraph(told))
        page = blocks.with_texts(page, self.spell)
        if self.accessible:
            from routekaart_cli.pages import plain

            self.stdout.write(plain.render(page, self.width if self.stdout.isatty() else None))
            return
        from routekaart_cli.pages import terminal

        on_screen = self.color and self.stdout.isatty()
        can = terminal.Abilities(
            terminal.can_show(self.stdout),
            on_screen,
            on_screen and screen.knows_colors(self.variables),
            on_screen and screen.knows_links(self.variables),
        )
        self.write(terminal.render(page, self.width, can), gesprek=gesprek)

    def write(self, text: str, *, gesprek: bool = False) -> None:
        """Write *text* on stdout; a long one through a pager, if somebody is reading and no question follows."""
        if gesprek or not self._read(text):
            self.stdout.write(text)

    def _read(self, text: str) -> bool:
        """Let a person read *text* in their pager, if it is longer than the screen they sit at; return if they did."""
        fits = not self.height or text.count("\n") < self.height
        if fits or self.accessible or not (self.stdout.isatty() and self.stdin.isatty()):
            return False
        opdracht = screen.pager(self.variables)
        self.stdout.flush()
        return bool(opdracht) and screen.show_in_pager(text, opdracht, self.variables, self.stdout.encoding or "utf-8")

    def counting(self, items: Iterable[T], total: int, what: str) -> Iterator[T]:
        """Return *items*, *total* of them; when they take over a second, who looks sees how far *what* is."""
        if self.accessible or not self.stderr.isatty():
            return iter(items)
        from routekaart_cli.pages import terminal

        return terminal.counting(items, total, what, self.stderr, colors=self.color)

    def show_json(self, data: object) -> None:
        """Print *data* on stdout as the one JSON document of this command."""
        from routekaart_cli.pages import json_document

        self.stdout.write(json_document.render(self.opdracht, data))

    def say(self, text: str) -> None:
        """Write a message on stderr, wrapped to the width, with nothing in it that could steer the terminal."""
        from routekaart_cli.dutch.characters import wrap

        self.stderr.write(f"{wrap(self.spell(text), self.width - 1)}\n")
        self.stderr.flush()

    @cached_property
    def program(self) -> str:
        """How we are called on a command line here, quoted for its shell."""
        return shell.program(sys.orig_argv, sys.argv)

    def spell(self, text: str) -> str:
        """Return *text* with the commands in it as they must be typed here, each of them on one line.

        A project or content that was asked for is asked for again.
        """
        asked = {"--project": self.options.project, "--inhoud": self.options.inhoud}
        also = tuple(word for name, waarde in asked.items() if waarde for word in (name, waarde))
        return spelled(text, lambda: self.program, also, shell.quoted, space="\u00a0")


def _cwd() -> Path:
    """Return the working folder; when it is gone, what it was called."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("PWD", os.sep))
