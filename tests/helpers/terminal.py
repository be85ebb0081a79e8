"""A real pseudo-terminal with routekaart in it, and what a person sees on its screen."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pyte
from helpers.places import CONTENT

UP = "\x1b[A"
DOWN = "\x1b[B"
ENTER = "\r"
CTRL_B, CTRL_C, CTRL_D = "\x02", "\x03", "\x04"
WAIT = 6
"""Seconds before we give up; only a program that hangs takes so long."""


class Terminal:
    """Runs `routekaart *args` in the folder *folder* on a terminal of *width* columns."""

    content: Path = CONTENT
    """The texts that the program reads."""

    def __init__(self, folder: Path, *args: str, width: int = 80, height: int = 40, **variables: str) -> None:
        self.turn = pyte.Screen(width, height)
        self.all_fasen = ""
        self._stroom = pyte.Stream(self.turn)
        self._kind: Any = pexpect.spawn(
            sys.executable,
            ["-m", "routekaart_cli", *args],
            cwd=str(folder),
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                "ROUTEKAART_INHOUD": str(self.content),
                **variables,
            },
            dimensions=(height, width),
            encoding="utf-8",
            codec_errors="replace",
            timeout=WAIT,
            preexec_fn=_hear_ctrl_c,
        )
        self._fresh = termios.tcgetattr(self._kind.child_fd)
        self.vooraf = self.settings_of()

    @property
    def tekst(self) -> str:
        """What stands on the screen now."""
        return "\n".join(line.rstrip() for line in self.turn.display).strip("\n")

    def settings_of(self) -> list[Any]:
        """The settings of the terminal: echo, line mode and so on."""
        return termios.tcgetattr(self._kind.child_fd)[:4]

    def type(self, *keys: str) -> None:
        """Press *keys*, one after the other, each when the screen has come to rest."""
        for key in keys:
            self._kind.send(key)
            self._read(rest_seconds=0.15)

    def send(self, key: str) -> None:
        """Press *key* at once, without waiting for the screen."""
        self._kind.send(key)

    def wait_for(self, done: Callable[[], bool], seconds: float) -> None:
        """Read until *done*, at most *seconds*."""
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"it never came:\n{self.tekst}"
            if not self._read(rest_seconds=0.02) and not self._kind.isalive():
                assert done(), f"ended too soon:\n{self.tekst}"

    def until(self, text: str) -> None:
        """Read until *text* stands on the screen."""
        end = time.monotonic() + WAIT
        while text not in self.tekst:
            assert time.monotonic() < end, f"{text!r} never came:\n{self.tekst}"
            if not self._read(rest_seconds=0.1) and not self._kind.isalive():
                assert text in self.tekst, f"ended without {text!r}:\n{self.tekst}"
        self._read(rest_seconds=0.1)

    def kill(self, signum: int) -> None:
        """Send the signal *signum* to the program."""
        self._kind.kill(signum)

    def leave_and_come_back(self) -> None:
        """Stop the program as Ctrl-Z does in a shell, which gives it a clean line-wise terminal at `fg`."""
        self._kind.kill(signal.SIGSTOP)
        termios.tcsetattr(self._kind.child_fd, termios.TCSANOW, self._fresh)
        self.turn.reset()
        self._kind.kill(signal.SIGCONT)
        self._read(rest_seconds=0.3)

    def resize(self, width: int, height: int) -> None:
        """Make the window *width* columns by *height* lines."""
        self.turn.resize(height, width)
        self._kind.setwinsize(height, width)
        self._read(rest_seconds=0.3)

    def end(self) -> int:
        """Read to the end and return the exit code; a program that goes on is killed, and that fails."""
        end = time.monotonic() + WAIT
        while self._read(rest_seconds=0.5) or self._kind.isalive():
            if time.monotonic() > end:
                self._kind.kill(signal.SIGKILL)
                raise AssertionError(f"it does not end:\n{self.tekst}")
        return int(self._kind.exitstatus if self._kind.exitstatus is not None else -self._kind.signalstatus)

    def _read(self, rest_seconds: float) -> bool:
        """Read until nothing came for *rest_seconds* seconds; return whether anything came."""
        something = False
        while True:
            try:
                part = self._kind.read_nonblocking(65536, timeout=rest_seconds)
            except pexpect.TIMEOUT:
                return something
            except pexpect.EOF:
                return False
            self.all_fasen += part
            self._stroom.feed(part)
            something = True


def _hear_ctrl_c() -> None:
    """Hear Ctrl-C, also where the tests themselves were started in the background and have it turned off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
