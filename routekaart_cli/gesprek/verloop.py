"""The conversation: which vraag is asked next, on, back and again; how far it still is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden, Stand
from routekaart_cli.domain.in_words import fase_zin
from routekaart_cli.domain.routekaart import Deel, Soort, Vraag
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.gesprek import around, tafel
from routekaart_cli.gesprek.route import deel_van, route
from routekaart_cli.gesprek.vraaggesprek import VraagGesprek
from routekaart_cli.gesprek.vragers.asker import Asker, Scherm
from routekaart_cli.gesprek.werk import Werk


@dataclass
class Gesprek:
    """One session of the interview about the project in *werk*, held through *asker*."""

    werk: Werk
    asker: Asker
    _tot: str | None = None
    """While going through earlier answers: the id of the vraag from which somebody went back."""
    _deel: str = ""
    _begonnen: bool = False
    _los: bool = False
    """Are vragen asked out of their order? Then no distance is told."""
    _bij: list[Vraag] = field(default_factory=list)
    """What is left to bring up to date."""
    _herkanst: set[str] = field(default_factory=set)
    """The vragen put off that were asked again in this session."""

    def run(self) -> None:
        """Ask until nothing is open. Raises `Gestopt`, and lets KeyboardInterrupt pass through."""
        focus: Vraag | None = None
        while True:
            delen = route(self.werk.env.inhoud, self.antwoorden)
            vragen = tuple(vraag for deel in delen for vraag in deel.vragen)
            if focus not in vragen:  # another fase was chosen
                focus = None
            vraag = (
                focus
                or intake.next_vraag(vragen, self.antwoorden)
                or self._uitgesteld(vragen)
                or self._bijwerken(delen[-1])
            )
            if vraag is None:
                return
            deel = next(deel for deel in delen if vraag in deel.vragen)
            self._begin(deel)
            terug = self._ask(vraag, deel, vragen)
            focus = self._terug(vraag, vragen) if terug else self._volgende(vraag, vragen)

    def ask_one(self, vraag: Vraag) -> None:
        """Ask *vraag*, then only what its answer newly makes necessary; back ends it. Raises `Gestopt`."""
        inhoud = self.werk.env.inhoud
        vragen, vooraf = inhoud.vragen, self._open(inhoud.vragen)
        self._los = True
        te_doen: list[Vraag] = [vraag]
        while te_doen:
            nu = te_doen.pop(0)
            if self._ask(nu, deel_van(inhoud, nu), vragen):
                return
            te_doen = te_doen or [deze for deze in vragen if deze.id in self._open(vragen) - vooraf - {nu.id}]

    def _open(self, vragen: Sequence[Vraag]) -> set[str]:
        """Return the ids of the *vragen* that apply and have no answer."""
        return {vraag.id for vraag in intake.onbeantwoord(vragen, self.antwoorden)}

    @property
    def antwoorden(self) -> Antwoorden:
        return self.werk.project.antwoorden

    def _terug(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag:
        """Return the vraag before *vraag* on the path, or *vraag* itself when it is the first."""
        pad = intake.pad(vragen, self.antwoorden)
        eerder = pad[: pad.index(vraag)] if vraag in pad else pad
        if not eerder:
            self.asker.tell("Dit is de eerste vraag. Verder terug kan niet.")
            return vraag
        self._tot = self._tot or vraag.id
        return eerder[-1]

    def _volgende(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the vraag after *vraag* while going through earlier answers; None goes on with what is open."""
        ids = [deze.id for deze in vragen]
        if self._tot not in ids:
            self._tot = None
            return None
        rest = [deze for deze in intake.pad(vragen, self.antwoorden) if ids.index(deze.id) > ids.index(vraag.id)]
        if not rest or ids.index(rest[0].id) >= ids.index(self._tot):
            self._tot = None
        return rest[0] if rest else None

    def _ask(self, vraag: Vraag, deel: Deel, vragen: Sequence[Vraag]) -> bool:
        """Ask *vraag* until it has its answer; return whether they want back instead."""
        inhoud, voorstel = self.werk.env.inhoud, self._advies(vraag)
        scherm = Scherm(
            vraag,
            around.kop(inhoud, vraag, self._afstand(vraag, deel, vragen)),
            self.werk.env.vandaag,
            voorstel=voorstel,
            toetsen=not self._begonnen,
            toelichting=around.toelichting(inhoud, vraag),
        )
        self._begonnen = True
        return VraagGesprek(self.werk, self.asker, scherm, vragen).run()

    def _uitgesteld(self, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the next vraag that was put off and not yet asked again in this session."""
        over = [vraag for vraag in intake.uitgesteld(vragen, self.antwoorden) if vraag.id not in self._herkanst]
        if not over:
            return None
        if not self._herkanst:
            self.asker.tell(_later_opnieuw(len(over)))
        self._herkanst.add(over[0].id)
        return over[0]

    def _bijwerken(self, deel: Deel) -> Vraag | None:
        """Return the status of the next unfinished stap, when a group comes back to a fase with nothing open."""
        if not self._begonnen:
            standen = [vraag for vraag in deel.vragen if vraag.stap and vraag.id == f"{vraag.stap}.status"]
            te_doen = [v for v in standen if voortgang.tekst_van(self.antwoorden.get(v.id)) not in voortgang.AFGEROND]
            if te_doen and self._wil_bijwerken(deel):
                self._bij = te_doen
        return self._bij.pop(0) if self._bij else None

    def _wil_bijwerken(self, deel: Deel) -> bool:
        self._begonnen = True
        tekst = f"{deel.titel}: alle vragen hebben een antwoord. Willen jullie bijwerken hoe het met de stappen staat?"
        vraag = Vraag(
            "",
            "Stappen bijwerken",
            tekst,
            Soort.JA_NEE,
            "Bij elke stap die nog niet klaar is, vragen we hoe het er nu mee staat.",
        )
        return tafel.agree(self.werk.env, self.asker, vraag, self.antwoorden)

    def _advies(self, vraag: Vraag) -> str:
        """Say the advice before the vraag about the fase, and return the keuze that Enter takes."""
        inhoud = self.werk.env.inhoud
        if vraag.id != inhoud.intake.fasevraag or vraag.id in self.antwoorden:
            return ""
        fase_id, reden = intake.advies(inhoud.intake, self.antwoorden)
        fase = inhoud.fase(fase_id)
        self.asker.tell(f"\nOns advies: begin met {fase_zin(fase.nummer, fase.titel)}. {reden}")
        return fase_id

    def _begin(self, deel: Deel) -> None:
        """Say what comes when a fase begins."""
        stappen = {vraag.stap for vraag in deel.vragen if vraag.stap}
        if stappen and deel.id != self._deel:
            self.asker.tell(
                f"\n{deel.titel}. Bij elk van de {len(stappen)} stappen vragen we eerst hoe het ermee staat."
            )
        self._deel = deel.id

    def _afstand(self, vraag: Vraag, deel: Deel, vragen: Sequence[Vraag]) -> str:
        """Say which vraag this is and how far it still is."""
        if self._los:
            return sentence(deel.titel)
        nummer, minst, meest = intake.plek(vraag, deel, vragen, self.antwoorden, self._nog_eens(deel, vraag))
        return f"Vraag {nummer}. {sentence(deel.titel)} {_nog(minst, meest)}"

    def _nog_eens(self, deel: Deel, vraag: Vraag) -> set[str]:
        """Return the ids of the vragen that come once more though they have an answer.

        Those are the ones put off, the ones to bring up to date, and in *deel* those from *vraag* on up to where
        somebody went back.
        """
        later = {vraag_id for vraag_id, antwoord in self.antwoorden.items() if antwoord.stand is Stand.LATER}
        opnieuw = (later - self._herkanst) | {deze.id for deze in self._bij}
        if self._tot:
            ids = [deze.id for deze in deel.vragen]
            tot = ids.index(self._tot) if self._tot in ids else len(ids)
            opnieuw |= set(ids[ids.index(vraag.id) : tot])
        return opnieuw


def _nog(minst: int, meest: int) -> str:
    if meest <= 1:
        return "De laatste vraag in dit deel."
    if minst == meest:
        return f"Nog {meest} vragen in dit deel."
    return f"Nog {minst} tot {meest} vragen in dit deel."


def _later_opnieuw(hoeveel: int) -> str:
    komen = "Die komt" if hoeveel == 1 else "Die komen"
    return f"Jullie bewaarden {plural(hoeveel, 'vraag', 'vragen')} voor later. {komen} nu."
