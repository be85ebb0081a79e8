"""Something to double-click: what stands in it for each system, and on Linux that it starts."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from helpers.world import World

from routekaart_cli.environment import starter

ON_POSIX = ("routekaart.command", "routekaart.desktop")
NAMES = ["Mijn wijk é", "a 'b' $HOME `c` 100%", "back\\slash"]


def put(where: Path, monkeypatch: pytest.MonkeyPatch, platform: str = "linux") -> list[Path]:
    """Make the starters of *platform*, with a desktop, of a program that writes its folder and its words down."""
    monkeypatch.setattr("sys.platform", platform)
    for name in ("Desktop", "bin"):
        (Path.home() / name).mkdir(exist_ok=True)
    script = Path.home() / "bin" / f"routekaart{'.exe' if platform == 'win32' else ''}"
    script.write_text("#!/bin/sh\n{ pwd; printf '%s\\n' \"$@\"; } > ran\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(script.with_name("python3")))
    return starter.put(where, ["--project", "wijk é.yaml"])


@pytest.mark.skipif(not shutil.which("gio"), reason="no desktop of Linux")
@pytest.mark.parametrize("name", NAMES)
def test_on_linux_a_double_click_starts_in_the_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / name
    desktop, menu = put(where, monkeypatch)
    assert (desktop.parent.name, menu.parent.name) == ("Desktop", "applications")
    terminal = Path.home() / "bin" / "xterm"
    terminal.write_text('#!/bin/sh\nshift\n"$@" </dev/null\n', encoding="utf-8")
    terminal.chmod(0o755)
    environ = {**os.environ, "PATH": f"{terminal.parent}:/usr/bin:/bin", "DISPLAY": ":0"}
    subprocess.run(["gio", "launch", str(desktop)], env=environ, check=True, capture_output=True, timeout=20)
    for _ in range(100):
        if (where / "ran").exists() and (where / "ran").read_text(encoding="utf-8").endswith("yaml\n"):
            break
        subprocess.run(["sleep", "0.1"], check=True)
    ran = (where / "ran").read_text(encoding="utf-8").splitlines()
    assert ran == [str(where), "start", "--project", "wijk é.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_on_macos_the_starter_runs_in_the_folder(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = tmp_path / name
    (file,) = put(where, monkeypatch, "darwin")
    assert (file.suffix, os.access(file, os.X_OK)) == (".command", True)
    subprocess.run([file], check=True, capture_output=True)
    ran = (where / "ran").read_text(encoding="utf-8").splitlines()
    assert ran == [str(where), "start", "--project", "wijk é.yaml"]


def test_after_ctrl_c_the_window_stays_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = put(tmp_path, monkeypatch, "darwin")
    program = Path.home() / "bin" / "routekaart"
    program.write_text("#!/bin/sh\nkill -INT 0\nsleep 5\n", encoding="utf-8")
    done = subprocess.run([file], check=True, capture_output=True, start_new_session=True, encoding="utf-8")
    assert "Je kunt dit venster nu sluiten." in done.stdout
    assert all("trap : INT" in (starter._TEMPLATES / name).read_text(encoding="utf-8") for name in ON_POSIX)


def test_on_windows_the_starter_says_utf_8_first_and_quotes_every_word() -> None:
    opdracht = [r"C:\Users\José Vis\routekaart-programma\Scripts\routekaart.exe", "start"]
    text = starter.text(starter.WINDOWS, "Routekaart", Path("C:/100% wijk"), opdracht)
    assert text.split("\r\n") == [
        "@echo off",
        "chcp 65001 >nul",
        "title Routekaart",
        rf'cd /d "{Path("C:/100%% wijk")}" && "C:\Users\José Vis\routekaart-programma\Scripts\routekaart.exe" "start"',
        "echo.",
        "pause",
        "",
    ]


def test_without_a_project_it_starts_among_the_documents_and_with_one_in_its_folder(world: World) -> None:
    (Path.home() / "Desktop").mkdir()
    made = world.run("snelkoppeling", "--json").gegevens
    assert made["map"] == str(Path.home() / "Documents" / "Routekaart")
    assert [Path(file).name for file in made["bestanden"]] == ["Routekaart.desktop"] * 2
    assert Path(made["map"]).is_dir()
    world.start("wijk.naam=De Weide")
    assert "Dubbelklik hierop" in world.run("snelkoppeling").stderr
    file = Path.home() / "Desktop" / f"Routekaart {world.folder.name}.desktop"
    assert world.run("snelkoppeling", "--json").gegevens["bestanden"][0] == str(file)
    assert f'"{world.folder}"' in file.read_text(encoding="utf-8")


def test_where_nothing_can_be_written_it_says_so(world: World) -> None:
    (Path.home() / "Documents").write_text("", encoding="utf-8")
    outcome = world.run("snelkoppeling")
    assert outcome.code == 1
    assert "opslaan lukt niet" in outcome.stderr
