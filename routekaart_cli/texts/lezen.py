"""Words for files: what is wrong in them, where, and what to do now."""

from __future__ import annotations

import errno

from routekaart_cli.texts import aantal, opsomming

LEEG_BESTAND = "het bestand is leeg"
TE_DIEP = "hier staan te veel lagen in elkaar"
ALIAS = "een verwijzing met * mag hier niet. Schrijf de tekst voluit op"
ANKER = "een anker met & mag hier niet. Staat er een & in je tekst? Zet de tekst dan tussen aanhalingstekens"
LABEL = "een label met ! mag hier niet. Staat er een ! vooraan in je tekst? Zet de tekst dan tussen aanhalingstekens"
HEKJE = (
    "wat achter dit # staat, telt niet mee. Hoort het bij je antwoord? Zet dan aanhalingstekens om het hele antwoord. "
    "Is het uitleg? Zet die op een eigen regel"
)
GEEN_UTF8 = "het bestand is niet opgeslagen als UTF-8. Open het in je tekstprogramma en bewaar het als UTF-8"
MEER_DOCUMENTEN = "hier begint met --- een tweede deel. Zet alles in één deel"
GEEN_VELDEN = "hier horen velden te staan, zoals `titel: tekst`"
GEEN_TEKST = "hier hoort één tekst te staan, geen lijst of velden"
GEEN_LIJST = "hier hoort een lijst te staan, met een streepje voor elk deel"
SLEUTEL_GEEN_TEKST = "de naam van een veld moet gewone tekst zijn"

OORZAAK_TAB = "Er staat een tab in deze regel. Gebruik spaties."
OORZAAK_DUBBELE_PUNT = "Vaak komt dit door een dubbele punt in de tekst. Zet de tekst dan tussen aanhalingstekens."
OORZAAK_AANHALINGSTEKEN = (
    "Vaak komt dit door een aanhalingsteken dat niet sluit. Een ' binnen 'tekst' schrijf je als ''."
)
OORZAAK_BEGIN = "Een tekst die begint met een teken zoals @, %, * of - zet je tussen aanhalingstekens."
OORZAAK_INSPRINGEN = "Vaak staat een regel te ver naar links of naar rechts. Vergelijk met de regels erboven."
OORZAAK_GIT = (
    "Git zette hier twee versies onder elkaar. Laat er één staan. "
    "Haal ook de regels met <<<<<<<, ======= en >>>>>>> weg."
)
OORZAAK_STREEP = "Achter het teken | hoort niets. Schrijf de tekst op de regel eronder, met twee spaties ervoor."
OORZAAK_TEKEN = "Er staat een onzichtbaar teken in het bestand. Haal het weg."

HERSTEL = "Verbeter het bestand en probeer het opnieuw. Er is niets veranderd."
LEEG_HINT = "Haal het weg en begin opnieuw met routekaart start. Er is niets veranderd."
HERSTEL_PAD = "Kijk of de naam klopt en of je bij deze map mag. Er is niets veranderd."
HERSTEL_INHOUD = "Verbeter de tekst in content/ en probeer het opnieuw."


def niet_te_begrijpen(oorzaak: str) -> str:
    return f"dit is niet te begrijpen als YAML. {oorzaak}"


def dubbele_sleutel(sleutel: str, regel: int) -> str:
    return f"veld '{sleutel}' staat er twee keer, ook op regel {regel}"


def onbekend_veld(sleutel: str, bedoeld: str | None) -> str:
    vraag = f". Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"onbekend veld '{sleutel}'{vraag}"


def veld_na_komma(sleutel: str) -> str:
    return (
        f"onbekend veld '{sleutel}'. Binnen {{ }} begint na een komma een nieuw veld. "
        "Hoort dit nog bij de tekst ervoor? Zet dan aanhalingstekens om de hele tekst"
    )


def veld_ontbreekt(sleutel: str) -> str:
    return f"veld '{sleutel}' ontbreekt"


