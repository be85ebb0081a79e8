"""`start`: the interview in plain lines, answers by flag and file, stopping and going on."""

from __future__ import annotations

import re

import pytest
from helpers.places import VOORBEELD
from helpers.world import World

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

INTAKE = ("De Weide", "Zwolle", "4", "350", "1 2", "2", "2", "1", "in 2028")
"""The answers to the first part."""


def test_at_the_start_it_says_how_many_questions_there_are_and_that_one_can_stop(world: World) -> None:
    said = " ".join(world.lines().stderr.split())
    assert "We beginnen met 21 tot 28 korte vragen" in said
    assert "Je kunt op elk moment stoppen" in said
    assert "routekaart-project.yaml. Routekaart stuurt niets weg." in said
    assert "In de map .routekaart ernaast komen kopieën van jullie laatste avonden." in said
    assert "Er kunnen namen en telefoonnummers in staan." in said


def test_an_answer_is_in_the_file_before_the_next_question(world: World) -> None:
    outcome = world.lines("De Weide")
    assert outcome.code == 0
    assert "Bewaard: De Weide." in outcome.stderr
    assert "waarde: De Weide" in world.bestand.read_text(encoding="utf-8")


def test_a_second_session_goes_on_at_the_first_open_question(world: World) -> None:
    world.lines("De Weide", "Zwolle")
    said = world.lines().stderr
    assert "Welkom terug. Wijk: De Weide. Er zijn 2 antwoorden." in said
    assert "Vraag 3. De wijk. Nog 6 tot 7 vragen in dit deel." in said


def test_the_form_of_plain_lines_is_fixed(world: World) -> None:
    world.lines(*INTAKE[:3])
    parts = world.lines(*INTAKE[3:5]).stderr.split("\n\n")
    assert (
        parts[2]
        == """\
Vraag 5. De wijk. Nog 4 tot 5 vragen in dit deel.
Van wie zijn de woningen in de wijk?
1. Van de bewoners zelf
2. Van een woningcorporatie
3. Van een andere verhuurder
4. Van eigenaren samen, met een vereniging van eigenaren (VvE)
Typ een of meer nummers, bijvoorbeeld 1 3. Typ ? voor uitleg, < voor de vorige vraag.
> 1 2
Bewaard: van de bewoners zelf, van een woningcorporatie."""
    )


def test_back_and_enter_leave_the_file_as_it_was_to_the_byte(world: World) -> None:
    world.lines(*INTAKE)
    before = world.bestand.read_bytes()
    said = world.lines(*["<"] * 9, *[""] * 9).stderr
    assert world.bestand.read_bytes() == before
    assert said.count("Vraag 1. De wijk.") == 1
    assert said.count("Vraag 10. Jullie groep.") == 2


def test_before_the_first_question_there_is_nothing(world: World) -> None:
    assert "Dit is de eerste vraag." in world.lines("<").stderr


def test_a_condition_skips_a_question_and_a_change_parks_and_returns_its_answer(world: World) -> None:
    world.lines(*INTAKE)
    gone = world.lines("<", "<", "7").stderr
    assert "Door deze verandering geldt 1 ander antwoord niet meer." in gone
    assert "wijk.momenten-wanneer" in world.bestand.read_text(encoding="utf-8")
    assert "1 eerder antwoord geldt nu weer." in world.lines("<", "1").stderr


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
    assert said.count("Hoe heet jullie wijk of buurt?") == 2


def test_an_answer_that_begins_with_a_colon_is_typed_with_two(world: World) -> None:
    assert "Dat kennen we niet." in world.lines(":wijk").stderr
    world.lines("::wijk")
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == ":wijk"


def test_the_advice_comes_with_its_reason_and_enter_takes_it(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None and v["id"] != "stand.fase"))
    world.start("stand.intentie=ja", "stand.procesplan=nee")
    said = world.lines("").stderr
    assert "Ons advies: begin met fase 2, Plan maken. Bewoners en organisaties willen samen aan de slag." in said
    assert "Fase 2, Plan maken. Bij elk van de 6 stappen" in said
    assert store.load(world.bestand).antwoorden["stand.fase"].waarde == "plan-maken"


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


def test_without_a_terminal_it_names_the_open_questions_and_the_flags(world: World) -> None:
    for flag in ([], ["--geen-invoer"]):
        outcome = world.run("start", *flag)
        assert outcome.code == 4
        assert "wijk.naam: Hoe heet jullie wijk of buurt?" in outcome.stderr
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


def test_a_group_that_does_not_agree_keeps_every_opinion_with_who_holds_it(world: World) -> None:
    said = world.lines("De Weide", "<", ":oneens", "Fatima", "Weidedorp", "Kees", "2").stderr
    assert "Bewaard: We zijn het nog niet eens: De Weide (Fatima) / Weidedorp (Kees)." in said
    assert "Vraag 2. De wijk." in said
    plan = world.run("export", "-").stdout
    assert "eens:\n  - De Weide (dit zegt Fatima)\n  - Weidedorp (dit zegt Kees)\n" in plan


def test_an_opinion_is_kept_before_the_next_one_is_asked(world: World) -> None:
    world.lines(":oneens", "De Weide")
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == "De Weide"
    world.lines("<", ":oneens", "Fatima", "Weidedorp")
    meningen = store.load(world.bestand).antwoorden["wijk.naam"].alternatieven
    assert [(opinion.waarde, opinion.door) for opinion in meningen] == [("De Weide", "Fatima"), ("Weidedorp", "")]
    world.lines("<", ":oneens", "Het Dorp", "", "2")
    assert len(store.load(world.bestand).antwoorden["wijk.naam"].alternatieven) == 3


def test_only_wis_takes_an_answer_away(world: World) -> None:
    world.lines(*INTAKE)
    world.lines("<", "<", ":wis")
    antwoorden = store.load(world.bestand).antwoorden
    assert "wijk.momenten" not in antwoorden
    assert "wijk.momenten-wanneer" in antwoorden
    assert "Vraag 8. De wijk." in world.lines().stderr


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


def test_another_fase_can_be_chosen_after_going_back(world: World) -> None:
    vragen = world.run("vragen", "--json").gegevens["vragen"]
    world.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=plan-maken")
    assert "Fase 3, Verdiepen. Bij elk van de 7 stappen" in world.lines("1", "<", "<", "3").stderr


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


def test_a_province_is_known_by_what_people_call_it(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    said = world.lines("Friesland", "noord brabant").stderr
    assert "'Friesland' staat niet in de lijst. Bedoel je 'Fryslân'? Typ een nummer van 1 tot 12." in said
    assert store.load(world.bestand).antwoorden["wijk.provincie"].waarde == "noord-brabant"


def test_in_plain_lines_the_question_comes_before_what_its_stap_is_about_and_help_does_not_repeat_that(
    world: World, inhoud: Inhoud
) -> None:
    world.start(*(f"{vraag.id}=weet ik nog niet" for vraag in inhoud.intake.vragen), "stand.fase=uitvoeren")
    stap = inhoud.fase("uitvoeren").stappen[0]
    start = stap.uitleg.partition("\n")[0]
    said = world.lines("?").stderr
    assert said.count(start) == 1
    assert said.index(stap.vragen[0].vraag) < said.index(start) < said.index("\n> ")
