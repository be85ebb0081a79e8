"""A small world to run routekaart in: a folder, streams that are remembered, and a clock that stands still."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from routekaart_cli.__main__ import run
from routekaart_cli.environment.world import Environment
from routekaart_cli.inhoud.folder import Inhoud

INHOUD = Inhoud()
"""Read once for all tests."""
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


class Stream(io.StringIO):
    """Text in memory that may say it is a terminal."""

    def __init__(self, text: str = "", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(text)
        self._terminal = terminal
        self._encoding = encoding

    def isatty(self) -> bool:
        return self._terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


@dataclass
class Outcome:
    """How a run ended: exit code, stdout and stderr."""

    code: int
    stdout: str
    stderr: str

    @property
    def gegevens(self) -> Any:
        """The `gegevens` of the JSON document on stdout."""
        return json.loads(self.stdout)["gegevens"]


@dataclass
class World:
    """The outside world of one test, in the folder *folder*."""

    folder: Path
    width: int = 80
    variables: dict[str, str] = field(default_factory=dict)
    terminal: bool = False
    encoding: str = "utf-8"
    now: datetime = NOW
    inhoud: Inhoud = INHOUD

    def run(self, *args: str, source: str = "") -> Outcome:
        """Run `routekaart *args` with *source* on stdin and return how it ended."""
        out, error = (Stream(terminal=self.terminal, encoding=self.encoding) for _ in range(2))
        env = Environment(
            cwd=self.folder,
            variables=self.variables,
            streams=(Stream(source), out, error),
            size=(self.width, 0),
            clock=lambda: self.now,
        )
        if not (self.variables.get("ROUTEKAART_INHOUD") or "--inhoud" in args):
            env.inhoud = self.inhoud
        code = run(list(args), env)
        outcome = Outcome(code, *(self._seen(stream.getvalue()) for stream in (out, error)))
        assert code != 3, f"a fault of our own:\n{outcome.stderr}"
        return outcome

    def _seen(self, text: str) -> str:
        """Return *text* as it comes out of a stream that does not have every character; every command is spelled."""
        assert not re.search("[\ue001-\ue003]", text), "a command stands there that nobody can type"
        return text.encode(self.encoding, "benader").decode(self.encoding)

    def start(self, *antwoorden: str) -> Outcome:
        """Give *antwoorden* (`ID=WAARDE`) to `start` without asking anything."""
        flags = [part for antwoord in antwoorden for part in ("--antwoord", antwoord)]
        outcome = self.run("start", "--geen-invoer", *flags)
        assert outcome.code == 0, outcome.stderr
        return outcome

    def lines(self, *lines: str) -> Outcome:
        """Hold the interview in plain lines, with *lines* typed."""
        return self.run("start", "--toegankelijk", source="".join(f"{line}\n" for line in lines))

    @property
    def bestand(self) -> Path:
        return self.folder / "routekaart-project.yaml"
