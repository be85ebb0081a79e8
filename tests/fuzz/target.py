"""What a fuzzer aims at: any bytes as a project file, and everything that commands do with it."""

from __future__ import annotations

import zlib
from pathlib import Path

from helpers.world import NOW, Stream

from routekaart_cli.__main__ import run
from routekaart_cli.domain.antwoorden import Project
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import UnreadableFile
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import from_yaml, store

CASES = Path(__file__).parent / "cases"
"""What once failed, or made a fuzzer go further: each is tried in every run of the tests."""
READING = (["status"], ["controleer"], ["nakijken"], ["export", "-"])
WRITING = ["start", "--geen-invoer", "--antwoord", "wijk.naam=De Weide"]
ENGLISH = ("Traceback", "Error", "expected", "while parsing")


class Target:
    """Tries bytes in the folder *folder*; any `AssertionError` or other exception is a fault of ours."""

    def __init__(self, folder: Path) -> None:
        self.bestand = folder / "routekaart-project.yaml"
        self.inhoud = Inhoud()
        self.aangenomen = self.geweigerd = 0

    def try_bytes(self, data: bytes) -> None:
        """Put *data* in a project file: it is refused and stays, or it is read, shown, saved and read again."""
        self.bestand.write_bytes(data)
        project, message = self._load()
        if project is None:
            self.geweigerd += 1
            assert str(self.bestand) in message, message
            assert not any(word in message.replace(str(self.bestand), "") for word in ENGLISH), message
            self._run(WRITING, 1)
        else:
            self.aangenomen += 1
            opdracht = READING[zlib.crc32(data) % len(READING)]  # any of them, but for the same bytes always the same
            self._run(opdracht, 0 if opdracht != ["export", "-"] or project.antwoorden else 1)
            self._saves(project)
        assert self.bestand.read_bytes() == data

    def _load(self) -> tuple[Project | None, str]:
        try:
            return store.load(self.bestand), ""
        except UnreadableFile as error:
            return None, error.message

    def _saves(self, project: Project) -> None:
        elsewhere = self.bestand.with_name("ander.yaml")
        elsewhere.unlink(missing_ok=True)
        if project.formaat <= from_yaml.newest():
            store.save(elsewhere, project)
            assert store.load(elsewhere) == project._replace(formaat=from_yaml.newest())

    def _run(self, opdracht: list[str], code: int) -> None:
        out, error = Stream(), Stream()
        env = Environment(self.bestand.parent, {}, (Stream(), out, error), clock=lambda: NOW)
        env.inhoud = self.inhoud
        received = run(list(opdracht), env)
        assert received == code, f"{opdracht} gave {received}: {error.getvalue()}"
        assert "\x1b" not in out.getvalue() + error.getvalue()
