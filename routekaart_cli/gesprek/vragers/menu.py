"""Asking with menus: arrow keys and prefilled text. Only the modules of the menu know questionary."""

# ruff: noqa: TID253  # this is where questionary lives

from __future__ import annotations

import os
from typing import Any, TextIO

from routekaart_cli.domain.in_words import JA, NEE, WEET_NIET
from routekaart_cli.domain.invoer import ALLEEN_HINT, alleen_fout
from routekaart_cli.gesprek import spoken

# Without this, terminals that do not answer a question about the cursor show an English warning in mid-question.
os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")

import questionary
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.input.typeahead import get_typeahead

from routekaart_cli.domain.antwoorden import Antwoord, Stand
from routekaart_cli.domain.in_words import woorden
from routekaart_cli.domain.routekaart import Soort
from routekaart_cli.dutch.characters import zichtbaar
from routekaart_cli.errors import RefusedAnswer
from routekaart_cli.gesprek.vragers import pending
from routekaart_cli.gesprek.vragers.asker import Opdracht, Reactie, Scherm, instructie, is_opdracht, parse_reactie
from routekaart_cli.gesprek.vragers.menu_keys import TYP_OPDRACHT, Toetsen, control
from routekaart_cli.gesprek.vragers.menu_look import Beeld

_TYP_OPDRACHT = "Wat wil je?"
_INSTRUCTIES = {
    Soort.TEKST: spoken.TYP_TEKST,
    Soort.LANGE_TEKST: "Typ je antwoord, dan Enter. Alt+Enter begint een nieuwe regel.",
    Soort.JA_NEE: "Kies met ↑ en ↓ of typ j of n, dan Enter.",
    Soort.KEUZE: "Kies met ↑ en ↓, dan Enter.",
    Soort.MEERKEUZE: "Kies met de spatiebalk, een of meer. Dan Enter.",
    Soort.GETAL: spoken.TYP_GETAL,
    Soort.DATUM: spoken.TYP_DATUM,
}
_WEET_NIET = object()


