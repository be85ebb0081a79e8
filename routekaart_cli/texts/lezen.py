"""Words for files: what is wrong in them, where, and what to do now."""

from __future__ import annotations

import errno

from routekaart_cli.texts import enumeration

GEEN_UTF8 = "het bestand is niet opgeslagen als UTF-8. Open het in je tekstprogramma en bewaar het als UTF-8"


HERSTEL = "Verbeter het bestand en probeer het opnieuw. Er is niets veranderd."
HERSTEL_PAD = "Kijk of de naam klopt en of je bij deze map mag. Er is niets veranderd."


def niet_toegestaan(waarde: str, mogelijk: list[str]) -> str:
    return f"'{waarde}' kan hier niet. Kies uit {enumeration(mogelijk, 'of')}"


def niet_te_lezen(pad: str, reden: str) -> str:
    return f"{pad}: lezen lukt niet ({reden})."


def schrijven_mislukt(pad: str, reden: str) -> str:
    return f"{pad}: opslaan lukt niet ({reden})."


SCHRIJVEN_HINT = "Kijk of de schijf vol is en of je in deze map mag schrijven. Probeer het dan opnieuw."
FORMAAT_NIEUWER_HINT = "Werk routekaart bij en probeer het opnieuw. Het bestand is niet veranderd."


def formaat_nieuwer(pad: str) -> str:
    return f"{pad}: dit bestand is gemaakt met een nieuwere routekaart."


OS_REDENEN = {
    "ENOSPC": "de schijf is vol",
    "EDQUOT": "de ruimte voor jouw bestanden is op",
    "EROFS": "je kunt hier alleen lezen",
    "EACCES": "je hebt hier geen toestemming voor",
    "EPERM": "je hebt hier geen toestemming voor",
    "ENOENT": "de map of het bestand is er niet",
    "EISDIR": "dit is een map",
    "ENOTDIR": "een deel van het pad is geen map",
    "ENAMETOOLONG": "de naam is te lang",
    "ELOOP": "de koppeling verwijst naar zichzelf",
    "EIO": "de schijf geeft een fout",
}


def reden(fout: OSError) -> str:
    """Return why the operating system refused."""
    nummer = fout.errno or 0
    return OS_REDENEN.get(errno.errorcode.get(nummer, ""), f"fout {nummer} van het systeem")
