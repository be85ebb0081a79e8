"""Routekaart: a guide in Dutch for residents who want their wijk sustainable and free of natural gas."""

import gc

VERSIE = "0.1.0"

# Starting makes many objects and little garbage: looking for it all the time takes a twentieth of what a page takes.
gc.set_threshold(100_000, 20, 100)
