"""Parts of the conversation without a screen: two windows on one vraag, and what can be wanted in the middle of one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.world import NU, Stroom

from routekaart_cli.domain.antwoorden import Alternatief, Antwoord, Stand, Waarde
from routekaart_cli.domain.routekaart import Vraag
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import WriteFailed
from routekaart_cli.gesprek import offering, sessie, spoken
from routekaart_cli.gesprek.tafel import Stopped
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Opdracht, Reaction, Turn
from routekaart_cli.gesprek.werk import Werk
from routekaart_cli.inhoud.folder import Inhoud
from routekaart_cli.project import store

Zegt = Waarde | Reaction | Callable[[], None]


class Groep:
    """Says *zegt*, one after the other, and stops; a function happens in another window, just before the next one."""

    def __init__(self, *zegt: Zegt) -> None:
        self.zegt = list(zegt)
        self.koppen: list[str] = []
        self.toetsen: list[bool] = []
        self.gehoord: list[str] = []

    def ask(self, turn: Turn) -> Reaction:
        self.koppen.append(turn.heading)
        self.toetsen.append(turn.keys)
        zegt = self.zegt.pop(0) if self.zegt else Opdracht.STOP
        while callable(zegt):
            zegt()
            zegt = self.zegt.pop(0)
        return zegt if isinstance(zegt, (Antwoord, Opdracht)) else Antwoord(Stand.GEGEVEN, zegt)

    @property
    def afstanden(self) -> list[str]:
        """How far it was said to be, at each question."""
        lines = [heading.partition("\n")[0] for heading in self.koppen]
        return [line.removesuffix(" in dit deel.").rpartition(". ")[2] for line in lines]

    def tell(self, text: str) -> None:
        self.gehoord.append(text)

    def confirm_saved(self, words: str) -> None:
        self.gehoord.append(spoken.stored(words))


class Tafel:
    """A project with several windows open on it."""

    def __init__(self, folder: Path, inhoud: Inhoud) -> None:
        self.map, self.inhoud = folder, inhoud

    def window(self) -> Werk:
        env = Environment(self.map, {}, (Stroom(), Stroom(), Stroom()), clock=lambda: NU)
        env.inhoud = self.inhoud
        return Werk.open(env)

    def say(self, vraag: Vraag, antwoord: Antwoord) -> Callable[[], None]:
        """Return what gives *antwoord* in another window, that has read the file at that moment."""
        return lambda: self.window().answer(vraag, antwoord)

    def ask(self, vraag: Vraag, *zegt: Zegt) -> Groep:
        """Ask *vraag* in one window, of a group that says *zegt*; return that group."""
        groep = Groep(*zegt)
        with contextlib.suppress(Stopped):
            Gesprek(self.window(), groep).ask_one(vraag)
        return groep

    def answer(self, vraag: Vraag) -> Antwoord:
        return store.load(self.map / "routekaart-project.yaml").antwoorden[vraag.id]


@pytest.fixture
def tafel(tmp_path: Path, inhoud: Inhoud) -> Tafel:
    return Tafel(tmp_path, inhoud)


@pytest.fixture
def mensen(tafel: Tafel) -> Vraag:
    vraag = tafel.inhoud.find_vraag("groep.mensen")
    tafel.window().answer(vraag, lijst({"naam": "Anna"}, {"naam": "Bert"}))
    return vraag


def lijst(*records: dict[str, str]) -> Antwoord:
    return Antwoord(Stand.GEGEVEN, records)


def test_a_lijst_never_gives_the_details_of_one_to_another_when_two_windows_work(tafel: Tafel, mensen: Vraag) -> None:
    others = tafel.say(mensen, lijst({"naam": "Anna", "rol": "voorzitter"}, {"naam": "Bert"}))
    tafel.ask(mensen, "erbij", others, "Carla", "penningmeester", "06-carla", "klaar")
    names = {str(record["naam"]): record for record in tafel.answer(mensen).waarde if not isinstance(record, str)}
    assert names == {
        "Anna": {"naam": "Anna", "rol": "voorzitter"},
        "Bert": {"naam": "Bert"},
        "Carla": {"naam": "Carla", "rol": "penningmeester", "contact": "06-carla"},
    }


def test_a_lijst_keeps_whole_records_when_another_window_takes_one_out(tafel: Tafel, mensen: Vraag) -> None:
    tafel.ask(mensen, "erbij", tafel.say(mensen, lijst({"naam": "Bert"})), "Carla", "penningmeester", "06-c", "klaar")
    assert tafel.answer(mensen).waarde == (
        {"naam": "Bert"},
        {"naam": "Carla", "rol": "penningmeester", "contact": "06-c"},
    )


def test_a_record_that_another_window_took_out_meanwhile_is_whole_or_gone(tafel: Tafel, mensen: Vraag) -> None:
    gone = tafel.say(mensen, lijst({"naam": "Anna"}, {"naam": "Bert"}))
    tafel.ask(mensen, "erbij", "Carla", gone, "penningmeester", "06-carla", "klaar")
    assert all("naam" in record for record in tafel.answer(mensen).waarde)


def test_two_people_of_the_same_name_stay_two(tafel: Tafel, mensen: Vraag) -> None:
    tafel.ask(mensen, "erbij", "Anna", "techniek", Opdracht.BACK, Opdracht.KEEP, Antwoord(Stand.LEEG), "klaar")
    assert tafel.answer(mensen).waarde == ({"naam": "Anna"}, {"naam": "Bert"}, {"naam": "Anna", "rol": "techniek"})


def test_an_opinion_that_another_window_added_stays(tafel: Tafel) -> None:
    vraag = tafel.inhoud.find_vraag("wijk.gemeente")
    tafel.window().answer(vraag, Antwoord(Stand.GEGEVEN, "Zwolle", door="An"))

    def others() -> None:
        sides = (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))
        tafel.window().answer(vraag, Antwoord(Stand.ONEENS, alternatieven=sides))

    tafel.ask(vraag, Opdracht.DISAGREE, others, "Deventer", "Cor", "klaar")
    sides = [(side.waarde, side.door) for side in tafel.answer(vraag).alternatieven]
    assert sorted(sides) == [("Deventer", "Cor"), ("Kampen", "Bo"), ("Zwolle", "An")]


NIET_HIER = (Opdracht.DISAGREE, Opdracht.EDITOR)


@pytest.fixture
def gemeente(tafel: Tafel) -> Vraag:
    return tafel.inhoud.find_vraag("wijk.gemeente")


@pytest.mark.parametrize("opdracht", [Opdracht.HELP, Opdracht.OVERVIEW, Opdracht.CLEAR, *NIET_HIER])
def test_what_can_always_be_typed_never_skips_a_question_about_an_opinion(
    tafel: Tafel, gemeente: Vraag, opdracht: Opdracht
) -> None:
    groep = tafel.ask(
        gemeente, Opdracht.DISAGREE, opdracht, "Zwolle", opdracht, "An", "Kampen", opdracht, "Bo", opdracht, "klaar"
    )
    assert tafel.answer(gemeente).alternatieven == (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))
    said = "\n".join(groep.gehoord)
    if opdracht is Opdracht.HELP:
        assert said.count("Dan weten jullie later met wie je verder praat. Leeg laten mag.") == 2
        assert "Alle meningen blijven naast elkaar staan. Later kunnen jullie samen kiezen." in said
    elif opdracht is Opdracht.OVERVIEW:
        assert "- Gemeente: Zwolle" in said
    else:
        assert said.count("Dat kan niet bij deze vraag.") == 4


def test_every_opinion_is_repeated_with_who_holds_it(tafel: Tafel, gemeente: Vraag) -> None:
    groep = tafel.ask(gemeente, Opdracht.DISAGREE, "Zwolle", "An", "Kampen", Antwoord(Stand.LEEG), "klaar")
    assert groep.gehoord == [
        "We bewaren alle meningen naast elkaar. In het plan staan ze als open punt.",
        "Bewaard: Zwolle.",
        "Bewaard: An.",
        "Bewaard: Kampen.",
        "Bewaard: We zijn het nog niet eens: Zwolle (An) / Kampen.",
    ]


def test_back_from_who_holds_an_opinion_goes_to_the_opinion_and_enter_keeps_it(tafel: Tafel, gemeente: Vraag) -> None:
    tafel.ask(
        gemeente, Opdracht.DISAGREE, "Zwolle", Opdracht.BACK, Opdracht.KEEP, "An", "Kampn", Opdracht.BACK, "Kampen",
        "Bo", "klaar",
    )  # fmt: skip
    assert tafel.answer(gemeente).alternatieven == (Alternatief("Zwolle", "An"), Alternatief("Kampen", "Bo"))


@pytest.mark.parametrize("keuze", ["veranderen", "weghalen", "volgorde"])
def test_stop_and_help_work_where_a_part_of_a_lijst_is_chosen(tafel: Tafel, mensen: Vraag, keuze: str) -> None:
    before = tafel.answer(mensen)
    groep = tafel.ask(mensen, keuze, Opdracht.HELP, Opdracht.CLEAR, Opdracht.STOP, "k0", "k0", "klaar")
    assert groep.zegt == ["k0", "k0", "klaar"]
    assert groep.gehoord[-2:] == [
        "Kies er een uit de lijst. Met < ga je terug zonder iets te veranderen.",
        "Dat kan niet bij deze vraag.",
    ]
    assert tafel.answer(mensen) == before


@pytest.mark.parametrize("opdracht", NIET_HIER)
def test_what_cannot_be_done_at_a_field_of_a_lijst_is_said(tafel: Tafel, mensen: Vraag, opdracht: Opdracht) -> None:
    groep = tafel.ask(mensen, "erbij", opdracht, "Carla", opdracht, Opdracht.STOP)
    assert groep.gehoord.count("Dat kan niet bij deze vraag.") == 2


@pytest.mark.parametrize(
    "antwoord", [Antwoord(Stand.WEET_NIET), Antwoord(Stand.LATER), Opdracht.HELP, Opdracht.OVERVIEW, Opdracht.BACK]
)
def test_only_no_or_stop_gives_up_an_answer_that_could_not_be_saved(
    tafel: Tafel, gemeente: Vraag, antwoord: Reaction
) -> None:
    werk = tafel.window()
    werk.env.stdin = Stroom(terminal=True)
    groep = Groep(antwoord, "ja")
    sessie.retry(werk, groep)
    assert werk.ask_again(WriteFailed("De schijf is vol."))
    assert len(groep.gehoord) == 2
    for nee in ("nee", Opdracht.STOP):
        groep.zegt = [nee]
        assert not werk.ask_again(WriteFailed("De schijf is vol."))


@pytest.fixture
def done(tafel: Tafel) -> Werk:
    """A project in which every vraag of the route has an answer."""
    werk = tafel.window()
    werk.answer_all({vraag.id: Antwoord(Stand.WEET_NIET) for vraag in tafel.inhoud.intake.vragen})
    werk.answer_all({"stand.fase": Antwoord(Stand.GEGEVEN, "uitvoeren")})
    werk.answer_all({vraag.id: Antwoord(Stand.WEET_NIET) for vraag in tafel.inhoud.fase("uitvoeren").vragen})
    return werk


def test_vragen_put_off_are_counted_until_they_were_asked_again(tafel: Tafel, done: Werk) -> None:
    uitgesteld = [vraag for vraag in tafel.inhoud.intake.delen[0].vragen if not vraag.als][2:6]
    done.answer_all({vraag.id: Antwoord(Stand.LATER) for vraag in uitgesteld})
    groep = Groep(*[Antwoord(Stand.LATER)] * 2, *[Antwoord(Stand.WEET_NIET)] * 2)
    Gesprek(done, groep).run()
    assert groep.afstanden == ["Nog 4 vragen", "Nog 3 vragen", "Nog 2 vragen", "De laatste vraag"]


def test_stappen_to_bring_up_to_date_are_counted(done: Werk) -> None:
    groep = Groep("ja", *["past-niet"] * 3)
    Gesprek(done, groep).run()
    assert [progress.rpartition(" ")[2] for progress in groep.afstanden] == ["", "vragen", "vragen", "vraag"]


def test_a_copy_that_cannot_be_read_is_named_with_what_to_do(tafel: Tafel, gemeente: Vraag) -> None:
    werk = tafel.window()
    werk.answer(gemeente, Antwoord(Stand.GEGEVEN, "Zwolle"))
    (tafel.map / "routekaart-project (conflicted copy).yaml").write_bytes(b"\x00")
    groep = Groep()
    offering.offer(werk, groep)
    assert "routekaart-project (conflicted copy).yaml" in groep.gehoord[0]
    assert groep.gehoord[0].endswith("of haal het bestand weg uit de map.")


def test_a_lijst_says_its_keys_only_once(tafel: Tafel, mensen: Vraag) -> None:
    groep = tafel.ask(mensen, "erbij", "Carla", Antwoord(Stand.LEEG), Antwoord(Stand.LEEG), "klaar")
    assert groep.toetsen == [True, False, False, False, False]
