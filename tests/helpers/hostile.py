"""Answers that try to be something else than text, and projects that hold them everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from routekaart_cli.domain.antwoorden import Antwoord, Project, Stand, Waarde
from routekaart_cli.domain.routekaart import Soort, Vraag
from routekaart_cli.inhoud.folder import Inhoud

HOSTILE = (
    "<script>window.gehackt=1</script>",
    '"><img src=x onerror="window.gehackt=1">',
    "javascript:window.gehackt=1",
    "</style><script>window.gehackt=1</script><style>",
    "</title><script>window.gehackt=1</script>",
    "data:text/html,<script>window.gehackt=1</script>",
    "' onmouseover='window.gehackt=1' autofocus onfocus='window.gehackt=1",
    "</text></svg><svg onload=window.gehackt=1>",
    "<iframe src=https://evil.example/></iframe>",
    "https://evil.example/ <a href=https://evil.example/>klik</a>",
    "{{ 7 * 7 }} {% for x in plan %}{{ x }}{% endfor %} ${7*7}",
    "<!-- --><![CDATA[ ]]> &lt;b&gt; &#x3c;",
    "\u202emoc.live\u2066 \u200f<b>",
    "\x07\x1b[31m rood \x9b \x00",
    "@import url(https://evil.example/x.css); } body { display: none",
    "x" * 300,
)


def overal(inhoud: Inhoud, texts: Sequence[str] = HOSTILE) -> Project:
    """Return a project in which every vraag has one of *texts* as its answer, also where a keuze belongs.

    Only what decides which vragen count stays as it should be, so that as much as possible is in the plan.
    """
    following = cycle(texts)

    def waarde(vraag: Vraag) -> Waarde:
        if vraag.id.endswith(".status"):
            return "bezig"
        if vraag.id == "stand.fase" or vraag.soort is Soort.JA_NEE:
            return "ja" if vraag.soort is Soort.JA_NEE else "plan-maken"
        if vraag.soort is Soort.MEERKEUZE:
            return (vraag.keuzes[0].id, next(following))
        if vraag.soort is Soort.LIJST:
            return tuple({veld.id: next(following) for veld in vraag.velden} for _ in range(3))
        if vraag.soort is Soort.KEUZE:
            return vraag.keuzes[0].id
        return next(following)

    return Project({vraag.id: Antwoord(Stand.GEGEVEN, waarde(vraag), door=next(following)) for vraag in inhoud.vragen})
