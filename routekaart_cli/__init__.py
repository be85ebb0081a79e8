"""Routekaart: a guide in Dutch for residents who make their wijk sustainable and free of natural gas."""

VERSIE = "0.1.0"
