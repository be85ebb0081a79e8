"""The conversation: which vraag is asked next, on, back and again; how far it still is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoorden, Stand, text_of
from routekaart_cli.domain.in_words import fase_in_sentence
from routekaart_cli.domain.routekaart import Deel, Vraag
from routekaart_cli.domain.vaste_vragen import STATUS
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.gesprek.tafel import Tafel, part_of, route
from routekaart_cli.gesprek.vraaggesprek import VraagGesprek
from routekaart_cli.gesprek.vragers.asker import Turn
from routekaart_cli.inhoud import find


@dataclass
class Gesprek:
    """One session of the interview, held at *tafel*."""

    tafel: Tafel
    _until: str | None = None
    """While going through earlier answers: the id of the vraag from which somebody went back."""
    _part: str = ""
    _begun: bool = False
    _loose: bool = False
    """Are vragen asked out of their order? Then no distance is told."""
    _to_update: list[Vraag] = field(default_factory=list)
    """What is left to bring up to date."""
    _asked_again: set[str] = field(default_factory=set)
    """The vragen put off that were asked again in this session."""

    def run(self) -> None:
        """Ask until nothing is open. Raises `Stopped`, and lets KeyboardInterrupt pass through."""
        focus: Vraag | None = None
        while True:
            parts = route(self.tafel.inhoud, self.antwoorden)
            vragen = tuple(vraag for part in parts for vraag in part.vragen)
            if focus not in vragen:  # another fase was chosen
                focus = None
            vraag = (
                focus or intake.next_vraag(vragen, self.antwoorden) or self._put_off(vragen) or self._update(parts[-1])
            )
            if vraag is None:
                return
            part = next(part for part in parts if vraag in part.vragen)
            self._begin(part)
            back = self._ask(vraag, part, vragen)
            focus = self._back(vraag, vragen) if back else self._following(vraag, vragen)

    def ask_one(self, vraag: Vraag) -> None:
        """Ask *vraag*, then only what its answer newly makes necessary; back ends it. Raises `Stopped`."""
        inhoud = self.tafel.inhoud
        vragen, before = inhoud.vragen, self._open(inhoud.vragen)
        self._loose = True
        to_do: list[Vraag] = [vraag]
        while to_do:
            now = to_do.pop(0)
            if self._ask(now, part_of(inhoud, now), vragen):
                return
            to_do = to_do or [this for this in vragen if this.id in self._open(vragen) - before - {now.id}]

    def _open(self, vragen: Sequence[Vraag]) -> set[str]:
        """Return the ids of the *vragen* that apply and have no answer."""
        return {vraag.id for vraag in intake.unanswered(vragen, self.antwoorden)}

    @property
    def antwoorden(self) -> Antwoorden:
        return self.tafel.antwoorden

    def _back(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag:
        """Return the vraag before *vraag* on the path, or *vraag* itself when it is the first."""
        path = intake.asked(vragen, self.antwoorden)
        earlier = path[: path.index(vraag)] if vraag in path else path
        if not earlier:
            self.tafel.tell("Dit is de eerste vraag. Verder terug kan niet.")
            return vraag
        self._until = self._until or vraag.id
        return earlier[-1]

    def _following(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the vraag after *vraag* while going through earlier answers; None goes on with what is open."""
        ids = [this.id for this in vragen]
        if self._until not in ids:
            self._until = None
            return None
        rest = [this for this in intake.asked(vragen, self.antwoorden) if ids.index(this.id) > ids.index(vraag.id)]
        if not rest or ids.index(rest[0].id) >= ids.index(self._until):
            self._until = None
        return rest[0] if rest else None

    def _ask(self, vraag: Vraag, part: Deel, vragen: Sequence[Vraag]) -> bool:
        """Ask *vraag* until it has its answer; return whether they want back instead."""
        heading, introduction = self._distance(vraag, part, vragen), ""
        if vraag.stap:
            stap = find.stap(self.tafel.inhoud, vraag.stap)[1]
            heading = f"{heading}\nStap {stap.nummer}: {stap.titel}"
            introduction = stap.uitleg if vraag == stap.vragen[0] else ""  # only where the stap begins
        turn = Turn(
            vraag,
            heading,
            self.tafel.env.today,
            keys=not self._begun,
            introduction=introduction,
        )
        self._begun = True
        return VraagGesprek(self.tafel, turn, vragen).run()

    def _put_off(self, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the next vraag that was put off and not yet asked again in this session."""
        left_over = [vraag for vraag in intake.put_off(vragen, self.antwoorden) if vraag.id not in self._asked_again]
        if not left_over:
            return None
        if not self._asked_again:
            self.tafel.tell(_put_off_words(len(left_over)))
        self._asked_again.add(left_over[0].id)
        return left_over[0]

    def _update(self, part: Deel) -> Vraag | None:
        """Return the status of the next unfinished stap, when a group comes back to a fase with nothing open."""
        if not self._begun:
            states = [vraag for vraag in part.vragen if vraag.stap and vraag.id == f"{vraag.stap}.{STATUS}"]
            to_do = [v for v in states if text_of(self.antwoorden.get(v.id)) not in voortgang.FINISHED]
            if to_do and self._wants_update(part):
                self._to_update = to_do
        return self._to_update.pop(0) if self._to_update else None

    def _wants_update(self, part: Deel) -> bool:
        self._begun = True
        return self.tafel.agree(
            "Stappen bijwerken",
            f"{part.titel}: alle vragen hebben een antwoord. Willen jullie bijwerken hoe het met de stappen staat?",
            "Bij elke stap die nog niet klaar is, vragen we hoe het er nu mee staat.",
        )

    def _tell_advies(self) -> None:
        """Say with which fase to begin, and why."""
        fase_id, reden = intake.advies(self.tafel.inhoud.intake, self.antwoorden)
        self.tafel.tell(f"\nBegin met {fase_in_sentence(self.tafel.inhoud.fase(fase_id))}. {reden}")

    def _begin(self, part: Deel) -> None:
        """Say the advice when the first vragen are done, and what comes when a fase begins."""
        if self._part == self.tafel.inhoud.intake.begin.id != part.id:
            self._tell_advies()
        stappen = {vraag.stap for vraag in part.vragen if vraag.stap}
        if stappen and part.id != self._part:
            self.tafel.tell(
                f"\n{part.titel}. Bij elk van de {len(stappen)} stappen vragen we eerst hoe het ermee staat."
            )
        self._part = part.id

    def _distance(self, vraag: Vraag, part: Deel, vragen: Sequence[Vraag]) -> str:
        """Say which vraag this is and how far it still is."""
        if self._loose:
            return sentence(part.titel)
        number, fewest, most = intake.position(vraag, part, vragen, self.antwoorden, self._once_more(part, vraag))
        return f"Vraag {number}. {sentence(part.titel)} {_remaining_words(fewest, most)}"

    def _once_more(self, part: Deel, vraag: Vraag) -> set[str]:
        """Return the ids of the vragen that come once more though they have an answer.

        Those are the ones put off, the ones to bring up to date, and in *part* those from *vraag* on up to where
        somebody went back.
        """
        later = {vraag_id for vraag_id, antwoord in self.antwoorden.items() if antwoord.stand is Stand.LATER}
        again = (later - self._asked_again) | {this.id for this in self._to_update}
        if self._until:
            ids = [this.id for this in part.vragen]
            until = ids.index(self._until) if self._until in ids else len(ids)
            again |= set(ids[ids.index(vraag.id) : until])
        return again


def _remaining_words(fewest: int, most: int) -> str:
    if most <= 1:
        return "De laatste vraag in dit deel."
    if fewest == most:
        return f"Nog {most} vragen in dit deel."
    return f"Nog {fewest} tot {most} vragen in dit deel."


def _put_off_words(how_many: int) -> str:
    come = "Die komt" if how_many == 1 else "Die komen"
    return f"Jullie bewaarden {plural(how_many, 'vraag', 'vragen')} voor later. {come} nu."
