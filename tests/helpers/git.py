"""Git as whoever has no settings of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *args],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={
            **os.environ,
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "LANG": "C.UTF-8",
            **{f"GIT_{who}_{what}": "jan@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        },
    )
