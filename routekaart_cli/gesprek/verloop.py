"""One part of the conversation: which of its vragen is asked next, on, back and again; how far it still is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from routekaart_cli.domain import intake
from routekaart_cli.domain.antwoorden import Antwoorden, Stand
from routekaart_cli.domain.routekaart import Deel, Vraag
from routekaart_cli.domain.vaste_vragen import GEMEENTE
from routekaart_cli.dutch import plural, sentence
from routekaart_cli.gesprek.afspraak import AfspraakGesprek, is_afspraak
from routekaart_cli.gesprek.gemeente import GemeenteGesprek
from routekaart_cli.gesprek.tafel import Tafel, part_of
from routekaart_cli.gesprek.vraaggesprek import VraagGesprek
from routekaart_cli.gesprek.vragers.asker import Turn
from routekaart_cli.inhoud import find


@dataclass
class Gesprek:
    """Asks the vragen of parts of the interview at *tafel*, in one session."""

    tafel: Tafel
    _until: str | None = None
    """While going through earlier answers: the id of the vraag from which somebody went back."""
    _begun: bool = False
    _loose: bool = False
    """Are vragen asked out of their order? Then no distance is told."""
    _again: set[str] = field(default_factory=set)
    """The vragen of this part that come once more though they have an answer."""
    _asked_again: set[str] = field(default_factory=set)
    """The vragen put off that were asked again in this session."""

    def go_through(
        self, part_now: Callable[[], Deel], again: Sequence[str] = (), *, first: bool = False, last: bool = False
    ) -> bool:
        """Ask until nothing is open in a part; return whether they want back from its first vraag instead.

        *part_now* gives the part as it is by the answers so far; the vragen with the ids in *again* come though they
        have an answer. With *first* there is nothing before its first vraag; with *last* it begins at the last of what
        was asked. Raises `Stopped`, and lets
        KeyboardInterrupt pass through.
        """
        self._again, self._until = set(again), None
        focus = self._back(None, part_now().vragen) if last else None
        while True:
            part = part_now()
            vragen = part.vragen
            if focus not in vragen:  # its stap is no longer in progress
                focus = None
            vraag = focus or self._next(vragen) or self._put_off(vragen)
            if vraag is None:
                return False
            self._again.discard(vraag.id)
            if self._ask(vraag, part):
                focus = self._back(vraag, vragen)
                if focus is None and not first:
                    return True
                if focus is None:
                    self.tafel.tell("Dit is de eerste vraag. Verder terug kan niet.")
                    focus = vraag
            else:
                focus = self._following(vraag, vragen)

    def ask_one(self, vraag: Vraag) -> None:
        """Ask *vraag*, then only what its answer newly makes necessary; back ends it. Raises `Stopped`."""
        inhoud = self.tafel.inhoud
        vragen, before = inhoud.vragen, self._open(inhoud.vragen)
        loose, self._loose = self._loose, True
        to_do: list[Vraag] = [vraag]
        while to_do:
            now = to_do.pop(0)
            if self._ask(now, part_of(inhoud, now)):
                break
            to_do = to_do or [this for this in vragen if this.id in self._open(vragen) - before - {now.id}]
        self._loose = loose

    def _open(self, vragen: Sequence[Vraag]) -> set[str]:
        """Return the ids of the *vragen* that apply and have no answer."""
        return {vraag.id for vraag in intake.unanswered(vragen, self.antwoorden)}

    @property
    def antwoorden(self) -> Antwoorden:
        return self.tafel.counting

    def _next(self, vragen: Sequence[Vraag]) -> Vraag | None:
        path = intake.asked(vragen, self.antwoorden)
        return next((v for v in path if v.id in self._again or v.id not in self.antwoorden), None)

    def _back(self, vraag: Vraag | None, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the vraag before *vraag* (None: before all that is open) on the path; None when there is none."""
        path = intake.asked(vragen, self.antwoorden)
        earlier = path[: path.index(vraag)] if vraag in path else path
        if not earlier:
            return None
        self._until = self._until or (vraag or earlier[-1]).id
        return earlier[-1]

    def _following(self, vraag: Vraag, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the vraag after *vraag* while going through earlier answers; None goes on with what is open."""
        ids = [this.id for this in vragen]
        if self._until not in ids or vraag.id not in ids:
            self._until = None
            return None
        rest = [this for this in intake.asked(vragen, self.antwoorden) if ids.index(this.id) > ids.index(vraag.id)]
        if not rest or ids.index(rest[0].id) >= ids.index(self._until):
            self._until = None
        return rest[0] if rest else None

    def _ask(self, vraag: Vraag, part: Deel) -> bool:
        """Ask *vraag* until it has its answer; return whether they want back instead."""
        heading, introduction = self._distance(vraag, part), ""
        if vraag.stap:
            stap = find.stap(self.tafel.inhoud, vraag.stap)[1]
            heading = f"{heading}\nStap {stap.nummer}: {stap.titel}"
            first = next((this for this in part.vragen if this.stap == vraag.stap), None)
            introduction = stap.uitleg if first == vraag and not is_afspraak(vraag) else ""  # where the stap begins
        turn = Turn(vraag, heading, self.tafel.env.today, keys=not self._begun, introduction=introduction)
        self._begun = True
        kind = AfspraakGesprek if is_afspraak(vraag) else GemeenteGesprek if vraag.id == GEMEENTE else VraagGesprek
        return kind(self.tafel, self.tafel.with_offer(turn)).run()

    def _put_off(self, vragen: Sequence[Vraag]) -> Vraag | None:
        """Return the first of the vragen that were put off; those come again once, in this session."""
        left_over = [v for v in intake.put_off(vragen, self.antwoorden) if v.id not in self._asked_again]
        if not left_over:
            return None
        self.tafel.tell(_put_off_words(len(left_over)))
        self._asked_again |= {vraag.id for vraag in left_over}
        self._again |= {vraag.id for vraag in left_over}
        return left_over[0]

    def _distance(self, vraag: Vraag, part: Deel) -> str:
        """Say which vraag this is and how far it still is."""
        if self._loose:
            return sentence(part.titel)
        number, fewest, most = intake.position(vraag, part, part.vragen, self.antwoorden, self._once_more(part, vraag))
        return f"Vraag {number}. {sentence(part.titel)} {_remaining_words(fewest, most)}"

    def _once_more(self, part: Deel, vraag: Vraag) -> set[str]:
        """Return the ids of the vragen that come once more though they have an answer.

        Those are the ones put off, the ones asked again, and in *part* those from *vraag* on up to where somebody went
        back.
        """
        later = {vraag_id for vraag_id, antwoord in self.antwoorden.items() if antwoord.stand is Stand.LATER}
        again = (later - self._asked_again) | self._again
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
