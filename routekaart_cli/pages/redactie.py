"""The pages for those who write the content: what is wrong in it, and a map of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart_cli.domain.in_words import fase_titel
from routekaart_cli.domain.routekaart import Fase
from routekaart_cli.dutch import plural
from routekaart_cli.pages import phrases
from routekaart_cli.pages.blokken import Alinea, Blok, Kop, Opdracht, Pagina, Punt

_KAART = "Kaart van de inhoud"


Aantal = tuple[str, str, int]
"""A file, what it holds, and how many."""


def bevindingen(gevonden: Sequence[str]) -> Pagina:
    """Everything that is wrong in the content."""
    if not gevonden:
        return (Kop("De inhoud is in orde.", 1), Opdracht("routekaart inhoud kaart", _KAART.lower()))
    return (
        Kop(f"{plural(len(gevonden), 'fout', 'fouten')} in de inhoud", 1),
        *(Punt(regel, nadruk=False) for regel in gevonden),
        Alinea("Verbeter de bestanden in content/ en typ weer: routekaart inhoud controleer"),
    )


def kaart(fasen: Sequence[tuple[Fase, str]], verder: Sequence[Aantal]) -> Pagina:
    """Every fase with its file, its stappen and how much there is to each; then the other files."""
    blokken: list[Blok] = [Kop(_KAART, 1)]
    for fase, bestand in fasen:
        blokken.append(Kop(fase_titel(fase.nummer, fase.titel), 2, fase.nummer or 0))
        blokken.append(
            Alinea(
                f"content/{bestand}: {plural(_tips(fase), 'tip', 'tips')}, "
                f"{plural(len(fase.voorbeelden), 'voorbeeld', 'voorbeelden')}"
            )
        )
        blokken += [
            Punt(stap.titel, stap.nummer, f"{stap.id}, {plural(len(stap.vragen), 'vraag', 'vragen')}", nadruk=False)
            for stap in fase.stappen
        ]
    blokken.append(Kop("De andere bestanden"))
    blokken += [Punt(f"content/{bestand}", achter=f"{aantal} {wat}", nadruk=False) for bestand, wat, aantal in verder]
    return (
        *blokken,
        Kop(phrases.VERDER),
        Opdracht("routekaart inhoud controleer", "de teksten controleren"),
        Opdracht("routekaart inhoud schema fase", "het JSON-schema van een opdracht"),
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
