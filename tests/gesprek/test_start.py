"""`start`: the interview in plain lines, answers by flag and file, stopping and going on."""

from __future__ import annotations

import re

import pytest
from helpers.places import VOORBEELD
from helpers.world import Wereld

from routekaart_cli.domain.antwoorden import Stand
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

INTAKE = ("De Weide", "Zwolle", "4", "350", "1 2", "2", "2", "1", "in 2028")
"""The answers to the first part."""


def test_at_the_start_it_says_how_many_questions_there_are_and_that_one_can_stop(wereld: Wereld) -> None:
    said = " ".join(wereld.lines().fout.split())
    assert "We beginnen met 21 tot 28 korte vragen" in said
    assert "Je kunt op elk moment stoppen" in said
    assert "routekaart-project.yaml. Routekaart stuurt niets weg." in said
    assert "In de map .routekaart ernaast komen kopieën van jullie laatste avonden." in said
    assert "Er kunnen namen en telefoonnummers in staan." in said


def test_an_answer_is_in_the_file_before_the_next_question(wereld: Wereld) -> None:
    outcome = wereld.lines("De Weide")
    assert outcome.code == 0
    assert "Bewaard: De Weide." in outcome.fout
    assert "waarde: De Weide" in wereld.bestand.read_text(encoding="utf-8")


def test_a_second_session_goes_on_at_the_first_open_question(wereld: Wereld) -> None:
    wereld.lines("De Weide", "Zwolle")
    said = wereld.lines().fout
    assert "Welkom terug. Wijk: De Weide. Er zijn 2 antwoorden." in said
    assert "Vraag 3. De wijk. Nog 6 tot 7 vragen in dit deel." in said


def test_the_form_of_plain_lines_is_fixed(wereld: Wereld) -> None:
    wereld.lines(*INTAKE[:3])
    parts = wereld.lines(*INTAKE[3:5]).fout.split("\n\n")
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


def test_back_and_enter_leave_the_file_as_it_was_to_the_byte(wereld: Wereld) -> None:
    wereld.lines(*INTAKE)
    before = wereld.bestand.read_bytes()
    said = wereld.lines(*["<"] * 9, *[""] * 9).fout
    assert wereld.bestand.read_bytes() == before
    assert said.count("Vraag 1. De wijk.") == 1
    assert said.count("Vraag 10. Jullie groep.") == 2


def test_before_the_first_question_there_is_nothing(wereld: Wereld) -> None:
    assert "Dit is de eerste vraag." in wereld.lines("<").fout


def test_a_condition_skips_a_question_and_a_change_parks_and_returns_its_answer(wereld: Wereld) -> None:
    wereld.lines(*INTAKE)
    gone = wereld.lines("<", "<", "7").fout
    assert "Door deze verandering geldt 1 ander antwoord niet meer." in gone
    assert "wijk.momenten-wanneer" in wereld.bestand.read_text(encoding="utf-8")
    assert "1 eerder antwoord geldt nu weer." in wereld.lines("<", "1").fout


def test_later_is_asked_again_at_the_end(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] in (None, 1)))
    wereld.start("groep.naam=:later")
    said = wereld.lines("Weide Warm").fout
    assert "Jullie bewaarden 1 vraag voor later. Die komt nu." in said
    assert store.load(wereld.bestand).antwoorden["groep.naam"].waarde == "Weide Warm"


def test_help_explains_and_asks_again(wereld: Wereld, inhoud: Inhoud) -> None:
    said = wereld.lines("?").fout
    assert inhoud.intake.vragen[0].waarom in said
    assert "Bijvoorbeeld: " in said
    assert said.count("Hoe heet jullie wijk of buurt?") == 2


def test_an_answer_that_begins_with_a_colon_is_typed_with_two(wereld: Wereld) -> None:
    assert "Dat kennen we niet." in wereld.lines(":wijk").fout
    wereld.lines("::wijk")
    assert store.load(wereld.bestand).antwoorden["wijk.naam"].waarde == ":wijk"


def test_the_advice_comes_with_its_reason_and_enter_takes_it(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None and v["id"] != "stand.fase"))
    wereld.start("stand.intentie=ja", "stand.procesplan=nee")
    said = wereld.lines("").fout
    assert "Ons advies: begin met fase 2, Plan maken. Bewoners en organisaties willen samen aan de slag." in said
    assert "Fase 2, Plan maken. Bij elk van de 6 stappen" in said
    assert store.load(wereld.bestand).antwoorden["stand.fase"].waarde == "plan-maken"


