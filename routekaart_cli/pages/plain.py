"""Pages as plain lines for a screen reader: sentences, no colours, no boxes, no sign that means something by itself."""

from __future__ import annotations

from collections.abc import Iterator

from routekaart_cli.dutch import sentence
from routekaart_cli.dutch.characters import vouw
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import UITGELEGD, Alinea, Blok, Kop, Opdracht, Pagina, Punt


def render(pagina: Pagina, breedte: int | None = None) -> str:
    """Return *pagina* as lines, wrapped on words at *breedte*; without one each paragraph is one line."""
    regels = "\n".join(regel for blok in pagina for regel in _regels(blok)).lstrip("\n").replace(UITGELEGD, "")
    return vouw(regels, breedte) + "\n"


def _regels(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop():
            yield ""
            yield sentence(blok.tekst)
        case Alinea():
            yield from (f"{phrases.LET_OP} {blok.tekst}" if blok.let_op else blok.tekst).split("\n")
        case Punt():
            merk = f"{blok.merk} " if blok.merk else ""
            tussen = ", " if ": " in blok.titel else ": "
            yield sentence(f"{merk}{blok.titel}{tussen + blok.achter if blok.achter else ''}")
            for alinea in blok.alineas:
                yield from alinea.split("\n")
        case Opdracht():
            yield f"Typ {blok.opdracht} voor: {blok.wat}."
