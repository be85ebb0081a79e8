"""The formats the project file has had, and how an older one becomes the newest. Pure."""

from __future__ import annotations

from collections.abc import Callable

from routekaart_cli.model import Project

MIGRATIES: tuple[Callable[[Project], Project], ...] = ()
"""The first makes of a project of format 1 one of format 2, and so on. A format that was released never changes.

With a migration comes a file of the old format in `tests/projecten/`.
"""


def nieuwste() -> int:
    """Return the newest format that we know."""
    return 1 + len(MIGRATIES)


def migreer(project: Project) -> Project:
    """Return *project* in the newest shape; `formaat` still tells which format its file has."""
    formaat = project.formaat
    for migratie in MIGRATIES[formaat - 1 :]:
        project = migratie(project)
    return project._replace(formaat=formaat)
