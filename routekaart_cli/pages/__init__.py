"""What stands on each page, and how a screen, a screen reader or a program gets it."""
