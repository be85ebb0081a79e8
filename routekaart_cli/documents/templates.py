"""From data to text by a template that an editor can change. The only module that knows Jinja2."""

# ruff: noqa: TID253  # this is where Jinja2 lives

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from routekaart_cli.documents import html, markdown
from routekaart_cli.errors import GEEN_UTF8, UnreadableFile

SJABLOON_HINT = "Verbeter het sjabloon en probeer het opnieuw."
_SJABLOON_WEG_HINT = "Kijk of de naam klopt."


_FOUTEN = (
    TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError, MemoryError,
)  # fmt: skip
"""What a mistake in a template can raise."""
_ONZIN = ("lipsum", "cycler", "joiner")
"""What Jinja2 brings along and no document needs."""


class GeenWaarde(TemplateError):
    """A template shows something that is no text or number: it has parts, and one of those is meant."""


class _Map(FileSystemLoader):
    """Reads the template *sjabloon* and others in its folder, and nothing else there: the project may lie beside it."""

    def __init__(self, sjabloon: Path) -> None:
        super().__init__(sjabloon.parent)
        self._naam = sjabloon.name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template != self._naam and not template.endswith((".j2", ".css")):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def render_markdown(sjabloon: Path, gegevens: Mapping[str, object]) -> str:
    """Return *gegevens* as Markdown, by the template *sjabloon*.

    Every value is escaped unless a filter made Markdown of it. Raises `UnreadableFile` with template and line.
    """
    omgeving = sandbox(
        sjabloon,
        finalize=markdown.inline,
        autoescape=False,  # a Markdown document: `finalize` escapes for Markdown
    )
    omgeving.filters |= {"alineas": markdown.alineas, "link": markdown.link, "klaar": markdown.Markdown}
    return "\n".join(_zonder_dubbele_witregels(fill(omgeving, sjabloon, gegevens))) + "\n"


def render_html(sjabloon: Path, gegevens: Mapping[str, object]) -> str:
    """Return *gegevens* as HTML, by the template *sjabloon*; raises `UnreadableFile` with template and line.

    Every value is escaped, also in attributes, unless a filter made HTML of it.
    """
    omgeving = sandbox(sjabloon, finalize=html.inline, autoescape=True)
    omgeving.filters |= {"alineas": html.alineas, "link": html.link}
    return fill(omgeving, sjabloon, gegevens)


def render_yaml(sjabloon: Path, gegevens: Mapping[str, object]) -> str:
    """Return *gegevens* as YAML, by the template *sjabloon*; raises `UnreadableFile` with template and line.

    Every value comes on one line, so that it stays within its comment; the filter `klaar` leaves lines as they are.
    """
    omgeving = sandbox(sjabloon, finalize=_een_regel, autoescape=False)
    omgeving.filters |= {"klaar": markdown.Markdown}
    return "\n".join(_zonder_dubbele_witregels(fill(omgeving, sjabloon, gegevens))) + "\n"


def _een_regel(waarde: object) -> str:
    return waarde if isinstance(waarde, markdown.Markdown) else " ".join(str(waarde).split())


def sandbox(sjabloon: Path, finalize: Callable[[object], object], **opties: Any) -> ImmutableSandboxedEnvironment:
    """Return what reads the template *sjabloon* and others in its folder: it can do nothing but fill in values.

    Every value goes through *finalize*.
    """

    def waarde(deel: object) -> object:
        if deel is None:
            return ""
        if not isinstance(deel, (str, int, float, Undefined)):
            raise GeenWaarde
        return finalize(deel)

    omgeving = ImmutableSandboxedEnvironment(
        loader=_Map(sjabloon),
        finalize=waarde,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **opties,
    )
    for naam in _ONZIN:
        del omgeving.globals[naam]
    return omgeving


def fill(omgeving: ImmutableSandboxedEnvironment, sjabloon: Path, gegevens: Mapping[str, object]) -> str:
    """Return the template *sjabloon* filled with *gegevens*; raises `UnreadableFile` with template and line."""
    if not sjabloon.is_file():
        raise UnreadableFile(_sjabloon_weg(str(sjabloon)), _SJABLOON_WEG_HINT)
    try:
        return omgeving.get_template(sjabloon.name).render(**gegevens)
    except UnicodeDecodeError as fout:
        raise UnreadableFile(f"{sjabloon}: {GEEN_UTF8}.", SJABLOON_HINT) from fout
    except _FOUTEN as fout:
        raise _sjabloon_fout(*_plek(sjabloon, fout), fout) from fout
    except OSError as fout:
        raise UnreadableFile(_sjabloon_weg(str(sjabloon)), _SJABLOON_WEG_HINT) from fout


def _zonder_dubbele_witregels(tekst: str) -> list[str]:
    uit: list[str] = []
    for regel in tekst.strip("\n").split("\n"):
        if regel.strip():
            # Two spaces at the end are a line break that somebody typed.
            uit.append(regel if regel.endswith("  ") else regel.rstrip())
        elif uit and uit[-1]:
            uit.append("")
    return uit


def _plek(sjabloon: Path, fout: Exception) -> tuple[str, int]:
    """Return the template and the line where *fout* happened: *sjabloon*, or one in its folder that it uses."""
    if isinstance(fout, TemplateSyntaxError):
        return fout.filename or str(sjabloon), fout.lineno
    plek, spoor = (str(sjabloon), 1), fout.__traceback__  # Jinja2 puts its lines in the traceback
    while spoor is not None:
        bestand = spoor.tb_frame.f_code.co_filename
        if bestand == str(sjabloon.parent / Path(bestand).name):
            plek = (bestand, spoor.tb_lineno)
        spoor = spoor.tb_next
    return plek


def _sjabloon_fout(sjabloon: str, regel: int, fout: Exception) -> UnreadableFile:
    soort = {
        "UndefinedError": "Hier staat een naam die niet bestaat.",
        "TemplateSyntaxError": "De opbouw klopt niet. Kijk of elke {% if %} en {% for %} ook een einde heeft.",
        "TemplateAssertionError": "Hier staat een filter dat niet bestaat.",
        "SecurityError": "Dit mag een sjabloon niet. Een sjabloon kan alleen waarden invullen.",
        "GeenWaarde": "Dit is geen tekst of getal. Noem één naam die erbij hoort, zoals plan.wijk.",
    }
    melding = soort.get(type(fout).__name__, "Deze regel kan niet worden uitgevoerd.")
    if isinstance(fout, TemplateNotFound):
        melding = f"Hier wordt {fout.name!s} gebruikt. Dat moet in dezelfde map staan, en eindigen op .j2 of .css."
    return UnreadableFile(sjabloon_fout(sjabloon, regel, melding), SJABLOON_HINT)


def _sjabloon_weg(pad: str) -> str:
    return f"{pad}: dit sjabloon kan niet gelezen worden."


def sjabloon_fout(sjabloon: str, regel: int, melding: str) -> str:
    return f"{sjabloon}:{regel}: het sjabloon klopt niet. {melding}"
