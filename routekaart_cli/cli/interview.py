"""The conversation: asks the next vraag, saves each answer at once, and goes back, explains or stops when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from routekaart_cli import intake, voortgang
from routekaart_cli.antwoorden import woorden
from routekaart_cli.cli import interview_woorden, schrijven
from routekaart_cli.cli.interview_lijst import LijstGesprek
from routekaart_cli.cli.interview_meningen import Meningen
from routekaart_cli.cli.project import Werk
from routekaart_cli.content import ZIJSPOOR, Inhoud
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.model import Antwoord, Antwoorden, Deel, Fase, Soort, Stand, Verplicht, Vraag
from routekaart_cli.prompts import Asker, Opdracht, Reactie, Scherm
from routekaart_cli.texts import gesprek, invoer, schermen, zin


def route(inhoud: Inhoud, antwoorden: Antwoorden) -> tuple[Deel, ...]:
    """Return the parts a group goes through: the intake, and once that is done the fase it works on.

    A fase that is finished gives way to the next one that is not.
    """
    if intake.next_vraag(inhoud.intake.vragen, antwoorden):
        return inhoud.intake.delen
    fase = voortgang.huidige_fase(inhoud.intake, (*inhoud.fase_ids, ZIJSPOOR), inhoud.fase, antwoorden)
    return (*inhoud.intake.delen, fase_deel(fase))


def fase_deel(fase: Fase) -> Deel:
    """Return *fase* as a part of the interview."""
    return Deel(fase.id, schermen.fase_naam(fase.nummer, fase.titel), fase.vragen)


@dataclass
class Gesprek:
    """One session of the interview about the project in *werk*, held through *asker*."""

    werk: Werk
    asker: Asker
    _tot: str | None = None
    """While going through earlier answers: the id of the vraag from which somebody went back."""
    _deel: str = ""
    _begonnen: bool = False
    _gestopt: bool = False
    _los: bool = False
    """Are vragen asked out of their order? Then no distance is told."""
    _bij: list[Vraag] = field(default_factory=list)
    """What is left to bring up to date."""
    _herkanst: set[str] = field(default_factory=set)
    """The vragen put off that were asked again in this session."""

    def run(self) -> bool:
        """Ask until nothing is open (True) or the group stops (False). KeyboardInterrupt passes through."""
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
                return not self._gestopt
            deel = next(deel for deel in delen if vraag in deel.vragen)
            self._begin(deel)
            match self._ask(vraag, deel, vragen):
                case Opdracht.STOP:
                    return False
                case Opdracht.OVERZICHT:
                    self.asker.tell(interview_woorden.overzicht(delen, self.antwoorden))
                    focus = vraag
                case Opdracht.TERUG:
                    focus = self._terug(vraag, vragen)
                case _:
                    focus = self._volgende(vraag, vragen)

    def ask_one(self, vraag: Vraag) -> bool:
        """Ask *vraag*, then only what its answer newly makes necessary; False when the group wants to stop."""
        inhoud = self.werk.env.inhoud
        vragen, vooraf = inhoud.vragen, self._open(inhoud.vragen)
        self._los = True
        te_doen: list[Vraag] = [vraag]
        while te_doen:
            nu = te_doen.pop(0)
            reactie = self._ask(nu, self._deel_van(nu), vragen)
            if reactie is Opdracht.OVERZICHT:
                self.asker.tell(interview_woorden.overzicht(inhoud.intake.delen, self.antwoorden))
                te_doen.insert(0, nu)
            elif reactie is not None:
                return reactie is Opdracht.TERUG
            te_doen = te_doen or [deze for deze in vragen if deze.id in self._open(vragen) - vooraf - {nu.id}]
        return True

    def _open(self, vragen: Sequence[Vraag]) -> set[str]:
        """Return the ids of the *vragen* that apply and have no answer."""
        return {vraag.id for vraag in intake.onbeantwoord(vragen, self.antwoorden)}

    def _deel_van(self, vraag: Vraag) -> Deel:
        inhoud = self.werk.env.inhoud
        for fase in inhoud.alles:
            if vraag in fase.vragen:
                return fase_deel(fase)
        return next(deel for deel in inhoud.intake.delen if vraag in deel.vragen)

    @property
    def antwoorden(self) -> Antwoorden:
        return self.werk.project.antwoorden

    def _terug(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag:
        """Return the vraag before *vraag* on the path, or *vraag* itself when it is the first."""
        pad = intake.pad(vragen, self.antwoorden)
        eerder = pad[: pad.index(vraag)] if vraag in pad else pad
        if not eerder:
            self.asker.tell(gesprek.GEEN_VORIGE)
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

    def _ask(self, vraag: Vraag, deel: Deel, vragen: Sequence[Vraag]) -> Opdracht | None:
        """Ask *vraag* until it has its answer (None), or something else is wanted (which one)."""
        voorstel = self._advies(vraag)
        while True:
            scherm = Scherm(
                vraag,
                self._kop(vraag, deel, vragen),
                self.werk.env.vandaag,
                self.antwoorden.get(vraag.id),
                voorstel,
                toetsen=not self._begonnen,
            )
            self._begonnen = True
            reactie = self._reactie(scherm)
            if reactie is Opdracht.WIS:
                self._wis(vraag, vragen)
            elif reactie in (Opdracht.HULP, Opdracht.ONEENS, Opdracht.EDITOR):
                continue
            elif reactie is Opdracht.BEHOUD:
                if scherm.huidig and self.antwoorden.get(vraag.id) == scherm.huidig:
                    self.asker.tell(gesprek.blijft(woorden(vraag, scherm.huidig)))
                return None
            elif isinstance(reactie, Opdracht):
                return reactie
            else:
                self._bewaar(vraag, reactie, vragen)
                return None

    def _reactie(self, scherm: Scherm) -> Reactie:
        """Ask *scherm* once and do what is wanted with it; HULP, ONEENS and EDITOR ask it again."""
        if scherm.vraag.soort is Soort.LIJST:
            reactie = LijstGesprek(self.werk, self.asker, scherm).run()
        else:
            reactie = self.asker.ask(scherm)
        match reactie:
            case Opdracht.HULP:
                self.asker.tell(interview_woorden.uitleg(self.werk.env, scherm.vraag))
            case Opdracht.ONEENS:
                return self._oneens(scherm)
            case Opdracht.EDITOR:
                return self._schrijf(scherm)
        return reactie

    def _oneens(self, scherm: Scherm) -> Reactie:
        if scherm.vraag.soort is Soort.LIJST:
            self.asker.tell(gesprek.ONEENS_LIJST)
            return Opdracht.ONEENS
        reactie = Meningen(self.werk, self.asker, scherm).run()
        if reactie is Opdracht.BEHOUD:
            self.asker.confirm_saved(woorden(scherm.vraag, self.antwoorden[scherm.vraag.id]))
        return reactie

    def _schrijf(self, scherm: Scherm) -> Reactie:
        """Return what was written in a text program; EDITOR asks the vraag again."""
        if scherm.vraag.soort is not Soort.LANGE_TEKST:
            self.asker.tell(gesprek.EDITOR_NIET_HIER)
            return Opdracht.EDITOR
        try:
            geschreven = schrijven.write(self.werk.env, scherm.vraag, scherm.huidig)
        except RefusedAnswer as geweigerd:
            self.asker.tell(f"{geweigerd.message} {geweigerd.hint}".rstrip())
            return Opdracht.EDITOR
        return geschreven or (Opdracht.BEHOUD if scherm.huidig else Opdracht.EDITOR)

    def _bewaar(self, vraag: Vraag, antwoord: Antwoord, vragen: Sequence[Vraag]) -> None:
        vooraf = set(intake.geparkeerd(vragen, self.antwoorden))
        self.werk.answer(vraag, antwoord)
        if antwoord.stand is Stand.LEEG:
            self.asker.tell(zin(invoer.OVERGESLAGEN))
            if vraag.verplicht is not Verplicht.NEE:
                self.asker.tell(gesprek.AANGERADEN)
        else:
            self.asker.confirm_saved(woorden(vraag, antwoord))
        self._say_parked(vooraf, vragen)

    def _wis(self, vraag: Vraag, vragen: Sequence[Vraag]) -> None:
        if vraag.id not in self.antwoorden:
            self.asker.tell(gesprek.NIETS_TE_WISSEN)
            return
        vooraf = set(intake.geparkeerd(vragen, self.antwoorden))
        self.werk.clear(vraag)
        self.asker.tell(gesprek.GEWIST)
        self._say_parked(vooraf, vragen)

    def _say_parked(self, vooraf: set[str], vragen: Sequence[Vraag]) -> None:
        """Say which answers a change put aside or brought back, seen from those parked *vooraf*."""
        erna = set(intake.geparkeerd(vragen, self.antwoorden))
        if erna - vooraf:
            self.asker.tell(gesprek.geparkeerd(len(erna - vooraf)))
        if vooraf - erna:
            self.asker.tell(gesprek.terug_van_parkeren(len(vooraf - erna)))

    def _uitgesteld(self, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the next vraag that was put off and not yet asked again in this session."""
        over = [vraag for vraag in intake.uitgesteld(vragen, self.antwoorden) if vraag.id not in self._herkanst]
        if not over:
            return None
        if not self._herkanst:
            self.asker.tell(gesprek.later_opnieuw(len(over)))
        self._herkanst.add(over[0].id)
        return over[0]

    def _bijwerken(self, deel: Deel) -> Vraag | None:
        """Return the status of the next unfinished stap, when a group comes back to a fase with nothing open."""
        if not self._begonnen:
            standen = [vraag for vraag in deel.vragen if vraag.stap and vraag.id == f"{vraag.stap}.status"]
            te_doen = [v for v in standen if voortgang.tekst_van(self.antwoorden.get(v.id)) not in voortgang.AFGEROND]
            vraag = Vraag("", gesprek.BIJWERKEN_KORT, gesprek.bijwerken(deel.titel), Soort.JA_NEE)
            if te_doen and self._ja(vraag, deel):
                self._bij = te_doen
        return self._bij.pop(0) if self._bij else None

    def _ja(self, vraag: Vraag, deel: Deel) -> bool:
        """Ask *vraag*, of which the answer is not kept; anything but ja is no."""
        self._begonnen = True
        while True:
            reactie = self.asker.ask(Scherm(vraag, "", self.werk.env.vandaag, weet_niet=False))
            if reactie is Opdracht.HULP:
                self.asker.tell(gesprek.BIJWERKEN_WAAROM)
            elif reactie is Opdracht.OVERZICHT:
                self.asker.tell(interview_woorden.overzicht((deel,), self.antwoorden))
            else:
                self._gestopt = reactie is Opdracht.STOP
                return isinstance(reactie, Antwoord) and reactie.waarde == "ja"

    def _advies(self, vraag: Vraag) -> str:
        """Say the advice before the vraag about the fase, and return the keuze that Enter takes."""
        inhoud = self.werk.env.inhoud
        if vraag.id != inhoud.intake.fasevraag or vraag.id in self.antwoorden:
            return ""
        fase_id, reden = intake.advies(inhoud.intake, self.antwoorden)
        fase = inhoud.fase(fase_id)
        self.asker.tell(f"\n{gesprek.advies(schermen.fase_zin(fase.nummer, fase.titel), reden)}")
        return fase_id

    def _begin(self, deel: Deel) -> None:
        """Say what comes when a fase begins."""
        stappen = {vraag.stap for vraag in deel.vragen if vraag.stap}
        if stappen and deel.id != self._deel:
            self.asker.tell(f"\n{gesprek.fase_begint(deel.titel, len(stappen))}")
        self._deel = deel.id

    def _kop(self, vraag: Vraag, deel: Deel, vragen: Sequence[Vraag]) -> str:
        """Return which vraag this is and how far it still is."""
        if self._los:
            eerste_regel = zin(deel.titel)
        else:
            nummer, minst, meest = intake.plek(vraag, deel, vragen, self.antwoorden, self._tot)
            eerste_regel = gesprek.nummer_en_deel(nummer, deel.titel, minst, meest)
        return interview_woorden.kop(self.werk.env.inhoud, vraag, eerste_regel)
