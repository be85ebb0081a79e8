"""What a person types: the commands, their options and their help."""

__all__ = ["app", "typer_dutch"]
"""The door: what other rooms may use."""
