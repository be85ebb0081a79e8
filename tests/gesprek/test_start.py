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

BEGIN = ("De Weide", "Zwolle", "2", "1")
"""The answers to the first vragen of the small content."""
WIJK, GROEP, FASE, STOP = "1", "2", "3", "8"
"""Their numbers in the list of parts."""


def test_at_the_start_it_says_when_there_is_advice_where_it_is_kept_and_that_one_can_stop(small_world: World) -> None:
    said = " ".join(small_world.lines().stderr.split())
    assert "Na een paar vragen weten jullie waar je het best kunt beginnen." in said
    assert "bewaren elk antwoord op deze computer, in routekaart-project.yaml." in said
    assert "Stoppen kan altijd." in said


def test_an_answer_is_in_the_file_before_the_next_question(world: World) -> None:
    outcome = world.lines("De Weide")
    assert outcome.code == 0
    assert "Bewaard: De Weide." in outcome.stderr
    assert "waarde: De Weide" in world.bestand.read_text(encoding="utf-8")


def test_a_second_session_goes_on_at_the_first_open_question(small_world: World) -> None:
    small_world.lines("De Weide", "Zwolle")
    said = small_world.lines().stderr
    assert "Welkom terug. Wijk: De Weide. Er zijn 2 antwoorden." in said
    assert "Vraag 3. Om te beginnen. Nog 2 vragen in dit deel." in said


def test_the_form_of_plain_lines_is_fixed(small_world: World) -> None:
    small_world.lines(*BEGIN)
    parts = small_world.lines(WIJK, "350", "1 2").stderr.split("\n\n")
    assert (
        parts[3]
        == """\
Vraag 2. De wijk. De laatste vraag in dit deel.
Wat houdt de wijk bezig?
1. Groen en natuur
2. Jongeren en spelen
3. Niets bijzonders
4. Weet ik nog niet
Typ één of meer nummers, bijvoorbeeld 1 3. Typ ? voor uitleg, < voor de vorige vraag.
> 1 2
Bewaard: groen en natuur, jongeren en spelen."""
    )


def test_back_and_enter_leave_the_file_as_it_was_to_the_byte(small_world: World) -> None:
    small_world.lines(*BEGIN[:3])
    before = small_world.bestand.read_bytes()
    said = small_world.lines(*["<"] * 5, *[""] * 3).stderr
    assert small_world.bestand.read_bytes() == before
    assert said.count("Vraag 1. Om te beginnen.") == 3
    assert said.count("Dit is de eerste vraag. Verder terug kan niet.") == 2
    assert said.count("Vraag 4. Om te beginnen.") == 2


def test_back_from_a_part_goes_to_the_list_and_from_there_to_the_first_vragen(small_world: World) -> None:
    small_world.lines(*BEGIN, WIJK, "350")
    before = small_world.bestand.read_bytes()
    said = small_world.lines(WIJK, "<", "<", "<", "<", ":stop").stderr
    assert re.findall(r"^(Vraag \d\. [^.]*|Waar willen)", said, re.MULTILINE) == [
        "Waar willen", "Vraag 2. De wijk", "Vraag 1. De wijk", "Waar willen", "Vraag 4. Om te beginnen",
        "Vraag 3. Om te beginnen",
    ]  # fmt: skip
    assert small_world.bestand.read_bytes() == before


def test_any_part_comes_in_any_order_and_nothing_is_lost_by_jumping(small_world: World) -> None:
    said = small_world.lines(*BEGIN, GROEP, "Weide Warm", "<", "<", WIJK, "350", "<", "<", GROEP, "Koud", STOP).stderr
    assert "De wijk · 1 van 2 beantwoord" in said
    antwoorden = store.load(small_world.bestand).antwoorden
    assert [antwoorden[name].waarde for name in ("groep.naam", "wijk.woningen", "groep.aanleiding")] == [
        "Weide Warm", "350", "Koud",
    ]  # fmt: skip


def test_enter_takes_the_recommended_part_until_there_is_nothing_left_but_stopping(small_world: World) -> None:
    small_world.start(*(f"{vraag.id}=weet ik nog niet" for vraag in small_world.inhoud.intake.vragen))
    said = small_world.lines("", "", "", "", "", "").stderr
    assert "Druk op Enter voor: Fase 1, Beginnen · 2 nog niet (aanbevolen)." in said
    assert "Druk op Enter voor: Stoppen (aanbevolen)." in said
    assert said.endswith("Ga verder met:\nroutekaart start --toegankelijk\n")


