"""The pages for those who write the content: what is wrong in it, and a map of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from routekaart_cli.domain.in_words import fase_title
from routekaart_cli.domain.routekaart import Fase
from routekaart_cli.dutch import plural
from routekaart_cli.dutch.opdrachten import to_type
from routekaart_cli.inhoud.check import FileCount
from routekaart_cli.inhoud.lagen import Verschil
from routekaart_cli.pages.blocks import FURTHER, Block, Heading, Item, Opdracht, Page, Paragraph

_MAP = "Kaart van de inhoud"


StapKaartJson = TypedDict("StapKaartJson", {"id": str, "nummer": str, "titel": str, "vragen": int})
FaseKaartJson = TypedDict("FaseKaartJson", {
    "id": str, "nummer": int | None, "titel": str, "bestand": str, "tips": int, "voorbeelden": int,
    "stappen": list[StapKaartJson],
})  # fmt: skip
KaartJson = TypedDict(
    "KaartJson", {"fasen": list[FaseKaartJson], "verder": tuple[FileCount, ...], "lagen": list[Verschil]}
)
BevindingenJson = TypedDict("BevindingenJson", {"in_orde": bool, "map": str, "bevindingen": tuple[str, ...]})


def bevindingen(found: Sequence[str], folders: Sequence[str], unread: str) -> Page:
    """Everything that is wrong in the content of *folders* (its own, and those of layers).

    *unread* is another content that lies here, or empty.
    """
    as_read = [Paragraph(f"Gelezen: {folder}") for folder in folders]
    if unread:
        own = to_type("inhoud", "controleer", unread)
        as_read.append(Paragraph(f"De teksten in {unread} zijn niet gelezen. Controleer ze met: {own}", let_op=True))
    if not found:
        return (Heading("De inhoud is in orde.", 1), *as_read, Opdracht(to_type("inhoud", "kaart"), _MAP.lower()))
    return (
        Heading(f"{plural(len(found), 'fout', 'fouten')} in de inhoud", 1),
        *as_read,
        *(Item(line, emphasis=False) for line in found),
        Paragraph(f"Verbeter de bestanden en typ weer: {to_type('inhoud', 'controleer')}"),
    )


def kaart(
    fasen: Sequence[tuple[Fase, str]], further: tuple[FileCount, ...], name: str, layered: Sequence[Verschil]
) -> Page:
    """Every fase with its file in the content *name*, its stappen and how much there is to each; the other files.

    *layered* is what layers make of it: all else comes from the content itself.
    """
    blocks: list[Block] = [Heading(_MAP, 1)]
    for fase, file in fasen:
        blocks.append(Heading(fase_title(fase), 2, fase.nummer or 0))
        blocks.append(
            Paragraph(
                f"{name}/{file}: {plural(_tips(fase), 'tip', 'tips')}, "
                f"{plural(len(fase.voorbeelden), 'voorbeeld', 'voorbeelden')}"
            )
        )
        blocks += [
            Item(stap.titel, stap.nummer, f"{stap.id}, {plural(len(stap.vragen), 'vraag', 'vragen')}", emphasis=False)
            for stap in fase.stappen
        ]
    blocks.append(Heading("De andere bestanden"))
    blocks += [Item(f"{name}/{file}", behind=f"{count} {what}", emphasis=False) for file, what, count in further]
    if layered:
        blocks.append(Heading("Wat uit een laag komt"))
        told = ((one.bestand, f"{one.item}: {one.wat}".removeprefix(": ")) for one in layered)
        blocks += [Item(where, behind=what, emphasis=False) for where, what in told]
    return (
        *blocks,
        Heading(FURTHER),
        Opdracht(to_type("inhoud", "controleer"), "de teksten controleren"),
        Opdracht(to_type("inhoud", "schema", "schemas"), "schema's voor je tekstprogramma"),
    )


def kaart_json(
    fasen: Sequence[tuple[Fase, str]], further: tuple[FileCount, ...], layered: Sequence[Verschil]
) -> KaartJson:
    """Return the same map for a program."""
    return KaartJson(
        fasen=[
            FaseKaartJson(
                id=fase.id, nummer=fase.nummer, titel=fase.titel, bestand=file, tips=_tips(fase),
                voorbeelden=len(fase.voorbeelden),
                stappen=[
                    StapKaartJson(id=stap.id, nummer=stap.nummer, titel=stap.titel, vragen=len(stap.vragen))
                    for stap in fase.stappen
                ],
            )
            for fase, file in fasen
        ],
        verder=further, lagen=list(layered),
    )  # fmt: skip


def _tips(fase: Fase) -> int:
    return len(fase.tips) + len(fase.tips_voor_gemeenten)
