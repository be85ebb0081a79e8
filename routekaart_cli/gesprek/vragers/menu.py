"""Asking with menus: arrow keys and prefilled text. Only the modules of the menu know questionary."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from typing import Any, TextIO, cast

from routekaart_cli.domain.in_words import NO, WEET_NIET, YES
from routekaart_cli.domain.invoer import ALONE_HINT, alone_error
from routekaart_cli.gesprek import spoken

# Without this, terminals that do not answer a question about the cursor show an English warning in mid-question.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.input.typeahead import get_typeahead

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.in_words import in_words
from routekaart_cli.domain.routekaart import Soort
from routekaart_cli.dutch import without_accents
from routekaart_cli.dutch.characters import visible
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek.vragers import asker, menu_rijen
from routekaart_cli.gesprek.vragers.asker import (
    MOST_NAMED,
    Reaction,
    Turn,
    Wish,
    instructie,
    is_wish,
    parse_reaction,
    split_off,
)
from routekaart_cli.gesprek.vragers.menu_keys import TYPE_WISH, KeyBinder, Look, Typed, control

_TYPE_WISH = "Wat wil je?"
_INSTRUCTIES = {
    Soort.TEKST: spoken.TYPE_TEKST,
    Soort.LANGE_TEKST: "Typ je antwoord, dan Enter. Alt+Enter begint een nieuwe regel.",
    Soort.JA_NEE: "Kies met ↑ en ↓ of typ j of n, dan Enter.",
    Soort.KEUZE: "Kies met ↑ en ↓ of typ het begin, dan Enter.",
    Soort.MEERKEUZE: "Kies met de spatiebalk, één of meer. Dan Enter.",
    Soort.GETAL: spoken.TYPE_GETAL,
    Soort.BEDRAG: spoken.TYPE_BEDRAG,
    Soort.DATUM: spoken.TYPE_DATUM,
}
_AS_TYPED = (Soort.TEKST, Soort.LANGE_TEKST, Soort.GETAL, Soort.BEDRAG)
"""Their answer stands behind the prompt as it was typed."""
_WEET_NIET = object()


class MenuAsker:
    """Asks on the terminal behind *out*, at most *width* wide; *spell* fills in how a command in a text is typed."""

    def __init__(self, out: TextIO, width: int, spell: Callable[[str], str], *, color: bool) -> None:
        self._look = Look(out, width, spell, color=color)
        self._keys = KeyBinder()
        self._then: Wish | None = None
        """What was typed below a long text: it comes once that is saved."""
        self._half: tuple[str, Any] = ("", None)
        """What was crossed or typed when somebody asked for help: the id of the vraag, and its crosses or text."""

    def ask(self, turn: Turn) -> Reaction:
        if wish := self._then:
            self._then = None
            return wish
        # Before anything of this question stands there: what a person types at it, counts.
        source = get_app_session().input
        left_over = bool(get_typeahead(source))
        if (asker.drop(source) or left_over) and not self._keys.just_pressed:
            self._look.print(spoken.LINES_LEFT)
        self._look.print("")
        if turn.heading:
            self._look.print(turn.heading, "class:kop")
        if turn.introduction:
            self._look.print(spoken.paragraphs(turn.introduction))
        self._look.print(turn.vraag.vraag, "class:vraag")
        if turn.current and not (turn.vraag.soort in _AS_TYPED and _prefill(turn)):
            self._look.print(spoken.current(in_words(turn.vraag, turn.current)))
        if turn.keys:
            self._look.print(
                "Altijd: ? uitleg, < vorige vraag, :later, :overzicht, :wis, :stop of Ctrl-C. "
                "Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? Typ: :oneens."
            )
        try:
            return self._by_soort(turn)
        except EOFError:
            return Wish.STOP

    def _by_soort(self, turn: Turn) -> Reaction:
        if turn.rijen:
            return self._rijen(turn)
        match turn.vraag.soort:
            case Soort.KEUZE | Soort.JA_NEE:
                return self._keuze(turn)
            case Soort.MEERKEUZE:
                return self._meerkeuze(turn)
        return self._text(turn)

    def tell(self, text: str) -> None:
        self._look.print(text)

    def confirm_saved(self, words: str) -> None:
        self._look.print(spoken.stored(words), "class:bewaard")

    def _keuze(self, turn: Turn) -> Reaction:
        if turn.vraag.soort is Soort.JA_NEE:
            options = [("ja", YES), ("nee", NO)]
        else:
            options = [(keuze.id, keuze.tekst) for keuze in turn.vraag.keuzes]
        choices = [questionary.Choice(self._look.wrap(text, 3), value=waarde) for waarde, text in options]
        if turn.can_be_unknown:
            choices.append(questionary.Choice(WEET_NIET, value=_WEET_NIET))
        pointed = self._pointed(turn, [waarde for waarde, _ in options])
        if turn.current and pointed is None:
            choices.insert(0, questionary.Choice(spoken.LEAVE_IT, value=Wish.KEEP))
        typed = Typed(crosses=False)
        chosen = self._run(
            questionary.select(cast("str", typed), choices=choices, default=pointed, **self._menu_kwargs(turn)),
            typed=typed,
        )
        return self._react(turn, chosen)

    def _meerkeuze(self, turn: Turn) -> Reaction:
        chosen: object = ()
        if turn.current and turn.current.stand is Stand.GEGEVEN:
            chosen = turn.current.waarde
        elif turn.current and turn.current.stand is Stand.WEET_NIET:
            chosen = [_WEET_NIET]
        if self._half[0] == turn.vraag.id:
            chosen = self._half[1]
        while True:
            chosen = self._crosses(turn, chosen)
            if not isinstance(chosen, list):
                return self._react(turn, chosen)
            # questionary would show a refusal in a bar that stays hidden on terminals that do not tell their cursor.
            try:
                return self._crossed(turn, chosen)
            except RefusedAnswer as refusal:
                self._look.print(_sentence(refusal))

    def _crossed(self, turn: Turn, chosen: list[Any]) -> Reaction:
        if chosen == [_WEET_NIET]:
            return self._react(turn, _WEET_NIET)
        if _WEET_NIET in chosen:
            raise RefusedAnswer(alone_error(WEET_NIET), ALONE_HINT)
        if not chosen and turn.current and turn.current.stand is not Stand.GEGEVEN:
            return Wish.KEEP
        if not chosen:
            raise RefusedAnswer("Kies eerst met de spatiebalk. Druk daarna op Enter.")
        return parse_reaction(turn, ", ".join(chosen))

    def _crosses(self, turn: Turn, crossed: Any) -> object:
        """Let a person cross the keuzes, with those in *crossed* crossed already."""
        choices = [
            questionary.Choice(self._look.wrap(keuze.tekst, 5), value=keuze.id, checked=keuze.id in crossed)
            for keuze in turn.vraag.keuzes
        ]
        choices.append(questionary.Choice(WEET_NIET, value=_WEET_NIET, checked=_WEET_NIET in crossed))
        typed = Typed(crosses=True)
        question = questionary.checkbox(cast("str", typed), choices=choices, **self._menu_kwargs(turn))
        chosen = self._run(question, typed=typed)
        blijft = chosen in (Wish.HELP, TYPE_WISH)
        self._half = (turn.vraag.id, list(control(question).selected_options)) if blijft else ("", None)
        return chosen

    def _rijen(self, turn: Turn) -> Reaction:
        """Let a person mark every row with a letter; Enter takes the marks as they stand."""
        marks = [rij.mark for rij in turn.rijen]
        if self._half[0] == turn.vraag.vraag:
            marks = self._half[1]
        menu = {**self._menu_kwargs(turn), "instruction": self._look.wrap(menu_rijen.INSTRUCTIE, 1)}
        chosen = self._run(menu_rijen.question(turn.rijen, marks, self._look, **menu))
        self._half = (turn.vraag.vraag, marks) if chosen in (Wish.HELP, TYPE_WISH) else ("", None)
        return Antwoord(Stand.GEGEVEN, tuple(marks)) if isinstance(chosen, int) else self._react(turn, chosen)

    def _text(self, turn: Turn) -> Reaction:
        prefill = _prefill(turn)
        self._look.print(instructie(turn, _INSTRUCTIES))
        half = str(self._half[1]) if prefill and self._half[0] == turn.vraag.id else ""
        self._half = ("", None)
        text = half or prefill or turn.proposal
        return self._line(turn._replace(proposal=""), ">", text, current=prefill, half=half)

    def _line(self, turn: Turn, char: str, text: str, *, current: str = "", half: str = "") -> Reaction:
        """Let a person type a line after *char*, which begins as *text*; what does not fit stays editable.

        *current* is the answer so far: unchanged it is kept, and an opdracht typed behind it is an opdracht. Only a
        question mark may belong to the answer: after the help the line stands there again, and what is entered *half*
        as it was then, is meant as it stands.
        """
        message = ""
        while True:
            offered: dict[str, Any] = {"completer": _Suggested(turn.suggestions)} if turn.suggestions else {}
            question = questionary.text(f"{message}{char}", default=text, qmark="", **offered, **self._look.kwargs)
            typed = self._run(question, loose=False, multiline=turn.vraag.soort is Soort.LANGE_TEKST)
            if isinstance(typed, Wish):
                return typed
            text = str(typed)
            if current and text == current:
                return Wish.KEEP
            if char == _TYPE_WISH and text.strip(": ") == "":
                return Wish.HELP  # nothing was wanted after all: explain, and show the menu again
            behind_it = text.removeprefix(current).strip()
            try:
                if current and behind_it != text and is_wish(behind_it) and text != half:
                    reaction = parse_reaction(turn, behind_it)
                    if reaction is Wish.HELP:
                        self._half = (turn.vraag.id, text)
                        self._look.print("Hoort het vraagteken bij je antwoord? Druk dan straks nog een keer op Enter.")
                    return reaction
                bare, then = split_off(turn, text)
                reaction = parse_reaction(turn, bare)
            except RefusedAnswer as refusal:
                # Before the line itself, so that it also stays in sight when the text fills the screen. The bar of
                # the library holds one line, and hides on some terminals.
                message = f"{self._look.wrap(_sentence(refusal), 1)}\n"
            else:
                self._then = then
                return reaction

    def _react(self, turn: Turn, chosen: object) -> Reaction:
        if isinstance(chosen, Wish):
            return chosen
        if chosen is _WEET_NIET:
            new = Antwoord(Stand.WEET_NIET)
            return Wish.KEEP if new.same(turn.current) else new
        if chosen is TYPE_WISH:
            return self._line(turn, _TYPE_WISH, ":")
        return parse_reaction(turn, str(chosen))

    def _run(
        self,
        question: questionary.Question,
        *,
        typed: Typed | None = None,
        loose: bool = True,
        multiline: bool = False,
    ) -> object:
        self._keys.bind(question, typed=typed, loose=loose, multiline=multiline)
        try:
            with asker.shown_again(lambda: _draw_anew(question.application)):
                return question.unsafe_ask()
        finally:
            self._keys.released()

    def _pointed(self, turn: Turn, waarden: list[str]) -> Any:
        """Return which choice the pointer starts on: the answer so far, else the advice, else the first.

        Whoever presses Enter through ja or nee must not promise anything: there it is not knowing.
        """
        open_question = turn.vraag.soort is Soort.JA_NEE and turn.can_be_unknown and not (turn.current or turn.proposal)
        if open_question or (turn.current and turn.current.stand is Stand.WEET_NIET):
            return _WEET_NIET
        given = turn.current.waarde if turn.current and turn.current.stand is Stand.GEGEVEN else turn.proposal
        return given if given in waarden else None

    def _instructie(self, turn: Turn) -> str:
        return self._look.wrap(instructie(turn, _INSTRUCTIES), 1)

    def _menu_kwargs(self, turn: Turn) -> dict[str, Any]:
        """Return what every menu has: our words and no letters that move the pointer."""
        return {
            "instruction": self._instructie(turn),
            "qmark": "",
            "pointer": "»",
            "use_jk_keys": False,
            "use_emacs_keys": False,
            **self._look.kwargs,
        }


class _Suggested(Completer):
    """Offers those of *names* of which a word begins as what was typed."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        typed = document.text_before_cursor
        bare = without_accents(typed)
        fitting = (name for name in self._names if bare and f" {bare}" in f" {without_accents(name)}")
        for name in itertools.islice(fitting, MOST_NAMED):
            if name != typed:
                yield Completion(name, -len(typed))


def _draw_anew(application: Application[Any]) -> None:
    """Take the terminal back from the shell and draw what was asked on it."""
    if application.loop and application.context is not None:
        application.loop.call_soon_threadsafe(application.context.run, run_in_terminal, lambda: None)


def _prefill(turn: Turn) -> str:
    """Return the answer so far as text to edit; empty when there is none."""
    if turn.current is None or turn.current.stand is not Stand.GEGEVEN or not isinstance(turn.current.waarde, str):
        return ""
    text = visible(turn.current.waarde)
    return f":{text}" if text.startswith(":") else text


def _sentence(refusal: RefusedAnswer) -> str:
    return f"{refusal.message} {refusal.hint}".rstrip()
