"""Words of answers: how they read, why one is refused and what is accepted, and answers that came with a command."""

from __future__ import annotations

from routekaart_cli.texts import aantal, bedoel_je, opsomming

JA = "Ja"
NEE = "Nee"
WEET_NIET = "Weet ik nog niet"
LATER = "Voor later"
OVERGESLAGEN = "Niets ingevuld"
NIET_EENS = "We zijn het nog niet eens"

MEERKEUZE_LEEG = "Kies eerst met de spatiebalk. Druk daarna op Enter."
GETAL_FOUT = "Dat is geen getal."
GETAL_VOORBEELD = "Typ een heel getal, bijvoorbeeld 350 of 1.200."
DATUM_FOUT = "Dat is geen datum."
DATUM_VOORBEELD = "Typ een datum, bijvoorbeeld 31-1-2027, 31 jan of eind maart."


def weekdag_fout(voluit: str) -> str:
    return f"Die dag en die datum horen niet bij elkaar: het is {voluit}."


def weekdag_hint(datum: str, op_weekdag: str) -> str:
    return f"Typ {datum}, of {op_weekdag} als je die weekdag bedoelt."


JA_NEE_FOUT = "Dat begrijpen we niet."
JA_NEE_VOORBEELD = "Typ j voor ja of n voor nee."
LEEG_FOUT = "Hier is een antwoord nodig."
LEEG_HINT = "Weten jullie het niet? Typ dan: weet ik nog niet"
TEKST_VOORBEELD = "Typ een korte tekst."
LIJST_FOUT = "Deze lijst is leeg."
GEEN_LIJST = "Hier hoort één antwoord, geen lijst."


def te_lang(maximum: int) -> str:
    return f"Dit antwoord is te lang. Het kan hoogstens {maximum} tekens zijn."


TE_LANG_HINT = "Maak het korter, of zet de rest in een ander bestand."


def keuze_fout(getypt: str) -> str:
    return f"'{getypt}' staat niet in de lijst."


def keuze_hint(bedoeld: str | None, mogelijk: list[str]) -> str:
    return f"{bedoel_je(bedoeld)}Je kunt kiezen uit: {', '.join(mogelijk)}."


def alleen_fout(tekst: str) -> str:
    return f"'{tekst}' kan niet samen met een ander antwoord."


ALLEEN_HINT = "Kies alleen dat antwoord, of alleen de andere."


def veld_ontbreekt(veld: str) -> str:
    return f"Bij elk deel van de lijst hoort: {veld}."


def lijst_hint(velden: list[str]) -> str:
    return (
        f"Typ de velden met een ; ertussen: {' ; '.join(velden)}. Tussen twee delen van de lijst zet je een |. "
        "In een YAML-bestand schrijf je een echte lijst."
    )


def veld_onbekend(veld: str, velden: list[str]) -> str:
    return f"Het veld '{veld}' bestaat niet. Wel: {opsomming(velden)}."


def te_veel_velden(velden: list[str]) -> str:
    return f"Hier staan te veel velden. Er zijn er {len(velden)}: {opsomming(velden)}."


VOORBEELD = "Bijvoorbeeld: {voorbeeld}"

# Without a terminal

GEEN_TERMINAL = "Er zijn nog vragen open, maar hier kan niemand antwoorden."


def open_vragen(regels: list[str], meer: int) -> str:
    """Return the open questions with their ids; *meer* is how many are left out."""
    staart = [f"  en nog {meer}. Alle vragen zie je met: routekaart vragen"] if meer else []
    return "\n".join([GEEN_TERMINAL, *regels, *staart])


GEEN_TERMINAL_HINT = """\
Geef antwoorden mee met --antwoord ID=WAARDE of met --antwoorden BESTAND.
Of open een terminal en typ:
  routekaart start
Komen de antwoorden uit een pijp, een per regel? Typ dan:
  routekaart start --toegankelijk"""


def antwoord_zonder_is(getypt: str) -> str:
    return f"--antwoord '{getypt}' mist een =-teken."


ANTWOORD_HINT = "Schrijf het zo: --antwoord wijk.naam='De Weide'. Alle namen zie je met: routekaart vragen"


def vraag_onbekend(getypt: str) -> str:
    return f"De vraag '{getypt}' bestaat niet."


def vraag_hint(bedoeld: str | None) -> str:
    return f"{bedoel_je(bedoeld)}Alle vragen zie je met: routekaart vragen."


def antwoord_geweigerd(vraag_id: str, melding: str) -> str:
    return f"Antwoord op '{vraag_id}': {melding}"


NIETS_VERANDERD = "Er is niets bewaard."


def antwoorden_bewaard(hoeveel: int, pad: str) -> str:
    return f"{aantal(hoeveel, 'antwoord', 'antwoorden')} bewaard in {pad}."


def niets_ingevuld(pad: str) -> str:
    return f"In {pad} is nog niets ingevuld."


def antwoord_telt_niet(vraag_id: str) -> str:
    return f"Let op: het antwoord op '{vraag_id}' is bewaard, maar telt nu niet mee. Een eerder antwoord sluit het uit."


KEUZE_LEEG = "Kies iets uit de lijst."


def nummer_hint(hoogste: int) -> str:
    return f"Typ een nummer van 1 tot {hoogste}."


def open_vraag(vraag_id: str, vraag: str) -> str:
    return f"  {vraag_id}: {vraag}"
