"""YAML text to fields that know their place; every finding at once, in Dutch."""

__all__ = ["fields", "nodes", "schema"]
"""The door: what other rooms may use."""
