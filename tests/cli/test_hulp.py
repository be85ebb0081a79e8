"""`hulp`: help on every command and subject, and a conversation in it that is really so."""

from __future__ import annotations

import re

import pytest
from helpers.places import README
from helpers.world import World

from routekaart_cli.cli.app import COMMANDS
from routekaart_cli.inhoud.folder import Inhoud


@pytest.mark.parametrize("name", [opdracht.naam for opdracht in COMMANDS])
def test_hulp_of_a_command_is_its_own_help(world: World, name: str) -> None:
    assert world.run("hulp", name).stdout == world.run(name, "--help").stdout


def test_hulp_alone_shows_the_commands_and_the_subjects(world: World) -> None:
    out = world.run("hulp").stdout
    assert out.startswith(world.run("--help").stdout)
    assert "toetsen, toegankelijkheid en exitcodes" in out


@pytest.mark.parametrize("name", ["toetsen", "toegankelijkheid", "exitcodes"])
def test_each_subject_has_a_page_and_a_document(world: World, name: str) -> None:
    assert world.run("hulp", name).code == 0
    assert world.run("hulp", name, "--json").gegevens["id"] == name
    assert "\x1b" not in world.run("hulp", name, "--toegankelijk").stdout


def test_the_help_of_completion_says_how_to_install_it(world: World) -> None:
    assert "~/.bashrc: source <(routekaart voltooiing bash)" in " ".join(world.run("hulp", "voltooiing").stdout.split())


def test_an_unknown_subject_offers_the_nearest(world: World) -> None:
    outcome = world.run("hulp", "toesten")
    assert outcome.code == 2
    assert "Bedoel je 'toetsen'?" in outcome.stderr


def own_words(gesprek: str) -> set[str]:
    """Return what plain lines say of their own in *gesprek*, around the words and the number of the vragen."""
    gesprek = re.sub(r"\d+( tot \d+)?", "N", gesprek)
    gesprek = re.sub(r"^(Vraag N\.) .*?([.?] (?:Nog|De laatste) )", r"\1 X\2", gesprek, flags=re.MULTILINE)
    gesprek = re.sub(r"^(Bewaard|Bijvoorbeeld): .*", r"\1: X", gesprek, flags=re.MULTILINE)
    return set(re.findall(r"^(?:Vraag N|Typ |Bewaard:|Bijvoorbeeld:).*$", gesprek, re.MULTILINE))


def test_the_conversation_in_the_help_is_what_plain_lines_say_around_the_vragen(world: World, inhoud: Inhoud) -> None:
    gesprek = next(onderwerp.gesprek for onderwerp in inhoud.onderwerpen if onderwerp.gesprek)
    typed = re.findall(r"^> (.*)$", gesprek, re.MULTILINE)
    assert len(typed) >= 5
    assert len(own_words(gesprek)) >= 5
    on_to_the_end = ["weet ik nog niet"] * len(inhoud.intake.vragen)  # a vraag of each soort comes by
    assert own_words(gesprek) <= own_words(world.lines(*typed, *on_to_the_end).stderr)


def test_the_readme_knows_the_same_keys_and_exit_codes(inhoud: Inhoud) -> None:
    readme = README.read_text(encoding="utf-8")
    for onderwerp in inhoud.onderwerpen:
        for what, _ in onderwerp.regels:
            if what.startswith((":", "?", "<")) or what[0].isdecimal():
                assert what.partition(",")[0].partition(" ")[0] in readme