def test_before_the_first_question_there_is_nothing(world: World) -> None:
    assert "Dit is de eerste vraag." in world.lines("<").stderr


@pytest.fixture
def begun(small_world: World) -> World:
    """The world of a group that answered everything before its fase, also a vraag that hangs on one of the first."""
    small_world.start(*(f"{vraag.id}=weet ik nog niet" for vraag in small_world.inhoud.intake.vragen))
    small_world.start("stand.er-ligt=aanpak", "groep.sinds=1-3-2026")
    return small_world


def test_a_condition_skips_a_question_and_a_change_parks_and_returns_its_answer(begun: World) -> None:
    gone = begun.lines("<", "1").stderr
    assert "Door deze verandering geldt 1 ander antwoord niet meer." in gone
    assert "groep.sinds" in begun.bestand.read_text(encoding="utf-8")
    assert "1 eerder antwoord geldt nu weer." in begun.lines("<", "2").stderr


def test_later_is_asked_again_when_the_rest_of_its_part_is_answered(begun: World) -> None:
    begun.start("groep.naam=:later")
    said = begun.lines(GROEP, "Weide Warm").stderr
    assert "Jullie bewaarden 1 vraag voor later. Die komt nu." in said
    assert store.load(begun.bestand).antwoorden["groep.naam"].waarde == "Weide Warm"


def test_help_explains_and_asks_again(world: World, inhoud: Inhoud) -> None:
    said = world.lines("?").stderr
    assert inhoud.intake.vragen[0].waarom in said
    assert "Bijvoorbeeld: " in said
    assert said.count(inhoud.intake.vragen[0].vraag) == 2


def test_an_answer_that_begins_with_a_colon_is_typed_with_two(world: World) -> None:
    assert "Dat kennen we niet." in world.lines(":wijk").stderr
    world.lines("::wijk")
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == ":wijk"


def test_after_the_first_vragen_the_advice_stands_there_with_its_reason(small_world: World) -> None:
    said = small_world.lines(*BEGIN[:3], "2", "nee").stderr
    assert "Begin met fase 2, Doen. Er ligt een aanpak." in said
    assert said.index("Begin met") < said.index("Waar willen jullie nu mee verder?")
    assert "3. Fase 2, Doen · 2 nog niet" in said


def test_earlier_fasen_are_klaar_in_one_line_and_one_change(small_world: World) -> None:
    said = small_world.lines(*BEGIN[:3], "2", "", "Er is een groep.").stderr
    assert "Fase 1 is dus klaar. Klopt dat? Dan zetten we 2 stappen op klaar." in said
    assert "Wat kwam er tot nu toe uit deze fase?\nKlaar: zoek een groep en kies een doel." in said
    antwoorden = store.load(small_world.bestand).antwoorden
    assert antwoorden["beginnen.uitkomst"].waarde == "Er is een groep."
    assert antwoorden["beginnen.groep-zoeken.status"].waarde == "klaar"
    for _ in range(2):
        small_world.run("terugdraaien")
    assert "beginnen.doel-kiezen.status" not in store.load(small_world.bestand).antwoorden


def test_a_chosen_fase_is_an_answer_like_any_other(world: World) -> None:
    world.run("start", "--geen-invoer", "--fase", "4")
    assert store.load(world.bestand).antwoorden["stand.fase"].waarde == "besluiten"


def test_one_answer_says_how_all_stappen_are_doing_and_what_is_not_named_stays(begun: World) -> None:
    said = begun.lines(FASE, "klaar 1", "", "", "", FASE, "bezig 2", ":stop").stderr
    assert "Bewaard: 1 klaar, 1 nog niet." in said
    assert "Bewaard: 1 klaar, 1 bezig." in said


def test_a_wrong_picture_is_refused_with_what_is_possible_and_nothing_is_lost(begun: World) -> None:
    said = begun.lines(FASE, "klaar 1, bezig 9", "klaar 1, bezig 2").stderr
    assert "Stap 9 is er hier niet. Kies uit 1 tot en met 2. Typ bijvoorbeeld: klaar 1 2, bezig 3." in said
    assert "Bewaard: 1 klaar, 1 bezig." in said


