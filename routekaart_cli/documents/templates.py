"""From data to text by a template that an editor can change. The only module that knows Jinja2."""

# ruff: noqa: TID253  # this is where Jinja2 lives

from __future__ import annotations

import contextlib
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from routekaart_cli.documents import escaping
from routekaart_cli.errors import NOT_UTF8, UnreadableFile
from routekaart_cli.inhoud import location

_LOOKS_LIKE = re.compile(r"\s*<!--\s*blok\b", re.IGNORECASE)
_BLOCK = re.compile(r"\s*<!-- blok ([\w.-]|\{\{.*?\}\})+ -->\s*")
"""The line with which a template begins a block; a part of its name can be a value."""
TEMPLATE_HINT = "Verbeter het sjabloon en probeer het opnieuw."
_TEMPLATE_GONE_HINT = "Kijk of de naam klopt."


_MISTAKES = (
    TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError, MemoryError,
)  # fmt: skip
"""What a mistake in a template can raise."""
MOST_SECONDS = 20.0
"""A plan takes less than one; a template of somebody else can hold a loop without end."""
_USELESS = ("lipsum", "cycler", "joiner")
"""What Jinja2 brings along and no document needs."""


class NoValue(TemplateError):
    """A template shows something that is no text or number: it has parts, and one of those is meant."""


class NoEnd(TemplateError):
    """A template goes on for ever, or nearly."""


class _Folder(FileSystemLoader):
    """Reads the template *template* and others in its folder, and nothing else there: the project may lie beside it.

    What is not there is one of ours: a template of a federatie can use those.
    """

    def __init__(self, template: Path) -> None:
        super().__init__([template.parent, location.shipped() / "sjablonen"])
        self._name = template.name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template != self._name and not template.endswith((".j2", ".css")):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


