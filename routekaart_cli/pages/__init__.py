"""What stands on each page, and how a screen, a screen reader or a program gets it."""

__all__ = [
    "bestand", "blocks", "groepen_page", "groepsapp", "guide", "items", "json_document",
    "plain", "plan_page", "redactie", "reference", "terminal",
]  # fmt: skip
"""The door: what other rooms may use."""
