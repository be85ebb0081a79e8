"""The group's file: read, save, merge, undo, copies beside it, is it complete."""

__all__ = ["controle", "kopieen", "recent", "samenvoeging", "sidecar", "store", "werk", "wijzigingen"]
"""The door: what other rooms may use."""
