"""A small world to run routekaart in: a folder, streams that are remembered, and a clock that stands still."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from routekaart_cli.__main__ import run
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud import folder
from routekaart_cli.inhoud.folder import Inhoud

INHOUD = Inhoud()
"""Read once for all tests."""
NU = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


class Stroom(io.StringIO):
    """Text in memory that may say it is a terminal."""

    def __init__(self, tekst: str = "", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(tekst)
        self._terminal = terminal
        self._encoding = encoding

    def isatty(self) -> bool:
        return self._terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


@dataclass
class Uitkomst:
    """How a run ended: exit code, stdout and stderr."""

    code: int
    uit: str
    fout: str

    @property
    def gegevens(self) -> Any:
        """The `gegevens` of the JSON document on stdout."""
        return json.loads(self.uit)["gegevens"]


@dataclass
class Wereld:
    """The outside world of one test, in the folder *map*."""

    map: Path
    breedte: int = 80
    variabelen: dict[str, str] = field(default_factory=dict)
    terminal: bool = False
    codering: str = "utf-8"
    nu: datetime = NU

    def run(self, *args: str, invoer: str = "") -> Uitkomst:
        """Run `routekaart *args` with *invoer* on stdin and return how it ended."""
        uit, fout = (Stroom(terminal=self.terminal, encoding=self.codering) for _ in range(2))
        env = Environment(
            cwd=self.map,
            variabelen=self.variabelen,
            streams=(Stroom(invoer), uit, fout),
            maat=(self.breedte, 0),
            klok=lambda: self.nu,
        )
        if folder.content_map() == INHOUD.map:
            env.inhoud = INHOUD
        code = run(list(args), env)
        uitkomst = Uitkomst(code, *(self._seen(stroom.getvalue()) for stroom in (uit, fout)))
        assert code != 3, f"a fault of our own:\n{uitkomst.fout}"
        return uitkomst

    def _seen(self, tekst: str) -> str:
        """Return *tekst* as it comes out of a stream that does not have every character."""
        return tekst.encode(self.codering, "benader").decode(self.codering)

    def start(self, *antwoorden: str) -> Uitkomst:
        """Give *antwoorden* (`ID=WAARDE`) to `start` without asking anything."""
        vlaggen = [deel for antwoord in antwoorden for deel in ("--antwoord", antwoord)]
        uitkomst = self.run("start", "--geen-invoer", *vlaggen)
        assert uitkomst.code == 0, uitkomst.fout
        return uitkomst

    def lines(self, *regels: str) -> Uitkomst:
        """Hold the interview in plain lines, with *regels* typed."""
        return self.run("start", "--toegankelijk", invoer="".join(f"{regel}\n" for regel in regels))

    @property
    def bestand(self) -> Path:
        return self.map / "routekaart-project.yaml"
