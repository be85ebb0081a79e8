"""Records as a database file of SQLite, which DuckDB, Datasette and many others open."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any


def render(tables: Mapping[str, tuple[type[Any], Sequence[Any]]]) -> bytes:
    """Return *tables*: by name the kind of named tuple that is a row, and the rows. A number is kept as one."""
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        for name, (kind, rows) in tables.items():
            # The names are those of our own records: nothing that anybody typed becomes SQL.
            columns = ", ".join(
                f"{field} {'INTEGER' if 'int' in str(hint) else 'TEXT'}" for field, hint in kind.__annotations__.items()
            )
            database.execute(f"CREATE TABLE {name} ({columns})")
            places = ", ".join("?" for _ in kind._fields)
            database.executemany(f"INSERT INTO {name} SELECT {places}", rows)
        database.commit()
        return database.serialize()
