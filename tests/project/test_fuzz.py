"""Any bytes and any structure as a project file: no traceback, an exit code of the table, and the file unchanged.

The same target as the longer runs of tests/fuzz.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from fuzz.target import CASES, Target
from helpers.places import PROJECTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routekaart_cli.inhoud.folder import Inhoud

WORDS = (
    b"formaat: 1\n", b"antwoorden:\n", b"waarde: ", b"open: later\n", b"alternatieven:\n", b"door: ", b"gewijzigd: ",
    b"  ", b"- ", b": ", b"\n", b"{", b"}", b"[", b"]", b"'", b'"', b"|", b">", b"#", b"&a ", b"*a", b"!", b"\t",
    b"\x00", b"\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xf0\x9f\x8e\x89", b"9" * 50, b"---\n",
    b"<<: ", b"\\",
)  # fmt: skip
PROJECT = (PROJECTS / "formaat-1.yaml").read_bytes()
IDS = [vraag.id for vraag in Inhoud().vragen]

los = st.text(max_size=12) | st.sampled_from(["ja", "bezig", "2026-13-45", "2", "overijssel", "\x1b[2J", "[/b]", "| a"])
structuur = st.recursive(
    los, lambda kind: st.lists(kind, max_size=4) | st.dictionaries(los, kind, max_size=4), max_leaves=8
)
antwoord = structuur | st.fixed_dictionaries(
    {},
    optional={
        "waarde": structuur,
        "open": st.sampled_from(["later", "weet-ik-nog-niet", "x"]),
        "gewijzigd": los | st.just("2026-11-23T20:00:00+00:00"),
        "door": los,
        "alternatieven": st.lists(st.fixed_dictionaries({"waarde": structuur}, optional={"door": los}), max_size=3),
    },
)
projecten = st.fixed_dictionaries(
    {
        "formaat": st.sampled_from(["1", "1", "1", "2", "0", "een"]),
        "antwoorden": st.dictionaries(st.sampled_from(IDS) | los, antwoord, max_size=6) | structuur,
    },
    optional={"kleur": structuur},
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good project file in which pieces were cut, doubled or put elsewhere."""
    data = PROJECT
    for _ in range(draw(st.integers(1, 4))):
        origin, until = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        until = min(until, origin + 40)
        match draw(st.sampled_from(["weg", "dubbel", "erbij"])):
            case "weg":
                data = data[:origin] + data[until:]
            case "dubbel":
                data = data[:until] + data[origin:until] + data[until:]
            case _:
                data = data[:origin] + draw(st.sampled_from(WORDS)) + data[origin:]
    return data


SOORTEN: dict[str, st.SearchStrategy[bytes]] = {
    "bytes": st.binary(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=40).map(b"".join),
    "damaged files": damaged(),
    "structures": projecten.map(lambda part: yaml.safe_dump(part, allow_unicode=True, sort_keys=False).encode()),
}


@pytest.mark.how_many(150, 6_800)
@pytest.mark.parametrize("soort", SOORTEN)
def test_whatever_stands_in_the_file_is_read_or_refused(
    tmp_path: Path, soort: str, how_many: int, record_property: Callable[[str, int], None]
) -> None:
    target = Target(tmp_path)
    counter = itertools.count()

    @settings(max_examples=how_many, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(data=SOORTEN[soort])
    def probeer(data: bytes) -> None:
        next(counter)
        target.try_bytes(data)

    probeer()
    assert target.geweigerd
    record_property("fuzz cases", next(counter))
    record_property("of which were accepted as a project", target.aangenomen)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_what_a_fuzzer_once_found_stays_mended(tmp_path: Path, case: Path) -> None:
    Target(tmp_path).try_bytes(case.read_bytes())