class MenuAsker:
    """Asks on the terminal behind *uit*, at most *breedte* wide."""

    def __init__(self, uit: TextIO, breedte: int, *, kleur: bool) -> None:
        self._beeld = Beeld(uit, breedte, kleur=kleur)
        self._toetsen = Toetsen()
        self._half: tuple[str, Any] = ("", None)
        """What was crossed or typed when somebody asked for help: the id of the vraag, and its crosses or text."""

    def ask(self, scherm: Scherm) -> Reactie:
        # Before anything of this question stands there: what a person types at it, counts.
        invoer = get_app_session().input
        over = bool(get_typeahead(invoer))
        if (pending.drop(invoer) or over) and not self._toetsen.net_gedrukt:
            self._beeld.print(spoken.REGELS_OVER)
        self._beeld.print("")
        if scherm.kop:
            self._beeld.print(scherm.kop, "class:kop")
        if scherm.toelichting:
            self._beeld.print(spoken.alineas(scherm.toelichting))
        self._beeld.print(scherm.vraag.vraag, "class:vraag")
        if scherm.huidig and not (scherm.vraag.soort in (Soort.TEKST, Soort.GETAL) and _prefill(scherm)):
            self._beeld.print(spoken.huidig(woorden(scherm.vraag, scherm.huidig)))
        if scherm.toetsen:
            self._beeld.print(
                "Altijd: ? uitleg, < vorige vraag, :later, :overzicht, :wis, :stop of Ctrl-C. "
                "Weten jullie het niet? Typ: weet ik nog niet. Zijn jullie het niet eens? Typ: :oneens."
            )
        try:
            match scherm.vraag.soort:
                case Soort.KEUZE | Soort.JA_NEE:
                    return self._keuze(scherm)
                case Soort.MEERKEUZE:
                    return self._meerkeuze(scherm)
            return self._tekst(scherm)
        except EOFError:
            return Opdracht.STOP

    def tell(self, tekst: str) -> None:
        self._beeld.print(tekst)

    def confirm_saved(self, woorden: str) -> None:
        self._beeld.print(spoken.bewaard(woorden), "class:bewaard")

    def _keuze(self, scherm: Scherm) -> Reactie:
        if scherm.vraag.soort is Soort.JA_NEE:
            opties = [("ja", JA), ("nee", NEE)]
        else:
            opties = [(keuze.id, keuze.tekst) for keuze in scherm.vraag.keuzes]
        choices = [questionary.Choice(self._beeld.wrap(tekst, 3), value=waarde) for waarde, tekst in opties]
        if scherm.weet_niet:
            choices.append(questionary.Choice(WEET_NIET, value=_WEET_NIET))
        wijst = self._wijst(scherm, [waarde for waarde, _ in opties])
        if scherm.huidig and wijst is None:
            choices.insert(0, questionary.Choice(spoken.LAAT_ZO, value=Opdracht.BEHOUD))
        eerste = len(choices) - len(opties) - scherm.weet_niet
        gekozen = self._run(
            questionary.select(
                "",
                choices=choices,
                default=wijst,
                **self._menu_kwargs(scherm),
            ),
            letters={"j": eerste, "n": eerste + 1} if scherm.vraag.soort is Soort.JA_NEE else {},
        )
        return self._reactie(scherm, gekozen)

    def _meerkeuze(self, scherm: Scherm) -> Reactie:
        gekozen: object = ()
        if scherm.huidig and scherm.huidig.stand is Stand.GEGEVEN:
            gekozen = scherm.huidig.waarde
        elif scherm.huidig and scherm.huidig.stand is Stand.WEET_NIET:
            gekozen = [_WEET_NIET]
        if self._half[0] == scherm.vraag.id:
            gekozen = self._half[1]
        while True:
            gekozen = self._kruisjes(scherm, gekozen)
            if not isinstance(gekozen, list):
                return self._reactie(scherm, gekozen)
            # questionary would show a refusal in a bar that stays hidden on terminals that do not tell their cursor.
            try:
                return self._gekruist(scherm, gekozen)
            except RefusedAnswer as geweigerd:
                self._beeld.print(_zin(geweigerd))

    def _gekruist(self, scherm: Scherm, gekozen: list[Any]) -> Reactie:
        if gekozen == [_WEET_NIET]:
            return self._reactie(scherm, _WEET_NIET)
        if _WEET_NIET in gekozen:
            raise RefusedAnswer(alleen_fout(WEET_NIET), ALLEEN_HINT)
        if not gekozen and scherm.huidig and scherm.huidig.stand is not Stand.GEGEVEN:
            return Opdracht.BEHOUD
        if not gekozen:
            raise RefusedAnswer("Kies eerst met de spatiebalk. Druk daarna op Enter.")
        return parse_reactie(scherm, ", ".join(gekozen))

    def _kruisjes(self, scherm: Scherm, aan: Any) -> object:
        """Let a person cross the keuzes, with those in *aan* crossed already."""
        choices = [
            questionary.Choice(self._beeld.wrap(keuze.tekst, 5), value=keuze.id, checked=keuze.id in aan)
            for keuze in scherm.vraag.keuzes
        ]
        choices.append(questionary.Choice(WEET_NIET, value=_WEET_NIET, checked=_WEET_NIET in aan))
        question = questionary.checkbox(
            "",
            choices=choices,
            **self._menu_kwargs(scherm),
        )
        gekozen = self._run(question)
        blijft = gekozen in (Opdracht.HULP, TYP_OPDRACHT)
        self._half = (scherm.vraag.id, list(control(question).selected_options)) if blijft else ("", None)
        return gekozen

    def _tekst(self, scherm: Scherm) -> Reactie:
        prefill = _prefill(scherm)
        self._beeld.print(instructie(scherm, _INSTRUCTIES))
        half = str(self._half[1]) if prefill and self._half[0] == scherm.vraag.id else ""
        self._half = ("", None)
        return self._regel(scherm, ">", half or prefill, huidig=prefill, half=half)

    def _regel(self, scherm: Scherm, teken: str, tekst: str, *, huidig: str = "", half: str = "") -> Reactie:
        """Let a person type a line after *teken*, which begins as *tekst*; what does not fit stays editable.

        *huidig* is the answer so far: unchanged it is kept, and an opdracht typed behind it is an opdracht. Only a
        question mark may belong to the answer: after the help the line stands there again, and what is entered *half*
        as it was then, is meant as it stands.
        """
        melding = ""
        while True:
            question = questionary.text(f"{melding}{teken}", default=tekst, qmark="", **self._beeld.kwargs)
            getypt = self._run(question, los=False, meer_regels=scherm.vraag.soort is Soort.LANGE_TEKST)
            if isinstance(getypt, Opdracht):
                return getypt
            tekst = str(getypt)
            if huidig and tekst == huidig:
                return Opdracht.BEHOUD
            if teken == _TYP_OPDRACHT and tekst.strip(": ") == "":
                return Opdracht.HULP  # nothing was wanted after all: explain, and show the menu again
            erachter = tekst.removeprefix(huidig).strip()
            try:
                if huidig and erachter != tekst and is_opdracht(erachter) and tekst != half:
                    reactie = parse_reactie(scherm, erachter)
                    if reactie is Opdracht.HULP:
                        self._half = (scherm.vraag.id, tekst)
                        self._beeld.print(
                            "Hoort het vraagteken bij je antwoord? Druk dan straks nog een keer op Enter."
                        )
                    return reactie
                return parse_reactie(scherm, tekst)
            except RefusedAnswer as geweigerd:
                # Before the line itself, so that it also stays in sight when the text fills the screen. The bar of
                # the library holds one line, and hides on some terminals.
                melding = f"{self._beeld.wrap(_zin(geweigerd), 1)}\n"

    def _reactie(self, scherm: Scherm, gekozen: object) -> Reactie:
        if isinstance(gekozen, Opdracht):
            return gekozen
        if gekozen is _WEET_NIET:
            nieuw = Antwoord(Stand.WEET_NIET)
            return Opdracht.BEHOUD if nieuw.zelfde(scherm.huidig) else nieuw
        if gekozen is TYP_OPDRACHT:
            return self._regel(scherm, _TYP_OPDRACHT, ":")
        return parse_reactie(scherm, str(gekozen))

    def _run(
        self,
        question: questionary.Question,
        *,
        letters: dict[str, int] | None = None,
        los: bool = True,
        meer_regels: bool = False,
    ) -> object:
        self._toetsen.bind(question, letters=letters or {}, los=los, meer_regels=meer_regels)
        try:
            return question.unsafe_ask()
        finally:
            self._toetsen.released()

    def _wijst(self, scherm: Scherm, waarden: list[str]) -> Any:
        """Return which choice the pointer starts on: the answer so far, else the advice, else the first."""
        if scherm.huidig and scherm.huidig.stand is Stand.WEET_NIET:
            return _WEET_NIET
        gegeven = scherm.huidig.waarde if scherm.huidig and scherm.huidig.stand is Stand.GEGEVEN else scherm.voorstel
        return gegeven if gegeven in waarden else None

    def _instructie(self, scherm: Scherm) -> str:
        return self._beeld.wrap(instructie(scherm, _INSTRUCTIES), 1)

    def _menu_kwargs(self, scherm: Scherm) -> dict[str, Any]:
        """Return what every menu has: our words and no letters that move the pointer."""
        return {
            "instruction": self._instructie(scherm),
            "qmark": "",
            "pointer": "»",
            "use_jk_keys": False,
            "use_emacs_keys": False,
            **self._beeld.kwargs,
        }


def _prefill(scherm: Scherm) -> str:
    """Return the answer so far as text to edit; empty when there is none."""
    if scherm.huidig is None or scherm.huidig.stand is not Stand.GEGEVEN or not isinstance(scherm.huidig.waarde, str):
        return ""
    tekst = zichtbaar(scherm.huidig.waarde)
    return f":{tekst}" if tekst.startswith(":") else tekst


def _zin(geweigerd: RefusedAnswer) -> str:
    return f"{geweigerd.message} {geweigerd.hint}".rstrip()
