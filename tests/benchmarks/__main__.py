"""Prints how many times as long routekaart takes as the smallest program that loads the same libraries.

Run it with `python tests/benchmarks`. Every pair runs in turn in this one run, and the ratio of the medians counts, so
that a slow or busy machine does not matter. The limits are those of the design; nothing fails here.
"""

from __future__ import annotations

import itertools
import os
import pty
import random
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers import groepen, home

import routekaart_cli
from routekaart_cli.documents import formats
from routekaart_cli.domain import voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Project, Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Delen, Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.inhoud.location import shipped
from routekaart_cli.plan import builder, lezers
from routekaart_cli.plan.records import Lezer
from routekaart_cli.project import to_yaml, versies
from routekaart_cli.project.werk import Werk
from routekaart_cli.project.wijzigingen import LEVELS

HERE = Path(__file__).parent
TIMES = 15
ROUTEKAART = [sys.executable, "-c", "from routekaart_cli.__main__ import main; main()"]
GROWTH = 20
CHARS, ROWS = 100_000, 15_000
GROEPEN = 1000
INHOUD = Inhoud()


def main() -> None:
    """Measure and print each ratio beside its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "thuis").mkdir()
        home.move_home(folder / "thuis")  # whoever has projects would be asked which one, before the first question
        # An installed package is compiled; so is everything here, after the warm-up.
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _print("--versie / bare Typer", 1.2, _ratio(_run(*ROUTEKAART, "--versie"), _run_floor("versie", "--versie")))
        _print("fase 3 / Typer and a panel", 1.25, _ratio(_run(*ROUTEKAART, "fase", "3"), _run_floor("fase", "3")))
        _print(
            "start to the first question / Typer and questionary",
            1.25,
            _ratio(
                lambda: _until_question([*ROUTEKAART, "start"], folder),
                lambda: _until_question([sys.executable, str(HERE / "floor_start.py")], folder),
            ),
        )
        _print("saving 1 of 500 answers / dump, write, fsync, replace", 1.5, _saving(folder))
        _print(f"a lijst of {ROWS} rows written and merged / one half as long", 2.5, _twice(_lijst))
        _print(f"the people taken out of {CHARS} characters and {ROWS} rows / out of half", 2.5, _twice(_people_out))
        _print("the plan of that in Markdown / of half", 2.5, _twice(_plan))
        _print(f"overzicht of {GROEPEN} projects / reading and parsing them", 1.3, _overzicht(folder / "groepen"))
        _print(f"fase 3, content x {GROWTH} / content as it is", 1.2, _growth(folder))


def _print(what: str, limit: float, ratio: float) -> None:
    print(f"{ratio:5.2f}  (limit {limit:.2f})  {what}", flush=True)


def _ratio(own: Callable[[], float], floor: Callable[[], float]) -> float:
    """Return the median of *own* divided by that of *floor*, run in turn after a warm-up."""
    own(), floor()
    pairs = [(own(), floor()) for _ in range(TIMES)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def _run(*opdracht: str, **environ: str) -> Callable[[], float]:
    """Return a function that runs *opdracht* once and returns its seconds."""

    def run() -> float:
        start = time.perf_counter()
        subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL, cwd=HERE, env={**os.environ, **environ})
        return time.perf_counter() - start

    return run


def _run_floor(name: str, *words: str) -> Callable[[], float]:
    return _run(sys.executable, str(HERE / f"floor_{name}.py"), *words)


def _until_question(opdracht: list[str], folder: Path) -> float:
    """Return the seconds until *opdracht* shows its first question on a terminal of its own."""
    start = time.perf_counter()
    kind, handle = pty.fork()
    if kind == 0:
        os.chdir(folder)
        os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"
        os.execv(opdracht[0], opdracht)
    seen = b""
    # The prompt is there when the terminal has been told where its cursor stands.
    while not re.search(rb"Vraag 1\.[\s\S]*\x1b\[\?25h", seen):
        if not select.select([handle], [], [], 20)[0]:
            raise RuntimeError(seen.decode(errors="replace"))
        seen += os.read(handle, 65536)
    duration = time.perf_counter() - start
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    os.close(handle)
    return duration


def _saving(folder: Path) -> float:
    antwoorden = {
        f"deel.vraag-{number}": Antwoord(Stand.GEGEVEN, f"Antwoord {number}: koud, tochtig") for number in range(500)
    }
    project = versies.write(Project(), Project(), antwoorden, "abcd", "2026-11-23T20:00:00")
    bare: dict[str, Any] = yaml.safe_load(to_yaml.dump(project))
    werk = Werk(folder / "eigen.yaml", lambda: datetime.now(UTC).isoformat(timespec="seconds"), print, str, project)
    numbers = itertools.count()

    def answer() -> None:
        werk.answer(Vraag("deel.vraag-1", "", "", Soort.TEKST), Antwoord(Stand.GEGEVEN, str(next(numbers))))

    for _ in range(LEVELS):  # as late on an evening: there is as much to turn back as there can be
        answer()

    def own() -> float:
        start = time.perf_counter()
        answer()
        return time.perf_counter() - start

    def floor() -> float:
        start = time.perf_counter()
        with (folder / "vloer.tmp").open("w", encoding="utf-8") as file:
            yaml.dump(bare, file, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
            file.flush()
            os.fsync(file.fileno())
        (folder / "vloer.tmp").replace(folder / "vloer.yaml")
        return time.perf_counter() - start

    return _ratio(own, floor)


def _twice(work: Callable[[int], Callable[[], object]]) -> float:
    """Return how many times as long the *work* takes on all characters and rows as on half of each."""

    def seconds(part: int) -> Callable[[], float]:
        do = work(part)

        def run() -> float:
            start = time.perf_counter()
            do()
            return time.perf_counter() - start

        return run

    return _ratio(seconds(1), seconds(2))


def _lijst(part: int) -> Callable[[], object]:
    """Return what writes a lijst of one *part*-th of the rows, adds one, and merges both."""
    people = _people(part)

    def run() -> None:
        before = versies.write(Project(), Project(), {"lijst": Antwoord(Stand.GEGEVEN, people[:-1])}, "abcd", "")
        after = versies.write(before, before, {"lijst": Antwoord(Stand.GEGEVEN, people)}, "efgh", "")
        to_yaml.dump(versies.join(before, after))

    return run


def _people(part: int) -> tuple[Record, ...]:
    return tuple({"naam": f"Bewoner {number}", "rol": "Buurman"} for number in range(ROWS // part))


def _long(part: int) -> Antwoorden:
    """Return long answers: in sentences, without a space or a sentence, and of many rows."""
    typed = ("Jan Jansen van nummer 4 zei: bel 06-12345678, of mail naar jan@example.nl.\n\n", "0", "a.", "_*[")
    texts = ((piece * CHARS)[: CHARS // part] for piece in typed)
    long = [vraag.id for vraag in INHOUD.vragen if vraag.soort is Soort.LANGE_TEKST and vraag.delen is Delen.JA]
    people = next(vraag.id for vraag in INHOUD.vragen if vraag.soort is Soort.LIJST)
    waarden: dict[str, Waarde] = {**dict(zip(long, texts, strict=False)), people: _people(part)}
    return {vraag_id: Antwoord(Stand.GEGEVEN, waarde) for vraag_id, waarde in waarden.items()}


def _overzicht(folder: Path) -> float:
    """Compare `overzicht` with reading and parsing the same files, on as many cores."""
    groepen.save(folder, GROEPEN, INHOUD, random.Random(1))
    floor = _run(sys.executable, str(HERE / "floor_overzicht.py"), str(folder))
    return _ratio(_run(*ROUTEKAART, "overzicht", str(folder), "--json"), floor)


def _people_out(part: int) -> Callable[[], object]:
    antwoorden = _long(part)
    return lambda: lezers.select(INHOUD.vragen, antwoorden, Lezer.IEDEREEN)


def _plan(part: int) -> Callable[[], object]:
    """Return what makes a plan of long answers, and Markdown of that."""
    antwoorden, today, formaat = _long(part), datetime.now(UTC).date(), formats.PLAN[0]

    def run() -> None:
        stand = voortgang.overzicht(INHOUD.intake, INHOUD.fasen, INHOUD.zijspoor, antwoorden, today)
        plan = builder.build(INHOUD, stand, today, builder.Omvang(volledig=True, bijlagen=True))
        formaat.make(plan, INHOUD.folder / "sjablonen" / formaat.sjabloon)

    return run


def _growth(folder: Path) -> float:
    """Compare `fase 3` when there is twenty times as much to read, but the same page to show.

    Every other file is twenty times as large, and in the file of fase 3 itself the tips that the page leaves out. The
    words and the news that are added do not occur on the page, but it reads past them.
    """
    ordinary, large = folder / "gewoon", folder / "groot"
    for kopie in (ordinary, large):
        shutil.copytree(Path(routekaart_cli.__file__).parent, kopie / "routekaart_cli")
        shutil.copytree(shipped(), kopie / "content", dirs_exist_ok=True)
    for file in (large / "content").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        if file.name == "3-verdiepen.yaml":
            start, tips, end = re.split(r"^(?=tips:|voorbeelden:)", text, flags=re.MULTILINE)
            silent = re.sub(r"^tips:\n|^    hoofdtip: ja\n", "", tips, flags=re.MULTILINE)
            more = "".join(re.sub(r"(?m)^(  - id: )", rf"\g<1>x{n}-", silent) for n in range(GROWTH - 1))
            file.write_text(f"{start}{tips.rstrip()}\n{more}{end}", encoding="utf-8")
        elif file.name in ("actueel.yaml", "begrippen.yaml"):
            file.write_text(text + "".join(_elsewhere(text, n) for n in range(GROWTH - 1)), encoding="utf-8")
        elif file.name != "routekaart.yaml":
            file.write_text(text * GROWTH, encoding="utf-8")
    return _ratio(
        _run(*ROUTEKAART, "fase", "3", PYTHONPATH=str(large)), _run(*ROUTEKAART, "fase", "3", PYTHONPATH=str(ordinary))
    )


def _elsewhere(text: str, n: int) -> str:
    """Return the records of a content file once more, under ids, words and places that the page of fase 3 has not."""
    _, _, records = text.partition(":\n")
    with_other_id = re.sub(r"(\bid: (?:nu\.)?)", rf"\g<1>x{n}-", records)
    with_other_word = re.sub(
        r"(\bwoord: '?)", rf"\g<1>x{n}", re.sub(r"^    ook: .*\n", "", with_other_id, flags=re.MULTILINE)
    )
    return re.sub(r"hoort_bij:(?: \[.*\]|(?:\n +- [a-z.-]+)+)", "hoort_bij: [gemeente]", with_other_word)


main()