def test_a_chosen_fase_is_an_answer_like_any_other(wereld: Wereld) -> None:
    wereld.run("start", "--geen-invoer", "--fase", "4")
    assert store.load(wereld.bestand).antwoorden["stand.fase"].waarde == "besluiten"


def test_a_group_that_only_looks_around_answers_one_question_a_stap(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    said = wereld.lines("1", "3", "4").fout
    assert said.count("\nVraag ") == 3
    assert "Klaar. Fase 5, Uitvoeren: alle vragen zijn beantwoord." in said


def test_a_finished_fase_gives_way_to_the_next(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=besluiten")
    wereld.start(*(f"{v['id']}=klaar" for v in vragen if v["fase"] == 4 and v["id"].endswith(".status")))
    assert "Fase 5, Uitvoeren." in wereld.lines().fout


def test_a_group_that_comes_back_is_asked_how_the_stappen_are_doing(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    wereld.lines("1", "3", "1")
    said = wereld.lines("j", "3", "4").fout
    assert "Willen jullie bijwerken hoe het met de stappen staat?" in said
    assert "Stap 5.2" not in said
    status = [stap["status"] for stap in wereld.run("fase", "5", "--json").gegevens["stappen"]]
    assert status == ["klaar", "klaar", "past-niet"]


def test_each_field_of_a_person_is_kept_at_once(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None and v["id"] != "groep.mensen"))

    wereld.lines("1", "Fatima", "trekker", "", "1", "Kees", "", "06-1")
    mensen = store.load(wereld.bestand).antwoorden["groep.mensen"].waarde
    assert mensen == ({"naam": "Fatima", "rol": "trekker"}, {"naam": "Kees", "contact": "06-1"})


def test_a_list_is_changed_and_shortened(wereld: Wereld) -> None:
    wereld.start("groep.mensen=Fatima; trekker | Kees")
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    preceding = [v["id"] for v in vragen if v["fase"] is None]
    wereld.start(*(f"{id_}=weet ik nog niet" for id_ in preceding[: preceding.index("groep.mensen")]))
    wereld.lines("<", "3", "2", "", "techniek", "", "4", "1", "2")
    assert store.load(wereld.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Kees", "rol": "techniek"},)


def test_an_unknown_id_is_refused_with_the_nearest_and_nothing_is_kept(wereld: Wereld) -> None:
    outcome = wereld.run("start", "--geen-invoer", "--antwoord", "wijk.naam=X", "--antwoord", "wijk.namm=Y")
    assert outcome.code == 2
    assert "De vraag 'wijk.namm' bestaat niet." in outcome.fout
    assert "Bedoel je 'wijk.naam'?" in outcome.fout
    assert not wereld.bestand.exists()


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
def test_a_wrong_value_is_refused_with_an_accepted_example(wereld: Wereld, antwoord: str, phrase: str) -> None:
    outcome = wereld.run("start", "--geen-invoer", "--antwoord", "wijk.gemeente=Zwolle", "--antwoord", antwoord)
    assert outcome.code == 2
    assert phrase in outcome.fout
    assert not wereld.bestand.exists()


def test_a_yaml_file_gives_answers_of_every_soort(wereld: Wereld) -> None:
    (wereld.map / "ja.yaml").write_text(
        "wijk.naam: NO\nwijk.woningen: 1_200\nwijk.bezit: [koop, vve]\n", encoding="utf-8"
    )
    assert wereld.run("start", "--geen-invoer", "--antwoorden", "ja.yaml").code == 2
    (wereld.map / "ja.yaml").write_text(
        "wijk.naam: NO\nwijk.bezit: [koop, vve]\nwijk.woningen: 1.200\n"
        "groep.mensen:\n  - naam: Fatima\n    rol: trekker\n",
        encoding="utf-8",
    )
    assert wereld.run("start", "--geen-invoer", "--antwoorden", "ja.yaml").code == 0
    antwoorden = store.load(wereld.bestand).antwoorden
    assert antwoorden["wijk.naam"].waarde == "NO"
    assert antwoorden["wijk.woningen"].waarde == "1200"
    assert antwoorden["wijk.bezit"].waarde == ("koop", "vve")
    assert antwoorden["groep.mensen"].waarde == ({"naam": "Fatima", "rol": "trekker"},)


def test_a_whole_project_file_can_be_given_as_answers(wereld: Wereld) -> None:
    assert wereld.run("start", "--geen-invoer", "--antwoorden", str(VOORBEELD)).code == 0
    given, bron = store.load(wereld.bestand).antwoorden, store.load(VOORBEELD).antwoorden
    assert given.keys() == bron.keys()
    assert all(given[vraag_id].same(bron[vraag_id]) for vraag_id in bron)
    assert {antwoord.stand for antwoord in given.values()} >= {Stand.ONEENS, Stand.LATER, Stand.WEET_NIET}


def test_an_answer_that_does_not_count_is_kept_and_said(wereld: Wereld) -> None:
    outcome = wereld.run(
        "start", "--geen-invoer", "--antwoord", "overheid.contact=nee", "--antwoord", "overheid.contactpersoon=Sanne"
    )
    assert "het antwoord op 'overheid.contactpersoon' is bewaard, maar telt nu niet mee" in " ".join(
        outcome.fout.split()
    )


def test_without_a_terminal_it_names_the_open_questions_and_the_flags(wereld: Wereld) -> None:
    for vlag in ([], ["--geen-invoer"]):
        outcome = wereld.run("start", *vlag)
        assert outcome.code == 4
        assert "wijk.naam: Hoe heet jullie wijk of buurt?" in outcome.fout
        assert "--antwoord ID=WAARDE" in outcome.fout
        assert "--antwoorden BESTAND" in outcome.fout


def test_the_end_of_a_pipe_is_stopping(wereld: Wereld) -> None:
    outcome = wereld.lines("De Weide")
    assert (outcome.code, outcome.uit) == (0, "")
    assert outcome.fout.endswith("Ga verder met:\nroutekaart start --toegankelijk\n")


def test_the_outcome_as_json_holds_what_is_open(wereld: Wereld) -> None:
    data = wereld.run("start", "--geen-invoer", "--antwoord", "wijk.naam=De Weide", "--json").gegevens
    assert data["antwoorden"] == 1
    assert data["open"][0] == "wijk.gemeente"


def test_a_group_that_does_not_agree_keeps_every_opinion_with_who_holds_it(wereld: Wereld) -> None:
    said = wereld.lines("De Weide", "<", ":oneens", "Fatima", "Weidedorp", "Kees", "2").fout
    assert "Bewaard: We zijn het nog niet eens: De Weide (Fatima) / Weidedorp (Kees)." in said
    assert "Vraag 2. De wijk." in said
    plan = wereld.run("export", "-").uit
    assert "eens:\n  - De Weide (dit zegt Fatima)\n  - Weidedorp (dit zegt Kees)\n" in plan


def test_an_opinion_is_kept_before_the_next_one_is_asked(wereld: Wereld) -> None:
    wereld.lines(":oneens", "De Weide")
    assert store.load(wereld.bestand).antwoorden["wijk.naam"].waarde == "De Weide"
    wereld.lines("<", ":oneens", "Fatima", "Weidedorp")
    meningen = store.load(wereld.bestand).antwoorden["wijk.naam"].alternatieven
    assert [(mening.waarde, mening.door) for mening in meningen] == [("De Weide", "Fatima"), ("Weidedorp", "")]
    wereld.lines("<", ":oneens", "Het Dorp", "", "2")
    assert len(store.load(wereld.bestand).antwoorden["wijk.naam"].alternatieven) == 3


def test_only_wis_takes_an_answer_away(wereld: Wereld) -> None:
    wereld.lines(*INTAKE)
    wereld.lines("<", "<", ":wis")
    antwoorden = store.load(wereld.bestand).antwoorden
    assert "wijk.momenten" not in antwoorden
    assert "wijk.momenten-wanneer" in antwoorden
    assert "Vraag 8. De wijk." in wereld.lines().fout


def test_a_list_that_somebody_wrote_as_text_or_in_opinions_is_never_lost(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None))
    for written in ("waarde: Jan en Piet", "waarde: [Jan, Piet]", "alternatieven: [{waarde: [{naam: Jan}]}]"):
        project = wereld.bestand.read_text(encoding="utf-8")
        bare = re.sub(r"  groep.mensen:\n(    .*\n)+", f"  groep.mensen:\n    {written}\n", project)
        wereld.bestand.write_text(bare, encoding="utf-8")
        review = wereld.run("nakijken", "groep.mensen", "--toegankelijk", source="1\nLies\n\n\n2\n")
        assert review.code == 0
        mensen = str(store.load(wereld.bestand).antwoorden["groep.mensen"].waarde)
        assert "Jan" in mensen
        assert "Lies" in mensen


def test_another_fase_can_be_chosen_after_going_back(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=plan-maken")
    assert "Fase 3, Verdiepen. Bij elk van de 7 stappen" in wereld.lines("1", "<", "<", "3").fout


def test_every_opdracht_is_understood_when_the_stappen_are_brought_up_to_date(wereld: Wereld) -> None:
    vragen = wereld.run("vragen", "--json").gegevens["vragen"]
    wereld.start(*(f"{v['id']}=weet ik nog niet" for v in vragen if v["fase"] is None), "stand.fase=uitvoeren")
    wereld.lines("1", "1", "1")
    said = wereld.lines("?", ":overzicht", ":stop").fout
    assert "Bij elke stap die nog niet klaar is" in said
    assert "- Status: Nog niet begonnen" in said
    assert said.endswith("Ga verder met:\nroutekaart start --toegankelijk\n")


def test_the_name_of_a_person_cannot_be_emptied_and_that_says_how_to_take_somebody_out(wereld: Wereld) -> None:
    wereld.start("groep.mensen=Fatima | Kees; techniek")
    said = wereld.run("nakijken", "groep.mensen", "--toegankelijk", source="3\n2\n:wis\n\n:wis\n\n\n2\n").fout
    assert "Dit kan niet leeg. Weghalen kan in de lijst, met: Iets weghalen." in said
    assert store.load(wereld.bestand).antwoorden["groep.mensen"].waarde == ({"naam": "Fatima"}, {"naam": "Kees"})


def test_a_list_that_somebody_wrote_as_text_stands_in_the_plan(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide")
    for written in ("Jan en Piet", "[Jan en Piet]"):
        wereld.bestand.write_text(f"formaat: 1\nantwoorden:\n  groep.mensen: {{waarde: {written}}}\n", encoding="utf-8")
        assert "| Jan en Piet |" in wereld.run("export", "-").uit


def test_a_lijst_is_put_in_another_order(wereld: Wereld) -> None:
    wereld.start("groep.mensen=Ada|Ben|Cor")
    said = wereld.run("nakijken", "groep.mensen", "--toegankelijk", source="5\n3\n1\n2\n").fout
    assert "1. Bovenaan\n2. Onder Ada\n3. Onder Ben\n" in said
    assert "  1. Cor\n  2. Ada\n  3. Ben\n" in said
    names = [record["naam"] for record in store.load(wereld.bestand).antwoorden["groep.mensen"].waarde]  # type: ignore[index]
    assert names == ["Cor", "Ada", "Ben"]


def test_going_back_while_ordering_a_lijst_changes_nothing(wereld: Wereld) -> None:
    wereld.start("groep.mensen=Ada|Ben")
    before = wereld.bestand.read_bytes()
    wereld.run("nakijken", "groep.mensen", "--toegankelijk", source="5\n<\n5\n2\n<\n2\n")
    assert wereld.bestand.read_bytes() == before


def test_a_province_is_known_by_what_people_call_it(wereld: Wereld) -> None:
    wereld.start("wijk.naam=De Weide", "wijk.gemeente=Zwolle")
    said = wereld.lines("Friesland", "noord brabant").fout
    assert "'Friesland' staat niet in de lijst. Bedoel je 'Fryslân'? Typ een nummer van 1 tot 12." in said
    assert store.load(wereld.bestand).antwoorden["wijk.provincie"].waarde == "noord-brabant"


def test_in_plain_lines_the_question_comes_before_what_its_stap_is_about_and_help_does_not_repeat_that(
    wereld: Wereld, inhoud: Inhoud
) -> None:
    wereld.start(*(f"{vraag.id}=weet ik nog niet" for vraag in inhoud.intake.vragen), "stand.fase=uitvoeren")
    stap = inhoud.fase("uitvoeren").stappen[0]
    start = stap.uitleg.partition("\n")[0]
    said = wereld.lines("?").fout
    assert said.count(start) == 1
    assert said.index(stap.vragen[0].vraag) < said.index(start) < said.index("\n> ")
