"""Every outcome has its exit code, says one Dutch thing, and a fault of our own tells nothing that anybody typed."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers.project_file import window
from helpers.world import Stream, World

from routekaart_cli.__main__ import _again, run
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import Interrupted
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud


def outcome(folder: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[int, str]:
    """Run a command in which *error* happens; return the exit code and what stood on stderr."""

    def breaks(*_: object) -> None:
        raise error

    monkeypatch.setattr(find, "fase", breaks)
    stderr = Stream()
    env = Environment(folder, {}, (Stream(), Stream(), stderr))
    return run(["fase", "3", *args], env), stderr.getvalue()


def test_a_fault_of_our_own_is_reported_without_what_people_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code, said = outcome(tmp_path, ValueError("06-12345678 van Fatima"), monkeypatch)
    assert code == 3
    (report_text,) = tmp_path.glob("routekaart-verslag-*.txt")
    assert str(report_text) in said.replace("\n", "")
    text = report_text.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert re.search(r"test_outcomes\.py:\d+ breaks", text)
    assert "Fatima" not in text + said


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (Interrupted(signal.SIGTERM), 143), (Interrupted(signal.SIGHUP), 129)],
)
def test_being_stopped_is_said_and_has_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    assert outcome(tmp_path, error, monkeypatch) == (code, "Gestopt.\n")


def test_a_reader_that_leaves_is_no_problem(world: World) -> None:
    program = [sys.executable, "-m", "routekaart_cli", "vragen"]
    with subprocess.Popen(program, cwd=world.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as kind:
        assert kind.stdout
        assert kind.stderr
        kind.stdout.read(10)
        kind.stdout.close()
        assert kind.stderr.read() == b""
        assert kind.wait() == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_screen_that_knows_few_characters_still_shows_the_page(world: World, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "routekaart_cli", "fase", "2"],
        cwd=world.folder, capture_output=True, check=True, env={"PYTHONIOENCODING": encoding, "PATH": "/usr/bin"},
    )  # fmt: skip
    text = done.stdout.decode(encoding)
    assert "\n2.1 " in text
    assert "====" in text


def test_a_folder_that_cannot_be_written_loses_nothing_and_says_so(world: World) -> None:
    world.start("wijk.naam=De Weide")
    outcome = world.run("export", "/proc/plan.md")
    assert outcome.code == 1
    assert "opslaan lukt niet" in outcome.stderr


@pytest.mark.parametrize("stream", [">/dev/full", ">&-", "2>&-", "<&-"])
@pytest.mark.parametrize("opdracht", ["fase 3", "--versie", "status --json", "start"])
def test_a_closed_or_full_stream_is_no_fault_of_ours(world: World, opdracht: str, stream: str) -> None:
    world.start("wijk.naam=De Weide")
    line = f"{sys.executable} -m routekaart_cli {opdracht} {stream}"
    done = subprocess.run(["/bin/sh", "-c", line], cwd=world.folder, capture_output=True, check=False, input=b"")
    assert done.returncode in (0, 1, 4)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("path", ["x" * 300, "~geenmens/x.yaml", "/proc/1/root/x.yaml", "een\\twee"])
@pytest.mark.parametrize("opdracht", [["status", "-p"], ["export"], ["start", "--geen-invoer", "--antwoorden"]])
def test_a_path_that_cannot_be_is_said(world: World, opdracht: list[str], path: str) -> None:
    world.start("wijk.naam=De Weide")
    outcome = world.run(*opdracht, path.replace(".yaml", ".md") if opdracht == ["export"] else path)
    assert outcome.code in (0, 1)


def test_a_working_folder_that_is_gone_is_no_fault_of_ours(tmp_path: Path) -> None:
    line = f"mkdir weg && cd weg && rmdir ../weg && {sys.executable} -m routekaart_cli fase 3"
    done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_the_plan_never_replaces_the_project(world: World) -> None:
    world.start("wijk.naam=De Weide")
    before = world.bestand.read_bytes()
    for name in ("routekaart-project.yaml", "./routekaart-project.yaml", "."):
        assert world.run("export", name, "--overschrijf").code in (1, 2)
    assert world.bestand.read_bytes() == before


def test_what_another_window_kept_meanwhile_stays(world: World) -> None:
    from routekaart_cli.domain.antwoorden import Antwoord, Stand
    from routekaart_cli.project import store

    world.start("wijk.naam=De Weide")
    werk = window(world.folder)
    world.run("stap", "de-wijk-in", "--status", "bezig", "--notitie", "belangrijk")
    werk.answer(Inhoud().intake.vragen[1], Antwoord(Stand.GEGEVEN, "Zwolle"))
    antwoorden = store.load(world.bestand).antwoorden
    assert antwoorden["wijk.gemeente"].waarde == "Zwolle"
    assert antwoorden["opstarten.de-wijk-in.notitie"].waarde == "belangrijk"


def test_a_folder_without_permission_is_noticed_before_the_first_question(world: World) -> None:
    outcome = world.run("start", "--toegankelijk", "-p", "nergens/x.yaml", source="De Weide\n")
    assert outcome.code == 1
    assert "opslaan lukt niet (de map of het bestand is er niet)" in outcome.stderr
    assert "Vraag 1" not in outcome.stderr


def test_a_ctrl_c_that_python_would_drop_with_english_comes_a_moment_later(capsys: pytest.CaptureFixture[str]) -> None:
    _again(SimpleNamespace(exc_type=KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)
    assert not capsys.readouterr().err
