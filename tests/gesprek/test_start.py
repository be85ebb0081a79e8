"""`start`: the interview in plain lines, answers by flag and file, stopping and going on."""

from __future__ import annotations

import re

import pytest
from helpers.places import VOORBEELD
from helpers.world import World

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

INTAKE = ("De Weide", "Zwolle", "2", "350", "1 2")
"""The answers to the first part of the small content."""


def test_at_the_start_it_says_how_many_questions_there_are_and_that_one_can_stop(small_world: World) -> None:
    said = " ".join(small_world.lines().stderr.split())
    assert "We beginnen met 12 tot 13 korte vragen" in said
    assert "Je kunt op elk moment stoppen" in said
    assert "routekaart-project.yaml. Routekaart stuurt niets weg." in said
    assert "In de map .routekaart ernaast komen kopieën van jullie laatste avonden." in said
    assert "Er kunnen namen en telefoonnummers in staan." in said


def test_an_answer_is_in_the_file_before_the_next_question(world: World) -> None:
    outcome = world.lines("De Weide")
    assert outcome.code == 0
    assert "Bewaard: De Weide." in outcome.stderr
    assert "waarde: De Weide" in world.bestand.read_text(encoding="utf-8")


def test_a_second_session_goes_on_at_the_first_open_question(small_world: World) -> None:
    small_world.lines("De Weide", "Zwolle")
    said = small_world.lines().stderr
    assert "Welkom terug. Wijk: De Weide. Er zijn 2 antwoorden." in said
    assert "Vraag 3. De wijk. Nog 3 vragen in dit deel." in said


def test_the_form_of_plain_lines_is_fixed(small_world: World) -> None:
    small_world.lines(*INTAKE[:3])
    parts = small_world.lines(*INTAKE[3:]).stderr.split("\n\n")
    assert (
        parts[2]
        == """\
Vraag 5. De wijk. De laatste vraag in dit deel.
Wat houdt de wijk bezig?
1. Groen en natuur
2. Jongeren en spelen
3. Niets bijzonders
Typ een of meer nummers, bijvoorbeeld 1 3. Typ ? voor uitleg, < voor de vorige vraag.
> 1 2
Bewaard: groen en natuur, jongeren en spelen."""
    )


def test_back_and_enter_leave_the_file_as_it_was_to_the_byte(small_world: World) -> None:
    small_world.lines(*INTAKE)
    before = small_world.bestand.read_bytes()
    said = small_world.lines(*["<"] * 5, *[""] * 5).stderr
    assert small_world.bestand.read_bytes() == before
    assert said.count("Vraag 1. De wijk.") == 1
    assert said.count("Vraag 6. Jullie groep.") == 2


def test_before_the_first_question_there_is_nothing(world: World) -> None:
    assert "Dit is de eerste vraag." in world.lines("<").stderr


@pytest.fixture
def begun(small_world: World) -> World:
    """The world of a group that comes to the choice of a fase, after a vraag that hangs on the one before it."""
    small_world.start(*(f"{vraag.id}=weet ik nog niet" for vraag in small_world.inhoud.intake.vragen[:10]))
    small_world.start("groep.subsidie=ja", "groep.sinds=1-3-2026")
    return small_world


def test_a_condition_skips_a_question_and_a_change_parks_and_returns_its_answer(begun: World) -> None:
    gone = begun.lines("<", "<", "n").stderr
    assert "Door deze verandering geldt 1 ander antwoord niet meer." in gone
    assert "groep.sinds" in begun.bestand.read_text(encoding="utf-8")
    assert "1 eerder antwoord geldt nu weer." in begun.lines("<", "j").stderr


def test_later_is_asked_again_at_the_end(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] in (None, 1)))
    world.start("groep.naam=:later")
    said = world.lines("Weide Warm").stderr
    assert "Jullie bewaarden 1 vraag voor later. Die komt nu." in said
    assert store.load(world.bestand).antwoorden["groep.naam"].waarde == "Weide Warm"


