"""The way from start to plan without what only POSIX has, with the line ends and characters of Windows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.places import ROOT, VOORBEELD

WITHOUT = """
import os, signal, sys
import filelock, platformdirs.unix  # these choose by the system
filelock.FileLock = filelock.SoftFileLock
for name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
for name in ("O_NONBLOCK", "chown", "fchown", "fork", "getegid", "geteuid", "getgid", "getgroups",
             "getpgrp", "getuid", "lchown", "mkfifo", "statvfs", "tcgetpgrp"):
    delattr(os, name)
for name in ("SIGALRM", "SIGCONT", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGTSTP", "setitimer"):
    delattr(signal, name)
os.fsync = lambda handle: os.fstat(handle)  # a folder has none there
from routekaart_cli.__main__ import run
from routekaart_cli.environment.world import Environment
for line in sys.argv[1:]:
    if code := run(line.split(" / "), Environment.from_system()):
        sys.exit(code)
"""
NO_NAME_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


def run(folder: Path, encoding: str, *lines: str, source: str = "") -> str:
    """Run each of *lines* there, words with a slash between, and *source* typed; return what they said, in *encoding*.

    All in one process: to start one takes longer than what it does.
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT, *lines],
        cwd=folder, input=source.replace("\n", "\r\n").encode(encoding), capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode == 0, said
    return said


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_start_save_merge_export_and_undo_work_without_posix(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "Mijn wijk é"
    folder.mkdir()
    project = folder / "routekaart-project.yaml"

    run(folder, encoding, "start / --toegankelijk", source="De Zonnehoëk\nZwolle\n:stop\n")
    text = project.read_text(encoding="utf-8")
    assert "De Zonnehoëk\n" in text
    assert "\\r" not in text

    project.write_bytes(b"\xef\xbb\xbf" + project.read_bytes().replace(b"\n", b"\r\n"))  # as Notepad saves it
    run(folder, encoding, "start / --toegankelijk / --antwoord / wijk.woningen=350", "kopie / van Jan.yaml", source="")
    assert "350" in project.read_text(encoding="utf-8")

    copy = folder / "van Jan.yaml"
    copy.write_bytes(copy.read_bytes().replace(b"\n", b"\r\n"))
    change = "stap / 1.1 / --status / bezig / --wie / José / --wanneer / 31-1-2027"
    said = run(folder, encoding, change, "samenvoegen / van Jan.yaml", "stap / 1.1")
    assert "José" in said
    assert "José" in project.read_text(encoding="utf-8")

    run(folder, encoding, "stap / 1.1 / --wie / Fatima", "terugdraaien")
    assert "Fatima" not in project.read_text(encoding="utf-8")

    plans = ("plan.md", "plan.html", "plan.docx", "plan.xlsx", "plan.ics")
    run(folder, encoding, *(f"export / {name} / --voor / ons" for name in plans))
    assert all((folder / name).stat().st_size > 500 for name in plans)
    assert "Zonnehoëk" in (folder / "plan.md").read_text(encoding="utf-8")
    names = [path.name for path in folder.rglob("*")]
    assert len(names) > 8
    assert not [name for name in names if NO_NAME_ON_WINDOWS.search(name)]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
def test_every_page_can_be_shown_in_the_characters_of_windows(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "routekaart-project.yaml").write_bytes(VOORBEELD.read_bytes())
    lines = ("status", "fase / 3 / --alles", "actueel", "agenda / -", "inhoud / controleer")
    assert "Zonnehoek" in run(tmp_path, encoding, *lines)
