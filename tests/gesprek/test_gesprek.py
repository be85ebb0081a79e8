"""Parts of the conversation without a screen: two windows on one vraag, and what can be wanted in the middle of one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.project_file import window
from helpers.world import NOW, Stream

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand, Waarde
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import WriteFailed
from routekaart_cli.gesprek import restoring, spoken
from routekaart_cli.gesprek.tafel import Stopped, Tafel
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Reaction, Turn, Wish
from routekaart_cli.inhoud import find
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store
from routekaart_cli.project.werk import Werk

Says = Waarde | Reaction | Callable[[], None]


class Groep:
    """Says *says*, one after the other, and stops; a function happens in another window, just before the next one."""

    def __init__(self, *says: Says) -> None:
        self.says = list(says)
        self.turns: list[Turn] = []
        self.headings: list[str] = []
        self.keys: list[bool] = []
        self.heard: list[str] = []

    def ask(self, turn: Turn) -> Reaction:
        self.turns.append(turn)
        self.headings.append(turn.heading)
        self.keys.append(turn.keys)
        says = self.says.pop(0) if self.says else Wish.STOP
        while callable(says):
            says()
            says = self.says.pop(0)
        return says if isinstance(says, (Antwoord, Wish)) else Antwoord(Stand.GEGEVEN, says)

    @property
    def distances(self) -> list[str]:
        """How far it was said to be, at each question."""
        lines = [heading.partition("\n")[0] for heading in self.headings]
        return [line.removesuffix(" in dit deel.").rpartition(". ")[2] for line in lines]

    def tell(self, text: str) -> None:
        self.heard.append(text)

    def confirm_saved(self, words: str) -> None:
        self.heard.append(spoken.stored(words))


class Table:
    """A project with several windows open on it."""

    def __init__(self, folder: Path, inhoud: Inhoud) -> None:
        self.folder, self.inhoud = folder, inhoud

    def window(self) -> Werk:
        return window(self.folder)

    def seat(self, groep: Groep, werk: Werk | None = None, *, terminal: bool = False) -> Tafel:
        """Return the table at which *groep* sits, before the project in *werk* or in a window of its own."""
        env = Environment(self.folder, {}, (Stream(terminal=terminal), Stream(), Stream()), clock=lambda: NOW)
        env.inhoud = self.inhoud
        return Tafel(env, groep, werk or self.window())

    def say(self, vraag: Vraag, antwoord: Antwoord) -> Callable[[], None]:
        """Return what gives *antwoord* in another window, that has read the file at that moment."""
        return lambda: self.window().answer(vraag, antwoord)

    def ask(self, vraag: Vraag, *says: Says, terminal: bool = False) -> Groep:
        """Ask *vraag* in one window, of a group that says *says*; return that group."""
        groep = Groep(*says)
        with contextlib.suppress(Stopped):
            Gesprek(self.seat(groep, terminal=terminal)).ask_one(vraag)
        return groep

    def answer(self, vraag: Vraag) -> Antwoord:
        return store.load(self.folder / "routekaart-project.yaml").antwoorden[vraag.id]


@pytest.fixture
def table(tmp_path: Path, inhoud: Inhoud) -> Table:
    return Table(tmp_path, inhoud)


@pytest.fixture
def people(table: Table) -> Vraag:
    vraag = find.vraag(table.inhoud, "groep.mensen")
    table.window().answer(vraag, lijst({"naam": "Anna"}, {"naam": "Bert"}))
    return vraag


def lijst(*records: dict[str, str]) -> Antwoord:
    return Antwoord(Stand.GEGEVEN, records)


def test_a_lijst_never_gives_the_details_of_one_to_another_when_two_windows_work(table: Table, people: Vraag) -> None:
    others = table.say(people, lijst({"naam": "Anna", "rol": "voorzitter"}, {"naam": "Bert"}))
    table.ask(people, "erbij", others, "Carla", "penningmeester", "06-carla", "klaar")
    names = {str(record["naam"]): record for record in table.answer(people).waarde if not isinstance(record, str)}
    assert names == {
        "Anna": {"naam": "Anna", "rol": "voorzitter"},
        "Bert": {"naam": "Bert"},
        "Carla": {"naam": "Carla", "rol": "penningmeester", "contact": "06-carla"},
    }


def test_a_lijst_keeps_whole_records_when_another_window_takes_one_out(table: Table, people: Vraag) -> None:
    table.ask(
        people,
        "erbij",
        table.say(people, lijst({"naam": "Bert"})),
        "Carla",
        "penningmeester",
        "06-c",
        "klaar",
    )
    assert table.answer(people).waarde == (
        {"naam": "Bert"},
        {"naam": "Carla", "rol": "penningmeester", "contact": "06-c"},
    )


def test_a_record_that_another_window_took_out_meanwhile_is_whole_or_gone(table: Table, people: Vraag) -> None:
    gone = table.say(people, lijst({"naam": "Anna"}, {"naam": "Bert"}))
    table.ask(people, "erbij", "Carla", gone, "penningmeester", "06-carla", "klaar")
    assert all("naam" in record for record in table.answer(people).waarde)


def test_two_people_of_the_same_name_stay_two(table: Table, people: Vraag) -> None:
    table.ask(people, "erbij", "Anna", "techniek", Wish.BACK, Wish.KEEP, Antwoord(Stand.LEEG), "klaar")
    assert table.answer(people).waarde == (
        {"naam": "Anna"},
        {"naam": "Bert"},
        {"naam": "Anna", "rol": "techniek"},
    )


def test_an_opinion_that_another_window_added_stays(table: Table) -> None:
    vraag = find.vraag(table.inhoud, "wijk.gemeente")
    table.window().answer(vraag, Antwoord(Stand.GEGEVEN, "Zwolle", door="An"))

    def others() -> None:
        sides = (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))
        table.window().answer(vraag, Antwoord(Stand.ONEENS, alternatieven=sides))

    table.ask(vraag, Wish.DISAGREE, others, "Deventer", "Cor", "klaar")
    sides = [(side.waarde, side.door) for side in table.answer(vraag).alternatieven]
    assert sorted(sides) == [("Deventer", "Cor"), ("Kampen", "Bo"), ("Zwolle", "An")]


NOT_HERE = (Wish.DISAGREE, Wish.EDITOR)


@pytest.fixture
def gemeente(table: Table) -> Vraag:
    return find.vraag(table.inhoud, "wijk.gemeente")


@pytest.mark.parametrize("opdracht", [Wish.HELP, Wish.OVERVIEW, Wish.CLEAR, *NOT_HERE])
def test_what_can_always_be_typed_never_skips_a_question_about_an_opinion(
    table: Table, gemeente: Vraag, opdracht: Wish
) -> None:
    groep = table.ask(
        gemeente, Wish.DISAGREE, opdracht, "Zwolle", opdracht, "An", "Kampen", opdracht, "Bo", opdracht, "klaar"
    )
    assert table.answer(gemeente).alternatieven == (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))
    said = "\n".join(groep.heard)
    if opdracht is Wish.HELP:
        assert said.count("Dan weten jullie later met wie je verder praat. Leeg laten mag.") == 2
        assert "Alle meningen blijven naast elkaar staan. Later kunnen jullie samen kiezen." in said
    elif opdracht is Wish.OVERVIEW:
        assert said.count("Er is nog niets ingevuld.") == 3  # a draft is no answer
    else:
        assert said.count("Dat kan niet bij deze vraag.") == 4


def test_every_opinion_is_repeated_with_who_holds_it(table: Table, gemeente: Vraag) -> None:
    groep = table.ask(gemeente, Wish.DISAGREE, "Zwolle", "An", "Kampen", Antwoord(Stand.LEEG), "klaar")
    assert groep.heard == [
        "We bewaren alle meningen naast elkaar. In het plan staan ze als open punt.",
        "Bewaard: Zwolle.",
        "Bewaard: An.",
        "Bewaard: Kampen.",
        "Bewaard: We zijn het nog niet eens: Zwolle (An) / Kampen.",
    ]


def test_back_from_who_holds_an_opinion_goes_to_the_opinion_and_enter_keeps_it(table: Table, gemeente: Vraag) -> None:
    table.ask(
        gemeente, Wish.DISAGREE, "Zwolle", Wish.BACK, Wish.KEEP, "An", "Kampn", Wish.BACK, "Kampen",
        "Bo", "klaar",
    )  # fmt: skip
    assert table.answer(gemeente).alternatieven == (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))


@pytest.mark.parametrize("keuze", ["veranderen", "weghalen", "volgorde"])
def test_stop_and_help_work_where_a_part_of_a_lijst_is_chosen(table: Table, people: Vraag, keuze: str) -> None:
    before = table.answer(people)
    groep = table.ask(people, keuze, Wish.HELP, Wish.CLEAR, Wish.STOP, "k0", "k0", "klaar")
    assert groep.says == ["k0", "k0", "klaar"]
    assert groep.heard[-2:] == [
        "Kies er een uit de lijst. Met < ga je terug zonder iets te veranderen.",
        "Dat kan niet bij deze vraag.",
    ]
    assert table.answer(people) == before


@pytest.mark.parametrize("opdracht", NOT_HERE)
def test_what_cannot_be_done_at_a_field_of_a_lijst_is_said(table: Table, people: Vraag, opdracht: Wish) -> None:
    groep = table.ask(people, "erbij", opdracht, "Carla", opdracht, Wish.STOP)
    assert groep.heard.count("Dat kan niet bij deze vraag.") == 2


@pytest.mark.parametrize(
    "antwoord", [Antwoord(Stand.WEET_NIET), Antwoord(Stand.LATER), Wish.HELP, Wish.OVERVIEW, Wish.BACK]
)
def test_only_no_or_stop_gives_up_an_answer_that_could_not_be_saved(
    table: Table, gemeente: Vraag, antwoord: Reaction
) -> None:
    werk = table.window()
    groep = Groep(antwoord, "ja")
    table.seat(groep, werk, terminal=True).offer_retry()
    assert werk.ask_again(WriteFailed("De schijf is vol."))
    assert len(groep.heard) == 2
    for nee in ("nee", Wish.STOP):
        groep.says = [nee]
        assert not werk.ask_again(WriteFailed("De schijf is vol."))


def test_vragen_put_off_are_counted_until_they_were_asked_again(table: Table) -> None:
    part, werk = table.inhoud.intake.delen[0], table.window()
    werk.change({vraag.id: Antwoord(Stand.WEET_NIET) for vraag in part.vragen})
    werk.change({vraag.id: Antwoord(Stand.LATER) for vraag in [v for v in part.vragen if not v.als][1:5]})
    groep = Groep(*[Antwoord(Stand.LATER)] * 2, *[Antwoord(Stand.WEET_NIET)] * 2)
    Gesprek(table.seat(groep, werk)).go_through(lambda: part)
    assert groep.distances == ["Nog 4 vragen", "Nog 3 vragen", "Nog 2 vragen", "De laatste vraag"]


def test_a_copy_that_cannot_be_read_is_named_with_what_to_do(table: Table, gemeente: Vraag) -> None:
    werk = table.window()
    werk.answer(gemeente, Antwoord(Stand.GEGEVEN, "Zwolle"))
    (table.folder / "routekaart-project (conflicted copy).yaml").write_bytes(b"\x00")
    groep = Groep()
    restoring.offer(table.seat(groep, werk))
    assert "routekaart-project (conflicted copy).yaml" in groep.heard[0]
    assert groep.heard[0].endswith("of haal het bestand weg uit de map.")


def test_a_lijst_says_its_keys_only_once(table: Table, people: Vraag) -> None:
    groep = table.ask(people, "erbij", "Carla", Antwoord(Stand.LEEG), Antwoord(Stand.LEEG), "klaar")
    assert groep.keys == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("says", "kept", "told"),
    [
        (("duiven",), "Duiven", "Duiven ligt in Gelderland."),
        (("Zwole", "k0"), "Zwolle", "Zwolle ligt in Overijssel."),
        (("Bergen", "k1"), "Bergen (L.)", "Bergen ligt in Limburg."),
        (("Voorbeeldstad",), "Voorbeeldstad", None),
        (("Zwole", "zo"), "Zwole", None),
        (("Zwole", Wish.BACK, "Almere"), "Almere", "Almere ligt in Flevoland."),
    ],
    ids=["in small letters", "misspelt", "two of that name", "made up", "meant as typed", "back"],
)
def test_a_gemeente_that_is_not_there_is_asked_about_once_and_one_that_is_says_where_it_lies(
    table: Table, gemeente: Vraag, says: tuple[Says, ...], kept: str, told: str | None
) -> None:
    groep = table.ask(gemeente, *says, terminal=True)
    assert table.answer(gemeente).waarde == kept
    assert [line for line in groep.heard if " ligt in " in line] == ([told] if told else [])


def test_from_a_pipe_a_gemeente_is_taken_as_it_came(table: Table, gemeente: Vraag) -> None:
    table.ask(gemeente, "Zwole")
    assert table.answer(gemeente).waarde == "Zwole"


def test_people_named_on_one_line_are_people_of_their_own(table: Table, people: Vraag) -> None:
    table.ask(people, "erbij", "Carla, Dirk en Els", "klaar")
    assert [row["naam"] for row in table.answer(people).waarde if not isinstance(row, str)] == [
        "Anna", "Bert", "Carla", "Dirk", "Els",
    ]  # fmt: skip


def test_an_opinion_that_becomes_the_same_as_the_other_is_the_answer(table: Table, gemeente: Vraag) -> None:
    sides = (Alternatief("Zwolle", "Kees"), Alternatief("Hattem", "Fatima"))
    table.window().answer(gemeente, Antwoord(Stand.ONEENS, alternatieven=sides))
    groep = table.ask(gemeente, Wish.DISAGREE, "veranderen", "k1", "Zwolle", "Kees", Wish.STOP)
    assert table.answer(gemeente).waarde == "Zwolle"
    assert "Er is nog één mening. Die is nu jullie antwoord." in groep.heard


def test_a_club_with_en_in_its_name_is_one(table: Table) -> None:
    netwerk = find.vraag(table.inhoud, "opstarten.neem-iedereen-mee.netwerken")
    table.window().answer(
        find.vraag(table.inhoud, "opstarten.neem-iedereen-mee.status"), Antwoord(Stand.GEGEVEN, "bezig")
    )
    table.ask(netwerk, "erbij", "Groen en Blauw", Wish.STOP)
    assert table.answer(netwerk).waarde == ({"naam": "Groen en Blauw"},)


def test_a_name_that_stands_elsewhere_is_offered_and_how_to_reach_who_speaks_is_what_enter_takes(
    table: Table, people: Vraag
) -> None:
    table.window().answer(
        people, lijst({"naam": "Anna Smit", "contact": "06-1"}, {"naam": "Bert", "contact": "b@x.nl"})
    )
    groep = table.ask(find.vraag(table.inhoud, "groep.woordvoerder"), "Anna")
    assert groep.turns[0].suggestions == ("Anna Smit", "Bert")
    groep = table.ask(find.vraag(table.inhoud, "groep.woordvoerder-bereikbaar"), "06-1")
    assert (groep.turns[0].suggestions, groep.turns[0].proposal) == (("06-1", "b@x.nl"), "06-1")


def test_a_lijst_with_amounts_says_what_they_are_together(table: Table) -> None:
    begroting = find.vraag(table.inhoud, "geld.begroting")
    table.window().answer(
        begroting, lijst({"post": "Zaal", "bedrag": "600"}, {"post": "Adviseur", "bedrag": "4500.50"})
    )
    assert "  Samen: € 5.100,50" in table.ask(begroting, "klaar").heard[0]


def test_a_lijst_without_amounts_says_no_sum(table: Table) -> None:
    begroting = find.vraag(table.inhoud, "geld.begroting")
    table.window().answer(begroting, lijst({"post": "Zaal", "bedrag": "600"}, {"post": "Adviseur"}))
    assert "Samen" not in table.ask(begroting, "klaar").heard[0]