def veld_is_leeg(sleutel: str) -> str:
    return f"veld '{sleutel}' is leeg"


def geen_ja_nee(waarde: str) -> str:
    return f"'{waarde}' kan hier niet. Schrijf ja of nee"


def niet_toegestaan(waarde: str, mogelijk: list[str]) -> str:
    return f"'{waarde}' kan hier niet. Kies uit {opsomming(mogelijk, 'of')}"


def geen_datum(waarde: str) -> str:
    return f"'{waarde}' is geen datum. Schrijf een datum zo: 2026-11-23"


def bestand_ontbreekt(pad: str) -> str:
    return f"{pad}: dit bestand is er niet."


def geen_bestand(pad: str) -> str:
    return f"{pad}: dit is geen gewoon bestand."


def te_groot(pad: str, megabytes: int) -> str:
    return f"{pad}: dit bestand is groter dan {megabytes} MB. Zo groot kan het niet zijn."


def niet_te_lezen(pad: str, reden: str) -> str:
    return f"{pad}: lezen lukt niet ({reden})."


def bevindingen(regels: list[str]) -> str:
    """Join the findings of a file under a count, when there is more than one."""
    if len(regels) == 1:
        return regels[0]
    return "\n".join([f"{aantal(len(regels), 'fout', 'fouten')} gevonden:", *regels])


def id_dubbel(gevonden: str, eerder: str) -> str:
    return f"id '{gevonden}' bestaat al, zie {eerder}"


def id_vorm(gevonden: str) -> str:
    return f"id '{gevonden}' mag alleen kleine letters, cijfers en streepjes hebben"


def geen_woord(gevonden: str) -> str:
    return f"'{gevonden}' is geen woord. Schrijf ten minste één letter of cijfer"


def hoort_nergens_bij(gevonden: str, bedoeld: str | None) -> str:
    vraag = f" Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"er is geen fase, stap of begrip met het id '{gevonden}'.{vraag}"


def id_te_lang(gevonden: str, kort: str) -> str:
    return f"in id '{gevonden}' hoort geen punt. Schrijf alleen: {kort}. Wat ervoor komt, zet routekaart er zelf bij"


def voorwaarde_onbekend(vraag: str, bedoeld: str | None = None) -> str:
    hint = f". Bedoel je '{bedoeld}'?" if bedoeld else ""
    return f"voorwaarde: vraag '{vraag}' bestaat niet of komt pas later{hint}"


def voorwaarde_waarde(vraag: str, waarde: str) -> str:
    return f"voorwaarde: '{waarde}' is geen keuze van '{vraag}'"


ADVIES_ZONDER_EINDE = "de laatste regel van het advies mag geen 'als' hebben, anders is er soms geen advies"


def keuzes_nodig() -> str:
    return "deze soort vraag heeft keuzes nodig, ten minste twee"


def velden_nodig() -> str:
    return "een lijst heeft velden nodig"


def schrijven_mislukt(pad: str, reden: str) -> str:
    return f"{pad}: opslaan lukt niet ({reden})."


SCHRIJVEN_HINT = "Kijk of de schijf vol is en of je in deze map mag schrijven. Probeer het dan opnieuw."
FORMAAT_NIEUWER_HINT = "Werk routekaart bij en probeer het opnieuw. Het bestand is niet veranderd."


def formaat_nieuwer(pad: str) -> str:
    return f"{pad}: dit bestand is gemaakt met een nieuwere routekaart."


def formaat_onbekend(formaat: str) -> str:
    return f"formaat '{formaat}' is onbekend. Bovenaan hoort te staan: formaat: 1"


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


def antwoord_los(waarde: str) -> str:
    return f"een antwoord staat op een regel eronder, zo: waarde: {waarde or '…'}"


WAARDE_VORM = "hier hoort een tekst te staan, of een lijst met een streepje voor elk deel"


def antwoord_leeg(mogelijk: list[str]) -> str:
    return f"bij dit antwoord hoort 'waarde: …', of 'open:' met {opsomming(mogelijk, 'of')}"
