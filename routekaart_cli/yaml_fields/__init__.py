"""YAML text to fields that know their place; every finding at once, in Dutch."""
