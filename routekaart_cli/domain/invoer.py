"""From what a person typed to an answer that fits its vraag, and from an answer to words. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from routekaart_cli.domain.antwoorden import Antwoord, Record, Stand, Waarde
from routekaart_cli.domain.routekaart import Keuze, Soort, Verplicht, Vraag
from routekaart_cli.dutch import dates, did_you_mean, enumeration, nearest
from routekaart_cli.dutch.characters import schoon
from routekaart_cli.errors import RefusedAnswer

LEEG_HINT = "Weten jullie het niet? Typ dan: weet ik nog niet"
ALLEEN_HINT = "Kies alleen dat antwoord, of alleen de andere."
VOORBEELD = "Bijvoorbeeld: {voorbeeld}"
KEUZE_LEEG = "Kies iets uit de lijst."
_LEEG_FOUT = "Hier is een antwoord nodig."


_JA_NEE_VOORBEELD = "Typ j voor ja of n voor nee."
_DATUM_VOORBEELD = "Typ een datum, bijvoorbeeld 31-1-2027, 31 jan of eind maart."


_GETAL_VOORBEELD = "Typ een heel getal, bijvoorbeeld 350 of 1.200."


Ruw = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What came in: a typed text, or from a YAML file also a list of texts or of records."""


MAX_TEKENS = 20_000
_JA = {"j", "ja", "y", "yes"}


_NEE = {"n", "nee", "no"}
_WEET_NIET = {"weet ik nog niet", "weet-ik-nog-niet", "weet ik niet", "weet niet", "nog niet bekend"}


_GETAL = re.compile(
    r"(?:(?:ongeveer|circa|ca\.?|zo['’]n|plusminus|\+/-|±|~|rond de|rond|ruim|bijna|krap|meer dan|€)\s*)*"
    r"(\d{1,3}(?:[. ]\d{3})+|\d+)\+?"
    r"(?:\s+(?!honderd|duizend|miljoen|miljard)[^\W\d_]{3,}){0,2}\.?",
    re.IGNORECASE,
)
"""A number, with how exact it is before it and what is counted behind it; not what makes another number of it."""


def parse_antwoord(vraag: Vraag, ruw: Ruw, vandaag: date) -> Antwoord:
    """Return the answer that *ruw* gives to *vraag*: a value, `weet ik nog niet`, `:later` or left empty.

    Raises `RefusedAnswer` with an accepted example when it does not fit, or is empty where an answer is needed.
    """
    if isinstance(ruw, str):
        getypt = " ".join(ruw.split()).lower().rstrip(".")
        if getypt in _WEET_NIET and not _is_keuze(vraag, getypt):
            return Antwoord(Stand.WEET_NIET)
        if getypt == ":later":
            return Antwoord(Stand.LATER)
    if not ruw or (isinstance(ruw, str) and not schoon(ruw)):
        if vraag.verplicht is Verplicht.JA:
            raise RefusedAnswer(_LEEG_FOUT, LEEG_HINT)
        return Antwoord(Stand.LEEG)
    return Antwoord(Stand.GEGEVEN, check(vraag, ruw, vandaag))


def check(vraag: Vraag, ruw: Ruw, vandaag: date) -> Waarde:
    """Return *ruw* as the value we store: text, an ISO date, digits, `ja`/`nee`, the id of a keuze, ids, or records.

    Raises `RefusedAnswer` with what is wrong and an accepted example.
    """
    if isinstance(ruw, str) and len(ruw) > MAX_TEKENS:
        raise RefusedAnswer(
            f"Dit antwoord is te lang. Het kan hoogstens {MAX_TEKENS} tekens zijn.",
            "Maak het korter, of zet de rest in een ander bestand.",
        )
    if vraag.soort is Soort.LIJST:
        return _lijst(vraag, ruw, vandaag)
    if vraag.soort is Soort.MEERKEUZE:
        return _meerkeuze(vraag, ruw)
    if not isinstance(ruw, str):
        raise RefusedAnswer("Hier hoort één antwoord, geen lijst.", accepted(vraag))
    tekst = schoon(ruw, regels=vraag.soort is Soort.LANGE_TEKST)
    if not tekst:
        raise RefusedAnswer(_LEEG_FOUT, accepted(vraag))
    match vraag.soort:
        case Soort.JA_NEE:
            return _ja_nee(tekst)
        case Soort.KEUZE:
            return _keuze(vraag, tekst).id
        case Soort.GETAL:
            return _getal(tekst)
        case Soort.DATUM:
            return _datum(tekst, vandaag)
    return tekst


