"""The group's file: read, save, merge, undo, copies beside it, is it complete."""
