"""What can go wrong, as something the user can act on. An error carries words and an exit code; it never prints."""

from __future__ import annotations

NOT_UTF8 = "het bestand is niet opgeslagen als UTF-8. Open het in je tekstprogramma en bewaar het als UTF-8"
REPAIR = "Verbeter het bestand en probeer het opnieuw. Er is niets veranderd."


class RoutekaartError(Exception):
    """An expected problem: what is wrong (*message*), what to do now (*hint*), and the exit code of the design."""

    exit_code = 1
    soort = "probleem"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageProblem(RoutekaartError):
    """The command was typed in a way we do not understand."""

    exit_code = 2
    soort = "gebruik"


class UnknownName(UsageProblem):
    """A fase, stap or vraag was asked for that does not exist."""

    soort = "onbekend"


class RefusedAnswer(UsageProblem):
    """An answer that does not fit its vraag; *hint* holds an example that does, *meant* the keuze that was meant."""

    soort = "antwoord"

    def __init__(self, message: str, hint: str = "", meant: str = "") -> None:
        super().__init__(message, hint)
        self.meant = meant


class NothingToExport(RoutekaartError):
    """The project has nothing yet for the document that was asked for."""

    soort = "niets_te_maken"


class InputNeeded(RoutekaartError):
    """Questions are open and nobody is there to answer them."""

    exit_code = 4
    soort = "invoer_nodig"


class NoProject(RoutekaartError):
    """There is no project file here or in a folder above."""

    soort = "geen_project"


class NothingToUndo(RoutekaartError):
    """No change is left to turn back, or to make again."""

    soort = "niets_te_doen"


class UnreadableFile(RoutekaartError):
    """A file cannot be read or understood; *message* names every place, *findings* has them one by one."""

    soort = "bestand"

    def __init__(self, message: str, hint: str = "", findings: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.bevindingen = findings


class TargetExists(RoutekaartError):
    """The file to write is already there."""

    soort = "bestaat_al"


class WriteFailed(RoutekaartError):
    """The operating system refused to write."""

    soort = "schrijven"


class Interrupted(KeyboardInterrupt):
    """A signal other than Ctrl-C asked us to stop; *signum* is its number, the exit code is 128 + signum."""

    def __init__(self, signum: int) -> None:
        super().__init__()
        self.signum = signum
