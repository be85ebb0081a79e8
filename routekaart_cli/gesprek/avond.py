"""An evening: the first vragen with the advice, then part after part in the order they choose, until they stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from routekaart_cli.domain import intake, voortgang
from routekaart_cli.domain.antwoorden import Antwoord, Antwoorden, Stand, text_of
from routekaart_cli.domain.in_words import fase_in_sentence, fase_name
from routekaart_cli.domain.routekaart import Deel, Fase, Keuze, Soort, Status, Vraag
from routekaart_cli.domain.vaste_vragen import AVOND, BIJEENKOMST, STATUS, WANNEER, WOORDVOERDER
from routekaart_cli.domain.volgorde import new_date, vragen_of_fase
from routekaart_cli.dutch import enumeration, lowered, plural
from routekaart_cli.dutch.dates import day_in_words, stored
from routekaart_cli.gesprek import beeld, reviewing
from routekaart_cli.gesprek.afspraak import is_afspraak
from routekaart_cli.gesprek.beeld import Beeld
from routekaart_cli.gesprek.tafel import Tafel
from routekaart_cli.gesprek.verloop import Gesprek
from routekaart_cli.gesprek.vragers.asker import Wish
from routekaart_cli.pages import bestand

_OTHER, _REVIEW, _PLAN, _STOP = "andere-fase", "nakijken", "plan", "stoppen"


@dataclass
class Avond:
    """One session at *tafel*."""

    tafel: Tafel
    _looked_at: set[str] = field(default_factory=set)
    """The parts that were gone through in this session."""

    def __post_init__(self) -> None:
        self._gesprek = Gesprek(self.tafel)

    def run(self, fase: Fase | None = None) -> None:
        """Ask the first vragen, go straight to *fase* when there is one, then to what they choose, until they stop.

        Raises `Stopped`, and lets KeyboardInterrupt pass through.
        """
        self._begin()
        if fase:
            self._fase(fase)
        while (chosen := self._choose()) != _STOP or not self._end():
            if chosen is None:
                self._begin(again=True)
            elif chosen == _REVIEW:
                reviewing.review_at(self.tafel, self._gesprek)
            elif chosen == _PLAN:
                self.tafel.show_plan()
            elif chosen == _OTHER:
                self._other_fase()
            elif chosen != _STOP:
                self._part(chosen)

    def _begin(self, *, again: bool = False) -> None:
        """Ask the first vragen as far as they are open, or *again* from the last on; then the advice stands there."""
        begin = self.tafel.inhoud.intake.begin
        if not again and not intake.unanswered(begin.vragen, self.tafel.counting):
            return
        self._gesprek.go_through(lambda: begin, first=True, last=again)
        fase_id, reden = intake.advies(self.tafel.inhoud.intake, self.tafel.antwoorden)
        self.tafel.tell(f"\nBegin met {fase_in_sentence(self.tafel.inhoud.fase(fase_id))}. {reden}")
        self._offer_done()

    def _offer_done(self) -> None:
        """Offer to set the stappen of the fasen before the one they work on to klaar, and ask what came out of them."""
        counting = self.tafel.counting
        earlier = self.tafel.inhoud.fasen[: (self.tafel.fase.nummer or 1) - 1]
        new = [stap for fase in earlier for stap in fase.stappen if stap.vraag_id(STATUS) not in counting]
        if not new:
            return
        numbers = [str(fase.nummer) for fase in earlier]
        names = f"1 tot en met {numbers[-1]}" if numbers[2:] else enumeration(numbers)
        text = f"Fase {names} {'zijn' if earlier[1:] else 'is'} dus klaar. Klopt dat?"
        if self.tafel.agree(
            "Eerdere fasen",
            f"{text} Dan zetten we {plural(len(new), 'stap', 'stappen')} op klaar.",
            "Dan staat in het plan wat jullie al deden. Met nee kunnen jullie het later per stap zeggen.",
            proposal="ja",
        ):
            done = Antwoord(Stand.GEGEVEN, Status.KLAAR.value)
            self.tafel.werk.change({stap.vraag_id(STATUS): done for stap in new})
            self.tafel.asker.confirm_saved(f"{plural(len(new), 'stap is', 'stappen zijn')} klaar")
            for fase in earlier:
                self._questions(fase, ())

    def _choose(self) -> str | None:
        """Return which part they choose, or what else; None to go back to the first vragen."""
        counting, fase = self.tafel.counting, self.tafel.fase
        keuzes = [
            *(_of_part(part, counting) for part in self._parts),
            (fase.id, f"{fase_name(fase)} · {beeld.in_words(fase, counting)}"),
            (_OTHER, "Een andere fase"),
            *(_of_part(part, counting) for part in self._extra),
            (_REVIEW, "Nakijken wat er staat"), (_PLAN, "Het plan tot nu toe"), (_STOP, "Stoppen"),
        ]  # fmt: skip
        advised = self._recommended()
        vraag = Vraag(
            "",
            "Verder",
            "Waar willen jullie nu mee verder?",
            Soort.KEUZE,
            "Elk deel kan in elke volgorde. Wat jullie zeiden, blijft bewaard.",
            keuzes=tuple(Keuze(id_, f"{text} (aanbevolen)" if id_ == advised else text) for id_, text in keuzes),
        )
        return self.tafel.choose(vraag, (Wish.BACK,), proposal=advised)

    @property
    def _parts(self) -> Sequence[Deel]:
        return self.tafel.inhoud.intake.delen

    @property
    def _extra(self) -> Sequence[Deel]:
        """The parts outside the intake that can be chosen: not the choice of a fase, nor what ends an evening."""
        inhoud = self.tafel.inhoud.intake
        return [part for part in inhoud.extra if part.id != AVOND and inhoud.fasevraag not in map(_id, part.vragen)]

    def _recommended(self) -> str:
        """Return what Enter takes: first who they are, then the fase they work on, then the rest of what is open."""
        fase, counting = self.tafel.fase, self.tafel.counting
        who = next((part for part in self._parts if WOORDVOERDER in map(_id, part.vragen)), None)
        open_ = {part.id: bool(intake.unanswered(part.vragen, counting)) for part in self._parts}
        wanted = {fase.id: not voortgang.is_finished(fase, counting), **open_}
        in_order = [who.id, fase.id, *open_] if who else [fase.id, *open_]
        return next((this for this in in_order if wanted[this] and this not in self._looked_at), _STOP)

    def _part(self, chosen: str) -> None:
        """Go through the part or fase that is *chosen*, up to what they said in it; back returns to the list."""
        part = next((part for part in (*self._parts, *self._extra) if part.id == chosen), None)
        if part is None:
            self._fase(self.tafel.inhoud.fase(chosen))
        elif not self._gesprek.go_through(lambda: part):
            self._looked_at.add(part.id)
            self._look_back(part)

    def _other_fase(self) -> None:
        counting = self.tafel.counting
        fasen = self.tafel.inhoud.all_fasen
        keuzes = tuple(Keuze(fase.id, f"{fase_name(fase)} · {beeld.in_words(fase, counting)}") for fase in fasen)
        waarom = "Kies de fase waar jullie iets over willen zeggen."
        vraag = Vraag("", "Fase", "Welke fase?", Soort.KEUZE, waarom, keuzes=keuzes)
        chosen = self.tafel.choose(vraag, (Wish.BACK,), proposal=self.tafel.fase.id)
        if chosen:
            self._fase(self.tafel.inhoud.fase(chosen))

    def _fase(self, fase: Fase) -> None:
        """Ask how the stappen of *fase* are doing, then what that calls for."""
        while not Beeld(self.tafel, fase).run():
            self._looked_at.add(fase.id)
            self._ask_whether_ours(fase)
            late = self._late(fase)
            if not self._questions(fase, late):
                done_too = self._wants_done_too(fase)
                if not done_too or not self._questions(fase, late, done_too=True):
                    self._look_back(self._part_of(fase, late, done_too=done_too))
                return

    def _questions(self, fase: Fase, late: Sequence[Vraag], *, done_too: bool = False) -> bool:
        """Ask the vragen of *fase*, first those about what is *late*; return whether they want back to the picture."""
        again = () if done_too else [vraag.id for vraag in late]
        return self._gesprek.go_through(lambda: self._part_of(fase, late, done_too=done_too), again)

    def _part_of(self, fase: Fase, late: Sequence[Vraag], *, done_too: bool = False) -> Deel:
        working = fase.id == self.tafel.fase.id
        vragen = vragen_of_fase(fase, self.tafel.counting, working=working, done_too=done_too)
        passed = (vraag for vraag in late if vraag.id in self.tafel.counting)  # what was taken away is late no more
        return Deel(fase.id, fase_name(fase), (*passed, *vragen))

    def _late(self, fase: Fase) -> list[Vraag]:
        """Return for every stap whose date has passed the vraag what it becomes."""
        counting, today = self.tafel.counting, self.tafel.env.today
        return [
            new_date(stap, day_in_words(stap.text(WANNEER, counting)))
            for stap in fase.stappen
            if voortgang.is_late(stap, counting, today)
        ]

    def _ask_whether_ours(self, fase: Fase) -> None:
        """Ask whether they work on *fase* now, where no stap in progress says so."""
        counting, now = self.tafel.counting, self.tafel.fase
        busy = any(voortgang.status_counts(other, counting)[Status.BEZIG] for other in self.tafel.inhoud.fasen)
        if busy or not fase.nummer or now.id == fase.id or voortgang.is_finished(fase, counting):
            return
        if self.tafel.agree(
            "De fase waar we aan werken",
            "Werken jullie nu aan deze fase?",
            f"Nu staat in het plan: {fase_in_sentence(now)}. Met ja wordt dat {fase_in_sentence(fase)}.",
            proposal="nee",
        ):
            self.tafel.werk.change({self.tafel.inhoud.intake.fasevraag: Antwoord(Stand.GEGEVEN, fase.id)})

    def _wants_done_too(self, fase: Fase) -> bool:
        counting = self.tafel.counting
        asked = {vraag.id for vraag in vragen_of_fase(fase, counting, working=False)}
        more = vragen_of_fase(fase, counting, working=False, done_too=True)
        left = [vraag for vraag in intake.unanswered(more, counting) if vraag.id not in asked]
        return bool(left) and self.tafel.agree(
            "Stappen die klaar zijn",
            f"Ook de vragen van de stappen die klaar zijn? Het zijn er {len(left)}.",
            "Dan komt in het plan wat jullie daar afspraken. Het hoeft niet.",
            proposal="nee",
        )

    def _look_back(self, part: Deel) -> None:
        """Show what they said in *part*; a number changes one of it."""
        inhoud = self.tafel.inhoud
        stappen = {stap.id: stap for fase in inhoud.all_fasen for stap in fase.stappen}
        while True:
            counting = self.tafel.counting
            ids = [i for v in part.vragen for i in (v.id, *([f"{v.stap}.{WANNEER}"] if is_afspraak(v) else []))]
            vragen = [inhoud.vraag_of(vraag_id) for vraag_id in dict.fromkeys(ids) if _is_said(counting.get(vraag_id))]
            if not vragen:
                return
            title = f"\nDit weten we nu over {lowered(part.titel)}"
            self.tafel.tell(bestand.terugblik(title, vragen, stappen, counting))
            vraag = reviewing.which(self.tafel, vragen, "Klopt het zo?", "Druk alleen op Enter als het klopt.")
            if vraag is None:
                return
            self._gesprek.ask_one(vraag)

    def _end(self) -> bool:
        """Ask when they meet again, also when that day has passed, and return whether that is it."""
        part = next((part for part in self.tafel.inhoud.intake.extra if part.id == AVOND), None)
        if part is None:
            return True
        day = stored(text_of(self.tafel.counting.get(BIJEENKOMST)))
        passed = day is not None and day < self.tafel.env.today
        return not self._gesprek.go_through(lambda: part, [vraag.id for vraag in part.vragen] if passed else ())


def _of_part(part: Deel, counting: Antwoorden) -> tuple[str, str]:
    """Return the id of *part*, and its titel with how far its vragen are answered."""
    open_ = len(intake.unanswered(part.vragen, counting))
    answered = sum(vraag.id in counting for vraag in part.vragen)
    if not open_:
        state = "alles beantwoord"
    else:
        state = (
            f"{answered} van {answered + open_} beantwoord" if answered else f"nog {plural(open_, 'vraag', 'vragen')}"
        )
    return part.id, f"{part.titel} · {state}"


def _is_said(antwoord: Antwoord | None) -> bool:
    return antwoord is not None and antwoord.stand is not Stand.LEEG


def _id(vraag: Vraag) -> str:
    return vraag.id
