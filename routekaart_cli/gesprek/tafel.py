"""The table: the people who are asked, and what they may always type, at any vraag that is put to them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand
from routekaart_cli.domain.in_words import fase_name
from routekaart_cli.domain.invoer import VOORBEELD
from routekaart_cli.domain.routekaart import Deel, Fase, Keuze, Soort, Vraag
from routekaart_cli.domain.voortgang import Overzicht
from routekaart_cli.dutch import plural
from routekaart_cli.environment.world import Environment
from routekaart_cli.errors import RoutekaartError
from routekaart_cli.gesprek.vragers.asker import Asker, Reaction, Turn, Wish
from routekaart_cli.inhoud import begrippen
from routekaart_cli.inhoud.folder import ZIJSPOOR, Inhoud
from routekaart_cli.pages import bestand, blocks, plain
from routekaart_cli.pages.blocks import Page
from routekaart_cli.project.werk import Werk

_BARE = {
    "stop": Wish.STOP, "quit": Wish.STOP, "exit": Wish.STOP, "hulp": Wish.HELP, "help": Wish.HELP, "terug": Wish.BACK,
}  # fmt: skip
_BARE_WORDS = {Wish.STOP: "stoppen", Wish.HELP: "uitleg", Wish.BACK: "terug naar de vorige vraag"}
_NOT_HERE = "Dat kan niet bij deze vraag."
AT_A_VRAAG = (Wish.BACK, Wish.CLEAR, Wish.DISAGREE, Wish.EDITOR)
"""What can be wanted at a vraag of the content, besides what is done here."""


class Stopped(Exception):
    """They want to stop, in the middle of whatever was asked."""


@dataclass
class Tafel:
    """The people at the table, asked through *asker* about the project in *werk*."""

    env: Environment
    asker: Asker
    werk: Werk

    @classmethod
    def of(cls, env: Environment, werk: Werk) -> Tafel:
        """Return the table in the world *env*: menus on a terminal, plain lines when asked for, or from a pipe."""
        if env.accessible or not env.stdin.isatty():
            from routekaart_cli.gesprek.vragers.lines import LinesAsker

            return cls(env, LinesAsker(env.stdin, env.stderr, env.width, env.spell), werk)
        from routekaart_cli.gesprek.vragers.menu import MenuAsker

        return cls(env, MenuAsker(env.stderr, env.width, env.spell, color=env.color), werk)

    @property
    def inhoud(self) -> Inhoud:
        return self.env.inhoud

    @property
    def antwoorden(self) -> Antwoorden:
        """The answers so far, of a project that other windows may change as well."""
        return self.inhoud.read_now(self.werk.project.antwoorden)

    @property
    def file_name(self) -> str:
        """The project file as a person here would write it."""
        return self.env.name_of(self.werk.path)

    @property
    def counting(self) -> dict[str, Antwoord]:
        """The answers that count."""
        return intake.counted(self.inhoud.vragen, self.antwoorden)

    @property
    def overzicht(self) -> Overzicht:
        """Where the group is now."""
        inhoud = self.inhoud
        return voortgang.overzicht(inhoud.intake, inhoud.fasen, inhoud.zijspoor, self.antwoorden, self.env.today)

    @property
    def fase(self) -> Fase:
        """The fase the group works on."""
        return current_fase(self.inhoud, self.counting)

    def tell(self, text: str) -> None:
        self.asker.tell(text)

    def show(self, page: Page, *, paged: bool = True) -> None:
        """Show *page*; when it is *paged* and longer than the screen in a pager, so that it pushes no question away."""
        if self.env.stdout.isatty():
            self.env.show(page, gesprek=not paged)
        else:
            self.tell(plain.render(blocks.with_texts(page, self.env.spell), None).rstrip())

    def parked(self) -> set[str]:
        """Return the ids of the answers that are there and do not count."""
        return set(intake.parked(self.inhoud.vragen, self.antwoorden))

    def say_parked(self, before: set[str]) -> None:
        """Say which answers a change put aside or brought back, seen from those parked *before*."""
        after = self.parked()
        if after - before:
            self.tell(_parked_words(len(after - before)))
        if before - after:
            self.tell(f"{plural(len(before - after), 'eerder antwoord geldt', 'eerdere antwoorden gelden')} nu weer.")

    def with_offer(self, turn: Turn) -> Turn:
        """Return *turn* with what was said elsewhere that can be its answer."""
        from_ = self.inhoud.offers(turn.vraag)
        if from_ is None:
            return turn
        suggestions, proposal = intake.offered(turn.vraag, from_, self.counting)
        return turn._replace(suggestions=suggestions, proposal=proposal or turn.proposal)

    def ask(self, turn: Turn, handled: Container[Wish] = ()) -> Reaction:
        """Return the answer to *turn*, KEEP, or what is wanted instead as far as the caller does that: *handled*.

        What explains or shows is done here; what cannot be done at this vraag is said. Then the vraag stands there
        again. Raises `Stopped`.
        """
        while True:
            reaction = self._meant(self.asker.ask(turn), turn)
            match reaction:
                case Wish.STOP:
                    raise Stopped
                case Wish.HELP:
                    self.tell(self._explanation(turn.vraag))
                case Wish.OVERVIEW:
                    self.show(bestand.overzicht(self.inhoud.intake.all_delen, self.inhoud.all_fasen, self.counting))
                case Wish.PLAN:
                    self.show_plan()
                case Wish.KEEP:
                    return reaction
                case Wish() if reaction not in handled:
                    self.tell(_NOT_HERE)
                # Not knowing is no answer to what to do now.
                case Antwoord(stand=Stand.WEET_NIET | Stand.LATER) if not (turn.vraag.id or turn.can_be_unknown):
                    self.tell(_NOT_HERE)
                case _:
                    return reaction
            turn = turn._replace(introduction="", keys=False)

    def choose(self, vraag: Vraag, handled: Container[Wish] = (), **how: Any) -> str | None:
        """Return what is chosen or typed at *vraag*, of which nothing is kept; None for anything else.

        *how* it is put are fields of a `Turn`. Raises `Stopped`.
        """
        reaction = self.ask(Turn(vraag, "", self.env.today, can_be_unknown=False, **how), handled)
        if isinstance(reaction, Antwoord) and reaction.stand is Stand.GEGEVEN:
            return str(reaction.waarde)
        return None

    def agree(self, kort: str, text: str, waarom: str, proposal: str = "") -> bool:
        """Return whether they answer ja to *text*, called *kort* and explained by *waarom*; Enter takes *proposal*.

        Raises `Stopped`.
        """
        return self.choose(Vraag("", kort, text, Soort.JA_NEE, waarom), proposal=proposal) == "ja"

    def offer_retry(self) -> None:
        """Have them asked whether to try again when saving fails: the answer just typed would be lost.

        Lines from a pipe are answers to the vragen, so there nothing is asked.
        """

        def ask_again(error: RoutekaartError) -> bool:
            self.tell(f"{error.message}\nHet laatste antwoord is nog niet bewaard. Alle andere wel.")
            try:
                return self.agree(
                    "Nog een keer opslaan",
                    "Nog een keer proberen?",
                    "Los eerst op wat hierboven staat. Maak ruimte op de schijf, of zorg dat je weer bij de map kunt. "
                    "Kies dan Ja. Met Nee stopt routekaart. Schrijf je laatste antwoord dan eerst ergens op.",
                )
            except (Stopped, KeyboardInterrupt):  # then the answer is lost, and that must be said
                return False

        if self.env.stdin.isatty():
            self.werk.ask_again = ask_again

    def _meant(self, reaction: Reaction, turn: Turn) -> Reaction:
        """Return *reaction* to *turn*, or the opdracht that a bare word like `stop` was meant as: a person is asked."""
        typed = str(reaction.waarde) if isinstance(reaction, Antwoord) else ""
        wish = _BARE.get(typed.lower())
        if wish is None or not turn.vraag.id or turn.vraag.keuzes or not self.env.stdin.isatty():
            return reaction
        keuzes = (Keuze("doen", f"Ik wil {_BARE_WORDS[wish]}"), Keuze("antwoord", "Dit is ons antwoord"))
        text = f"Je typte alleen '{typed}'. Wat bedoel je?"
        meant = self.choose(Vraag("", "Bedoeling", text, Soort.KEUZE, "Kies wat je bedoelt.", keuzes=keuzes))
        return wish if meant == "doen" else reaction

    def show_plan(self) -> None:
        """Show the plan as it would be now, for the group itself."""
        from routekaart_cli.pages.plan_page import stuk_page
        from routekaart_cli.plan import builder

        plan = builder.build(self.inhoud, self.overzicht, self.env.today, builder.Omvang(), self.werk.project)
        self.show(stuk_page(plan))

    def _explanation(self, vraag: Vraag) -> str:
        """Return why *vraag* is asked, with an example, and what the difficult words in it mean."""
        lines = [vraag.waarom or "Bij deze vraag is geen uitleg."]
        if vraag.voorbeeld:
            lines.append(VOORBEELD.format(voorbeeld=vraag.voorbeeld))
        text = " ".join([vraag.vraag, vraag.waarom, *(keuze.tekst for keuze in vraag.keuzes)])
        found = begrippen.occurring(self.inhoud.begrippen, text)
        lines += [f"{begrip.woord[:1].upper()}{begrip.woord[1:]}: {begrip.uitleg}" for begrip in found]
        if vraag.soort is Soort.LANGE_TEKST and self.env.text_program:
            lines.append("Liever schrijven in je eigen tekstprogramma? Typ :editor.")
        return "\n".join(lines)


def current_fase(inhoud: Inhoud, counting: Antwoorden) -> Fase:
    """Return the fase that a group with these answers works on."""
    return voortgang.current_fase(inhoud.intake, (*inhoud.fase_ids, ZIJSPOOR), inhoud.fase, counting)


def part_of_fase(fase: Fase) -> Deel:
    """Return *fase* as a part of the interview."""
    return Deel(fase.id, fase_name(fase), fase.vragen)


def part_of(inhoud: Inhoud, vraag: Vraag) -> Deel:
    """Return the part of the interview in which *vraag* stands."""
    parts = (*inhoud.intake.all_delen, *map(part_of_fase, inhoud.all_fasen))
    return next(part for part in parts if vraag in part.vragen)


def _parked_words(how_many: int) -> str:
    if how_many == 1:
        return (
            "Door deze verandering geldt 1 ander antwoord niet meer. "
            "Het blijft bewaard en komt terug als je dit terugzet."
        )
    return (
        f"Door deze verandering gelden {how_many} andere antwoorden niet meer. "
        "Ze blijven bewaard en komen terug als je dit terugzet."
    )
