"""What is kept of the content: never older than the files, never another's, and never a reason for another answer."""

from __future__ import annotations

import os
import pickle
import shutil
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from helpers.content import change, copy

from routekaart_cli.errors import UnreadableFile
from routekaart_cli.files import read_bytes
from routekaart_cli.inhoud import cache, check, find, folder
from routekaart_cli.inhoud.folder import Inhoud

TODAY = date(2026, 11, 25)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of one's own, that is used."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(cache, "_folder", lambda: tmp_path / "cache" / "inhoud")
    return tmp_path / "cache" / "inhoud"


@pytest.fixture
def kopie(inhoud: Inhoud, tmp_path: Path) -> Path:
    return copy(inhoud, tmp_path / "content")


def test_what_is_kept_counts_only_while_its_file_is_unchanged(kept: Path, kopie: Path) -> None:
    old = f"{Inhoud(kopie).routekaart.titel}\n"
    for title in ("Eerste\n", "Een andere titel\n"):
        change(kopie, "routekaart.yaml", old, title)
        old = title
        assert Inhoud(kopie).routekaart.titel == title.strip()
        assert Inhoud(kopie).routekaart == Inhoud(kopie).routekaart
    assert len(list(kept.iterdir())) == 1


def test_all_content_is_the_same_read_or_kept(kept: Path, inhoud: Inhoud, kopie: Path) -> None:
    for _ in range(2):
        again = Inhoud(kopie)
        for name in ("routekaart", "intake", "all_fasen", "begrippen", "actueel", "contact", "onderwerpen"):
            assert getattr(again, name) == getattr(inhoud, name)
    assert len({path.suffix for path in kept.iterdir()}) == 12


def test_what_was_kept_is_not_read_again(kept: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Inhoud(kopie).vragen
    monkeypatch.setattr(folder, "read_bytes", None)
    assert Inhoud(kopie).vragen == before


def test_the_intake_follows_the_titles_of_the_fasen(kept: Path, kopie: Path) -> None:
    title = Inhoud(kopie).fase("verdiepen").titel
    assert find.vraag(Inhoud(kopie), "stand.fase").keuzes[2].tekst == f"Fase 3: {title}"
    change(kopie, "fasen/3-verdiepen.yaml", f"titel: {title}\n", "titel: Dieper kijken\n")
    assert find.vraag(Inhoud(kopie), "stand.fase").keuzes[2].tekst == "Fase 3: Dieper kijken"


def test_a_fase_follows_the_vragen_that_every_stap_has(kept: Path, kopie: Path) -> None:
    assert Inhoud(kopie).fase("verdiepen")
    change(kopie, "routekaart.yaml", "kort: Wie", "kort: Wie dan")
    fase = Inhoud(kopie).fase("verdiepen")
    assert any(vraag.kort.startswith("Wie dan") for vraag in fase.vragen)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:4] + b"rommel",
        lambda data: data[:-1],
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: data[:4] + b"another key" + data[4:],
    ],
)
def test_a_damaged_one_is_read_anew(kept: Path, kopie: Path, damage: Callable[[bytes], bytes]) -> None:
    before = Inhoud(kopie).begrippen
    (file,) = kept.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert Inhoud(kopie).begrippen == before


def test_one_that_holds_something_else_is_read_anew(kept: Path, kopie: Path) -> None:
    before = Inhoud(kopie).begrippen
    (file,) = kept.iterdir()
    body = file.read_bytes()[4:].partition(b"\x80\x05")[0] + b"\x80\x05no pickle"
    file.write_bytes(zlib.crc32(body).to_bytes(4, "big") + body)
    assert Inhoud(kopie).begrippen == before


@pytest.mark.skipif(os.name != "posix", reason="files have an owner and permissions only there")
def test_nobody_else_can_read_or_write_it_whatever_the_umask(kept: Path, kopie: Path) -> None:
    before = os.umask(0)
    try:
        assert Inhoud(kopie).begrippen
    finally:
        os.umask(before)
    (file,) = kept.iterdir()
    assert [path.stat().st_mode & 0o777 for path in (file, kept, kept.parent)] == [0o600, 0o700, 0o700]


@pytest.mark.skipif(os.name != "posix", reason="files have an owner and permissions only there")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755])
def test_a_folder_that_is_open_for_others_is_not_used(kept: Path, kopie: Path, mode: int) -> None:
    before = Inhoud(kopie).begrippen
    (file,) = kept.iterdir()
    head, _, body = file.read_bytes()[4:].partition(b"\x80\x05")
    planted = head + pickle.dumps(before[:1])
    assert body
    file.write_bytes(zlib.crc32(planted).to_bytes(4, "big") + planted)
    assert len(Inhoud(kopie).begrippen) == 1  # whoever can write there decides what we show
    kept.chmod(mode)
    assert Inhoud(kopie).begrippen == before


@pytest.mark.skipif(os.name != "posix", reason="a link to a folder")
def test_a_folder_that_is_a_link_is_not_used(kept: Path, kopie: Path, tmp_path: Path) -> None:
    kept.parent.mkdir()
    (tmp_path / "elders").mkdir(mode=0o700)
    kept.symlink_to(tmp_path / "elders")
    assert Inhoud(kopie).begrippen
    assert not list((tmp_path / "elders").iterdir())


def test_what_is_kept_does_not_grow_without_end(
    kept: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cache, "_MOST", 3)
    for number in range(5):
        (tmp_path / str(number)).mkdir()
        shutil.copy(kopie / "begrippen.yaml", tmp_path / str(number))
        assert Inhoud(tmp_path / str(number)).begrippen
    assert len(list(kept.iterdir())) == 3


def test_content_that_changes_while_it_is_read_is_read_again(
    kept: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Inhoud(kopie).begrippen[0]
    change(kopie, "begrippen.yaml", first.uitleg, "Dit is oud.")

    def read_and_write(path: Path, name: str) -> bytes:
        as_read = read_bytes(path, name)
        change(kopie, "begrippen.yaml", "Dit is oud.", "Dit is nieuw.")
        return as_read

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(folder, "read_bytes", read_and_write)
        assert Inhoud(kopie).begrippen[0].uitleg == "Dit is oud."
    assert Inhoud(kopie).begrippen[0].uitleg == "Dit is nieuw."


def test_a_file_that_is_wrong_is_wrong_every_time(kept: Path, kopie: Path) -> None:
    change(kopie, "begrippen.yaml", "begrippen:", "begripen:")
    for _ in range(2):
        with pytest.raises(UnreadableFile, match="onbekend veld 'begripen'"):
            _ = Inhoud(kopie).begrippen


def test_one_check_gives_one_answer_whatever_was_read_before(kept: Path, kopie: Path) -> None:
    text = change(kopie, "actueel.yaml", "- verdiepen.stappenplan\n", "- verdiepen.stapenplan\n")
    line = text[: text.index("verdiepen.stapenplan")].count("\n") + 1
    expected = (
        f"content/actueel.yaml:{line}: er is geen fase, stap of begrip met het id 'verdiepen.stapenplan'. "
        "Bedoel je 'verdiepen.stappenplan'?"
    )
    for before in ("besluiten", "verdiepen", "verdiepen"):
        broken = Inhoud(kopie)
        assert broken.actueel_for(broken.fase(before))
        assert not check.in_files(broken)
        assert check.between_files(broken, TODAY) == (expected,)
