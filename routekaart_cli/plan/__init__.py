"""The plan, the agenda, the werkblad and the table of many groups as data, before any document is made of them."""

__all__ = ["agenda", "builder", "groepen", "lezers", "records", "velden", "werkblad"]
"""The door: what other rooms may use."""