def test_help_explains_and_asks_again(world: World, inhoud: Inhoud) -> None:
    said = world.lines("?").stderr
    assert inhoud.intake.vragen[0].waarom in said
    assert "Bijvoorbeeld: " in said
    assert said.count(inhoud.intake.vragen[0].vraag) == 2


def test_an_answer_that_begins_with_a_colon_is_typed_with_two(world: World) -> None:
    assert "Dat kennen we niet." in world.lines(":wijk").stderr
    world.lines("::wijk")
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == ":wijk"


def test_the_advice_comes_with_its_reason_and_enter_takes_it(begun: World) -> None:
    said = begun.lines("").stderr
    assert "Ons advies: begin met fase 2, Doen. Jullie zijn al begonnen." in said
    assert "Fase 2, Doen. Bij elk van de 2 stappen" in said
    assert store.load(begun.bestand).antwoorden["stand.fase"].waarde == "doen"


def test_a_chosen_fase_is_an_answer_like_any_other(world: World) -> None:
    world.run("start", "--geen-invoer", "--fase", "4")
    assert store.load(world.bestand).antwoorden["stand.fase"].waarde == "besluiten"


def test_a_group_that_only_looks_around_answers_one_question_a_stap(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    said = world.lines("1", "3", "4").stderr
    assert said.count("\nVraag ") == 3
    assert "Klaar. Fase 5, Uitvoeren: alle vragen zijn beantwoord." in said


def test_a_finished_fase_gives_way_to_the_next(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=besluiten")
    world.start(*(f"{v['id']}=klaar" for v in vragen if v["fase"] == 4 and v["id"].endswith(".status")))
    assert "Fase 5, Uitvoeren." in world.lines().stderr


def test_a_group_that_comes_back_is_asked_how_the_stappen_are_doing(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    world.lines("1", "3", "1")
    said = world.lines("j", "3", "4").stderr
    assert "Willen jullie bijwerken hoe het met de stappen staat?" in said
    assert "Stap 5.2" not in said
    status = [stap["status"] for stap in world.run("fase", "5", "--json").gegevens["stappen"]]
    assert status == ["klaar", "klaar", "past-niet"]


def test_each_field_of_a_person_is_kept_at_once(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None and v["id"] != "groep.mensen"))

    world.lines("1", "Fatima", "trekker", "", "1", "Kees", "", "06-1")
    people_typed = store.load(world.bestand).antwoorden["groep.mensen"].waarde
    assert people_typed == ({"naam": "Fatima", "rol": "trekker"}, {"naam": "Kees", "contact": "06-1"})


def test_a_list_is_changed_and_shortened(world: World) -> None:
    world.start("groep.mensen=Fatima; trekker | Kees")
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    preceding = [v["id"] for v in vragen if v["fase"] is None]
    world.start(*(f"{id_}=weet ik nog niet" for id_ in preceding[: preceding.index("groep.mensen")]))
    world.lines("<", "3", "2", "", "techniek", "", "4", "1", "2")
    assert store.load(world.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Kees", "rol": "techniek"},)


def test_an_unknown_id_is_refused_with_the_nearest_and_nothing_is_kept(world: World) -> None:
    outcome = world.run("start", "--geen-invoer", "--antwoord", "wijk.naam=X", "--antwoord", "wijk.namm=Y")
    assert outcome.code == 2
    assert "De vraag 'wijk.namm' bestaat niet." in outcome.stderr
    assert "Bedoel je 'wijk.naam'?" in outcome.stderr
    assert not world.bestand.exists()


@pytest.mark.parametrize(
    ("antwoord", "phrase"),
    [
        ("wijk.woningen=veel", "bijvoorbeeld 350 of 1.200"),
        ("wijk.provincie=overijsel", "Bedoel je 'overijssel'?"),
        ("overheid.contact=misschien", "Typ j voor ja of n voor nee."),
        ("opstarten.de-wijk-in.wanneer=ooit", "bijvoorbeeld 31-1-2027, 31 jan of eind maart"),
        ("wijk.naam=", "Hier is een antwoord nodig."),
        ("wijk.naam", "mist een =-teken"),
    ],
)
def test_a_wrong_value_is_refused_with_an_accepted_example(world: World, antwoord: str, phrase: str) -> None:
    outcome = world.run("start", "--geen-invoer", "--antwoord", "wijk.gemeente=Zwolle", "--antwoord", antwoord)
    assert outcome.code == 2
    assert phrase in outcome.stderr
    assert not world.bestand.exists()


def test_a_yaml_file_gives_answers_of_every_soort(world: World) -> None:
    (world.folder / "ja.yaml").write_text(
        "wijk.naam: NO\nwijk.woningen: 1_200\nwijk.bezit: [koop, vve]\n", encoding="utf-8"
    )
    assert world.run("start", "--geen-invoer", "--antwoorden", "ja.yaml").code == 2
    (world.folder / "ja.yaml").write_text(
        "wijk.naam: NO\nwijk.bezit: [koop, vve]\nwijk.woningen: 1.200\n"
        "groep.mensen:\n  - naam: Fatima\n    rol: trekker\n",
        encoding="utf-8",
    )
    assert world.run("start", "--geen-invoer", "--antwoorden", "ja.yaml").code == 0
    antwoorden = store.load(world.bestand).antwoorden
    assert antwoorden["wijk.naam"].waarde == "NO"
    assert antwoorden["wijk.woningen"].waarde == "1200"
    assert antwoorden["wijk.bezit"].waarde == ("koop", "vve")
    assert antwoorden["groep.mensen"].waarde == ({"naam": "Fatima", "rol": "trekker"},)


def test_a_whole_project_file_can_be_given_as_answers(world: World) -> None:
    assert world.run("start", "--geen-invoer", "--antwoorden", str(VOORBEELD)).code == 0
    given, bron = store.load(world.bestand).antwoorden, store.load(VOORBEELD).antwoorden
    assert given.keys() == bron.keys()
    assert all(given[vraag_id].same(bron[vraag_id]) for vraag_id in bron)
    assert {antwoord.stand for antwoord in given.values()} >= {Stand.ONEENS, Stand.LATER, Stand.WEET_NIET}


def test_an_answer_that_does_not_count_is_kept_and_said(world: World) -> None:
    outcome = world.run(
        "start", "--geen-invoer", "--antwoord", "overheid.contact=nee", "--antwoord", "overheid.contactpersoon=Sanne"
    )
    assert "het antwoord op 'overheid.contactpersoon' is bewaard, maar telt nu niet mee" in " ".join(
        outcome.stderr.split()
    )


def test_without_a_terminal_it_names_the_open_questions_and_the_flags(small_world: World) -> None:
    for flag in ([], ["--geen-invoer"]):
        outcome = small_world.run("start", *flag)
        assert outcome.code == 4
        assert "wijk.naam: Hoe heet jullie wijk?" in outcome.stderr
        assert "--antwoord ID=WAARDE" in outcome.stderr
        assert "--antwoorden BESTAND" in outcome.stderr


def test_the_end_of_a_pipe_is_stopping(world: World) -> None:
    outcome = world.lines("De Weide")
    assert (outcome.code, outcome.stdout) == (0, "")
    assert outcome.stderr.endswith("Ga verder met:\nroutekaart start --toegankelijk\n")


def test_the_outcome_as_json_holds_what_is_open(world: World) -> None:
    data = world.run("start", "--geen-invoer", "--antwoord", "wijk.naam=De Weide", "--json").gegevens
    assert data["antwoorden"] == 1
    assert data["open"][0] == "wijk.gemeente"


def test_a_group_that_does_not_agree_keeps_every_opinion_with_who_holds_it(small_world: World) -> None:
    said = small_world.lines("De Weide", "<", ":oneens", "Fatima", "Weidedorp", "Kees", "2").stderr
    assert "Bewaard: We zijn het nog niet eens: De Weide (Fatima) / Weidedorp (Kees)." in said
    assert "Vraag 2. De wijk." in said
    plan = small_world.run("export", "-").stdout
    assert "eens:\n  - De Weide (dit zegt Fatima)\n  - Weidedorp (dit zegt Kees)\n" in plan


def test_a_disagreement_that_stopped_halfway_is_a_draft_and_no_answer(world: World) -> None:
    world.lines(":oneens", "De Weide")
    project = store.load(world.bestand)
    assert "wijk.naam" not in project.antwoorden
    assert project.concepten["wijk.naam"].waarde == "De Weide"
    assert world.run("status", "--json").gegevens["wijk"] is None
    said = world.lines(":oneens", "Fatima", "Weidedorp").stderr
    assert "Dit ligt er al: De Weide. Verder daarmee? Typ :oneens." in " ".join(said.split())
    assert "wijk.naam" not in store.load(world.bestand).antwoorden
    world.lines(":oneens", "1", "Het Dorp", "", "2")
    project = store.load(world.bestand)
    opinions = [(side.waarde, side.door) for side in project.antwoorden["wijk.naam"].alternatieven]
    assert opinions == [("De Weide", "Fatima"), ("Weidedorp", ""), ("Het Dorp", "")]
    assert not project.concepten


def test_whoever_agrees_after_all_is_rid_of_the_draft(world: World) -> None:
    world.lines(":oneens", "De Weide")
    world.lines("Het Dorp", ":stop")
    project = store.load(world.bestand)
    assert (project.antwoorden["wijk.naam"].waarde, project.concepten) == ("Het Dorp", {})


def test_only_wis_takes_an_answer_away(begun: World) -> None:
    begun.lines("<", "<", ":wis")
    antwoorden = store.load(begun.bestand).antwoorden
    assert "groep.subsidie" not in antwoorden
    assert "groep.sinds" in antwoorden
    assert "Vraag 11. Waar staan jullie?" in begun.lines().stderr


def test_a_list_that_somebody_wrote_as_text_or_in_opinions_is_never_lost(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None))
    for written in ("waarde: Jan en Piet", "waarde: [Jan, Piet]", "alternatieven: [{waarde: [{naam: Jan}]}]"):
        project = world.bestand.read_text(encoding="utf-8")
        bare = re.sub(r"  groep.mensen:\n(    .*\n)+", f"  groep.mensen:\n    {written}\n", project)
        world.bestand.write_text(bare, encoding="utf-8")
        review = world.run("nakijken", "groep.mensen", "--toegankelijk", source="1\nLies\n\n\n2\n")
        assert review.code == 0
        people_typed = str(store.load(world.bestand).antwoorden["groep.mensen"].waarde)
        assert "Jan" in people_typed
        assert "Lies" in people_typed


def test_another_fase_can_be_chosen_after_going_back(begun: World) -> None:
    begun.start("stand.fase=doen")
    assert "Fase 1, Beginnen. Bij elk van de 2 stappen" in begun.lines("1", "<", "<", "1").stderr


def test_every_opdracht_is_understood_when_the_stappen_are_brought_up_to_date(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    world.lines("1", "1", "1")
    said = world.lines("?", ":overzicht", ":stop").stderr
    assert "Bij elke stap die nog niet klaar is" in said
    assert "- Status: Nog niet begonnen" in said
    assert said.endswith("Ga verder met:\nroutekaart start --toegankelijk\n")


def test_the_name_of_a_person_cannot_be_emptied_and_that_says_how_to_take_somebody_out(world: World) -> None:
    world.start("groep.mensen=Fatima | Kees; techniek")
    said = world.run("nakijken", "groep.mensen", "--toegankelijk", source="3\n2\n:wis\n\n:wis\n\n\n2\n").stderr
    assert "Dit kan niet leeg. Weghalen kan in de lijst, met: Iets weghalen." in said
    assert store.load(world.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Fatima"}, {"naam": "Kees"})


def test_a_list_that_somebody_wrote_as_text_stands_in_the_plan(world: World) -> None:
    world.start("wijk.naam=De Weide")
    for written in ("Jan en Piet", "[Jan en Piet]"):
        world.bestand.write_text(f"formaat: 1\nantwoorden:\n  groep.mensen: {{waarde: {written}}}\n", encoding="utf-8")
        assert "| Jan en Piet |" in world.run("export", "-").stdout


def test_a_lijst_is_put_in_another_order(world: World) -> None:
    world.start("groep.mensen=Ada|Ben|Cor")
    said = world.run("nakijken", "groep.mensen", "--toegankelijk", source="5\n3\n1\n2\n").stderr
    assert "1. Bovenaan\n2. Onder Ada\n3. Onder Ben\n" in said
    assert "  1. Cor\n  2. Ada\n  3. Ben\n" in said
    names = [record["naam"] for record in store.load(world.bestand).antwoorden["groep.mensen"].waarde]  # type: ignore[index]
    assert names == ["Cor", "Ada", "Ben"]


def test_going_back_while_ordering_a_lijst_changes_nothing(world: World) -> None:
    world.start("groep.mensen=Ada|Ben")
    before = world.bestand.read_bytes()
    world.run("nakijken", "groep.mensen", "--toegankelijk", source="5\n<\n5\n2\n<\n2\n")
    assert world.bestand.read_bytes() == before


def test_a_province_is_known_by_what_people_call_it(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    said = small_world.lines("Friesland").stderr
    assert "'Friesland' staat niet in de lijst. Bedoel je 'Fryslân'? Typ een nummer van 1 tot 2." in said


def test_a_keuze_is_known_by_its_words_without_their_dashes(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    vraag = find.vraag(world.inhoud, "wijk.provincie")
    for antwoord in world.inhoud.intake.vragen[: world.inhoud.intake.vragen.index(vraag)]:
        world.start(f"{antwoord.id}=weet ik nog niet")
    world.lines("noord brabant")
    assert store.load(world.bestand).antwoorden[vraag.id].waarde == "noord-brabant"


def test_in_plain_lines_the_question_comes_before_what_its_stap_is_about_and_help_does_not_repeat_that(
    world: World, inhoud: Inhoud
) -> None:
    world.start(*(f"{vraag.id}=weet ik nog niet" for vraag in inhoud.intake.vragen), "stand.fase=uitvoeren")
    stap = inhoud.fase("uitvoeren").stappen[0]
    start = stap.uitleg.partition("\n")[0]
    said = world.lines("?").stderr
    assert said.count(start) == 1
    assert said.index(stap.vragen[0].vraag) < said.index(start) < said.index("\n> ")


def test_a_pipe_that_is_refused_five_times_in_a_row_stops_and_says_what_was_wanted(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    outcome = world.run("start", "--toegankelijk", source="onzin\n" * 10_000)
    assert outcome.code == 4
    assert outcome.stderr.count("onzin") < 20
    assert "Vijf antwoorden achter elkaar pasten niet bij de vraag: In welke provincie" in " ".join(
        outcome.stderr.split()
    )
    assert len(store.load(world.bestand).antwoorden) == 2


@pytest.mark.parametrize("line", ["?", "<", ":overzicht", ":wis", ":oneens"])
def test_a_pipe_without_end_and_without_answers_ends(world: World, line: str) -> None:
    outcome = world.run("start", "--toegankelijk", source=f"{line}\n" * 20_000)
    assert outcome.code == 4
    assert "Er komen regels binnen, maar geen antwoorden." in outcome.stderr


@pytest.mark.parametrize(
    ("typed", "stand"),
    [
        ("Weten we niet.", Stand.WEET_NIET), ("geen idee", Stand.WEET_NIET), ("Onbekend", Stand.WEET_NIET),
        ("nog niet bekend", Stand.WEET_NIET), ("nvt", Stand.LEEG), ("N.v.t.", Stand.LEEG),
        ("niet van toepassing", Stand.LEEG),
    ],
)  # fmt: skip
def test_not_knowing_is_understood_as_people_say_it(world: World, typed: str, stand: Stand) -> None:
    world.start(f"wijk.woningen={typed}")
    assert store.load(world.bestand).antwoorden["wijk.woningen"].stand is stand