def test_the_honest_answer_asks_what_the_plan_needs(begun: World) -> None:
    """In progress: its own vragen, who and when; done: what came out of it; not begun: who and when."""
    said = begun.lines(FASE, "bezig 1", "ongeveer 1200", "2", "Fatima, eind maart", "Kees").stderr
    asked = re.findall(r"^Vraag \d\. .*\n(?:Stap (.*)\n)?(.*)", said, re.MULTILINE)
    assert asked == [
        ("2.1: Regel geld", "Hoeveel geld is er nodig?"), ("2.1: Regel geld", "Van wie moet het geld komen?"),
        ("2.1: Regel geld", "Wie en wanneer?"), ("2.2: Vier feest", "Wie en wanneer?"),
    ]  # fmt: skip
    antwoorden = store.load(begun.bestand).antwoorden
    assert (antwoorden["doen.geld.wie"].waarde, antwoorden["doen.geld.wanneer"].waarde) == (
        "Fatima",
        "2027-03-31 eind maart 2027",
    )
    assert antwoorden["doen.feest.wie"].waarde == "Kees"
    assert "doen.feest.wanneer" not in antwoorden


def test_a_date_that_is_no_date_never_becomes_a_name(begun: World) -> None:
    said = begun.lines(FASE, "", "Fatima, 31 februari", "Fatima, 28 februari").stderr
    assert "Dat is geen datum." in said
    assert store.load(begun.bestand).antwoorden["doen.geld.wie"].waarde == "Fatima"


def test_a_date_that_has_passed_is_named_and_gets_a_new_one_first(begun: World) -> None:
    begun.start("doen.geld.status=bezig", "doen.geld.wie=Kees", "doen.geld.wanneer=1-11-2026")
    said = begun.lines(FASE, "", "eind maart").stderr
    assert "1. 2.1 Regel geld (bezig, afgesproken: 1 november 2026, dat is voorbij)" in said
    assert "Afgesproken was 1 november 2026. Dat is voorbij. Wat wordt het nu?" in said
    assert store.load(begun.bestand).antwoorden["doen.geld.wanneer"].waarde == "2027-03-31 eind maart 2027"


def test_the_vragen_of_stappen_that_are_done_are_offered(begun: World) -> None:
    said = begun.lines(FASE, "klaar alle", "Alles kan door.", "ja", "1200").stderr
    assert "Ook de vragen van de stappen die klaar zijn? Het zijn er 3." in said
    assert store.load(begun.bestand).antwoorden["doen.geld.begroting"].waarde == "1200"


def test_a_part_ends_with_what_they_said_and_a_number_changes_one(small_world: World) -> None:
    said = small_world.lines(*BEGIN, WIJK, "350", "1", "1", "400", "").stderr
    assert "Dit weten we nu over de wijk\n1. Aantal woningen: 350\n2. Wat er leeft: groen en natuur\n" in said
    assert "1. Aantal woningen: 400\n" in said
    assert store.load(small_world.bestand).antwoorden["wijk.woningen"].waarde == "400"


def test_an_evening_ends_with_lines_to_paste_but_not_at_ctrl_c(begun: World) -> None:
    begun.start("doen.geld.status=bezig", "doen.geld.wie=Kees", "doen.geld.wanneer=1-2-2027", "wijk.naam=De Weide")
    said = " ".join(begun.lines(STOP).stderr.split())
    assert "in de app van de groep plakken: De Weide, 23 november. Kees: regel geld (1 februari 2027)." in said
    assert "Nog open: " in said


def test_the_plan_so_far_and_the_overview_can_always_be_seen(begun: World) -> None:
    begun.start("doen.geld.status=bezig", "doen.geld.wie=Kees")
    said = begun.lines(":plan", ":overzicht").stderr
    assert "Wat we nu doen." in said
    assert "Stap 2.1, Regel geld.\nStatus: We zijn ermee bezig.\nWie: Kees.\n" in said


def test_a_group_works_on_the_fase_with_a_stap_in_progress_everywhere_the_same(begun: World) -> None:
    begun.start("beginnen.groep-zoeken.status=bezig")
    assert "3. Fase 1, Beginnen · 1 bezig, 1 nog niet" in begun.lines().stderr
    assert begun.run("status", "--json").gegevens["fase"]["id"] == "beginnen"


def test_who_goes_straight_to_a_fase_gets_its_picture_first(begun: World) -> None:
    said = begun.run("start", "--fase", "1", "--toegankelijk", source="").stderr
    assert said.index("Fase 1, Beginnen. Hoe staat het?") < said.index("> ")


