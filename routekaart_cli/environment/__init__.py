"""The world in one object: folder, streams, clock, terminal, pager, how we were called."""

__all__ = ["paths", "starter", "world"]
"""The door: what other rooms may use."""