def accepted(vraag: Vraag) -> str:
    """Return a sentence with an example that `check` accepts for *vraag*."""
    match vraag.soort:
        case Soort.JA_NEE:
            return _JA_NEE_VOORBEELD
        case Soort.KEUZE | Soort.MEERKEUZE:
            return _keuze_hint(None, [keuze.id for keuze in vraag.keuzes])
        case Soort.GETAL:
            return _GETAL_VOORBEELD
        case Soort.DATUM:
            return _DATUM_VOORBEELD
        case Soort.LIJST:
            return (
                f"Typ de velden met een ; ertussen: {' ; '.join([veld.id for veld in vraag.velden])}. "
                "Tussen twee delen van de lijst zet je een |. "
                "In een YAML-bestand schrijf je een echte lijst."
            )
    return VOORBEELD.format(voorbeeld=vraag.voorbeeld) if vraag.voorbeeld else "Typ een korte tekst."


def _ja_nee(tekst: str) -> str:
    if tekst.lower() in _JA:
        return "ja"
    if tekst.lower() in _NEE:
        return "nee"
    raise RefusedAnswer("Dat begrijpen we niet.", _JA_NEE_VOORBEELD)


def _datum(tekst: str, vandaag: date) -> str:
    dag = dates.parse_datum(tekst, vandaag)
    if dag is None:
        raise RefusedAnswer("Dat is geen datum.", _DATUM_VOORBEELD)
    ander = dates.op_weekdag(tekst, dag)
    if ander != dag:
        raise RefusedAnswer(
            f"Die dag en die datum horen niet bij elkaar: het is {dates.voluit(dag)}.",
            _weekdag_hint(*map(_cijfers, (dag, ander))),
        )
    return dag.isoformat()


