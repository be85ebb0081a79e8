"""The pages for those who write the content: what is wrong in it, and a map of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.model import Fase
from routekaart_cli.render.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt
from routekaart_cli.texts import inhoud, schermen

Aantal = tuple[str, str, int]
"""A file, what it holds, and how many."""


def bevindingen(gevonden: Sequence[str]) -> Pagina:
    """Everything that is wrong in the content."""
    if not gevonden:
        return (Kop(inhoud.IN_ORDE, 1), Opdracht("routekaart inhoud kaart", inhoud.KAART.lower()))
    return (
        Kop(inhoud.bevindingen(len(gevonden)), 1),
        *(Punt(regel, nadruk=False) for regel in gevonden),
        Alinea(inhoud.HERSTEL),
    )


def kaart(fasen: Sequence[tuple[Fase, str]], verder: Sequence[Aantal]) -> Pagina:
    """Every fase with its file, its stappen and how much there is to each; then the other files."""
    blokken: list[Blok] = [Kop(inhoud.KAART, 1)]
    for fase, bestand in fasen:
        blokken.append(Kop(schermen.fase_titel(fase.nummer, fase.titel), 2, fase.nummer or 0))
        blokken.append(Alinea(f"content/{bestand}: {inhoud.telling(_tips(fase), len(fase.voorbeelden))}"))
        blokken += [
            Punt(stap.titel, stap.nummer, inhoud.stap(stap.id, len(stap.vragen)), nadruk=False) for stap in fase.stappen
        ]
    blokken.append(Kop(inhoud.VERDER))
    blokken += [Punt(f"content/{bestand}", achter=f"{aantal} {wat}", nadruk=False) for bestand, wat, aantal in verder]
    return (
        *blokken,
        Kop(schermen.VERDER),
        Opdracht("routekaart inhoud controleer", inhoud.DOE_CONTROLEER),
        Opdracht("routekaart inhoud schema fase", inhoud.DOE_SCHEMA),
    )


def kaart_json(fasen: Sequence[tuple[Fase, str]], verder: Sequence[Aantal]) -> dict[str, object]:
    """Return the same map for a program."""
    return {
        "fasen": [
            {
                "id": fase.id,
                "nummer": fase.nummer,
                "titel": fase.titel,
                "bestand": bestand,
                "tips": _tips(fase),
                "voorbeelden": len(fase.voorbeelden),
                "stappen": [
                    {"id": stap.id, "nummer": stap.nummer, "titel": stap.titel, "vragen": len(stap.vragen)}
                    for stap in fase.stappen
                ],
            }
            for fase, bestand in fasen
        ],
        "verder": [{"bestand": bestand, "wat": wat, "aantal": aantal} for bestand, wat, aantal in verder],
    }


def _tips(fase: Fase) -> int:
    return len(fase.tips) + len(fase.tips_voor_gemeenten)
