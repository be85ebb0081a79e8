"""The words and the rules: records, the intake, answers, voortgang. Pure: nothing of the outside world."""

__all__ = [
    "actueel", "antwoorden", "as_json", "in_words",
    "intake", "invoer", "routekaart", "vaste_vragen", "vergeten", "voortgang", "vroeger",
]  # fmt: skip
"""The door: what other rooms may use."""