def test_each_field_of_a_person_is_kept_at_once(begun: World) -> None:
    begun.run("nakijken", "groep.mensen", "--toegankelijk", source="1\nFatima\ntrekker\n\n1\nKees\n\n06-1\n")
    people_typed = store.load(begun.bestand).antwoorden["groep.mensen"].waarde
    assert people_typed == ({"naam": "Fatima", "rol": "trekker"}, {"naam": "Kees", "contact": "06-1"})


def test_a_list_is_changed_and_shortened(begun: World) -> None:
    begun.start("groep.mensen=Fatima; trekker | Kees")
    begun.run("nakijken", "groep.mensen", "--toegankelijk", source="3\n2\n\ntechniek\n\n4\n1\n2\n")
    assert store.load(begun.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Kees", "rol": "techniek"},)


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
        ("plan-maken.koppel-plannen.combineren=misschien", "Een j is ja, een n is nee."),
        ("wijk.woningen=300 tot 350", "Bijvoorbeeld: 325."),
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


def test_answers_can_come_from_another_program_on_stdin(world: World) -> None:
    assert world.run("start", "--geen-invoer", "--antwoorden", "-", source="wijk.naam: De Weidé\n").code == 0
    assert store.load(world.bestand).antwoorden["wijk.naam"].waarde == "De Weidé"
    for source, phrase in (
        ("", "stdin:1:1: het bestand is leeg"),
        ("wijk.naam: [", "stdin:"),
        ("wijk.naam:", "nog niets"),
    ):
        assert phrase in world.run("start", "--geen-invoer", "--antwoorden", "-", source=source).stderr


def test_a_whole_project_file_can_be_given_as_answers(world: World) -> None:
    assert world.run("start", "--geen-invoer", "--antwoorden", str(VOORBEELD)).code == 0
    given, bron = store.load(world.bestand).antwoorden, store.load(VOORBEELD).antwoorden
    assert given.keys() == bron.keys()
    assert all(given[vraag_id].same(bron[vraag_id]) for vraag_id in bron)
    assert {antwoord.stand for antwoord in given.values()} >= {Stand.ONEENS, Stand.LATER, Stand.WEET_NIET}


def test_an_answer_that_does_not_count_is_kept_and_said(small_world: World) -> None:
    outcome = small_world.start("stand.er-ligt=niets", "groep.sinds=1-3-2026")
    assert "Het antwoord op 'groep.sinds' is bewaard, maar telt nu niet mee" in " ".join(outcome.stderr.split())


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
    assert "Vraag 2. Om te beginnen." in said
    plan = small_world.run("export", "-", "--voor", "ons", "--volledig").stdout
    assert "de Weide (Fatima), of weidedorp (Kees)" in plan


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
    begun.lines("<", ":wis")
    antwoorden = store.load(begun.bestand).antwoorden
    assert "stand.er-ligt" not in antwoorden
    assert "groep.sinds" in antwoorden
    assert "Vraag 4. Om te beginnen." in begun.lines().stderr


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


def test_another_fase_can_be_chosen_and_says_whether_they_work_on_it(begun: World) -> None:
    said = begun.lines("4", "1", "", "ja", "Ria", ":stop").stderr
    assert "Werken jullie nu aan deze fase?" in said
    antwoorden = store.load(begun.bestand).antwoorden
    assert antwoorden["stand.fase"].waarde == "beginnen"
    assert antwoorden["beginnen.groep-zoeken.wie"].waarde == "Ria"


def test_every_opdracht_is_understood_at_the_list_and_at_the_picture(begun: World) -> None:
    said = begun.lines("?", ":wis", FASE, "?", ":overzicht", ":wis", "weet ik nog niet", "<", ":stop").stderr
    assert "Elk deel kan in elke volgorde." in said
    assert "k is klaar, b is bezig" in said
    assert said.count("Dat kan niet bij deze vraag.") == 2
    assert said.count("Waar willen jullie nu mee verder?") == 4
    assert "doen.geld.status" not in store.load(begun.bestand).antwoorden


def test_the_name_of_a_person_cannot_be_emptied_and_that_says_how_to_take_somebody_out(world: World) -> None:
    world.start("groep.mensen=Fatima | Kees; techniek")
    said = world.run("nakijken", "groep.mensen", "--toegankelijk", source="3\n2\n:wis\n\n:wis\n\n\n2\n").stderr
    assert "Dit kan niet leeg. Weghalen kan in de lijst, met: Iets weghalen." in said
    assert store.load(world.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Fatima"}, {"naam": "Kees"})


def test_a_list_that_somebody_wrote_as_text_stands_in_the_plan(world: World) -> None:
    world.start("wijk.naam=De Weide")
    for written in ("Jan en Piet", "[Jan en Piet]"):
        world.bestand.write_text(f"formaat: 1\nantwoorden:\n  groep.mensen: {{waarde: {written}}}\n", encoding="utf-8")
        assert "- Jan en Piet\n" in world.run("export", "-", "--volledig").stdout


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
    assert "'Friesland' staat niet in de lijst. Bedoel je 'Fryslân'? Typ een nummer van 1 tot 3." in said


def test_in_plain_lines_not_knowing_has_a_number_too(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    assert "3. Weet ik nog niet" in small_world.lines("3").stderr
    assert store.load(small_world.bestand).antwoorden["wijk.provincie"].stand is Stand.WEET_NIET


def test_an_answer_given_under_the_id_of_before_is_kept_under_that_of_now(world: World) -> None:
    assert world.run("start", "--geen-invoer", "--antwoord", "uitvoeren.draagkracht.meedoen=37").code == 0
    assert store.load(world.bestand).antwoorden["groep.huishoudens"].waarde == "37"


def test_a_keuze_is_known_by_its_words_without_their_dashes(world: World) -> None:
    world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    vraag = find.vraag(world.inhoud, "wijk.provincie")
    for antwoord in world.inhoud.intake.vragen[: world.inhoud.intake.vragen.index(vraag)]:
        world.start(f"{antwoord.id}=weet ik nog niet")
    world.lines("noord brabant")
    assert store.load(world.bestand).antwoorden[vraag.id].waarde == "noord-brabant"


def test_in_plain_lines_the_question_comes_before_what_its_stap_is_about_and_help_does_not_repeat_that(
    begun: World,
) -> None:
    said = begun.lines(FASE, "bezig 1", "?").stderr
    start = "Reken uit wat het kost."
    assert said.count(start) == 1
    assert said.index("Hoeveel geld is er nodig?") < said.index(start)


def test_a_pipe_that_is_refused_five_times_in_a_row_stops_and_says_what_was_wanted(small_world: World) -> None:
    small_world.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    outcome = small_world.run("start", "--toegankelijk", source="onzin\n" * 10_000)
    assert outcome.code == 4
    assert outcome.stderr.count("onzin") < 20
    assert "Vijf antwoorden achter elkaar pasten niet bij de vraag: In welke provincie" in " ".join(
        outcome.stderr.split()
    )
    assert len(store.load(small_world.bestand).antwoorden) == 2


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


def test_who_holds_an_opinion_stands_on_the_same_line(small_world: World) -> None:
    small_world.lines(":oneens", "De Weide (Fatima)", "Weidedorp (Kees)", "2")
    sides = store.load(small_world.bestand).antwoorden["wijk.naam"].alternatieven
    opinions = [(side.waarde, side.door) for side in sides]
    assert opinions == [("De Weide", "Fatima"), ("Weidedorp", "Kees")]


def test_one_opinion_is_changed_and_one_is_taken_away(small_world: World) -> None:
    small_world.lines(":oneens", "De Weide (Fatima)", "Weidedorp (Kees)", "1", "Dorp (An)", "2")
    small_world.lines("<", ":oneens", "3", "2", "Weideveld (Kees)", "4", "1", "2")
    sides = store.load(small_world.bestand).antwoorden["wijk.naam"].alternatieven
    opinions = [(side.waarde, side.door) for side in sides]
    assert opinions == [("Weideveld", "Kees"), ("Dorp", "An")]
    said = small_world.lines("<", ":oneens", "4", "1").stderr
    assert "Er is nog één mening. Die is nu jullie antwoord." in said
    antwoord = store.load(small_world.bestand).antwoorden["wijk.naam"]
    assert (antwoord.waarde, antwoord.door) == ("Dorp", "An")


def test_the_lines_for_the_app_are_also_printed_by_the_agenda(begun: World) -> None:
    begun.start("doen.geld.status=bezig", "doen.geld.wie=Kees", "doen.geld.wanneer=1-2-2027")
    short = begun.run("agenda", "--kort").stdout
    assert short.startswith("Onze groep, 23 november. Kees: regel geld (1 februari 2027). Nog open: ")
    assert " ".join(short.split()) in " ".join(begun.lines(STOP).stderr.split())
