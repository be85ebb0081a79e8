"""The folder content/: find it, read it, look things up in it, search it, check it."""
