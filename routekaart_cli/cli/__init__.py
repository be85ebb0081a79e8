"""The commands: what a person types, one module per command."""
