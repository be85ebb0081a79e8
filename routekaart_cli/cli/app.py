"""The program: which commands there are, where they stand, and in which group of the help."""

from __future__ import annotations

import typer

from routekaart_cli.cli.typer_dutch import Command, DutchGroup
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.environment.world import Environment

_START, _LOOK_UP, _PROJECT, _EDITORS = "Aan de slag", "Opzoeken", "Jullie project", "Voor adviseurs en redacteuren"

COMMANDS = (
    Command(
        "start",
        _START,
        "Begin met de vragen, of ga verder waar jullie waren. Elk antwoord wordt meteen bewaard.",
        "aan_de_slag",
        ("start", "start --fase 2", "start --antwoorden antwoorden.yaml"),
        "begin beginnen verder doorgaan invullen",
    ),
    Command(
        "vragen", _START, "Laat alle vragen zien, zonder ze te stellen.", "aan_de_slag", ("vragen", "vragen --fase 3")
    ),
    Command(
        "werkblad",
        _START,
        "Zet de vragen op papier, of in een bestand om in te vullen.",
        "documenten",
        ("werkblad 2", "werkblad 2 --naar werkblad.html"),
    ),
    Command(
        "snelkoppeling",
        _START,
        "Zet routekaart op je bureaublad, om op te dubbelklikken.",
        "aan_de_slag",
        ("snelkoppeling", "snelkoppeling --project zonnehoek"),
        "icoon bureaublad",
    ),
    Command(
        "fase",
        _LOOK_UP,
        "Laat één fase zien. Zonder nummer: de vijf fasen met jullie voortgang.",
        "opzoeken",
        ("fase", "fase 3", "fase verdiepen --alles"),
    ),
    Command(
        "tips",
        _LOOK_UP,
        "De tips van een fase. Zonder nummer: alle tips, per fase.",
        "opzoeken",
        ("tips 3", "tips gemeente"),
    ),
    Command(
        "voorbeelden",
        _LOOK_UP,
        "De voorbeelden en tools van een fase, of één voorbeeld helemaal.",
        "opzoeken",
        ("voorbeelden 3", "voorbeelden berkum"),
    ),
    Command(
        "begrippen",
        _LOOK_UP,
        "Wat moeilijke woorden betekenen.",
        "opzoeken",
        ("begrippen", "begrippen warmtenet"),
        "woorden woord",
    ),
    Command(
        "zoek",
        _LOOK_UP,
        "Zoek in alle teksten en in jullie antwoorden.",
        "opzoeken",
        ("zoek jongeren", "zoek subsidie isolatie"),
        "vind",
    ),
    Command(
        "gemeente",
        _LOOK_UP,
        "Het gemeentespoor: jullie plan inbrengen bij de gemeente.",
        "opzoeken",
        ("gemeente", "gemeente --alles"),
    ),
    Command(
        "contact",
        _LOOK_UP,
        "Wie jullie kan helpen, ook in jullie provincie.",
        "opzoeken",
        ("contact", "contact drenthe"),
        "adres",
    ),
    Command(
        "actueel",
        _LOOK_UP,
        "Wat er sinds 2021 veranderd is: wetten, plannen en geld.",
        "opzoeken",
        ("actueel", "actueel wcw", "actueel --alles"),
        "nieuws subsidie subsidies wetten",
    ),
    Command(
        "hulp",
        _LOOK_UP,
        "Uitleg over een opdracht of een onderwerp, zoals toetsen.",
        "opzoeken",
        ("hulp export", "hulp toetsen"),
        "help uitleg",
    ),
    Command(
        "stap",
        _PROJECT,
        "Laat één stap zien, of werk hem bij.",
        "jullie_project",
        ("stap 3.2", "stap 3.2 --status bezig", "stap 3.2 --wie Fatima --wanneer 31-1-2027"),
        "af klaar bezig",
    ),
    Command(
        "status",
        _PROJECT,
        "Zie waar jullie staan en wat nu slim is om te doen.",
        "jullie_project",
        ("status", "status --json"),
        "stand stat taken acties doen planning",
    ),
    Command(
        "nakijken",
        _PROJECT,
        "Kijk jullie antwoorden na, en verander ze.",
        "jullie_project",
        ("nakijken", "nakijken groep.doel"),
        "antwoorden wijzig",
    ),
    Command(
        "terugdraaien",
        _PROJECT,
        "Maak de laatste wijziging ongedaan. Tot twintig wijzigingen terug, ook uit een vorig gesprek.",
        "projectbestand",
        ("terugdraaien", "terugdraaien --lijst", "terugdraaien --sessie"),
        "undo terug ongedaan herstel",
    ),
    Command(
        "samenvoegen",
        _PROJECT,
        "Voeg antwoorden uit een andere kopie van jullie bestand toe.",
        "projectbestand",
        ("samenvoegen kopie-van-jan.yaml", "samenvoegen ons-bestand.yaml kopie-van-jan.yaml"),
        "merge",
    ),
    Command(
        "kopie",
        _PROJECT,
        "Maak een kopie van jullie bestand, voor een stick of een mail.",
        "projectbestand",
        ("kopie naar-jan.yaml", "kopie reserve.yaml"),
        "backup",
    ),
    Command(
        "vergeet",
        _PROJECT,
        "Haal een persoon overal weg uit jullie antwoorden.",
        "projectbestand",
        ("vergeet Kees Brouwer",),
        "verwijder",
    ),
    Command(
        "controleer",
        _PROJECT,
        "Kijk of jullie bestand in orde is en wat er nog ontbreekt.",
        "projectbestand",
        ("controleer", "controleer --streng"),
        "check",
    ),
    Command(
        "export",
        _PROJECT,
        "Maak het actieplan als document.",
        "documenten",
        ("export", "export plan.html", "export delen.md --voor iedereen"),
        "pdf word docx excel print printen afdrukken plan actieplan delen mail",
    ),
    Command(
        "agenda", _PROJECT, "Maak de agenda voor de volgende bijeenkomst.", "documenten", ("agenda", "agenda agenda.md")
    ),
    Command(
        "overzicht",
        _EDITORS,
        "Zie van veel groepen tegelijk waar ze staan, en wie hulp kan gebruiken.",
        "adviseurs",
        ("overzicht groepen", "overzicht groepen --stil 60", "overzicht groepen --naar groepen.xlsx"),
        "groepen projecten",
    ),
    Command(
        "inhoud",
        _EDITORS,
        "Controleer de teksten, of zie hoe ze in elkaar zitten.",
        "redacteuren",
        ("inhoud controleer", "inhoud kaart", "inhoud schema schemas"),
    ),
    Command(
        "voltooiing",
        _START,
        "Een script waarmee je shell opdrachten aanvult als je Tab typt.",
        "aan_de_slag",
        ("voltooiing bash", "voltooiing powershell"),
    ),
)


def dashboard(ctx: typer.Context) -> None:
    """Show where the group is, or what routekaart is, when no command is given."""
    if ctx.invoked_subcommand is None:
        from routekaart_cli.cli.jullie_project import welcome  # only when it is shown

        welcome(ctx.ensure_object(Environment))


app = typer.Typer(
    cls=DutchGroup,
    help=(
        "Routekaart helpt jullie stap voor stap naar een duurzame wijk zonder aardgas.\n\n"
        f"Begin met: {to_type('start')}\n"
    ),
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.callback()(dashboard)

command = typer.main.get_command(app)
if isinstance(command, DutchGroup):
    command.know(COMMANDS)