def _cijfers(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def _is_keuze(vraag: Vraag, getypt: str) -> bool:
    return any(getypt in (keuze.id, keuze.tekst.lower()) for keuze in vraag.keuzes)


def _zoek_keuze(vraag: Vraag, getypt: str) -> Keuze | None:
    """Return the keuze meant by its number, its id or its words."""
    if getypt.isdecimal() and len(getypt) < 4 and 1 <= int(getypt) <= len(vraag.keuzes):
        return vraag.keuzes[int(getypt) - 1]
    plat = _plat(getypt)
    return next((keuze for keuze in vraag.keuzes if plat in (_plat(keuze.id), _plat(keuze.tekst))), None)


def _plat(tekst: str) -> str:
    """Return *tekst* as it is compared: small, without accents, hyphens or a full stop."""
    import unicodedata

    letters = unicodedata.normalize("NFD", tekst.lower().replace("-", " ").rstrip("."))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _keuze(vraag: Vraag, getypt: str) -> Keuze:
    keuze = _zoek_keuze(vraag, getypt)
    if keuze is None:
        mogelijk = [keuze.id for keuze in vraag.keuzes]
        bedoeld = nearest(getypt.lower(), mogelijk)
        hint = _keuze_hint(bedoeld, mogelijk)
        raise RefusedAnswer(f"'{getypt}' staat niet in de lijst.", hint, vraag.tekst_van(bedoeld) if bedoeld else "")
    return keuze


def _meerkeuze(vraag: Vraag, ruw: Ruw) -> tuple[str, ...]:
    delen = _delen(vraag, schoon(ruw)) if isinstance(ruw, str) else [schoon(str(deel)) for deel in ruw]
    gekozen = [_keuze(vraag, deel) for deel in delen]
    if not gekozen:
        raise RefusedAnswer(KEUZE_LEEG, accepted(vraag))
    alleen = next((keuze for keuze in gekozen if keuze.alleen), None)
    if alleen and len(set(gekozen)) > 1:
        raise RefusedAnswer(alleen_fout(alleen.tekst), ALLEEN_HINT)
    return tuple(keuze.id for keuze in vraag.keuzes if keuze in gekozen)


def _delen(vraag: Vraag, tekst: str) -> list[str]:
    """Split *tekst* into keuzes: at commas, but the words of a keuze may hold one; else at spaces, when all fit."""
    stukken = [stuk.strip() for stuk in re.split(r"[,;]", tekst) if stuk.strip()]
    los = tekst.replace(",", " ").replace(";", " ").split()
    if all(_zoek_keuze(vraag, deel) for deel in los):
        return los
    meeste = 1 + max((keuze.tekst.count(",") for keuze in vraag.keuzes), default=0)
    delen: list[str] = []
    while stukken:
        langste = range(min(len(stukken), meeste), 0, -1)
        tot = next((n for n in langste if _zoek_keuze(vraag, ", ".join(stukken[:n]))), 1)
        delen.append(", ".join(stukken[:tot]))
        del stukken[:tot]
    return delen


def _getal(tekst: str) -> str:
    gevonden = _GETAL.fullmatch(tekst)
    cijfers = re.sub(r"[. ]", "", gevonden[1]) if gevonden else ""
    if not 1 <= len(cijfers) <= 12:
        raise RefusedAnswer("Dat is geen getal.", _GETAL_VOORBEELD)
    return str(int(cijfers))


def _lijst(vraag: Vraag, ruw: Ruw, vandaag: date) -> tuple[Record, ...]:
    delen: Sequence[str | Record]
    if isinstance(ruw, str):
        delen = [deel for deel in re.split(r"[|\n]", ruw) if schoon(deel.replace(";", ""))]
    else:
        delen = ruw
    gevuld = tuple(_record(vraag, deel, vandaag) for deel in delen)
    if not gevuld:
        raise RefusedAnswer("Deze lijst is leeg.", accepted(vraag))
    return gevuld


def _record(vraag: Vraag, ruw: str | Record, vandaag: date) -> Record:
    """Return one record of a lijst: from `waarde; waarde`, or from fields by name. The first field must be there."""
    namen = [veld.id for veld in vraag.velden]
    if isinstance(ruw, str):
        waarden = ruw.split(";")
        if len(waarden) > len(namen):
            raise RefusedAnswer(
                f"Hier staan te veel velden. Er zijn er {len(namen)}: {enumeration(namen)}.", accepted(vraag)
            )
        ruw = dict(zip(namen, waarden, strict=False))
    onbekend = next((naam for naam in ruw if naam not in namen), None)
    if onbekend is not None:
        raise RefusedAnswer(f"Het veld '{onbekend}' bestaat niet. Wel: {enumeration(namen)}.", accepted(vraag))
    record = {
        veld.id: cast(str, check(veld, ruw[veld.id], vandaag))
        for veld in vraag.velden
        if schoon(str(ruw.get(veld.id, "")))
    }
    if namen[0] not in record:
        raise RefusedAnswer(f"Bij elk deel van de lijst hoort: {namen[0]}.", accepted(vraag))
    return record


def _weekdag_hint(datum: str, op_weekdag: str) -> str:
    return f"Typ {datum}, of {op_weekdag} als je die weekdag bedoelt."


def _keuze_hint(bedoeld: str | None, mogelijk: list[str]) -> str:
    return f"{did_you_mean(bedoeld)}Je kunt kiezen uit: {', '.join(mogelijk)}."


def alleen_fout(tekst: str) -> str:
    return f"'{tekst}' kan niet samen met een ander antwoord."
