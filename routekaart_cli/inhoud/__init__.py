"""The folder content/: find it, read it, look things up in it, search it, check it."""

__all__ = ["begrippen", "check", "find", "folder", "gemeenten", "kinds", "lagen", "location", "search"]
"""The door: what other rooms may use."""
