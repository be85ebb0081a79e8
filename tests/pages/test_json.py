"""Every JSON document keeps to the schema that we publish of it, whatever the language of the computer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from helpers.pages import READING, naam
from helpers.world import World
from jsonschema import Draft202012Validator

from routekaart_cli.cli import json_schema
from routekaart_cli.cli.app import COMMANDS

WRITING: tuple[tuple[str, ...], ...] = (
    ("start", "--geen-invoer", "--antwoord", "wijk.woningen=320"),
    ("stap", "2.4", "--status", "bezig"),
    ("export", "-"),
    ("export", "plan.md"),
    ("export", "plan.html", "--zonder-persoonsgegevens"),
    ("werkblad",),
    ("werkblad", "3", "--formaat", "yaml", "--naar", "blad.yaml"),
    ("agenda",),
    ("agenda", "agenda.md"),
    ("terugdraaien",),
    ("terugdraaien", "--opnieuw"),
    ("samenvoegen", "kopie.yaml"),
    ("kopie", "nog-een.yaml"),
    ("vergeet", "Kees", "--geen-invoer"),
)
WITHOUT_SCHEMA = {"voltooiing"}
"""It gives a script."""


def check(document: Any) -> None:
    """Hold *document* against the schema of its command and against that of all documents."""
    for schema in (json_schema.document(document["opdracht"]), json_schema.of_all()):
        Draft202012Validator(schema).validate(document)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("args", [*READING, *WRITING], ids=naam)
def test_the_document_of_a_command_keeps_to_its_schema(zonnehoek: World, args: tuple[str, ...]) -> None:
    kopie = zonnehoek.folder / "kopie.yaml"
    kopie.write_bytes(zonnehoek.bestand.read_bytes().replace(b"waarde: Voorbeeldstad", b"waarde: Elders"))
    for wijziging in (["--wie", "Kees"], ["--notitie", "Later"]):
        zonnehoek.run("stap", "2.5", *wijziging)
    zonnehoek.run("terugdraaien")
    outcome = zonnehoek.run(*args, "--json")
    assert outcome.code == 0, outcome.stderr
    document = json.loads(outcome.stdout)
    assert document["opdracht"] == (args[0] if args else "routekaart")
    check(document)


@pytest.mark.parametrize(
    "args", [args for args in READING if args[:1] not in (("nakijken",), ("terugdraaien",))], ids=naam
)
def test_without_a_project_a_document_or_an_error_keeps_to_its_schema(world: World, args: tuple[str, ...]) -> None:
    outcome = world.run(*args, "--json")
    if outcome.code:
        Draft202012Validator(json_schema.of_all()).validate(json.loads(outcome.stderr))
        assert not outcome.stdout
    else:
        check(json.loads(outcome.stdout))


@pytest.mark.parametrize(
    "args", [["fase", "9"], ["stap"], ["status", "-p", "nergens.yaml"], ["zoek"], ["fsae"]], ids=str
)
def test_an_error_keeps_to_its_schema(world: World, args: list[str]) -> None:
    outcome = world.run(*args, "--json")
    error = json.loads(outcome.stderr)
    Draft202012Validator(json_schema.of_all()).validate(error)
    assert error["fout"]["code"] == outcome.code


def test_every_command_with_json_has_a_schema_that_is_a_schema(world: World) -> None:
    assert {opdracht.naam for opdracht in COMMANDS} - WITHOUT_SCHEMA == set(json_schema.DOCUMENTS) - {"routekaart"}
    Draft202012Validator.check_schema(json.loads(world.run("--json-schema").stdout))
    for opdracht in set(json_schema.DOCUMENTS) - {"routekaart"}:
        schema = json.loads(world.run(opdracht, "--json-schema").stdout)
        Draft202012Validator.check_schema(schema)
        assert schema == json.loads(json.dumps(json_schema.document(opdracht)))
    assert "geeft geen JSON" in world.run("voltooiing", "--json-schema").stderr


def test_a_schema_refuses_a_field_that_is_missing_strange_or_of_another_kind(zonnehoek: World) -> None:
    document = json.loads(zonnehoek.run("status", "--json").stdout)
    for different in ({}, {"vreemd": 1}, {"bestand": 3}):
        data = {**document["gegevens"], **different}
        if not different:
            del data["acties"]
        assert list(Draft202012Validator(json_schema.document("status")).iter_errors({**document, "gegevens": data}))


def test_a_schema_refuses_what_is_no_date_no_moment_and_none_of_the_words(zonnehoek: World) -> None:
    zonnehoek.run("stap", "2.5", "--wie", "Kees")
    for args, old, different in (
        (("actueel",), '"gecontroleerd_op": "2', '"gecontroleerd_op": "op 2'),
        (("terugdraaien", "--lijst"), '"moment": "2', '"moment": "op 2'),
        (("zoek", "jongere"), '"soort": "stap"', '"soort": "stop"'),
        (("vragen",), '"fase": 1', '"fase": 6'),
    ):
        text = zonnehoek.run(*args, "--json").stdout
        document = json.loads(text.replace(old, different, 1))
        assert document != json.loads(text)
        assert list(Draft202012Validator(json_schema.document(args[0])).iter_errors(document))


@pytest.mark.parametrize("language", ["C", "POSIX", "nl_NL.ISO-8859-1"])
def test_json_is_ascii_in_any_language_of_the_computer(zonnehoek: World, language: str) -> None:
    environ = {name: waarde for name, waarde in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONIO"))}
    for args in (["contact", "fryslan"], ["status"], ["zoek", "coöperatie"]):
        done = subprocess.run(
            [sys.executable, "-X", "utf8=0", "-m", "routekaart_cli", *args, "--json"],
            cwd=zonnehoek.folder, capture_output=True, check=True,
            env={**environ, "LANG": language, "LC_ALL": language, "PYTHONCOERCECLOCALE": "0"},
        )  # fmt: skip
        check(json.loads(done.stdout.decode("ascii")))


def test_keys_are_ascii_snake_case() -> None:
    def keys(schema: object) -> set[str]:
        if isinstance(schema, dict):
            return {*schema.get("properties", {})} | {key for part in schema.values() for key in keys(part)}
        return {key for part in schema for key in keys(part)} if isinstance(schema, list) else set()

    assert not [key for key in keys(json_schema.of_all()) if not re.fullmatch(r"[a-z]+(_[a-z]+)*", key)]
