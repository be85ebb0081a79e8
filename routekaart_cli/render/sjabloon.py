"""From the data of a plan to text, by a template that an editor can change. The only module that knows Jinja2."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from routekaart_cli.errors import UnreadableFile
from routekaart_cli.render import markdown
from routekaart_cli.render.plan import Plan
from routekaart_cli.texts import schermen

SJABLOON = "actieplan.md.j2"


def render(plan: Plan, sjablonen: Path) -> str:
    """Return *plan* as Markdown, by the template in the folder *sjablonen*.

    Every value is escaped unless a filter made Markdown of it. Raises `UnreadableFile` with template and line.
    """
    omgeving = SandboxedEnvironment(
        loader=FileSystemLoader(sjablonen),
        undefined=StrictUndefined,
        finalize=markdown.inline,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # a Markdown document: `finalize` escapes for Markdown
    )
    omgeving.filters |= {"alineas": markdown.alineas, "link": markdown.link, "klaar": markdown.Markdown}
    try:
        tekst = omgeving.get_template(SJABLOON).render(plan=plan)
    except TemplateSyntaxError as fout:
        raise _sjabloon_fout(fout.lineno, fout) from fout
    except TemplateNotFound as fout:
        raise _sjabloon_fout(1, fout) from fout
    except (TemplateError, TypeError, ValueError, AttributeError) as fout:
        raise _sjabloon_fout(_regel(fout), fout) from fout
    return "\n".join(_zonder_dubbele_witregels(tekst)) + "\n"


def _zonder_dubbele_witregels(tekst: str) -> list[str]:
    uit: list[str] = []
    for regel in tekst.strip("\n").split("\n"):
        if regel.strip():
            # Two spaces at the end are a line break that somebody typed.
            uit.append(regel if regel.endswith("  ") else regel.rstrip())
        elif uit and uit[-1]:
            uit.append("")
    return uit


def _regel(fout: BaseException) -> int:
    """Return the line of the template where *fout* happened: Jinja2 puts it in the traceback."""
    regel, spoor = 1, fout.__traceback__
    while spoor is not None:
        if spoor.tb_frame.f_code.co_filename.endswith(SJABLOON):
            regel = spoor.tb_lineno
        spoor = spoor.tb_next
    return regel


def _sjabloon_fout(regel: int, fout: Exception) -> UnreadableFile:
    naam = f"content/sjablonen/{SJABLOON}"
    soort = {"UndefinedError": schermen.SJABLOON_NAAM, "TemplateSyntaxError": schermen.SJABLOON_VORM}
    melding = soort.get(type(fout).__name__, schermen.SJABLOON_ANDERS)
    return UnreadableFile(schermen.sjabloon_fout(naam, regel, melding), schermen.SJABLOON_HINT)
