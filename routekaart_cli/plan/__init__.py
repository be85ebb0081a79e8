"""The plan, the agenda and the werkblad as data: what stands in them, before any document is made of them. Pure."""

__all__ = ["agenda", "builder", "lezers", "records", "velden", "werkblad"]
"""The door: what other rooms may use."""
