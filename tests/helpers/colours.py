"""How well colours stand out from each other, as WCAG 2.2 defines it."""

from __future__ import annotations

from collections.abc import Sequence


def contrast(een: Sequence[int], ander: Sequence[int]) -> float:
    """Return the contrast between two colours, each as its red, green and blue of 0 to 255."""
    onder, boven = sorted((_luminance(een), _luminance(ander)))
    return (boven + 0.05) / (onder + 0.05)


def _luminance(rgb: Sequence[int]) -> float:
    delen = (deel / 255 for deel in rgb)
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
