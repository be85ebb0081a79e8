"""A fuzzer that follows the code (atheris), for longer than the tests take.

`pip install -e '.[test,fuzz]'`, then `python tests/fuzz -max_total_time=600 tests/fuzz/cases`. What fails is written
to the working folder: mend it, and put that file in tests/fuzz/cases.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["routekaart_cli"]):
    from fuzz.target import Target
    from helpers import home

map = Path(tempfile.mkdtemp(prefix="routekaart-fuzz-"))
home.move_home(map)
target = Target(map)
atheris.Setup(sys.argv, target.try_bytes)
atheris.Fuzz()
