"""Whatever the system refuses: it is said in Dutch, what was kept stays, and what was typed can be saved yet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from helpers.project_file import window
from helpers.terminal import ENTER, Terminal
from helpers.world import World

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.errors import RoutekaartError, WriteFailed
from routekaart_cli.project import sidecar, store

ROUTEKAART = f"{sys.executable} -m routekaart_cli"
READING = [
    "",
    "status",
    "fase",
    "fase 3",
    "stap 1.1",
    "nakijken",
    "vragen",
    "controleer",
    "terugdraaien --lijst",
    "export -",
]
WITHOUT_PROJECT = ("fase", "fase 3", "stap 1.1")
"""Those that say that the file cannot be read, and show the page without it."""
NAME, GEMEENTE = (Vraag(name, name, name, Soort.TEKST) for name in ("wijk.naam", "wijk.gemeente"))


def is_possible(*opdracht: str) -> bool:
    return bool(shutil.which(opdracht[0])) and not subprocess.run(opdracht, capture_output=True, check=False).returncode


def in_shell(lines: str, folder: Path, *before: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run *lines* in a shell in *folder*, started by the command *before*."""
    done = subprocess.run(
        [*before, "sh", "-c", lines],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "200", **variables},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


# A disk of its own, as small as needed


OWN_DISK = ("unshare", "--map-root-user", "--mount")
met_eigen_schijf = pytest.mark.skipif(
    not is_possible(*OWN_DISK, "mount", "-t", "tmpfs", "none", "/mnt"), reason="no file system may be mounted here"
)


@met_eigen_schijf
def test_a_disk_that_is_really_full_keeps_the_old_file_and_says_so(tmp_path: Path) -> None:
    done = in_shell(
        f"""mount -t tmpfs -o size=128k none . && cd "$PWD"
        {ROUTEKAART} start --geen-invoer --antwoord 'wijk.naam=De Weide' 2>/dev/null
        head -c 1000000 /dev/zero >vol 2>/dev/null
        {ROUTEKAART} start --geen-invoer --antwoord 'wijk.naam=Het Zand'; echo "code $?"
        {ROUTEKAART} export; echo "code $?"
        cat routekaart-project.yaml; ls -A . .routekaart""",
        tmp_path,
        *OWN_DISK,
    )
    assert done.stdout.count("code 1\n") == 2
    assert done.stderr.count("opslaan lukt niet (de schijf is vol)") == 2
    assert "De Weide" in done.stdout
    assert "Het Zand" not in done.stdout
    assert "tmp" not in done.stdout


@met_eigen_schijf
def test_a_disk_that_can_only_be_read_shows_everything_and_changes_nothing(tmp_path: Path) -> None:
    readers = "\n".join(f"{ROUTEKAART} {opdracht} >/dev/null; echo code $?" for opdracht in READING)
    done = in_shell(
        f"""mount -t tmpfs none . && cd "$PWD"
        {ROUTEKAART} start --geen-invoer --antwoord 'wijk.naam=De Weide' 2>/dev/null
        mount -o remount,ro .
        {readers}
        {ROUTEKAART} start --geen-invoer --antwoord 'wijk.naam=Het Zand'; echo "start $?" """,
        tmp_path,
        *OWN_DISK,
    )
    assert done.stdout.split("\n")[: len(READING)] == ["code 0"] * len(READING), done.stderr
    assert "start 1" in done.stdout
    assert "opslaan lukt niet (je kunt hier alleen lezen)" in done.stderr


# No permission


WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
met_rechten = pytest.mark.skipif(
    bool(WITHOUT_RIGHTS) and not is_possible(*WITHOUT_RIGHTS, "true"), reason="root cannot give up its rights here"
)


