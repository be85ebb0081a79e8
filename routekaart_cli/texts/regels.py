"""Words for what the editors of begrippen, contact and actueel must keep to."""

from __future__ import annotations

from routekaart_cli.texts import opsomming

TWIJFEL = ("waarschijnlijk", "niet bevestigd", "niet gevonden", "zou")
"""One of these says in a text that it is not certain."""

TWIJFEL_ONTBREEKT = (
    f"dit is waarschijnlijk, niet zeker. Zeg dat in het eerste deel van de tekst, met {opsomming(TWIJFEL, 'of')}"
)
FEDERATIES_VOLGORDE = "de federaties staan niet in de volgorde van de keuzes bij 'wijk.provincie'"


def plek(bestand: str, regel: int | None) -> str:
    """Return where something stands: `content/contact.yaml:17`, or only the file when the line is not known."""
    return f"content/{bestand}:{regel}" if regel else f"content/{bestand}"


def vorm_dubbel(vorm: str, eerder: str) -> str:
    return f"het woord '{vorm}' staat ook al bij het begrip '{eerder}'"


def niet_op_volgorde(woord: str, vorige: str) -> str:
    return f"'{woord}' hoort in het alfabet vóór '{vorige}'"


def geen_korte_zin(woord: str, hoogstens: int) -> str:
    return f"de uitleg van '{woord}' moet één zin zijn, met een punt en hoogstens {hoogstens} woorden"


def legt_zichzelf_uit(woord: str) -> str:
    return f"in de uitleg van '{woord}' staat het woord zelf. Kies andere woorden"


def begrip_als_fase(id_: str) -> str:
    return f"id '{id_}' is al het id van een fase"


def begrip_zonder_bron(bron: str) -> str:
    return f"bron '{bron}' is geen adres. Begin met https:// of schrijf: eigen uitleg"


def geen_adres(adres: str) -> str:
    return f"'{adres}' is geen adres. Begin met https://"


def geen_jaar(datum: str) -> str:
    return f"in de datum '{datum}' staat geen jaar. Is er geen datum? Schrijf dan: zonder datum"


def in_de_toekomst(datum: str) -> str:
    return f"'gecontroleerd_op' is {datum}, en die dag moet nog komen"


def provincie_onbekend(provincie: str) -> str:
    return f"'{provincie}' is geen keuze van 'wijk.provincie'"


def provincie_dubbel(provincie: str) -> str:
    return f"de provincie '{provincie}' heeft al een federatie"


def provincie_zonder(provincies: list[str]) -> str:
    return f"er is geen federatie voor {opsomming(provincies)}"


def bedrag_zonder_jaar(zin: str) -> str:
    return f"zet een jaartal bij dit bedrag, in dezelfde zin: {zin}"