class _Compiled(BytecodeCache):
    """What templates were compiled to in this process: trying them all compiles each ten times."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED: dict[Callable[[object], object], _Compiled] = {}
"""By what its values go through: constants in a template already went through it when it was compiled."""


def render_markdown(template: Path, data: Mapping[str, object]) -> str:
    """Return *data* as Markdown, by the template *template*.

    Every value is escaped unless a filter made Markdown of it. Raises `UnreadableFile` with template and line.
    """
    environ = sandbox(
        template,
        finalize=escaping.markdown_inline,
        autoescape=False,  # a Markdown document: `finalize` escapes for Markdown
    )
    environ.filters |= {
        "alineas": escaping.markdown_paragraphs,
        "link": escaping.markdown_link,
        "klaar": escaping.Markdown,
    }
    return "\n".join(_single_blank_lines(fill(environ, template, data))) + "\n"


def check_blocks(template: Path) -> None:
    """Raise `UnreadableFile` for a line in *template* that is meant to begin a block, and does not."""
    for number, line in enumerate(template.read_text(encoding="utf-8").split("\n"), 1):
        if _LOOKS_LIKE.match(line) and not _BLOCK.fullmatch(line):
            raise UnreadableFile(
                _wrong(
                    str(template), number, "Schrijf een blok zo: <!-- blok NAAM -->. In de naam staan geen spaties."
                ),
                TEMPLATE_HINT,
            )


def render_html(template: Path, data: Mapping[str, object]) -> str:
    """Return *data* as HTML, by the template *template*; raises `UnreadableFile` with template and line.

    Every value is escaped, also in attributes, unless a filter made HTML of it.
    """
    environ = sandbox(template, finalize=escaping.html_inline, autoescape=True)
    environ.filters |= {"alineas": escaping.html_paragraphs, "link": escaping.html_link}
    return fill(environ, template, data)


def render_yaml(template: Path, data: Mapping[str, object]) -> str:
    """Return *data* as YAML, by the template *template*; raises `UnreadableFile` with template and line.

    Every value comes on one line, so that it stays within its comment; the filter `klaar` leaves lines as they are.
    """
    environ = sandbox(template, finalize=_one_line, autoescape=False)
    environ.filters |= {"klaar": escaping.Markdown}
    return "\n".join(_single_blank_lines(fill(environ, template, data))) + "\n"


def _one_line(waarde: object) -> str:
    return waarde if isinstance(waarde, escaping.Markdown) else " ".join(str(waarde).split())


def sandbox(template: Path, finalize: Callable[[object], object], **options: Any) -> ImmutableSandboxedEnvironment:
    """Return what reads the template *template* and others in its folder: it can do nothing but fill in values.

    Every value goes through *finalize*.
    """

    def waarde(part: object) -> object:
        if part is None:
            return ""
        if not isinstance(part, (str, int, float, Undefined)):
            raise NoValue
        return finalize(part)

    environ = ImmutableSandboxedEnvironment(
        loader=_Folder(template),
        bytecode_cache=_COMPILED.setdefault(finalize, _Compiled()),
        finalize=waarde,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
    for name in _USELESS:
        del environ.globals[name]
    return environ


def fill(environ: ImmutableSandboxedEnvironment, template: Path, data: Mapping[str, object]) -> str:
    """Return the template *template* filled with *data*; raises `UnreadableFile` with template and line."""
    if not template.is_file():
        raise UnreadableFile(_template_gone(str(template)), _TEMPLATE_GONE_HINT)
    try:
        with _in_time():
            return environ.get_template(template.name).render(**data)
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{template}: {NOT_UTF8}.", TEMPLATE_HINT) from error
    except _MISTAKES as error:
        raise _template_error(*_where(template, error), error) from error
    except OSError as error:
        raise UnreadableFile(_template_gone(str(template)), _TEMPLATE_GONE_HINT) from error


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    """Raise `NoEnd` when what is done here takes too long, on a system that can wake us."""

    def wake(*_: object) -> None:
        raise NoEnd

    try:
        before = signal.signal(signal.SIGALRM, wake)
    except (AttributeError, ValueError):  # Windows has no alarm, and only the main thread may set one
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _single_blank_lines(text: str) -> list[str]:
    out: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.strip():
            # Two spaces at the end are a line break that somebody typed.
            out.append(line if line.endswith("  ") else line.rstrip())
        elif out and out[-1]:
            out.append("")
    return out


def _where(template: Path, error: Exception) -> tuple[str, int]:
    """Return the template and the line where *error* happened: *template*, or one in its folder that it uses."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or str(template), error.lineno
    spot, trace = (str(template), 1), error.__traceback__  # Jinja2 puts its lines in the traceback
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file == str(template.parent / Path(file).name):
            spot = (file, trace.tb_lineno)
        trace = trace.tb_next
    return spot


def _template_error(template: str, line: int, error: Exception) -> UnreadableFile:
    soort = {
        "UndefinedError": "Hier staat een naam die niet bestaat.",
        "TemplateSyntaxError": "De opbouw klopt niet. Kijk of elke {% if %} en {% for %} ook een einde heeft.",
        "TemplateAssertionError": "Hier staat een filter dat niet bestaat.",
        "SecurityError": "Dit mag een sjabloon niet. Een sjabloon kan alleen waarden invullen.",
        "NoEnd": f"Dit is na {MOST_SECONDS:g} seconden nog niet klaar. Maak de lus korter.",
        "NoValue": "Dit is geen tekst of getal. Noem één naam die erbij hoort, zoals plan.wijk.",
    }
    message = soort.get(type(error).__name__, "Deze regel kan niet worden uitgevoerd.")
    if isinstance(error, TemplateNotFound):
        message = f"Hier wordt {error.name!s} gebruikt. Dat moet in dezelfde map staan, en eindigen op .j2 of .css."
    return UnreadableFile(_wrong(template, line, message), TEMPLATE_HINT)


def _template_gone(path: str) -> str:
    return f"{path}: dit sjabloon kan niet gelezen worden."


def _wrong(template: str, line: int, message: str) -> str:
    return f"{template}:{line}: het sjabloon klopt niet. {message}"