@met_rechten
def test_a_folder_we_may_not_write_in_is_noticed_before_the_first_question(world: World) -> None:
    world.start("wijk.naam=De Weide")
    before = world.bestand.read_bytes()
    world.folder.chmod(0o555)
    try:
        done = in_shell(f"{ROUTEKAART} start --toegankelijk", world.folder, *WITHOUT_RIGHTS)
    finally:
        world.folder.chmod(0o755)
    assert done.returncode == 1
    assert "opslaan lukt niet (je hebt hier geen toestemming voor)" in done.stderr
    assert "Vraag 2" not in done.stderr
    assert world.bestand.read_bytes() == before


@met_rechten
@pytest.mark.parametrize("opdracht", [opdracht for opdracht in READING if opdracht != "vragen"])
def test_a_file_we_may_not_read_is_left_alone_and_said(world: World, opdracht: str) -> None:
    world.start("wijk.naam=De Weide")
    world.bestand.chmod(0)
    done = in_shell(f"{ROUTEKAART} {opdracht}", world.folder, *WITHOUT_RIGHTS)
    assert done.returncode == (0 if opdracht in WITHOUT_PROJECT else 1)
    assert "lezen lukt niet (je hebt hier geen toestemming voor)" in done.stderr
    world.bestand.chmod(0o600)
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == "De Weide"


# Gone or locked while somebody works


