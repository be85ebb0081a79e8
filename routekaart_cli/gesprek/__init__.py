"""The conversation at the table, from the welcome to what comes next."""

__all__ = ["given", "restoring", "reviewing", "sessie", "tafel"]
"""The door: what other rooms may use."""
