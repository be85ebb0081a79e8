"""The group's file: read, save, merge, undo, copies beside it, is it complete; many projects at once."""

__all__ = ["controle", "kopieen", "projecten", "recent", "samenvoeging", "sidecar", "store", "werk", "wijzigingen"]
"""The door: what other rooms may use."""