@pytest.mark.usefixtures("small_terminal")
@pytest.mark.parametrize("options", [(), ("--toegankelijk",)], ids=["menu", "lines"])
def test_an_answer_that_cannot_be_saved_can_be_saved_when_the_folder_is_back(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    World(folder).start("wijk.naam=De Weide")
    terminal = Terminal(folder, "start", *options)
    terminal.until("In welke gemeente")
    folder.rename(tmp_path / "eruit")
    terminal.type(f"Zwolle{ENTER}")
    terminal.until("opslaan lukt niet (de map of het bestand is er niet)")
    terminal.until("Nog een keer proberen?")
    terminal.type("?", ENTER) if options else terminal.type("?")
    terminal.until("Maak ruimte op de schijf")
    (tmp_path / "eruit").rename(folder)
    terminal.type("j", ENTER)
    terminal.until("Bewaard: Zwolle.")
    terminal.type("\x03")
    assert terminal.end() == 130
    assert store.load(folder / "routekaart-project.yaml").antwoorden["wijk.gemeente"].waarde == "Zwolle"


@pytest.mark.usefixtures("small_terminal")
def test_whoever_does_not_want_to_try_again_stops_with_everything_else_kept(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    World(folder).start("wijk.naam=De Weide")
    terminal = Terminal(folder, "start")
    terminal.until("In welke gemeente")
    folder.rename(tmp_path / "eruit")
    terminal.type(f"Zwolle{ENTER}")
    terminal.until("Nog een keer proberen?")
    terminal.type("n", ENTER)
    assert terminal.end() == 1
    assert list(store.load(tmp_path / "eruit" / "routekaart-project.yaml").antwoorden) == ["wijk.naam"]


def test_trying_again_keeps_what_another_window_saved_meanwhile(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.start("wijk.naam=De Weide")
    werk = window(world.folder)
    window(world.folder).answer(GEMEENTE, Antwoord(Stand.GEGEVEN, "Zwolle"))
    real = store.save
    asked: list[RoutekaartError] = []

    def nogmaals(error: RoutekaartError) -> bool:
        asked.append(error)
        monkeypatch.setattr(store, "save", real)
        return True

    def vol(*_: object) -> object:
        raise WriteFailed("vol")

    monkeypatch.setattr(store, "save", vol)
    werk.ask_again = nogmaals
    werk.answer(NAME, Antwoord(Stand.GEGEVEN, "Het Zand"))
    antwoorden = store.load(world.bestand).antwoorden
    assert asked
    assert (antwoorden["wijk.naam"].waarde, antwoorden["wijk.gemeente"].waarde) == ("Het Zand", "Zwolle")


def test_the_lock_of_a_process_that_died_holds_nobody_up(world: World) -> None:
    world.start("wijk.naam=De Weide")
    dies = (
        "import os, signal, sys; from pathlib import Path; from routekaart_cli.project import sidecar\n"
        "with sidecar.locked(Path(sys.argv[1])) as gelukt:\n    assert gelukt; os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", dies, str(world.bestand)], check=False)
    assert done.returncode == -9
    assert "op slot" not in world.start("wijk.naam=Het Zand").stderr
    with sidecar.locked(world.bestand) as succeeded:
        assert succeeded


def test_a_folder_that_cannot_lock_only_costs_the_lock_and_it_is_said_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("filelock.FileLock.acquire", cannot)
    outcome = world.lines("De Weide", "Zwolle", ":stop")
    assert outcome.stderr.count("Het projectbestand gaat niet op slot") == 1
    assert list(store.load(world.bestand).antwoorden) == ["wijk.gemeente", "wijk.naam"]


# An odd world


def test_a_clock_that_was_set_back_loses_nothing(world: World) -> None:
    world.start("wijk.naam=De Weide")
    world.now = datetime(2020, 1, 1, 12, tzinfo=UTC)
    world.start("wijk.naam=Het Zand", "wijk.gemeente=Zwolle")
    antwoorden = store.load(world.bestand).antwoorden
    assert (antwoorden["wijk.naam"].waarde, antwoorden["wijk.gemeente"].waarde) == ("Het Zand", "Zwolle")
    assert "Er stond: Het Zand" in world.run("terugdraaien").stdout
    assert world.run("status").code == 0


@pytest.mark.parametrize(
    "variables",
    [
        {"HOME": "/dev/null/nergens"},
        {"HOME": ""},
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "nl_NL.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "onbekend"},
        {"COLUMNS": "-1"},
        {"TMPDIR": "/dev/null/nergens"},
    ],
    ids=str,
)
def test_an_odd_environment_costs_no_answer(world: World, variables: dict[str, str]) -> None:
    code = variables.get("PYTHONIOENCODING", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "routekaart_cli", "start", "--toegankelijk"],
        cwd=world.folder,
        input="De Weide\nZwolle\n",
        capture_output=True,
        encoding=code,
        check=False,
        env={"PATH": os.environ["PATH"], "XDG_STATE_HOME": str(world.folder / "state"), **variables},
    )
    assert done.returncode == 0, done.stderr
    assert "Bewaard: Zwolle." in done.stderr
    assert list(store.load(world.bestand).antwoorden) == ["wijk.gemeente", "wijk.naam"]


# Nothing leaves the machine


LISTEN = """
import sys
def niet(naam, args):
    if naam in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
                "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "webbrowser.open"):
        raise SystemExit(f"network: {naam} {args}")
sys.addaudithook(niet)
from routekaart_cli.__main__ import main
sys.argv = ["routekaart", *sys.argv[1:]]
main()
"""


def test_the_network_is_never_used(zonnehoek: World) -> None:
    opdrachten = [
        *READING,
        "start --toegankelijk",
        "export plan.md",
        "stap 1.1 --wie Jan",
        "terugdraaien",
        "samenvoegen kopie.yaml",
        "hulp toetsen",
    ]
    shutil.copy(zonnehoek.bestand, zonnehoek.folder / "kopie.yaml")
    for opdracht in opdrachten:
        done = subprocess.run(
            [sys.executable, "-c", LISTEN, *opdracht.split()],
            cwd=zonnehoek.folder,
            input="",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "network" not in done.stderr, opdracht
        assert done.returncode == 0, f"{opdracht}: {done.stderr}"


def test_a_program_that_would_use_the_network_is_noticed() -> None:
    verklikker = LISTEN.replace(
        "from routekaart_cli", "import socket; socket.create_connection(('127.0.0.1', 9))\nfrom routekaart_cli"
    )
    done = subprocess.run([sys.executable, "-c", verklikker], capture_output=True, encoding="utf-8", check=False)
    assert "network: socket." in done.stderr
