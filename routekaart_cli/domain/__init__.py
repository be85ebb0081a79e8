"""The words and the rules: records, the intake, answers, voortgang. Pure: nothing of the outside world."""

__all__ = [
    "actueel", "antwoorden", "as_json", "in_words",
    "intake", "invoer", "routekaart", "standen", "vaste_vragen", "vergeten", "volgorde", "voortgang", "vroeger",
    "wie_wanneer",
]  # fmt: skip
"""The door: what other rooms may use."""
